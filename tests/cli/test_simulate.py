"""`negotiator simulate`: means per strategy player, as the contract has them."""

import json

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
    assert collaborate["deals"] + collaborate["impasses"] + collaborate["rescissions"] == 20
    assert run(arguments) == 0
    assert json.loads(capsys.readouterr().out) == found


def test_what_cannot_be_run_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", FILE, "--players", "bully"]) == 2
    assert "There are: avoid, accommodate" in capsys.readouterr().err
    assert run(["simulate", "scenarios/first-offer.toml"]) == 2
    assert run(["simulate", FILE, "--runs", "0"]) == 2
