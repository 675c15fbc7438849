"""The scenario file as frozen models: one class for each kind of table a coach can write."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag
from pydantic_core import PydanticCustomError

from negotiator.scenario.base import Id, Kind, Line, Model, Plain, Result, Seat, Stage, Story, Text
from negotiator.scenario.deal_models import Deal

STAGES = ("candidate", "written_offer", "conversation", "decision")
HERE = "here"

Mark = Annotated[int, Field(ge=-3, le=3)]
Value = bool | int | str


def _value(raw: Any) -> Value:
    if isinstance(raw, bool | int | str):
        return raw
    raise PydanticCustomError("state_value", "should be true, false, a whole number or a word")


class Player(Model):
    """Who you are in this story."""

    name: Plain = "You"
    call: Plain = ""
    """What `{player}` says in texts; default: the first word of the name."""
    role: Plain = ""
    brief: Text = ""
    """What the player knows before the first scene, and what they have at home: their alternatives."""


class Person(Model):
    """Somebody in the story."""

    name: Plain
    call: Plain = ""
    """What their id in braces says in texts, `{ana}`; default: the first word of the name."""
    title: Plain = ""
    seat: Seat = "other"
    """Decides what they may grant."""
    wants: Text = ""
    """For the author and the guide; never shown while playing."""
    voice: Text = ""
    """How they speak; for the author."""


class Flag(Model):
    """A state that is true or false."""

    start: bool
    words: list[Plain] = []
    """How a text says it in braces: for false, then for true."""


class Number(Model):
    """A whole number with bounds; changes stop at them."""

    start: int
    min: int
    max: int
    up: Line = ""
    """What the player is told when it rises, for example "Dana warms a little."; nothing when left out."""
    down: Line = ""
    """What the player is told when it falls."""
    words: list[Plain] = []
    """How a text says it in braces, spread evenly from min to max; left out, it says the number."""


class Word(Model):
    """One word out of a list."""

    start: str
    one_of: Annotated[list[str], Field(min_length=1)]
    words: list[Plain] = []
    """How a text says each of them in braces, in the same order; left out, it says the word itself."""


def _state_shape(raw: Any) -> str:
    if isinstance(raw, bool):
        return "flag"
    start = raw.get("start") if isinstance(raw, dict) else getattr(raw, "start", None)
    if isinstance(start, bool):
        return "flag"
    if isinstance(start, str) or (isinstance(raw, dict) and "one_of" in raw):
        return "word"
    return "number"


def _wrap_flag(raw: Any) -> Any:
    return {"start": raw} if isinstance(raw, bool) else raw


StateVar = Annotated[
    Annotated[Flag, BeforeValidator(_wrap_flag), Tag("flag")]
    | Annotated[Number, Tag("number")]
    | Annotated[Word, Tag("word")],
    Discriminator(_state_shape),
]
"""`name = true`, `name = { start, min, max }` or `name = { start, one_of }`."""


class Fact(Model):
    """Something that can be learned."""

    says: Line
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


class Piece(Model):
    """A text that is there only when its condition holds."""

    when: str
    text: Story


class SharedText(Model):
    """A text that several places say: its id in braces, `{clock}`, puts it there."""

    text: Story
    instead: dict[Id, Piece] = {}
    """The first of these whose condition holds is said instead of `text`."""


class Scores(Model):
    """What a choice says of the player, -3 to 3 each."""

    courage: Mark = 0
    finesse: Mark = 0
    fit: Mark = 0


class Effects(Model):
    """What a choice or an outcome does, and what is said to it."""

    change: dict[Id, int] = {}
    set: dict[Id, Annotated[Any, PlainValidator(_value)]] = {}
    learn: list[Id] = []
    lift: list[Id] = []
    """Limits of the deal that somebody lifts here."""
    reply: Story = ""
    replies: dict[Id, Piece] = {}
    """The first of these whose condition holds is said instead of `reply`."""


class Branch(Effects):
    """One of several things that can come of a choice, drawn by weight among those whose condition holds."""

    weight: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    when: str | None = None
    goto: Id
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow, and luck falls as it did."""


