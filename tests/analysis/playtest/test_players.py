"""Strategy players, length, the deal, and the verdict on what a scenario teaches."""

from dataclasses import replace

from negotiator.analysis.playtest.played import Player
from negotiator.analysis.playtest.storyplayers import Players
from negotiator.analysis.playtest.teaching import teaching
from tests.analysis.playtest.stories import NO_SEARCH, SOUND, report_on
from tests.game.tablestory import TABLE
from tests.support import FRAME, game

WAYS = """
[offer]
days = 2
on_expired = "late"
[scenes.hall]
stage = "written_offer"
text = "t"
choices.dare = { say = "d", scores = { courage = 3, fit = -1 }, goto = "end-lost" }
choices.ask = { say = "a", kind = "question", scores = { finesse = 1, fit = 1 }, goto = "desk" }
choices.charm = { say = "c", kind = "counter", scores = { finesse = 3 }, goto = "desk" }
choices.sleep = { do = "s", days = 5, scores = { courage = 3, finesse = 3, fit = 3 }, goto = "desk" }
choices.out = { do = "o", goto = "signed" }
[scenes.desk]
stage = "written_offer"
text = "t"
choices.fit = { say = "f", scores = { fit = 3 }, goto = "signed" }
choices.out = { do = "o", goto = "signed" }
[endings.end-lost]
outcome = "withdrawn"
title = "Lost"
text = "t"
[endings.late]
outcome = "expired"
title = "Late"
text = "t"
"""


def player(name: str) -> Player:
    return Players(game(FRAME + WAYS, frame=False)).played(name, 0, 20)


def test_each_player_takes_what_suits_it() -> None:
    bold, smooth, asking, fitting, hurried = map(player, ("bold", "smooth", "asking", "fitting", "hurried"))
    assert (bold.endings, bold.lost) == ((("end-lost", 1.0),), 1.0)
    assert (smooth.finesse, smooth.lost) == (3.0, 0.0)
    assert (asking.finesse, fitting.fit) == (1.0, 4.0)
    assert hurried.moves == 1.0


def test_nobody_lets_the_offer_run_out_who_can_do_something_else() -> None:
    assert all("late" not in dict(player(name).endings) for name in ("bold", "smooth", "fitting"))


def test_the_length_goes_from_the_shortest_to_the_longest() -> None:
    length = report_on(SOUND).length
    assert length is not None
    shortest, median, longest = length.trips
    assert [one.name for one in length.trips] == ["shortest", "median", "longest"]
    assert shortest.minutes <= median.minutes <= longest.minutes
    assert shortest.moves == length.fewest == 2
    assert longest.moves == 3


def test_the_deal_is_told_with_what_it_rests_on() -> None:
    report = report_on(game(TABLE, frame=False), plays=200, budget=NO_SEARCH)
    deal = report.deal
    assert deal is not None
    assert deal.zopa > 0
    assert {one.topic for one in deal.questions} == {"priorities", *(one.id for one in deal.issues)}
    assert all(0 <= one.worth <= 1 for one in deal.questions)
    assert [one.worth for one in deal.questions] == sorted(
        (one.worth for one in deal.questions), reverse=True
    )
    assert {one.name for one in deal.strategies} >= {"compete", "collaborate", "avoid"}
    assert all(one.lifted for one in deal.limits)


def test_a_limit_that_nothing_lifts_is_named() -> None:
    firm = TABLE.replace("firm = 3", "firm = 10").replace('lift = ["band"], ', "")
    assert firm != TABLE
    deal = report_on(game(firm, frame=False), plays=20, budget=NO_SEARCH).deal
    assert deal is not None
    [limit] = [one for one in deal.limits if not one.lifted]
    assert "as firm as 10" in limit.why


def named(name: str, **marks: float) -> Player:
    plain = Player(name, "", 10, 10, (), 0.0, 0.0, 0.0, 5.0, 0.0, None)
    return replace(plain, **marks)  # type: ignore[arg-type]  # all of them are numbers


def test_a_case_that_rewards_asking_is_told_from_one_that_rewards_haste() -> None:
    good = [
        named("random", fit=1.0), named("asking", fit=3.0), named("hurried", fit=0.0), named("bold", lost=0.5, courage=9.0),
        named("smooth", fit=1.0, finesse=5.0), named("fitting", fit=5.0),
    ]  # fmt: skip
    told = teaching(["Ask."], good, None)
    assert told is not None
    assert (told.verdict, told.aims) == ("yes", ("Ask.",))
    haste = [
        replace(one, fit=9.0, courage=99.0, finesse=9.0)
        if one.name == "hurried"
        else replace(one, fit=2.0, lost=0.0)
        for one in good
    ]
    told = teaching([], haste, None)
    assert told is not None
    assert told.verdict == "no"
    assert any("but hurried is" in one.said for one in told.lessons)
    assert teaching([], [], None) is None
