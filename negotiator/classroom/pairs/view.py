"""What one chair may see of its table: own points and what was offered. Nothing of the other side's mind is in it."""

from dataclasses import dataclass

from negotiator.bargaining.deal import Package
from negotiator.classroom.pairs.case import Case
from negotiator.classroom.pairs.seats import SIDES, Seat
from negotiator.classroom.pairs.table import PairTable

Options = tuple[tuple[int, int], ...]
"""Pairs of an issue and one of its options, as positions."""


@dataclass(frozen=True, slots=True)
class OptionSeen:
    """One value of a term."""

    id: str
    label: str
    own: int | None
    """Points for this side; None for an observer."""
    event: str
    """What it hangs on; empty when on nothing."""
    chance: int | None
    """Percent this side gives the event; None without one, and for an observer."""
    barred: str
    """Why it is not this manager's to grant; empty for everything else and everybody else."""


@dataclass(frozen=True, slots=True)
class TermSeen:
    """One issue."""

    id: str
    label: str
    options: tuple[OptionSeen, ...]
    letter: int
    """Position of the option that stands in the letter."""


@dataclass(frozen=True, slots=True)
class ShapeSeen:
    """A structure of the job that can be spoken of."""

    id: str
    label: str
    own: int | None
    allowed: tuple[tuple[int, ...], ...]
    """For each issue the positions of the options there are in this shape."""
    default: "PackageSeen"
    """The shape with nothing touched."""


@dataclass(frozen=True, slots=True)
class PackageSeen:
    """A package, with its worth to this side."""

    line: str
    """As a wish writes it."""
    shape: str
    """In words."""
    terms: tuple[tuple[str, str], ...]
    """Label and value of each issue."""
    own: int | None
    """Points for this side; None for an observer."""


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """A package that lay on the table."""

    number: int
    """From 1; accepting names it."""
    seat: Seat
    by: str
    """player or engine."""
    words: str
    package: PackageSeen


@dataclass(frozen=True, slots=True)
class TypedSeen:
    """What a side says was agreed aloud."""

    seat: Seat
    package: PackageSeen | None
    """None: no deal."""


@dataclass(frozen=True, slots=True)
class EndSeen:
    """How it ended."""

    agreed: bool
    package: PackageSeen | None
    own: int | None
    """Points for this side: of the deal, or of what it has elsewhere."""
    seat: Seat
    """Who said the last word."""
    by: str


@dataclass(frozen=True, slots=True)
class PairView:
    """A table as one chair sees it."""

    pair: str
    seq: int
    """Events of the pair so far."""
    table: int
    """Its number: "You are at table 7"."""
    round: int
    mode: str
    aloud: bool
    """They talk face to face: typed and confirmed, not offered."""
    seat: Seat
    partner: str
    """Place id of whom one sits opposite; empty for nobody. An observer: empty."""
    held: tuple[Seat, ...]
    """Chairs that the engine plays."""
    turn: Seat | None
    yours: bool
    """It is this chair's turn, and a person plays it."""
    letter: PackageSeen
    shapes: tuple[ShapeSeen, ...]
    terms: tuple[TermSeen, ...]
    joints: tuple[tuple[Options, int], ...]
    """Own points on top where these options stand together."""
    alternative: int | None
    """Own points without a deal; None for an observer."""
    offers: tuple[OfferSeen, ...]
    lying: PackageSeen | None
    """What this side could say yes to."""
    number: int
    """What `accept` names: the offers so far."""
    typed: tuple[TypedSeen, ...]
    mismatch: tuple[str, ...]
    """Labels of what the two have typed differently; empty while nothing is amiss."""
    can_confirm: bool
    end: EndSeen | None


