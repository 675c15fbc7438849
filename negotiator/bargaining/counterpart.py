"""The counterpart: what it wants at least, what it takes, what it offers instead. Deterministic; luck is passed in.

It knows its own points. Of the player it knows in which direction each term is wanted, and guesses how much from
packages that come and from what the player says matters.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.impression import Impression
from negotiator.bargaining.manner import TRUST_OF_REASON, Manner, Reason, kept_within, moved
from negotiator.bargaining.search import Found, Table, Valuation, valuation
from negotiator.bargaining.talk import Kind, Message, Sent, Talk

Luck = Callable[[int, str], int]
"""luck(below, purpose): a number from 0 to below - 1."""

ANCHOR = 50
"""Percent of the way to the player's first package that the counterpart's own aim is drawn (first offers as anchors:
Galinsky & Mussweiler 2001). One below its alternative draws less, the more absurd the less."""
MATCHED = 40
"""Percent of the way from its aim to its alternative that it goes only as the player moves towards it (matching: Pruitt
1981). With ANCHOR calibrated by strategy players of rising ambition: own value rises up to asking three quarters of
what there is and conceding, and holding on to everything ends in no deal (an inverted U: Ames & Flynn 2007)."""
BELIEVED = 50
"""Percent of MATCHED that a rival offer, while it is believed, makes it forgo."""
PRESS = 30
"""Percent of what it still wants above its alternative that it gives up to an ultimatum, at the price of PRESSED."""
HAZARD, SIMMERING = 45, 8
"""Percent that the offer is withdrawn, for each strain beyond tolerance: at a new affront, and on any other turn; never
above 60. Calibrated: 3 to 6 % of offers over a mixed population of strategy players (94 % are upheld after negotiation:
Hart, Bear & Ren 2024); who gives no affront never loses the offer."""
FOUND_OUT = 45
"""Percent that a made-up rival offer is seen through."""
PRESSED, SEEN_THROUGH, REOPENED = (3, 2), (3, 3), (2, 1)
"""What an ultimatum, a bluff found out and a settled term taken up again cost: trust, strain."""
ABSURD, UNMOVED = 1, 1
"""Trust that a message costs in which nothing reaches its alternative; and one like the last, with no new reason."""
REMEMBERED = 4000
"""Searches, and worths of packages, kept in memory."""


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
        self.impression = Impression(deal)
        self._own = valuation(deal, 1)
        self._swayed = Table(_with_player(deal, self.impression.plain))
        """The deal as it takes the player to see it before anything has been said."""
        self._worths: dict[Package, int] = {}
        self._found: dict[tuple[int, frozenset[int], frozenset[str], Valuation, int], Found | None] = {}

    def answer(self, talk: Talk, message: Message, luck: Luck) -> Answer:
        """Answer one package, or two or three offered as equal; `talk` is as it was before the message."""
        now, sent = self._taken_in(talk, message, luck)
        liked = self._liked(message.packages)
        barred = tuple(limit.id for limit in self.deal.barred(message.packages[liked], now.lifted))
        if self._withdraws(now, luck, affront=sent.found_out or bool(sent.reopened)):
            return self._closing(Answer(Kind.WITHDRAWN, now, None, liked, barred), sent)
        own = self._counter(now, message.packages[liked])
        floor = self.deal.reservation[1]
        least = max(min(self.aspiration(now, now.turn + 1), own.kept if own else floor), floor)
        taken = self._taken(now, message, least)
        if taken is None and message.final:
            now = _strained(now, *PRESSED)
            if self._withdraws(now, luck, affront=True):
                return self._closing(Answer(Kind.WITHDRAWN, now, None, liked, barred), sent)
            taken = self._taken(now, message, least - (least - floor) * PRESS // 100)
        if taken is not None:
            return self._closing(Answer(Kind.ACCEPTED, now, message.packages[taken], taken), sent)
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
        if max(map(self.worth, message.packages)) < self.deal.reservation[1]:
            trust -= ABSURD
        elif talk.sent and set(message.packages) == set(talk.sent[-1]) and (faded or not reason):
            trust -= UNMOVED
        now = talk._replace(
            turn=talk.turn + 1,
            trust=moved(talk.trust, trust),
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

    def _withdraws(self, talk: Talk, luck: Luck, *, affront: bool) -> bool:
        beyond = talk.strain - self.manner.tolerance
        hazard = min((HAZARD if affront else SIMMERING) * beyond, 60)
        return beyond > 0 and luck(100, f"withdraw {talk.turn} {talk.strain}") < hazard

    def _liked(self, packages: tuple[Package, ...]) -> int:
        return max(range(len(packages)), key=lambda at: self.worth(packages[at]))

    def _taken(self, talk: Talk, message: Message, least: int) -> int | None:
        """The best package of the message that it may grant, if that is worth enough."""
        grantable = [at for at, one in enumerate(message.packages) if self.grantable(talk, one)]
        taken = max(grantable, key=lambda at: self.worth(message.packages[at]), default=None)
        enough = taken is not None and self.worth(message.packages[taken]) >= least
        return taken if enough else None

    def _reopened(self, talk: Talk, message: Message) -> tuple[int, ...]:
        """Issues on which both had come to the same option, and the player now asks for a better one, with nothing
        given for it elsewhere.
        """
        if not talk.sent or not talk.received:
            return ()
        if max(map(self.worth, message.packages)) > max(map(self.worth, talk.sent[-1])):
            return ()
        theirs = talk.received[-1]
        mine = [one for one in talk.sent[-1] if one.structure == theirs.structure]
        if not mine or any(one.structure != theirs.structure for one in message.packages):
            return ()
        return tuple(
            at
            for at, ranks in enumerate(self.impression.ranks)
            if all(one.options[at] == theirs.options[at] for one in mine)
            and theirs.options[at] != self.deal.letter.options[at]
            and all(ranks[one.options[at]] > ranks[theirs.options[at]] for one in message.packages)
        )

    def aspiration(self, talk: Talk, turn: int) -> int:
        """What it wants at least on a turn, in its own points, never under its alternative.

        a(t) = M + (A - M)(1 - t^(1/e)) - given, t = turn / patience (Faratin, Sierra & Jennings 1998). A is its aim,
        drawn towards the player's first package; M lies above the alternative R by what it gives up only in return;
        given is what the player has given since the first package in that shape of the job, weighted with reciprocity
        and trust. The one place where it is rounded.
        """
        floor = self.deal.reservation[1]
        first, last = self._course(talk)
        top = max(self._top(talk), floor)
        aim = top if first is None else top - max(top - _drawing(first, floor), 0) * ANCHOR / 100
        given = 0 if first is None else max(last - max(first, floor), 0)
        kept = 0.0
        if first is not None and first < aim:
            kept = (aim - floor) * self._unmatched(talk) / 100 * (1 - min(given / (aim - first), 1))
        share = min(turn / self.manner.patience, 1.0)
        eased = (aim - floor - kept) * (1.0 - math.pow(share, 100 / self.manner.concession))
        return max(round(floor + kept + eased - given * self.manner.reciprocity * talk.trust / 1000), floor)

    def _course(self, talk: Talk) -> tuple[int | None, int]:
        """What the player's first and last package in the shape that is spoken of are worth to it."""
        if not talk.sent:
            return None, 0
        last = talk.sent[-1][self._liked(talk.sent[-1])]
        worths = [
            max(self.worth(one) for one in message if one.structure == last.structure)
            for message in talk.sent
            if any(one.structure == last.structure for one in message)
        ]
        return worths[0], worths[-1]

    def _unmatched(self, talk: Talk) -> int:
        """Percent of its way down that it goes only if the player moves as well."""
        believed = any(
            isinstance(deed, Sent) and deed.message.reason is Reason.RIVAL and not deed.found_out
            for deed in talk.deeds
        )
        return MATCHED * (100 - BELIEVED) // 100 if believed else MATCHED

    def _top(self, talk: Talk) -> int:
        """Its best package, in the shapes spoken of, that the player should like no less than the letter."""
        spoken = talk.shapes & {one.structure for message in talk.sent for one in message}
        least = self.impression.plain.of(self.deal.letter)
        for shapes in (spoken, talk.shapes):
            found = self._best(self._swayed, shapes, talk.lifted, self._own, 0, least)
            if found is not None:
                return self.worth(found.package)
        return self.worth(self.deal.letter)

    def guess(self, talk: Talk) -> Valuation:
        """The player's points as it guesses them: weight times rank, both small integers."""
        return self.impression.valuation(talk)

    def weights(self, talk: Talk) -> tuple[int, ...]:
        """How much it thinks each issue matters to the player."""
        return self.impression.weights(talk)

    def worth(self, package: Package) -> int:
        """Points of a package for the counterpart."""
        if package not in self._worths:
            if len(self._worths) >= REMEMBERED:
                self._worths.clear()
            self._worths[package] = self.deal.points(package)[1]
        return self._worths[package]

    def grantable(self, talk: Talk, package: Package) -> bool:
        """Whether its seat, and what has been lifted, allow the package in this talk."""
        if package.structure not in talk.shapes or self.deal.barred(package, talk.lifted):
            return False
        only = self.deal.structures[package.structure].only
        return all(package.options[issue] in allowed for issue, allowed in only.items())

    def _counter(self, talk: Talk, to: Package) -> Found | None:
        """Among what it would live with, the answer to a package that should go down best; in its shape if it can be."""
        near = self.impression.near(talk, to)
        for least in (self.aspiration(talk, talk.turn), self.deal.reservation[1]):
            for shapes in (talk.shapes & {to.structure}, talk.shapes):
                found = self._best(self.table, shapes, talk.lifted, near, 1, least)
                if found is not None:
                    return found
        return None

    def _best(
        self,
        table: Table,
        shapes: frozenset[int],
        lifted: frozenset[str],
        want: Valuation,
        side: int,
        floor: int,
    ) -> Found | None:
        key = (side, shapes, lifted, want, floor)
        if key not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[key] = table.best(shapes, lifted, want, side=side, floor=floor)
        return self._found[key]


def _drawing(first: int, floor: int) -> int:
    """Where a first package draws the aim to: one as far below the alternative as another lies above draws as much."""
    return first if first >= floor else 2 * floor - first


def _strained(talk: Talk, trust: int, strain: int) -> Talk:
    """The talk after something that costs trust and adds strain."""
    return talk._replace(trust=kept_within(talk.trust - trust), strain=talk.strain + strain)


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
