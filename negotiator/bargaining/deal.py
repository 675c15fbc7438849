"""What is negotiated: issues with options, the structures of the job, what only some seats may grant.

A party's utility of a package is the sum of integer points of its options, of joint terms that hang together, and of
its structure (Keeney & Raiffa 1976; Raiffa 1982). Points are never rescaled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod

Point = tuple[int, int]
"""(player, counterpart), in points."""

SEATS = ("recruiter", "hr", "hiring_manager", "executive")
"""Seats with authority, lowest first. Peers and others have none."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an issue."""

    id: str
    label: str
    you: int
    them: int


@dataclass(frozen=True, slots=True)
class Issue:
    """One term."""

    id: str
    label: str
    options: tuple[Option, ...]
    letter: int = 0
    """Position of the option that stands in the letter."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Points on top when some options stand together: a compound issue is the set of its joint terms."""

    id: str
    options: Mapping[int, int]
    """Issue position to option position, two or more."""
    you: int
    them: int


@dataclass(frozen=True, slots=True)
class Limit:
    """Options that are not to be had until somebody with the authority lifts it."""

    id: str
    reason: str
    options: Mapping[int, frozenset[int]]
    lifted_by: frozenset[str]
    """Seats."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A shape of the job."""

    id: str
    label: str
    you: int = 0
    them: int = 0
    only: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Options allowed in this shape, by issue; all of them for an issue that is not named."""


@dataclass(frozen=True, slots=True)
class Package:
    """A structure and one option for each issue, as positions."""

    structure: int
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """Everything on the table. The first structure is the one of the letter."""

    structures: tuple[Structure, ...]
    issues: tuple[Issue, ...]
    joints: tuple[Joint, ...] = ()
    limits: tuple[Limit, ...] = ()
    reservation: Point = (0, 0)

    @property
    def letter(self) -> Package:
        """The written offer."""
        return Package(0, tuple(issue.letter for issue in self.issues))

    def points(self, package: Package) -> Point:
        """What a package is worth to the player and to the counterpart."""
        shape = self.structures[package.structure]
        you, them = shape.you, shape.them
        for issue, at in zip(self.issues, package.options, strict=True):
            you += issue.options[at].you
            them += issue.options[at].them
        for joint in self.joints:
            if all(package.options[issue] == at for issue, at in joint.options.items()):
                you += joint.you
                them += joint.them
        return you, them

    def allowed(self, structure: int, lifted: frozenset[str]) -> list[list[int]]:
        """For each issue the options to be had in a shape, with these limits lifted."""
        shape = self.structures[structure]
        rows = []
        for at, issue in enumerate(self.issues):
            barred = {o for limit in self.limits if limit.id not in lifted for o in limit.options.get(at, ())}
            only = shape.only.get(at)
            rows.append(
                [o for o in range(len(issue.options)) if o not in barred and (only is None or o in only)]
            )
        return rows

    def barred(self, package: Package, lifted: frozenset[str]) -> list[Limit]:
        """The limits that a package breaks."""
        return [
            limit
            for limit in self.limits
            if limit.id not in lifted
            and any(package.options[at] in options for at, options in limit.options.items())
        ]

    @property
    def every_limit(self) -> frozenset[str]:
        """The ids of all limits."""
        return frozenset(limit.id for limit in self.limits)

    def count(self, structures: frozenset[int], lifted: frozenset[str]) -> int:
        """How many packages there are."""
        return sum(prod(map(len, self.allowed(shape, lifted))) for shape in structures)


def groups(deal: Deal) -> list[list[int]]:
    """Issues that hang together by joint terms, each group in order; an issue by itself is a group of one."""
    group = {at: [at] for at in range(len(deal.issues))}
    for joint in deal.joints:
        merged = sorted({member for at in joint.options for member in group[at]})
        for member in merged:
            group[member] = merged
    seen: set[int] = set()
    found = []
    for at in range(len(deal.issues)):
        if at not in seen:
            seen.update(group[at])
            found.append(group[at])
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """A group of issues in one shape: what can be chosen, and its points. Most groups are a single issue."""

    issues: tuple[int, ...]
    choices: tuple[tuple[int, ...], ...]
    """One option for each issue of the group."""
    points: tuple[Point, ...]


def rows(deal: Deal, structure: int, lifted: frozenset[str]) -> list[Row] | None:
    """The additive rows of a shape, or None when limits leave nothing of an issue."""
    allowed = deal.allowed(structure, lifted)
    if not all(allowed):
        return None
    return [_row(deal, members, allowed) for members in groups(deal)]


def _row(deal: Deal, members: list[int], allowed: list[list[int]]) -> Row:
    inside = [joint for joint in deal.joints if set(joint.options) <= set(members)]
    choices = tuple(product(*(allowed[at] for at in members)))
    return Row(tuple(members), choices, tuple(_joined(deal, members, choice, inside) for choice in choices))


def _joined(deal: Deal, members: list[int], choice: tuple[int, ...], inside: list[Joint]) -> Point:
    picked = dict(zip(members, choice, strict=True))
    options = [deal.issues[at].options[option] for at, option in picked.items()]
    met = [joint for joint in inside if all(picked[at] == option for at, option in joint.options.items())]
    return sum(o.you for o in options) + sum(j.you for j in met), sum(o.them for o in options) + sum(
        j.them for j in met
    )


def packages(deal: Deal, structure: int, lifted: frozenset[str]) -> Iterator[Package]:
    """Every package of a shape. For small tables: there may be very many."""
    for options in product(*deal.allowed(structure, lifted)):
        yield Package(structure, options)
