"""Passages as lines of plain text and as Markdown."""

from collections.abc import Iterable

from negotiator.cli.output import folded
from negotiator.cli.passages import Kind, Passage
from negotiator.report.markdown import escape


def plain(passages: Iterable[Passage], columns: int) -> list[str]:
    """Lines of at most `columns` characters; an empty line before each passage, but not between notes or terms."""
    lines: list[str] = []
    before: Kind | None = None
    for kind, text in passages:
        if not (kind == before and kind in (Kind.NOTE, Kind.TERM)):
            lines.append("")
        lines += _plain(kind, text, columns)
        before = kind
    return lines


def _plain(kind: Kind, text: str, columns: int) -> list[str]:
    match kind:
        case Kind.TITLE:
            return [*folded(text, columns), "=" * min(len(text), columns)]
        case Kind.PLACE:
            return ["-" * columns, *(line for part in text.split("\n") for line in folded(part, columns))]
        case Kind.SAID:
            return folded(f"> {text}", columns, hang="  ")
        case Kind.NOTE | Kind.TERM:
            return folded(f"  - {text}", columns, hang="    ")
        case Kind.TURN:
            return ["*" * columns, *folded(text, columns), "*" * columns]
        case Kind.LETTER | Kind.ENDING:
            return [*folded(text, columns), "-" * min(len(text), columns)]
        case Kind.TEXT:
            return folded(text, columns)


def markdown(passages: Iterable[Passage]) -> str:
    """A Markdown page; story text is escaped, so it reads as it was written."""
    parts: list[str] = []
    before: Kind | None = None
    for kind, text in passages:
        part = _markdown(kind, text)
        if kind == before and kind in (Kind.NOTE, Kind.TERM):
            parts[-1] += f"\n{part}"
        else:
            parts.append(part)
        before = kind
    return "\n\n".join(parts) + "\n"


def _markdown(kind: Kind, text: str) -> str:
    safe = escape(text)
    match kind:
        case Kind.TITLE:
            return f"# {safe}"
        case Kind.PLACE:
            head, _, rest = text.partition("\n")
            return f"## {escape(head)}" + (f"\n\n*{escape(rest)}*" if rest else "")
        case Kind.SAID:
            return f"**{safe}**"
        case Kind.NOTE | Kind.TERM:
            return f"- {safe}"
        case Kind.TURN:
            bold = safe.replace("\n\n", "**\n\n**")
            return f"---\n\n**{bold}**\n\n---"
        case Kind.LETTER | Kind.ENDING:
            return f"## {safe}"
        case Kind.TEXT:
            return safe
