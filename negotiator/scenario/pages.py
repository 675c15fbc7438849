"""The pages behind the codes: what a finding means, a failing example and a mended one. Read only by `explain`.

The pages are the Markdown files in `explained/`, one file a group of codes: a heading with the code and how much it
matters, prose, and two blocks of TOML. A block shows only the tables that matter; the rest of the file is understood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from negotiator.scenario.codes import TITLES

FOLDER = Path(__file__).with_name("explained")
GROUPS = {"N0": "the file and TOML", "N1": "shape and names", "N2": "the story", "N3": "advice"}
"""What the first digit of a code stands for."""

_PAGE = re.compile(
    r"^## (?P<code>N\d{3}) (?P<severity>error|warning|note)\n(?P<body>.*?)(?=^## |\Z)",
    re.MULTILINE | re.DOTALL,
)
_BLOCK = re.compile(
    r"^```(?:toml|text) (?P<kind>fails|mended)\n(?P<lines>.*?)^```\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say about a code."""

    code: str
    severity: str
    """error, warning or note."""
    why: str
    """Paragraphs, apart by an empty line; a line break inside one is a space."""
    fails: str
    """Lines of a scenario file that are given this code."""
    mended: str
    """The same lines with nothing left to say."""

    @property
    def title(self) -> str:
        """What the code stands for, in a few words."""
        return TITLES[self.code]


def pages() -> dict[str, Page]:
    """Every page by its code, in the order of the codes."""
    found = {page.code: page for file in FOLDER.glob("*.md") for page in read(file.read_text("utf-8"))}
    return dict(sorted(found.items()))


def read(text: str) -> Iterator[Page]:
    """The pages in the text of a file."""
    for page in _PAGE.finditer(text):
        body = page["body"]
        blocks = {block["kind"]: block["lines"].rstrip("\n") for block in _BLOCK.finditer(body)}
        prose = _BLOCK.sub("", body).strip()
        why = "\n\n".join(" ".join(one.split()) for one in prose.split("\n\n") if one.strip())
        yield Page(page["code"], page["severity"], why, blocks.get("fails", ""), blocks.get("mended", ""))
