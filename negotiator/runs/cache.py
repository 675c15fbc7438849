"""What is worked out once and can be worked out again: small JSON files, one for each answer."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from negotiator import __version__
from negotiator.runs.files import write_whole

Answer = dict[str, str | int | bool | None]


class Cache:
    """Answers by their question. A missing, damaged or unwritable cache costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        """The folder is made with the first answer."""
        self.folder = folder

    def get(self, kind: str, *question: str | int) -> Answer | None:
        """The answer, if it was given before by this version of the program."""
        try:
            found = json.loads(self._file(kind, question).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) else None

    def put(self, kind: str, *question: str | int, answer: Answer) -> None:
        """Keep an answer."""
        with suppress(OSError):
            write_whole(self._file(kind, question), json.dumps(answer))

    def _file(self, kind: str, question: tuple[str | int, ...]) -> Path:
        # Another version may reckon differently, so it asks under another name.
        key = "\x1f".join(map(str, (__version__, *question)))
        return self.folder / kind / f"{sha256(key.encode(errors='surrogateescape')).hexdigest()[:32]}.json"


def whole_number(answer: Answer, key: str) -> int | None:
    """A number out of an answer, None when it is missing or something else."""
    value = answer.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
