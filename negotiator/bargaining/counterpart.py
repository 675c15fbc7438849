"""The counterpart: what it wants at least, what it takes, what it offers instead. Deterministic; luck is passed in.

It knows its own points. Of the player it knows in which direction each term is wanted, and guesses how much from
packages that come and from what the player says matters.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import TRUST_OF_REASON, TRUST_START, Manner, Reason, kept_within
from negotiator.bargaining.search import Found, Table, Valuation

Luck = Callable[[int, str], int]
"""luck(below, purpose): a number from 0 to below - 1."""

TOLD, KEPT, ASKED = 6, 1, 2
"""What moves the guess of an issue's weight: the player said so; held in a new package; improved on the letter."""
PLAIN = 2
"""Weight of an issue nothing is known about."""
RANKS = 12
"""The best option of an issue counts this much times its weight, the worst nothing."""
HAZARD = 15
"""Percent a turn that the offer is withdrawn, for each strain beyond tolerance; never above 60."""


class Kind(StrEnum):
    """What an answer is."""

    ACCEPTED = "accepted"
    COUNTERED = "countered"
    IMPASSE = "impasse"
    WITHDRAWN = "withdrawn"


class Talk(NamedTuple):
    """A talk so far, all that the next answer depends on."""

    turn: int = 0
    trust: int = TRUST_START
    strain: int = 0
    sent: tuple[tuple[Package, ...], ...] = ()
    """The player's messages: one package, or two or three equal ones."""
    received: tuple[Package, ...] = ()
    """The counterpart's packages."""
    told: frozenset[int] = frozenset()
    """Issues the player said matter."""
    lifted: frozenset[str] = frozenset()
    """Limits that somebody with the authority has lifted."""
    shapes: frozenset[int] = frozenset({0})
    """Structures that can be spoken of."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the counterpart says to a message, and the talk after it."""

    kind: Kind
    talk: Talk
    package: Package | None = None
    """Accepted, or offered instead."""
    member: int = 0
    """Which package of the message was taken, or liked best."""
    barred: tuple[str, ...] = ()
    """Limits that the liked package breaks."""


