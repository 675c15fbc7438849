"""The scenario file as frozen models: one class for each kind of table a coach can write."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag
from pydantic_core import PydanticCustomError

from negotiator.scenario.base import Condition, Id, Kind, Line, Model, Plain, Result, Stage, Story, Text
from negotiator.scenario.deal_models import Deal
from negotiator.scenario.frame_models import Fact, Guide, Offer, Person, Player, RedFlag

STAGES = ("candidate", "written_offer", "conversation", "decision")
HERE = "here"

Mark = Annotated[int, Field(ge=-3, le=3)]
Value = bool | int | str


def _value(raw: Any) -> Value:
    if isinstance(raw, bool | int | str):
        return raw
    raise PydanticCustomError("state_value", "should be true, false, a whole number or a word")


class Flag(Model):
    """A state that is true or false."""

    start: bool
    """How it begins: true or false."""
    words: list[Plain] = []
    """How a text says it in braces: for false, then for true."""


class Number(Model):
    """A whole number with bounds; changes stop at them."""

    start: int
    """How it begins."""
    min: int
    """The lowest it can be."""
    max: int
    """The highest it can be."""
    up: Line = ""
    """What the player is told when it rises, for example "Dana warms a little."; nothing when left out."""
    down: Line = ""
    """What the player is told when it falls."""
    words: list[Plain] = []
    """How a text says it in braces, spread evenly from min to max; left out, it says the number."""


class Word(Model):
    """One word out of a list."""

    start: str
    """How it begins: one of the list."""
    one_of: Annotated[list[str], Field(min_length=1)]
    """Every word it can be."""
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


class Piece(Model):
    """A text that is there only when its condition holds."""

    when: Condition
    """A condition."""
    text: Story
    """What is read while it holds."""


class SharedText(Model):
    """A text that several places say: its id in braces, `{clock}`, puts it there."""

    text: Story
    """What is read where its id stands in braces."""
    instead: dict[Id, Piece] = {}
    """The first of these whose condition holds is said instead of `text`."""


class Scores(Model):
    """What a choice says of the player, -3 to 3 each."""

    courage: Mark = 0
    """How many of ten clients would dare? 3: one of them; 0: all; below: a flinch."""
    finesse: Mark = 0
    """How they speak of the player in the lift afterwards; counts for questions and counters alone."""
    fit: Mark = 0
    """Whether it brings the work nearer to what both sides need."""


class Effects(Model):
    """What a choice or an outcome does, and what is said to it."""

    change: dict[Id, int] = {}
    """By how much numbers of [state] rise or fall, the first time only."""
    set: dict[Id, Annotated[Any, PlainValidator(_value)]] = {}
    """New values of states."""
    learn: list[Id] = []
    """Facts that go into the notebook: somebody present has to know them, or they are found."""
    lift: list[Id] = []
    """Limits of the deal that somebody lifts here."""
    reply: Story = ""
    """What comes back: words, a look, a silence."""
    replies: dict[Id, Piece] = {}
    """The first of these whose condition holds is said instead of `reply`."""


class Branch(Effects):
    """One of several things that can come of a choice, drawn by weight among those whose condition holds."""

    weight: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """How likely it is against the other outcomes."""
    when: Condition | None = None
    """A condition: without it the outcome cannot be drawn. At least one outcome has none."""
    goto: Id
    """A scene, an ending, or "here"."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow, and luck falls as it did."""


