"""Safe mends: plain marks where TOML needs them, and nothing else in the file is ever touched."""

from typing import NamedTuple

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from negotiator.scenario.mending import mend
from negotiator.scenario.toml_scan import Slip, statements
from tests.scenario.planted import SOUND
from tests.scenario.test_places import KEY, VALUE
from tests.support import SCENARIOS


class Plant(NamedTuple):
    """A line as a word processor has left it, and as it should be."""

    typed: str
    plain: str


ONE_LINE = [
    Plant("name = “Ana Duarte”", 'name = "Ana Duarte"'),
    Plant("name = „Ana“", 'name = "Ana"'),
    Plant("name = «Ana»", 'name = "Ana"'),
    Plant('name = “Ana"', 'name = "Ana"'),
    Plant('name = "Ana”', 'name = "Ana"'),
    Plant("name = ‘Ana’", "name = 'Ana'"),
    Plant("name = “It’s Ana’s”", 'name = "It’s Ana’s"'),
    Plant("name = “She said ‘no’ – twice”", 'name = "She said ‘no’ – twice"'),
    Plant("with = [“ana”, “bo”]", 'with = ["ana", "bo"]'),
    Plant("say = { text = “a, b”, n = –1 }", 'say = { text = "a, b", n = -1 }'),
    Plant("“name” = 1", '"name" = 1'),
    Plant("min = –3", "min = -3"),
    Plant("min = −3 # below", "min = -3 # below"),
    Plant("two–seats = —1", "two-seats = -1"),
    Plant("name\u00a0= 'x'", "name = 'x'"),
    Plant("\u00a0 name =\u3000'x'\u00a0", "  name = 'x' "),
    Plant("\u200bname = 1", "name = 1"),
    Plant("list = [1,\u00a02]", "list = [1, 2]"),
    Plant("// a remark: “quoted” – and // more", "# a remark: “quoted” – and // more"),
    Plant("\t// a remark", "\t# a remark"),
    Plant("name = 'x' // why", "name = 'x' # why"),
    Plant("flag = true //why", "flag = true #why"),
]
HEADERS = [
    Plant("[scenes.the–letter]", "[scenes.the-letter]"),
    Plant("[scenes.“x y”]\u00a0", '[scenes."x y"] '),
    Plant("[scenes.x] // first", "[scenes.x] # first"),
    Plant("[[scenes.a‑b]]", "[[scenes.a-b]]"),
]
LONG = [
    Plant("text = “““\nAna – “no”.\n// no comment\n”””", 'text = """\nAna – “no”.\n// no comment\n"""'),
    Plant('text = """\nAna waits.\n”””\nnext = 1', 'text = """\nAna waits.\n"""\nnext = 1'),
    Plant('list = [\n  “a”, // one\n\u00a0 "b",\n]', 'list = [\n  "a", # one\n  "b",\n]'),
]
LEFT_ALONE = [
    'name = “She said "no"”',
    "name = “C:\\new”",
    'name = "She said “no”',
    "name = “Ana",
    "name = “Ana” Duarte",
    "name = A // B",
    "name = – none",
    "– a bullet",
    "[scenes.x",
]
PLAIN = [
    "# “quoted” – // \u00a0",
    "a = '“x” – // \u00a0'",
    'b = "“x” – // \u00a0 \\" “"',
    "c = '''\n“x” = –1 // \u00a0\n[x–y]\n'''",
    'd = """\n“x” = –1 // \u00a0\n"""',
    "",
    "\t",
    "e = [1, # –\n  2]",
]


@pytest.mark.parametrize("plant", [*ONE_LINE, *HEADERS, *LONG], ids=lambda one: one.typed[:30])
def test_a_mark_of_a_word_processor_becomes_plain(plant: Plant) -> None:
    assert mend(plant.typed).text == plant.plain
    assert mend(f"{plant.typed}\n").text == f"{plant.plain}\n"


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_could_be_meant_otherwise_is_left_alone(line: str) -> None:
    assert mend(f"a = 1\n{line}\n").edits == ()


def numbered(lines: list[str]) -> str:
    """Lines under headers of their own, so that no key stands twice."""
    return "".join(f"[t{number}]\n{line}\n" for number, line in enumerate(lines))


MIXED = st.lists(
    st.sampled_from([*ONE_LINE, *LONG]) | st.sampled_from(PLAIN).map(lambda line: Plant(line, line)),
    max_size=12,
)


@given(MIXED, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_file_with_planted_marks_becomes_the_plain_file(plants: list[Plant], end: str, last: bool) -> None:
    typed, plain = (
        numbered(side).replace("\n", end)[: None if last else -len(end)]
        for side in ([one.typed for one in plants], [one.plain for one in plants])
    )
    mended = mend(typed)
    assert mended.text == plain
    assert mend(plain).edits == ()


@given(MIXED, st.sampled_from(["name = Ana", "x = [1 2]", 'y = "open', "[z"]), st.integers(0, 12))
def test_what_can_be_mended_is_mended_beside_what_cannot(plants: list[Plant], broken: str, at: int) -> None:
    lines = [one.typed for one in plants], [one.plain for one in plants]
    for side in lines:
        side.insert(min(at, len(side)), broken)
    assert mend(numbered(lines[0])).text == numbered(lines[1])


@given(st.dictionaries(KEY, VALUE, max_size=5), st.booleans())
def test_a_valid_file_is_given_back_as_it_is(raw: dict[str, object], long: bool) -> None:
    text = tomli_w.dumps(raw, multiline_strings=long)
    assert mend(text).text == text


@given(st.text(st.sampled_from("ab“”‘’–—=[]{},.#/\"'\\1\n\r\u00a0\u200b "), max_size=60))
def test_whatever_the_file_a_second_fix_finds_nothing(text: str) -> None:
    mended = mend(text)
    assert mend(mended.text).edits == ()
    for edit in mended.edits:
        assert edit.new in ('"', "'", '"""', "-", "#", "") or not edit.new.strip(" ")


@given(st.text(st.sampled_from("ab“”‘’–—=[]{},.#/\"'\\1\n\r\u00a0\u200b "), max_size=60))
def test_the_reader_takes_any_text_and_never_goes_back(text: str) -> None:
    at = 0
    for one in statements(text):
        assert at <= one.start <= one.end <= len(text)
        for edit in one.edits:
            assert at <= edit.start < edit.end <= one.end
            at = edit.end
        at = one.end


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_texts_and_comments_of_a_story_stay_as_they_are(path: object) -> None:
    story = (SCENARIOS / str(path)).read_text("utf-8")
    broken = story.replace("format = 1", "format = –1", 1) + "\n// the end\n"
    assert mend(broken).text == story.replace("format = 1", "format = -1", 1) + "\n# the end\n"


def test_nothing_below_a_text_that_is_never_closed_is_touched() -> None:
    text = SOUND.replace("'''", '"""').replace('A brief."""', "A brief.")
    assert mend(f"// top\n{text}\n// end\n").text == f"# top\n{text}\n// end\n"


def test_every_kind_of_slip_is_told_apart() -> None:
    edits = mend("a–b = “x” // y\n\u00a0c = 1\n").edits
    assert [one.slip for one in edits] == [Slip.DASH, Slip.QUOTE, Slip.QUOTE, Slip.COMMENT, Slip.SPACE]
