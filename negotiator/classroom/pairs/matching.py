"""A pairing of everybody in which nobody sits with somebody from a list: search, most difficult people first."""

from collections.abc import Collection, Mapping, Sequence
from itertools import count

STEPS = 20_000
"""Partners tried before a pairing is given up."""

Couple = tuple[str, str]


def match(people: Sequence[str], barred: Collection[frozenset[str]]) -> list[Couple] | None:
    """Everybody in couples, none of them barred; None where there is no such pairing or none is found in STEPS.

    `people` are even in number. Who comes earlier is preferred as a partner, so a shuffled row gives a random pairing.
    """
    possible = {
        one: frozenset(two for two in people if two != one and frozenset((one, two)) not in barred)
        for one in people
    }
    return _match(tuple(people), possible, count())


def _match(
    left: tuple[str, ...], possible: Mapping[str, frozenset[str]], steps: "count[int]"
) -> list[Couple] | None:
    if not left:
        return []
    here = frozenset(left)
    first = min(left, key=lambda one: len(possible[one] & here))
    for partner in left:
        if partner not in possible[first]:
            continue
        if next(steps) >= STEPS:
            return None
        rest = tuple(one for one in left if one not in (first, partner))
        found = _match(rest, possible, steps)
        if found is not None:
            return [(first, partner), *found]
    return None
