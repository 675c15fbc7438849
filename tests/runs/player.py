"""A player in a process of its own: takes random choices of the story and prints each turn once it may be shown.

python player.py FOLDER SEED: prints the run's path, then `choose SCENE CHOICE` or `undo` after each move, until killed.
python player.py hold PATH: resumes a run, says "open", and keeps it until its input ends.
"""

import random
import sys
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from negotiator.errors import NegotiatorError  # noqa: E402  the path comes first
from negotiator.game.step import takeable  # noqa: E402
from negotiator.runs.session import Session  # noqa: E402
from tests.runs.story import kiosk  # noqa: E402


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
