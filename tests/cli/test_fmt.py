"""`negotiator fmt` as it is used: files put in order, shown, checked, and standard input passed through."""

from pathlib import Path

from tests.cli.conftest import Command
from tests.runs.story import KIOSK

UNTIDY = KIOSK.replace(" = ", "=", 3).replace("[scenes.desk]", "   [scenes.desk]   # here it lies")


def test_a_file_is_put_in_order_and_then_is(command: Command, story: Path) -> None:
    story.write_text(UNTIDY, "utf-8")
    assert command("fmt", "--check", story).code == 1
    assert command("fmt", story).code == 0
    assert "\n\n[scenes.desk]  # here it lies\n" in story.read_text("utf-8").replace("   # here", "  # here")
    assert 'title = "The Kiosk"' in story.read_text("utf-8")
    before = story.stat().st_mtime_ns
    again = command("fmt", story)
    assert (again.code, again.out) == (0, f"{story} was in order already\n")
    assert story.stat().st_mtime_ns == before
    assert command("fmt", "--check", "--diff", story).code == 0


def test_check_and_diff_write_nothing(command: Command, story: Path) -> None:
    story.write_text(UNTIDY, "utf-8")
    assert str(story) in command("fmt", "--check", story).out
    done = command("fmt", "--diff", story)
    assert (done.code, '+title = "The Kiosk"' in done.out.splitlines()) == (1, True)
    assert story.read_text("utf-8") == UNTIDY


def test_standard_input_is_passed_through_in_order(command: Command) -> None:
    done = command("fmt", "-", typed=b"\xef\xbb\xbfa=1\r\nb=2\r\n")
    assert (done.code, done.out) == (0, "\ufeffa = 1\r\nb = 2\r\n")


def test_a_file_that_cannot_be_read_stays_and_the_others_are_done(command: Command, story: Path) -> None:
    broken, foreign = story.with_name("broken.toml"), story.with_name("foreign.toml")
    broken.write_text("a = [1,\nb=2\n", "utf-8")
    foreign.write_bytes("a = 'ü'\n".encode("cp1252"))
    story.write_text(UNTIDY, "utf-8")
    done = command("fmt", broken, foreign, story.with_name("none.toml"), story)
    assert done.code == 2
    assert "broken.toml cannot be read, so it stays" in done.err
    assert "foreign.toml: the byte 0xFC here is not UTF-8" in done.err
    assert "none.toml: there is no such file" in done.err
    assert broken.read_text("utf-8") == "a = [1,\nb=2\n"
    assert 'title = "The Kiosk"' in story.read_text("utf-8")
