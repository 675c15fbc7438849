"""What the pages say of keys and situations is what the program knows."""

import re
import tomllib

import pytest

from negotiator.game.compiling import compile_game
from negotiator.game.speech.situations import SLOTS, Situation
from negotiator.game.step import start
from negotiator.game.view import scene_text
from negotiator.scenario.deal_models import Deal, DealCounterpart, DealIssue, DealLimit, DealStructure
from negotiator.scenario.loader import load_text
from tests.support import ROOT

COACHES = (ROOT / "docs" / "coaches.md").read_text("utf-8")


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


def test_the_first_example_can_be_played() -> None:
    loaded = load_text(blocks(COACHES, "toml")[0], "example.toml", "example")
    assert loaded.scenario is not None, loaded.findings
    compile_game(loaded.scenario)


def test_the_table_example_is_a_deal_that_can_be_played() -> None:
    frame = """
format = 1
title = "Example"
start = "desk"
[people.ana]
name = "Ana"
seat = "hiring_manager"
[people.bo]
name = "Bo"
seat = "executive"
[state]
rapport = { start = 0, min = -2, max = 2, up = "Ana warms." }
[facts.two-seats]
says = "Two seats are empty."
known_by = ["ana"]
topic = "the floor"
[scenes.desk]
stage = "written_offer"
text = "The letter."
choices.go = { do = "Go.", change = { rapport = 1 }, goto = "the-table" }
[endings.handshake]
outcome = "signed"
title = "Signed"
text = "Done."
[endings.no-agreement]
outcome = "declined"
title = "No"
text = "No."
[endings.taken-back]
outcome = "withdrawn"
title = "Gone"
text = "Gone."
"""
    example = next(block for block in blocks(COACHES, "toml") if "[deal]" in block)
    loaded = load_text(frame + example, "example.toml", "example")
    assert loaded.scenario is not None, loaded.findings
    assert loaded.findings == ()
    compile_game(loaded.scenario)


def test_the_example_of_names_in_texts_can_be_played() -> None:
    frame = """
format = 1
title = "Example"
start = "coffee"
[people.ana]
name = "Ana Duarte"
[endings.over]
outcome = "declined"
title = "Over"
text = "You were {asked} there."
"""
    example = next(block for block in blocks(COACHES, "toml") if "[texts.clock]" in block)
    leave = 'choices.leave = { do = "Leave.", change = { rapport = -1 }, set = { asked = true }, goto = "over" }\n'
    loaded = load_text(frame + example + leave, "example.toml", "example")
    assert loaded.scenario is not None, loaded.findings
    assert loaded.findings == ()
    made = compile_game(loaded.scenario)
    assert scene_text(made, start(made)) == ("The machine hisses. Ana is polite today.",)


@pytest.mark.parametrize("situation", list(SLOTS))
def test_every_situation_and_what_it_fills_in_is_on_the_page(situation: Situation) -> None:
    row = next(
        (line for line in COACHES.splitlines() if re.search(rf"\| (?:.*, )?{situation}(?:,| \|)", line)), ""
    )
    assert row, situation
    for slot in SLOTS[situation]:
        assert f"{{{slot}}}" in row


@pytest.mark.parametrize("model", [Deal, DealCounterpart, DealIssue, DealLimit, DealStructure])
def test_every_key_of_a_deal_is_on_the_page(model: type[Deal]) -> None:
    for name, field in model.model_fields.items():
        assert re.search(rf"\b{field.alias or name}\b", COACHES), name


def test_toml_on_the_page_is_toml() -> None:
    for block in blocks(COACHES, "toml"):
        tomllib.loads(block)
