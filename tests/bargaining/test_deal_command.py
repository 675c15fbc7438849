"""`negotiator deal`: the analysis of a file, as the contract has it."""

import json
from pathlib import Path

import pytest

from negotiator.cli.main import run

DEAL = """
[deal.alternatives]
you = { worth = 45 }
them = { points = 21 }
[deal.structures.as-offered]
label = "The job as offered"
[deal.structures.combined]
label = "Both roles in one"
needs = "knows(two-open-roles)"
worth = { you = 30, them = 20 }
only.title = ["vp"]
[deal.issues.base]
label = "Base salary"
importance = { you = 8, them = 5 }
options.k210 = { is = "$210,000", you = 0, them = 10, offered = true }
options.k220 = { is = "$220,000", you = 4, them = 8 }
options.k240 = { is = "$240,000", you = 10, them = 0 }
[deal.issues.title]
label = "Title"
importance = { you = 5, them = 2 }
options.director = { is = "Director", you = 0, them = 6, offered = true }
options.vp = { is = "Vice president", you = 10, them = 0 }
[deal.issues.growth]
label = "If adviser numbers grow by five percent"
options.nothing = { is = "no bonus" }
options.k20 = { is = "$20,000", event = "five percent", chance = { you = 75, them = 25 }, you = 10, them = -10 }
[deal.joints.vp-with-bonus]
options = { title = "vp", growth = "k20" }
you = 1
them = -3
[deal.limits.band]
options.base = ["k240"]
lifted_by = ["executive"]
reason = "The band ends at $225,000."
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deal.toml"
    path.write_text(DEAL, "utf-8")
    return path


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["deal", *arguments, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_file_that_has_only_a_deal_is_analysed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, str(file))
    # 3 x 2 x 2 as offered, 3 x 1 x 2 combined; points are importance times rating, chance rounded half up.
    assert found["packages"] == 18
    assert found["reservation"] == {"player": 76, "counterpart": 21}
    assert found["letter"] == [0, 62]
    assert found["zopa_empty"] is False
    assert found["issues"] == {
        "base": {"label": "Base salary", "class": "integrative", "player_span": 80, "counterpart_span": 50},
        "title": {"label": "Title", "class": "integrative", "player_span": 50, "counterpart_span": 12},
        "growth": {
            "label": "If adviser numbers grow by five percent",
            "class": "integrative",
            "player_span": 8,
            "counterpart_span": 2,
        },
    }
    assert found["frontier"] == [[80, 70], [89, 65], [112, 60], [121, 55], [160, 20], [169, 15]]
    assert found["nash"] == [[121, 55]]
    assert {"kalai_smorodinsky", "egalitarian", "utilitarian", "seconds"} <= found.keys()


def test_the_zopa_cuts_and_packages_are_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, str(file), "--zopa", "--packages")
    assert found["frontier"] == [[80, 70], [89, 65], [112, 60], [121, 55]]
    packages = found["frontier_packages"]
    assert isinstance(packages, list)
    assert packages[-1] == {
        "points": [121, 55],
        "structure": "combined",
        "options": {"base": "k220", "title": "vp", "growth": "k20"},
    }


def test_at_the_start_limits_and_needs_stand(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, str(file), "--at-start")
    assert found["packages"] == 8
    structures = found["structures"]
    assert isinstance(structures, dict)
    assert list(structures) == ["as-offered"]


def test_the_text_says_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deal", str(file)]) == 0
    said = capsys.readouterr().out
    assert "18 packages in 2 shapes of the job" in said
    assert "Nash: 121 to 55" in said


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("only.title", "only.titel", "N130"),
        ('only.title = ["vp"]', 'only.title = ["pv"]', "N131"),
        ('options.base = ["k240"]', 'options.base = ["k24"]', "N131"),
        ('growth = "k20" }', 'growth = "k2" }', "N131"),
        ("you = 4, them = 8 }", "you = 4, them = 8, offered = true }", "N132"),
        ("{ worth = 45 }", "{ worth = 45, points = 3 }", "N133"),
        ('label = "Title"\n', "", "N103"),
        ("importance = { you = 5", "importence = { you = 5", "N101"),
    ],
)
def test_mistakes_in_a_deal_are_findings(file: Path, old: str, new: str, code: str) -> None:
    from negotiator.scenario.loader import load_deal

    assert DEAL.count(old) == 1
    file.write_text(DEAL.replace(old, new), "utf-8")
    assert [finding.code for finding in load_deal(file).findings] == [code]


def test_a_scenario_without_a_deal_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deal", "scenarios/first-offer.toml"]) == 2
    assert "has no deal" in capsys.readouterr().err
