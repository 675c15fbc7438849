"""Strategy players at the table: whole talks by the rules that a person plays by, nothing edited by hand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from negotiator.analysis.reading import Reading
from negotiator.analysis.strategies import FIRM, GUARDED, Conduct, Setting
from negotiator.bargaining import conduct as rules
from negotiator.bargaining.counterpart import Counterpart, Luck
from negotiator.bargaining.deal import Deal, Limit, Package, Point
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.search import Valuation, valuation
from negotiator.bargaining.talk import PRIORITIES, Kind, Level, Message, Talk
from negotiator.game.bargain import GUARDED_PRIORITIES

ROUNDS = 9
"""Messages that a player reckons with."""
LATE, LAST = 3, 2
"""Messages after which one may speak of the end; messages left at which the last word is said."""
EXPLORING = 2
"""Messages with several packages, of those who send several."""
EQUAL = 95
"""Percent of the first package's own gain that the others of a message are worth at least."""
STEP, STEPS = 4, 5
"""Percent of the way more that is given, so many times at most, not to send the same package twice."""
DEPARTURE = 50
"""Most that it seems to cost the other to speak of another shape than the letter's; people differ."""
_T = TypeVar("_T")
ANY = -(10**9)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended."""

    kind: Kind
    package: Package | None
    """The deal, None when there is none."""
    point: Point
    """Points of the deal, or of what both have elsewhere."""
    talk: Talk


def session(
    counterpart: Counterpart, setting: Setting, conduct: Conduct, luck: Luck, *, start: Talk | None = None
) -> Outcome:
    """One whole talk, from `start` or from its beginning."""
    deal = setting.deal
    talk = setting.talk() if start is None else start
    if conduct.letter:
        return _agreed(deal, rules.close(talk, deal.letter, letter=True)[0], deal.letter)
    kind = _Anything if conduct.anything else Player
    player = kind(counterpart, setting, conduct, luck)
    talk = player.prepare(talk)
    while True:
        if (package := player.takes(talk)) is not None:
            return _agreed(deal, rules.close(talk, package, letter=package == deal.letter)[0], package)
        answer = counterpart.answer(talk, player.message(talk), luck)
        talk = answer.talk
        if answer.kind is Kind.ACCEPTED and answer.package is not None:
            return _agreed(deal, talk, answer.package)
        if answer.kind is not Kind.COUNTERED:
            return Outcome(answer.kind, None, deal.reservation, talk)
        talk = player.after(talk)


def _agreed(deal: Deal, talk: Talk, package: Package) -> Outcome:
    return Outcome(Kind.ACCEPTED, package, deal.points(package), talk)


class Player:
    """A player with a conduct. Knows its own points; of the other's only what it was told or saw."""

    def __init__(self, counterpart: Counterpart, setting: Setting, conduct: Conduct, luck: Luck) -> None:
        self.counterpart = counterpart
        self.setting = setting
        self.deal = setting.deal
        self.conduct = conduct
        self.luck = luck
        self.own = valuation(self.deal, 0)
        self.table = counterpart.table
        self._best: dict[tuple[frozenset[int], frozenset[str]], Package] = {}
        self.low = max(self.worth(self.deal.letter), self.deal.reservation[0])
        self._draw_temper()

    def _draw_temper(self) -> None:
        """What people of one kind differ in."""
        conduct, luck = self.conduct, self.luck
        spread = 2 * conduct.spread + 1
        self.opening = conduct.opening + luck(spread, "opening") - conduct.spread
        self.least = max(min(conduct.least + luck(spread, "least") - conduct.spread, self.opening), 0)
        self.reading = Reading(self.deal, departure=luck(DEPARTURE + 1, "departure"))
        self.carrying = luck(100, "carries") < conduct.carries
        self.pressing = luck(100, "presses") < conduct.presses
        self.taking = luck(100, "takes") < conduct.takes
        self.bluff_at = 1 + luck(4, "bluff at") if luck(100, "bluffs") < conduct.bluffs else 0
        self.threat_at = LATE + luck(4, "threat at") if luck(100, "threatens") < conduct.threatens else 0

    def worth(self, package: Package) -> int:
        """Own points of a package."""
        return self.deal.points(package)[0]

    def prepare(self, talk: Talk) -> Talk:
        """What is told and asked before the first package."""
        spans = [max(row) - min(row) for row in self.own.options]
        dearest = sorted(range(len(spans)), key=lambda at: -spans[at])
        if self.conduct.tells:
            spared = frozenset(dearest[-1:]) if self.conduct.spares else frozenset()
            talk, _ = rules.tell(talk, frozenset(dearest[: self.conduct.tells]) - spared, spared)
        if self.conduct.asks:
            talk = self._ask(talk, PRIORITIES, GUARDED_PRIORITIES)
            for at in dearest[: self.conduct.asks]:
                talk = self._ask(talk, self.deal.issues[at].id, self.setting.guarded.get(at, GUARDED))
        return talk

    def _ask(self, talk: Talk, topic: str, guarded: int) -> Talk:
        """Ask openly; after half an answer once more in another form."""
        for form in (Form.OPEN, Form.NEGATIVE):
            talk, deed = rules.ask(self.counterpart, talk, form, topic, guarded=guarded, problem=False)
            if deed.level is not Level.PARTLY:
                break
        return talk

    def takes(self, talk: Talk) -> Package | None:
        """What lies on the table, when it is as good as what it was about to ask for, or at the very end."""
        if not talk.received:
            return None
        there = talk.received[-1]
        if self.worth(there) >= self.aspiration(talk):
            return there
        if self.left(talk) <= 1 and self.taking:
            return max(there, self.deal.letter, key=self.worth)
        return None

    def aspiration(self, talk: Talk) -> int:
        """What it asks for in its next message, in own points."""
        share = min(talk.turn / (ROUNDS - 1), 1.0)
        eased = self.opening - (self.opening - self.least) * math.pow(share, 100 / self.conduct.ease)
        return self.low + round(self._way(talk) * eased / 100)

    def _way(self, talk: Talk) -> int:
        """Own points from the letter to the best package that may be had."""
        return max(self.worth(self.best(talk.shapes, self.hoped(talk))) - self.low, 0)

    def best(self, shapes: frozenset[int], lifted: frozenset[str]) -> Package:
        """The best package for itself that may be had."""
        if (shapes, lifted) not in self._best:
            found = self.table.best(shapes, lifted, self.own, side=0, floor=ANY)
            self._best[shapes, lifted] = found.package if found else self.deal.letter
        return self._best[shapes, lifted]

    def hoped(self, talk: Talk) -> frozenset[str]:
        """Limits that are lifted or, at the beginning, may yet be."""
        if self.carrying and not talk.turn:
            return self.deal.every_limit - talk.refused
        return talk.lifted

    def left(self, talk: Talk) -> int:
        """Messages that the counterpart still has time for; one sees the last coming."""
        return self.counterpart.manner.patience - talk.turn

    def message(self, talk: Talk) -> Message:
        """Among packages worth enough to itself, the ones that the other should like best."""
        floor = self.aspiration(talk)
        reopens = self.luck(100, f"reopens {talk.turn}") < self.conduct.reopens
        estimate = self.reading.estimate(talk, keeps_word=not reopens)
        packages = self._packages(talk, estimate, floor)
        step = 0
        while talk.sent and packages == talk.sent[-1] and step < STEPS and not self.conduct.repeats:
            step += 1
            given = self._way(talk) * STEP * step // 100
            packages = self._packages(talk, estimate, max(floor - given, self.low))
        if not reopens and not all(self.reading.keeps(talk, one) for one in packages):
            packages = talk.sent[-1]
        return Message(packages, self._reason(talk), final=self._final(talk))

    def _packages(self, talk: Talk, estimate: Valuation, floor: int) -> tuple[Package, ...]:
        """One package, or several of different shapes that are worth about the same to itself."""
        lifted = self.hoped(talk)
        first = self.table.best(talk.shapes, lifted, estimate, side=0, floor=floor)
        packages = [first.package if first else self.best(talk.shapes, lifted)]
        enough = self.low + (self.worth(packages[0]) - self.low) * EQUAL // 100
        while len(packages) < self.conduct.several and talk.turn < EXPLORING:
            others = talk.shapes - {one.structure for one in packages}
            found = self.table.best(others, lifted, estimate, side=0, floor=enough) if others else None
            if found is None:
                break
            packages.append(found.package)
        return tuple(packages)

    def _reason(self, talk: Talk) -> Reason:
        if self.bluff_at and talk.turn == self.bluff_at:
            return Reason.RIVAL
        return self.conduct.reasons[talk.turn] if talk.turn < len(self.conduct.reasons) else Reason.NONE

    def _final(self, talk: Talk) -> bool:
        return (self.pressing and self.left(talk) == LAST) or 0 < self.threat_at == talk.turn

    def after(self, talk: Talk) -> Talk:
        """What is done about a counter-proposal before the next message: what was asked for is carried upstairs."""
        if self.carrying:
            asked = [limit for package in talk.sent[-1] for limit in self.deal.barred(package, talk.lifted)]
            for limit in dict.fromkeys(one.id for one in asked):
                talk = self._carry(talk, next(one for one in asked if one.id == limit))
        return talk

    def _carry(self, talk: Talk, limit: Limit) -> Talk:
        if limit.id in talk.refused:
            return talk
        return rules.pause(self.counterpart, talk, limit, self.setting.firm.get(limit.id, FIRM))[0]


