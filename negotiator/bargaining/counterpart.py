"""The counterpart: what it wants at least, what it takes, what it offers instead. Deterministic; luck is passed in.

It knows its own points. Of the player it knows in which direction each term is wanted, and guesses how much from
packages that come and from what the player says matters.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import TRUST_OF_REASON, Manner, Reason, kept_within
from negotiator.bargaining.search import Found, Table, Valuation
from negotiator.bargaining.talk import Kind, Message, Sent, Talk

Luck = Callable[[int, str], int]
"""luck(below, purpose): a number from 0 to below - 1."""

TOLD, KEPT, ASKED = 6, 1, 2
"""What moves the guess of an issue's weight: the player said so; held in a new package; improved on the letter."""
PLAIN = 2
"""Weight of an issue nothing is known about; of one the player does not need it is 0."""
RANKS = 12
"""The best option of an issue counts this much times its weight, the worst nothing."""
SHAPED = 3
"""Weight that each of the player's first messages gives to the shape it stays in, up to four of them."""
PRIORITIES_TOLD = 3
"""Issues that can be said to matter most; of more each counts less."""
HAZARD = 15
"""Percent a turn that the offer is withdrawn, for each strain beyond tolerance; never above 60."""
FOUND_OUT = 45
"""Percent that a made-up rival offer is seen through."""
PRESSED, SEEN_THROUGH, REOPENED = (3, 2), (3, 3), (2, 1)
"""What an ultimatum, a bluff found out and a settled term taken up again cost: trust, strain."""
REMEMBERED = 4000
"""Searches kept in memory."""


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
    sent: Sent | None = None
    """The message as a deed."""


