"""An id renamed: every place and nothing else, in any layout; proved before it is written; ambiguous names named."""

import json
import re
import tomllib
from typing import Any

import pytest
import tomli_w

from negotiator.scenario.loader import load_text
from negotiator.scenario.source import BOM
from negotiator.scenario.writing import renaming
from negotiator.scenario.writing.document import Change, Document, document
from negotiator.scenario.writing.layout import laid_out
from negotiator.scenario.writing.mentions import Mentions
from negotiator.scenario.writing.proof import same_meaning, same_mentions, same_tables
from negotiator.scenario.writing.renaming import NotRenamed, Renamed, rename
from negotiator.scenario.writing.things import REMEMBERED, Thing, shown
from tests.scenario.everything import EVERYTHING
from tests.support import SCENARIOS

Table = dict[str, Any]
THINGS = Mentions(tomllib.loads(EVERYTHING)).things
REMEMBERING = re.compile(r"(?:, |\r?\n?)(?:[\w.\"-]+\.)?renamed_from = \[[^\]]*\]")


def renamed(text: str | bytes, old: str, new: str) -> Renamed:
    file = document(text.encode() if isinstance(text, str) else text, "small.toml")
    assert isinstance(file, Document)
    return rename(file, "small", old, new)


def address(thing: Thing) -> str:
    return shown(thing, THINGS)


def test_the_sample_has_everything_in_it_and_is_sound() -> None:
    loaded = load_text(EVERYTHING, "small.toml", "small")
    assert [one for one in loaded.findings if one.severity == "error"] == []
    assert {thing.kind for thing in THINGS} >= REMEMBERED
    assert len({thing.id for thing in THINGS}) == len(THINGS)
    # Each id is written in more than one place, or declared and never spoken of.
    assert all(thing.id.startswith("zz-") for thing in THINGS)


@pytest.mark.parametrize("thing", THINGS, ids=address)
def test_every_place_is_renamed_and_nothing_else(thing: Thing) -> None:
    done = renamed(EVERYTHING, address(thing), "yy-new")
    expected = re.sub(rf"{thing.id}(?![\w-])", "yy-new", EVERYTHING)
    assert REMEMBERING.sub("", done.data.decode()) == expected
    assert done.places == expected.count("yy-new")
    assert done.remembered == (thing.kind in REMEMBERED) == (f'["{thing.id}"]' in done.data.decode())


def dotted(raw: Table, above: str = "") -> str:
    """The same tables with a line for every value, its whole path before the equals sign."""
    return "".join(
        dotted(value, f"{above}{key}.") if isinstance(value, dict) else f"{above}{key} = {inline(value)}\n"
        for key, value in raw.items()
    )


