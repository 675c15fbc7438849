"""One layout for every scenario file: only the white space between tokens changes, so nothing else can.

A key stands at the left edge, one space on either side of =; an empty line stands above a header and above the
comment that belongs to it. The order of the keys, the breaks in lists and in texts, and where comments stand above
one another are the author's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from negotiator.scenario.writing.tokens import Token, tokens

INDENT = "    "
GAP = 2
"""Spaces between a line and its comment, at least."""
_TIGHT_AFTER, _TIGHT_BEFORE = ("[", ".", ""), ("]", ".", ",")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement over as many lines as it takes, or a comment, or an empty line (both texts empty)."""

    text: str = ""
    comment: str = ""
    column: int = 0
    """Where the comment behind it stood, a tab going to the next eighth column."""
    was: int = 0
    """Where the last line itself ended."""
    header: bool = False

    @property
    def width(self) -> int:
        """Columns of its last line: a text that is closed there may have tabs in it."""
        return len(self.text.rpartition("\n")[2].expandtabs())

    @property
    def behind(self) -> bool:
        """Whether it has a comment behind it."""
        return bool(self.text and self.comment)


def laid_out(text: str) -> str:
    """The text in the one layout. Lines end with line feeds; the result of a result is the same again.

    Raises:
        NotCut: the text is not TOML.
    """
    rows = _aligned(list(_spaced(_rows(text))))
    lines = [
        f"{row.text}{' ' * (row.column - row.width)}{row.comment}" if row.behind else row.text or row.comment
        for row in rows
    ]
    return "\n".join([*lines, ""]) if lines else ""


def _rows(text: str) -> Iterator[Row]:
    statement: list[Token] = []
    depth = 0
    for token in tokens(text):
        if token.kind == "mark":
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.text, 0)
        if token.kind == "end" and depth <= 0:
            yield _row(statement)
            statement, depth = [], 0
        else:
            statement.append(token)
    if statement:
        yield _row(statement)


def _row(statement: list[Token]) -> Row:
    comment, column, was = "", 0, 0
    if statement and statement[-1].kind == "comment":
        comment = statement.pop().text.rstrip()
        before = "".join(token.text for token in statement).rpartition("\n")[2]
        column, was = len(before.expandtabs()), len(before.rstrip().expandtabs())
    said = [token for token in statement if token.kind != "space"]
    return Row(_joined(said), comment, column, was, header=bool(said) and said[0].text == "[")


def _joined(said: Iterable[Token]) -> str:
    """A statement with its white space put right."""
    out: list[str] = []
    broken: list[bool] = []
    """For each open bracket, whether its line ends with it; then the closing one has a line of its own."""
    before, fresh, empty = "", True, 0
    for token in said:
        mark = token.text if token.kind == "mark" else ""
        if token.kind == "end":
            broken[-1:] = [broken[-1] or before in ("[", "{")]
            # One empty line inside a list may be meant; more are not.
            empty += fresh
            out += ["\n"] if not fresh or empty < 2 else []
            fresh = True
            continue
        if mark in ("]", "}") and broken.pop() and not fresh:
            out.append("\n")
            fresh = True
        out.append(INDENT * len(broken) if fresh else _between(before, token))
        out.append(token.text.rstrip() if token.kind == "comment" else token.text)
        broken += [False] if mark in ("[", "{") else []
        # A comment right behind a bracket is still its line.
        before = before if token.kind == "comment" else mark or "word"
        fresh, empty = False, 0
    return "".join(out)


def _between(before: str, token: Token) -> str:
    if token.kind == "comment":
        return " " * GAP
    mark = token.text if token.kind == "mark" else ""
    if before in _TIGHT_AFTER or mark in _TIGHT_BEFORE or (before == "{" and mark == "}"):
        return ""
    return " "


def _spaced(rows: Iterable[Row]) -> Iterator[Row]:
    """One empty line between paragraphs, and none below a header."""
    before: list[Row] = []
    for paragraph in _paragraphs(rows):
        if before and not (before[-1].header and not any(row.header for row in paragraph)):
            yield Row()
        yield from paragraph
        before = paragraph


def _paragraphs(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """What stands together: a header begins with the comments right above it."""
    together: list[Row] = []
    for row in [*rows, Row()]:
        if row.header:
            own = len(together)
            while own and not together[own - 1].text:
                own -= 1
            if own:
                yield together[:own]
            together = together[own:]
        if row.text or row.comment:
            together.append(row)
        elif together:
            yield together
            together = []


def _aligned(rows: list[Row]) -> list[Row]:
    """Comments behind lines keep their distance; those that stood above one another still do."""
    done: list[Row] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while (
            rows[at].behind and end < len(rows) and rows[end].behind and rows[end].column == rows[at].column
        ):
            end += 1
        together = rows[at:end]
        gap = max(rows[at].column - max(row.was for row in together), GAP)
        column = max(row.width for row in together) + gap
        done += [replace(row, column=column) for row in together]
        at = end
    return done
