"""A talk about terms: everything said so far, all that the next answer depends on."""

from enum import StrEnum
from typing import NamedTuple

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import TRUST_START, Form, Reason


class Kind(StrEnum):
    """What an answer is."""

    ACCEPTED = "accepted"
    COUNTERED = "countered"
    IMPASSE = "impasse"
    WITHDRAWN = "withdrawn"


class Level(StrEnum):
    """How much of what was asked has been told."""

    NOTHING = "nothing"
    PARTLY = "partly"
    FULL = "full"


PRIORITIES = "priorities"
"""The topic of the question what matters most."""


class Message(NamedTuple):
    """One package, or two or three offered as equal, with the reason given."""

    packages: tuple[Package, ...]
    reason: Reason = Reason.NONE
    citing: str = ""
    """Id of the fact the reason rests on."""
    final: bool = False
    """Take it or leave it."""


class Sent(NamedTuple):
    """The player sent a message."""

    message: Message
    answer: Kind
    barred: tuple[str, ...]
    """Limits that the liked package breaks."""
    faded: bool
    """The reason had been given before."""
    found_out: bool
    """The reason was a bluff, and was found out."""
    reopened: tuple[int, ...]
    """Issues that seemed settled and were taken up again."""
    trust: int
    """After it."""
    strain: int


class Asked(NamedTuple):
    """The player asked."""

    form: Form
    topic: str
    level: Level
    again: bool
    """It had been asked before, and told in full or asked in the same form."""
    turn: int
    """Messages sent before."""


class Told(NamedTuple):
    """The player said what matters, and what does not."""

    matters: tuple[int, ...]
    spared: tuple[int, ...]
    turn: int


class Paused(NamedTuple):
    """The player had a limit carried to whoever may lift it."""

    limit: str
    lifted: bool
    turn: int


class Closed(NamedTuple):
    """The player ended the talk: took what lay there, or left."""

    accepted: bool
    package: Package | None
    letter: bool
    """What was taken is the letter as it stood."""
    turn: int


Deed = Sent | Asked | Told | Paused | Closed


class Talk(NamedTuple):
    """A talk so far. Immutable; integers, ids and positions only."""

    turn: int = 0
    """Messages sent."""
    trust: int = TRUST_START
    """0 to 10."""
    strain: int = 0
    """Insult piled up: ultimatums, bluffs found out, what was settled reopened."""
    sent: tuple[tuple[Package, ...], ...] = ()
    """The player's messages: one package, or two or three equal ones."""
    received: tuple[Package, ...] = ()
    """The counterpart's packages."""
    told: frozenset[int] = frozenset()
    """Issues the player said matter."""
    spared: frozenset[int] = frozenset()
    """Issues the player said do not."""
    heard: tuple[tuple[str, Level], ...] = ()
    """What the counterpart has told, by topic, the last word on each."""
    used: frozenset[str] = frozenset()
    """Reasons given so far, with the fact they rested on."""
    lifted: frozenset[str] = frozenset()
    """Limits that somebody with the authority has lifted."""
    refused: frozenset[str] = frozenset()
    """Limits that came back with a no since the last new thing was said for them."""
    shapes: frozenset[int] = frozenset({0})
    """Structures that can be spoken of."""
    clock: int = 0
    """Half rounds: a message is two, a question one."""
    deeds: tuple[Deed, ...] = ()
    """Everything the player did, in order."""

    def level(self, topic: str) -> Level:
        """How much has been told about a topic."""
        return next((level for name, level in self.heard if name == topic), Level.NOTHING)

    def hearing(self, topic: str, level: Level) -> "Talk":
        """The talk once this much has been told about a topic."""
        others = tuple(one for one in self.heard if one[0] != topic)
        return self._replace(heard=(*others, (topic, level)))

    def doing(self, deed: Deed, half_rounds: int = 0) -> "Talk":
        """The talk with one more deed."""
        return self._replace(deeds=(*self.deeds, deed), clock=self.clock + half_rounds)
