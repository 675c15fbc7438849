"""Runs the instructor's screen in the loop of the hub."""

from negotiator.classroom.dashboard.app import DashboardApp
from negotiator.classroom.dashboard.ports import Podium
from negotiator.runs import places, settings


async def preside(podium: Podium) -> None:
    """Show the class until the instructor leaves; the hub goes on beside it.

    Raises:
        Exception: what nobody foresaw, once the terminal is whole again.
    """
    prefs, _ = settings.load(places.settings_file())
    app = DashboardApp(podium, prefs)
    await app.run_async()
    if app.unforeseen is not None:
        raise app.unforeseen