def pair_view(case: Case, table: PairTable, seat: Seat) -> PairView:
    """The table from one chair."""
    see = _Eyes(case, seat)
    deal = case.deal
    lying = table.lying(seat, deal.letter) if seat in SIDES and not table.aloud and not table.end else None
    theirs = table.version(seat.other)
    return PairView(
        pair=table.pair,
        seq=table.seq,
        table=table.seating.table,
        round=table.round,
        mode=table.mode.value,
        aloud=table.aloud,
        seat=seat,
        partner=table.seating.at(seat.other) if seat in SIDES else "",
        held=tuple(side for side in SIDES if side in table.held),
        turn=table.turn,
        yours=table.turn is seat and seat not in table.held,
        letter=see.package(deal.letter),
        shapes=tuple(see.shape(at) for at in sorted(case.shapes)),
        terms=tuple(see.term(at) for at in range(len(deal.issues))),
        joints=see.joints(),
        alternative=see.own(deal.reservation),
        offers=tuple(
            OfferSeen(number, one.seat, one.by.value, one.words, see.package(one.package))
            for number, one in enumerate(table.offers, 1)
        ),
        lying=see.package(lying) if lying else None,
        number=len(table.offers),
        typed=tuple(TypedSeen(one.seat, see.maybe(one.package)) for one in table.typed),
        mismatch=_mismatch(case, table),
        can_confirm=bool(table.aloud and not table.end and seat in SIDES and theirs),
        end=see.end(table),
    )


def _mismatch(case: Case, table: PairTable) -> tuple[str, ...]:
    """What two typed versions differ in, in the author's order."""
    if not table.mismatch:
        return ()
    one, other = (typed.package for typed in table.typed)
    if one is None or other is None:
        return ("Whether there is a deal at all",)
    shape = ("The shape of the job",) if one.structure != other.structure else ()
    issues = zip(case.deal.issues, one.options, other.options, strict=True)
    return (*shape, *(issue.label for issue, here, there in issues if here != there))


class _Eyes:
    """One side's way to look at a deal: the only place where points are taken from it."""

    def __init__(self, case: Case, seat: Seat) -> None:
        self.case = case
        self.seat = seat
        self.side = SIDES.index(seat) if seat in SIDES else None

    def own(self, point: tuple[int, int]) -> int | None:
        """The half of a point that is this side's."""
        return None if self.side is None else point[self.side]

    def package(self, package: Package) -> PackageSeen:
        """A package in words."""
        deal = self.case.deal
        terms = zip(deal.issues, package.options, strict=True)
        return PackageSeen(
            self.case.said(package),
            deal.structures[package.structure].label,
            tuple((issue.label, issue.options[at].label) for issue, at in terms),
            self.own(deal.points(package)),
        )

    def maybe(self, package: Package | None) -> PackageSeen | None:
        """A package, or none."""
        return None if package is None else self.package(package)

    def shape(self, at: int) -> ShapeSeen:
        """A shape; which options it has is no secret, which the manager may grant is."""
        deal = self.case.deal
        model = deal.structures[at]
        allowed = tuple(map(tuple, deal.allowed(at, deal.every_limit)))
        default = self.package(self.case.bargain.default(at))
        return ShapeSeen(model.id, model.label, self.own((model.you, model.them)), allowed, default)

    def term(self, at: int) -> TermSeen:
        """An issue."""
        issue = self.case.deal.issues[at]
        models = self.case.bargain.model.issues[issue.id].options
        options = tuple(
            OptionSeen(
                id=option.id,
                label=option.label,
                own=self.own((option.you, option.them)),
                event=models[option.id].event,
                chance=self._chance(at, option.id),
                barred=self._barred(at, number),
            )
            for number, option in enumerate(issue.options)
        )
        return TermSeen(issue.id, issue.label, options, issue.letter)

    def _chance(self, issue: int, option: str) -> int | None:
        chance = self.case.bargain.model.issues[self.case.deal.issues[issue].id].options[option].chance
        return self.own((chance.you, chance.them)) if chance else None

    def _barred(self, issue: int, option: int) -> str:
        if self.seat is not Seat.MANAGER:
            return ""
        limits = (
            limit
            for limit in self.case.deal.limits
            if limit.id not in self.case.lifted and option in limit.options.get(issue, ())
        )
        return next((limit.reason or "Somebody else's to grant." for limit in limits), "")

    def joints(self) -> tuple[tuple[Options, int], ...]:
        """What hangs together for this side."""
        found = ((tuple(one.options.items()), self.own((one.you, one.them))) for one in self.case.deal.joints)
        return tuple((options, own) for options, own in found if own)

    def end(self, table: PairTable) -> EndSeen | None:
        """How it ended, with this side's points."""
        end = table.end
        if end is None:
            return None
        deal = self.case.deal
        point = deal.points(end.package) if end.package else deal.reservation
        return EndSeen(
            end.package is not None, self.maybe(end.package), self.own(point), end.seat, end.by.value
        )
