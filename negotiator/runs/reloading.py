"""Versions of a file while it is being written: the last good one is played, and what is wrong with a later one is said."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.scenario.excerpt import shown
from negotiator.scenario.findings import Severity
from negotiator.scenario.loader import Loaded, load_read
from negotiator.scenario.source import Source, Unread


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was at a time."""

    loaded: Loaded
    game: Game | None
    """None when there are errors in it."""
    at: datetime


def judge(read: Source | Unread, path: Path, at: datetime) -> Version:
    """What a text is worth: all findings of the loader, and the story when it can be played."""
    loaded = load_read(read, path.stem)
    return Version(loaded, compile_game(loaded.scenario) if loaded.scenario else None, at)


def seen_in_play(version: Version) -> Loaded:
    """A version with the findings that need play to be seen; takes as long as `negotiator check`."""
    from negotiator.analysis.checking import deepened

    return deepened(version.loaded)


@dataclass(frozen=True, slots=True)
class Versions:
    """The version on the screen and the one in the file."""

    latest: Version
    good: Version | None
    """The last one that could be played."""

    @classmethod
    def first(cls, version: Version) -> "Versions":
        """What there is to begin with."""
        return cls(version, version if version.game else None)

    def after(self, version: Version) -> "Versions":
        """Once the file has been saved again."""
        return Versions(version, version if version.game else self.good)

    @property
    def broken(self) -> str:
        """What is wrong with the file, in a line, and what is played instead; empty when nothing is."""
        if self.latest.game is not None:
            return ""
        first = next(one for one in self.latest.loaded.findings if one.severity is Severity.ERROR)
        opened = self.latest.loaded.source.opened
        said = f"line {first.line}: {first.message}" if opened else first.message
        rest = self.latest.loaded.errors - 1
        more = f" (and {rest} more)" if rest else ""
        playing = f"playing the version of {clock(self.good.at)}" if self.good else "nothing to play yet"
        return shown(f"{said}{more} — {playing}")


def clock(at: datetime) -> str:
    """A time of day."""
    return f"{at:%H:%M:%S}"
