"""What can be wrong with a run or with the place where runs are kept: one class each, all in plain words."""

from pathlib import Path

from negotiator.errors import NegotiatorError


class RunTrouble(NegotiatorError):
    """Something is wrong with a run."""


class NoSuchRun(RunTrouble):
    """There is no run of this name."""


class EmptyRun(RunTrouble):
    """The file is there and holds nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is empty: nothing was played in it.", "It can be deleted; start the scenario again."
        )


class ForeignFile(RunTrouble):
    """Not a run at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a run of Negotiator.",
            "It was left as it is. Runs are listed by: negotiator runs list",
        )


class DamagedRun(RunTrouble):
    """A run whose first line, which says what it is a run of, is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a run, but its first line is damaged, so nothing after it can be trusted.",
            "It was left as it is. If you have a copy of the file, put it back.",
        )


class NewerRun(RunTrouble):
    """A run written by a later Negotiator."""

    def __init__(self, path: Path, app: str) -> None:
        by = f" ({app})" if app else ""
        super().__init__(
            f"{path} was written by a newer Negotiator{by} and cannot be read by this one.",
            "It was left as it is. Bring Negotiator up to date, then open it again.",
        )


class UnreadableRun(RunTrouble):
    """The operating system does not let us read it."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}.", "Check that the file is yours and may be read.")


class ReadOnlyRun(RunTrouble):
    """The run can be looked at, but not gone on with."""

    def __init__(self, path: Path, why: str = "the file or its folder may not be written") -> None:
        super().__init__(
            f"{path} can be looked at, but not gone on with: {why}.",
            "Copy it into a folder of your own and name that folder with --saves.",
        )


class RunInUse(RunTrouble):
    """Another window is playing this run."""

    def __init__(self, path: Path, run: str) -> None:
        super().__init__(
            f"The run {run} is open in another window ({path}).",
            "Go on there, or close it there first.",
        )


class OtherScenario(RunTrouble):
    """The run belongs to another scenario."""

    def __init__(self, run: str, theirs: str, given: str) -> None:
        super().__init__(
            f"The run {run} is a run of '{theirs}', not of '{given}'.",
            f"Open it with the scenario '{theirs}'.",
        )


class NotSaved(RunTrouble):
    """A move could not be written down, so it was not made."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"This could not be saved in {path}: {why}. Nothing was changed.",
            "Everything before it is saved. Make room or mend the place, then do it again.",
        )


class LogBroken(RunTrouble):
    """Writing failed so badly that the end of the file is in doubt."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} can no longer be written, and no more is added to it.",
            "Everything shown so far is saved. Quit, mend the place, then resume the run.",
        )


class NoFolder(RunTrouble):
    """The folder for runs cannot be made or used."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The folder {folder} cannot be used to keep runs: {why}.",
            "Name another one with --saves DIR, or in the variable NEGOTIATOR_SAVES.",
        )


def reason(error: OSError) -> str:
    """What the operating system said, in lower case and without numbers: "no space left on device"."""
    said = error.strerror or type(error).__name__
    return said[:1].lower() + said[1:]
