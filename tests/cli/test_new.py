"""`negotiator new`: files that check, play through every stage and say what was answered; copies that keep credits."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.analysis import reach
from negotiator.game.compiling import compile_game
from negotiator.game.play import advance, begin
from negotiator.game.state import choose
from negotiator.scenario.loader import Loaded, load, load_text
from negotiator.scenario.models import STAGES, Scenario
from negotiator.scenario.text import UNSAFE, single_line
from negotiator.scenario.writing.layout import laid_out
from negotiator.scenario.writing.starting import USUAL, Answers, file_name, started
from tests.cli.conftest import Command
from tests.support import ROOT, SCENARIOS, moves

pexpect = pytest.importorskip("pexpect")

DEALS = pytest.mark.parametrize("deal", [False, True], ids=["story", "deal"])
WAYS = {
    False: ("ask", "meet", "both", "sign"),
    True: ("ask", "meet", "propose both base=k104 days=two because=company citing=fridays", "accept", "sign"),
}


def loaded(text: str) -> Loaded:
    return load_text(text, "a.toml", "a")


def read(answers: Answers, *, deal: bool) -> Scenario:
    made = loaded(started(answers, deal=deal))
    assert made.scenario is not None, made.findings
    assert made.findings == ()
    return made.scenario


@DEALS
def test_it_has_nothing_to_mend_and_is_under_eighty_lines(deal: bool) -> None:
    text = started(Answers(), deal=deal)
    assert len(text.splitlines()) < 80
    assert laid_out(text) == text
    assert reach.findings(read(Answers(), deal=deal)) == []


@DEALS
def test_it_can_be_played_through_every_stage_to_a_signature(deal: bool) -> None:
    game = compile_game(read(Answers(), deal=deal))
    play = begin(game, 1)
    stages = {game.places[play.state.scene].stage}
    for move in moves(WAYS[deal]):
        play = advance(game, play, move)
        stages.add(game.places[play.state.scene].stage)
    assert stages == set(range(len(STAGES)))
    assert game.stops[play.state.ending].model.outcome == "signed"


@DEALS
def test_one_can_walk_away_from_it(deal: bool) -> None:
    game = compile_game(read(Answers(), deal=deal))
    play = begin(game, 1)
    for move in moves((*WAYS[deal][:-1], "leave")):
        play = advance(game, play, move)
    assert game.stops[play.state.ending].model.outcome == "declined"


def test_what_has_not_been_asked_for_cannot_be_had() -> None:
    game = compile_game(read(Answers(), deal=False))
    play = begin(game, 1)
    for choice in ("shine", "meet"):
        play = advance(game, play, choose(choice))
    option = game.places[play.state.scene].by_id["both"]
    assert option.when is not None
    assert not option.when(play.state)


answers = st.text(max_size=30) | st.sampled_from(
    [
        '"',
        "\\",
        '"""',
        "\n[scenes.x]\n",
        "{player}",
        "{{",
        "}",
        "%title%",
        "%=job%",
        "#",
        "\u202e",
        "\ud800",
        "é\x00",
        " ",
    ]
)


@given(st.builds(Answers, *[answers] * 6), st.booleans())
def test_any_answers_give_a_file_that_says_them(said: Answers, deal: bool) -> None:
    scenario = read(said, deal=deal)

    def shown(field: str) -> str:
        return str(single_line(UNSAFE.sub("", getattr(said, field)))) or str(getattr(USUAL, field))

    assert scenario.title == shown("title")
    assert scenario.author == shown("author")
    assert scenario.player.name == shown("player")
    assert scenario.people["manager"].name == shown("manager")
    assert scenario.player.role == f"Would be {shown('job')} at {shown('firm')}"
    letter = scenario.scenes["letter"].text
    assert (
        letter.replace("{{", "{")
        .replace("}}", "}")
        .startswith(f"On Saturday the letter is there: {shown('job')}")
    )


@given(st.text(max_size=90))
def test_any_title_makes_a_name_for_a_file(title: str) -> None:
    name = file_name(title)
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name[0].isalpha()
    assert len(name) <= 70
    assert name not in ("con", "nul", "com1")


def test_letters_with_marks_keep_their_letters_in_the_name() -> None:
    assert file_name("Zwölf Größen, à Évora") == "zwolf-grossen-a-evora"


def test_it_is_written_with_its_schema_beside_it(command: Command, tmp_path: Path) -> None:
    done = command("new", "My First Case", "--manager", "Zoë Ray", "--out", tmp_path / "cases")
    path = tmp_path / "cases" / "my-first-case.toml"
    assert (done.code, done.err) == (0, "")
    assert str(path) in done.out
    made = load(path).scenario
    assert made is not None
    assert (made.title, made.people["manager"].name) == ("My First Case", "Zoë Ray")
    schema = (tmp_path / "cases" / "scenario.schema.json").read_text("utf-8")
    assert schema == (SCENARIOS / "scenario.schema.json").read_text("utf-8")
    assert command("check", "--strict", path).code == 0


