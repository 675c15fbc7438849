"""The one layout: the same after twice, the same to the parser, every comment and every text where it was."""

import re
import tomllib
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from negotiator.scenario.loader import load_text
from negotiator.scenario.source import BOM
from negotiator.scenario.writing import tidying
from negotiator.scenario.writing.document import Document, document
from negotiator.scenario.writing.layout import laid_out
from negotiator.scenario.writing.tidying import NotTidied, tidied
from negotiator.scenario.writing.tokens import bare, tokens
from tests.game.tablestory import TABLE
from tests.runs.story import KIOSK
from tests.scenario.everything import EVERYTHING
from tests.scenario.planted import SOUND
from tests.support import SCENARIOS

STORIES = {
    "sound": SOUND,
    "table": TABLE,
    "kiosk": KIOSK,
    "everything": EVERYTHING,
    **{path.stem: path.read_text("utf-8") for path in SCENARIOS.glob("*.toml")},
}

blanks = st.sampled_from(["", " ", "\t", "   "])
gaps = st.sampled_from(["", " ", "\n", "  \n", "\n\n\n", " # in a list\n", "\n#\ttwice\n\t# over\n"])
comments = st.sampled_from(["", "", " # why", "#no space", "\t# « ü »  ", "   #   [not.a.header]"])
between = st.sampled_from(["", "", "\n", " \n\n", "# a note\n", "\t# a note\n\n\n", "#:schema ./x.json\n"])
plain = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="'\"\\\u2028\u2029\x85"), max_size=8
)


@st.composite
def keys(draw: DrawFn, numbers: "count[int]") -> str:
    name = f"k{next(numbers)}"
    key = draw(st.sampled_from([name, f'"{name} é"', f"'{name}.x'"]))
    return f"{key}{draw(blanks)}.{draw(blanks)}{name}" if draw(st.integers(0, 4)) == 0 else key


@st.composite
def values(draw: DrawFn, numbers: "count[int]", depth: int = 0) -> str:
    kind = draw(st.integers(0, 9 if depth < 3 else 6))
    text = draw(plain)
    simple = [
        "1", "-2.5e3", "1979-05-27 07:32:00", "true", f'"{text}\\n\\" # {{"', f"'{text} = ['",
        f'"""\n  {text}  \n\n"" # [x]\n\\\n   "{text}""""', f"'''{text}\n\t'''",
    ]  # fmt: skip
    if kind < 8:
        return simple[kind % len(simple)] if kind < 7 else simple[7]
    items = draw(st.integers(0, 3))
    if kind == 8:
        parts = [draw(gaps) + draw(values(numbers, depth + 1)) + draw(gaps) for _ in range(items)]
        last = f",{draw(gaps)}" if items and draw(st.booleans()) else ""
        return f"[{','.join(parts) or draw(gaps)}{last}]"
    pairs = [
        f"{draw(blanks)}{draw(keys(numbers))}{draw(blanks)}={draw(blanks)}{draw(values(numbers, depth + 1))}{draw(blanks)}"
        for _ in range(items)
    ]
    inside = ",".join(pairs)
    return f"{{{inside}}}" if tomllib_reads(f"x={{{inside}}}") else "0"


