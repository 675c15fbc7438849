"""Small scenarios for tests, and ways to play them."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from negotiator.game.compiling import compile_game
from negotiator.game.play import Play, replay
from negotiator.game.rules import Game
from negotiator.game.state import AT_TABLE, IN_NOTES, UNDO, Move, choose
from negotiator.scenario.braces import fill_names
from negotiator.scenario.models import Scenario

ROOT = Path(__file__).parent.parent
SCENARIOS = ROOT / "scenarios"

FRAME = """
format = 1
title = "Small"
start = "hall"
[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"
[people.bo]
name = "Bo Lindqvist"
seat = "peer"
[endings.signed]
outcome = "signed"
title = "Signed"
text = "You sign."
"""


def scenario(text: str, name: str = "small") -> Scenario:
    """A scenario from TOML text, unchecked but for its shape."""
    raw = {"id": name, **tomllib.loads(text)}
    fill_names(raw)
    return Scenario.model_validate(raw)


def game(text: str, *, frame: bool = True) -> Game:
    """A compiled scenario: FRAME, unless told otherwise, and `text` behind it."""
    return compile_game(scenario(FRAME + text if frame else text))


def shipped(name: str) -> Game:
    """A scenario of the product."""
    path = SCENARIOS / f"{name}.toml"
    return compile_game(scenario(path.read_text("utf-8"), name))


def play(made: Game, ids: Iterable[str], seed: int = 0) -> Play:
    """The run of these choice ids; "undo" takes back."""
    return replay(made, seed, moves(ids))


def moves(ids: Iterable[str]) -> list[Move]:
    """Choice ids, and moves of the table as a script writes them, as moves."""
    return [_move(one) for one in ids]


def _move(line: str) -> Move:
    kind, _, rest = line.partition(" ")
    # Small stories have choices called "ask" and "tell": a move of the table says more than its kind.
    if kind in AT_TABLE + IN_NOTES and (rest or kind in ("accept", "walk", "reveal")):
        return Move(kind, line=rest)
    return UNDO if line == "undo" else choose(line)


def script(name: str) -> list[str]:
    """The choice ids of a script in tests/scripts."""
    lines = (ROOT / "tests" / "scripts" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
