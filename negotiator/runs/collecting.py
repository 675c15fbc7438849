"""Run files that people handed in, brought together: which count, and what is wrong with the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.runs.handin import Handed, read_handed
from negotiator.runs.naming import SUFFIX
from negotiator.runs.troubles import NoFolder, RunTrouble, reason
from negotiator.scenario.text import clean

MOST = 5000
"""Files of a folder that are looked at."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a folder holds."""

    handed: tuple[Handed, ...]
    """The files that count: each run once, by when it was begun."""
    findings: tuple[str, ...]
    """What was found, in plain words, each with its file."""


def collect(folder: Path) -> Collected:
    """Read every run file of a folder and of those in it. Nothing in there is changed or run.

    Raises:
        NoFolder: it cannot be listed.
        NegotiatorError: there is no run file in it, or there are too many files.
    """
    findings: list[str] = []
    good: list[Handed] = []
    for path in _files(folder):
        name = _name(folder, path)
        try:
            handed = read_handed(path)
        except RunTrouble as trouble:
            findings.append(f"{name}: left out. {clean(trouble.message)}")
            continue
        if handed.log.lost:
            findings.append(
                f"{name}: was changed after it was written. {handed.log.damage} What is before it counts."
            )
        good.append(handed)
    good.sort(key=lambda one: (one.log.header.created, one.at, str(one.path)))
    good, others = _one_story(good)
    findings += others
    kept: list[Handed] = []
    for same in _by_run(good):
        first, told = _one_run(folder, same)
        kept.append(first)
        findings += told
    findings += _borrowed(folder, kept)
    return Collected(tuple(kept), tuple(findings))


def _files(folder: Path) -> list[Path]:
    try:
        if not folder.is_dir():
            raise NoFolder(folder, "it is not a folder")
        paths = sorted(
            path for path in folder.rglob(f"*{SUFFIX}") if path.is_file() and not path.is_symlink()
        )
    except OSError as error:
        raise NoFolder(folder, reason(error)) from error
    if not paths:
        raise NegotiatorError(
            f"There is no run file ({SUFFIX}) in {folder}.",
            "People write theirs with: negotiator class hand-in RUN",
        )
    if len(paths) > MOST:
        raise NegotiatorError(
            f"There are {len(paths)} run files in {folder}; {MOST} are the most.", "Part them."
        )
    return paths


def _name(folder: Path, path: Path) -> str:
    return clean(path.relative_to(folder).as_posix())


def _one_story(good: list[Handed]) -> tuple[list[Handed], list[str]]:
    """The files of the scenario that most are of, and what is said of the others."""
    if not good:
        return [], []
    counts = Counter(one.log.header.scenario for one in good)
    wanted = max(counts, key=lambda one: (counts[one], one))
    told = [
        f"{clean(one.path.name)}: left out. It is a run of '{clean(one.log.header.scenario)}', not of '{clean(wanted)}'."
        for one in good
        if one.log.header.scenario != wanted
    ]
    return [one for one in good if one.log.header.scenario == wanted], told


def _by_run(good: Iterable[Handed]) -> Iterator[list[Handed]]:
    """Files of one run together: those that begin with the same line, or say that they are the same run."""
    found: dict[str, list[Handed]] = {}
    for one in good:
        found.setdefault(one.log.header.run or one.seals[0], []).append(one)
    yield from found.values()


def _one_run(folder: Path, same: list[Handed]) -> tuple[Handed, list[str]]:
    """The file of a run that counts, which is the longest of who handed it in first, and what is said of the others."""
    owner = min(same, key=lambda one: (one.at, str(one.path)))
    mine = [one for one in same if _who(one) == _who(owner) and one.seals[0] == owner.seals[0]]
    kept = max(mine, key=lambda one: (len(one.seals), one.at))
    told = []
    for one in same:
        if one is kept:
            continue
        name, other = _name(folder, one.path), _name(folder, kept.path)
        if one.seals[0] != kept.seals[0]:
            told.append(
                f"{name}: left out. It says it is the run of {other}, and begins otherwise: one was rewritten."
            )
        elif _who(one) != _who(kept):
            told.append(
                f"{name}: left out. {one.said} handed in the run that {kept.said} handed in ({other})."
            )
        elif one.seals == kept.seals[: len(one.seals)]:
            what = "the same run" if len(one.seals) == len(kept.seals) else "an earlier state of the run"
            told.append(f"{name}: left out. It is {what} in {other}.")
        else:
            at = _parted(one, kept)
            told.append(
                f"{name}: left out. It is the run of {other}, which goes on otherwise from its line {at}."
            )
    return kept, told


def _parted(one: Handed, other: Handed) -> int:
    return next(at for at, (a, b) in enumerate(zip_longest(one.seals, other.seals), 1) if a != b)


def _who(one: Handed) -> str:
    """What tells people apart: the student's id, else the name, else the file."""
    return person_key(one) or str(one.path)


def person_key(one: Handed) -> str:
    """The same in every file of a person: by the student's id, else by the name; empty where the file says neither."""
    if one.student:
        return f"student {one.student.casefold()}"
    return f"name {one.name.casefold()}" if one.name else ""


def _borrowed(folder: Path, kept: list[Handed]) -> Iterator[str]:
    """Runs that go on from somebody else's."""
    runs = {one.log.header.run: one for one in kept}
    for one in kept:
        origin = runs.get(one.log.header.branched_from)
        if origin and _who(origin) != _who(one):
            yield f"{_name(folder, one.path)}: {one.said} goes on from the run of {origin.said} ({_name(folder, origin.path)})."
