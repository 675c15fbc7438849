"""The scenarios that can be played: listed from the heads of their files, found by id or path, loaded and compiled."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from negotiator.errors import NegotiatorError
from negotiator.runs.places import own_scenarios, scenario_folders
from negotiator.runs.troubles import reason

if TYPE_CHECKING:
    from negotiator.game.rules import Game

FORMAT = 1
HEAD = 256 * 1024
"""Bytes of a file in which its head must end."""
TRIES = 50
"""Lines beginning with a bracket that are looked at for the end of the head: some may stand inside a long text."""

SHORT = 8 * 1024
"""Bytes in which it mostly does."""
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario in the library, as the head of its file describes it."""

    id: str
    path: Path
    title: str
    summary: str = ""
    difficulty: str = ""
    trouble: str = ""
    """Why it cannot be played, in words; empty as far as the head tells."""


class NoSuchScenario(NegotiatorError):
    """No scenario has this name."""


def entries(folders: tuple[Path, ...] | None = None) -> tuple[Entry, ...]:
    """All scenarios, the player's own first, each folder from easy to hard; of two with one id the first counts.

    Only heads are read. A file in trouble is listed with it; a folder that cannot be read has none.
    """
    found: dict[str, Entry] = {}
    for folder in scenario_folders() if folders is None else folders:
        for listed in sorted((entry(path) for path in _files(folder)), key=_easy_first):
            found.setdefault(listed.id, listed)
    return tuple(found.values())


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != "."]
    except OSError:
        return []


def _easy_first(one: Entry) -> tuple[int, str]:
    order = ("easy", "medium", "hard")
    return (order.index(one.difficulty) if one.difficulty in order else len(order), one.title.casefold())


def entry(path: Path) -> Entry:
    """One scenario by the head of its file; never an error."""
    try:
        # Opening a pipe or a device of this name would wait for ever.
        if not path.is_file():
            return Entry(path.stem, path, path.stem, trouble="It is not a file.")
        with path.open("rb") as file:
            head = _head(file.read(SHORT)) or _head(_from_the_start(file))
    except OSError as error:
        return Entry(path.stem, path, path.stem, trouble=f"It cannot be read: {reason(error)}.")
    return Entry(
        id=_line(head.get("id")) or path.stem,
        path=path,
        title=_line(head.get("title")) or path.stem,
        summary=_line(head.get("summary")),
        difficulty=_line(head.get("difficulty")) or "medium",
        trouble=_trouble(head, path),
    )


def _from_the_start(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(HEAD)


def _head(data: bytes) -> dict[str, object]:
    """What stands before the first table; nothing when that cannot be read."""
    text = data.decode("utf-8-sig", errors="ignore")
    ends = [found.start() for _, found in zip(range(TRIES), _TABLE.finditer(text), strict=False)]
    for end in [*ends, len(text)]:
        try:
            return dict(tomllib.loads(text[:end].replace("\r\n", "\n")))
        except (ValueError, RecursionError):
            continue
    return {}


def _trouble(head: dict[str, object], path: Path) -> str:
    number = head.get("format")
    if isinstance(number, int) and number > FORMAT:
        return f"It is written for a newer Negotiator (format {number})."
    if number != FORMAT or not _line(head.get("title")):
        return f"It cannot be read as a scenario. What to mend is said by: negotiator check {path}"
    return ""


def _line(value: object) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", value).split()) if isinstance(value, str) else ""


def find(name: str, folders: tuple[Path, ...] | None = None) -> Path:
    """The file of a scenario, by its id or by a path to it.

    Raises:
        NoSuchScenario: there is none; the nearest id is suggested.
    """
    if name.endswith(".toml") or "/" in name or "\\" in name:
        # The loader says what is wrong with a path better than a search could.
        return Path(name).expanduser()
    # Most files are called as their scenario is: then one head is read and not all of them.
    for folder in scenario_folders() if folders is None else folders:
        if (path := folder / f"{name}.toml").is_file() and entry(path).id == name:
            return path
        if _files(folder):
            break
    listed = entries(folders)
    for one in listed:
        if one.id == name:
            return one.path
    from difflib import get_close_matches

    near = get_close_matches(name, [one.id for one in listed], n=1, cutoff=0.6)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    raise NoSuchScenario(f"There is no scenario '{name}'.", f"{hint}All of them: negotiator list")


def find_for(scenario: str, source: str, folders: tuple[Path, ...] | None = None) -> Path:
    """The scenario of a run: the file it was played from while that is there, else the one of the same id.

    Raises:
        NoSuchScenario: neither is there.
    """
    if source and (path := Path(source)).is_file() and entry(path).id == scenario:
        return path
    try:
        return find(scenario, folders)
    except NoSuchScenario:
        where = f" It was played from {source}." if source else ""
        raise NoSuchScenario(
            f"The scenario '{scenario}' of this run is nowhere to be found.{where}",
            f"Put the file back, or into {own_scenarios()}.",
        ) from None


def load_game(path: Path) -> "Game":
    """A scenario, checked and compiled.

    Raises:
        NegotiatorError: it cannot be read, or has errors.
    """
    # Late: pydantic takes 70 ms, and a list of scenarios does without.
    from negotiator.game.compiling import compile_game
    from negotiator.scenario.loader import require

    return compile_game(require(path))
