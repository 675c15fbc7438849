"""What questions are worth: the order of the literature, and what must hold of any deal."""

from collections import Counter
from functools import cache
from itertools import combinations
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.beliefs import Beliefs
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.guesses import Luck
from negotiator.bargaining.known import Known, liked, third
from negotiator.bargaining.lanes import TOP, at_least, numbers, packed, top_bits, unpacked
from negotiator.bargaining.questions import (
    AboutIssue,
    FullRanking,
    Offered,
    Priorities,
    Question,
    SmallTalk,
    the_counterpart,
)
from negotiator.bargaining.search import Table, Valuation
from negotiator.bargaining.worth import Worth
from negotiator.game.draw import draw
from tests.bargaining.flagship import flagship
from tests.bargaining.plausible import plausible
from tests.bargaining.tables import deals, every

SEEDS = range(4)


def luck(seed: int) -> Luck:
    return lambda below, purpose: draw(below, seed, purpose)


@cache
def drawn(seed: int) -> Worth:
    return Worth(flagship(), luck(seed))


def equal_three(deal: Deal, worth: Worth) -> tuple[Package, ...]:
    """Three packages within 5 % for the player, each best for another guess; those that part the guesses most evenly.

    What a good negotiator does with paper and pencil: the same for me, which of these is right for you?
    """
    beliefs, table, shapes = worth.prior, Table(deal), frozenset(range(len(deal.structures)))
    people = list(beliefs.people())
    first = len(deal.structures)
    for more in (100, 60, 30, 0, -30, -60):
        target = int(worth.value(beliefs)) + more
        found: dict[Package, None] = {}
        for flat in zip(*beliefs.columns, strict=True):
            theirs = Valuation(flat[:first], tuple(flat[a:b] for a, b in beliefs.layout.ranges))
            one = table.best(shapes, deal.every_limit, theirs, side=0, floor=target)
            if one and deal.points(one.package)[0] <= target * 1.05 and len(found) < 10:
                found[one.package] = None
        if len(found) >= 3:
            return min(
                combinations(found, 3),
                key=lambda three: max(Counter(liked(three, person) for person in people).values()),
            )
    raise AssertionError("no three packages of equal worth")


def in_literature_order(tables: list[tuple[Deal, Worth]]) -> list[float]:
    """Mean worth of a full ranking, three packages, "what matters most?" and small talk."""
    rows = []
    for deal, worth in tables:
        questions = FullRanking(), Offered(equal_three(deal, worth)), Priorities(full=False), SmallTalk()
        rows.append([worth.diagnosticity(question) for question in questions])
    return [mean(column) for column in zip(*rows, strict=True)]


def test_the_order_of_the_literature_on_the_flagship() -> None:
    ranking, three, most, talk = in_literature_order([(flagship(), drawn(seed)) for seed in SEEDS])
    assert ranking > 2 * three > 2 * most > talk == 0
    assert ranking > 0.35


def test_the_order_of_the_literature_on_generated_deals() -> None:
    tables = [(deal, Worth(deal, luck(seed))) for seed in range(10) for deal in [plausible(seed)]]
    ranking, three, most, talk = in_literature_order(tables)
    assert ranking > three > most > talk == 0


def test_half_an_answer_is_worth_no_more_than_a_whole_one() -> None:
    pairs: list[tuple[Question, Question]] = [(Priorities(full=False), Priorities(full=True))]
    pairs += [(AboutIssue(at, full=False), AboutIssue(at)) for at in range(len(flagship().issues))]
    for part, whole in pairs:
        means = [mean(drawn(seed).diagnosticity(one) for seed in SEEDS) for one in (part, whole)]
        assert means[0] <= means[1] + 0.01, (part, means)
    parts, wholes = (
        mean(drawn(seed).diagnosticity(AboutIssue(at, full)) for seed in SEEDS for at in range(11))
        for full in (False, True)
    )
    assert parts < wholes


def test_nothing_is_learned_twice() -> None:
    worth = drawn(0)
    for question in (Priorities(), Priorities(full=False), AboutIssue(7), FullRanking()):
        after = worth.after(question, worth.prior)
        assert worth.diagnosticity(question, worth.prior) > 0
        assert worth.diagnosticity(question, after) == 0
    ranked = worth.after(FullRanking(), worth.prior)
    assert worth.diagnosticity(Priorities(), ranked) == 0


def test_the_same_luck_gives_the_same_worth_and_other_luck_another() -> None:
    question = Priorities()
    assert Worth(flagship(), luck(0)).diagnosticity(question) == drawn(0).diagnosticity(question)
    assert drawn(1).diagnosticity(question) != drawn(0).diagnosticity(question)


