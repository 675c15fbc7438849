"""Opens the app on a chair."""

from negotiator.classroom.client.address import Address
from negotiator.classroom.client.app import ClassApp
from negotiator.classroom.client.run import ChairRun
from negotiator.tui.housekeeping import RealDesk


def open_chair(run: ChairRun, where: Address) -> int:
    """Play until the player leaves; the exit code.

    Raises:
        Exception: what nobody foresaw, once the terminal is whole again.
    """
    app = ClassApp(RealDesk(run.folder), run, where, run.ticket.token)
    code = app.run()
    if app.unforeseen is not None:
        raise app.unforeseen
    return code or 0
