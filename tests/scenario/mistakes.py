"""The forty mistakes of docs/mistakes.md as data: what was typed, what check says of it, how it is written."""

import re
from typing import NamedTuple

from negotiator.scenario.findings import Finding
from negotiator.scenario.loader import Loaded, load_source
from negotiator.scenario.source import Source, Unread, decode
from tests.support import ROOT

PAGE = ROOT / "docs" / "mistakes.md"
FILE = "cafe.toml"
_CASE = re.compile(r"^```toml cafe\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MISTAKE = re.compile(
    r"^### (?P<number>\d+)\. (?P<title>[^\n]+)\n(?P<prose>[^`]*(?:`[^`]+`[^`]*)*?)"
    r"^```(?P<kind>toml|text) typed\n(?P<typed>.*?)\n```\n"
    r"```text check\n(?P<said>.*?)```\n"
    r"```(?:toml|text) written\n(?P<written>.*?)\n```$",
    re.MULTILINE | re.DOTALL,
)


class Mistake(NamedTuple):
    """One mistake of the page."""

    number: int
    title: str
    typed: str
    said: str
    """The finding as `check` prints it."""
    written: str
    data: bytes
    """The file with the mistake in it."""
    lines: range
    """The lines of the file that were typed."""

    def checked(self) -> tuple[tuple[Finding, ...], Source]:
        """What check finds in the file."""
        read = decode(self.data, FILE)
        if isinstance(read, Unread):
            return (read.finding,), read.source
        loaded: Loaded = load_source(read, "cafe")
        return loaded.findings, loaded.source


def case(page: str) -> str:
    """The sound case that all mistakes are made in."""
    found = _CASE.search(page)
    assert found is not None
    return found[1]


def mistakes(page: str) -> list[Mistake]:
    """All mistakes of the page in order."""
    return [_mistake(match, case(page)) for match in _MISTAKE.finditer(page)]


def filled(page: str) -> str:
    """The page with what check says today in its place."""
    from negotiator.scenario.rendering import text

    for one in mistakes(page):
        findings, source = one.checked()
        said = "\n".join(text(finding, source) for finding in findings)
        start = page.index("```text check\n", page.index(f"### {one.number}. ")) + len("```text check\n")
        page = page[:start] + said + "\n" * bool(said) + page[page.index("```\n", start) :]
    return page


def _mistake(match: re.Match[str], sound: str) -> Mistake:
    typed, written = match["typed"], match["written"]
    if match["kind"] == "text":
        data = _whole_file(match["title"], sound)
        lines = range(1, sound.count("\n") + 1)
    else:
        assert sound.count(f"\n{written}\n") == 1, f"{written!r} stands not once in the case"
        at = sound.index(f"\n{written}\n") + 1
        first = sound.count("\n", 0, at) + 1
        data = (sound[:at] + typed + sound[at + len(written) :]).encode()
        lines = range(first, first + typed.count("\n") + 1)
    return Mistake(int(match["number"]), match["title"], typed, match["said"], written, data, lines)


def _whole_file(title: str, sound: str) -> bytes:
    """The mistakes that are made by saving."""
    if "editor" in title:
        return sound.encode("cp1252")
    if "Word" in title:
        return b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00word/document.xml"
    assert "empty" in title
    return b""
