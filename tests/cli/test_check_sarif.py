"""`check --format sarif`: what an editor or a code host demands of SARIF 2.1.0."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest

from negotiator import __version__
from negotiator.cli.main import run
from negotiator.scenario.codes import TITLES
from tests.scenario.planted import SOUND

FILES = {
    "sound": SOUND,
    "wrong": SOUND.replace('start = "hall"', 'start = "hal"'),
    "curly": SOUND.replace('title = "Small"', "title = “Small”"),
    "twice": SOUND.replace("[people.bo]", "[people.ana]"),
    "dusty": SOUND.replace("asked = false", "asked = false\nidle = false"),
    "nämé and blank": SOUND.replace('goto = "gone"', 'goto = "gon"'),
    "many": SOUND.replace("[state]\n", "[state]\n" + "".join(f'wrong-{n} = "x"\n' for n in range(300))),
}


@pytest.fixture
def log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """The SARIF of one file of each kind, and of one that is not there."""
    for name, text in FILES.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    names = [f"{name}.toml" for name in FILES]
    assert run(["check", "--format", "sarif", *names, str(tmp_path / "none.toml")]) == 1
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def check_message(message: dict[str, Any]) -> None:
    assert message.keys() == {"text"}
    assert message["text"].strip()


def check_region(region: dict[str, Any], lines: list[str]) -> None:
    """Lines and columns count from 1; the end stands behind the last character."""
    assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
    assert all(isinstance(number, int) and number >= 1 for number in region.values())
    assert region["startLine"] == region["endLine"] <= len(lines)
    assert region["startColumn"] <= region["endColumn"] <= len(lines[region["startLine"] - 1]) + 2


def lines_of(uri: str) -> list[str]:
    path = Path(unquote(urlparse(uri).path))
    return path.read_text("utf-8").split("\n") if path.exists() else [""]


def check_place(place: dict[str, Any]) -> None:
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert " " not in uri
    assert uri.isascii()
    check_region(place["physicalLocation"]["region"], lines_of(uri))


def test_the_log_has_the_shape_of_sarif(log: dict[str, Any]) -> None:
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run_] = log["runs"]
    driver = run_["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("negotiator", __version__)
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] == TITLES[rule["id"]]
        assert rule["help"]["text"] == f"negotiator explain {rule['id']}"
    for result in run_["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        check_message(result["message"])
        [place] = result["locations"]
        check_place(place)
        for other in result.get("relatedLocations", []):
            check_message(other["message"])
            check_place(other)
    for notice in run_["invocations"][0]["toolExecutionNotifications"]:
        check_message(notice["message"])


def results(log: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [
        one
        for one in log["runs"][0]["results"]
        if unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).endswith(
            f"{name}.toml"
        )
    ]


def test_a_result_stands_where_the_finding_does(log: dict[str, Any]) -> None:
    [wrong] = results(log, "wrong")
    assert wrong["ruleId"] == "N104"
    assert wrong["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 9,
        "endLine": 3,
        "endColumn": 14,
    }
    assert "did you mean 'hall'?" in wrong["message"]["text"]
    assert [one["level"] for one in results(log, "dusty")] == ["warning"]
    assert [one["ruleId"] for one in results(log, "none")] == ["N001"]


def test_the_other_of_two_lines_is_a_related_location(log: dict[str, Any]) -> None:
    [twice] = results(log, "twice")
    [other] = twice["relatedLocations"]
    line = other["physicalLocation"]["region"]["startLine"]
    assert FILES["twice"].split("\n")[line - 1] == "[people.ana]"
    assert line < twice["locations"][0]["physicalLocation"]["region"]["startLine"]


def test_a_fix_turns_the_file_into_the_plain_one(log: dict[str, Any]) -> None:
    [curly] = results(log, "curly")
    [change] = curly["fixes"][0]["artifactChanges"]
    lines = FILES["curly"].split("\n")
    for one in reversed(change["replacements"]):
        region = one["deletedRegion"]
        at = region["startLine"] - 1
        line = lines[at]
        lines[at] = (
            line[: region["startColumn"] - 1]
            + one["insertedContent"]["text"]
            + line[region["endColumn"] - 1 :]
        )
    assert "\n".join(lines) == SOUND


def test_what_was_only_counted_is_said(log: dict[str, Any]) -> None:
    [notice] = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "many.toml: and 100 more findings"
