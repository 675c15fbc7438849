"""A chair's run as a file to hand in: the same kind of file that the terminal game keeps and hands in."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from negotiator.classroom.chair import Chair
from negotiator.classroom.people import Person
from negotiator.game.rules import Game
from negotiator.runs.handin import hand_in
from negotiator.runs.naming import ALPHABET, LENGTH
from negotiator.runs.session import Origin, fresh


def run_file(game: Game, chair: Chair, person: Person | None, now: datetime) -> tuple[str, bytes]:
    """Name and content of the file with the chair's first attempt, finished or not.

    Two files of one chair are files of one run: its id comes of the place, its beginning is when the chair was taken.
    """
    digest = sha256(chair.place.encode()).digest()
    run = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])
    with TemporaryDirectory(prefix="negotiator-") as folder:
        session = fresh(
            Path(folder), game, chair.first.play, now=lambda: chair.joined_at, origin=Origin(), kept=chair.kept, run=run
        )  # fmt: skip
        with session:
            session.settle()
            whose = (person.name, person.student) if person else ("", "")
            data = hand_in(session.path, name=whose[0] or chair.name, student=whose[1], now=now)
            return f"hand-in.{session.path.name}", data
