"""The span finder against the parser: the text at a place, parsed again, is the value that stands there."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from negotiator.scenario.places import find

Path = tuple[str | int, ...]

LAYOUTS = [
    """[x]
a.b = 1
c = '''one
[y]
'''
d = { e = 'f' } # g
h = [
'[z]',
]
i = ""
j=1979-05-27 07:32:00
"k l" = "\\"]"
m = {n = {o = 1}, p = []}
[y]
q = 1
""",
    "a = 1",
    "a=1\nb   =   'two' # three\n\tc\t=\ttrue\t\n",
    "a.b.c = 1\na.b.d = 2\na.e = { f = 3, g.h = 4 }\n",
    "a . 'b' . \"c d\" = 1\n",
    "[ t . 'u v' ]\na = 1\n[t.\"w.x\"]\nb = 2\n",
    "a = [\n  1, # one\n  [2, 3],\n\n  { b = 4, c = [5] },\n]\nd = 6\n",
    "a = [[[]], [], {}]\nb = {}\n",
    "[[rows]]\na = 1\n[[rows.inner]]\nb = 2\n[[rows.inner]]\nb = 3\n[rows.single]\nc = 4\n[[rows]]\na = 5\n",
    'a = """one\n[not.a.header]\nb = "no key"\n"""\nb = 2\n',
    "a = '''\n# no comment\nc = 1\n'''\nb = 2\n",
    'a = """x""" # """\nb = """y"""\n',
    "a = \"\"\"ends with quotes\"\"\"\"\"\nb = '''it's''''\nc = \"\"\nd = ''\n",
    'a = "esc \\" = # ] } \\\\"\nb = \'\\\'\nc = "\\u00e9"\n',
    "\"\" = 1\n'' .a = 2\n".replace("'' .a", "b.''"),
    '"a\\tb" = 1\n\'c"d\' = 2\n"\\u0065" = 3\n',
    "a = 1979-05-27 07:32:00 # a date with a space\nb = 1979-05-27T07:32:00.5Z\nc = 07:32:00\nd = -inf\ne = 0xFF\n",
    "# only\n# comments\n\n   a = 1 # end",
    "a = { b = 'x]', c = \"y}\", d = [1, 2], e = { f = 'g' } }\n[h] # [i]\nj = 1\n",
    "[a.b.c]\nd = 1\n[a]\ne = 2\n[a.b]\nf = 3\n",
    "ключ = 1\n".replace("ключ", '"ключ"') + "b = '日本'\nc = 'é'\n",
    "a = '''one line'''\nb = {c = '''two\nlines''', d = 2}\n",
    "1234 = 5\n-x_ = 6\n3.14 = 7\n",
]


def values(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key), value
        yield from values(value, (*path, key))


def same(one: Any, other: Any) -> bool:
    return repr(one) == repr(other)


def written_by_headers(text: str, path: Path, value: Any) -> bool:
    """Whether a table is made by headers or dotted keys, so that no value stands anywhere."""
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(one, dict) for one in value)
    )


def check(text: str) -> None:
    raw = tomllib.loads(text)
    wanted = dict(values(raw))
    found = find(text, wanted)
    for path in list(wanted)[-8:]:
        # Alone, what nobody asks for is passed over in another way.
        assert find(text, [path])[path] == found[path], (path, text)
    for path, value in wanted.items():
        assert path in found, (path, text)
        place = found[path]
        key = text[place.key : place.key_end]
        if isinstance(path[-1], str):
            assert next(iter(tomllib.loads(f"{key} = 0"))) == path[-1], (path, key, text)
        if place.value < 0:
            assert written_by_headers(text, path, value), (path, text)
            continue
        piece = text[place.value : place.value_end]
        assert same(tomllib.loads(f"x = {piece}")["x"], value), (path, piece, text)


@pytest.mark.parametrize("text", LAYOUTS)
@pytest.mark.parametrize(
    "change", [lambda text: text, lambda text: "\n\n# top\n" + text, lambda text: text.rstrip("\n")]
)
def test_every_key_and_value_of_odd_layouts_is_found(text: str, change: Any) -> None:
    check(change(text))


KEY = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8) | st.sampled_from(
    ["a", "b-c", "d.e", "f g"]
)
SCALAR = (
    st.integers(-(2**60), 2**60)
    | st.booleans()
    | st.floats()
    | st.datetimes()
    | st.dates()
    | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20)
    | st.sampled_from(["]", "}", "#", '"', "'", "\n", '"""', "a = 1", "[x]\n", "\\"])
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEY, VALUE, max_size=5), st.booleans())
def test_every_key_and_value_of_any_document_is_found(raw: dict[str, Any], long: bool) -> None:
    check(tomli_w.dumps(raw, multiline_strings=long))


PIECES = st.sampled_from(
    [
        "a",
        "b",
        ".",
        " = ",
        "=",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        ",",
        "\n",
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "#",
        "1",
        " ",
        "\t",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60))
def test_broken_text_has_places_within_it_or_none(text: str) -> None:
    for place in find(text, [("a", "b"), ("b",), ("a", 0, "b"), ()]).values():
        assert 0 <= place.key <= place.key_end <= len(text)
        assert place.value <= place.value_end <= len(text)


@pytest.mark.parametrize(
    "text", ["[" * 5000, "a = " + "[" * 5000, "a = " + "{a=" * 5000, ".a" * 5000, '"' * 5000, "'" * 5001]
)
def test_deep_nonsense_is_no_trouble(text: str) -> None:
    find(text, [("a",)])


def test_a_broken_line_hides_no_other() -> None:
    text = 'a = \n= 3\n[x\nb = "open\n[c]\nd = 1\n'
    place = find(text, [("c", "d")])[("c", "d")]
    assert text[place.value : place.value_end] == "1"
