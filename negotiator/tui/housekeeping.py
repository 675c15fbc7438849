"""The desk of everyday play: scenarios, runs and settings on this computer."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import NegotiatorError
from negotiator.runs import library, places, settings
from negotiator.tui.desk import Case, Played, Standing
from negotiator.tui.doors import unseen

if TYPE_CHECKING:
    from negotiator.analysis.best_line import Progress
    from negotiator.analysis.debrief import Debrief
    from negotiator.game.rules import Game
    from negotiator.runs.shelf import RunInfo
    from negotiator.tui.fresh import FreshRun
    from negotiator.tui.ports import Run

ENOUGH_RUNS = 2
"""Finished runs before anything is said of habits."""


class RealDesk:
    """A Desk on the disk."""

    def __init__(self, saves: Path | None) -> None:
        self._saves = places.saves_folder(saves)
        self._settings = places.settings_file()
        self._infos: dict[Path, RunInfo] = {}

    def prefs(self) -> tuple[settings.Settings, str]:
        """The settings file."""
        return settings.load(self._settings)

    def set_prefs(
        self, *, theme: str, training: bool, reduced_motion: bool, text_width: int
    ) -> settings.Settings:
        """Write the settings file."""
        wanted = settings.Settings(theme, training, reduced_motion, text_width)
        settings.save(self._settings, wanted)
        return wanted

    def cases(self) -> tuple[Case, ...]:
        """The heads of the scenario files."""
        return tuple(
            Case(one.id, one.title, one.summary, one.difficulty, one.path, one.trouble)
            for one in library.entries()
        )

    def measured(self, case: Case) -> Case:
        """From the cache, or by loading it."""
        from negotiator.runs.measures import length_of

        entry = library.Entry(case.id, case.path, case.title, case.summary, case.difficulty, case.trouble)
        length = length_of(entry, places.cache_folder())
        return replace(case, minutes=length.minutes or None, trouble=length.trouble)

    def shelf(self) -> tuple[Played, ...]:
        """The heads and ends of the run files."""
        from negotiator.runs.shelf import runs_in

        runs = runs_in(self._saves)
        self._infos = {run.path: run for run in runs}
        return tuple(
            Played(
                id=run.id,
                path=run.path,
                scenario=run.scenario,
                title=run.title or run.path.name,
                last=run.last,
                turns=run.turns,
                place=run.place,
                ending=run.ending,
                outcome=run.outcome,
                trouble="" if run.readable else run.damaged,
            )
            for run in runs
        )

    def standing(self, played: Played) -> Standing | None:
        """From the cache, or by replaying it; nothing when its scenario is gone."""
        from negotiator.runs.standing import scores_of

        try:
            info = self._infos[played.path]
            game = library.load_game(library.find_for(info.scenario, info.source))
            found = scores_of(info, game, places.cache_folder())
        except (NegotiatorError, OSError, KeyError):
            return None
        return Standing(found.courage, found.finesse, found.fit)

    def habit(self) -> str:
        """What the finished runs have in common."""
        from negotiator.game.play import Turn
        from negotiator.runs.session import Session
        from negotiator.tui.habits import habit

        played: list[tuple[Game, tuple[Turn, ...]]] = []
        for info in [one for one in self._infos.values() if one.outcome][:8]:
            with suppress(NegotiatorError, OSError):
                game = library.load_game(library.find_for(info.scenario, info.source))
                played.append((game, Session.look(info.path, game).play.turns))
        return habit(played) if len(played) >= ENOUGH_RUNS else ""

    def load(self, path: Path) -> "Game":
        """A scenario file."""
        return library.load_game(path)

    def begin(self, path: Path, seed: int | None) -> "Run":
        """A new run file."""
        return self._create(path, library.load_game(path), _chance() if seed is None else seed)

    def fresh(self, path: Path, seed: int | None) -> "FreshRun":
        """A new run whose file is made when the first scene has been drawn."""
        from negotiator.tui.fresh import FreshRun

        game, chosen = library.load_game(path), _chance() if seed is None else seed
        return FreshRun(game, chosen, lambda: self._create(path, game, chosen))

    def _create(self, path: Path, game: "Game", seed: int) -> "Run":
        from negotiator.runs.session import Session

        return Session.create(self._saves, game, seed=seed, source=path)

    def resume(self, path: Path, scenario: Path | None = None) -> "Run":
        """A run file; one that has ended is only read, unless there is something left to guess.

        Its scenario is found, unless it is given.
        """
        from negotiator.runs.session import Session
        from negotiator.runs.shelf import info

        found = info(path)
        game = library.load_game(scenario or library.find_for(found.scenario, found.source))
        if not found.ended:
            return Session.resume(path, game)
        looked = Session.look(path, game)
        if unseen(looked.play.state):
            # Where it cannot be written it can be read all the same.
            with suppress(NegotiatorError):
                return Session.resume(path, game)
        return looked

    def debrief(self, run: "Run", progress: "Progress | None" = None) -> "Debrief":
        """With the yardstick of its scenario, searched for once and kept."""
        from negotiator.analysis.debrief import debrief
        from negotiator.runs.yardsticks import yardstick_for
        from negotiator.scenario.digest import rules_hash

        rules = rules_hash(run.game.scenario)
        return debrief(run.game, run.play, yardstick_for(run.game, rules, places.cache_folder()), progress)

    def write(self, name: str, text: str) -> Path:
        """Beside the runs."""
        from negotiator.runs.files import write_whole

        path = self._saves / name
        write_whole(path, text)
        return path


def _chance() -> int:
    from secrets import randbelow

    return randbelow(2**31)
