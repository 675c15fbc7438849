"""What the lines of a log say: the header, a choice, a choice taken back, a kept line, new rules.

`place`, `turn`, `result` and `ending` are there so that a list of runs can be made from the first and last lines
alone; replaying needs none of them.
"""

from datetime import datetime

from negotiator import __version__
from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.runs.records import VERSION, Value
from negotiator.runs.rejoin import target

Record = dict[str, Value]


def header(
    game: Game,
    play: Play,
    *,
    run: str,
    created: datetime,
    hashes: tuple[str, str],
    source: str,
    branched_from: str,
) -> Record:
    """The first line of a file; `hashes` are those of the rules and of the texts."""
    scenario = game.scenario
    return {
        "v": VERSION,
        "kind": "run",
        "run": run,
        "scenario": scenario.id,
        "title": scenario.title,
        "rules": hashes[0],
        "text": hashes[1],
        "seed": play.first.seed,
        "created": stamp(created),
        "app": __version__,
        "source": source,
        "branched_from": branched_from,
        "undone": play.undone,
        "place": _place(game, play.first),
    }


def made(game: Game, turn: Turn, number: int) -> Record:
    """A choice, or a move with its line; `number` counts the turns in force, this one included."""
    move = turn.move
    record: Record = {
        "kind": move.kind,
        "scene": game.places[turn.before.scene].id,
        **({"choice": move.choice} if move.kind == "choose" else {"line": move.line}),
        "outcome": turn.outcome,
        "to": target(game, turn.after),
        "place": _place(game, turn.after),
        "turn": number,
    }
    if turn.after.ending >= 0:
        ending = game.stops[turn.after.ending].model
        record |= {"result": ending.outcome, "ending": ending.title}
    return record


def undone(game: Game, before: State, after: Play) -> Record:
    """The last choice taken back."""
    return {
        "kind": "undo",
        "scene": target(game, before),
        "to": target(game, after.state),
        "place": _place(game, after.state),
        "turn": len(after.turns),
    }


def kept(scene: str, line: str) -> Record:
    """A sentence the player keeps."""
    return {"kind": "keep", "scene": scene, "line": line}


def new_rules(rules: str, text: str) -> Record:
    """From here on the run is played under an edited scenario."""
    return {"kind": "rules", "rules": rules, "text": text}


def numbered(lines: list[Record], first: int, now: datetime) -> list[Record]:
    """The lines with their number and time; the header has neither."""
    at = stamp(now)
    return [line if "v" in line else {"n": n, "at": at, **line} for n, line in enumerate(lines, first)]


def stamp(when: datetime) -> str:
    """A time as the log writes it, to the millisecond."""
    return when.isoformat(timespec="milliseconds")


def _place(game: Game, state: State) -> str:
    return game.places[state.scene].model.place
