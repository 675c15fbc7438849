"""The board as styled lines: a head, people, decisions, gates. Everything people wrote is text and never markup."""

from textual.content import Content

from negotiator.classroom.dashboard.board import Board, Gate, Row, Spread
from negotiator.classroom.dashboard.ports import Doorplate

LEAST_NAME = 14
MOST_NAME = 24
STILL = 60
"""Seconds up to which nobody is told how long someone has been still."""
STANDINGS = {
    "playing": "",
    "waits": "waits",
    "finished": "done",
    "unfinished": "unfinished",
    "removed": "removed",
}
BAR = 12


def fitted(text: str, width: int) -> str:
    """A text in exactly `width` cells, cut or filled up; what steers a terminal is left out."""
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return (
        Content(plain)
        .truncate(max(width, 1), ellipsis=True)
        .pad_right(max(width - min(Content(plain).cell_length, width), 0))
        .plain
    )


def still(seconds: int) -> str:
    """How long somebody has been still: "3 min", "1 h"; empty for a moment."""
    if seconds < STILL:
        return ""
    return f"{seconds // 60} min" if seconds < 3600 else f"{seconds // 3600} h"


def entrance(plate: Doorplate, width: int, *, tall: bool) -> Content:
    """How to come in, for a browser and for a terminal: one line where it fits, else two where it is `tall`."""
    address = plate.addresses[0] if plate.addresses else ""
    browser = Content.assemble(" ", ("browser ", "$muted"), (address, "bold $candidate"))
    terminal = Content.assemble(("terminal ", "$muted"), plate.terminal)
    if browser.cell_length + terminal.cell_length + 4 <= width:
        return Content.assemble(browser, "   ", terminal)
    return Content.assemble(browser, "\n ", terminal) if tall else browser


def counts(board: Board) -> Content:
    """The room in one line."""
    here = [one for one in board.rows if one.standing != "removed"]
    parts = [f"{len(here)} {'person' if len(here) == 1 else 'people'}"]
    for standing, words in (
        ("finished", "done"),
        ("waits", "waiting at a gate"),
        ("unfinished", "unfinished"),
    ):
        if count := board.count(standing):
            parts.append(f"{count} {words}")
    if stuck := sum(one.stuck for one in here):
        parts.append(f"{stuck} still for long")
    state = "THE CLASS IS OVER" if board.ended else "PAUSED" if board.paused else ""
    line = Content.assemble(" ", (f"{state}   " if state else "", "bold $alarm"), " · ".join(parts))
    return Content.assemble(line, ("   nobody can join any more" if board.locked else "", "bold $seat"))


def people(rows: tuple[Row, ...], chosen: str, width: int) -> list[Content]:
    """One line a chair: mark, name, where, decisions, who else moves or which attempt, how long still, standing."""
    told = [(row.name, str(row.moves), _also(row), _quiet(row), _standing(row)) for row in rows]
    columns = [max((len(one[at]) for one in told), default=0) for at in range(5)]
    columns[0] = min(max(columns[0], LEAST_NAME), MOST_NAME)
    where = max(width - 4 - sum(column + 1 for column in columns if column), 8)
    lines = []
    for row, (name, moves, *more) in zip(rows, told, strict=True):
        lit = row.place == chosen
        mark = "▸" if lit else "!" if row.stuck else " "
        cells = [fitted(name, columns[0]), fitted(row.where, where), moves.rjust(columns[1])]
        cells += [text.ljust(column) for text, column in zip(more, columns[2:], strict=True) if column]
        style = (
            "bold $alarm" if row.stuck else "$muted" if row.standing not in ("playing", "waits") else "$ink"
        )
        lines.append(Content.styled(f" {mark} {' '.join(cells)}", f"{style} on $lifted" if lit else style))
    return lines


def _also(row: Row) -> str:
    if row.mover != "player":
        return row.mover
    return f"x{row.attempt}" if row.attempt > 1 else ""


def _quiet(row: Row) -> str:
    return "" if row.standing in ("finished", "unfinished", "removed") else still(row.idle)


def _standing(row: Row) -> str:
    return STANDINGS[row.standing] or ("" if row.here else "away")


def decisions(spreads: tuple[Spread, ...], width: int) -> list[Content]:
    """What was chosen at each branch: a bar, a count and the words of each choice."""
    lines: list[Content] = []
    for spread in spreads:
        title = fitted(spread.title, width - 8).rstrip()
        lines.append(Content.assemble(" ", (title, "bold $seat"), (f"  {spread.total}", "$muted")))
        for words, count in spread.bars:
            full = round(BAR * count / spread.total)
            bar = "█" * full or ("▏" if count else "")
            lines.append(
                Content.assemble(
                    f" {count:>4} ",
                    (bar.ljust(BAR), "$candidate"),
                    (f" {fitted(words, max(width - BAR - 8, 8)).rstrip()}", "$ink" if count else "$muted"),
                )
            )
        lines.append(Content(""))
    return lines or [Content.styled(" Nobody has chosen anything yet.", "$muted")]


def gates(found: tuple[Gate, ...], chosen: str, width: int) -> list[Content]:
    """Every scene, closed ones marked, with how many stand before them."""
    lines = []
    for gate in found:
        lit = gate.scene == chosen
        state = "closed" if gate.closed else ""
        waiting = f"{gate.waiting} waiting" if gate.waiting else ""
        name = fitted(f"{gate.title} ({gate.scene})", max(width - 25, 8))
        text = f" {'▸' if lit else ' '} {name} {state:<7} {waiting:<12}"
        style = "bold $seat" if gate.closed else "$ink"
        lines.append(Content.styled(text, f"{style} on $lifted" if lit else style))
    return lines
