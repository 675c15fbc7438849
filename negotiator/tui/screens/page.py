"""What every screen has: the classes of its size, the panel that asks for a larger window, its line of keys."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from negotiator.tui import doors
from negotiator.tui.widgets.keyline import Key, keys_of

if TYPE_CHECKING:
    from negotiator.tui.app import NegotiatorApp

Result = TypeVar("Result")
TWO_COLUMNS = 110
WIDTHS = [(0, "-thin"), (60, "-one"), (TWO_COLUMNS, "-two")]
HEIGHTS = [(0, "-flat"), (20, "-short"), (24, "-tall")]
"""Classes of a screen from a width in cells, and from a height in lines, on."""
ENLARGE = "This window is too small to read in.\n\nPlease enlarge it to at least 60 by 20."


class Page(Screen[Result]):
    """A screen of the game. Its bindings are its keys, its help and its line at the foot."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    Page { background: $ground; color: $ink; overflow: hidden; }
    Page > .enlarge { display: none; width: 100%; height: 100%; content-align: center middle; text-align: center; }
    Page.-thin > *, Page.-flat > * { display: none; }
    Page.-thin > .enlarge, Page.-flat > .enlarge { display: block; }
    """
    ABOUT: ClassVar[str] = ""
    """What this screen is, for its help."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def enlarge(self) -> Static:
        """The panel shown below the least size."""
        return Static(Content(ENLARGE), markup=False, classes="enlarge")

    def key_line(self) -> tuple[Key, ...]:
        """The keys for the line at the foot."""
        return keys_of(self.all_keys())

    @property
    def house(self) -> "NegotiatorApp":
        """The app, with the settings and the desk where runs come from."""
        return cast("NegotiatorApp", self.app)

    def say(self, text: str) -> None:
        """A passing word at the edge; as text, whatever stands in it."""
        self.notify(text, markup=False, timeout=6)

    def action_help(self) -> None:
        """Open the help of this screen."""
        doors.to_help(self.house, self.ABOUT, self.helped)

    def action_palette(self) -> None:
        """Open the list of commands."""
        self.app.action_command_palette()

    def put_away(self) -> None:
        """Let go of what is held open; this screen will not be seen again."""

    def refresh_settings(self) -> None:
        """Draw again with other settings; screens that depend on one say how."""

    @classmethod
    def all_keys(cls) -> tuple[Binding, ...]:
        """The bindings of this screen and of what it is made from, its own first."""
        own = (
            one for each in cls.__mro__ if issubclass(each, Page) for one in each.__dict__.get("BINDINGS", ())
        )
        return tuple(one for one in own if isinstance(one, Binding))

    @property
    def helped(self) -> tuple[Binding, ...]:
        """The bindings the help explains."""
        return tuple(one for one in self.all_keys() if one.tooltip)