def tomllib_reads(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True


@st.composite
def documents(draw: DrawFn) -> str:
    numbers = count()
    lines = [draw(between)]
    for _ in range(draw(st.integers(0, 8))):
        if draw(st.integers(0, 3)) == 0:
            opener, closer = draw(st.sampled_from([("[", "]"), ("[[", "]]")]))
            line = f"{draw(blanks)}{opener}{draw(blanks)}{draw(keys(numbers))}{draw(blanks)}{closer}"
        else:
            line = f"{draw(blanks)}{draw(keys(numbers))}{draw(blanks)}={draw(blanks)}{draw(values(numbers))}"
        lines += [line, draw(blanks), draw(comments), "\n", draw(between)]
    text = "".join(lines)
    return text.removesuffix("\n") if draw(st.booleans()) else text


def put_in_order(data: bytes | str) -> bytes:
    file = document(data.encode() if isinstance(data, str) else data, "small.toml")
    assert isinstance(file, Document)
    return tidied(file)


@given(documents())
def test_a_document_says_the_same_and_is_the_same_after_twice(text: str) -> None:
    made = put_in_order(text)
    assert put_in_order(made) == made
    assert repr(tomllib.loads(made.decode())) == repr(tomllib.loads(text))
    assert noted(made.decode()) == noted(text)


def noted(text: str) -> list[str]:
    return [token.text.rstrip() for token in tokens(text) if token.kind == "comment"]


@given(documents())
def test_windows_line_ends_and_a_byte_order_mark_stay(text: str) -> None:
    plain_ends = put_in_order(text.rstrip("\n") + "\n")
    windows = put_in_order(BOM + (text.rstrip("\n") + "\n").replace("\n", "\r\n").encode())
    assert windows == BOM + plain_ends.replace(b"\n", b"\r\n")


@given(documents())
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


@given(documents())
def test_lines_are_tidy(text: str) -> None:
    made = laid_out(text)
    assert not made.startswith("\n")
    assert made == "" or (made.endswith("\n") and not made.endswith("\n\n"))
    for row in re.split(
        r"\n", re.sub(r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"{3,5}|'''[^']*'''", "0", made, flags=re.DOTALL)
    ):
        assert row == row.rstrip(" \t")
        assert "\t" not in row.partition("#")[0] or row[0] in "\"'" or '"' in row or "'" in row


@pytest.mark.parametrize("name", STORIES)
def test_stories_mean_the_same(name: str) -> None:
    text = STORIES[name]
    made = put_in_order(text).decode()
    assert load_text(made, "a.toml", "a").scenario == load_text(text, "a.toml", "a").scenario
    assert put_in_order(made).decode() == made


def test_the_shipped_scenario_for_beginners_is_in_order() -> None:
    assert put_in_order(STORIES["first-offer"]).decode() == STORIES["first-offer"]


def test_what_it_looks_like() -> None:
    untidy = (
        "\n\n# top\nformat=1   # one\ntitle   =  'x'\n\n\n  [ people . ana ] # c\nname=\"A\"    # a\n"
        "seat= \"hr\"   # b\nx = [1,2 , 3]\ny=[  # hm\n  'a',\n\n\n\n'b' , ]\nz={a=1,b = {}, c . d = 2.5}\n"
        '   # about bo\n[people.bo]\n\n\n    name="""\n  B  \n\n\n"""\n\n\n'
    )
    assert laid_out(untidy) == (
        '# top\nformat = 1   # one\ntitle = \'x\'\n\n[people.ana]  # c\nname = "A"    # a\nseat = "hr"   # b\n'
        "x = [1, 2, 3]\ny = [  # hm\n    'a',\n\n    'b',\n]\nz = { a = 1, b = {}, c.d = 2.5 }\n\n"
        '# about bo\n[people.bo]\nname = """\n  B  \n\n\n"""\n'
    )


def test_comments_that_stood_above_one_another_still_do() -> None:
    assert laid_out("a=1      # one\nbcd=22   # two\ne = 3 # three\n") == (
        "a = 1      # one\nbcd = 22   # two\ne = 3  # three\n"
    )


def test_a_layout_that_would_say_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "laid_out", lambda text: laid_out(text).replace("bo", "ob"))
    with pytest.raises(NotTidied, match="would not say quite the same"):
        put_in_order(SOUND)


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(NotTidied, match="cannot be read") as caught:
        put_in_order(SOUND.replace("[player]", "[player"))
    assert "small.toml:5" in caught.value.hint


def test_no_token_is_lost_or_made() -> None:
    for text in STORIES.values():
        assert bare(laid_out(text)) == bare(text)
