"""Stylised facts of the field over seeded runs of each strategy player on the flagship deal.

Marks & Harold (2011): who collaborates or competes gains more than who compromises or accommodates; negotiating beats
accepting. Hart, Bear & Ren (2024): polite asking does not cost the offer. The numbers are printed with -s.
"""

import os

import pytest

from negotiator.analysis.simulate import Tally, simulate
from negotiator.analysis.strategies import Mode
from tests.bargaining.flagship import flagship

RUNS = int(os.environ.get("NEGOTIATOR_RUNS", "300"))


@pytest.fixture(scope="module")
def tallies() -> dict[Mode, Tally]:
    found = simulate(flagship(), list(Mode), RUNS, seed=1)
    for mode, tally in found.items():
        print(mode, tally)
    return found


def test_negotiating_beats_accepting(tallies: dict[Mode, Tally]) -> None:
    letter = tallies[Mode.AVOID].own
    for mode in (Mode.ACCOMMODATE, Mode.COMPROMISE, Mode.COMPETE, Mode.COLLABORATE):
        assert tallies[mode].own >= letter + 50


def test_collaborating_and_competing_gain_more_than_compromising_and_accommodating(
    tallies: dict[Mode, Tally],
) -> None:
    bold = min(tallies[Mode.COLLABORATE].own, tallies[Mode.COMPETE].own)
    mild = max(tallies[Mode.COMPROMISE].own, tallies[Mode.ACCOMMODATE].own)
    assert bold >= mild + 30


def test_collaborating_makes_the_most_for_both_and_is_trusted_most(tallies: dict[Mode, Tally]) -> None:
    best = tallies[Mode.COLLABORATE]
    for mode, tally in tallies.items():
        if mode is not Mode.COLLABORATE:
            assert best.joint > tally.joint
            assert best.trust > tally.trust


def test_polite_players_never_lose_the_offer(tallies: dict[Mode, Tally]) -> None:
    for mode in (Mode.AVOID, Mode.ACCOMMODATE, Mode.COMPROMISE, Mode.COLLABORATE):
        assert tallies[mode].rescissions == 0


def test_the_same_seed_gives_the_same_numbers(tallies: dict[Mode, Tally]) -> None:
    assert simulate(flagship(), [Mode.RANDOM], RUNS, seed=1)[Mode.RANDOM] == tallies[Mode.RANDOM]
