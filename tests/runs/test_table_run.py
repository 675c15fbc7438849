"""A run with a table in it: saved, resumed after its deal was edited, read by lists of runs, branched."""

from pathlib import Path

import pytest

from negotiator.game.rules import Game
from negotiator.game.state import Move
from negotiator.runs.session import Session
from negotiator.runs.shelf import runs_in
from tests.game.tablestory import TABLE, table_game
from tests.support import game, moves

PLAYED = ("talk", "ask open budget", "propose lead base=mid because=company citing=budget", "accept")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    with Session.create(tmp_path, table_game(), seed=3) as session:
        for move in moves(PLAYED):
            session.move(move)
        return session.path


def edited(*edits: tuple[str, str]) -> Game:
    text = TABLE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return game(text, frame=False)


def resumed(path: Path, made: Game) -> tuple[int, str]:
    with Session.resume(path, made) as session:
        return len(session.play.turns), session.notice


def test_it_comes_back_as_it_was(saved: Path) -> None:
    with Session.resume(saved, table_game()) as session:
        assert [turn.move.text for turn in session.play.turns] == list(PLAYED)
        assert session.play.state.agreed
        assert session.notice == ""


def test_other_words_change_nothing(saved: Path) -> None:
    made = edited(
        ("$110,000", "$110,500"), ("Team lead", "Lead of the team"), ("Taken, said Ana.", "Done, said Ana.")
    )
    assert resumed(saved, made) == (4, "")


def test_a_term_that_is_gone_stops_before_the_package_and_says_so(saved: Path) -> None:
    made = edited(('options.mid = { is = "$110,000", you = 5, them = 5 }\n', ""))
    turns, notice = resumed(saved, made)
    assert turns == 2
    assert "propose lead base=mid" in notice
    assert "There is no option of base 'mid'" in notice


def test_points_that_change_the_answer_stop_there(saved: Path) -> None:
    # Now the package is worth so much to her that it is taken at once.
    made = edited(("worth = { you = 10, them = 20 }", "worth = { you = 10, them = 400 }"))
    turns, notice = resumed(saved, made)
    assert turns == 2
    assert "comes out differently now" in notice


def test_a_list_of_runs_counts_the_moves(saved: Path) -> None:
    (info,) = runs_in(saved.parent)
    assert (info.turns, info.ended) == (4, False)


def test_one_can_go_on_from_before_the_package(saved: Path) -> None:
    with Session.resume(saved, table_game()) as session, session.branch(2) as other:
        turn = other.move(Move("propose", line="as-offered base=mid because=interest"))
        assert turn.outcome == "countered"
        assert len(other.play.turns) == 3


def test_what_was_taken_back_is_the_last_of_the_story_in_the_log_too(tmp_path: Path) -> None:
    made = table_game()
    with Session.create(tmp_path, made, seed=3) as session:
        session.choose("talk")
        session.move(Move("declare", line="days"))
        session.undo()
        path, play = session.path, session.play
    with Session.resume(path, made) as session:
        assert session.play == play
        assert [turn.move.text for turn in session.play.turns] == ["declare days"]
