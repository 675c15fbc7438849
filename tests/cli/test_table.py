"""The table from a script and line by line: the contract of the moves, and a whole deal by numbers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, Done
from tests.game.tablestory import TABLE


@pytest.fixture
def table(tmp_path: Path, story: Path) -> Path:
    path = story.parent / "the-table.toml"
    path.write_text(TABLE, "utf-8")
    return path


def script(command: Command, table: Path, *lines: str) -> Done:
    return command("play", table, "--script", "-", "--format", "json", typed="\n".join(lines) + "\n")


DEAL = ("talk", "ask open budget", "tell days -title", "propose lead base=mid because=company citing=budget")


def test_every_kind_of_move_in_a_script(command: Command, table: Path) -> None:
    lines = (
        "declare days",
        *DEAL,
        "offer-set as-offered base=mid title=lead | as-offered days=three because=interest",
        "pause band",
        "accept",
        "sign",
        "guess base days -title",
        "try lead days=three",
        "reveal",
    )
    done = script(command, table, *lines)
    assert done.code == 0, done.out
    data = done.data
    assert [f"{one['move']} {one['choice'] or one['line']}".strip() for one in data["log"]] == [
        line if line.split()[0] in {one["move"] for one in data["log"]} else f"choose {line}"
        for line in lines
    ]
    assert data["ending"] == "signed"
    deal = data["deal"]
    assert deal["kind"] == "agreed"
    assert set(deal["agreed"]) == {"structure", "options", "points"}
    assert deal["declared"] == ["days"]
    assert deal["guess"] == ["base", "days", "-title"]
    assert len(deal["sent"]) == 2
    assert set(data["scores"]) == {"courage", "finesse", "fit"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("propose lead base=mid", "cannot be spoken of"),
        ("propose as-offered base=huge", "There is no option of base 'huge'. There are: low, mid, high"),
        ("ask open weather", "There is no topic 'weather'"),
        ("offer-set as-offered", "two or three packages"),
        ("pause bend", "did you mean 'band'?"),
    ],
)
def test_a_line_that_is_no_move_stops_the_script_with_a_mend(
    command: Command, table: Path, line: str, says: str
) -> None:
    done = script(command, table, "talk", line, "accept")
    assert done.code == 1
    error = done.data["error"]
    assert (error["line"], error["text"]) == (2, line)
    assert says in error["message"]
    assert {"propose", "offer-set", "ask", "tell", "pause", "accept", "walk", "night"} <= set(
        error["possible"]
    )


def test_before_the_offer_there_is_no_deal_to_show(command: Command) -> None:
    assert (
        command("play", "kiosk", "--script", "-", "--format", "json", typed="why-open\n").data["deal"] is None
    )


def test_a_whole_deal_line_by_line(command: Command, table: Path) -> None:
    typed = [
        "2",  # talk
        "v", "3",  # what matters most: days
        "a", "6", "1",  # ask about the budget
        "m", "3 -2",
        "d", "2", "1", "2", "", "", "2", "1", "",  # lead, base to the second, ready, send, for the company, citing, not final
        "y", "1",  # take theirs
        "1",  # sign
        "1 3 -2",  # guess
        "y", "", "",  # one try, of the deal as it is
        "",
    ]  # fmt: skip
    done = command("play", table, "--plain", "--seed", "3", typed="\n".join(typed) + "\n")
    assert done.code == 0, done.err
    for words in (
        "You put down what matters most to you: Days on site.",
        "The budget lapses in March.",
        "What matters to me: Days on site. What I don't need: Title.",
        "You propose: Team lead. Base: $110,000; Title: Lead.",
        "Their package lies there.",
        "You have a deal.",
        "Before you look at their side",
        "Looking back",
    ):
        assert words in " ".join(done.out.split()), words


def test_leaving_a_dialogue_changes_nothing(command: Command, table: Path) -> None:
    done = command("play", table, "--plain", "--seed", "3", typed="2\nd\nx\na\nx\nw\n\nm\n\nq\n")
    assert done.code == 0
    assert ">" not in done.out.split("> Talk.")[1]
