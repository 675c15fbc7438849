"""One window at a time: a lock beside the run, which the system frees whatever happens to its holder."""

from pathlib import Path

from negotiator.runs.troubles import ReadOnlyRun, RunInUse, reason


def lock_file(path: Path) -> Path:
    """Where the lock of a run lies. It stays there, empty: removing it would let two windows in."""
    return path.with_name(f".{path.name}.lock")


class RunLock:
    """The right to write to one run."""

    def __init__(self, path: Path, run: str) -> None:
        """Take it at once or not at all.

        Raises:
            RunInUse: another window holds it, in this process or another.
            ReadOnlyRun: the lock cannot be made.
        """
        # Late: 60 ms that a list of runs need not pay.
        from filelock import FileLock, Timeout

        # Moves may be made on a worker's thread and the run closed on another: the lock is the run's, not a thread's.
        self._lock = FileLock(lock_file(path), timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise RunInUse(path, run) from None
        except (OSError, NotImplementedError) as error:
            why = reason(error) if isinstance(error, OSError) else "its folder cannot hold a lock"
            raise ReadOnlyRun(path, why) from error

    def free(self) -> None:
        """Let the next window in."""
        self._lock.release()
