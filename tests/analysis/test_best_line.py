"""The best line found is real, never worse than what was played, and a loss is never negative."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.analysis.best_line import judge
from negotiator.game.bargain import agreed_package, bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game
from negotiator.game.step import takeable
from tests.game.tablestory import played, table_game
from tests.game.test_negotiate import LINES
from tests.support import moves


@pytest.fixture(scope="module")
def made() -> Game:
    return table_game()


def own(made: Game, play: Play) -> int:
    deal = bargain_of(made).deal
    package = agreed_package(play.state) or deal.letter
    signed = made.stops[play.state.ending].model.outcome == "signed"
    return deal.points(package)[0] if signed else deal.reservation[0]


def test_signing_unasked_is_the_move_that_lost_most(made: Game) -> None:
    play = played(made, "sign")
    found = judge(made, play)
    assert found is not None
    assert found.got == own(made, play) == 0
    assert found.best.point[0] > 0
    assert found.lost == {1: found.best.point[0]}


def test_the_best_line_can_be_played_as_it_is_told(made: Game) -> None:
    play = played(made, "talk", "ask open budget", "propose lead base=mid because=company", "accept", "sign")
    found = judge(made, play)
    assert found is not None
    assert found.best.package is not None
    if found.best.other:
        pytest.skip("it begins with another choice")
    again = begin(made, play.first.seed)
    for turn in play.turns[: found.decision - 1]:
        again = advance(made, again, turn.move)
    for move in found.best.moves:
        again = advance(made, again, move)
    assert agreed_package(again.state) == found.best.package


def test_nothing_is_said_of_a_run_that_goes_on_or_had_no_offer(made: Game) -> None:
    assert judge(made, played(made, "talk")) is None


def test_the_progress_is_told(made: Game) -> None:
    seen: list[tuple[int, int]] = []
    play = played(made, "talk", "ask open budget", "accept", "sign-letter")
    judge(made, play, lambda done, of: seen.append((done, of)))
    assert seen == [(count, 4) for count in range(1, 5)]


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=14), st.integers(0, 3))
def test_no_loss_is_negative_and_the_losses_explain_the_difference(lines: list[str], seed: int) -> None:
    made = table_game()
    play = begin(made, seed)
    for move in moves(["talk", *lines]):
        try:
            play = advance(made, play, move)
        except NotPossible:
            continue
    while play.state.ending < 0:
        options = takeable(made, play.state)
        last = options[-1].id if options and options[-1].id != "night" else "accept letter"
        play = advance(made, play, *moves([last]))
    found = judge(made, play)
    assert found is not None
    assert all(lost > 0 for lost in found.lost.values())
    assert found.got == own(made, play)
    assert found.got + sum(found.lost.values()) == max(found.best.point[0], found.got)
