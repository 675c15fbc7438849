"""Without dice the likeliest always comes, whatever the seed; everything else is as it was."""

from dataclasses import replace

from negotiator.game.play import advance, begin
from negotiator.game.state import Move
from tests.game.tablestory import table_game
from tests.game.test_luck import DICE
from tests.support import game, play


def test_the_heaviest_outcome_that_can_come_comes_for_every_seed() -> None:
    made = replace(game(DICE), dice=False)
    assert {play(made, ["push"], seed).turns[-1].outcome for seed in range(50)} == {"lands"}


def test_an_outcome_whose_condition_fails_does_not_come_however_heavy() -> None:
    heavy = DICE.replace("weight = 3\n", "weight = 1\n").replace(
        'weight = 1\ngoto = "hall"', 'weight = 5\ngoto = "hall"'
    )
    made = replace(game(heavy), dice=False)
    assert [turn.outcome for turn in play(made, ["push", "push"]).turns] == ["fails", "warm"]


def test_of_equals_the_first_by_id_comes() -> None:
    made = replace(game(DICE.replace("weight = 3\n", "weight = 1\n")), dice=False)
    assert {play(made, ["push"], seed).turns[-1].outcome for seed in range(50)} == {"fails"}


def test_at_the_table_a_bluff_is_found_out_for_some_seeds_with_dice_and_for_none_without() -> None:
    assert len(bluffed(dice=True)) > 1
    assert len(bluffed(dice=False)) == 1


def bluffed(*, dice: bool) -> set[tuple[int, int]]:
    """Trust and strain after a bluff, over many seeds."""
    made = replace(table_game(), dice=dice)
    after = set()
    for seed in range(40):
        at = begin(made, seed)
        for move in (Move("choose", "talk"), Move("propose", line="as-offered base=mid because=rival")):
            at = advance(made, at, move)
        talk = at.state.talk
        assert talk is not None
        after.add((talk.trust, talk.strain))
    return after
