"""The student's app in a class: the game's app with one chair in it, and a courier beside the screen."""

from pathlib import Path

from textual.content import Content
from textual.screen import Screen

from negotiator.classroom.client.address import Address
from negotiator.classroom.client.courier import Courier
from negotiator.classroom.client.link import Link
from negotiator.classroom.client.paused import Paused
from negotiator.classroom.client.run import ChairRun
from negotiator.classroom.client.screen import ClassScreen
from negotiator.classroom.client.waiting import gate
from negotiator.classroom.clocks import rings_at
from negotiator.tui import app as tui
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.desk import Desk
from negotiator.tui.ports import Run

SHEETS = Path(tui.__file__).parent
"""Stylesheets are looked for beside the class that names them; these lie with the game's."""


class ClassApp(NegotiatorApp):
    """A chair. There is no library behind it: home is the chair itself."""

    def __init__(self, desk: Desk, run: ChairRun, where: Address, token: str) -> None:
        self.chair_screen = ClassScreen(run, brief=True)
        super().__init__(desk, self.chair_screen)
        self.css_path = [SHEETS / "app.tcss", SHEETS / "screens" / "play.tcss"]
        self.run_here = run
        self._where = where
        self._token = token
        self._courier: Courier | None = None
        self._paused: Paused | None = None

    def get_default_screen(self) -> Screen[None]:
        """The chair."""
        return self.chair_screen

    def on_mount(self) -> None:
        """Begin to carry."""
        super().on_mount()
        self.run_worker(self._carry(), exit_on_error=True)

    async def _carry(self) -> None:
        async with Link(self._where.base, self._token) as link:
            self._courier = Courier(link, self.run_here, self._told)
            await self._courier.work()

    def _told(self, changed: bool) -> None:
        self.chair_screen.show_room(self.room_line())
        paused = self.run_here.known.room.paused and not self.run_here.known.room.ended
        if paused and self._paused is None:
            self._paused = Paused()
            self.push_screen(self._paused)
        elif not paused and self._paused is not None:
            self._paused.dismiss()
            self._paused = None
        self.chair_screen.refresh_room(changed=changed)

    def room_line(self) -> Content:
        """How things stand with the class, in one line."""
        run, room = self.run_here, self.run_here.known.room
        chair, unsent = room.chair(run.known.place), len(run.unsent)
        name = Content.assemble((f"{self._where.shown}  ", "$muted"), (chair.name, "bold $candidate"))
        if self._courier and self._courier.shut_out:
            return Content.assemble(name, "  ", (self._courier.shut_out, "bold $alarm"))
        if self._courier and self._courier.trouble:
            kept = f"{unsent} kept to be sent" if unsent else "nothing is lost"
            return Content.assemble(name, "  ", (f"no connection; {kept}. Play on.", "$seat"))
        if room.ended:
            return Content.assemble(name, "  ", ("the class is over; what you reached counts", "bold $seat"))
        if where := gate(run.known, run.play):
            return Content.assemble(name, "  ", (f"the room waits: {where}", "bold $seat"))
        rings = rings_at(room, chair)
        bell = f"   bell at {rings.astimezone():%H:%M}" if rings else ""
        standing = f"{unsent} on the way" if unsent else "all with the class"
        return Content.assemble(name, "  ", (standing, "$muted"), (bell, "$seat"))

    def go_home(self) -> None:
        """Back to the chair; at the end of the story, out."""
        if self.screen is self.chair_screen and self.run_here.view.ending:
            self.exit(0)
            return
        while len(self.screen_stack) > 1 and self.screen is not self.chair_screen:
            self.pop_screen()

    def leave_play(self) -> None:
        """Out; the chair is kept."""
        self.exit(0)

    def go_on(self, run: Run) -> None:
        """Play another attempt at the same chair."""
        assert isinstance(run, ChairRun)
        self.go_home()
        self.chair_screen.take_up(run)
