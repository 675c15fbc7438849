"""The engine in a chair: the counterpart of the game as the manager, a strategy player as the candidate."""

from dataclasses import replace

from negotiator.analysis.players import Player
from negotiator.analysis.strategies import CONDUCT, Mode, Setting
from negotiator.bargaining.counterpart import Luck
from negotiator.bargaining.deal import Package
from negotiator.bargaining.talk import Kind as Answered
from negotiator.bargaining.talk import Message, Talk
from negotiator.classroom.events import Json, Kind, New
from negotiator.classroom.pairs.case import Case
from negotiator.classroom.pairs.seats import By, Seat
from negotiator.classroom.pairs.table import PairTable
from negotiator.game.draw import draw

CONDUCT_OF_CANDIDATE = replace(CONDUCT[Mode.COLLABORATE], asks=0, tells=0, spares=False, several=1, carries=0)
"""Packages alone go over a pair's table: nothing is asked, told or carried upstairs, and one is sent at a time."""


def engine_move(case: Case, table: PairTable, seed: int) -> New | None:
    """The next move of a chair that the engine plays; None while it is a person's turn, or all is over.

    The same table and seed give the same move with the same client id, so several processes may make it at once: one
    is kept.
    """
    seat = table.turn
    if seat is None or seat not in table.held:
        return None
    luck = _luck(seed, table.pair)
    kind, body = _manager(case, table, luck) if seat is Seat.MANAGER else _candidate(case, table, luck)
    return New(
        place=table.pair,
        client=f"engine-{table.seq + 1}",
        kind=kind,
        body={"seat": seat.value, "by": By.ENGINE.value, **body},
        seq=table.seq + 1,
    )


def _luck(seed: int, pair: str) -> Luck:
    return lambda below, purpose: draw(below, seed, "pair", pair, purpose)


Act = tuple[Kind, dict[str, Json]]


def _manager(case: Case, table: PairTable, luck: Luck) -> Act:
    talk, asked = _heard(case, table, luck), table.offers[-1].package
    answer = case.bargain.counterpart.answer(talk, Message((asked,)), luck)
    if answer.kind is Answered.ACCEPTED:
        return _taken(table)
    if answer.kind is Answered.COUNTERED and answer.package is not None:
        return _sent(case, answer.package)
    return Kind.PAIR_WALKED, {}


def _candidate(case: Case, table: PairTable, luck: Luck) -> Act:
    talk = _heard(case, table, luck)
    player = Player(
        case.bargain.counterpart, Setting(case.deal, lifted=case.lifted), CONDUCT_OF_CANDIDATE, luck
    )
    there = table.lying(Seat.CANDIDATE, case.deal.letter)
    taken = player.takes(talk)
    if taken is not None and player.worth(taken) >= case.deal.reservation[0]:
        if taken == there:
            return _taken(table)
        if player.left(talk) > 0:
            return _sent(case, taken)
    if player.left(talk) <= 0:
        return Kind.PAIR_WALKED, {}
    return _sent(case, player.message(talk).packages[0])


def _heard(case: Case, table: PairTable, luck: Luck) -> Talk:
    """The talk before the move: what the counterpart makes of each of the candidate's packages, and what then came
    back in fact, from the engine or from a person.
    """
    talk = case.talk()
    for offer, reply in zip(table.offers[::2], table.offers[1::2], strict=False):
        answer = case.bargain.counterpart.answer(talk, Message((offer.package,)), luck)
        talk = answer.talk._replace(received=(*talk.received, reply.package))
    return talk


def _sent(case: Case, package: Package) -> Act:
    return Kind.PAIR_OFFERED, {"package": case.said(package), "words": ""}


def _taken(table: PairTable) -> Act:
    return Kind.PAIR_ACCEPTED, {"number": len(table.offers)}
