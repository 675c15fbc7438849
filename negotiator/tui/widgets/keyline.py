"""The last line of every screen: the keys that matter here, as many as fit."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Key(NamedTuple):
    """A key as the line shows it."""

    key: str
    label: str
    action: str = ""
    """What a click does; nothing when empty."""


def keys_of(bindings: Iterable[object]) -> tuple[Key, ...]:
    """The bindings that want to be seen, in their order."""
    return tuple(
        Key(one.key_display or one.key.split(",")[0], one.description, one.action)
        for one in bindings
        if isinstance(one, Binding) and one.show
    )


def fit(keys: Sequence[Key], width: int) -> tuple[tuple[Key, ...], int]:
    """The keys that fit into `width` cells and the gap between them; what is cut is cut before the last two.

    The last two are help and quit on every screen, and stay.
    """
    kept = list(keys)
    while True:
        for gap in (3, 2):
            if sum(len(one.key) + 1 + len(one.label) for one in kept) + gap * (len(kept) - 1) + 2 <= width:
                return tuple(kept), gap
        if len(kept) <= 2:
            return tuple(kept), 2
        del kept[-3]


class KeyLine(Widget):
    """One line of keys. A click on one is as good as pressing it."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; dock: bottom; background: $ground; color: $muted; pointer: default; }
    """

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def set_keys(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        if self._keys != tuple(keys):
            self._keys = tuple(keys)
            self.refresh()

    def render(self) -> Content:
        """The line, cut to the width."""
        keys, gap = fit(self._keys, self.size.width)
        parts: list[Content | str] = [" "]
        for at, one in enumerate(keys):
            click = Style.from_meta({"action": one.action}) if one.action else Style()
            drawn = Content.assemble((one.key, "bold $ink"), (f" {one.label}", "$muted"))
            parts += [" " * gap if at else "", drawn.stylize(click)]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if action := event.style.meta.get("action"):
            await self.screen.run_action(str(action))
