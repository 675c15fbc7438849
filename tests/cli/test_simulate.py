"""`negotiator simulate`: means per strategy player, as the contract has them."""

import json
from pathlib import Path

import pytest

from negotiator.cli.main import run

FILE = "scenarios/two-roles-one-title.toml"


def test_means_for_each_player(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "simulate",
        FILE,
        "--players",
        "avoid,collaborate",
        "--runs",
        "20",
        "--seed",
        "3",
        "--format",
        "json",
    ]
    assert run(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found["players"]) == ["avoid", "collaborate"]
    collaborate = found["players"]["collaborate"]
    assert {"deals", "impasses", "rescissions", "own", "joint", "efficiency", "trust"} <= collaborate.keys()
    assert {"courage", "finesse", "fit"} <= collaborate.keys()
    assert all(0 <= collaborate[score] <= 100 for score in ("courage", "finesse", "fit"))
    # Who takes the letter asks nothing: too little to judge.
    assert found["players"]["avoid"]["finesse"] is None
    assert collaborate["deals"] + collaborate["impasses"] + collaborate["rescissions"] == 20
    assert run(arguments) == 0
    assert json.loads(capsys.readouterr().out) == found


def test_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", FILE, "--players", "avoid,compete", "--runs", "5"]) == 0
    head, avoid, compete = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["player", "deals", "impasses", "rescinded"]
    assert head.split()[-3:] == ["courage", "finesse", "fit"]
    assert avoid.split()[-2] == "-"
    assert len({len(line) for line in (head, avoid, compete)}) == 1


def test_a_file_that_has_only_a_deal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "deal.toml"
    file.write_text(
        "[deal.issues.days]\nlabel = 'Days'\nimportance = { you = 3, them = 1 }\n"
        "options.five = { is = 'Five', you = 0, them = 10, offered = true }\n"
        "options.four = { is = 'Four', you = 10, them = 5 }\n"
        "[deal.issues.pay]\nlabel = 'Pay'\n"
        "options.low = { is = 'Low', you = 0, them = 10, offered = true }\n"
        "options.high = { is = 'High', you = 10, them = 0 }\n",
        "utf-8",
    )
    assert run(["simulate", str(file), "--runs", "10", "--format", "json"]) == 0
    players = json.loads(capsys.readouterr().out)["players"]
    assert players["collaborate"]["own"] > players["avoid"]["own"]


def test_what_cannot_be_run_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", FILE, "--players", "bully"]) == 2
    assert "There are: avoid, accommodate" in capsys.readouterr().err
    assert run(["simulate", "scenarios/first-offer.toml"]) == 2
    assert run(["simulate", FILE, "--runs", "0"]) == 2
