"""The span finder on generated documents of all layouts: every key, value, header and item at its line and column.

The generator writes a document piece by piece and notes where each piece begins, so nothing here parses TOML.
"""

from random import Random
from typing import NamedTuple

import pytest

from negotiator.scenario.places import find
from negotiator.scenario.source import Source, decode

DOCUMENTS = 300
Path = tuple[str | int, ...]
KEYS = ("goto", "text", "known_by", "a-b", "x1", "日本", "with blank", 'q"uote', "pün.kt", "")
TEXTS = (
    "one",
    "日本語テキスト",
    "e\u0301clair",
    "# no comment",
    "a = 1",
    "[x]",
    "tab\there",
    "it's",
    "— “curly” —",
    "🙂 wide",
)


class Spot(NamedTuple):
    """Where something begins, in lines and columns from 1."""

    line: int
    column: int


class Writer:
    """Writes a document and knows where every piece of it stands."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.text = ""
        self.keys: dict[Path, Spot] = {}
        self.values: dict[Path, Spot] = {}

    @property
    def spot(self) -> Spot:
        return Spot(self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n"))

    def put(self, *pieces: str) -> None:
        self.text += "".join(pieces)

    def blank(self) -> None:
        self.put(self.random.choice(("", " ", " ", "\t", "  \t ")))

    def between(self) -> None:
        """Blanks, line ends and comments, as they may stand in a list."""
        for _ in range(self.random.randrange(3)):
            self.put(self.random.choice((" ", "\t", "\n", "\n\n  ", ' # "a" = [1]\n', "# 日本 ]\n")))

    def line_end(self) -> None:
        self.blank()
        self.put(self.random.choice(("\n", "\n", "\n\n", ' # a = "x" ]\n', "\n# [z]\n", "\n\t\n")))

    def name(self, key: str) -> str:
        bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
        if bare and self.random.random() < 0.8:
            return key
        return (
            f"'{key}'"
            if "'" not in key and self.random.random() < 0.5
            else '"' + key.replace('"', '\\"') + '"'
        )

    def key(self, path: Path, parts: list[str]) -> Path:
        """A dotted key; notes where each part stands, gives the path of the last."""
        for number, part in enumerate(parts):
            if number:
                self.blank()
                self.put(".")
                self.blank()
            path = (*path, part)
            self.keys.setdefault(path, self.spot)
            if number == len(parts) - 1:
                self.keys[path] = self.spot
            self.put(self.name(part))
        return path

    def fresh(self, count: int = 1) -> list[str]:
        return self.random.sample(KEYS, count)

    def value(self, path: Path, depth: int, *, inline: bool = False) -> None:
        self.values[path] = self.spot
        kind = self.random.randrange(8 if depth < 3 else 6)
        words = self.random.choice(TEXTS)
        if kind == 0:
            self.put(
                self.random.choice(("1", "-12", "0.5", "true", "false", "1979-05-27 07:32:00", "inf", "0xFF"))
            )
        elif kind in (1, 2):
            self.put('"', words.replace("\t", "\\t"), self.random.choice(("", '\\"', "\\u00e9", "\\\\")), '"')
        elif kind == 3:
            self.put("'", words.replace("'", ""), "'")
        elif kind == 4:
            self.put('"""', self.random.choice(("", "\n")), words, '\n[y]\nb = "c"\n\\"""', '"""')
        elif kind == 5:
            self.put("'''", words.replace("'", ""), "\n[y]\nb = 1 # ]\n'''")
        elif kind == 6:
            self.array(path, depth)
        else:
            self.inline(path, depth)

    def array(self, path: Path, depth: int) -> None:
        self.put("[")
        count = self.random.randrange(5)
        for number in range(count):
            self.between()
            self.keys[*path, number] = self.spot
            self.value((*path, number), depth + 1)
            self.between()
            if number < count - 1 or self.random.random() < 0.3:
                self.put(",")
        self.between()
        self.put("]")

    def inline(self, path: Path, depth: int) -> None:
        self.put("{")
        keys = self.fresh(self.random.randrange(4))
        for number, key in enumerate(keys):
            self.blank()
            inner = self.key(path, [key])
            self.blank()
            self.put("=")
            self.blank()
            self.value(inner, depth + 1)
            self.blank()
            if number < len(keys) - 1:
                self.put(",")
        self.blank()
        self.put("}")

    def pairs(self, path: Path) -> None:
        for key in self.fresh(self.random.randrange(5)):
            self.blank()
            parts = [key, *self.fresh(self.random.choice((0, 0, 0, 1)))]
            inner = self.key(path, parts)
            self.blank()
            self.put("=")
            self.blank()
            self.value(inner, 0)
            self.line_end()

    def document(self) -> None:
        self.pairs(())
        for number in range(self.random.randrange(5)):
            group = f"t{number}"
            double = self.random.random() < 0.3
            for item in range(self.random.randint(1, 3) if double else 1):
                self.blank()
                self.put("[[" if double else "[")
                self.blank()
                parts = [group] if double else [group, *self.fresh(self.random.randrange(3))]
                before = dict(self.keys)
                path = self.key((), parts)
                self.blank()
                self.put("]]" if double else "]")
                self.line_end()
                if double:
                    # The list is where its first header is; each item where its own is.
                    self.keys[*path, item] = self.keys[path]
                    self.keys |= {path: before[path]} if item else {}
                    path = (*path, item)
                self.pairs(path)


