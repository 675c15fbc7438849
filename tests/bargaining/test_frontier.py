"""The frontier and the solution points against a twin that looks at every package."""

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.deal import Deal
from negotiator.bargaining.extremes import extremes
from negotiator.bargaining.frontier import frontier
from negotiator.bargaining.metrics import deal_metrics
from negotiator.bargaining.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian
from tests.bargaining.tables import deals, every, undominated

THOROUGH = settings(max_examples=400, deadline=None)


def lifted_of(deal: Deal, flags: int) -> frozenset[str]:
    return frozenset(limit.id for at, limit in enumerate(deal.limits) if flags >> at & 1)


def shapes_of(deal: Deal, flags: int) -> frozenset[int]:
    return frozenset(at for at in range(len(deal.structures)) if flags >> at & 1)


@THOROUGH
@given(deals(), st.integers(0, 3), st.integers(1, 7))
def test_the_frontier_is_what_enumeration_finds(deal: Deal, flags: int, shapes: int) -> None:
    lifted, structures = lifted_of(deal, flags), shapes_of(deal, shapes)
    truth = every(deal, structures, lifted)
    whole = frontier(deal, structures, lifted)
    assert list(whole.points) == undominated(set(truth.values()))
    assert deal.count(structures, lifted) == len(truth)


@THOROUGH
@given(deals())
def test_every_efficient_package_can_be_rebuilt_and_no_other(deal: Deal) -> None:
    truth = every(deal, frozenset(range(len(deal.structures))), deal.every_limit)
    whole = frontier(deal)
    for point in whole.points:
        rebuilt = list(whole.packages(point))
        assert len(set(rebuilt)) == len(rebuilt)
        assert set(rebuilt) == {package for package, worth in truth.items() if worth == point}
        assert whole.package(point) == rebuilt[0]


@THOROUGH
@given(deals())
def test_solution_points_are_the_best_of_the_zopa(deal: Deal) -> None:
    you, them = deal.reservation
    truth = set(every(deal, frozenset(range(len(deal.structures))), deal.every_limit).values())
    zopa = [p for p in undominated(truth) if p[0] >= you and p[1] >= them]
    whole = frontier(deal)
    assert list(whole.zopa()) == zopa
    gains = {p: (p[0] - you, p[1] - them) for p in zopa}
    assert nash(zopa, deal.reservation) == [
        p for p in zopa if gains[p][0] * gains[p][1] == max(a * b for a, b in gains.values())
    ]
    assert egalitarian(zopa, deal.reservation) == [
        p for p in zopa if min(gains[p]) == max(map(min, gains.values()))
    ]
    assert utilitarian(zopa) == [p for p in zopa if sum(p) == max(map(sum, zopa))]
    ideal = [max((gain[side] for gain in gains.values()), default=0) for side in (0, 1)]

    def share(point: tuple[int, int]) -> float:
        return min(gain / best if best else 0 for gain, best in zip(gains[point], ideal, strict=True))

    best = max(map(share, zopa), default=0.0)
    found = kalai_smorodinsky(zopa, deal.reservation)
    assert found == [p for p in zopa if abs(share(p) - best) < 1e-12]


@THOROUGH
@given(deals(), st.integers(0, 1000))
def test_metrics_of_any_package(deal: Deal, pick: int) -> None:
    truth = every(deal, frozenset(range(len(deal.structures))), deal.every_limit)
    if not truth:
        assert extremes(deal) == (0, 0)
        return
    sums = [sum(point) for point in truth.values()]
    assert extremes(deal) == (min(sums), max(sums))
    package = list(truth)[pick % len(truth)]
    own, theirs = truth[package]
    found = deal_metrics(deal, frontier(deal), package)
    assert (found.own, found.theirs, found.joint) == (own, theirs, own + theirs)
    assert found.on_frontier == ((own, theirs) in undominated(set(truth.values())))
    assert 0 <= found.efficiency <= 1
    assert found.left_own == max(a - own for a, b in truth.values() if b >= theirs)
    assert found.left_theirs == max(b - theirs for a, b in truth.values() if a >= own)
    assert found.left_joint == max(sums) - found.joint
    assert 0 <= found.nash_share <= 1


def test_opposed_points_without_end_are_still_exact() -> None:
    from negotiator.bargaining.deal import Issue, Option, Structure

    options = tuple(Option(f"o{n}", "", 10**6 * n, 10**6 * (9 - n)) for n in range(10))
    deal = Deal((Structure("s", ""),), tuple(Issue(f"i{n}", "", options) for n in range(6)))
    whole = frontier(deal)
    assert [point[0] for point in whole.points] == [10**6 * n for n in range(55)]
    assert {a + b for a, b in whole.points} == {54 * 10**6}
