"""Findings as they are read: the author's line, a caret under the place, nothing a terminal would obey."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.scenario.excerpt import WIDTH
from negotiator.scenario.findings import Finding, Related, Severity
from negotiator.scenario.rendering import data, short, text
from negotiator.scenario.source import Source
from tests.scenario.planted import load, plant

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def finding(line: int, column: int, length: int = 1, hint: str = "", message: str = "wrong") -> Finding:
    return Finding(
        "N999", Severity.ERROR, message, hint=hint, file="small.toml", line=line, column=column, length=length
    )


def cells(said: str) -> int:
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in said
    )


def under(lines: str, line: int, column: int, length: int) -> str:
    """The letters of the shown line that stand above the carets."""
    shown = text(finding(line, column, length), Source("small.toml", lines)).split("\n")
    said, carets = shown[-2], shown[-1]
    start = carets.index("^")
    end = start + carets.count("^")
    out, at = "", 0
    for letter in said:
        if start <= at < end and cells(letter):
            out += letter
        at += cells(letter)
    return out


def test_a_finding_looks_like_this() -> None:
    planted, _ = plant('kind = "answer"\ngoto = "letter"', 'kind = "answer"\ngoto = «"lettre"»')
    loaded = load(planted)
    assert text(loaded.findings[0], loaded.source) == (
        "small.toml:68:8  error N104: there is no scene or ending 'lettre'\n"
        '   66 | do = "Go on."\n'
        '   67 | kind = "answer"\n'
        '   68 | goto = "lettre"\n'
        "      |        ^^^^^^^^ did you mean 'letter'?"
    )
    assert short(loaded.findings[0]) == (
        "small.toml:68:8: error N104: there is no scene or ending 'lettre' (did you mean 'letter'?)"
    )
    assert data(loaded.findings[0]) | {"help": ""} == {
        "code": "N104",
        "severity": "error",
        "line": 68,
        "column": 8,
        "length": 8,
        "message": "there is no scene or ending 'lettre'",
        "hint": "did you mean 'letter'?",
        "help": "",
        "related": [],
    }


def test_where_two_lines_conflict_both_are_shown() -> None:
    planted, _ = plant(
        "[endings.late]\n", '[endings.«hall»]\noutcome = "lost"\ntitle = "x"\ntext = "y"\n[endings.late]\n'
    )
    loaded = load(planted)
    [found] = loaded.findings
    assert text(found, loaded.source) == (
        "small.toml:116:10  error N114: 'hall' is a scene and an ending\n"
        "   44 | [scenes.hall]\n"
        "      |         ---- the scene\n"
        "      ⋮\n"
        '  114 | text = "You leave."\n'
        "  115 |\n"
        "  116 | [endings.hall]\n"
        "      |          ^^^^ scenes and endings share their names: rename one of them"
    )
    assert short(found).startswith("small.toml:116:10: error N114")
    assert data(found)["related"] == [{"line": 44, "column": 9, "length": 4, "label": "the scene"}]


@pytest.mark.parametrize(("line", "gap"), [(1, True), (2, False), (3, False), (4, False)])
def test_lines_left_out_between_two_places_are_marked(line: int, gap: bool) -> None:
    other = Related(label="first", line=line, column=1, length=1)
    shown = text(replace(finding(5, 1), also=(other,)), Source("f", "a\nb\nc\nd\ne\n"))
    assert ("⋮" in shown) is gap
    rows = shown.split("\n")
    assert rows[rows.index("      | - first") - 1] == f"    {line} | {'abcde'[line - 1]}"


def test_two_places_in_one_line_have_a_row_each() -> None:
    planted, _ = plant("{ start = 0, min", "{ start = «9», min")
    loaded = load(planted)
    assert text(loaded.findings[0], loaded.source).split("\n")[-3:] == [
        "   18 | rapport = { start = 9, min = -2, max = 4 }",
        "      |                     ^ it goes from -2 to 4",
        "      |                                        - the highest",
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "above"),
    [
        ("abc = 5", 7, 1, "5"),
        ("abc = 5", 1, 3, "abc"),
        ("\tabc = 5", 2, 3, "abc"),
        ("\t\tabc =\t5", 9, 1, "5"),
        ("日本 = 五", 6, 1, "五"),
        ("e\u0301a = 5", 3, 1, "a"),
        ("x" * 300 + "=5", 302, 1, "5"),
        ("日" * 300 + "=5", 302, 1, "5"),
        ("\t" * 60 + "a = 5", 61, 1, "a"),
        ('a = "' + "x" * 500 + '" b', 508, 1, "b"),
    ],
    ids=repr,
)
def test_the_caret_stands_under_the_place(line: str, column: int, length: int, above: str) -> None:
    assert under(f"one\ntwo\n{line}\nfour", 3, column, length) == above


def test_a_caret_at_the_end_of_a_line_and_of_the_file() -> None:
    assert text(finding(1, 4), Source("f", "abc")).endswith("      |    ^")
    assert text(finding(1, 1), Source("f", "")).startswith("small.toml:1:1  error N999: wrong")
    assert text(finding(2, 1), Source("f", "abc\n")).endswith("^")


@given(
    st.text(st.characters(codec="utf-8"), max_size=400),
    st.integers(1, 12),
    st.integers(1, 400),
    st.integers(0, 400),
    st.text(max_size=40),
)
def test_any_place_in_any_text_is_shown_safely(
    body: str, line: int, column: int, length: int, words: str
) -> None:
    lines = body.split("\n")
    line = min(line, len(lines))
    column = min(column, len(lines[line - 1]) + 1)
    one = finding(line, column, length, hint=words, message=words)
    shown = text(one, Source(words or "f", body))
    for said in (shown, short(one)):
        assert not UNSAFE.search(said)
    for row in shown.split("\n")[1:]:
        if "|" in row[:8]:
            assert cells(row) <= WIDTH + 60


@pytest.mark.parametrize("name", ["\x1b[31m.toml", "a\nb.toml", "\u202egpj.toml", "\udcff.toml"])
def test_a_files_name_cannot_act_on_the_terminal(name: str) -> None:
    one = Finding("N999", Severity.ERROR, "wrong", file=name, line=1, column=1)
    assert not UNSAFE.search(text(one, Source(name, "a")))
    assert "\n" not in short(one)
    assert not UNSAFE.search(short(one))


def test_colour_paints_words_and_nothing_else() -> None:
    one = finding(1, 1, 3, hint="mend it")
    source = Source("f", "abc = 5")
    painted = text(one, source, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == text(one, source)
    assert painted != text(one, source)
