"""Saved runs after `negotiator rename`: whatever was renamed, they come back whole, with the luck they had."""

import tomllib
from pathlib import Path

import pytest

from negotiator.game.rules import Game
from negotiator.runs.session import Session
from negotiator.scenario.writing.document import Document, document
from negotiator.scenario.writing.mentions import Mentions
from negotiator.scenario.writing.renaming import rename
from negotiator.scenario.writing.things import Thing
from tests.game.tablestory import TABLE
from tests.runs.story import KIOSK, kiosk, played
from tests.support import game, moves

AT_THE_TABLE = (
    "declare days",
    "talk",
    "ask open budget",
    "ask negative-assumption band",
    "ask base",
    "tell days -title",
    "pause band",
    "propose lead base=high days=three because=company citing=budget",
    "offer-set lead base=high days=three | as-offered base=high title=lead days=three because=fairness",
    "accept",
    "sign",
    "guess base -days",
    "try lead base=mid days=three",
    "reveal",
)


def everything(text: str) -> list[str]:
    return [".".join(map(str, thing.path)) for thing in things(text)]


def things(text: str) -> tuple[Thing, ...]:
    return Mentions(tomllib.loads(text)).things


def renamed(text: str, name: str, new: str = "yy-new") -> str:
    file = document(text.encode(), "small.toml")
    assert isinstance(file, Document)
    return rename(file, "small", name, new).data.decode()


@pytest.fixture(scope="module")
def at_the_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that has used every kind of move there is."""
    made = game(TABLE, frame=False)
    with Session.create(tmp_path_factory.mktemp("runs"), made, seed=3) as session:
        for move in moves(AT_THE_TABLE):
            session.move(move)
        assert {turn.move.kind for turn in session.play.turns} >= {
            "choose", "propose", "offer-set", "ask", "tell", "pause", "accept", "declare", "guess", "try", "reveal",
        }  # fmt: skip
        return session.path


def resumed(path: Path, made: Game) -> tuple[int, str]:
    with Session.look(path, made) as session:
        return len(session.play.turns), session.notice


@pytest.mark.parametrize("name", everything(TABLE))
def test_a_run_at_the_table_follows_whatever_is_renamed(at_the_table: Path, name: str) -> None:
    assert resumed(at_the_table, game(renamed(TABLE, name), frame=False)) == (len(AT_THE_TABLE), "")


@pytest.mark.parametrize("name", everything(KIOSK))
@pytest.mark.parametrize("seed", range(3))
def test_a_run_follows_whatever_is_renamed_with_the_luck_it_had(tmp_path: Path, name: str, seed: int) -> None:
    path = played(tmp_path, ["why-open", "push"], seed=seed)
    made = game(renamed(KIOSK, name), frame=False)
    assert resumed(path, made) == (2, "")
    with Session.resume(path, made) as session, Session.look(path, kiosk()) as before:
        assert session.play.state == before.play.state


def test_a_run_played_on_between_two_renamings_follows_both(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open"], seed=1)
    once = renamed(KIOSK, "call.push", "press")
    twice = renamed(once, "call.press", "aaa")
    back = renamed(twice, "call.aaa", "push")
    with Session.resume(path, game(once, frame=False)) as session:
        outcome = session.choose("press").outcome
        assert session.choose("wait" if outcome == "slips" else "meet")
    for text in (once, twice, back):
        assert resumed(path, game(text, frame=False)) == (3, "")


def test_outcomes_swapped_in_the_alphabet_keep_their_luck(tmp_path: Path) -> None:
    swapped = renamed(renamed(KIOSK, "call.push.lands", "zzz"), "call.push.slips", "aaa")
    for seed in range(8):
        path = played(tmp_path / str(seed), ["push"], seed=seed)
        assert resumed(path, game(swapped, frame=False)) == (1, "")


def test_without_the_earlier_name_a_run_does_not_follow(at_the_table: Path) -> None:
    text = renamed(TABLE, "base.mid").replace(', renamed_from = ["mid"]', "")
    turns, notice = resumed(at_the_table, game(text, frame=False))
    assert turns < len(AT_THE_TABLE)
    assert "base=mid" in notice
