"""The ways from the debrief to other runs. Each screen is imported when somebody first goes there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiator.analysis.debrief import Debrief
    from negotiator.tui.app import NegotiatorApp
    from negotiator.tui.desk import Played
    from negotiator.tui.ports import Run


def to_other_runs(house: "NegotiatorApp", run: "Run", found: "Debrief") -> None:
    """The list of finished runs of the same story; the one that is chosen stands beside this one."""
    from negotiator.tui.screens.otherruns import OtherRuns

    def chosen(other: "Played | None") -> None:
        if other is not None:
            to_side_by_side(house, run, found, other)

    house.push_screen(OtherRuns(run.id, found.scenario, found.title), chosen)


def to_side_by_side(house: "NegotiatorApp", run: "Run", found: "Debrief", other: "Played") -> None:
    """Two runs beside each other."""
    from negotiator.tui.screens.sidebyside import SideBySide

    house.push_screen(SideBySide(run.id, found, other))
