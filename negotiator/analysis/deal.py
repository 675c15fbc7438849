"""Everything exact that can be said of a deal: sizes, classes, frontier, ZOPA, solution points."""

from dataclasses import dataclass

from negotiator.bargaining.classes import IssueClass, issue_class, spans
from negotiator.bargaining.deal import Deal, Point
from negotiator.bargaining.frontier import Frontier, frontier
from negotiator.bargaining.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian


@dataclass(frozen=True, slots=True)
class ShapeReport:
    """One structure of the job."""

    id: str
    label: str
    packages: int
    frontier: tuple[Point, ...]
    zopa: bool
    """Some package of it is worth to both at least what they have elsewhere."""


@dataclass(frozen=True, slots=True)
class IssueReport:
    """One issue: its derived class and what it can make in points."""

    id: str
    label: str
    kind: IssueClass
    player_span: int
    counterpart_span: int


@dataclass(frozen=True, slots=True)
class DealReport:
    """The analysis. Points are (player, counterpart)."""

    packages: int
    structures: tuple[ShapeReport, ...]
    issues: tuple[IssueReport, ...]
    reservation: Point
    letter: Point
    whole: Frontier
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    egalitarian: tuple[Point, ...]
    utilitarian: tuple[Point, ...]

    @property
    def zopa_empty(self) -> bool:
        """Nothing on the table is worth to both at least what they have elsewhere."""
        return not self.whole.zopa()


def analyse(
    deal: Deal, structures: frozenset[int] | None = None, lifted: frozenset[str] | None = None
) -> DealReport:
    """Analyse a deal over these shapes (default: all) with these limits lifted (default: all)."""
    shapes = frozenset(range(len(deal.structures))) if structures is None else structures
    lifted = deal.every_limit if lifted is None else lifted
    whole = frontier(deal, shapes, lifted)
    zopa = whole.zopa()
    return DealReport(
        packages=deal.count(shapes, lifted),
        structures=tuple(_shape(deal, shape, lifted) for shape in sorted(shapes)),
        issues=tuple(IssueReport(one.id, one.label, issue_class(one), *spans(one)) for one in deal.issues),
        reservation=deal.reservation,
        letter=deal.points(deal.letter),
        whole=whole,
        nash=tuple(nash(zopa, deal.reservation)),
        kalai_smorodinsky=tuple(kalai_smorodinsky(zopa, deal.reservation)),
        egalitarian=tuple(egalitarian(zopa, deal.reservation)),
        utilitarian=tuple(utilitarian(zopa)),
    )


def _shape(deal: Deal, shape: int, lifted: frozenset[str]) -> ShapeReport:
    own = frontier(deal, frozenset({shape}), lifted)
    model = deal.structures[shape]
    return ShapeReport(
        model.id, model.label, deal.count(frozenset({shape}), lifted), own.points, bool(own.zopa())
    )
