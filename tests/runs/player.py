"""A player in a process of its own: takes random choices of the story and prints each turn once it may be shown.

python -m tests.runs.player FOLDER SEED: prints the run's path, then `choose SCENE CHOICE` or `undo` after each move, until killed.
python -m tests.runs.player hold PATH: resumes a run, says "open", and keeps it until its input ends.
"""

import random
import sys
from itertools import count
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.game.step import takeable
from negotiator.runs.session import Session
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
    else:
        wander(Path(sys.argv[1]), int(sys.argv[2]))
