"""TOML's own mistakes in plain words, where the author made them; and shapes that would hold the parser up."""

import re
from random import Random

import pytest

from tests.scenario.planted import SOUND, load, marked, plant, told
from tests.support import SCENARIOS

LINES = [
    # what stands in the sound scenario, what is planted, a word the message or the hint must say
    ('name = "Robin"', "name = «“»Robin”", "quot"),
    ('name = "Robin"', "name = Robin", "quot"),
    ('name = "Robin"', 'name = «"»Robin', "clos"),
    ('name = "Robin"', 'name: "Robin"', "="),
    ('name = "Robin"', 'name => "Robin"', "="),
    ('name = "Robin"', 'name "Robin"', "="),
    ('name = "Robin"', "name =", "value"),
    ('name = "Robin"', 'name = "Robin "the boat" C."', '"'),
    ("asked = false", "asked = False", "false"),
    ("asked = false", "asked = no", "false"),
    ("asked = false", "asked = yes", "true"),
    ("[people.ana]", "[people.ana", "]"),
    ("[people.ana]", "[people ana]", ""),
    ("[people.ana]", "people.ana]", ""),
    ("[people.ana]", "// Ana\n[people.ana]", "#"),
    ('learn = ["budget"]', 'learn = ["budget"', "]"),
    ('learn = ["budget"]', 'learn = ["budget" "page-two"]', ""),
    ("change = { rapport = 1 }", "change = { rapport = 1", "}"),
    ("change = { rapport = 1 }", "change = {\n  rapport = 1\n}", "line"),
    ("guarded = 2", "guarded = 2\nguarded = 2", "given before"),
    ("guarded = 2", "guarded = 02", ""),
    ("guarded = 2", "guarded = 2 points", ""),
    ("guarded = 2", "guarded = 1979-13-45", ""),
    ("[people.bo]", "[people.ana]", "line 9"),
    ('name = "Robin"', 'name = "\\q"', "\\"),
    ('name = "Robin"', 'name = "C:\\Users\\x"', "\\"),
    ('name = "Robin"', 'name = "\\ud800"', ""),
    ('name = "Robin"', 'name = "a\x1b[31mb"', ""),
    ('name = "Robin"', 'name = "a\x7fb"', ""),
]


TWICE = [
    # what stands in the sound scenario, what is planted («…»: what was given first)
    ("guarded = 2", "«guarded» = 2\nguarded = 3"),
    ("[people.bo]", "[people.ana]"),
    ("[people.bo]\nname", "[people]\n«cy» = { name = 'x' }\n[people.cy]\nname"),
    ('more.warm = { when = "mood', 'more.«warm» = { when = "x", text = "y" }\nmore.warm = { when = "mood'),
    ("{ rapport = 1 }", "{ «rapport» = 1, rapport = 2 }"),
    ("scores = {", "«scores» = { fit = 1 }\nscores = {"),
    ("[guide]", "[state.«x»]\nstart = 1\n[state.x]\n[guide]"),
    ("guarded = 2", "«sure» = { x = 1 }\nsure.y = 2\nguarded = 2"),
    ("[scenes.hall]\n", "[a]\n«b».c = 1\n[a.b]\n[scenes.hall]\n"),
    ("[scenes.hall]\n", '[scenes.hall]\ntext = """\nplace = 1\n[scenes.hall]\n"""\n«field» = 3\n'),
]


@pytest.mark.parametrize(("old", "new"), TWICE, ids=lambda one: repr(one)[:40])
def test_what_is_given_twice_shows_both_places(old: str, new: str) -> None:
    first: tuple[int, int] = (9, 9)
    text = SOUND.replace(old, new, 1)
    if "«" in text:
        text, spot = marked(text)
        first = spot[:2]
    [found] = load(text).findings
    assert found.code == "N010"
    [other] = found.also
    assert (other.line, other.column) == first
    assert found.line > other.line or "{ rapport" in old


@pytest.mark.parametrize(("old", "new", "word"), LINES, ids=lambda one: repr(one)[:40])
def test_a_line_toml_cannot_read_is_told_in_plain_words(old: str, new: str, word: str) -> None:
    text = SOUND.replace(old, new)
    spot = None
    if "«" in text:
        text, spot = marked(text)
    loaded = load(text)
    assert loaded.scenario is None
    assert len(loaded.findings) == 1, told(loaded.findings)
    [found] = loaded.findings
    line = SOUND[: SOUND.index(old)].count("\n") + 1
    assert line <= found.line <= line + new.count("\n") + 1, told(loaded.findings)
    assert word in found.message + found.hint
    assert found.message
    assert "Traceback" not in found.message
    if spot is not None:
        assert (found.line, found.column) == spot[:2], told(loaded.findings)


def test_a_table_typed_twice_is_told_at_the_second() -> None:
    text, spot = plant(
        "[endings.late]\n",
        '[endings.late]\noutcome = "expired"\ntitle = "x"\ntext = "x"\n\n«[endings.late]»\n',
    )
    [found] = load(text).findings
    assert found.line == spot.line


