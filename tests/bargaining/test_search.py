"""The best package above a floor, against a look at every package."""

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.deal import Deal
from negotiator.bargaining.search import Table, Valuation
from tests.bargaining.tables import POINTS, deals, every


@settings(max_examples=400, deadline=None)
@given(deals(), st.data(), st.integers(0, 3), st.integers(-20, 40), st.integers(0, 1))
def test_the_best_package_above_a_floor(
    deal: Deal, data: st.DataObject, flags: int, floor: int, side: int
) -> None:
    lifted = frozenset(limit.id for at, limit in enumerate(deal.limits) if flags >> at & 1)
    shapes = frozenset(range(len(deal.structures)))
    want = Valuation(
        tuple(data.draw(POINTS) for _ in deal.structures),
        tuple(tuple(data.draw(POINTS) for _ in issue.options) for issue in deal.issues),
    )
    truth = every(deal, shapes, lifted)
    possible = {package: points[side] for package, points in truth.items() if points[side] >= floor}
    found = Table(deal).best(shapes, lifted, want, side=side, floor=floor)
    if found is None:
        assert not possible
        return
    assert found.kept == possible[found.package]
    assert found.wanted == want.of(found.package)
    assert (found.wanted, found.kept) == max((want.of(one), kept) for one, kept in possible.items())
