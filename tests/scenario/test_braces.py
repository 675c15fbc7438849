"""Names in braces: what is wrong with one is told at its place, and what is in a name is only text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.scenario.base import Braces
from negotiator.scenario.braces import Slot, Stray, constants, escape, fill_names, split
from negotiator.scenario.digest import rules_hash
from negotiator.scenario.models import Scenario
from negotiator.scenario.tables import braces_of
from tests.scenario.planted import SOUND, load, told

WAITS = "Ana waits.\n"
SIGN = 'say = "Where do I sign?"'
ASKED = "asked = false\n"

FAULTS = [
    ("N140", WAITS, "Ana waits for «{robbin}».\n", "write two: {{"),
    ("N140", WAITS, "Ana waits for «{bo.nane}».\n", "did you mean 'name'?"),
    ("N140", WAITS, "Ana waits for «{bo.title}».\n", "[people.bo]"),
    ("N140", WAITS, "Ana waits for «{plyer}».\n", "did you mean 'player'?"),
    ("N140", WAITS, "Ana is «{raport}».\n", "did you mean 'rapport'?"),
    ("N140", WAITS, "Ana is «{rapport >= 1}».\n", "when"),
    ("N140", WAITS, "Ana is «{knows(budget)}».\n", "when"),
    ("N140", WAITS, "Ana is «{rapport.name}».\n", "{rapport}"),
    ("N140", WAITS, "Ana is «{}».\n", "{{"),
    ("N141", WAITS, "Ana has «{agreed(base)}».\n", "take the braces away"),
    ("N141", SIGN, 'say = "You are «{rapport}», are you?"', "reply"),
    ("N141", 'text = "You talk."', 'text = "«{coffee}»"', "[texts.coffee]"),
    ("N141", 'reply = "She laughs."', 'reply = "She laughs. «{coffee}»"', "text, again and more"),
    ("N141", 'coach = "Ask early."', 'coach = "«{days-left}»"', "endings"),
    ("N142", WAITS, "Ana was «{asked}».\n", "words = "),
    ("N143", WAITS, "Ana «{»waits.\n", "close it"),
    ("N143", WAITS, "Ana waits«}».\n", "open it"),
    ("N146", ASKED, 'asked = { start = false, words = «["no"]» }\n', "false and true"),
    ("N146", "max = 4 }", 'max = 4, words = «["a", "b", "c", "d", "e", "f", "g", "h"]» }', "take words away"),
]


@pytest.mark.parametrize(("code", "old", "new", "hint"), FAULTS)
def test_a_mistake_in_braces_is_one_finding_at_its_place(code: str, old: str, new: str, hint: str) -> None:
    sound = SOUND
    if "coffee" in new:
        sound = SOUND.replace(
            'place = "The hall"', 'place = "The hall"\nvaries.coffee = ["Hot."]\nagain = "{coffee}"'
        )
    text = sound.replace(old, new)
    assert text != sound
    start, end = text.index("«"), text.index("»") - 1
    text = text.replace("«", "").replace("»", "")
    findings = load(text).findings
    assert len(findings) == 1, told(findings)
    one = findings[0]
    assert (one.code, one.line, one.column, one.length) == (
        code,
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
        end - start,
    ), told(findings)
    assert hint in one.hint


def test_a_name_with_two_meanings_is_told_once_where_the_second_is_declared() -> None:
    text = SOUND.replace(WAITS, "{ana} and {ana}\n").replace(
        "asked = false", "asked = false\nana = { start = 0, min = 0, max = 3 }"
    )
    clash = [one for one in load(text).findings if one.code == "N145"]
    assert len(clash) == 1, told(clash)
    assert text.splitlines()[clash[0].line - 1].startswith("ana = ")
    assert [text.splitlines()[one.line - 1] for one in clash[0].also] == ["[people.ana]"]


def test_the_same_name_twice_is_no_trouble_while_no_text_says_it() -> None:
    text = SOUND.replace("asked = false", "asked = false\nana = { start = 0, min = 0, max = 3 }")
    assert "N145" not in {one.code for one in load(text).findings}


def test_texts_that_nothing_says_are_warned_of() -> None:
    text = SOUND.replace('place = "The hall"', 'place = "The hall"\nvaries.coffee = ["Hot."]')
    text = text.replace("[offer]", "[texts.clock]\ntext = '''Tick.'''\n\n[offer]")
    unused = [(one.code, one.path) for one in load(text).findings]
    assert unused == [("N144", ("texts", "clock")), ("N144", ("scenes", "hall", "varies", "coffee"))]


def test_a_state_that_only_a_text_reads_is_read() -> None:
    text = SOUND.replace("asked = false", "asked = false\nhurry = { start = 0, min = 0, max = 3 }")
    text = text.replace("change = { rapport = 1 }", "change = { rapport = 1, hurry = 1 }")
    assert [one.code for one in load(text).findings] == ["N247"]
    assert load(text.replace(WAITS, "Ana waits, {hurry} times.\n")).findings == ()


def test_a_misspelled_section_is_one_finding_and_its_names_are_known() -> None:
    text = SOUND.replace(WAITS, "Ana waits. {clock}\n").replace(
        "[offer]", "[textes.clock]\ntext = '''Tick.'''\n\n[offer]"
    )
    assert [one.code for one in load(text).findings] == ["N101"]


@pytest.mark.parametrize(
    ("path", "level"),
    [
        (("scenes", "a", "text"), Braces.STORY),
        (("scenes", "scores", "more", "importance", "text"), Braces.STORY),
        (("scenes", "a", "varies", "coffee", 0), Braces.STORY),
        (("scenes", "a", "choices", "b", "outcomes", "c", "reply"), Braces.STORY),
        (("scenes", "a", "choices", "b", "say"), Braces.NAMES),
        (("deal", "issues", "worth", "label"), Braces.NAMES),
        (("guide", "aims", 0), Braces.NAMES),
        (("people", "ana", "name"), None),
        (("deal", "counterpart", "lines", "counter", 0), None),
        (("scenes", "a", "choices", "b", "when"), None),
        (("scenes", "a", "nowhere"), None),
    ],
)
def test_what_braces_mean_is_told_by_where_a_text_stands(
    path: tuple[str | int, ...], level: Braces | None
) -> None:
    assert braces_of(path) is level


def test_names_are_filled_in_everywhere_but_in_names_and_in_the_counterparts_lines() -> None:
    raw: dict[str, object] = {
        "title": "{player}, {{aside}}",
        "player": {"name": "Robin {ana} Castell"},
        "people": {"ana": {"name": "Ana {player}", "call": "Dr. {ana}", "wants": "{ana.name}"}},
        "facts": {"one": {"says": "{ana} and {player.name}"}},
        "scenes": {"hall": {"text": "{ana}: {rapport} {{x}}"}},
        "deal": {"counterpart": {"lines": {"counter": ["{ana} {terms}"]}}},
    }
    fill_names(raw)
    assert raw == {
        "title": "Robin, {aside}",
        "player": {"name": "Robin {ana} Castell"},
        "people": {"ana": {"name": "Ana {player}", "call": "Dr. {ana}", "wants": "Ana {player}"}},
        "facts": {"one": {"says": "Dr. {ana} and Robin {ana} Castell"}},
        "scenes": {"hall": {"text": "Dr. {{ana}}: {rapport} {{x}}"}},
        "deal": {"counterpart": {"lines": {"counter": ["{ana} {terms}"]}}},
    }


def test_a_player_without_a_table_is_called_you() -> None:
    assert constants({})["player"] == "You"


@given(st.text("{}ab \n."))
def test_an_escaped_text_says_what_it_said(text: str) -> None:
    parts = list(split(escape(text)))
    assert all(isinstance(part, str) for part in parts)
    assert "".join(map(str, parts)) == text


@given(st.text("{}a-.() \n"))
def test_the_parts_of_a_text_cover_it(text: str) -> None:
    again = ""
    for part in split(text):
        if isinstance(part, Slot):
            assert text[part.at] == "{"
            assert text[part.at + part.length - 1] == "}"
            again += text[part.at : part.at + part.length]
        else:
            again += part.brace if isinstance(part, Stray) else escape(part)
    assert again == text


def test_words_shared_texts_and_pieces_are_no_rules() -> None:
    raw = tomllib.loads(SOUND)
    before = rules_hash(Scenario.model_validate({"id": "small", **raw}))
    raw["state"]["rapport"]["words"] = ["cold", "warm"]
    raw["people"]["ana"]["call"] = "Ms Duarte"
    raw["texts"] = {"clock": {"text": "Tick.", "instead": {"late": {"when": "asked", "text": "Tock."}}}}
    raw["scenes"]["hall"]["varies"] = {"coffee": ["Hot."]}
    assert rules_hash(Scenario.model_validate({"id": "small", **raw})) == before
