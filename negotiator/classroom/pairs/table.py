"""A table of two as immutable state: offers, answers, and what was typed of a talk aloud. Every move gives a new one."""

from dataclasses import dataclass, replace
from datetime import datetime

from negotiator.bargaining.deal import Package
from negotiator.classroom.pairs.seats import By, Mode, Seat, Seating


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that lay on the table."""

    seat: Seat
    package: Package
    by: By
    words: str = ""
    """A line said with it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody says was agreed aloud."""

    seat: Seat
    package: Package | None
    """None: that they parted without a deal."""


@dataclass(frozen=True, slots=True)
class End:
    """How it ended."""

    package: Package | None
    """What was agreed; None: they parted without a deal."""
    seat: Seat
    """Who said the last word."""
    by: By


@dataclass(frozen=True, slots=True)
class PairTable:
    """One pair at one table."""

    pair: str
    round: int
    mode: Mode
    seating: Seating
    seq: int
    """Events of this pair so far."""
    since: datetime
    """When something last happened here."""
    offers: tuple[Offer, ...] = ()
    typed: tuple[Typed, ...] = ()
    """At most one of each side."""
    held: frozenset[Seat] = frozenset()
    """Chairs that the engine plays."""
    ever_held: frozenset[Seat] = frozenset()
    """Chairs that the engine has played at some time."""
    end: End | None = None

    @property
    def aloud(self) -> bool:
        """Whether they talk face to face: nobody talks aloud with the engine."""
        return self.mode is Mode.FACE and not self.held

    @property
    def turn(self) -> Seat | None:
        """Whose move it is; None once it has ended, and where they talk aloud. The candidate speaks first."""
        if self.end or self.aloud:
            return None
        return self.offers[-1].seat.other if self.offers else Seat.CANDIDATE

    @property
    def touched(self) -> bool:
        """Whether anything has been offered or typed."""
        return bool(self.offers or self.typed)

    def by(self, seat: Seat) -> By:
        """Who plays a chair."""
        return By.ENGINE if seat in self.held else By.PLAYER

    def version(self, seat: Seat) -> Typed | None:
        """What a side has typed."""
        return next((one for one in self.typed if one.seat is seat), None)

    @property
    def mismatch(self) -> bool:
        """Both have typed, and not the same."""
        return len(self.typed) == 2 and self.typed[0].package != self.typed[1].package

    def lying(self, seat: Seat, letter: Package) -> Package | None:
        """What a side could say yes to: the other's last package, and before that, for the candidate, the letter."""
        for offer in reversed(self.offers):
            if offer.seat is not seat:
                return offer.package
        return letter if seat is Seat.CANDIDATE else None


def offered(table: PairTable, offer: Offer) -> PairTable:
    """With one more package on it."""
    return replace(table, offers=(*table.offers, offer))


def written(table: PairTable, typed: Typed) -> PairTable:
    """With what a side has typed in place of what it typed before; both the same is an agreement."""
    other = table.version(typed.seat.other)
    done = replace(table, typed=(*((other,) if other else ()), typed))
    agreed = other is not None and other.package == typed.package
    return ended(done, typed.package, typed.seat) if agreed else done


def ended(table: PairTable, package: Package | None, seat: Seat) -> PairTable:
    """At its end, a side having said the last word."""
    return replace(table, end=End(package, seat, table.by(seat)))


def held(table: PairTable, seat: Seat) -> PairTable:
    """With a chair that the engine plays."""
    return replace(table, held=table.held | {seat}, ever_held=table.ever_held | {seat})


def back(table: PairTable, seat: Seat) -> PairTable:
    """With a chair that whoever sits there plays again."""
    return replace(table, held=table.held - {seat})


def seated(table: PairTable, seat: Seat, place: str) -> PairTable:
    """With somebody on a chair; a chair of the two sides that the engine played is theirs from here on."""
    here = table.seating
    if seat is Seat.OBSERVER:
        return replace(table, seating=replace(here, observers=(*here.observers, place)))
    sitting = replace(here, manager=place) if seat is Seat.MANAGER else replace(here, candidate=place)
    return back(replace(table, seating=sitting), seat)


def without(table: PairTable, place: str) -> PairTable:
    """Without somebody, wherever they sat."""
    here = table.seating
    return replace(
        table,
        seating=replace(
            here,
            candidate="" if here.candidate == place else here.candidate,
            manager="" if here.manager == place else here.manager,
            observers=tuple(one for one in here.observers if one != place),
        ),
    )


def due(table: PairTable, idle: float, silence: float) -> Seat | None:
    """The chair that the engine takes over now, if any.

    `idle` are the seconds since something happened here, without those in which the room was paused; `silence` is what
    the instructor has set, in seconds, 0 for never. Of two people talking aloud only one who never came can be replaced:
    the engine cannot know what was said.
    """
    if table.end or not silence or idle < silence:
        return None
    empty = table.seating.empty
    if empty and table.seating.at(empty.other) and empty not in table.held and not table.typed:
        return empty
    turn = table.turn
    return turn if turn and turn not in table.held and turn.other not in table.held else None