def test_less_to_speak_of_makes_less_to_win() -> None:
    deal = flagship()
    offered = Worth(deal, luck(0), shapes=frozenset({0}), lifted=frozenset())
    assert offered.value(offered.prior) < drawn(0).value(drawn(0).prior)


def a_question(data: st.DataObject, deal: Deal) -> Question:
    whole = st.booleans()
    kinds: list[st.SearchStrategy[Question]] = [
        st.builds(Priorities, whole),
        st.just(FullRanking()),
        st.just(SmallTalk()),
    ]
    possible = list(every(deal, frozenset(range(len(deal.structures))), deal.every_limit))
    if possible:
        members = st.lists(st.sampled_from(possible), min_size=1, max_size=3)
        kinds.append(st.builds(Offered, members.map(tuple)))
    if deal.issues:
        kinds.append(st.builds(AboutIssue, st.integers(0, len(deal.issues) - 1), whole))
    return data.draw(st.one_of(kinds))


@settings(max_examples=60, deadline=None)
@given(deals(), st.integers(0, 99), st.data())
def test_whatever_is_asked_beliefs_fit_the_truth_and_worth_stays_within_bounds(
    deal: Deal, seed: int, data: st.DataObject
) -> None:
    worth, person = Worth(deal, luck(seed), people=12), the_counterpart(deal)
    beliefs = worth.prior
    for _ in range(4):
        question = a_question(data, deal)
        assert 0 <= worth.diagnosticity(question, beliefs) <= 1
        beliefs = worth.after(question, beliefs)
        assert worth.value(beliefs) >= deal.reservation[0]
        fits(beliefs, person.ranking)


def fits(beliefs: Beliefs, truth: tuple[int, ...]) -> None:
    """Every guess that counts is of one mind with what was answered, as far as that can be built in."""
    known = beliefs.known
    people = list(beliefs.people())
    assert len(people) == beliefs.size > 0
    for person in people:
        assert sorted(person.ranking) == sorted(truth)
        assert all(person.peaks[issue] == option for issue, option in known.peaks)
        assert all(person.ranking[rank] == issue == truth[rank] for rank, issue in known.ranks)
        assert all(third(person.ranking.index(issue), len(truth)) == part for issue, part in known.thirds)


@settings(max_examples=40, deadline=None)
@given(deals(), st.integers(0, 99), st.data())
def test_lanes_say_what_each_person_would(deal: Deal, seed: int, data: st.DataObject) -> None:
    worth = Worth(deal, luck(seed), people=9)
    beliefs = worth.after(a_question(data, deal), worth.prior)
    possible = every(deal, frozenset(range(len(deal.structures))), deal.every_limit)
    for package in list(possible)[:20]:
        places = beliefs.layout.places(package)
        taken = unpacked(beliefs.taken(places), 9)
        counted = unpacked(beliefs.counted, 9)
        for at, flat in enumerate(zip(*beliefs.columns, strict=True)):
            enough = sum(flat[place] for place in places) >= beliefs.floors[at]
            assert bool(taken[at]) == (enough and bool(counted[at]))


@given(st.lists(st.tuples(st.integers(0, TOP - 1), st.integers(0, TOP - 1), st.integers(0, TOP)), min_size=1))
def test_lanes_add_and_compare_each_by_itself(rows: list[tuple[int, int, int]]) -> None:
    rows = [(a // 2, b // 2, floor) for a, b, floor in rows]
    first, second, floors = (packed(numbers(column)) for column in zip(*rows, strict=True))
    assert list(unpacked(first + second, len(rows))) == [a + b for a, b, _ in rows]
    tops = top_bits([True] * len(rows))
    reached = unpacked(at_least(first + second, floors, tops), len(rows))
    assert [bool(one) for one in reached] == [a + b >= floor for a, b, floor in rows]


def test_seats_are_taken_evenly() -> None:
    """A known third leaves every fitting ranking as likely as any other: no issue profits from being unknown."""
    worth = Worth(plausible(1), luck(3), people=900)
    issues = len(plausible(1).issues)
    beliefs = worth.prior.plus(Known(thirds=((0, 0), (3, 0))))
    first = Counter(ranking[0] for ranking in beliefs.rankings)
    seats = sum(third(rank, issues) == 0 for rank in range(issues))
    for at in (0, 3):
        assert first[at] / 900 == pytest.approx(1 / seats, abs=0.06)


def test_who_likes_another_package_no_longer_counts() -> None:
    worth, deal = drawn(2), flagship()
    three = equal_three(deal, worth)
    after = worth.after(Offered(three), worth.prior)
    said = liked(three, the_counterpart(deal))
    assert {liked(three, person) for person in after.people()} == {said}
    assert 0 < after.size < worth.prior.size
