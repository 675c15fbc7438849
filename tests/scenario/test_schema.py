"""The schema and the reference are what the models say, and they take and refuse what the loader does."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from negotiator.cli.main import run
from negotiator.errors import Exit
from negotiator.scenario.base import Model
from negotiator.scenario.keydocs import EXACTLY_ONE, about, key_docs
from negotiator.scenario.models import Scenario
from negotiator.scenario.reference import markdown, where
from negotiator.scenario.schema import NAME, schema, text
from negotiator.scenario.tables import kind_of, models
from tests.scenario.everything import EVERYTHING
from tests.scenario.planted import SOUND
from tests.scenario.test_faults import FAULTS
from tests.support import ROOT, SCENARIOS

VALID = [*sorted(SCENARIOS.glob("*.toml")), *sorted((ROOT / "docs" / "tutorial").rglob("*.toml"))]
SHAPE = ("N020", "N021", "N022", "N101", "N102", "N103", "N108", "N109", "N110", "N111", "N112", "N124")
"""Codes of what a schema can see: keys, types, words, bounds."""
VALIDATOR = Draft202012Validator(schema())


def faults(tables: dict[str, Any]) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in VALIDATOR.iter_errors(tables)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("file", "made"),
    [(SCENARIOS / NAME, text), (ROOT / "docs" / "reference.md", markdown)],
    ids=["schema", "reference"],
)
def test_the_file_in_the_repository_is_what_the_models_say(file: Path, made: Any) -> None:
    assert file.read_text("utf-8") == made(), "negotiator schema --write FILE makes it anew"


@pytest.mark.parametrize("file", VALID, ids=lambda one: one.stem)
def test_every_scenario_that_is_shipped_fits(file: Path) -> None:
    assert faults(tomllib.loads(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("whole", [SOUND, EVERYTHING], ids=["sound", "everything"])
def test_whole_scenarios_fit(whole: str) -> None:
    assert faults(tomllib.loads(whole)) == []


def planted() -> Iterator[Any]:
    for code, old, new, _ in FAULTS:
        said = new.replace("«", "").replace("»", "")
        # JSON cannot tell 12.0 from 12.
        if code in SHAPE and ".0\n" not in f"{said}\n":
            yield pytest.param(SOUND.replace(old, said), id=f"{code} {said[:30]}".replace("\n", "·"))


@pytest.mark.parametrize("whole", [*planted()])
def test_every_planted_mistake_of_shape_is_refused(whole: str) -> None:
    assert faults(tomllib.loads(whole))


@pytest.mark.parametrize("kind", models(), ids=lambda kind: str(kind.__name__))
def test_every_table_and_every_key_says_what_it_is_for(kind: type[Model]) -> None:
    docs = key_docs(kind)
    assert docs.keys() == {info.alias or name for name, info in kind.model_fields.items()}
    assert all(said.rstrip('"').endswith((".", "…", "?")) for said in docs.values())
    assert about(kind)


@pytest.mark.parametrize("kind", models(), ids=lambda kind: str(kind.__name__))
def test_a_table_is_found_by_the_header_that_the_reference_gives_it(kind: type[Model]) -> None:
    for header in where(kind):
        path = tuple(header.strip("[]").split("."))
        found = kind_of(path)
        assert found is kind or path[0] == "state"
        assert kind is not Scenario


def test_exactly_one_of_two_keys_is_checked_for_tables_that_there_are() -> None:
    names = {kind.__name__: set(key_docs(kind)) for kind in models()}
    assert all(set(pair) <= names[name] for name, pairs in EXACTLY_ONE.items() for pair in pairs)


def test_the_schema_on_standard_output_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == Exit.OK
    assert json.loads(capsys.readouterr().out) == schema()


def test_the_schema_is_written_beside_a_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["schema", "--write"]) == Exit.OK
    assert (tmp_path / NAME).read_bytes() == (SCENARIOS / NAME).read_bytes()
    assert f"#:schema ./{NAME}" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-file").write_text("", "utf-8")
    assert run(["schema", "--write", str(tmp_path / "a-file" / "x.json")]) == Exit.CANNOT
    assert "cannot be written" in capsys.readouterr().err