class Choice(Effects):
    """What the player can do in a scene."""

    say: Text | None = None
    """Words the player speaks; exactly one of `say` and `do`."""
    do: Text | None = None
    """A deed."""
    kind: Kind | None = None
    when: str | None = None
    locked: Line | None = None
    """Shown greyed with this reason while `when` does not hold; without it the choice is hidden."""
    once: bool | None = None
    """May be taken only once in a run. Default: true for `goto = "here"`, false otherwise."""
    scores: Scores = Scores()
    days: Annotated[int, Field(ge=0, le=1000)] = 0
    """What it costs of the offer's life."""
    coach: Text = ""
    moment: bool = False
    premature: bool = False
    """The author means this counter to come before the written offer."""
    goto: Id | None = None
    """A scene, an ending, or "here"; exactly one of `goto` and `outcomes`."""
    outcomes: dict[Id, Branch] = {}
    renamed_from: list[Id] = []


class Exits(Model):
    """Where a talk about terms leads: scenes or endings."""

    agreed: Id
    impasse: Id
    """Patience is at its end; whether the letter still stands is for the story to say."""
    withdrawn: Id
    walk: Id | None = None
    """The player leaves the table; the same as impasse when left out."""


class Scene(Model):
    """A place in the story."""

    stage: Stage = "candidate"
    field: Annotated[int, Field(ge=1)] | None = None
    """How many candidates are still in the running."""
    with_: Annotated[list[Id], Field(alias="with")] = []
    place: Line = ""
    text: Story
    again: Story = ""
    """On later visits, instead of `text`."""
    more: dict[Id, Piece] = {}
    varies: dict[Id, Annotated[list[Story], Field(min_length=1)]] = {}
    """Pieces that are other on each visit: `{coffee}` says the next one each time, and the last stays."""
    bargain: Exits | None = None
    """Makes the scene a table, where packages are sent and answered."""
    choices: dict[Id, Choice] = {}
    renamed_from: list[Id] = []


class Term(Model):
    """A line of the offer letter."""

    label: Line
    is_: Annotated[Line, Field(alias="is")]


class Offer(Model):
    """The written offer: its letter and its life in days. The last day counts."""

    days: Annotated[int, Field(ge=0, le=10_000)]
    on_expired: Id
    from_: Annotated[Id | None, Field(alias="from")] = None
    text: Text = ""
    terms: dict[Id, Term] = {}


class Ending(Model):
    """Where the story stops."""

    outcome: Result
    title: Line
    text: Story
    more: dict[Id, Piece] = {}
    coach: Text = ""
    renamed_from: list[Id] = []


class RedFlag(Model):
    """Something in the offer that should be settled before one signs."""

    fact: Id
    """What makes it known."""
    cured: str | None = None
    """A condition: once it holds, the flag is settled."""


class Guide(Model):
    """For the instructor."""

    aims: list[Line] = []
    timing: Text = ""
    questions: list[Line] = []
    usually: Text = ""
    evidence: Text = ""


class Scenario(Model):
    """A whole scenario file."""

    format: Literal[1]
    id: Id = ""
    """Default: the file's name."""
    title: Line
    summary: Line = ""
    author: Plain = ""
    language: Plain = "en"
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    start: Id
    undo: Literal["free", "counted", "off"] = "counted"
    player: Player = Player()
    people: dict[Id, Person] = {}
    state: dict[Id, StateVar] = {}
    facts: dict[Id, Fact] = {}
    texts: dict[Id, SharedText] = {}
    scenes: Annotated[dict[Id, Scene], Field(min_length=1)]
    offer: Offer | None = None
    deal: Deal | None = None
    flags: dict[Id, RedFlag] = {}
    endings: Annotated[dict[Id, Ending], Field(min_length=1)]
    guide: Guide = Guide()
    accept: dict[str, Plain] = {}
    """Codes of warnings and notes the author has looked at and keeps, with the reason."""
