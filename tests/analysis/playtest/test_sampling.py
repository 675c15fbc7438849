"""Random plays: the same whatever the number of cores, in the same room however many there are."""

import pickle
from dataclasses import asdict, replace

import pytest

from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.sampling import Sampler
from negotiator.analysis.playtest.tally import Tally
from tests.analysis.playtest.stories import NO_SEARCH, SOUND, report_on
from tests.game.tablestory import table_game
from tests.support import FRAME, game, shipped


def sampled(plays: int, cores: int, seed: int = 3) -> Tally:
    made = shipped("first-offer")
    sampler = Sampler(made, Numbering(made))
    sampler.run(plays, seed, cores)
    return sampler.tally


def test_the_result_is_the_same_on_one_core_and_on_three() -> None:
    one, three = sampled(1500, 1), sampled(1500, 3)
    assert asdict(one) == asdict(three)
    assert one.plays == 1500


def test_another_seed_is_another_luck() -> None:
    assert sampled(50, 1, seed=3).courage != sampled(50, 1, seed=400).courage


def test_a_tally_does_not_grow_with_plays() -> None:
    few, many = sampled(400, 1), sampled(4000, 1)
    assert len(pickle.dumps(many)) < 1.2 * len(pickle.dumps(few))


def test_half_of_the_plays_go_by_each_policy_and_every_play_is_counted() -> None:
    made = game(FRAME + SOUND, frame=False)
    numbering = Numbering(made)
    sampler = Sampler(made, numbering)
    sampler.run(101, 0, 1)
    tally, hall = sampler.tally, numbering.scene[0]
    assert (tally.plays, tally.uniform) == (101, 51)
    assert (tally.hits[0][hall], tally.hits[1][hall]) == (51, 50)
    assert sum(tally.courage.values()) == 51
    assert sum(tally.used) == tally.moves
    assert sum(tally.hits[0][at] + tally.hits[1][at] for at in numbering.ending) == 101


def test_an_interruption_leaves_whole_chunks() -> None:
    made = game(FRAME + SOUND, frame=False)
    sampler = Sampler(made, Numbering(made))

    def stop(done: int, _of: int) -> None:
        if done >= 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sampler.run(5000, 0, 1, stop)
    assert sampler.tally.plays == 20


def test_random_play_at_a_table_comes_to_every_kind_of_end() -> None:
    report = report_on(table_game(), plays=300, budget=NO_SEARCH)
    assert report.sampled.unfinished == 0
    reached = {share.outcome for share in report.shares if share.share}
    assert {"signed", "declined", "expired"} <= reached
    assert report.deal is not None
    assert 0 < report.deal.lost < 1


def test_the_report_is_the_same_twice() -> None:
    one, two = report_on(SOUND, plays=700, cores=2), report_on(SOUND, plays=700, cores=1)
    assert one == replace(two)
