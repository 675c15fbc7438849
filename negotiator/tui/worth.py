"""What something is worth to the player, in words and as a bar: percent of the wish, or points."""

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from negotiator.game.tableview import TableView


def share(table: "TableView", own: int) -> int | None:
    """Percent of the best package there could be; None where that is worth nothing."""
    return round(100 * own / table.wish) if table.wish > 0 else None


def amount(table: "TableView", own: int, *, points: bool = False) -> str:
    """A worth as a number with its unit, short."""
    percent = share(table, own)
    if points or percent is None:
        return "1 point" if own == 1 else f"{own} points"
    return f"{percent} %"


def of_wish(table: "TableView", own: int, *, points: bool = False) -> str:
    """A worth as a phrase."""
    if points or table.wish <= 0:
        return amount(table, own, points=True)
    return f"{amount(table, own)} of your wish"


def change(table: "TableView", by: int, *, points: bool = False) -> str:
    """A gain or a loss, with its sign and without its unit."""
    if not by:
        return "±0"
    if points or table.wish <= 0:
        return f"{by:+d}".replace("-", "−")
    percent = 100 * by / table.wish
    if abs(percent) < 1:
        return f"{percent:+.1f}".replace("-", "−")
    return f"{round(percent):+d}".replace("-", "−")


def bar(table: "TableView", own: int, cells: int) -> Content:
    """The way from nothing to the wish: what there is of it, and a mark at what staying is worth."""
    top = max(table.wish, own, table.alternative, 1)

    def at(points: int) -> int:
        return min(max(round(cells * points / top), 0), cells)

    filled, mark = at(own), min(at(table.alternative), cells - 1)
    line = "━" * filled + "╌" * (cells - filled)
    line = f"{line[:mark]}{'┿' if mark < filled else '┆'}{line[mark + 1 :]}"
    return Content(line).stylize("bold $seat", 0, filled).stylize("$muted", filled, cells).stylize(
        "bold $ink", mark, mark + 1
    )  # fmt: skip


def against_staying(table: "TableView", own: int) -> str:
    """A warning when something is worth less than what one has at home; else empty."""
    return "▼ worth less to you than staying where you are" if own < table.alternative else ""
