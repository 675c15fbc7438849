"""What stands around the story: who is in it, what can be known, the letter, its red flags and the guide."""

from typing import Annotated

from pydantic import Field

from negotiator.scenario.base import Condition, Id, Line, Model, Plain, Seat, Text


class Player(Model):
    """Who you are in this story."""

    name: Plain = "You"
    """Their full name."""
    call: Plain = ""
    """What `{player}` says in texts; default: the first word of the name."""
    role: Plain = ""
    """What they are, in a few words."""
    brief: Text = ""
    """What the player knows before the first scene, and what they have at home: their alternatives."""


class Person(Model):
    """Somebody in the story."""

    name: Plain
    """Their full name."""
    call: Plain = ""
    """What their id in braces says in texts, `{ana}`; default: the first word of the name."""
    title: Plain = ""
    """What stands on their door."""
    seat: Seat = "other"
    """Decides what they may grant."""
    wants: Text = ""
    """For the author and the guide; never shown while playing."""
    voice: Text = ""
    """How they speak; for the author."""


class Fact(Model):
    """Something that can be learned."""

    says: Line
    """What there is to know, as one sentence; it goes into the notebook."""
    known_by: list[Id] = []
    """People who can tell it."""
    found: Line = ""
    """Where it is found, for what no person tells: "the letter"."""
    guarded: Annotated[int, Field(ge=0, le=10)] = 0
    """0 freely told, 10 hardly ever."""
    topic: Line = ""
    """What one can ask about at the table without knowing it: "the plaque on her wall"; left out, nobody can ask."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs that speak of it at the table follow."""


class Term(Model):
    """A line of the offer letter."""

    label: Line
    """What the line is about."""
    is_: Annotated[Line, Field(alias="is")]
    """What is offered."""


class Offer(Model):
    """The written offer: its letter and its life in days. The last day counts."""

    days: Annotated[int, Field(ge=0, le=10_000)]
    """How many days it stands."""
    on_expired: Id
    """A scene or an ending: where an offer leads that has run out."""
    from_: Annotated[Id | None, Field(alias="from")] = None
    """Who signs the letter."""
    text: Text = ""
    """What the letter says before its terms."""
    terms: dict[Id, Term] = {}
    """The lines of the letter, in order."""


class RedFlag(Model):
    """Something in the offer that should be settled before one signs."""

    fact: Id
    """What makes it known."""
    cured: Condition | None = None
    """A condition: once it holds, the flag is settled."""


class Guide(Model):
    """For the instructor."""

    aims: list[Line] = []
    """What is learned by playing it."""
    timing: Text = ""
    """How long to play and how long to talk."""
    questions: list[Line] = []
    """Questions for the room."""
    usually: Text = ""
    """What players usually do."""
    evidence: Text = ""
    """Where what it teaches comes from."""
