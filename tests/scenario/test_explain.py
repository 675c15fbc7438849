"""The pages of `explain`: each failing example has exactly its code, each mended one nothing, and none is missing."""

import json
import re
from pathlib import Path

import pytest

import negotiator
from negotiator.analysis.checking import deepened
from negotiator.cli.main import run
from negotiator.errors import Exit
from negotiator.scenario.codes import TITLES
from negotiator.scenario.loader import Loaded, load, load_source
from negotiator.scenario.pages import FOLDER, Page, pages, read
from negotiator.scenario.source import MAX_BYTES, Source
from tests.scenario.completing import BASE, completed
from tests.scenario.planted import told

PAGES = pages()
UNREADABLE = {"N001", "N002", "N003"}
"""Codes of the file itself: their examples are told in words, and built here."""


def checked(example: str) -> Loaded:
    return deepened(load_source(Source("case.toml", completed(example)), "case"))


def test_the_scenario_around_the_examples_is_sound() -> None:
    loaded = deepened(load_source(Source("case.toml", BASE), "case"))
    assert loaded.scenario is not None
    assert told(loaded.findings) == []


@pytest.mark.parametrize(
    "page", [one for one in PAGES.values() if one.code not in UNREADABLE], ids=lambda one: one.code
)
def test_a_failing_example_has_its_code_and_no_other(page: Page) -> None:
    loaded = checked(page.fails)
    assert [one.code for one in loaded.findings] == [page.code], told(loaded.findings)
    assert loaded.findings[0].severity == page.severity
    assert loaded.findings[0].line > 0


@pytest.mark.parametrize(
    "page", [one for one in PAGES.values() if one.code not in UNREADABLE], ids=lambda one: one.code
)
def test_a_mended_example_has_nothing_left(page: Page) -> None:
    assert told(checked(page.mended).findings) == []


@pytest.mark.parametrize("code", sorted(UNREADABLE))
def test_a_file_that_gives_no_text_is_told_by_its_code(code: str, tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    if code == "N002":
        file.write_bytes(BASE.encode("utf-16"))
    elif code == "N003":
        with file.open("wb") as opened:
            opened.truncate(MAX_BYTES + 1)
    assert [one.code for one in deepened(load(file)).findings] == [code]
    file.write_text(BASE, "utf-8")
    assert deepened(load(file)).findings == ()


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert list(PAGES) == sorted(TITLES)
    assert list(TITLES) == sorted(TITLES)


def test_no_code_has_two_pages() -> None:
    told_of = [page.code for file in FOLDER.glob("*.md") for page in read(file.read_text("utf-8"))]
    assert sorted(told_of) == sorted(set(told_of))


def test_every_code_that_is_given_is_listed_and_every_listed_one_is_given() -> None:
    root = Path(negotiator.__file__).parent
    given: set[str] = set()
    for file in root.rglob("*.py"):
        if file.name != "codes.py":
            given |= set(re.findall(r'"(N\d{3})"', file.read_text("utf-8")))
    assert given == set(TITLES)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda one: one.code)
def test_a_page_says_why_in_a_few_sentences_and_shows_two_examples(page: Page) -> None:
    sentences = len(re.findall(r"[.!?](?=\s|$)", page.why))
    assert 2 <= sentences <= 7, sentences
    assert page.fails
    assert page.mended
    assert page.fails != page.mended
    assert all(len(line) <= 110 for line in f"{page.fails}\n{page.mended}".split("\n"))


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_a_code_is_explained_in_small_letters_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "n104"]) == Exit.OK
    said = out(capsys)
    assert said.startswith(f"N104  {TITLES['N104']}\n")
    for line in (*PAGES["N104"].fails.split("\n"), *PAGES["N104"].mended.split("\n")):
        assert f"    {line}".rstrip() in said


def test_several_codes_follow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "N203", "N104"]) == Exit.OK
    said = out(capsys)
    assert said.index("N203  ") < said.index("N104  ")


def test_without_a_code_all_are_listed_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == Exit.OK
    said = out(capsys)
    assert [code for code in TITLES if f"  {code}  {TITLES[code]}\n" not in said] == []
    assert re.findall(r"^N\dxx", said, re.MULTILINE) == ["N0xx", "N1xx", "N2xx", "N3xx"]


def test_programs_get_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "N104", "--format", "json"]) == Exit.OK
    [page] = json.loads(out(capsys))["codes"]
    assert page.keys() == {"code", "title", "group", "severity", "why", "fails", "mended"}
    run(["explain", "--format", "json"])
    assert [one["code"] for one in json.loads(out(capsys))["codes"]] == sorted(TITLES)


def test_a_code_that_does_not_exist_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "N999\x1b[31m"]) == Exit.CANNOT
    said = capsys.readouterr().err
    assert "There is no code 'N999" in said
    assert "\x1b" not in said
