"""The book of a scenario as Markdown; whatever comes from the file is escaped, so it reads as it was written."""

from collections.abc import Iterable, Iterator

from negotiator.report.booklet import Book, Chapter, Grid, Para, Span, Tone
from negotiator.report.markdown import escape

EMPHASIS = {Tone.SAID: "**", Tone.WARNING: "**", Tone.NOTE: "*"}


def book_markdown(book: Book) -> str:
    """The whole book. Scenes are linked by their ids, which are their headings."""
    out = [f"# {_line(book.title)}", escape(book.lead)]
    out.append("\n".join(f"- [{_line(one.title)}](#{_slug(one.title)})" for one in book.chapters))
    for chapter in book.chapters:
        out += _chapter(chapter)
    return "\n\n".join(out) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {_line(chapter.title)}"
    yield from _blocks(chapter.blocks)
    for entry in chapter.entries:
        yield f"### {_line(entry.title)}"
        if entry.under:
            yield f"*{_line(entry.under)}*"
        yield from _blocks(entry.blocks)


def _blocks(blocks: Iterable[Para | Grid]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from _grid(block)
        else:
            yield _para(block)


def _para(para: Para) -> str:
    mark = EMPHASIS.get(para.tone, "")
    text = _spans(para.spans)
    if para.tone is Tone.NOTE and para.before:
        text, before = f"*{_spans(para.before).strip()}* {text}", ""
    else:
        text = "\n\n".join(f"{mark}{part}{mark}" for part in text.split("\n\n"))
        before = f"*{_spans(para.before).strip()}* " if para.before else ""
    text = before + text
    if para.tone is Tone.COACH:
        text = "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
    if not para.depth:
        return text
    indent = "  " * (para.depth - 1)
    first, *rest = text.split("\n")
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" if line else "" for line in rest)])


def _spans(spans: Iterable[Span]) -> str:
    return "".join(
        f"[{_line(one.text)}](#{one.to})"
        if one.to and one.to != "facts"
        else f"[{_line(one.text)}](#what-can-be-learned)"
        if one.to
        else escape(one.text)
        for one in spans
    )


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield f"**{_line(grid.caption)}**"
    lines = [_row(grid.head), "| " + " | ".join("---" for _ in grid.head) + " |", *map(_row, grid.rows)]
    yield "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_line, cells)) + " |"


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def _slug(title: str) -> str:
    """The anchor that readers of Markdown make of a heading."""
    kept = "".join(one for one in title.lower() if one.isalnum() or one in " -")
    return kept.replace(" ", "-")
