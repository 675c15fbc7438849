"""The board as styled lines: a head, people, decisions, gates. Everything people wrote is text and never markup."""

from textual.content import Content

from negotiator.classroom.dashboard.board import Board, Gate, Row, Spread
from negotiator.classroom.dashboard.ports import Doorplate

LEAST_NAME = 14
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


def entrance(plate: Doorplate, width: int) -> Content:
    """How to come in: for a browser, for a terminal."""
    browser = plate.addresses[0] if plate.addresses else ""
    terminal = plate.terminal
    if len(browser) + len(terminal) + 16 <= width:
        return Content.assemble(
            " ", ("browser ", "$muted"), (browser, "bold $candidate"), ("   terminal ", "$muted"), terminal
        )
    return Content.assemble(" ", ("browser ", "$muted"), (browser, "bold $candidate"))


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
    """One line a chair: mark, name, where, decisions, how long still; the chosen one lit."""
    name = max(LEAST_NAME, min(24, width // 3))
    where = max(width - name - 29, 8)
    lines = []
    for row in rows:
        lit = row.place == chosen
        mark = "▸" if lit else "!" if row.stuck else " "
        quiet = "" if row.standing in ("finished", "unfinished", "removed") else still(row.idle)
        standing = STANDINGS[row.standing] or ("" if row.here else "away")
        more = f"x{row.attempt}" if row.attempt > 1 else "" if row.mover == "player" else "eng."
        text = (
            f" {mark} {fitted(row.name, name)} {fitted(row.where, where)} {row.moves:>3} {more:<4}"
            f" {quiet:>6} {standing:<10}"
        )
        style = (
            "bold $alarm" if row.stuck else "$muted" if row.standing not in ("playing", "waits") else "$ink"
        )
        lines.append(Content.styled(text, f"{style} on $lifted" if lit else style))
    return lines


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
