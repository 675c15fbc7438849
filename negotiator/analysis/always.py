"""What always holds: scenes in which some choice can be taken at every moment, and from which a way leads to an ending."""

from collections.abc import Callable, Sequence

from negotiator.analysis.bounds import Bounds
from negotiator.analysis.holding import Any, Every, Node, left
from negotiator.game.rules import STAY, Option, Place

EFFORT = 300
"""Cases that one proof looks at before it gives up."""


def never_stuck(bounds: Bounds) -> list[bool]:
    """For each scene whether it is proved that in every moment of it some choice can be taken."""
    return [
        bounds.scenes[scene] == 0
        or place.exits is not None
        or _one_is_open(bounds, scene, range(len(place.options)))
        for scene, place in enumerate(bounds.game.places)
    ]


def never_trapped(bounds: Bounds) -> list[bool]:
    """For each scene whether it is proved that from every moment of it a way leads to an ending.

    A scene is safe when at every moment some choice can be taken that may lead to an ending or to a safe scene.
    """
    game = bounds.game
    safe = [possible == 0 for possible in bounds.scenes]
    found = True
    while found:
        found = False
        for scene in reversed(range(len(game.places))):
            if safe[scene]:
                continue
            place = game.places[scene]
            if _table_leads_on(place, safe) or _one_is_open(
                bounds,
                scene,
                [n for n, option in enumerate(place.options) if _leads_on(bounds, option, safe)],
            ):
                safe[scene] = found = True
    return safe


def _goal(target: int, safe: Sequence[bool]) -> bool:
    return target < STAY or (target >= 0 and safe[target])


def _leads_on(bounds: Bounds, option: Option, safe: Sequence[bool]) -> bool:
    """Whether a choice may lead to an ending or a safe scene whenever it can be taken."""
    game = bounds.game
    if option.days and game.days >= 0 and not _goal(game.expired, safe):
        return False
    if option.branches:
        return any(branch.when is None and _goal(branch.target, safe) for branch in option.branches)
    return _goal(option.target, safe)


def _table_leads_on(place: Place, safe: Sequence[bool]) -> bool:
    return any(_goal(target, safe) for target in place.exits_all)


def _one_is_open(bounds: Bounds, scene: int, numbers: Sequence[int]) -> bool:
    """Whether it is proved that at every moment of a scene one of these choices can be taken."""
    nodes = [bounds.blocked(scene, number) for number in numbers]
    effort = [EFFORT]

    def spend() -> bool:
        effort[0] -= 1
        return effort[0] > 0

    return bool(nodes) and contradict(bounds.scenes[scene], nodes, spend)


def contradict(possible: int, nodes: Sequence[Node], spend: Callable[[], bool]) -> bool:
    """Whether no state of a set meets all of the conditions, by splitting them into cases."""
    if not spend():
        return False
    open_: list[Any] = []
    todo = list(nodes)
    while todo:
        node = todo.pop()
        possible = left(node, possible)
        if not possible:
            return True
        if isinstance(node, Every):
            todo += node.nodes
        elif isinstance(node, Any):
            open_.append(node)
    for at, node in enumerate(open_):
        cases = [case for case in node.nodes if left(case, possible)]
        if len(cases) < 2:
            rest = [*open_[:at], *open_[at + 1 :]]
            return not cases or contradict(possible, [*rest, cases[0]], spend)
    if not open_:
        return False
    split = min(open_, key=lambda node: len(node.nodes))
    rest = [node for node in open_ if node is not split]
    return all(contradict(possible, [*rest, case], spend) for case in split.nodes)
