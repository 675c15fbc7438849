"""A run being played: a move is stepped, appended and synced before anything of it is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from negotiator import __version__
from negotiator.errors import Exit
from negotiator.game.play import Play, Turn, advance, begin
from negotiator.game.rules import Game
from negotiator.game.state import UNDO, Move, choose
from negotiator.game.view import View, view
from negotiator.runs.lock import RunLock
from negotiator.runs.log import Log, read_log
from negotiator.runs.naming import new_id, run_path
from negotiator.runs.records import VERSION, Value
from negotiator.runs.rejoin import rejoin, target
from negotiator.runs.troubles import NoSuchRun, OtherScenario, ReadOnlyRun, RunTrouble
from negotiator.runs.writer import Writer
from negotiator.scenario.digest import rules_hash, text_hash

Clock = Callable[[], datetime]
Record = dict[str, Value]


def now_utc() -> datetime:
    """The clock of everyday play."""
    return datetime.now(UTC)


class Session:
    """One run and its file.

    `play` is what has been played, `notice` what had to be said on opening (empty when all is well), `kept` the
    lines the player kept. A session holds the run's lock until `close`; `look` opens one that holds nothing.
    """

    def __init__(
        self, game: Game, path: Path, run: str, *, play: Play, created: datetime, now: Clock, source: str
    ) -> None:
        """For the ways in below, which see to the file and the lock."""
        self.id = run
        self.path = path
        self.game = game
        self.play = play
        self.created = created
        self.seed = play.first.seed
        self.notice = ""
        self.kept: tuple[str, ...] = ()
        self.source = source
        self.branched_from = ""
        self.writable = True
        self._now = now
        self._rules = rules_hash(game.scenario)
        self._text = text_hash(game.scenario)
        self._writer: Writer | None = None
        self._lock: RunLock | None = None
        self._first: list[Record] = []
        """Lines to be written before the next one: those of a run that goes on in a file of its own, or new rules."""
        self._lines = 0

    @classmethod
    def create(
        cls,
        folder: Path,
        game: Game,
        *,
        seed: int,
        now: Clock = now_utc,
        source: Path | None = None,
        branched_from: str = "",
    ) -> "Session":
        """A new run at its first scene, on the disk when this returns.

        Raises:
            RunTrouble: the folder cannot be made or written, or the disk is full.
        """
        run = new_id()
        path = run_path(folder, game.scenario.id, run)
        origin = str(source.resolve()) if source else ""
        session = cls(game, path, run, play=begin(game, seed), created=now(), now=now, source=origin)
        session.branched_from = branched_from
        session._first = session._from_the_start()
        session._write()
        return session

    @classmethod
    def resume(cls, path: Path, game: Game, *, now: Clock = now_utc) -> "Session":
        """Go on with a run.

        Where the scenario leads elsewhere by now, or the log does not fit it, the run goes on from the last good
        scene in a file of its own, begun with the next move: the old file stays as it is.

        Raises:
            RunTrouble: it cannot be read, is open elsewhere, may not be written, or is of another scenario.
        """
        # Before the lock, so that no lock is laid beside a file that is not a run.
        run = _log_of(path, game).header.run
        lock = RunLock(path, run)
        try:
            # Again under the lock: the window that had it may have played on.
            log = _log_of(path, game)
            session = cls._of(log, game, now)
            writer = Writer.further(log)
        except BaseException:
            lock.free()
            raise
        if session._first:
            writer.close()
            lock.free()
            return session
        session._lock, session._writer, session._lines = lock, writer, log.count
        if session._rules != log.last_rules or session._text != log.last_text:
            session._first = [{"kind": "rules", "rules": session._rules, "text": session._text}]
        return session

    @classmethod
    def look(cls, path: Path, game: Game) -> "Session":
        """A run to be read only: no lock, nothing is written; every move raises ReadOnlyRun.

        Raises:
            RunTrouble: it cannot be read, or is of another scenario.
        """
        session = cls._of(_log_of(path, game), game, now_utc)
        session._first = []
        session.writable = False
        return session

    @classmethod
    def _of(cls, log: Log, game: Game, now: Clock) -> "Session":
        head = log.header
        found = rejoin(game, log, rules_hash(game.scenario))
        session = cls(game, log.path, head.run, play=found.play, created=head.created, now=now, source=head.source)
        session.kept = log.kept
        session.branched_from = head.branched_from
        session.notice = " ".join(part for part in (_damage(log), found.stopped) if part)
        if found.stopped:
            session.id = new_id()
            session.path = run_path(log.path.parent, head.scenario, session.id)
            session.branched_from = head.run
            session.created = now()
            session._first = session._from_the_start()
        return session

    @property
    def view(self) -> View:
        """What the player sees now."""
        return view(self.game, self.play.state)

    def choose(self, choice_id: str) -> Turn:
        """Take a choice; it is on the disk when this returns.

        Raises:
            NotPossible: it cannot be taken now; nothing has changed.
            RunTrouble: it could not be saved; nothing has changed.
        """
        after = self._advanced(choose(choice_id))
        turn = after.turns[-1]
        self._write(self._chosen(turn, len(after.turns)))
        self.play = after
        return turn

    def undo(self) -> None:
        """Take back the last choice, as one more line of the log.

        Raises:
            NotPossible: the scenario does not allow it, or there is nothing to take back.
            RunTrouble: it could not be saved; nothing has changed.
        """
        before = self.play.state
        after = self._advanced(UNDO)
        self._write(
            {
                "kind": "undo",
                "scene": target(self.game, before),
                "to": target(self.game, after.state),
                "place": self._place(after),
                "turn": len(after.turns),
            }
        )
        self.play = after

    def keep(self, line: str) -> None:
        """Keep a sentence worth stealing; one that is kept already is not kept twice.

        Raises:
            RunTrouble: it could not be saved.
        """
        if line in self.kept:
            return
        self._write({"kind": "keep", "scene": target(self.game, self.play.state), "line": line})
        self.kept = (*self.kept, line)

    def branch(self, at: int) -> "Session":
        """A new run with the same seed and the first `at` choices: "resume from here". Kept lines go with it.

        Raises:
            RunTrouble: there is no such decision, or the new run could not be saved.
        """
        if not 0 <= at <= len(self.play.turns):
            message = f"This run has {len(self.play.turns)} decisions: there is no way back to number {at}."
            raise RunTrouble(message, code=Exit.FINDINGS)
        run = new_id()
        other = Session(
            self.game,
            run_path(self.path.parent, self.game.scenario.id, run),
            run,
            play=replace(self.play, turns=self.play.turns[:at], undone=0),
            created=self._now(),
            now=self._now,
            source=self.source,
        )
        other.kept = self.kept
        other.branched_from = self.id
        other._first = other._from_the_start()
        other._write()
        return other

    def close(self) -> None:
        """Let go of the file and the lock. Nothing is lost: everything is saved already."""
        if self._writer:
            self._writer.close()
            self._writer = None
        if self._lock:
            self._lock.free()
            self._lock = None
        self.writable = False

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _advanced(self, move: Move) -> Play:
        if not self.writable:
            raise ReadOnlyRun(self.path, "it was opened to be read only")
        return advance(self.game, self.play, move)

    def _write(self, *records: Record) -> None:
        if not self.writable:
            raise ReadOnlyRun(self.path, "it was opened to be read only")
        lines = [*self._first, *records]
        stamp = self._now().isoformat(timespec="milliseconds")
        numbered: list[Record] = [
            line if "v" in line else {"n": n, "at": stamp, **line} for n, line in enumerate(lines, self._lines)
        ]
        if self._writer is None:
            self._open_new(numbered)
        else:
            self._writer.append(*numbered)
        self._first = []
        self._lines += len(lines)

    def _open_new(self, lines: list[Record]) -> None:
        writer = Writer.begin(self.path)
        try:
            lock = RunLock(self.path, self.id)
        except BaseException:
            writer.discard()
            raise
        try:
            writer.append(*lines)
        except BaseException:
            writer.discard()
            lock.free()
            raise
        writer.settle()
        self._writer, self._lock = writer, lock

    def _from_the_start(self) -> list[Record]:
        """The header, what was played so far and the kept lines: the beginning of a file of its own."""
        scenario = self.game.scenario
        header: Record = {
            "v": VERSION,
            "kind": "run",
            "run": self.id,
            "scenario": scenario.id,
            "title": scenario.title,
            "rules": self._rules,
            "text": self._text,
            "seed": self.seed,
            "created": self.created.isoformat(timespec="milliseconds"),
            "app": __version__,
            "source": self.source,
            "branched_from": self.branched_from,
            "undone": self.play.undone,
            "place": self.game.places[self.play.first.scene].model.place,
        }
        turns = [self._chosen(turn, number) for number, turn in enumerate(self.play.turns, 1)]
        kept: list[Record] = [{"kind": "keep", "scene": "", "line": line} for line in self.kept]
        return [header, *turns, *kept]

    def _chosen(self, turn: Turn, number: int) -> Record:
        record: Record = {
            "kind": "choose",
            "scene": self.game.places[turn.before.scene].id,
            "choice": turn.move.choice,
            "outcome": turn.outcome,
            "to": target(self.game, turn.after),
            "place": self.game.places[turn.after.scene].model.place,
            "turn": number,
        }
        if turn.after.ending >= 0:
            ending = self.game.stops[turn.after.ending].model
            record |= {"result": ending.outcome, "ending": ending.title}
        return record

    def _place(self, play: Play) -> str:
        return self.game.places[play.state.scene].model.place


def _log_of(path: Path, game: Game) -> Log:
    log = read_log(path)
    head = log.header
    if not head.run:
        raise NoSuchRun(f"{path} does not say which run it is.")
    if head.scenario != game.scenario.id:
        raise OtherScenario(head.run, head.scenario, game.scenario.id)
    return log


def _damage(log: Log) -> str:
    said = []
    if log.lost:
        lines = "One line" if log.lost == 1 else f"{log.lost} lines"
        said.append(f"{lines} of this run could not be read and {'is' if log.lost == 1 else 'are'} left out.")
    if log.unknown:
        # They are additions by a later version of the same format, which an older reader may pass over.
        lines = "One line" if log.unknown == 1 else f"{log.unknown} lines"
        said.append(f"{lines} of a kind this version does not know {'was' if log.unknown == 1 else 'were'} passed over.")
    return " ".join(said)
