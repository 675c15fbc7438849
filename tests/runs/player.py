"""A player in a process of its own: takes random choices of the story and prints each turn once it may be shown.

python -m tests.runs.player FOLDER SEED: prints the run's path, then each move as a script has it, until killed.
python -m tests.runs.player FOLDER SEED table: the same at a table, with packages, questions and notes.
python -m tests.runs.player hold PATH: resumes a run, says "open", and keeps it until its input ends.
"""

import random
import sys
from itertools import count
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.game.impossible import NotPossible
from negotiator.game.state import Move, choose
from negotiator.game.step import takeable
from negotiator.runs.session import Session
from tests.game.tablestory import table_game
from tests.runs.story import kiosk


def show(line: str) -> None:
    """A turn on the screen."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def wander(folder: Path, seed: int) -> None:
    """Play for ever: stories that end are followed by new ones."""
    luck = random.Random(seed)
    made = kiosk()
    for number in count(seed):
        with Session.create(folder, made, seed=number) as session:
            show(f"run {session.path}")
            while options := takeable(made, session.play.state):
                if session.play.turns and luck.random() < 0.3:
                    session.undo()
                    show("undo")
                    continue
                choice = luck.choice(options).id
                session.choose(choice)
                show(f"choose {choice}")


def bargain(folder: Path, seed: int) -> None:
    """Negotiate for ever, with moves of every kind."""
    luck = random.Random(seed)
    made = table_game()
    for number in count(seed):
        with Session.create(folder, made, seed=number) as session:
            show(f"run {session.path}")
            session.choose("talk")
            show("choose talk")
            while session.play.state.ending < 0:
                move = luck.choice(ANYTHING)
                try:
                    session.move(move)
                except NotPossible:
                    options = takeable(made, session.play.state)
                    if not options:
                        continue
                    move = choose(luck.choice(options).id)
                    session.move(move)
                show(f"choose {move.text}" if move.kind == "choose" else move.text)


ANYTHING = [
    *[Move("propose", line=f"as-offered base={base} because=company") for base in ("low", "mid", "high")],
    Move("offer-set", line="as-offered base=mid | as-offered days=three title=lead"),
    *[
        Move("ask", line=f"{form} {topic}")
        for form in ("open", "leading")
        for topic in ("budget", "base", "priorities")
    ],
    Move("tell", line="days -title"),
    Move("declare", line="days"),
    Move("pause", line="band"),
]
"""What is played at the table."""


def hold(path: Path) -> None:
    """Keep a run open."""
    try:
        with Session.resume(path, kiosk()):
            show("open")
            sys.stdin.read()
    except NegotiatorError as error:
        show(type(error).__name__)


if __name__ == "__main__":
    if sys.argv[1] == "hold":
        hold(Path(sys.argv[2]))
    elif sys.argv[3:] == ["table"]:
        bargain(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        wander(Path(sys.argv[1]), int(sys.argv[2]))
