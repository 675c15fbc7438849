"""A run as data that JSON and TOML can hold."""

import json
import tomllib
from pathlib import Path

from negotiator.runs.export import run_data, run_toml
from negotiator.runs.session import Session
from tests.runs.story import begun, kiosk, played, take


def test_json_and_toml_hold_the_same(tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        take(session, ["why-open", "wait", "undo", "wait", "sleep"])
        session.keep("Why is it open?")
    data = run_data(session)
    assert json.loads(json.dumps(run_data(session))) == data
    assert tomllib.loads(run_toml(session)) == data


def test_everything_said_and_done_is_in_it_in_order(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open", "wait", "meet", "both"])
    data = json.loads(json.dumps(run_data(Session.look(path, kiosk()))))
    assert [turn["choice"] for turn in data["turns"]] == ["why-open", "wait", "meet", "both"]
    first = data["turns"][0]
    assert (first["say"], first["replies"], first["with"]) == (
        "Why is it open?",
        ["Both are."],
        ["Bo Lindqvist"],
    )
    assert first["learned"] == ["Two kiosks are open."]
    assert data["turns"][1]["do"] == "Wait for the letter."
    assert data["ending"]["outcome"] == "signed"
    assert (data["ended"], data["days_left"], data["undone"]) == (True, 4, 0)
