"""Stand-ins for what lies behind the screens: runs in memory, a library of a few cases, a shelf of a few runs."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from negotiator.analysis.best_line import Progress
from negotiator.analysis.debrief import Debrief, debrief
from negotiator.analysis.yardstick import yardstick
from negotiator.game.play import Play, Turn, advance, begin
from negotiator.game.rules import Game
from negotiator.game.state import UNDO, Move, choose
from negotiator.game.view import View, view
from negotiator.tui.desk import Case, Played, Standing
from tests.support import game as compiled
from tests.tui.story import EVERYTHING
from tests.tui.tablestory import TABLE


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings for tests: still, dusk, 76 cells."""

    theme: str = "dusk"
    training: bool = False
    reduced_motion: bool = True
    text_width: int = 76


def everything() -> Game:
    """The story with everything in it."""
    return compiled(EVERYTHING, frame=False)


def slip() -> "FakeDesk":
    """A desk with the story that leads to a table."""
    return FakeDesk(game=compiled(TABLE, frame=False))


class MemoryRun:
    """A run that is never written; `fails` is raised instead of saving."""

    def __init__(self, game: Game, play: Play, name: str = "k7m2pq") -> None:
        self.id = name
        self.path = Path("/runs") / f"the-quay.{name}.jsonl"
        self.game = game
        self.play = play
        self.notice = ""
        self.kept: tuple[str, ...] = ()
        self.fails: Exception | None = None
        self.closed = False

    @property
    def view(self) -> View:
        return view(self.game, self.play.state)

    def choose(self, choice_id: str) -> Turn:
        return self.move(choose(choice_id))

    def move(self, move: Move) -> Turn:
        after = advance(self.game, self.play, move)
        self._save()
        self.play = after
        return after.turns[-1]

    def undo(self) -> None:
        after = advance(self.game, self.play, UNDO)
        self._save()
        self.play = after

    def keep(self, line: str) -> None:
        self._save()
        if line not in self.kept:
            self.kept = (*self.kept, line)

    def branch(self, at: int) -> "MemoryRun":
        self._save()
        return MemoryRun(self.game, replace(self.play, turns=self.play.turns[:at], undone=0), "br4nch")

    def close(self) -> None:
        self.closed = True

    def _save(self) -> None:
        if self.fails:
            raise self.fails


class FakeDesk:
    """A desk without a disk."""

    def __init__(self, settings: Settings | None = None, game: Game | None = None, *, seed: int = 7) -> None:
        self.settings = settings or Settings()
        self.game = game or everything()
        self.seed = seed
        self.library: tuple[Case, ...] = ()
        self.runs: tuple[Played, ...] = ()
        self.word = ""
        self.habits = ""
        self.trouble: Exception | None = None
        self.written: dict[str, str] = {}
        self.begun: list[MemoryRun] = []

    def first_play(self) -> Play:
        return begin(self.game, self.seed)

    def prefs(self) -> tuple[Settings, str]:
        return self.settings, self.word

    def set_prefs(self, *, theme: str, training: bool, reduced_motion: bool, text_width: int) -> Settings:
        self.settings = Settings(theme, training, reduced_motion, text_width)
        return self.settings

    def cases(self) -> tuple[Case, ...]:
        return self.library

    def measured(self, case: Case) -> Case:
        return replace(case, minutes=5 if case.difficulty == "easy" else 25)

    def shelf(self) -> tuple[Played, ...]:
        return self.runs

    def standing(self, played: Played) -> Standing | None:
        return Standing(62, None, 74)

    def habit(self) -> str:
        return self.habits

    def load(self, path: Path) -> Game:
        if self.trouble:
            raise self.trouble
        return self.game

    def begin(self, path: Path, seed: int | None) -> MemoryRun:
        if self.trouble:
            raise self.trouble
        run = MemoryRun(self.game, begin(self.game, self.seed if seed is None else seed))
        self.begun.append(run)
        return run

    def resume(self, path: Path) -> MemoryRun:
        return self.begin(path, None)

    def debrief(self, run: object, progress: Progress | None = None) -> Debrief:
        assert isinstance(run, MemoryRun)
        return debrief(run.game, run.play, yardstick(run.game), progress)

    def write(self, name: str, text: str) -> Path:
        self.written[name] = text
        return Path("/pages") / name


WHEN = datetime(2031, 3, 4, 9, 30, tzinfo=UTC)

LIBRARY = (
    Case(
        "first-offer",
        "First Offer",
        "Five minutes on a ferry quay, and a letter.",
        "easy",
        Path("first.toml"),
    ),
    Case(
        "two-roles", "Two Roles, One Title", "Two open positions, and one of 140.", "medium", Path("two.toml")
    ),
    Case("torn", "Torn", "", "medium", Path("torn.toml"), "It cannot be read as a scenario."),
)
SHELF = (
    Played("a1a1a1", Path("a1.jsonl"), "two-roles", "Two Roles, One Title", WHEN, 9, "Phone, Tuesday"),
    Played("b2b2b2", Path("b2.jsonl"), "first-offer", "First Offer", WHEN, 12, "", "Both Desks", "signed"),
)
