"""The choices as numbered lines: how they are laid into the room there is, without a widget."""

from dataclasses import dataclass

from textual.content import Content

from negotiator.game.view import ChoiceView
from negotiator.tui.telling import Said

MARKS = {"question": "?", "counter": "»"}
"""Everything else is "·", what is locked "x". The legend stands in the help."""
LEFT = 2
"""Cells before the mark: the cursor and a space."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines to show, and for each the index of the choice it belongs to (-1 for none)."""

    lines: tuple[Content, ...]
    owners: tuple[int, ...]


def mark(choice: ChoiceView) -> str:
    """The sign before a choice: its kind, or that it is locked."""
    return MARKS.get(choice.kind, "·") if choice.enabled else "x"


def _words(choice: ChoiceView) -> Content:
    said = str(Said(choice.text, choice.spoken))
    if not choice.enabled:
        return Content.assemble(
            (said, "$muted"), (f" — {choice.locked}" if choice.locked else "", "italic $muted")
        )
    if not choice.days:
        return Content.styled(said, "$ink")
    cost = "1 day" if choice.days == 1 else f"{choice.days} days"
    style = "bold $alarm" if choice.overruns else "$muted"
    more = ", more than are left" if choice.overruns else ""
    return Content.assemble((said, "$ink"), (f"  [{cost}{more}]", style))


def _block(
    choice: ChoiceView, *, here: bool, digits: int, width: int, most: int, accent: str
) -> list[Content]:
    """One choice in at most `most` lines, cut with an ellipsis where it is longer."""
    head = Content.assemble(
        ("▸ " if here else "  ", f"bold {accent}"),
        (mark(choice), f"bold {accent}" if choice.enabled else "$muted"),
        (f"  {choice.number:>{digits}}  ", f"bold {accent}" if choice.enabled else "$muted"),
    )
    indent = head.cell_length
    words = _words(choice)
    if here and choice.enabled:
        words = words.stylize("bold")
    room = max(width - indent - 1, 8)
    wrapped = words.wrap(room)
    if len(wrapped) > most:
        rest = Content(" ").join([line.rstrip() for line in wrapped[most - 1 :]])
        wrapped = [*wrapped[: most - 1], rest.truncate(room, ellipsis=True)]
    return [Content.assemble(head if at == 0 else " " * indent, line) for at, line in enumerate(wrapped)]


def draw(
    choices: tuple[ChoiceView, ...],
    cursor: int,
    *,
    width: int,
    room: int,
    accent: str,
    compact: bool = False,
) -> Drawn:
    """All choices in full when `room` lines are enough, else shortened, the highlighted one last.

    With `compact` all but the highlighted one are shortened in any case.

    When even one line each is too much, a window moves with the highlight and says how many are beyond it.
    """
    digits = len(str(len(choices)))

    def blocks(most: int, most_here: int) -> list[list[Content]]:
        return [
            _block(
                choice,
                here=at == cursor,
                digits=digits,
                width=width,
                most=most_here if at == cursor else most,
                accent=accent,
            )
            for at, choice in enumerate(choices)
        ]

    sizes = ((99, 99), (2, 99), (1, 99), (1, 2), (1, 1))
    for most, most_here in sizes[2:] if compact else sizes:
        found = blocks(most, most_here)
        if sum(map(len, found)) <= room:
            return _flat(found, range(len(found)))
    return _window(blocks(1, 1), cursor, max(room, 3))


def _flat(found: list[list[Content]], which: range) -> Drawn:
    return Drawn(
        tuple(line for at in which for line in found[at]),
        tuple(at for at in which for _ in found[at]),
    )


def _window(found: list[list[Content]], cursor: int, room: int) -> Drawn:
    inside = room - 2
    first = min(max(cursor - inside // 2, 0), max(len(found) - inside, 0))
    seen = range(first, min(first + inside, len(found)))
    middle = _flat(found, seen)
    above = Content.styled(f"    ▲ {first} more" if first else "", "$muted")
    below_count = len(found) - seen.stop
    below = Content.styled(f"    ▼ {below_count} more" if below_count else "", "$muted")
    return Drawn((above, *middle.lines, below), (-1, *middle.owners, -1))