def written(seed: int) -> Writer:
    writer = Writer(seed)
    writer.document()
    return writer


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_every_key_value_header_and_item_is_at_its_line_and_column(seed: int) -> None:
    writer = written(seed)
    source = Source("x.toml", writer.text)
    found = find(writer.text, writer.keys)
    for path, spot in writer.keys.items():
        assert path in found, (path, writer.text)
        assert source.position(found[path].key) == spot, (path, writer.text)
    for path, spot in writer.values.items():
        assert source.position(found[path].value) == spot, (path, writer.text)


@pytest.mark.parametrize("seed", range(0, DOCUMENTS, 10))
def test_a_byte_order_mark_and_windows_line_ends_move_nothing(seed: int) -> None:
    writer = written(seed)
    source = decode(b"\xef\xbb\xbf" + writer.text.replace("\n", "\r\n").encode(), "x.toml")
    assert isinstance(source, Source)
    found = find(source.text, writer.keys)
    for path, spot in writer.keys.items():
        assert source.position(found[path].key) == spot, (path, writer.text)


@pytest.mark.parametrize("seed", range(0, DOCUMENTS, 3))
def test_on_a_broken_document_nothing_above_the_break_is_misplaced(seed: int) -> None:
    """A stray mark in a line of its own: what stands above it keeps its place."""
    writer = written(seed)
    random = Random(seed)
    whole = find(writer.text, writer.keys)
    tops = [at for at, line in _lines(writer.text) if line.startswith(("[t", "t"))] or [len(writer.text)]
    at = random.choice(tops)
    stray = random.choice(
        ("]\n", "}\n", "= 3\n", 'x = "open\n', "x =\n", "[x\n", "“x” = 1\n", "a b c\n", ", 3\n")
    )
    broken = f"{writer.text[:at]}{stray}{writer.text[at:]}"
    found = find(broken, writer.keys)
    for path, place in whole.items():
        if 0 <= place.key < at and path in found and place.value < at:
            assert found[path].key == place.key, (path, broken)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines with their offsets."""
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, line))
        at += len(line) + 1
    return out


def test_the_documents_hold_what_they_are_to_hold() -> None:
    writers = [written(seed) for seed in range(DOCUMENTS)]
    assert sum(len(one.values) for one in writers) > 3000
    assert sum(isinstance(path[-1], int) for one in writers for path in one.values) > 300
    for piece in ("[[", "\t", "日本", '"""', "'''", "{", "# "):
        assert sum(piece in one.text for one in writers) > DOCUMENTS // 10
