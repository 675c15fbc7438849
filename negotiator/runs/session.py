"""A run being played: a move is stepped, appended and synced before anything of it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from negotiator.errors import Exit
from negotiator.game.play import Play, Turn, advance, begin
from negotiator.game.rules import Game
from negotiator.game.state import UNDO, Move, choose
from negotiator.game.view import View, view
from negotiator.runs import lines
from negotiator.runs.journal import Journal
from negotiator.runs.lock import RunLock
from negotiator.runs.log import Log, read_log
from negotiator.runs.naming import new_id, run_path
from negotiator.runs.rejoin import rejoin, target
from negotiator.runs.troubles import OtherScenario, RunTrouble
from negotiator.scenario.digest import rules_hash, text_hash

Clock = Callable[[], datetime]


def now_utc() -> datetime:
    """The clock of everyday play."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a run comes from."""

    source: str = ""
    """The scenario file, empty when unknown."""
    branched_from: str = ""
    """The run it goes on from, empty for one from the start."""


class Session:
    """One run and its file. It holds the run's lock until `close`; one opened by `look` holds nothing."""

    def __init__(
        self,
        game: Game,
        play: Play,
        journal: Journal,
        *,
        created: datetime,
        now: Clock,
        origin: Origin,
        rules: str,
        kept: tuple[str, ...] = (),
    ) -> None:
        """For the ways in below, which see to the file and the lock."""
        self.id = journal.run
        self.path = journal.path
        self.game = game
        self.play = play
        self.created = created
        self.seed = play.first.seed
        self.origin = origin
        self.rules = rules
        """Hash of the rules it is played under."""
        self.notice = ""
        """What had to be said on opening: a damaged end, a changed scenario; empty when all is well."""
        self.kept = kept
        """Lines the player kept."""
        self._journal = journal
        self._now = now

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
        origin = Origin(str(source.resolve()) if source else "", branched_from)
        session = fresh(folder, game, begin(game, seed), now=now, origin=origin)
        session.settle()
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
        lock = RunLock(path, _log_of(path, game).header.run)
        try:
            # Again under the lock: the window that had it may have played on.
            log = _log_of(path, game)
            journal = Journal.further(log, lock)
        except BaseException:
            lock.free()
            raise
        hashes = rules_hash(game.scenario), text_hash(game.scenario)
        found = rejoin(game, log, hashes[0])
        notice = " ".join(part for part in (log.damage, found.stopped) if part)
        if found.stopped:
            journal.close()
            origin = Origin(log.header.source, log.header.run)
            session = fresh(path.parent, game, found.play, now=now, origin=origin, kept=log.kept)
        else:
            if hashes != (log.last_rules, log.last_text):
                journal.waiting = [lines.new_rules(*hashes)]
            session = cls(
                game,
                found.play,
                journal,
                created=log.header.created,
                now=now,
                origin=Origin(log.header.source, log.header.branched_from),
                rules=hashes[0],
                kept=log.kept,
            )
        session.notice = notice
        return session

    @classmethod
    def look(cls, path: Path, game: Game) -> "Session":
        """A run to be read only: no lock, nothing is written; every move raises ReadOnlyRun.

        Raises:
            RunTrouble: it cannot be read, or is of another scenario.
        """
        log = _log_of(path, game)
        head = log.header
        rules = rules_hash(game.scenario)
        found = rejoin(game, log, rules)
        session = cls(
            game,
            found.play,
            Journal(path, head.run, shut=True),
            created=head.created,
            now=now_utc,
            origin=Origin(head.source, head.branched_from),
            rules=rules,
            kept=log.kept,
        )
        session.notice = " ".join(part for part in (log.damage, found.stopped) if part)
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
        return self.move(choose(choice_id))

    def move(self, move: Move) -> Turn:
        """Make a move of the story, of the table or of the notebook; it is on the disk when this returns.

        Raises:
            NotPossible: it cannot be made now; nothing has changed.
            RunTrouble: it could not be saved; nothing has changed.
        """
        after = advance(self.game, self.play, move)
        turn = after.turns[-1]
        self._journal.write(lines.made(self.game, turn, len(after.turns)), now=self._now())
        self.play = after
        return turn

    def undo(self) -> None:
        """Take back the last choice, as one more line of the log.

        Raises:
            NotPossible: the scenario does not allow it, or there is nothing to take back.
            RunTrouble: it could not be saved; nothing has changed.
        """
        after = advance(self.game, self.play, UNDO)
        self._journal.write(lines.undone(self.game, self.play.state, after), now=self._now())
        self.play = after

    def keep(self, line: str) -> None:
        """Keep a sentence worth stealing; one that is kept already is not kept twice.

        Raises:
            RunTrouble: it could not be saved.
        """
        if line not in self.kept:
            self._journal.write(lines.kept(target(self.game, self.play.state), line), now=self._now())
            self.kept = (*self.kept, line)

    def branch(self, at: int) -> "Session":
        """A new run with the same seed and the first `at` choices: "resume from here". Kept lines go with it.

        Raises:
            RunTrouble: there is no such decision, or the new run could not be saved.
        """
        if not 0 <= at <= len(self.play.turns):
            message = f"This run has {len(self.play.turns)} decisions; there is no number {at} to go on from."
            raise RunTrouble(message, code=Exit.FINDINGS)
        play = replace(self.play, turns=self.play.turns[:at], undone=0)
        origin = Origin(self.origin.source, self.id)
        other = fresh(self.path.parent, self.game, play, now=self._now, origin=origin, kept=self.kept)
        other.settle()
        return other

    @property
    def saved(self) -> bool:
        """Whether its file is there: a run that goes on in a file of its own gets it with its next move."""
        return self.path.exists()

    def settle(self) -> None:
        """Write down what waits to be written with the next move: a run in a file of its own has its file now.

        Raises:
            RunTrouble: it could not be saved.
        """
        if self._journal.waiting:
            self._journal.write(now=self._now())

    def close(self) -> None:
        """Let go of the file and the lock. Nothing is lost: everything is saved already."""
        self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def fresh(
    folder: Path,
    game: Game,
    play: Play,
    *,
    now: Clock,
    origin: Origin,
    kept: tuple[str, ...] = (),
    run: str = "",
) -> Session:
    """A run in a file of its own, which is written with its first move or by `settle`. Without `run`, chance names it."""
    run, created = run or new_id(), now()
    hashes = rules_hash(game.scenario), text_hash(game.scenario)
    first = lines.header(
        game,
        play,
        run=run,
        created=created,
        hashes=hashes,
        source=origin.source,
        branched_from=origin.branched_from,
    )
    turns = [lines.made(game, turn, number) for number, turn in enumerate(play.turns, 1)]
    journal = Journal(
        run_path(folder, game.scenario.id, run),
        run,
        [first, *turns, *(lines.kept("", line) for line in kept)],
    )
    return Session(game, play, journal, created=created, now=now, origin=origin, rules=hashes[0], kept=kept)


def _log_of(path: Path, game: Game) -> Log:
    log = read_log(path)
    if log.header.scenario != game.scenario.id:
        raise OtherScenario(log.header.run, log.header.scenario, game.scenario.id)
    return log
