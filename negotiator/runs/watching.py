"""Watching one file: each time it has been saved whole, by whatever way an editor saves, its new version is handed on.

It looks at the file itself some fifty times a second. So it needs nobody's word for a change: renames, deleted and
restored files, replaced folders and network drives are all the same to it.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from negotiator.runs.reloading import Version
from negotiator.scenario.source import Source, Unread

PAUSE = 0.02
"""Seconds between two looks."""
SLOW = 10
"""On a slow drive, a look is followed by a pause this many times as long."""
QUIET = 0.05
"""Seconds a file must have been left alone before its text counts as whole."""
DOUBT = 0.2
"""The same for a text with errors in it, or a file that is gone: it may be half of what is being written."""
COARSE = 2.5
"""Seconds after a change in which the text itself is looked at: some drives give times in steps of two seconds."""

Read = Source | Unread
Sign = tuple[int, ...]


def sign_of(path: Path) -> Sign:
    """What tells one state of a file from another without reading it; empty when it is not there."""
    try:
        about = os.stat(path)  # noqa: PTH116  Path.stat resolves no faster, and this runs fifty times a second
    except (OSError, ValueError):
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


@dataclass(frozen=True, slots=True)
class Eyes:
    """How a file is looked at, read and judged; tests give others."""

    sign: Callable[[], Sign]
    read: Callable[[], Read]
    judge: Callable[[Read], Version]


class Watch:
    """Decides from look to look whether there is a new version. Times are seconds of any clock that only rises."""

    def __init__(self, eyes: Eyes, known: Read) -> None:
        """`known` is what has been read already: that is no news."""
        self._eyes = eyes
        self._known = known
        self._sign = eyes.sign()
        self._changed = float("-inf")
        self._held: tuple[Read, Version] | None = None
        self._stirred = True
        """The file may hold something else than what was handed on."""

    def look(self, now: float) -> Version | None:
        """The new version, once it is whole; None while there is none."""
        sign = self._eyes.sign()
        if sign != self._sign:
            self._sign, self._changed, self._held, self._stirred = sign, now, None, True
        if not self._stirred and now - self._changed > COARSE:
            return None
        if self._held is None and not self._found(now):
            return None
        assert self._held is not None
        read, version = self._held
        if self._eyes.sign() != self._sign:
            return None
        if now - self._changed < (QUIET if version.game else DOUBT):
            return None
        self._known, self._held, self._stirred = read, None, False
        return version

    @property
    def idle(self) -> bool:
        """Nothing stirs: the last look was only a look."""
        return self._held is None and not self._stirred

    def _found(self, now: float) -> bool:
        """Read the file; whether there is another text in it. It is judged while one waits for it to settle."""
        read = self._eyes.read()
        if read == self._known:
            if now - self._changed >= QUIET:
                self._stirred = False
            return False
        if not self._stirred:
            self._changed, self._stirred = now, True
        self._held = read, self._eyes.judge(read)
        return True


class Watching:
    """A thread of its own that looks until it is closed.

    Both functions are called on that thread: `deliver` with each new version, `fail` with an error nobody foresaw,
    which ends the watch.
    """

    def __init__(
        self, watch: Watch, deliver: Callable[[Version], None], fail: Callable[[BaseException], None]
    ) -> None:
        self._watch = watch
        self._deliver = deliver
        self._fail = fail
        self._over = Event()
        Thread(target=self._run, name="watching", daemon=True).start()

    def _run(self) -> None:
        try:
            self._look_on()
        except BaseException as error:  # noqa: BLE001  it belongs to whoever is told, whatever it is
            self._fail(error)

    def _look_on(self) -> None:
        pause = PAUSE
        while not self._over.wait(pause):
            began = monotonic()
            version = self._watch.look(began)
            looked = monotonic() - began
            pause = max(PAUSE, min(SLOW * looked, 1.0)) if self._watch.idle and version is None else PAUSE
            if version is not None:
                self._deliver(version)

    def close(self) -> None:
        """Look no more."""
        self._over.set()