class Choice(Effects):
    """What the player can do in a scene."""

    say: Text | None = None
    """Words the player speaks; exactly one of `say` and `do`."""
    do: Text | None = None
    """A deed."""
    kind: Kind | None = None
    """What it is in a negotiation; finesse is judged on questions and counters alone."""
    when: Condition | None = None
    """A condition: while it does not hold, the choice is hidden, or locked if there is a reason in `locked`."""
    locked: Line | None = None
    """Shown greyed with this reason while `when` does not hold; without it the choice is hidden."""
    once: bool | None = None
    """May be taken only once in a run. Default: true for `goto = "here"`, false otherwise."""
    scores: Scores = Scores()
    """What it says of the player."""
    days: Annotated[int, Field(ge=0, le=1000)] = 0
    """What it costs of the offer's life."""
    coach: Text = ""
    """Why, and when it would be right: two sentences for the debrief."""
    moment: bool = False
    """A pivot: the debrief and the class dwell on it."""
    premature: bool = False
    """The author means this counter to come before the written offer."""
    goto: Id | None = None
    """A scene, an ending, or "here"; exactly one of `goto` and `outcomes`."""
    outcomes: dict[Id, Branch] = {}
    """What can come of it by luck, in place of `goto`."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""

    @property
    def words(self) -> str:
        """What the player says, or does."""
        return self.say if self.say is not None else self.do or ""


class Exits(Model):
    """Where a talk about terms leads: scenes or endings."""

    agreed: Id
    """There is a deal."""
    impasse: Id
    """Patience is at its end; whether the letter still stands is for the story to say."""
    withdrawn: Id
    """The offer has been taken back."""
    walk: Id | None = None
    """The player leaves the table; the same as impasse when left out."""


class Scene(Model):
    """A place in the story."""

    stage: Stage = "candidate"
    """Where on the way from application to signature one is."""
    field: Annotated[int, Field(ge=1)] | None = None
    """How many candidates are still in the running."""
    with_: Annotated[list[Id], Field(alias="with")] = []
    """Who is there: nobody, one, or a panel."""
    place: Line = ""
    """Where and when, in a few words."""
    text: Story
    """What is read on entering."""
    again: Story = ""
    """On later visits, instead of `text`."""
    more: dict[Id, Piece] = {}
    """Paragraphs after the text, each while its condition holds."""
    varies: dict[Id, Annotated[list[Story], Field(min_length=1)]] = {}
    """Pieces that are other on each visit: `{coffee}` says the next one each time, and the last stays."""
    bargain: Exits | None = None
    """Makes the scene a table, where packages are sent and answered."""
    choices: dict[Id, Choice] = {}
    """What the player can do, in the order in which it is shown."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class Ending(Model):
    """Where the story stops."""

    outcome: Result
    """What came of it, for the debrief."""
    title: Line
    """Its name, over the last page."""
    text: Story
    """What is read at the end."""
    more: dict[Id, Piece] = {}
    """Paragraphs after the text, each while its condition holds."""
    coach: Text = ""
    """For the debrief: what this ending shows."""
    renamed_from: list[Id] = []
    """Ids it had before: saved runs follow."""


class Scenario(Model):
    """A whole scenario file."""

    format: Literal[1]
    """The version of the file format, in the first line."""
    id: Id = ""
    """Default: the file's name."""
    title: Line
    """The title."""
    summary: Line = ""
    """One or two sentences for the list of scenarios."""
    author: Plain = ""
    """Who wrote it."""
    based_on: Plain = ""
    """What it was made from, and by whom; `negotiator new --from` keeps it."""
    language: Plain = "en"
    """The language of the texts, as "en" or "de"."""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    """How hard it is to do well."""
    start: Id
    """The first scene."""
    undo: Literal["free", "counted", "off"] = "counted"
    """Whether a choice may be taken back: freely, counted in the debrief, or not at all."""
    player: Player = Player()
    """Who plays."""
    people: dict[Id, Person] = {}
    """Everybody the player may meet."""
    state: dict[Id, StateVar] = {}
    """What the story remembers: numbers, true or false, or one word of a list."""
    facts: dict[Id, Fact] = {}
    """What can be learned."""
    texts: dict[Id, SharedText] = {}
    """Texts that several places say."""
    scenes: Annotated[dict[Id, Scene], Field(min_length=1)]
    """The places of the story."""
    offer: Offer | None = None
    """The written offer."""
    deal: Deal | None = None
    """What is negotiated at a table."""
    flags: dict[Id, RedFlag] = {}
    """Red flags of the offer."""
    endings: Annotated[dict[Id, Ending], Field(min_length=1)]
    """Where the story can stop. Scenes and endings share their ids."""
    guide: Guide = Guide()
    """Notes for the instructor."""
    accept: dict[str, Plain] = {}
    """Codes of warnings and notes the author has looked at and keeps, with the reason."""
