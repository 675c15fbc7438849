"""Marks: worst and best sums, trade-offs and odds, held against brute force and against plays."""

import re
from collections import defaultdict
from random import Random

import pytest

from negotiator.analysis.playtest.fronts import front
from negotiator.analysis.playtest.judged import judged
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.odds import odds
from negotiator.analysis.playtest.report import Marks, Worth
from negotiator.analysis.playtest.sums import sums
from negotiator.analysis.search import explore
from negotiator.game.rules import Game
from negotiator.game.step import possible, start, take, takeable
from tests.analysis.playtest.stories import SOUND, report_on
from tests.analysis.small_stories import small_story
from tests.support import FRAME, game

LIMIT = 6000


def every_end(made: Game) -> dict[int, set[Marks]] | None:
    """The sums of every way of playing, by ending; None when there are too many."""
    first = start(made)
    seen, work, ends = {first}, [first], defaultdict(set)
    while work:
        state = work.pop()
        for option in takeable(made, state):
            for branch in possible(option, state) or (None,):
                after = take(made, state, option, branch).state
                after = after._replace(visits=min_visits(after.visits))
                if after.ending >= 0:
                    ends[after.ending].add((after.courage, after.finesse, after.fit))
                elif after not in seen:
                    seen.add(after)
                    work.append(after)
        if len(seen) > LIMIT:
            return None
    return dict(ends)


def min_visits(visits: int) -> int:
    return sum(min(visits >> 8 * at & 255, 3) << 8 * at for at in range(8))


def asking(story: str, seed: int) -> str:
    """A story whose choices are questions with finesse."""
    random = Random(seed)
    return re.sub(
        r"scores = \{", lambda _: f'kind = "question", scores = {{ finesse = {random.randint(-3, 3)},', story
    )


def test_sums_and_trade_offs_are_those_of_brute_force() -> None:
    compared = 0
    for seed in range(150):
        made = game(asking(small_story(seed), seed))
        truth = every_end(made)
        if not truth:
            continue
        found = sums(explore(made, 10**6))
        compared += 1
        assert found.keys() == truth.keys(), seed
        for ending, points in truth.items():
            columns = list(zip(*points, strict=True))
            assert found[ending].low == tuple(map(min, columns)), seed
            assert found[ending].high == tuple(map(max, columns)), seed
            assert found[ending].front == front(points), seed
    assert compared > 60


def test_a_front_has_what_nothing_beats() -> None:
    assert front([(1, 1, 1), (2, 0, 0), (1, 1, 0), (0, 3, 0), (1, 1, 1)]) == ((2, 0, 0), (1, 1, 1), (0, 3, 0))


def test_odds_are_those_of_plain_arithmetic() -> None:
    made = game(FRAME + SOUND, frame=False)
    found = odds(explore(made, 100))
    assert found is not None
    by_name = {made.stops[at].id: share for at, share in found.items()}
    # At the desk half of the plays push, and one push in four slips.
    assert abs(by_name["gone"] - 0.125) < 1e-9
    assert abs(by_name["signed"] - 0.875) < 1e-9


def test_plays_come_near_to_the_odds() -> None:
    report = report_on(SOUND, plays=2000)
    ends = {one.id: one.uniform / report.sampled.uniform for one in report.spots if len(one.path) == 1}
    for share in report.shares:
        assert abs(ends[share.ending] - share.share) < 0.05


def test_odds_are_not_given_where_luck_comes_out_the_same_again() -> None:
    text = """
        [scenes.hall]
        text = "t"
        choices.try = { do = "t", once = false, outcomes.up = { goto = "signed" }, outcomes.down = { goto = "here" } }
        """
    assert odds(explore(game(text), 100)) is None


WORTH = """
[scenes.hall]
text = "t"
choices.best = { say = "b", scores = { courage = 2, fit = 2 }, goto = "desk" }
choices.other = { say = "o", scores = { courage = 1, fit = 2 }, goto = "desk" }
choices.worst = { say = "w", scores = { courage = 1, fit = 1 }, goto = "desk" }
[scenes.desk]
text = "t"
choices.ask = { say = "a", scores = { fit = 1 }, goto = "here" }
choices.bold = { say = "b", scores = { courage = 3, fit = -1 }, goto = "signed" }
choices.safe = { say = "s", scores = { courage = -1, fit = 2 }, goto = "signed" }
"""


def verdicts(text: str) -> dict[str, Worth]:
    made = game(text)
    numbering = Numbering(made)
    found = judged(explore(made, 10**4), numbering)
    return {".".join(numbering.named[at].path): worth for at, (worth, _) in found.items()}


def test_choices_that_are_none_are_told_from_hard_ones() -> None:
    assert verdicts(WORTH) == {
        "hall.best": Worth.ALWAYS,
        "hall.other": Worth.NEVER,
        "hall.worst": Worth.NEVER,
        # To ask first and then leave is better than to leave, whichever way; bold and safe are a real choice.
        "desk.ask": Worth.ALWAYS,
    }


@pytest.mark.parametrize("open_first", [True, False])
def test_a_choice_that_is_the_only_one_at_some_moment_is_worth_taking(*, open_first: bool) -> None:
    lucky, other = ("a", "b") if open_first else ("b", "a")
    text = f"""
        [state]
        door = false
        [scenes.hall]
        text = "t"
        choices.try = {{ do = "t", outcomes.{lucky} = {{ set = {{ door = true }}, goto = "desk" }}, outcomes.{other} = {{ goto = "desk" }} }}
        [scenes.desk]
        text = "t"
        choices.poor = {{ say = "p", goto = "signed" }}
        choices.rich = {{ say = "r", when = "door", scores = {{ fit = 1 }}, goto = "signed" }}
        """
    assert verdicts(text) == {"desk.rich": Worth.ALWAYS}


def test_a_choice_with_poor_marks_that_opens_something_is_worth_taking() -> None:
    opened = WORTH.replace(
        'choices.worst = { say = "w",', 'choices.worst = { say = "w", learn = ["plan"],'
    ).replace(
        "choices.ask = {",
        'choices.show = { say = "p", when = "knows(plan)", scores = { courage = 3 }, goto = "here" }\nchoices.ask = {',
    )
    facts = '[facts.plan]\nsays = "A plan."\nfound = "the letter"\n'
    assert "hall.worst" not in verdicts(facts + opened)
