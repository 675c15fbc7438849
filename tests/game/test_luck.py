"""Keyed randomness: luck depends on the place of the draw alone."""

from collections import Counter

from negotiator.game.draw import draw
from negotiator.game.rules import Game
from tests.support import FRAME, game, play

DICE = """
[state]
rapport = { start = 0, min = 0, max = 3 }
[facts.told]
says = "Told."
known_by = ["ana"]
[scenes.hall]
with = ["ana"]
text = "The hall."
[scenes.hall.choices]
ask = { say = "A question more.", goto = "here" }
leave = { do = "Leave.", goto = "signed" }
[scenes.hall.choices.push]
say = "Push."
[scenes.hall.choices.push.outcomes.lands]
weight = 3
goto = "signed"
reply = "Fine."
learn = ["told"]
[scenes.hall.choices.push.outcomes.fails]
weight = 1
goto = "hall"
change = { rapport = 1 }
[scenes.hall.choices.push.outcomes.warm]
when = "rapport >= 1"
weight = 1000000
goto = "signed"
"""


def outcome(made: Game, ids: list[str], seed: int) -> str:
    return play(made, ids, seed).turns[-1].outcome


def test_a_question_more_reshuffles_nothing() -> None:
    made = game(DICE)
    assert all(outcome(made, ["push"], seed) == outcome(made, ["ask", "push"], seed) for seed in range(200))


def test_outcomes_come_by_weight_over_the_seeds() -> None:
    made = game(DICE)
    seen = Counter(outcome(made, ["push"], seed) for seed in range(2000))
    assert set(seen) == {"lands", "fails"}
    assert 1400 < seen["lands"] < 1600


def test_another_visit_is_another_draw_and_conditions_on_outcomes_hold() -> None:
    made = game(DICE)
    failing = [seed for seed in range(400) if outcome(made, ["push"], seed) == "fails"]
    again = Counter(outcome(made, ["push", "push"], seed) for seed in failing)
    assert again["warm"] == len(failing)


def test_renaming_keeps_the_luck() -> None:
    made = game(DICE)
    renamed = game(
        (FRAME + DICE)
        .replace("choices.push", "choices.press")
        .replace('say = "Push."', 'say = "Push."\nrenamed_from = ["push"]')
        .replace('text = "The hall."', 'text = "The hall."\nrenamed_from = ["hall"]')
        .replace("scenes.hall", "scenes.lobby")
        .replace('= "hall"', '= "lobby"'),
        frame=False,
    )
    for seed in range(200):
        assert outcome(made, ["push"], seed) == outcome(renamed, ["press"], seed)


def test_the_order_in_the_file_does_not_matter() -> None:
    head, _, tail = DICE.partition("[scenes.hall.choices.push.outcomes.lands]")
    lands, _, rest = tail.partition("[scenes.hall.choices.push.outcomes.fails]")
    swapped = (
        head
        + "[scenes.hall.choices.push.outcomes.fails]"
        + rest
        + "[scenes.hall.choices.push.outcomes.lands]"
        + lands
    )
    made, other = game(DICE), game(swapped)
    assert all(outcome(made, ["push"], seed) == outcome(other, ["push"], seed) for seed in range(100))


def test_a_draw_is_fixed_for_all_time_and_every_machine() -> None:
    assert draw(10**6, 0, "two-roles-one-title", "first-call", 1, "push") == 928339
