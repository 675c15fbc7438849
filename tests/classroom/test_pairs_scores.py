"""What a table came to is measured by the project's own arithmetic; the sheets say what a chair needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.deal import packages
from negotiator.classroom.events import Kind
from negotiator.classroom.pairs.scoring import Result, pair_score
from negotiator.classroom.pairs.seats import Mode, Seat
from negotiator.classroom.pairs.sheets import sheet
from negotiator.report.markdown import page_markdown
from tests.classroom.pairtable import CANDIDATE, MANAGER, flagship, offer, room, small

EVERY = [one for shape in range(2) for one in packages(small().deal, shape, small().deal.every_limit)]


@settings(max_examples=40)
@given(st.sampled_from(EVERY))
def test_a_deal_is_held_against_everything_the_two_could_have_had(package: object) -> None:
    made = room(mode=Mode.FACE)
    case = made.pairs.case("p-pair")
    line = case.said(package)  # type: ignore[arg-type]  # a package
    for place in (CANDIDATE, MANAGER):
        made.wish(place, Kind.PAIR_TYPED, {"package": line})
    score, points = pair_score(case, made.table()), [case.deal.points(one) for one in EVERY]
    assert score.metrics is not None
    assert score.own is not None
    own, theirs = score.own
    assert score.own == case.deal.points(score.package)  # type: ignore[arg-type]  # agreed
    assert score.metrics.left_own == max(you for you, them in points if them >= theirs) - own
    assert score.metrics.left_theirs == max(them for you, them in points if you >= own) - theirs
    joints = [you + them for you, them in points]
    assert score.metrics.efficiency == pytest.approx(
        (own + theirs - min(joints)) / (max(joints) - min(joints))
    )


def test_without_a_deal_both_have_what_they_have_elsewhere() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_WALKED)
    score = pair_score(made.pairs.case("p-pair"), made.table())
    assert (score.result, score.own, score.gains) == (Result.NO_DEAL, small().deal.reservation, (0, 0))
    assert score.metrics is None


def test_what_was_not_confirmed_is_no_deal_and_no_walk() -> None:
    made = room(mode=Mode.FACE)
    assert pair_score(made.pairs.case("p-pair"), made.table()).result is Result.OPEN
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": "lead"})
    score = pair_score(made.pairs.case("p-pair"), made.table())
    assert (score.result, score.own) == (Result.UNCONFIRMED, None)


def test_what_could_not_be_granted_does_not_count_as_left_lying() -> None:
    line, left = "as-offered base=mid title=lead days=three", []
    for granted in (True, False):
        made = room(granted=granted)
        made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(line))
        made.wish(MANAGER, Kind.PAIR_ACCEPTED, {"number": 1})
        metrics = pair_score(made.pairs.case("p-pair"), made.table()).metrics
        assert metrics is not None
        left.append(metrics.left_own)
    assert left == [30, 10]


def test_the_sheets_of_the_case_say_what_each_chair_needs() -> None:
    made = room(flagship())
    case = made.pairs.case("p-pair")
    candidate, manager, observer = (page_markdown(sheet(case, seat, Mode.FACE)) for seat in Seat)
    assert "You are Jordan Avery, Head of product marketing" in candidate
    assert "orchestra" in candidate
    assert "There is no second candidate any more." in candidate
    assert "You are Dana Whitlock, Senior vice president, marketing." in manager
    assert "Not to be wrong a third time." in manager
    assert "She got a plaque" in manager
    assert "Jordan Avery" in manager
    assert "where one says “you”, the candidate is meant" in manager
    assert "| Vice President, Marketing | 30 | Both chairs in one |" in candidate
    assert "| Vice President, Marketing | 0 | Both chairs in one |" in manager
    for one in (candidate, manager):
        assert "both of you put it down" in one
        assert "$186,000 (as in the letter)" in one
    assert f"worth {case.deal.reservation[0]} points" in candidate
    assert f"worth {case.deal.reservation[1]} points" in manager
    assert "points" not in observer.lower()
