"""The preview in a real pseudo-terminal, its file edited under it in every way editors save. Waits for text, never for time."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.story import EVERYTHING
from tests.tui.test_terminal import Terminal, still

QUAY = EVERYTHING.lstrip()
FIRST = "You have run timetables"


def truncating(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def renaming(path: Path, text: str) -> None:
    """As vim and VS Code do it: another file takes the place of this one."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)  # noqa: PTH105


def deleting(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, "utf-8")


def in_pieces(path: Path, text: str) -> None:
    """As a slow program writes: each piece is on the disk before the next one comes."""
    with path.open("w", encoding="utf-8") as file:
        for at in range(0, len(text), 512):
            file.write(text[at : at + 512])
            file.flush()


def folder(path: Path, text: str) -> None:
    """As a version control system does it at times: the whole folder is another one."""
    path.parent.rename(path.parent.with_name("before"))
    path.parent.mkdir()
    path.write_text(text, "utf-8")


WAYS: list[Callable[[Path, str], None]] = [truncating, renaming, deleting, in_pieces, folder]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    still(tmp_path)
    path = tmp_path / "cases" / "the-quay.toml"
    path.parent.mkdir()
    path.write_text(QUAY, "utf-8")
    return path


def opened(case: Path, *arguments: str) -> Terminal:
    return Terminal(case.parent.parent, "preview", str(case), *arguments)


def left_nothing(case: Path) -> bool:
    return not list((case.parent.parent).rglob("*.jsonl"))


@pytest.mark.parametrize("save", WAYS, ids=lambda way: way.__name__)
def test_every_way_of_saving_is_seen_and_the_place_is_kept(
    case: Path, save: Callable[[Path, str], None]
) -> None:
    on = opened(case)
    on.wait(FIRST)
    on.press("2", "1 step in")
    save(case, QUAY.replace("Pier 3, Thursday, rain", "Pier 4, Thursday, hail"))
    on.wait("Pier 4, Thursday, hail")
    on.wait("1 step in")
    assert on.end("q") == 0
    assert left_nothing(case)


def test_broken_and_mended(case: Path) -> None:
    on = opened(case)
    on.wait(FIRST)
    on.press("2", "Pier 3, Thursday, rain")
    truncating(case, QUAY.replace('text = """\nTess has', 'text = """\nTess has "eleven""""', 1))
    on.wait("✗ line")
    on.press("f", "the-quay.toml:")
    on.press("f", "Pier 3, Thursday, rain")
    renaming(case, QUAY.replace("Thursday, rain", "Thursday, sleet"))
    on.wait("Thursday, sleet")
    on.wait("1 step in")
    case.unlink()
    on.wait("there is no such file")
    case.write_text(QUAY.replace("Thursday, rain", "Thursday, sun"), "utf-8")
    on.wait("Thursday, sun")
    assert on.end("q") == 0


def test_a_step_that_is_gone_and_comes_back(case: Path) -> None:
    on = opened(case)
    on.wait(FIRST)
    on.press("2", "Pier 3, Thursday, rain")
    renaming(case, QUAY.replace("choices.salary]", "choices.wages]"))
    on.wait("the choice 'salary'")
    renaming(case, QUAY)
    on.wait("Pier 3, Thursday, rain")
    assert on.end("q") == 0


def test_a_file_that_was_never_good_plays_once_it_is(case: Path) -> None:
    case.write_text("format = 1\n", "utf-8")
    on = opened(case, "--at", "pier", "--set", "warmth=2")
    on.wait("nothing to play yet")
    truncating(case, QUAY)
    on.wait("Pier 3, Thursday, rain")
    on.press("h", "warmth 2")
    assert on.end("q") == 0


def test_what_stands_in_a_file_is_never_obeyed(case: Path) -> None:
    on = opened(case)
    on.wait(FIRST)
    before = len(on.raw)
    truncating(case, QUAY.replace('goto = "pier"', 'goto = "\\u001b]0;owned\\u0007[@click=app.quit]"'))
    on.wait("✗ line")
    on.press("f", "[@click=app.quit]")
    assert "\x1b]0;owned" not in on.raw[before:]
    assert on.end("q") == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--at", "peer"), "Did you mean 'pier'?"),
        (("--set", "warmth=9"), "It can be: -2 to 3."),
        (("--knows", "yaer"), "Did you mean 'year'?"),
    ],
)
def test_what_is_not_of_the_story_is_said_and_nothing_opens(
    case: Path, arguments: tuple[str, ...], said: str
) -> None:
    on = opened(case, *arguments)
    assert on.end("") == 2
    assert said in on.text
    assert "\x1b[?1049h" not in on.raw


def test_a_file_that_is_not_there(case: Path) -> None:
    on = opened(case.with_name("other.toml"))
    assert on.end("") == 2
    assert "there is no such file" in on.text


def test_without_colours_no_colour_is_sent_and_everything_can_be_read(case: Path) -> None:
    on = Terminal(case.parent.parent, "preview", str(case), no_color=True)
    on.wait(FIRST)
    on.press("h", "→ stays here")
    truncating(case, QUAY.replace('goto = "pier"', 'goto = "peer"'))
    on.wait("✗ line")
    on.press("f", "^^^^^^")
    on.end("q")
    for colour in ("\x1b[38;", "\x1b[48;", ";38;2;", ";48;2;", "38;5;"):
        assert colour not in on.raw
