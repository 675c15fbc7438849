"""What each event of a pair does to its table: the rules of two people, checked in one place for wish and fold alike."""

from collections.abc import Callable, Mapping

from negotiator.bargaining.deal import Package
from negotiator.classroom.events import Json, Kind
from negotiator.classroom.pairs.case import Case
from negotiator.classroom.pairs.seats import SIDES, Seat
from negotiator.classroom.pairs.table import Offer, PairTable, Typed, back, ended, held, offered, written
from negotiator.classroom.wishes import Refusal
from negotiator.scenario.text import clean, single_line

LONGEST_WORDS = 280
"""Characters that may be said with a package."""

Body = Mapping[str, Json]


def after(case: Case, table: PairTable, kind: Kind, body: Body) -> PairTable:
    """The table after a move; `body` is that of the event.

    Raises:
        Refusal: it cannot be made now, or makes no sense; nothing has changed.
    """
    move = _MOVES.get(kind)
    if move is None:
        raise Refusal("wrong", "That is no move of a pair.")
    seat = side(body)
    if table.end:
        raise Refusal("ended", "This table has come to its end.")
    return move(case, table, seat, body)


def side(body: Body) -> Seat:
    """The chair of a move.

    Raises:
        Refusal: it is none of the two sides; observers look on.
    """
    seat = body.get("seat")
    if seat == Seat.OBSERVER:
        raise Refusal("not-possible", "An observer looks on, and tells the two afterwards what they saw.")
    if seat not in SIDES:
        raise Refusal("wrong", "That chair is not at this table.")
    return Seat(str(seat))


def _offer(case: Case, table: PairTable, seat: Seat, body: Body) -> PairTable:
    _their_turn(table, seat)
    package = case.read(text(body, "package"))
    _grantable(case, seat, package)
    words = single_line(clean(text(body, "words")))
    if len(words) > LONGEST_WORDS:
        raise Refusal("wrong", f"At most {LONGEST_WORDS} characters go with a package.")
    return offered(table, Offer(seat, package, table.by(seat), words))


def _accept(case: Case, table: PairTable, seat: Seat, body: Body) -> PairTable:
    _their_turn(table, seat)
    package = table.lying(seat, case.deal.letter)
    if package is None:
        raise Refusal("not-possible", "Nothing has been offered yet.")
    number = body.get("number")
    if number != len(table.offers):
        raise Refusal("stale", "That is not the package that lies there.", "Look at what was offered last.")
    _grantable(case, seat, package)
    return ended(table, package, seat)


def _walk(_case: Case, table: PairTable, seat: Seat, _body: Body) -> PairTable:
    if table.aloud:
        raise Refusal(
            "not-possible", "You are talking aloud.", "If you part without a deal, both of you type that."
        )
    return ended(table, None, seat)


def _type(case: Case, table: PairTable, seat: Seat, body: Body) -> PairTable:
    _aloud(table)
    return written(table, Typed(seat, _agreed(case, seat, body)))


def _confirm(case: Case, table: PairTable, seat: Seat, body: Body) -> PairTable:
    _aloud(table)
    theirs = table.version(seat.other)
    if theirs is None:
        raise Refusal("not-possible", "There is nothing to confirm yet.", "Type what you have agreed.")
    if theirs.package != _agreed(case, seat, body):
        raise Refusal("stale", "They have typed something else since.", "Look at what stands there.")
    return written(table, Typed(seat, theirs.package))


def _hold(_case: Case, table: PairTable, seat: Seat, _body: Body) -> PairTable:
    if seat in table.held:
        raise Refusal("not-possible", "The engine sits there already.")
    if table.typed:
        raise Refusal("not-possible", "A deal has been typed: the engine cannot know what was said aloud.")
    return held(table, seat)


def _back(_case: Case, table: PairTable, seat: Seat, _body: Body) -> PairTable:
    if seat not in table.held:
        raise Refusal("not-possible", "The chair is yours.")
    if not table.seating.at(seat):
        raise Refusal("not-possible", "Nobody sits there.")
    return back(table, seat)


_MOVES: Mapping[Kind, Callable[[Case, PairTable, Seat, Body], PairTable]] = {
    Kind.PAIR_OFFERED: _offer,
    Kind.PAIR_ACCEPTED: _accept,
    Kind.PAIR_WALKED: _walk,
    Kind.PAIR_TYPED: _type,
    Kind.PAIR_CONFIRMED: _confirm,
    Kind.PAIR_HELD: _hold,
    Kind.PAIR_BACK: _back,
}
OF_SIDES = frozenset(_MOVES) - {Kind.PAIR_HELD}
"""Moves that the two make themselves."""


def _agreed(case: Case, seat: Seat, body: Body) -> Package | None:
    line = text(body, "package")
    if not line:
        return None
    package = case.read(line)
    _grantable(case, seat, package)
    return package


def _their_turn(table: PairTable, seat: Seat) -> None:
    if table.aloud:
        raise Refusal("not-possible", "You are talking aloud.", "Type what you have agreed.")
    if table.turn is not seat:
        raise Refusal(
            "not-your-turn", "It is the other's turn.", "You see their answer as soon as it is there."
        )


def _aloud(table: PairTable) -> None:
    if not table.aloud:
        raise Refusal("not-possible", "At this table packages go back and forth.")


def _grantable(case: Case, seat: Seat, package: Package) -> None:
    """The candidate may ask for anything; the manager knows what cannot be granted."""
    if seat is Seat.MANAGER and (barred := case.barred(package)):
        raise Refusal("not-possible", "That is not yours to grant.", barred[0].reason)


def text(body: Body, key: str) -> str:
    """A text of a body, empty where there is none.

    Raises:
        Refusal: it is something else.
    """
    value = body.get(key, "")
    if not isinstance(value, str):
        raise Refusal("wrong", f"“{key}” has to be a text.")
    return value
