"""Ways to bargain, for strategy players: five and a random one, and the setting they bargain in.

The five are the modes of the dual concern model as Marks & Harold (2011) measured them in salary negotiation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from negotiator.bargaining.deal import Deal
from negotiator.bargaining.manner import Reason
from negotiator.bargaining.talk import Talk

GUARDED, FIRM = 5, 5
"""How guarded an issue is and how firm a limit, where nothing else is said: the file format's own defaults."""


class Mode(StrEnum):
    """The ways to bargain."""

    AVOID = "avoid"
    ACCOMMODATE = "accommodate"
    COMPROMISE = "compromise"
    COMPETE = "compete"
    COLLABORATE = "collaborate"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session takes place in."""

    deal: Deal
    guarded: Mapping[int, int] = field(default_factory=dict)
    """By issue, 0 to 10."""
    firm: Mapping[str, int] = field(default_factory=dict)
    """By limit, 0 to 10."""
    lifted: frozenset[str] = frozenset()
    """Limits that the counterpart's own seat lifts."""
    contingent: frozenset[tuple[int, int]] = frozenset()
    """Issue and option of terms that hang on an event."""

    def talk(self) -> Talk:
        """A talk at its beginning, in which every shape of the job can be spoken of."""
        return Talk(lifted=self.lifted, shapes=frozenset(range(len(self.deal.structures))))


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a way of bargaining consists of. Percentages of the way go from the letter to the best package."""

    opening: int = 0
    """Percent of the way that is asked first."""
    least: int = 0
    """Percent of the way at which its own concessions end."""
    ease: int = 100
    """e of its concessions, in hundredths: under 100 late, over 100 early (Faratin, Sierra & Jennings 1998)."""
    spread: int = 10
    """Percent of the way by which people of one kind differ in both, up or down."""
    reasons: tuple[Reason, ...] = ()
    """Given one after the other; none after the last."""
    asks: int = 0
    """Issues asked about, the dearest first, and what matters most before them."""
    tells: int = 0
    """Issues it says matter."""
    spares: bool = False
    """Says what it does not need."""
    several: int = 1
    """Packages in a message while it is not clear which shape of the job is liked."""
    carries: int = 0
    """Percent that it thinks of having limits carried to whoever may lift them."""
    repeats: bool = False
    """Would rather send the same again than give way sooner than it meant to."""
    bluffs: int = 0
    """Percent that it claims a rival offer in the course of the talk."""
    reopens: int = 0
    """Percent a message that it takes up again what seemed settled."""
    threatens: int = 0
    """Percent that it gives an ultimatum in the course of the talk."""
    presses: int = 0
    """Percent that it gives one at the end."""
    takes: int = 100
    """Percent that at the very end it takes what lies there rather than nothing."""
    letter: bool = False
    """Takes the letter, and nothing else."""
    anything: bool = False
    """Does anything."""


CONDUCT: Mapping[Mode, Conduct] = {
    Mode.AVOID: Conduct(letter=True),
    Mode.ACCOMMODATE: Conduct(opening=18, least=5, ease=200, reasons=(Reason.RELATIONSHIP,), asks=2),
    Mode.COMPROMISE: Conduct(opening=46, least=14, ease=120, reasons=(Reason.FAIRNESS, Reason.MARKET)),
    Mode.COMPETE: Conduct(
        opening=100,
        least=60,
        ease=50,
        reasons=(Reason.MARKET, Reason.INTEREST),
        carries=50,
        repeats=True,
        bluffs=65,
        reopens=10,
        threatens=55,
        presses=80,
        takes=70,
    ),
    Mode.COLLABORATE: Conduct(
        opening=85,
        least=45,
        ease=80,
        reasons=(Reason.COMPANY, Reason.INTEREST),
        asks=5,
        tells=2,
        spares=True,
        several=3,
        carries=65,
    ),
    Mode.RANDOM: Conduct(anything=True),
}
"""Calibrated on the shipped deal and on a table in the pattern of the Job Interview exercise, 1,000 runs each, to the
facts in tests/analysis/test_simulate.py: openings and least shares to the order of own gains (Marks & Harold 2011),
`carries` to an integrative efficiency near that of good human pairs (.89), bluffs and ultimatums to a share of offers
taken back between 3 and 6 % over all six (Hart, Bear & Ren 2024)."""
