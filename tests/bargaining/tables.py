"""Random deals, and their enumerating twin: everything the frontier gives without looking at every package."""

from hypothesis import strategies as st

from negotiator.bargaining.deal import Deal, Issue, Joint, Limit, Option, Package, Point, Structure, packages

POINTS = st.one_of(st.integers(-6, 6), st.sampled_from([0, 0, 5, 10]))


@st.composite
def issues(draw: st.DrawFn, number: int) -> Issue:
    kind = draw(st.sampled_from(["any", "any", "opposed", "equal", "zero", "you", "them"]))
    options = []
    for at in range(draw(st.integers(1, 4))):
        you, them = draw(POINTS), draw(POINTS)
        if kind == "opposed":
            them = 7 - you
        elif kind == "equal":
            them = you
        elif kind == "zero":
            you = them = 0
        elif kind == "you":
            them = 0
        elif kind == "them":
            you = 0
        options.append(Option(f"o{at}", f"Option {at}", you, them))
    return Issue(f"i{number}", f"Issue {number}", tuple(options), draw(st.integers(0, len(options) - 1)))


@st.composite
def deals(draw: st.DrawFn) -> Deal:
    """Deals of up to four issues with joint terms, limits, several shapes; degenerate ones included."""
    table = tuple(draw(issues(number)) for number in range(draw(st.integers(0, 4))))

    def some(at: int) -> frozenset[int]:
        return frozenset(draw(st.sets(st.integers(0, len(table[at].options) - 1), max_size=3)))

    def subset(smallest: int) -> list[int]:
        return draw(st.lists(st.integers(0, len(table) - 1), min_size=smallest, max_size=3, unique=True))

    joints, limits = [], []
    if len(table) >= 2:
        for number in range(draw(st.integers(0, 2))):
            members = {at: draw(st.integers(0, len(table[at].options) - 1)) for at in subset(2)}
            joints.append(Joint(f"j{number}", members, draw(POINTS), draw(POINTS)))
    if table:
        for number in range(draw(st.integers(0, 2))):
            barred = {at: some(at) for at in subset(1)}
            limits.append(Limit(f"l{number}", "", barred, frozenset({"executive"})))
    structures = tuple(
        Structure(
            f"s{at}",
            "",
            draw(POINTS),
            draw(POINTS),
            {i: some(i) for i in (subset(0) if table and at else [])},
        )
        for at in range(draw(st.integers(1, 3)))
    )
    return Deal(
        structures,
        table,
        tuple(joints),
        tuple(limits),
        (draw(st.integers(-5, 25)), draw(st.integers(-5, 25))),
    )


def every(deal: Deal, structures: frozenset[int], lifted: frozenset[str]) -> dict[Package, Point]:
    """Every package with its points, one by one."""
    return {
        package: deal.points(package)
        for shape in sorted(structures)
        if all(deal.allowed(shape, lifted))
        for package in packages(deal, shape, lifted)
    }


def undominated(points: set[Point]) -> list[Point]:
    """The Pareto-efficient ones, each compared with each."""
    return sorted(
        one for one in points if not any(a >= one[0] and b >= one[1] and (a, b) != one for a, b in points)
    )
