"""Shipped scenarios with one thing broken: whatever changes what can be reached is a finding of `check`."""

import tomllib

import pytest

from negotiator.analysis.checking import deepened
from negotiator.scenario.loader import load_text
from tests.scenario.mutants import Data, by_search, mutants, score, worse
from tests.support import SCENARIOS, scenario


def shipped_data(name: str) -> Data:
    return tomllib.loads((SCENARIOS / f"{name}.toml").read_text("utf-8"))


def test_every_mutant_that_loses_something_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    data = shipped_data("first-offer")
    result = score(data, list(mutants(data)), whole=True)
    with capsys.disabled():
        print(f"\nfirst-offer: {result}")
    assert result.missed == ()
    assert result.unknown == ()
    assert result.changed > 15
    assert result.unloadable > 15


def test_a_threshold_out_of_reach_is_seen_in_the_full_case() -> None:
    data = shipped_data("two-roles-one-title")
    raised = [one for one in mutants(data) if one.name.startswith("raise a threshold")]
    assert len(raised) >= 3
    assert [one.name for one in raised if not one.checked().findings] == []


def test_what_is_lost_is_told_from_what_is_not() -> None:
    """The judge itself: a story and the same story without its way to an ending."""
    text = (SCENARIOS / "first-offer.toml").read_text("utf-8")
    whole = scenario(text)
    before = by_search(whole)
    assert before is not None
    assert not worse(before, before, whole)
    less = before._replace(places=before.places - {next(iter(whole.endings))})
    assert worse(before, less, whole)
    assert worse(before, before._replace(dead=frozenset(whole.scenes)), whole)


def test_the_original_has_no_findings() -> None:
    text = (SCENARIOS / "first-offer.toml").read_text("utf-8")
    assert deepened(load_text(text, "first-offer.toml", "first-offer")).findings == ()
