"""The written offer as a sheet of paper, as lines of text."""

from textual.content import Content

from negotiator.game.view import LetterView
from negotiator.tui.telling import stands

WIDEST = 72


def sheet(letter: LetterView, width: int, left: int | None = None) -> Content:
    """The letter inside `width` cells: its words, its terms in two columns, its date. `left` is days left."""
    inside = max(min(width, WIDEST), 30)
    lines: list[Content] = []
    for text in letter.paragraphs:
        lines += [*Content(text).wrap(inside), Content("")]
    lines += _terms(letter.terms, inside)
    if letter.terms:
        lines.append(Content(""))
    if letter.sender:
        lines += [
            Content.styled(part, "italic $paper-ink")
            for part in (letter.sender.name, letter.sender.title)
            if part
        ]
        lines.append(Content(""))
    lines.append(Content.styled(life(letter.days if left is None else left), "bold $paper-ink"))
    return Content("\n").join(line.rstrip() for line in lines)


def life(left: int) -> str:
    """How long the letter stands, as a sentence."""
    if left < 0:
        return "This offer has expired."
    return f"This offer stands: {stands(left)}." if left else "This offer ends today: this is the last day."


def _terms(terms: tuple[tuple[str, str], ...], inside: int) -> list[Content]:
    column = min(max((len(label) for label, _ in terms), default=0) + 5, inside // 2)
    lines = []
    for label, value in terms:
        words = Content.styled(value, "bold $paper-ink").wrap(max(inside - column - 2, 10))
        head = Content(label).truncate(column - 1, ellipsis=True)
        dots = Content.styled(" " + "." * max(column - head.cell_length - 1, 0) + " ", "$paper-muted")
        lines.append(Content.assemble(head, dots, words[0]))
        lines += [Content.assemble(" " * (column + 2), line) for line in words[1:]]
    return lines
