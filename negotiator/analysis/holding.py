"""Conditions over sets of values: what is left of a set of possible states once a condition holds, or does not.

A set of states is one integer with a bit for each value that a part of the state may have, each part for itself: more
states than there are, never fewer. So a condition for which nothing is left can never hold.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from negotiator.game.compiling import LEAST_TRUST, TRUST_SPAN
from negotiator.scenario.meaning import COMPARE, All, Const, Meaning, Negation, Read, Relation, Some

WIDE = 256
"""Values of a part past which all of them are taken to be possible."""
PAIRS = 16
"""Values of a part past which a comparison with another part is taken to be open."""
BEFORE_TALK = -1
"""Trust before a word about terms: what the story has brought with it."""
FIRST_TRUST = range(LEAST_TRUST, LEAST_TRUST + TRUST_SPAN + 1)

NOT_AS_IT_STANDS = {"agreed", "trust", "visited"}
"""Readings of which a value does not stand for itself."""


class Part(NamedTuple):
    """The bits that stand for the values of a part of the state."""

    shift: int
    values: range
    """What the bits stand for, the lowest first."""

    @property
    def mask(self) -> int:
        """All its bits."""
        return (1 << len(self.values)) - 1 << self.shift

    def of(self, values: Iterable[int]) -> int:
        """The bits of some values."""
        return sum(1 << value - self.values.start + self.shift for value in values if value in self.values)

    def moved(self, possible: int, by: int) -> int:
        """The set with every value of this part raised by so much, and held within its bounds."""
        here = (possible & self.mask) >> self.shift
        last = len(self.values) - 1
        if by > 0:
            here <<= min(by, last)
            over = here >> last
            here = here & (1 << last) - 1 | (1 << last if over else 0)
        else:
            down = min(-by, last)
            under = here & (1 << down + 1) - 1
            here = here >> down | (1 if under else 0)
        return possible & ~self.mask | here << self.shift


class Atom(NamedTuple):
    """A part has one of some values."""

    mask: int
    allowed: int


class Every(NamedTuple):
    """All of these hold."""

    nodes: "tuple[Node, ...]"


class Any(NamedTuple):
    """At least one of these holds."""

    nodes: "tuple[Node, ...]"


Node = Atom | Every | Any
ALWAYS, NEVER = Every(()), Any(())

Parts = Callable[[Read], Part | None]
"""The part of the state that a reading looks at; None when it is not followed, and can be anything."""


def left(node: Node, possible: int) -> int:
    """What is left of a set of states once `node` holds: 0 for nothing, so that it can never hold there."""
    match node:
        case Atom(mask, allowed):
            return possible & (allowed | ~mask) if possible & allowed else 0
        case Every(nodes):
            for one in nodes:
                possible = left(one, possible)
                if not possible:
                    return 0
            return possible
        case _:
            found = 0
            for one in node.nodes:
                found |= left(one, possible)
            return found


def node_of(meaning: Meaning, parts: Parts, *, holds: bool = True) -> Node:
    """A condition, or with `holds` false its opposite, over sets of values."""
    match meaning:
        case Negation():
            return node_of(meaning.term, parts, holds=not holds)
        case All() | Some():
            nodes = tuple(node_of(term, parts, holds=holds) for term in meaning.terms)
            return Every(nodes) if isinstance(meaning, All) == holds else Any(nodes)
        case Const():
            return ALWAYS if bool(meaning.value) == holds else NEVER
        case Read():
            return _compared(Relation("!=", meaning, Const(0)), parts, holds=holds)
        case _:
            return _compared(meaning, parts, holds=holds)


def _compared(test: Relation, parts: Parts, *, holds: bool) -> Node:
    first, second, compare = test.left, test.right, COMPARE[test.op]
    if isinstance(first, Const) and isinstance(second, Const):
        return ALWAYS if compare(first.value, second.value) == holds else NEVER
    if isinstance(first, Const) and isinstance(second, Read):
        return _against(second, lambda value: compare(first.value, value) == holds, parts, holds=holds)
    assert isinstance(first, Read)
    if isinstance(second, Const):
        return _against(first, lambda value: compare(value, second.value) == holds, parts, holds=holds)
    one, other = parts(first), parts(second)
    if (
        one is None
        or other is None
        or len(one.values) > PAIRS
        or NOT_AS_IT_STANDS & {first.what, second.what}
    ):
        return ALWAYS
    return Any(
        tuple(
            Every(
                (
                    Atom(one.mask, one.of((value,))),
                    Atom(other.mask, other.of(v for v in other.values if compare(value, v) == holds)),
                )
            )
            for value in one.values
        )
    )


def _against(read: Read, fits: Callable[[int], bool], parts: Parts, *, holds: bool) -> Node:
    part = parts(read)
    if part is None:
        return ALWAYS
    if read.what == "agreed":
        agreed = parts(Read("agreed", ""))
        assert agreed is not None
        said = Atom(part.mask, part.of(filter(fits, part.values)))
        # While nothing is agreed nothing is true of it, whichever way it is asked.
        nothing, something = Atom(agreed.mask, agreed.of((0,))), Atom(agreed.mask, agreed.of((1,)))
        return Every((something, said)) if holds else Any((nothing, Every((something, said))))
    if read.what == "visited":
        return Atom(part.mask, part.of(value for value in part.values if fits(min(value, 1))))
    if read.what == "trust":
        before = part.of((BEFORE_TALK,)) if any(map(fits, FIRST_TRUST)) else 0
        return Atom(part.mask, before | part.of(value for value in part.values if value >= 0 and fits(value)))
    return Atom(part.mask, part.of(filter(fits, part.values)))
