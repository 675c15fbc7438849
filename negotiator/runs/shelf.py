"""The runs in a folder, quickly: from the first and the last good line of each, without any scenario."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from negotiator.errors import Exit
from negotiator.runs.chain import Chain, chain, read_bytes
from negotiator.runs.lock import RunLock, lock_file
from negotiator.runs.log import MOVES, header
from negotiator.runs.naming import SUFFIX
from negotiator.runs.records import EPOCH, Value, moment, number_of, text_of
from negotiator.runs.troubles import ForeignFile, NoFolder, NoSuchRun, ReadOnlyRun, RunTrouble, reason


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as a list shows it."""

    id: str
    path: Path
    scenario: str = ""
    title: str = ""
    created: datetime = EPOCH
    last: datetime = EPOCH
    """When it was last played."""
    turns: int = 0
    """Choices in force."""
    ended: bool = False
    ending: str = ""
    """Title of the ending, empty while the story goes on."""
    outcome: str = ""
    """How it ended: signed, declined, lost, withdrawn or expired."""
    place: str = ""
    """Where the story is."""
    scene: str = ""
    """Id of the scene or ending, empty before the first choice."""
    seed: int = 0
    source: str = ""
    """The scenario file that was played."""
    branched_from: str = ""
    rules: str = ""
    head: str = field(default="", repr=False)
    """Seal of the last good line: it changes with every move."""
    damaged: str = ""
    """What is wrong with the file, in words."""
    trouble: RunTrouble | None = field(default=None, repr=False)
    """What leaves nothing to go on with."""

    @property
    def readable(self) -> bool:
        """Whether it can be opened."""
        return self.trouble is None


def runs_in(folder: Path) -> tuple[RunInfo, ...]:
    """The runs of a folder, the latest first; files that are damaged or no runs at all come with their trouble.

    Raises:
        NoFolder: there is something of that name that cannot be listed. A missing folder has no runs.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX and path.name[0] != "."]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise NoFolder(folder, reason(error)) from error
    return tuple(sorted(map(info, paths), key=lambda run: (run.last, run.id), reverse=True))


def info(path: Path) -> RunInfo:
    """One run; never an error."""
    try:
        return _summary(path, chain(path, read_bytes(path)))
    except RunTrouble as trouble:
        return RunInfo(id=path.stem, path=path, damaged=trouble.message, trouble=trouble)


def _summary(path: Path, found: Chain) -> RunInfo:
    head = header(found.lines[0].fields())
    last: dict[str, Value] = {}
    latest = head.created
    for line in reversed(found.lines[1:]):
        last = line.fields()
        latest = max(latest, moment(last, "at"))
        if last.get("kind") in (*MOVES, "undo"):
            break
    else:
        last = found.lines[0].fields()
    outcome = text_of(last, "result")
    lost = "1 line was" if found.lost == 1 else f"{found.lost} lines were"
    return RunInfo(
        id=head.run or path.stem,
        path=path,
        scenario=head.scenario,
        title=head.title,
        created=head.created,
        last=latest,
        turns=number_of(last, "turn"),
        ended=bool(outcome),
        ending=text_of(last, "ending"),
        outcome=outcome,
        place=text_of(last, "place"),
        scene=text_of(last, "to"),
        seed=head.seed,
        source=head.source,
        branched_from=head.branched_from,
        rules=head.rules,
        head=found.lines[-1].hash,
        damaged=f"{lost} damaged; the part before is good." if found.lost else "",
    )


def find_run(folder: Path, wanted: str) -> RunInfo:
    """The run of this id, of an id that begins so, or the file of this path.

    Raises:
        NoSuchRun: there is none, or more than one.
    """
    if wanted.endswith(SUFFIX):
        return info(Path(wanted).expanduser())
    runs = runs_in(folder)
    exact = [run for run in runs if run.id == wanted]
    found = exact or [run for run in runs if wanted and run.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(
            run.id if len({one.id for one in found}) > 1 else str(run.path) for run in found[:8]
        )
        raise NoSuchRun(
            f"More than one run begins with '{wanted}': {listed}.", "Give more of the id.", code=Exit.CANNOT
        )
    if not runs:
        raise NoSuchRun(f"There are no runs in {folder} yet.", "Start one: negotiator play SCENARIO")
    raise NoSuchRun(f"There is no run '{wanted}' in {folder}.", "They are listed by: negotiator runs list")


def delete_run(run: RunInfo) -> None:
    """Remove a run's file for good.

    Raises:
        RunTrouble: it is no run, is being played, or may not be removed.
    """
    # Never something that is not ours, whatever its name.
    if isinstance(run.trouble, ForeignFile | NoSuchRun):
        raise run.trouble
    lock = RunLock(run.path, run.id)
    try:
        run.path.unlink()
    except OSError as error:
        raise ReadOnlyRun(run.path, reason(error)) from error
    finally:
        lock.free()
    with suppress(OSError):
        lock_file(run.path).unlink()
