"""Opens saved runs to be looked at, with the scenario they belong to."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiator.analysis.debrief import Debrief
    from negotiator.runs.session import Session
    from negotiator.runs.shelf import RunInfo


def look(found: "RunInfo", scenario: str | None) -> "Session":
    """A run to be read only. `scenario` is where its scenario is now, if it was moved.

    Raises:
        NegotiatorError: the run cannot be read, or its scenario is nowhere to be found.
    """
    from negotiator.runs.library import load_game
    from negotiator.runs.log import read_log
    from negotiator.runs.session import Session

    read_log(found.path)  # whatever is wrong with the file is said before its scenario is looked for
    return Session.look(found.path, load_game(scenario_of(found, scenario)))


def scenario_of(found: "RunInfo", given: str | None) -> Path:
    """The file of a run's scenario.

    Raises:
        NoSuchScenario: it is nowhere to be found.
    """
    from negotiator.runs.library import find, find_for

    return find(given) if given else find_for(found.scenario, found.source)


def debrief_of(session: "Session") -> "Debrief":
    """The debrief of a run, with a bar at a terminal while it is made."""
    from negotiator.cli.plain import debriefed
    from negotiator.cli.progress import Bar
    from negotiator.runs.places import cache_folder

    bar = Bar("Looking for the best line")
    try:
        return debriefed(session, cache_folder(), bar)
    finally:
        bar.close()
