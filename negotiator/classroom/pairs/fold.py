"""All pairs of a room as a fold over its events, and what becomes of a wish of one of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from negotiator.classroom.events import Event, Json, Kind, New
from negotiator.classroom.pairs.case import Case, case_of
from negotiator.classroom.pairs.forming import Earlier, earlier
from negotiator.classroom.pairs.moves import OF_SIDES, after, text
from negotiator.classroom.pairs.seats import SIDES, By, Mode, Seat, Seating
from negotiator.classroom.pairs.table import PairTable, due, seated, without
from negotiator.classroom.wishes import Refusal
from negotiator.game.bargain import Bargain

OF_PAIRS = frozenset(kind for kind in Kind if kind.value.startswith("pair-"))
"""The kinds of events that this fold knows; it passes over all others."""
_KEYS = {
    Kind.PAIR_OFFERED: ("package", "words"),
    Kind.PAIR_ACCEPTED: ("number",),
    Kind.PAIR_TYPED: ("package",),
    Kind.PAIR_CONFIRMED: ("package",),
}


class Pairs:
    """The tables of a room, held in memory. The same events give the same tables in every process."""

    def __init__(self, bargain: Bargain) -> None:
        self.bargain = bargain
        self.tables: dict[str, PairTable] = {}
        """By pair id, first ones first; tables of earlier rounds stay."""
        self._cases: dict[str, Case] = {}
        self._kept: dict[tuple[frozenset[int], frozenset[str]], Case] = {}
        self._at: dict[str, str] = {}

    def case(self, pair: str) -> Case:
        """What a pair bargains over."""
        return self._cases[pair]

    def table(self, place: str) -> PairTable | None:
        """Where somebody sits; None for who has no table."""
        return self.tables.get(self._at.get(place, ""))

    @property
    def round(self) -> int:
        """The newest round; 0 before there are any tables."""
        return max((one.round for one in self.tables.values()), default=0)

    def before(self, round_: int) -> Earlier:
        """What the rounds before this one leave behind: for forming it."""
        return earlier(one.seating for one in self.tables.values() if one.round < round_)

    def joinable(self, round_: int) -> dict[str, Seating]:
        """Tables of a round that somebody may still come to: nothing has been agreed there."""
        return {pair: one.seating for pair, one in self.tables.items() if one.round == round_ and not one.end}

    def apply(self, event: Event) -> None:
        """Take in one more event; others than those of pairs are passed over.

        Raises:
            Refusal: the event could not happen, so the log is not one that a hub wrote.
        """
        if event.kind not in OF_PAIRS:
            return
        if event.kind is Kind.PAIR_FORMED:
            self._form(event)
            return
        table = self._known(event.place)
        if event.kind is Kind.PAIR_SEATED:
            table = self._seat(table, event)
        else:
            table = after(self._cases[event.place], table, event.kind, event.body)
        self.tables[event.place] = replace(table, seq=event.seq, since=event.at)

    def decide(self, place: str, client: str, kind: Kind, body: Mapping[str, Json]) -> New:
        """The event that a wish of somebody at a table comes to. `place` is theirs, from their token.

        The body of a wish has `package` and `words`, `number`, `package`, or nothing, as the kind asks for: chair and
        author are never the sender's to say.

        Raises:
            Refusal: it cannot be.
        """
        table = self.table(place)
        if table is None:
            raise Refusal("no-chair", "You have no table yet.", "The instructor puts people together.")
        seat = table.seating.seat(place)
        if kind not in OF_SIDES or seat is None:
            raise Refusal("wrong", "That is no move of a pair.")
        if seat in table.held and kind is not Kind.PAIR_BACK:
            raise Refusal("not-your-turn", "The engine plays your chair.", "Take it back first.")
        kept = {key: body[key] for key in _KEYS.get(kind, ()) if key in body}
        whole: dict[str, Json] = {"seat": seat.value, "by": By.PLAYER.value, **kept}
        after(self._cases[table.pair], table, kind, whole)
        return New(table.pair, client_of(place, client), kind, whole, table.seq + 1)

    def due(self, idle: Callable[[datetime], float], silence: float) -> list[tuple[str, Seat, str]]:
        """Chairs of the newest round that the engine takes over: pair, chair, and why ("empty" or "silent").

        `idle` gives the seconds since a moment, without those in which the room was paused.
        """
        newest = self.round
        found = [
            (table, due(table, idle(table.since), silence))
            for table in self.tables.values()
            if table.round == newest
        ]
        return [
            (table.pair, seat, "silent" if table.seating.at(seat) else "empty")
            for table, seat in found
            if seat
        ]

    def hold(self, pair: str, seat: Seat, why: str) -> New:
        """The event by which the engine takes a chair.

        Raises:
            Refusal: it sits there already, or the table has come to its end.
        """
        table = self._known(pair)
        body: dict[str, Json] = {"seat": seat.value, "why": why}
        after(self._cases[pair], table, Kind.PAIR_HELD, body)
        return New(pair, f"held-{table.seq + 1}", Kind.PAIR_HELD, body, table.seq + 1)

    def seat(self, pair: str, seat: Seat, place: str) -> New:
        """The event by which somebody sits down at a table that there is.

        Raises:
            Refusal: somebody else sits there, it has come to its end, or they have bargained elsewhere in this round.
        """
        table = self._known(pair)
        _free(table, seat)
        here = self.table(place)
        if here and here.round == table.round and _bound(here, place):
            raise Refusal("not-possible", "They have bargained at another table in this round.")
        body: dict[str, Json] = {"seat": seat.value, "place": place}
        return New(pair, f"seated-{table.seq + 1}", Kind.PAIR_SEATED, body, table.seq + 1)

    def _known(self, pair: str) -> PairTable:
        if pair not in self.tables:
            raise Refusal("no-chair", "There is no such table.")
        return self.tables[pair]

    def _form(self, event: Event) -> None:
        seating = read_seating(event.body)
        for place in seating.people():
            self._leave(place)
        round_, mode = event.body.get("round", 1), event.body.get("mode")
        self.tables[event.place] = PairTable(
            pair=event.place,
            round=round_ if isinstance(round_, int) else 1,
            mode=Mode.FACE if mode == Mode.FACE else Mode.PHONES,
            seating=seating,
            seq=event.seq,
            since=event.at,
        )
        self._at.update(dict.fromkeys(seating.people(), event.place))
        made = case_of(self.bargain, shapes=_names(event.body, "shapes"), lifted=_names(event.body, "lifted"))
        # Pairs over the same things share a frontier.
        self._cases[event.place] = self._kept.setdefault((made.shapes, made.lifted), made)

    def _seat(self, table: PairTable, event: Event) -> PairTable:
        seat, place = Seat(text(event.body, "seat")), text(event.body, "place")
        _free(table, seat)
        self._leave(place)
        self._at[place] = table.pair
        return seated(self.tables[table.pair], seat, place)

    def _leave(self, place: str) -> None:
        """Off a chair at which nothing has been said; who has bargained stays at the table for the record."""
        table = self.table(place)
        if table and not _bound(table, place):
            self.tables[table.pair] = without(table, place)


def client_of(place: str, client: str) -> str:
    """A sender's id in the log of their pair, where both write: the ids of one never answer for the other's."""
    return f"{place}:{client}"


def _bound(table: PairTable, place: str) -> bool:
    """Whether somebody has bargained here, or what they watched is over."""
    return table.end is not None or (table.touched and table.seating.seat(place) in SIDES)


def _free(table: PairTable, seat: Seat) -> None:
    if table.end:
        raise Refusal("ended", "This table has come to its end.")
    if seat in SIDES and table.seating.at(seat):
        raise Refusal("not-possible", "Somebody sits there.")


def _names(body: Mapping[str, Json], key: str) -> list[str] | None:
    value = body.get(key)
    return [str(one) for one in value] if isinstance(value, list) else None


def read_seating(body: Mapping[str, Json]) -> Seating:
    """Who sits at a table, from the body of the event that formed it."""
    table = body.get("table", 0)
    return Seating(
        candidate=text(body, "candidate"),
        manager=text(body, "manager"),
        observers=tuple(_names(body, "observers") or ()),
        table=table if isinstance(table, int) else 0,
    )


def formed(
    tables: Iterable[Seating], new_id: Callable[[], str], *, round_: int, mode: Mode, case: Case
) -> list[New]:
    """The events by which tables are formed; `new_id` gives each a place of its own."""
    deal = case.deal
    shapes: list[Json] = [deal.structures[at].id for at in sorted(case.shapes)]
    lifted: list[Json] = [*sorted(case.lifted)]
    return [
        New(
            place=new_id(),
            client="formed",
            kind=Kind.PAIR_FORMED,
            body={
                "table": one.table,
                "round": round_,
                "mode": mode.value,
                "candidate": one.candidate,
                "manager": one.manager,
                "observers": [*one.observers],
                "shapes": shapes,
                "lifted": lifted,
            },
            seq=1,
        )
        for one in tables
    ]
