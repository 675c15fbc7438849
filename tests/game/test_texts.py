"""Story texts say what is so at their moment, and keep saying it wherever the run is looked at later."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.game.state import Replied, choose
from negotiator.game.step import start, step
from negotiator.game.texts import say, words_of
from negotiator.game.view import scene_text, view
from negotiator.scenario.braces import escape
from negotiator.scenario.loader import load_text
from negotiator.scenario.models import Flag, Number, Word
from tests.support import game, play

STORY = """
format = 1
title = "{player} and {ana}"
start = "hall"
[player]
name = PLAYER
[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"
[state]
rapport = { start = 0, min = -2, max = 2, words = ["frosty", "polite", "warm"] }
asked = { start = false, words = ["not a word", "a question"] }
mood = { start = "cool", one_of = ["cool", "warm"] }
count = { start = 1, min = 0, max = 9 }
[offer]
days = 3
on_expired = "late"
[texts.clock]
text = "{ana} looks at the clock."
instead.cold = { when = "rapport < 0", text = "{ana}, {rapport}, does not look." }
[scenes.hall]
with = ["ana"]
text = "{coffee} You are {player}, she is {rapport}; {asked}, {mood}, {count}."
varies.coffee = ["The machine hisses.", "The machine is empty.", "Somebody has mended it."]
[scenes.hall.choices]
rude = { say = "Well, {ana}?", change = { rapport = -1, count = 3 }, set = { asked = true, mood = "warm" }, reply = "{clock}", goto = "desk" }
kind = { do = "Smile.", reply = "{clock}", goto = "desk" }
[scenes.desk]
stage = "written_offer"
text = "The letter: {days-left}."
choices.back = { do = "Go back.", days = 1, reply = "It is {days-left}.", goto = "hall" }
choices.sign = { do = "Sign.", goto = "signed" }
[endings.signed]
outcome = "signed"
title = "Signed, {player}"
text = "{player.name} signs. {clock}"
[endings.late]
outcome = "expired"
title = "Late"
text = "{days-left}"
[accept]
N242 = "One may walk back."
"""


def made(player: str = "Robin Castell", language: str = "en") -> Game:
    text = STORY.replace("PLAYER", '"' + re.sub(r'["\\]', "", player) + '"')
    loaded = load_text(text.replace("format = 1", f'format = 1\nlanguage = "{language}"'), "s.toml", "s")
    assert loaded.scenario is not None, loaded.findings
    return compile_game(loaded.scenario)


def texts(made: Game, *ids: str) -> list[str]:
    """What was read in a run: scenes before each choice, replies, and where it stands at last."""
    run = play(made, ids)
    read = []
    for turn in run.turns:
        read += [
            *scene_text(made, turn.before),
            *(one.text for one in turn.events if isinstance(one, Replied)),
        ]
    last = view(made, run.state)
    return read + list(last.ending.paragraphs if last.ending else last.paragraphs)


def test_states_are_said_in_their_words() -> None:
    assert texts(made(), "rude", "back")[0] == (
        "The machine hisses. You are Robin, she is polite; not a word, cool, 1."
    )
    assert texts(made(), "rude", "back")[-1] == (
        "The machine is empty. You are Robin, she is frosty; a question, warm, 4."
    )


def test_a_reply_is_said_as_things_stood_before_the_choice() -> None:
    assert "Ana looks at the clock." in texts(made(), "rude")
    assert "Ana, frosty, does not look." in texts(made(), "rude", "back", "kind")


def test_pieces_go_on_with_each_visit_and_the_last_stays() -> None:
    read = texts(made(), "kind", "back", "kind", "back", "kind", "back")
    said = [one.split(".")[0] for one in read if "You are" in one]
    assert said == [
        "The machine hisses",
        "The machine is empty",
        "Somebody has mended it",
        "Somebody has mended it",
    ]


def test_days_left_are_words_and_the_last_one_is_named() -> None:
    read = texts(made(), "kind", "back", "kind", "back", "kind", "back", "kind", "back")
    letters = [one for one in read if one.startswith("The letter")]
    assert letters == [
        "The letter: three days.",
        "The letter: two days.",
        "The letter: one day.",
        "The letter: the last day.",
    ]
    assert read[-1] == "no days"


def test_another_language_counts_days_in_digits() -> None:
    assert texts(made(language="de"), "kind")[-1] == "The letter: 3."


def test_names_are_said_in_titles_and_endings() -> None:
    run = view(made(), play(made(), ["kind", "sign"]).state)
    assert run.title == "Robin and Ana"
    assert run.ending is not None
    assert (run.ending.title, run.ending.paragraphs) == (
        "Signed, Robin",
        ("Robin Castell signs. Ana looks at the clock.",),
    )


def test_what_was_agreed_is_said_in_the_words_of_the_deal() -> None:
    deal = """
[scenes.hall]
stage = "conversation"
with = ["ana"]
text = "{agreed(base)}, {agreed(structure)}"
choices.go = { do = "Go.", goto = "signed" }
[deal.issues.base]
label = "Base"
options.low = { is = "$1 {a}", offered = true }
options.high = { is = "$2" }
"""
    made = game(deal)
    state = start(made)
    assert say(made, state, "{agreed(base)}, {agreed(structure)}") == "nothing yet, nothing yet"
    agreed = state._replace(agreed=(0, 0, 1))
    assert scene_text(made, agreed) == ("$2, The job as offered",)
    assert scene_text(made, state._replace(agreed=(1, 0, 0))) == ("$1 {a}, The job as offered",)


def test_a_scenario_that_was_not_checked_is_refused_before_it_is_played() -> None:
    with pytest.raises(ValueError, match="nobody"):
        game('[scenes.hall]\ntext = "{nobody}"\nchoices.go = { do = "Go.", goto = "signed" }')


@given(st.integers(-9, 9), st.integers(0, 30), st.integers(1, 6))
def test_the_words_of_a_number_share_its_range(low: int, span: int, count: int) -> None:
    count = min(count, span + 1)
    said = words_of(Number(start=low, min=low, max=low + span, words=[str(at) for at in range(count)]))
    at = [int(said(value)) for value in range(low, low + span + 1)]
    assert at == sorted(at)
    shares = [at.count(number) for number in range(count)]
    assert min(shares) >= 1
    assert max(shares) - min(shares) <= 1
    assert said(low) == "0"
    assert said(low + span) == str(count - 1)


def test_the_middle_of_a_value_decides_its_word() -> None:
    said = words_of(Number(start=0, min=-2, max=2, words=["cold", "polite", "warm"]))
    assert [said(value) for value in range(-2, 3)] == ["cold", "cold", "polite", "warm", "warm"]


def test_words_of_other_states() -> None:
    assert [words_of(Word(start="a", one_of=["a", "b"]))(at) for at in (0, 1)] == ["a", "b"]
    assert words_of(Word(start="a", one_of=["a", "b"], words=["A!", "B!"]))(1) == "B!"
    assert words_of(Flag(start=True, words=["no", "yes"]))(1) == "yes"
    assert words_of(Number(start=0, min=0, max=3))(2) == "2"


hostile = st.text(st.sampled_from("{}[]$ arpot%\\"), min_size=1).filter(lambda name: name.strip())


@given(hostile)
def test_a_hostile_name_is_only_text(name: str) -> None:
    full = " ".join(re.sub(r'["\\]', "", name).split())
    if not full:
        return
    run = texts(made(full), "kind", "sign")
    assert run[-1] == f"{full} signs. Ana looks at the clock."


@given(
    st.lists(
        st.sampled_from(["{rapport}", "{mood}", "{clock}", "{days-left}", "{ana}", "{{x}}", "word", " "])
    )
)
def test_no_name_in_braces_is_left_in_what_is_read(parts: list[str]) -> None:
    text = "Here. " + "".join(parts)
    loaded = load_text(
        STORY.replace("PLAYER", '"Robin"').replace("The letter: {days-left}.", text), "s.toml", "s"
    )
    assert loaded.scenario is not None, loaded.findings
    made = compile_game(loaded.scenario)
    read = "\n".join(scene_text(made, step(made, start(made), choose("kind")).state))
    assert read.count("{") == parts.count("{{x}}")
    assert "{{" not in read


@pytest.mark.parametrize("text", ["{", "}", "{rapport}", "{{", "a {b} c"])
def test_an_escaped_text_is_said_as_it_is(text: str) -> None:
    toml = STORY.replace("PLAYER", '"Robin"').replace("The letter: {days-left}.", escape(text))
    loaded = load_text(toml, "s.toml", "s")
    assert loaded.scenario is not None, loaded.findings
    made = compile_game(loaded.scenario)
    assert scene_text(made, step(made, start(made), choose("kind")).state) == (text,)
