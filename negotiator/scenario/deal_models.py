"""The deal of a scenario file: issues, structures, limits and what each side has elsewhere."""

from typing import Annotated

from pydantic import Field

from negotiator.scenario.base import Id, Line, Model, Seat, Text


class Pair(Model):
    """One number for each side."""

    you: int = 0
    them: int = 0


class Alternative(Model):
    """One side's best alternative to a deal: its worth as a share of its best package here, or in points."""

    worth: Annotated[int, Field(ge=0, le=100)] | None = None
    """Percent; exactly one of `worth` and `points`."""
    points: int | None = None
    says: Text = ""


class Alternatives(Model):
    """What each side has elsewhere."""

    you: Alternative | None = None
    them: Alternative | None = None


class DealOption(Model):
    """One value of an issue. Points are importance times these ratings."""

    is_: Annotated[Line, Field(alias="is")]
    you: int = 0
    them: int = 0
    offered: bool = False
    """Stands in the letter; the first option, where none says so."""
    event: Line = ""
    """What it hangs on, for a contingent term."""
    chance: Pair | None = None
    """Percent each side gives the event; the rating counts for that share of it."""


class DealIssue(Model):
    """A term."""

    label: Line
    importance: Pair = Pair(you=1, them=1)
    options: Annotated[dict[Id, DealOption], Field(min_length=1)]


class DealStructure(Model):
    """A shape of the job."""

    label: Line
    needs: str | None = None
    """A condition: the shape can be spoken of once it holds."""
    worth: Pair = Pair()
    """Points of the shape itself."""
    only: dict[Id, list[Id]] = {}
    """Options allowed in this shape."""


class DealLimit(Model):
    """Options that are not to be had until somebody with the authority lifts it."""

    options: Annotated[dict[Id, list[Id]], Field(min_length=1)]
    lifted_by: list[Seat] = []
    reason: Line = ""


class DealJoint(Model):
    """Points on top when options stand together: a compound issue."""

    options: Annotated[dict[Id, Id], Field(min_length=2)]
    you: int = 0
    them: int = 0


class Deal(Model):
    """What is negotiated."""

    rounds_per_day: Annotated[int, Field(ge=1)] = 3
    alternatives: Alternatives = Alternatives()
    structures: dict[Id, DealStructure] = {}
    """The first is the shape of the letter; left out, there is one: as offered."""
    issues: Annotated[dict[Id, DealIssue], Field(min_length=1)]
    joints: dict[Id, DealJoint] = {}
    limits: dict[Id, DealLimit] = {}
