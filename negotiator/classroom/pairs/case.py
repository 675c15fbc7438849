"""What a pair bargains over: the deal of the scenario, the shapes that can be spoken of, what may be granted."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from negotiator.bargaining.deal import Deal, Limit, Package
from negotiator.bargaining.frontier import Frontier, frontier
from negotiator.bargaining.talk import Talk
from negotiator.classroom.wishes import Refusal
from negotiator.game.bargain import Bargain
from negotiator.game.impossible import NotPossible
from negotiator.game.moves import LONGEST, read_package, said_package


@dataclass(frozen=True)
class Case:
    """One deal as one pair has it. Made once for a room and for each set of limits."""

    bargain: Bargain
    shapes: frozenset[int]
    """Structures that can be spoken of."""
    lifted: frozenset[str]
    """Limits that the manager may put aside."""

    @property
    def deal(self) -> Deal:
        """The table of points."""
        return self.bargain.deal

    @cached_property
    def whole(self) -> Frontier:
        """The frontier of what this pair can agree on."""
        return frontier(self.deal, self.shapes, self.lifted)

    def barred(self, package: Package) -> list[Limit]:
        """Limits that keep the manager from granting a package."""
        return self.deal.barred(package, self.lifted)

    def talk(self) -> Talk:
        """A talk at its beginning."""
        return Talk(lifted=self.lifted, shapes=self.shapes)

    def read(self, line: str) -> Package:
        """A package from its words, checked.

        Raises:
            Refusal: it names what is not there, or a shape that cannot be spoken of.
        """
        if len(line) > LONGEST:
            raise Refusal("wrong", "That is too long for a package.")
        try:
            package = read_package(self.bargain, line)
        except NotPossible as wrong:
            raise Refusal("not-possible", wrong.message, wrong.hint) from wrong
        if package.structure not in self.shapes:
            raise Refusal("not-possible", "That shape of the job cannot be spoken of here.")
        return package

    def said(self, package: Package) -> str:
        """The words of a package: what a log holds."""
        return said_package(self.bargain, package)


def case_of(
    bargain: Bargain, *, shapes: Iterable[str] | None = None, lifted: Iterable[str] | None = None
) -> Case:
    """The case with these shapes and limits by id; ids that are not there are passed over.

    Left out, every shape can be spoken of and every limit has been put aside beforehand: a pair has no corridor to
    send a question down, and a table at which the best is barred from the start teaches little.
    """
    known = bargain.shape_at
    named = frozenset(known[one] for one in shapes or () if one in known)
    every = bargain.deal.every_limit
    return Case(
        bargain,
        named or frozenset(known.values()),
        every if lifted is None else every & (frozenset(lifted) | bargain.own),
    )
