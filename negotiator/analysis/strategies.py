"""Strategy players: five ways to bargain and a random one, as test persons for the counterpart and for a deal.

The five are the modes of the dual concern model as Marks & Harold (2011) measured them in salary negotiation.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.bargaining.counterpart import PLAIN, RANKS, Answer, Counterpart, Luck
from negotiator.bargaining.deal import Deal, Package, Point
from negotiator.bargaining.manner import FORM_BONUS, Form, Reason, kept_within
from negotiator.bargaining.search import Table, Valuation, valuation
from negotiator.bargaining.talk import Kind, Message, Talk

GUARDED = 6
"""How guarded a priority is when a strategy player asks for it, 0 to 10."""
QUESTIONS = 4
EQUAL = 95
"""Percent of own value that the second package of a message may be worth at least."""


class Mode(StrEnum):
    """The ways to bargain."""

    AVOID = "avoid"
    ACCOMMODATE = "accommodate"
    COMPROMISE = "compromise"
    COMPETE = "compete"
    COLLABORATE = "collaborate"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a way of bargaining consists of."""

    opening: int
    """Percent of the way from the letter to the best package that is asked first."""
    ease: int
    """e of the player's own concessions, in hundredths."""
    least: int
    """Percent of that way under which it rather takes what lies on the table."""
    reason: Reason
    asks: bool = False
    tells: bool = False
    several: bool = False
    presses: bool = False
    """Ends with an ultimatum."""