class _Anything(Player):
    """Does anything that can be done."""

    def prepare(self, talk: Talk) -> Talk:
        """Nothing, a question or a word about what matters."""
        if not self.deal.issues:
            return talk
        at = self.luck(len(self.deal.issues), "topic")
        match self.luck(3, "begin"):
            case 1:
                form = self._any(list(Form), "form")
                guarded = self.setting.guarded.get(at, GUARDED)
                topic = self.deal.issues[at].id
                return rules.ask(self.counterpart, talk, form, topic, guarded=guarded, problem=False)[0]
            case 2:
                return rules.tell(talk, frozenset({at}), frozenset())[0]
            case _:
                return talk

    def _any(self, things: Sequence[_T], purpose: str) -> _T:
        return things[self.luck(len(things), purpose)]

    def message(self, talk: Talk) -> Message:
        """Any package of any shape for any reason; one in ten as an ultimatum."""
        turn = talk.turn
        shape = self._any(sorted(talk.shapes), f"shape {turn}")
        rows = self.deal.allowed(shape, self.deal.every_limit)
        package = self.deal.letter
        if all(rows):
            picks = tuple(self._any(row, f"issue {at} {turn}") for at, row in enumerate(rows))
            package = Package(shape, picks)
        reason = self._any(list(Reason), f"reason {turn}")
        return Message((package,), reason, final=not self.luck(10, f"final {turn}"))

    def takes(self, talk: Talk) -> Package | None:
        """Takes what lies there one time in eight."""
        if talk.received and not self.luck(8, f"takes {talk.turn}"):
            return talk.received[-1]
        return None

    def after(self, talk: Talk) -> Talk:
        """Has what it asked for carried upstairs one time in four."""
        for limit in self.deal.barred(talk.sent[-1][0], talk.lifted):
            if not self.luck(4, f"pause {limit.id} {talk.turn}"):
                talk = self._carry(talk, limit)
        return talk
