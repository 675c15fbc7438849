"""A message being put together: one to three packages, the reason given with them, whether it is the last word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Reason
from negotiator.bargaining.talk import Message
from negotiator.game.bargain import Bargain
from negotiator.game.moves import MOST_PACKAGES, said_message
from negotiator.game.state import Move
from negotiator.game.tableview import PackageView, TableView

UNEQUAL = 5
"""Percent of the wish by which packages may differ and still be offered as equal."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be sent. Nothing of it is saved before it is."""

    packages: tuple[Package, ...]
    shown: int = 0
    """The package on the screen."""
    reason: str = ""
    citing: str = ""
    """Id of the fact the reason rests on."""
    final: bool = False

    @property
    def package(self) -> Package:
        """The package on the screen."""
        return self.packages[self.shown]

    def with_package(self, package: Package) -> "Draft":
        """The draft with this package on the screen."""
        packages = (*self.packages[: self.shown], package, *self.packages[self.shown + 1 :])
        return replace(self, packages=packages)

    def with_another(self) -> "Draft":
        """The draft with a copy of the package on the screen, the copy shown; as it is when there are three."""
        if len(self.packages) >= MOST_PACKAGES:
            return self
        return replace(self, packages=(*self.packages, self.package), shown=len(self.packages))

    def without_shown(self) -> "Draft":
        """The draft without the package on the screen; as it is when there is only one."""
        if len(self.packages) == 1:
            return self
        packages = (*self.packages[: self.shown], *self.packages[self.shown + 1 :])
        return replace(self, packages=packages, shown=min(self.shown, len(packages) - 1))

    def move(self, bargain: Bargain) -> Move:
        """The move that sends it."""
        message = Message(self.packages, Reason(self.reason), self.citing, self.final)
        kind, line = said_message(bargain, message)
        return Move(kind, line=line)


@dataclass(frozen=True, slots=True)
class Sending:
    """What an editor leaves behind: the draft as it was, and a move to make, if any."""

    draft: Draft
    move: Move | None = None


def package_of(seen: PackageView) -> Package:
    """A package of the table as one that can be changed."""
    return Package(seen.structure, seen.options)


def first_draft(table: TableView) -> Draft:
    """What an editor opens with: the player's latest package, else the letter."""
    mine = [one.package for one in table.history if one.by == "you"]
    return Draft((package_of(mine[-1] if mine else table.history[0].package),))


def stepped(table: TableView, package: Package, row: int, by: int) -> Package:
    """The package with another shape (row 0) or another option of a term (row 1 and up), as it was at an end."""
    if row == 0:
        opened = [at for at, shape in enumerate(table.shapes) if shape.open]
        return shaped(table, package, beside(opened, package.structure, by))
    allowed = table.shapes[package.structure].allowed[row - 1]
    return with_option(package, row - 1, beside(allowed, package.options[row - 1], by))


def beside(found: Sequence[int], now: int, by: int) -> int:
    """The one `by` places on from `now` among those found, or the last one on the way."""
    at = found.index(now) if now in found else 0
    return found[min(max(at + by, 0), len(found) - 1)]


def shaped(table: TableView, package: Package, structure: int) -> Package:
    """The package in another shape; a term which that shape does not allow becomes the one it begins with."""
    shape = table.shapes[structure]
    options = tuple(
        at if at in allowed else usual
        for at, allowed, usual in zip(package.options, shape.allowed, shape.default.options, strict=True)
    )
    return Package(structure, options)


def with_option(package: Package, term: int, option: int) -> Package:
    """The package with another option of one term."""
    return replace(package, options=(*package.options[:term], option, *package.options[term + 1 :]))


def as_in(table: TableView, package: Package, base: Package, row: int) -> Package:
    """The package with one row as in another one, or as near as its shape allows."""
    if row == 0:
        return shaped(table, package, base.structure)
    shape = table.shapes[package.structure]
    wanted, usual = base.options[row - 1], shape.default.options[row - 1]
    return with_option(package, row - 1, wanted if wanted in shape.allowed[row - 1] else usual)


def unequal(table: TableView, draft: Draft) -> bool:
    """Whether packages offered as equal are not, to the player."""
    worths = [table.own(one.structure, one.options) for one in draft.packages]
    return 100 * (max(worths) - min(worths)) > UNEQUAL * max(table.wish, 1)


def barred_terms(table: TableView, package: Package) -> list[tuple[int, str]]:
    """Terms that nobody at the table may grant as they stand, with the limit in the way."""
    found = []
    for at, (term, option) in enumerate(zip(table.terms, package.options, strict=True)):
        if barred := term.options[option].barred:
            found.append((at, barred))
    return found