class Counterpart:
    """One person at one table. Holds no talk: the same question gives the same answer."""

    def __init__(self, deal: Deal, manner: Manner) -> None:
        self.deal = deal
        self.manner = manner
        self.table = Table(deal)
        self._ranks = tuple(_ranks([option.you for option in issue.options]) for issue in deal.issues)
        self._found: dict[tuple[object, ...], Found | None] = {}

    def answer(self, talk: Talk, message: Message, luck: Luck) -> Answer:
        """Answer one package, or two or three offered as equal; `talk` is as it was before the message."""
        now, sent = self._taken_in(talk, message, luck)
        liked = max(range(len(message.packages)), key=lambda at: self.worth(message.packages[at]))
        barred = tuple(limit.id for limit in self.deal.barred(message.packages[liked], now.lifted))
        if self._withdraws(now, luck):
            return self._closing(Answer(Kind.WITHDRAWN, now, None, liked, barred), sent)
        own = self._counter(now, self.aspiration(now, now.turn))
        taken = self._taken(now, message, own)
        if taken is not None:
            package = message.packages[taken]
            return self._closing(Answer(Kind.ACCEPTED, now, package, taken), sent)
        if message.final:
            now = _strained(now, *PRESSED)
            if self._withdraws(now, luck):
                return self._closing(Answer(Kind.WITHDRAWN, now, None, liked, barred), sent)
        if now.turn >= self.manner.patience or own is None:
            return self._closing(Answer(Kind.IMPASSE, now, None, liked, barred), sent)
        after = now._replace(received=(*now.received, own.package))
        return self._closing(Answer(Kind.COUNTERED, after, own.package, liked, barred), sent)

    def _taken_in(self, talk: Talk, message: Message, luck: Luck) -> tuple[Talk, Sent]:
        """The talk once the message has been heard, before it is answered; and the message as a deed."""
        reason = f"{message.reason} {message.citing}".strip()
        faded = bool(reason) and reason in talk.used
        found_out = message.reason is Reason.RIVAL and not faded and luck(100, "bluff") < FOUND_OUT
        reopened = self._reopened(talk, message)
        trust = 0 if faded else TRUST_OF_REASON[message.reason] + (1 if message.citing else 0)
        now = talk._replace(
            turn=talk.turn + 1,
            trust=kept_within(talk.trust + trust),
            sent=(*talk.sent, message.packages),
            used=talk.used | {reason} if reason else talk.used,
            refused=talk.refused if faded or not reason else frozenset(),
        )
        if found_out:
            now = _strained(now, *SEEN_THROUGH)
        if reopened:
            now = _strained(now, *REOPENED)
        return now, Sent(message, Kind.IMPASSE, (), faded, found_out, reopened, 0, 0)

    def _closing(self, answer: Answer, sent: Sent) -> Answer:
        """The answer with the message among the deeds of its talk."""
        talk = answer.talk
        done = sent._replace(answer=answer.kind, barred=answer.barred, trust=talk.trust, strain=talk.strain)
        return replace(answer, talk=talk.doing(done, half_rounds=2), sent=done)

    def _withdraws(self, talk: Talk, luck: Luck) -> bool:
        beyond = talk.strain - self.manner.tolerance
        return beyond > 0 and luck(100, f"withdraw {talk.turn} {talk.strain}") < min(HAZARD * beyond, 60)

    def _taken(self, talk: Talk, message: Message, own: Found | None) -> int | None:
        """The package of the message that is accepted (AC_next, Baarslag, Hindriks & Jonker 2013), if one is."""
        grantable = [at for at, one in enumerate(message.packages) if self.grantable(talk, one)]
        if not grantable:
            return None
        taken = max(grantable, key=lambda at: self.worth(message.packages[at]))
        least = min(self.aspiration(talk, talk.turn + 1), own.kept if own else self.deal.reservation[1])
        enough = self.worth(message.packages[taken]) >= max(self.deal.reservation[1], least)
        return taken if enough else None

    def _reopened(self, talk: Talk, message: Message) -> tuple[int, ...]:
        """Issues on which both had come to the same option, and the player now asks for a better one."""
        if not talk.sent or not talk.received:
            return ()
        theirs = talk.received[-1]
        mine = [one for one in talk.sent[-1] if one.structure == theirs.structure]
        if not mine or any(one.structure != theirs.structure for one in message.packages):
            return ()
        return tuple(
            at
            for at, ranks in enumerate(self._ranks)
            if all(one.options[at] == theirs.options[at] for one in mine)
            and theirs.options[at] != self.deal.letter.options[at]
            and all(ranks[one.options[at]] > ranks[theirs.options[at]] for one in message.packages)
        )

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
        kept = [message[0].structure for message in talk.sent if len({one.structure for one in message}) == 1]
        shapes = tuple(SHAPED * RANKS * min(kept.count(at), 4) for at in range(len(self.deal.structures)))
        return Valuation(shapes, options)

    def weights(self, talk: Talk) -> tuple[int, ...]:
        """How much it thinks each issue matters to the player."""
        letter = self.deal.letter.options
        told = TOLD * PRIORITIES_TOLD // max(len(talk.told), PRIORITIES_TOLD)
        found = [
            (0 if at in talk.spared else PLAIN) + (told if at in talk.told else 0)
            for at in range(len(self.deal.issues))
        ]
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

    def worth(self, package: Package) -> int:
        """Points of a package for the counterpart."""
        return self.deal.points(package)[1]

    def grantable(self, talk: Talk, package: Package) -> bool:
        """Whether its seat, and what has been lifted, allow the package in this talk."""
        if package.structure not in talk.shapes or self.deal.barred(package, talk.lifted):
            return False
        only = self.deal.structures[package.structure].only
        return all(package.options[issue] in allowed for issue, allowed in only.items())

    def _top(self, talk: Talk) -> int:
        """Its best package that the player, by its guess, likes no less than the letter."""
        guess = self.guess(talk._replace(sent=(), told=frozenset(), spared=frozenset()))
        found = self._search(talk, Valuation(*_theirs(self.deal)), guess, guess.of(self.deal.letter))
        return max(found.wanted if found else 0, self.worth(self.deal.letter))

    def _conceded(self, talk: Talk) -> int:
        """What the player's last message gives over the one before, in the counterpart's points."""
        if len(talk.sent) < 2:
            return 0
        before, last = (max(map(self.worth, message)) for message in talk.sent[-2:])
        return last - before

    def _counter(self, talk: Talk, floor: int) -> Found | None:
        """Among what it would live with, the package that the player should like best."""
        guess = self.guess(talk)
        key = (talk.shapes, talk.lifted, guess, floor)
        return self._remembered(
            key, lambda: self.table.best(talk.shapes, talk.lifted, guess, side=1, floor=floor)
        )

    def _search(self, talk: Talk, want: Valuation, keep: Valuation, floor: int) -> Found | None:
        """Best by one valuation above a floor of another, over what can be granted."""
        key = ("top", talk.shapes, talk.lifted, keep, floor)
        return self._remembered(
            key,
            lambda: Table(_with_player(self.deal, keep)).best(
                talk.shapes, talk.lifted, want, side=0, floor=floor
            ),
        )

    def _remembered(self, key: tuple[object, ...], search: Callable[[], Found | None]) -> Found | None:
        if key not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[key] = search()
        return self._found[key]


def _strained(talk: Talk, trust: int, strain: int) -> Talk:
    """The talk after something that costs trust and adds strain."""
    return talk._replace(trust=kept_within(talk.trust - trust), strain=talk.strain + strain)


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