STORY = (SCENARIOS / "first-offer.toml").read_text("utf-8")
CLOSERS = [
    match.start() for match in re.finditer('"""(?=\n)', STORY) if STORY.count('"""', 0, match.start()) % 2
]


def unclosed(at: int, how: str) -> str:
    return STORY[:at] + how + STORY[at + 3 :]


VARIANTS = [
    (at, how)
    for at in CLOSERS
    for how in ("", '"', '""', "”””", "'''")
    # A text that ends in a quotation mark is closed by it and two more.
    if not (how == '""' and '"' in (STORY[at - 1], STORY[at + 3]))
]


@pytest.mark.parametrize(("at", "how"), VARIANTS)
def test_a_long_text_that_is_never_closed_is_blamed_on_its_opener(at: int, how: str) -> None:
    text = unclosed(at, how)
    opener = STORY.rfind('"""', 0, at)
    [found] = load(text).findings
    assert found.line == STORY.count("\n", 0, opener) + 1, told([found])
    assert text.split("\n")[found.line - 1][found.column - 1 :].startswith('"""')


def test_there_are_a_hundred_such_variants() -> None:
    assert len(VARIANTS) >= 90


def test_a_mistake_after_a_long_text_is_not_blamed_on_it() -> None:
    text = SOUND.replace(
        "Ana waits.", 'Ana says: goto = "letter" is what she wrote.\ngoto = "letter"'
    ).replace("'''", '"""')
    assert load(text).scenario is not None
    text, spot = marked(text.replace('title = "Late"', "title = «L»ate"))
    [found] = load(text).findings
    assert found.line == spot.line


HORRORS = {
    "brackets in an array": "a = " + "[" * 100_000,
    "balanced brackets": "a = " + "[" * 5000 + "]" * 5000,
    "inline tables": "a = " + "{a = " * 5000 + "1" + "}" * 5000,
    "dotted key": ".".join("a" * 20_000) + " = 1",
    "quoted dotted key": ".".join(['"a"'] * 10_000) + " = 1",
    "mixed dotted key": " . ".join(['"a"', "b", "'c'"] * 4000) + " = 1",
    "dotted key in an inline table": "a = { " + ".".join("a" * 20_000) + " = 1 }",
    "dotted header": "[" + ".".join("a" * 20_000) + "]",
    "dotted array header": "[[" + ".".join("a" * 20_000) + "]]",
    "a key of 40 KB": "a" * 40_000 + " = 1",
    "a quoted key of 40 KB": '"' + "a" * 40_000 + '" = 1',
    "a number of 5,000 digits": "format = " + "9" * 5000,
    "a hexadecimal number": "format = 0x" + "F" * 5000,
    "underscores": "format = " + "1_" * 5000 + "1",
    "a float": "format = " + "1" * 5000 + ".5e5",
    "unclosed text of escapes": 'a = "' + '\\"' * 100_000,
    "unclosed long text": 'a = """' + 'x"y\\z' * 100_000,
    "quotes": '"' * 100_000,
    "apostrophes": "'" * 100_001,
    "blanks": " " * 1_000_000,
    "line ends": "\n" * 1_000_000,
    "equal signs": "=" * 100_000,
    "openers": 'a = """\n' * 50_000,
    "headers": "[a]\n" * 50_000,
    "comments": '#"\n' * 100_000,
    "bad escapes": 'a = "' + "\\q" * 1000 + '"',
    "commas": "a = [" + "," * 100_000 + "]",
}


@pytest.mark.parametrize("horror", HORRORS)
@pytest.mark.parametrize("before", ["", 'format = 1\ntitle = "x"\n'], ids=["alone", "after a good line"])
def test_a_horror_is_one_clear_word(horror: str, before: str) -> None:
    loaded = load(before + HORRORS[horror])
    assert loaded.scenario is None
    assert 1 <= len(loaded.findings) <= 201
    for one in loaded.findings:
        assert one.message
        assert len(one.message) < 400
        assert len(one.hint) < 600
    if "dotted" in horror or "40 KB" in horror:
        # The parser never sees it: it takes the square of a key's parts.
        assert [one.code for one in loaded.findings] == ["N004"]


def test_two_hundred_brackets_in_a_condition() -> None:
    deep = "(" * 200 + "asked" + ")" * 200
    text = SOUND.replace('when = "asked"', f'when = "{deep}"')
    [found] = load(text).findings
    assert "deep" in found.message
    assert text.split("\n")[found.line - 1][found.column - 1] == "("


def test_deep_tables_where_none_belong() -> None:
    text = SOUND + "\n[scenes.hall.more.warm" + ".a" * 10 + "]\nb = 1\n"
    assert load(text).scenario is None


def test_any_run_of_marks_is_a_finding() -> None:
    random = Random(1)
    for _ in range(300):
        text = "".join(
            random.choice(
                ["[", "]", "{", "}", '"', "'", '"""', "\n", "=", ".", "a", "1", ",", "#", "\\", " "]
            )
            for _ in range(60)
        )
        assert load(text).scenario is None