CONDUCT = {
    Mode.ACCOMMODATE: Conduct(opening=12, ease=200, least=0, reason=Reason.RELATIONSHIP),
    Mode.COMPROMISE: Conduct(opening=50, ease=100, least=10, reason=Reason.FAIRNESS),
    Mode.COMPETE: Conduct(opening=100, ease=45, least=30, reason=Reason.MARKET, presses=True),
    Mode.COLLABORATE: Conduct(
        opening=90, ease=70, least=25, reason=Reason.COMPANY, asks=True, tells=True, several=True
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended."""

    kind: Kind
    package: Package | None
    """The deal, None when there is none."""
    point: Point
    """Points of the deal, or of what both have elsewhere."""
    trust: int
    turns: int


def session(counterpart: Counterpart, mode: Mode, luck: Luck, *, start: Talk | None = None) -> Outcome:
    """One whole talk. The letter stands until it is withdrawn; who walks away with nothing better takes it.

    Who asks learns of other shapes of the job and has limits lifted; who does not, talks about the letter's shape.
    """
    deal = counterpart.deal
    talk = start if start is not None else Talk()
    if mode is Mode.AVOID:
        return _deal(deal, talk, deal.letter)
    player = _Random(counterpart, luck) if mode is Mode.RANDOM else _Player(counterpart, CONDUCT[mode])
    talk = player.prepare(talk)
    for turn in range(1, counterpart.manner.patience + 1):
        message, reason = player.message(talk, turn)
        if player.contented(talk, message):
            return _deal(deal, talk, player.on_table(talk))
        said = Message(message, reason, final=player.presses(turn))
        answer: Answer = counterpart.answer(talk, said, luck)
        talk = answer.talk
        if answer.kind is Kind.ACCEPTED and answer.package is not None:
            return _deal(deal, talk, answer.package)
        if answer.kind is Kind.WITHDRAWN:
            return Outcome(answer.kind, None, deal.reservation, talk.trust, talk.turn)
        if answer.kind is Kind.IMPASSE:
            break
    last = player.on_table(talk)
    if deal.points(last)[0] < deal.reservation[0]:
        return Outcome(Kind.IMPASSE, None, deal.reservation, talk.trust, talk.turn)
    return _deal(deal, talk, last)


def _deal(deal: Deal, talk: Talk, package: Package) -> Outcome:
    return Outcome(Kind.ACCEPTED, package, deal.points(package), talk.trust, talk.turn)


class _Player:
    """A player with a conduct. Knows its own points; of the other's only what it asked for or saw held on to."""

    def __init__(self, counterpart: Counterpart, conduct: Conduct) -> None:
        self.counterpart = counterpart
        self.deal = counterpart.deal
        self.conduct = conduct
        self.own = valuation(self.deal, 0)
        self.table = Table(self.deal)
        self.known: set[int] = set()
        """Issues whose worth to the counterpart was told."""

    def prepare(self, talk: Talk) -> Talk:
        """Small talk, questions and what is told before the first package."""
        self.low = max(self.deal.points(self.deal.letter)[0], self.deal.reservation[0])
        if self.conduct.tells:
            talk = talk._replace(told=frozenset(self._dearest(2)), trust=kept_within(talk.trust + 1))
        if self.conduct.asks:
            for issue in self._dearest(QUESTIONS):
                if (
                    talk.trust + self.counterpart.manner.candour + FORM_BONUS[Form.OPEN] + len(talk.told)
                    >= GUARDED
                ):
                    self.known.add(issue)
                # Being asked, and asked again after an answer, is liked (Huang et al. 2017).
                talk = talk._replace(trust=kept_within(talk.trust + (issue in self.known)))
            if self.known:
                talk = talk._replace(
                    lifted=self.deal.every_limit, shapes=frozenset(range(len(self.deal.structures)))
                )
        best = self.table.best(talk.shapes, talk.lifted, self.own, side=0, floor=-(10**9))
        self.high = max(best.wanted if best else self.low, self.low)
        return talk

    def _dearest(self, count: int) -> list[int]:
        spans = [max(row) - min(row) for row in self.own.options]
        return sorted(range(len(spans)), key=lambda at: -spans[at])[:count]

    def aspiration(self, turn: int) -> int:
        """What it asks for on a turn, in own points."""
        conduct = self.conduct
        share = min((turn - 1) / max(self.counterpart.manner.patience - 1, 1), 1.0)
        eased = conduct.opening - (conduct.opening - conduct.least) * math.pow(share, 100 / conduct.ease)
        return self.low + round((self.high - self.low) * eased / 100)

    def estimate(self, talk: Talk) -> Valuation:
        """The counterpart's points as far as the player can tell."""
        rows = []
        for at, issue in enumerate(self.deal.issues):
            if at in self.known:
                rows.append(tuple(option.them for option in issue.options))
                continue
            held = sum(one.options[at] == self.deal.letter.options[at] for one in talk.received)
            order = sorted({option.you for option in issue.options}, reverse=True)
            step = max(len(order) - 1, 1)
            rows.append(
                tuple((PLAIN + held) * RANKS * order.index(option.you) // step for option in issue.options)
            )
        return Valuation((0,) * len(self.deal.structures), tuple(rows))

    def message(self, talk: Talk, turn: int) -> tuple[tuple[Package, ...], Reason]:
        """The packages of a turn: among those worth enough to itself, what the other should like best."""
        floor = self.aspiration(turn)
        estimate = self.estimate(talk)
        first = self.table.best(talk.shapes, talk.lifted, estimate, side=0, floor=floor)
        packages = [first.package if first else self.deal.letter]
        if self.conduct.several and first:
            packages += self._equal(
                talk, estimate, first.package, max(floor, self.deal.points(first.package)[0] * EQUAL // 100)
            )
        return tuple(packages), self.conduct.reason

    def _equal(self, talk: Talk, estimate: Valuation, first: Package, floor: int) -> list[Package]:
        """The best package of another shape that is worth about the same to the player."""
        others = talk.shapes - {first.structure}
        found = self.table.best(others, talk.lifted, estimate, side=0, floor=floor) if others else None
        return [found.package] if found else []

    def on_table(self, talk: Talk) -> Package:
        """The best of what the counterpart has offered, the letter included."""
        offered: Sequence[Package] = (self.deal.letter, *talk.received)
        return max(offered, key=lambda one: self.deal.points(one)[0])

    def contented(self, talk: Talk, message: tuple[Package, ...]) -> bool:
        """Whether what lies on the table is as good as what it was about to ask for."""
        if not talk.received:
            return False
        return self.deal.points(self.on_table(talk))[0] >= max(self.deal.points(one)[0] for one in message)

    def presses(self, turn: int) -> bool:
        """Whether this turn comes with an ultimatum."""
        return self.conduct.presses and turn >= self.counterpart.manner.patience - 1


class _Random(_Player):
    """Sends any package for any reason."""

    def __init__(self, counterpart: Counterpart, luck: Luck) -> None:
        super().__init__(counterpart, CONDUCT[Mode.COMPROMISE])
        self.luck = luck

    def message(self, talk: Talk, turn: int) -> tuple[tuple[Package, ...], Reason]:
        """Any package of any shape."""
        shapes = sorted(talk.shapes)
        shape = shapes[self.luck(len(shapes), f"shape {turn}")]
        rows = self.deal.allowed(shape, talk.lifted)
        options = tuple(row[self.luck(len(row), f"issue {at} {turn}")] for at, row in enumerate(rows))
        reasons = list(Reason)
        return (Package(shape, options),), reasons[self.luck(len(reasons), f"reason {turn}")]