def inline(value: object) -> str:
    """The same value on one line, tables in braces."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {inline(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{','.join(map(inline, value))}]"
    return json.dumps(value, ensure_ascii=False)


def quoted(line: str) -> str:
    """A header or the key of a line with its ids in quotation marks."""
    key, mark, value = line.partition(" = ")
    return line if line[0] == " " else re.sub("zz-[a-z0-9-]+", r'"\g<0>"', key) + mark + value


RAW = tomllib.loads(EVERYTHING)
LAYOUTS = {
    "headers": tomli_w.dumps(RAW),
    "dotted": dotted(RAW),
    "inline": "".join(f"{key} = {inline(value)}\n" for key, value in RAW.items()),
    "quoted": "".join(map(quoted, tomli_w.dumps(RAW).splitlines(keepends=True))),
    "in order": laid_out(EVERYTHING),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_place_is_renamed_in_any_layout(layout: str) -> None:
    text = LAYOUTS[layout]
    assert tomllib.loads(text) == RAW
    for thing in THINGS:
        done = renamed(text, ".".join(map(str, thing.path)), "yy-new")
        expected = re.sub(rf"{thing.id}(?![\w-])", "yy-new", text)
        assert REMEMBERING.sub("", done.data.decode()) == expected
        assert load_text(done.data.decode(), "small.toml", "small").errors == 0
        assert done.remembered == ("renamed_from" in done.data.decode())


@pytest.mark.parametrize("thing", THINGS, ids=address)
def test_byte_order_mark_and_windows_line_ends_stay(thing: Thing) -> None:
    plain = renamed(EVERYTHING, address(thing), "yy-new").data
    windows = renamed(BOM + EVERYTHING.replace("\n", "\r\n").encode(), address(thing), "yy-new").data
    assert windows == BOM + plain.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("thing", THINGS, ids=address)
def test_renamed_back_it_is_the_file_it_was_and_remembers_both_names(thing: Thing) -> None:
    there = renamed(EVERYTHING, address(thing), "yy-new")
    back = renamed(there.data, re.sub(r"zz-[a-z0-9-]+$", "yy-new", address(thing)), thing.id)
    assert REMEMBERING.sub("", back.data.decode()) == EVERYTHING
    if thing.kind in REMEMBERED:
        assert f'["{thing.id}", "yy-new"]' in back.data.decode()
    assert not back.errors


@pytest.mark.parametrize("name", ["first-offer", "two-roles-one-title"])
def test_things_of_the_shipped_scenarios_can_be_renamed(name: str) -> None:
    data = (SCENARIOS / f"{name}.toml").read_bytes()
    every = Mentions(tomllib.loads(data.decode())).things
    for thing in every[:: max(1, len(every) // 24)]:
        done = renamed(data, ".".join(map(str, thing.path)), "yy-new")
        assert done.errors == 0
        lines = zip(
            data.decode().splitlines(),
            REMEMBERING.sub("", done.data.decode()).splitlines(),
            strict=True,
        )
        changed = [(old, new) for old, new in lines if old != new]
        assert changed
        assert all("yy-new" in new and thing.id in old for old, new in changed)


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("zz-hall", "zz-hall"),
        ("scenes.zz-hall", "zz-hall"),
        ("zz-hall.zz-ask", "zz-ask"),
        ("scenes.zz-hall.choices.zz-ask", "zz-ask"),
        ("choices.zz-ask", "zz-ask"),
        ("zz-base.zz-k92", "zz-k92"),
        ("issues.zz-base", "zz-base"),
        ("zz-mood.zz-warm", "zz-warm"),
        ("zz-letter.zz-try.zz-good", "zz-good"),
    ],
)
def test_a_thing_can_be_called_by_any_part_of_its_path(old: str, said: str) -> None:
    assert renamed(EVERYTHING, old, "yy-new").thing.id == said


def test_a_new_name_may_be_qualified_like_the_old_one() -> None:
    assert renamed(EVERYTHING, "zz-hall.zz-ask", "zz-hall.yy-new").new == "yy-new"


def test_an_ambiguous_name_lists_what_it_may_mean() -> None:
    text = EVERYTHING.replace("zz-go", "zz-hall").replace("zz-band", "zz-hall")
    with pytest.raises(NotRenamed) as caught:
        renamed(text, "zz-hall", "yy-new")
    assert (
        caught.value.hint
        == "Say which: scenes.zz-hall (scene), zz-hall.zz-hall (choice), limits.zz-hall (limit)"
    )
    assert renamed(text, "limits.zz-hall", "yy-new").places == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("zz-hell", "yy-new", "There is nothing called 'zz-hell'"),
        ("zz-hall", "Yy New", "'Yy New' is not an id"),
        ("zz-hall", "", "'' is not an id"),
        ("zz-hall", "zz-talk", "There is a scene 'zz-talk' already"),
        ("zz-hall", "zz-hall", "called 'zz-hall' already"),
        ("zz-hall", "zz-signed", "would have an error"),
        ("zz-hall", "here", "would have an error"),
        ("zz-asked", "stage", "would have an error"),
        ("zz-base", "letter", "would have an error"),
        ("zz-asked", "zz-mood", "There is a state 'zz-mood' already"),
        ("zz-warm", "zz-cool", "already"),
    ],
)
def test_a_name_that_is_not_free_or_not_a_name_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(NotRenamed) as caught:
        renamed(EVERYTHING, old, new)
    assert message in caught.value.message


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(NotRenamed) as caught:
        renamed(EVERYTHING, "zz-hal", "yy-new")
    assert caught.value.hint == "Did you mean 'zz-hall'?"


def test_a_state_that_takes_the_name_of_a_word_it_is_compared_with_is_refused() -> None:
    # Asked of the mood, "zz-asked" would be its word; asked by itself, the state: one text, two meanings.
    text = (
        EVERYTHING.replace('"zz-cool", ', '"zz-cool", "zz-odd", ')
        .replace("zz-mood == zz-warm and", "zz-mood == zz-warm and zz-asked == zz-odd-flag and")
        .replace("zz-asked = false", "zz-asked = false\nzz-odd-flag = false")
    )
    with pytest.raises(NotRenamed):
        renamed(text, "state.zz-odd-flag", "true")


def test_a_name_that_another_thing_once_had_is_refused() -> None:
    text = renamed(EVERYTHING, "zz-hall", "yy-new").data
    with pytest.raises(NotRenamed, match="would have an error"):
        renamed(text, "zz-talk", "zz-hall")


def test_a_file_with_errors_is_renamed_all_the_same_and_says_so() -> None:
    text = EVERYTHING.replace('goto = "zz-letter"', 'goto = "zz-leter"').replace("> 3'''", "> > 3'''")
    done = renamed(text, "zz-letter", "yy-new")
    assert (done.errors, done.unread) == (3, 1)
    assert b'goto = "zz-leter"' in done.data


def test_a_file_that_is_no_toml_is_left_alone() -> None:
    with pytest.raises(NotRenamed, match="cannot be read"):
        renamed(EVERYTHING.replace("[people]", "[people"), "zz-hall", "yy-new")


def test_a_list_of_earlier_names_is_added_to() -> None:
    text = EVERYTHING.replace("field = 12", 'field = 12\nrenamed_from = [ "older", # long ago\n]')
    done = renamed(text, "zz-hall", "yy-new").data.decode()
    assert 'renamed_from = [ "older", "zz-hall", # long ago\n]' in done
    assert load_text(done, "small.toml", "small").errors == 0


def test_a_name_in_doubled_braces_is_text_and_stays() -> None:
    text = EVERYTHING.replace("{{braces}}", "{{zz-ana}}")
    assert "{{zz-ana}}" in renamed(text, "people.zz-ana", "yy-new").data.decode()


@pytest.mark.parametrize(
    ("old", "new"), [("people.zz-bo", "player"), ("texts.zz-clock", "days-left"), ("zz-coffee", "zz-clock")]
)
def test_a_name_that_would_say_something_else_in_braces_is_refused(old: str, new: str) -> None:
    text = EVERYTHING.replace("It is hot.", "It is hot, {player}: {days-left}.")
    with pytest.raises(NotRenamed):
        renamed(text, old, new)


def test_a_renaming_that_went_wrong_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    right = renaming._changes
    at = EVERYTHING.index("You sign.")

    def one_too_many(*given: Any) -> list[Change]:
        return [*right(*given), Change(at, at + 3, "They")]

    def one_too_few(*given: Any) -> list[Change]:
        return right(*given)[:-1]

    for wrong in (one_too_many, one_too_few):
        monkeypatch.setattr(renaming, "_changes", wrong)
        with pytest.raises(NotRenamed):
            renamed(EVERYTHING, "state.zz-rapport", "yy-new")


def test_the_proof_sees_values_order_and_what_is_named() -> None:
    assert same_tables({"a": 1, "b": [{"c": "x"}]}, {"a": 1, "b": [{"c": "x"}], "renamed_from": ["z"]})
    assert not same_tables({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not same_tables({"a": [1, True]}, {"a": [1, 1]})
    thing = next(one for one in THINGS if one.id == "zz-clock")
    named = tomllib.loads(EVERYTHING.replace("zz-clock", "yy-new"))
    assert same_mentions(Mentions(RAW), Mentions(named), thing, "yy-new")
    elsewhere = tomllib.loads(EVERYTHING.replace("zz-clock", "yy-new").replace("laughs", "{yy-new}"))
    assert not same_mentions(Mentions(RAW), Mentions(elsewhere), thing, "yy-new")


@pytest.mark.parametrize(
    ("was", "means"), [("zz-asked", "not zz-asked"), ("zz-mood == zz-warm", "zz-mood == zz-cool")]
)
def test_the_proof_sees_what_a_condition_means(was: str, means: str) -> None:
    thing = next(one for one in THINGS if one.id == "zz-clock")
    one, other = (
        tomllib.loads(EVERYTHING.replace("zz-rapport > 3 and not zz-asked", text)) for text in (was, means)
    )
    assert same_meaning(one, one, thing, "yy-new")
    assert not same_meaning(one, other, thing, "yy-new")
