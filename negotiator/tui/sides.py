"""What a package is compared with, row by row: theirs, the letter, yours, what you know of their mind."""

from dataclasses import dataclass

from negotiator.game.tableview import PackageView, RoundView, TableView


@dataclass(frozen=True, slots=True)
class Side:
    """A column: its name, and a text for the shape and for each term."""

    title: str
    values: tuple[str, ...]


def sides(table: TableView, name: str) -> tuple[Side, ...]:
    """The columns, the most useful first: their latest, what is known, the letter, your latest, then what came before."""
    letter = of_package(table, "The letter", table.history[0].package)
    known = known_side(table, name)
    rounds = [_round(table, name, one, several=_several(table, one)) for one in reversed(table.history[1:])]
    theirs = [side for side, one in zip(rounds, reversed(table.history[1:]), strict=True) if one.by == "them"]
    yours = [side for side, one in zip(rounds, reversed(table.history[1:]), strict=True) if one.by == "you"]
    first = [*theirs[:1], *([known, letter] if has_told(table) else [letter, known]), *yours[:1]]
    return (*first, *(side for side in rounds if side not in first))


def has_told(table: TableView) -> bool:
    """Whether anything is known of what terms are worth to the other side."""
    return any(term.known for term in table.terms)


def known_side(table: TableView, name: str) -> Side:
    """What is known of the other side's mind."""
    return Side(f"{name} on it", ("", *(term.known or "not known" for term in table.terms)))


def of_package(table: TableView, title: str, package: PackageView) -> Side:
    """A package as a column."""
    labels = (term.options[at].label for term, at in zip(table.terms, package.options, strict=True))
    return Side(title, (table.shapes[package.structure].label, *labels))


def _several(table: TableView, one: RoundView) -> list[RoundView]:
    return [other for other in table.history if (other.by, other.number) == (one.by, one.number)]


def _round(table: TableView, name: str, one: RoundView, *, several: list[RoundView]) -> Side:
    who = name if one.by == "them" else "You"
    which = f", {several.index(one) + 1}/{len(several)}" if len(several) > 1 else ""
    return of_package(table, f"{who}, round {one.number}{which}", one.package)