class Counterpart:
    """One person at one table. Holds no talk: the same question gives the same answer."""

    def __init__(self, deal: Deal, manner: Manner) -> None:
        self.deal = deal
        self.manner = manner
        self.table = Table(deal)
        self._ranks = tuple(_ranks([option.you for option in issue.options]) for issue in deal.issues)
        self._found: dict[tuple[object, ...], Found | None] = {}

    def answer(self, talk: Talk, message: tuple[Package, ...], reason: Reason, luck: Luck) -> Answer:
        """Answer one package, or two or three offered as equal; `talk` is as it was before the message."""
        now = talk._replace(
            turn=talk.turn + 1,
            trust=kept_within(talk.trust + TRUST_OF_REASON[reason]),
            sent=(*talk.sent, message),
        )
        if now.strain > self.manner.tolerance:
            hazard = min(HAZARD * (now.strain - self.manner.tolerance), 60)
            if luck(100, "withdraw") < hazard:
                return Answer(Kind.WITHDRAWN, now)
        grantable = [at for at, one in enumerate(message) if self._grantable(now, one)]
        liked = max(range(len(message)), key=lambda at: self._worth(message[at]))
        barred = tuple(limit.id for limit in self.deal.barred(message[liked], now.lifted))
        own = self._counter(now, self.aspiration(now, now.turn))
        if grantable:
            taken = max(grantable, key=lambda at: self._worth(message[at]))
            least = min(self.aspiration(now, now.turn + 1), own.kept if own else self.deal.reservation[1])
            if self._worth(message[taken]) >= max(self.deal.reservation[1], least):
                return Answer(Kind.ACCEPTED, now, message[taken], taken)
        if now.turn >= self.manner.patience or own is None:
            return Answer(Kind.IMPASSE, now, None, liked, barred)
        after = now._replace(received=(*now.received, own.package))
        return Answer(Kind.COUNTERED, after, own.package, liked, barred)

    def aspiration(self, talk: Talk, turn: int) -> int:
        """What it wants at least on a turn, in its own points, never under its alternative.

        a(t) = R + (A - R)(1 - t^(1/e)), t = turn / patience, less a trust-weighted answer to the player's last
        concession (Faratin, Sierra & Jennings 1998). A is the best it can have that the player, as far as it can
        guess, likes no less than the letter. The one place where it is rounded.
        """
        floor = self.deal.reservation[1]
        top = max(self._top(talk), floor)
        share = min(turn / self.manner.patience, 1.0)
        eased = (top - floor) * (1.0 - math.pow(share, 100 / self.manner.concession))
        given = max(self._conceded(talk), 0) * self.manner.reciprocity * talk.trust / 1000
        return max(round(floor + eased - given), floor)

    def guess(self, talk: Talk) -> Valuation:
        """The player's points as it guesses them: weight times rank, both small integers (a frequency model)."""
        weights = self.weights(talk)
        options = tuple(
            tuple(weight * rank for rank in ranks) for weight, ranks in zip(weights, self._ranks, strict=True)
        )
        return Valuation((0,) * len(self.deal.structures), options)

    def weights(self, talk: Talk) -> tuple[int, ...]:
        """How much it thinks each issue matters to the player."""
        letter = self.deal.letter.options
        found = [PLAIN + (TOLD if at in talk.told else 0) for at in range(len(self.deal.issues))]
        for number, message in enumerate(talk.sent):
            for at, ranks in enumerate(self._ranks):
                asked = [one.options[at] for one in message]
                if all(ranks[option] > ranks[letter[at]] for option in asked):
                    found[at] += ASKED if number == 0 else 0
                    held = number and all(
                        ranks[option] >= ranks[before.options[at]]
                        for option in asked
                        for before in talk.sent[number - 1]
                    )
                    found[at] += KEPT if held else 0
        return tuple(found)

    def _worth(self, package: Package) -> int:
        return self.deal.points(package)[1]

    def _grantable(self, talk: Talk, package: Package) -> bool:
        if package.structure not in talk.shapes or self.deal.barred(package, talk.lifted):
            return False
        only = self.deal.structures[package.structure].only
        return all(package.options[issue] in allowed for issue, allowed in only.items())

    def _top(self, talk: Talk) -> int:
        """Its best package that the player, by its guess, likes no less than the letter."""
        guess = self.guess(talk._replace(sent=(), told=frozenset()))
        found = self._search(talk, Valuation(*_theirs(self.deal)), guess, guess.of(self.deal.letter))
        return max(found.wanted if found else 0, self._worth(self.deal.letter))

    def _conceded(self, talk: Talk) -> int:
        """What the player's last message gives over the one before, in the counterpart's points."""
        if len(talk.sent) < 2:
            return 0
        before, last = (max(map(self._worth, message)) for message in talk.sent[-2:])
        return last - before

    def _counter(self, talk: Talk, floor: int) -> Found | None:
        """Among what it would live with, the package that the player should like best."""
        guess = self.guess(talk)
        key = (talk.shapes, talk.lifted, guess, floor)
        if key not in self._found:
            self._found[key] = self.table.best(talk.shapes, talk.lifted, guess, side=1, floor=floor)
        return self._found[key]

    def _search(self, talk: Talk, want: Valuation, keep: Valuation, floor: int) -> Found | None:
        """Best by one valuation above a floor of another, over what can be granted."""
        key = ("top", talk.shapes, talk.lifted, keep, floor)
        if key not in self._found:
            guessed = Table(_with_player(self.deal, keep))
            self._found[key] = guessed.best(talk.shapes, talk.lifted, want, side=0, floor=floor)
        return self._found[key]


def _ranks(points: list[int]) -> tuple[int, ...]:
    """Where each option stands among the others in the player's eyes, 0 to RANKS; equal points, equal rank."""
    order = sorted(set(points))
    if len(order) == 1:
        return (0,) * len(points)
    return tuple(RANKS * order.index(point) // (len(order) - 1) for point in points)


def _theirs(deal: Deal) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    return (
        tuple(shape.them for shape in deal.structures),
        tuple(tuple(option.them for option in issue.options) for issue in deal.issues),
    )


def _with_player(deal: Deal, guess: Valuation) -> Deal:
    """The deal with the player's points as guessed."""
    issues = tuple(
        replace(
            issue, options=tuple(replace(o, you=worth) for o, worth in zip(issue.options, row, strict=True))
        )
        for issue, row in zip(deal.issues, guess.options, strict=True)
    )
    structures = tuple(
        replace(shape, you=worth) for shape, worth in zip(deal.structures, guess.shapes, strict=True)
    )
    joints = tuple(replace(joint, you=0) for joint in deal.joints)
    return replace(deal, structures=structures, issues=issues, joints=joints)
