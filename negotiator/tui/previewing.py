"""The app of `negotiator preview`: the preview screen, the watch on the file, and nothing written anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual.app import SystemCommand
from textual.message import Message
from textual.screen import Screen

from negotiator.errors import Exit, NegotiatorError
from negotiator.runs.files import write_whole
from negotiator.runs.rehearsal import Rehearsal
from negotiator.runs.reloading import Version, Versions, judge
from negotiator.runs.watching import Eyes, Read, Watch, Watching, sign_of
from negotiator.scenario.source import Unread, read
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.desk import Desk
from negotiator.tui.housekeeping import RealDesk
from negotiator.tui.ports import Run
from negotiator.tui.preview.screen import PreviewScreen
from negotiator.tui.preview.waiting import Asked, nothing_yet

SHEET = Path(__file__).parent / "preview" / "preview.tcss"


class PreviewDesk(RealDesk):
    """A desk without a shelf: what a coach saves on purpose lands where they are."""

    def write(self, name: str, text: str) -> Path:
        """Into the folder one works in."""
        path = Path.cwd() / name
        write_whole(path, text)
        return path


class PreviewApp(NegotiatorApp):
    """A file being played while it is written."""

    @dataclass
    class Saved(Message):
        """There is a new version of the file."""

        version: Version

    @dataclass
    class Blind(Message):
        """The file cannot be watched any more."""

        error: BaseException

    def __init__(self, desk: Desk, first: PreviewScreen, watch: Watch | None = None) -> None:
        super().__init__(desk, first)
        self.css_path = [*self.css_path, SHEET]
        self.preview = first
        self._watch = watch
        self._watching: Watching | None = None

    def on_mount(self) -> None:
        """Watch, from the first frame on."""
        if self._watch is not None:
            self._watching = Watching(self._watch, self._saved, self._blind)

    def _saved(self, version: Version) -> None:
        self.post_message(self.Saved(version))

    def _blind(self, error: BaseException) -> None:
        self.post_message(self.Blind(error))

    def on_unmount(self) -> None:
        """Look no more."""
        if self._watching is not None:
            self._watching.close()

    def on_preview_app_saved(self, message: Saved) -> None:
        """Show it. Another version of the story closes what was opened over the one before."""
        if message.version.game is not None:
            self.go_home()
        self.preview.receive(message.version)

    def on_preview_app_blind(self, message: Blind) -> None:
        """Leave, and let the command line put it into words: a preview that sees no save would mislead."""
        raise message.error

    def go_home(self) -> None:
        """Home is the preview."""
        while self.screen is not self.preview and len(self.screen_stack) > 1:
            self.pop_screen()

    def go_on(self, run: Run) -> None:
        """Play on from a decision, here."""
        self.go_home()
        if isinstance(run, Rehearsal):
            self.preview.go_on(run)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Without the library, which has no part in this."""
        for one in super().get_system_commands(screen):
            if one.title != "Home":
                yield one


def open_preview(path: Path, asked: Asked, saves: Path | None) -> int:
    """Open the preview of a file; returns the exit code.

    Raises:
        NegotiatorError: there is no such file, or no such moment in it; the terminal has not been touched.
    """

    def judged(found: Read) -> Version:
        return judge(found, path, datetime.now().astimezone())

    found = read(path)
    if isinstance(found, Unread) and not path.is_file():
        raise NegotiatorError(f"{path}: {found.finding.message}", found.finding.hint, code=Exit.CANNOT)
    watch = Watch(Eyes(lambda: sign_of(path), lambda: read(path), judged), found)
    version = judged(found)
    if version.game is None:
        run = Rehearsal(path, nothing_yet(path))
    else:
        run = Rehearsal(path, version.game, asked.moment(version.game), asked.seed)
    app = PreviewApp(PreviewDesk(saves), PreviewScreen(Versions.first(version), run, asked), watch)
    code = app.run()
    if app.unforeseen is not None:
        raise app.unforeseen
    return code or 0
