"""The deal of a scenario file: issues, structures, limits and what each side has elsewhere."""

from typing import Annotated, Literal

from pydantic import Field

from negotiator.scenario.base import Condition, Id, Line, Model, Plain, Seat, Text


class Pair(Model):
    """One number for each side."""

    you: int = 0
    """The player's side."""
    them: int = 0
    """The other side."""


class Alternative(Model):
    """One side's best alternative to a deal: its worth as a share of its best package here, or in points."""

    worth: Annotated[int, Field(ge=0, le=100)] | None = None
    """Percent; exactly one of `worth` and `points`."""
    points: int | None = None
    """Its worth in points."""
    says: Text = ""
    """What it is, in words."""


class Alternatives(Model):
    """What each side has elsewhere."""

    you: Alternative | None = None
    """What the player has."""
    them: Alternative | None = None
    """What the counterpart has."""


class DealOption(Model):
    """One value of an issue. Points are importance times these ratings."""

    is_: Annotated[Line, Field(alias="is")]
    """The value in words."""
    you: int = 0
    """Its rating for the player; times the importance these are points."""
    them: int = 0
    """Its rating for the counterpart."""
    offered: bool = False
    """Stands in the letter; the first option, where none says so."""
    event: Line = ""
    """What it hangs on, for a contingent term."""
    chance: Pair | None = None
    """Percent each side gives the event; the rating counts for that share of it."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class DealIssue(Model):
    """A term."""

    label: Line
    """What it is called at the table."""
    importance: Pair = Pair(you=1, them=1)
    """What the ratings of its options are multiplied by. At 1 the ratings are points."""
    guarded: Annotated[int, Field(ge=0, le=10)] = 5
    """How guarded the counterpart is about what it is worth to them: 0 freely told, 10 hardly ever."""
    options: Annotated[dict[Id, DealOption], Field(min_length=1)]
    """The values it can have, in order: conditions compare by it."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class DealStructure(Model):
    """A shape of the job."""

    label: Line
    """What it is called at the table."""
    needs: Condition | None = None
    """A condition: the shape can be spoken of once it holds."""
    worth: Pair = Pair()
    """Points of the shape itself."""
    only: dict[Id, list[Id]] = {}
    """Options allowed in this shape."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class DealLimit(Model):
    """Options that are not to be had until somebody with the authority lifts it."""

    options: Annotated[dict[Id, list[Id]], Field(min_length=1)]
    """For each issue the options that are barred."""
    lifted_by: list[Seat] = []
    """Seats that may lift it; with the counterpart's own seat it is lifted from the start."""
    reason: Line = ""
    """What the counterpart says of it, a whole sentence."""
    firm: Annotated[int, Field(ge=0, le=10)] = 5
    """How hard it is to have it lifted by asking the counterpart to carry it to whoever may."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class DealJoint(Model):
    """Points on top when options stand together: a compound issue."""

    options: Annotated[dict[Id, Id], Field(min_length=2)]
    """For each issue the option that has to be there."""
    you: int = 0
    """Points for the player."""
    them: int = 0
    """Points for the counterpart."""


class DealCounterpart(Model):
    """Who sits across the table, and how they bargain."""

    who: Id
    """One of [people]."""
    style: Literal["fair", "warm", "hard", "wary", "hurried"] = "fair"
    """Sets every dial below that is left out."""
    concession: Annotated[int, Field(ge=5, le=500)] | None = None
    """In hundredths: under 100 gives way late, 100 evenly, over 100 early."""
    patience: Annotated[int, Field(ge=2, le=60)] | None = None
    """Messages before the talk ends without a deal."""
    reciprocity: Annotated[int, Field(ge=0, le=100)] | None = None
    """Percent of the player's last concession that is answered at full trust."""
    candour: Annotated[int, Field(ge=0, le=10)] | None = None
    """Added to trust when something is asked."""
    tolerance: Annotated[int, Field(ge=0, le=20)] | None = None
    """Strain that is borne before the offer is in danger."""
    trust_from: Id | None = None
    """A number under [state] that trust at the table starts from and follows."""
    lines: dict[Id, Annotated[list[Plain], Field(min_length=1)]] = {}
    """Their own words by situation: counter, counter-warm, barred, …"""


class DealScores(Model):
    """Percent of each score that the table makes, where there was one; the story makes the rest."""

    courage: Annotated[int, Field(ge=0, le=100)] = 50
    """Of courage."""
    finesse: Annotated[int, Field(ge=0, le=100)] = 50
    """Of finesse."""
    fit: Annotated[int, Field(ge=0, le=100)] = 50
    """Of fit."""


class Deal(Model):
    """What is negotiated."""

    rounds_per_day: Annotated[int, Field(ge=1)] = 3
    """A package sent is a round, a question half a round; so many rounds cost a day of the offer's life."""
    counterpart: DealCounterpart | None = None
    """Who sits across the table."""
    scores: DealScores = DealScores()
    """How much the table counts beside the story."""
    alternatives: Alternatives = Alternatives()
    """What each side has without a deal."""
    structures: dict[Id, DealStructure] = {}
    """The first is the shape of the letter; left out, there is one: as offered."""
    issues: Annotated[dict[Id, DealIssue], Field(min_length=1)]
    """The terms."""
    joints: dict[Id, DealJoint] = {}
    """Points for combinations."""
    limits: dict[Id, DealLimit] = {}
    """What not everybody may grant."""