def test_nothing_is_overwritten_unless_that_is_wanted(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "kept.toml"
    path.write_text("mine", "utf-8")
    done = command("new", "kept", "--out", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "is there already" in done.err
    assert path.read_text("utf-8") == "mine"
    assert command("new", "kept", "--out", tmp_path, "--force").code == 0
    assert load(path).scenario is not None


def test_a_schema_that_is_there_stays(command: Command, tmp_path: Path) -> None:
    (tmp_path / "scenario.schema.json").write_text("{}", "utf-8")
    assert command("new", "a", "--out", tmp_path).code == 0
    assert (tmp_path / "scenario.schema.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("../x",),
        ("x", "--from", "kiosk", "--deal"),
        ("x", "--from", "nobody"),
        ("x", "--from", "./no.toml"),
    ],
)
def test_what_cannot_be_made_writes_nothing(
    command: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = command("new", *arguments, "--out", tmp_path / "cases")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("negotiator: ")
    assert not (tmp_path / "cases").exists()


def test_a_copy_keeps_everything_but_its_name_and_says_where_it_comes_from(
    command: Command, story: Path, tmp_path: Path
) -> None:
    text = story.read_text("utf-8").replace(
        'undo = "counted"', 'undo = "counted" # mine\nid = "old" # stays\nauthor = "Ann {B}"'
    )
    story.write_bytes(text.lstrip().replace("\n", "\r\n").encode())
    assert command("new", "Another Kiosk", "--from", story, "--author", 'Cy "C"', "--out", tmp_path).code == 0
    made = load(tmp_path / "another-kiosk.toml").scenario
    assert made is not None
    assert (made.id, made.title, made.author) == ("another-kiosk", "Another Kiosk", 'Cy "C"')
    assert made.based_on == "The Kiosk, by Ann {B}"
    copy = (tmp_path / "another-kiosk.toml").read_bytes()
    assert b'\r\nid = "another-kiosk" # stays\r\n' in copy
    assert b'undo = "counted" # mine\r\n' in copy
    assert copy.count(b"\n") == copy.count(b"\r\n") == story.read_bytes().count(b"\n") + 2


def test_a_copy_of_a_copy_credits_both(command: Command, story: Path, tmp_path: Path) -> None:
    story.write_text(story.read_text("utf-8").replace("undo =", 'author = "Ann"\nundo ='), "utf-8")
    command("new", "two", "--from", story, "--title", "Two", "--author", "Bo", "--out", tmp_path)
    command("new", "three", "--from", tmp_path / "two.toml", "--title", "{Three}", "--out", tmp_path)
    made = load(tmp_path / "three.toml").scenario
    assert made is not None
    assert (made.title, made.author, made.based_on) == ("{Three}", "Bo", "Two, by Bo; The Kiosk, by Ann")


def test_a_shipped_scenario_can_be_copied_by_its_id(command: Command, tmp_path: Path) -> None:
    assert command("new", "ferry", "--from", "first-offer", "--out", tmp_path).code == 0
    made, original = load(tmp_path / "ferry.toml").scenario, load(SCENARIOS / "first-offer.toml").scenario
    assert made is not None
    assert original is not None
    assert made.based_on == f"{original.title}, by {original.author}"
    assert made.scenes == original.scenes


def wizard(folder: Path, *arguments: str) -> Any:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    command = ["-m", "negotiator", "new", *arguments]
    return pexpect.spawn(sys.executable, command, cwd=str(folder), env=environ, encoding="utf-8", timeout=30)


def test_in_a_terminal_it_asks_and_enter_takes_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "taken.toml").write_text("mine", "utf-8")
    child = wizard(tmp_path)
    for question, answer in (
        ("case called", "Taken"),
        ("already.*case called", "The Lock Keeper"),
        ("Your name", "Ann"),
        ("candidate", ""),
        ("applied for", "lock keeper"),
        ("Where", 'The "Upper" Canal'),
        ("hiring manager", "Zoë Ray"),
        ("y or n", "y"),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect("Written: the-lock-keeper.toml")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    made = load(tmp_path / "the-lock-keeper.toml").scenario
    assert made is not None
    assert made.deal is not None
    assert (made.title, made.author, made.player.name) == ("The Lock Keeper", "Ann", USUAL.player)
    assert made.player.role == 'Would be lock keeper at The "Upper" Canal'
    assert (tmp_path / "taken.toml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("key", ["c", "d"])
def test_left_in_the_middle_it_writes_nothing(tmp_path: Path, key: str) -> None:
    child = wizard(tmp_path)
    child.expect("case called")
    child.sendline("Half")
    child.expect("Your name")
    child.sendcontrol(key)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus in (2, 130) or child.signalstatus == signal.SIGINT
    assert list(tmp_path.iterdir()) == []
