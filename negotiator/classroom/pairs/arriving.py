"""Pairs by arrival: half-filled tables first; and what becomes of people left alone when the lobby is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.classroom.pairs.forming import Earlier
from negotiator.classroom.pairs.matching import match
from negotiator.classroom.pairs.seats import Seat, Seating


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chair at a table that there is."""

    pair: str
    seat: Seat
    place: str


def arriving(tables: Mapping[str, Seating], place: str, before: Earlier) -> Chosen | None:
    """The chair for somebody who comes in: opposite who has waited longest at the table with the lowest number.

    Nobody is put opposite a partner of before. None: a new table is opened for them. `tables` are those that a
    latecomer may join, by pair id.
    """
    waiting = sorted(
        ((one.table, pair, one.empty) for pair, one in tables.items() if one.empty), key=lambda one: one[:2]
    )
    for _, pair, seat in waiting:
        if not before.met(tables[pair].at(seat.other), place):
            return Chosen(pair, seat, place)
    return None


def settled(tables: Mapping[str, Seating], before: Earlier) -> list[Chosen]:
    """Where people who sit alone go once nobody else can come: to one another, the odd one to a pair as an observer.

    `tables` are those at which nothing has happened yet, or that are full. A table left by everybody is no table.
    """
    alone = [
        pair
        for pair, one in sorted(tables.items(), key=lambda item: item[1].table)
        if one.empty and tables[pair].at(one.empty.other)
    ]
    people = {tables[pair].at(_taken(tables[pair])): pair for pair in alone}
    row = list(people)
    odd = row.pop() if len(row) % 2 else ""
    couples = match(row, before.partners) or list(zip(row[::2], row[1::2], strict=True))
    moves = []
    for one, other in couples:
        # Who has the table with the lower number stays.
        stays, comes = sorted((one, other), key=lambda person: tables[people[person]].table)
        pair = people[stays]
        moves.append(Chosen(pair, _taken(tables[pair]).other, comes))
    if odd:
        moves += _watching(tables, odd, moves)
    return moves


def _taken(table: Seating) -> Seat:
    """The chair on which the one person of a half-filled table sits."""
    return Seat.CANDIDATE if table.candidate else Seat.MANAGER


def _watching(tables: Mapping[str, Seating], place: str, moves: Sequence[Chosen]) -> list[Chosen]:
    """The pair that somebody observes: the one with fewest observers; nobody observes where there is no pair."""
    full = [pair for pair, one in tables.items() if one.empty is None] + [one.pair for one in moves]
    if not full:
        return []
    pair = min(full, key=lambda one: (len(tables[one].observers), tables[one].table))
    return [Chosen(pair, Seat.OBSERVER, place)]
