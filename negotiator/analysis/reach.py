"""What a scenario's graph can and cannot reach, as findings: proved where the search fits its budget."""

from collections.abc import Iterable

from negotiator.analysis.liveness import targets
from negotiator.analysis.search import Graph, explore, finishing
from negotiator.analysis.table_checks import table_findings
from negotiator.game.rules import Game, compile_game
from negotiator.game.step import WRITTEN_OFFER
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.models import STAGES, Scenario

BUDGET = 1500
"""Merged states that `check` looks at: enough for a short case, and a twentieth of a second."""


def findings(scenario: Scenario, budget: int = BUDGET) -> list[Finding]:
    """Everything that needs play to be seen: unreachable places, dead ends, loops, no written offer."""
    game = compile_game(scenario)
    links = [set(targets(game, place)) for place in game.places]
    found, orphans = _unreachable(game, links)
    found += table_findings(scenario)
    found += _loops(game, links, orphans)
    found += _no_offer(game, orphans)
    graph = explore(game, budget)
    found += _stuck(game, graph)
    if graph.complete:
        found += _never(game, graph, orphans, {finding.path for finding in found})
    return found


def _reachable(start: int, links: list[set[int]]) -> set[int]:
    seen = {start}
    work = [start]
    while work:
        for target in links[work.pop()] - seen:
            seen.add(target)
            if target >= 0:
                work.append(target)
    return seen


def _unreachable(game: Game, links: list[set[int]]) -> tuple[list[Finding], set[int]]:
    """Scenes and endings that no line leads to. Of a lost group only its heads are named."""
    live = _reachable(game.start, links)
    lost = [at for at in range(len(game.places)) if at not in live]
    named: list[int] = []
    covered: set[int] = set()
    entered = {target for at in lost for target in links[at] if target != at}
    for at in [at for at in lost if at not in entered] + lost:
        if at not in covered:
            named.append(at)
            covered |= _reachable(at, links)
    found = []
    for at in sorted(named):
        behind = len({other for other in _reachable(at, links) if other in lost}) - 1
        more = f" (and with it {behind} more that only it leads to)" if behind else ""
        found.append(
            Finding(
                "N201",
                Severity.ERROR,
                f"nobody can reach the scene '{game.places[at].id}'{more}",
                ("scenes", game.places[at].id),
                hint="let a choice of a scene that is reached go to it",
            )
        )
    for at, stop in enumerate(game.stops):
        target = -2 - at
        if target not in live and target not in covered:
            found.append(
                Finding(
                    "N202",
                    Severity.ERROR,
                    f"nobody can reach the ending '{stop.id}'",
                    ("endings", stop.id),
                    hint="let a choice go to it",
                )
            )
    return found, set(lost)


def _loops(game: Game, links: list[set[int]], orphans: set[int]) -> list[Finding]:
    """Scenes from which no line leads to any ending; of each trap the first scene is named."""
    back: dict[int, set[int]] = {}
    for at, after in enumerate(links):
        for target in after:
            back.setdefault(target, set()).add(at)
    out = set(range(-1 - len(game.stops), -1))
    work = list(out)
    while work:
        for before in back.get(work.pop(), set()) - out:
            out.add(before)
            work.append(before)
    trapped = [at for at in range(len(links)) if at not in out and at not in orphans]
    found = []
    covered: set[int] = set()
    for at in trapped:
        if at in covered or not (game.places[at].options or game.places[at].exits):
            continue
        trap = _reachable(at, links)
        covered |= trap
        found.append(
            Finding(
                "N204",
                Severity.ERROR,
                f"from the scene '{game.places[at].id}' no way leads to an ending",
                ("scenes", game.places[at].id),
                hint="give it, or a scene after it, a choice that goes to an ending",
            )
        )
    return found


def _no_offer(game: Game, orphans: set[int]) -> list[Finding]:
    if any(place.stage >= WRITTEN_OFFER for at, place in enumerate(game.places) if at not in orphans):
        return []
    hint = f'set stage = "{STAGES[WRITTEN_OFFER]}" on the scene in which the letter arrives'
    return [Finding("N205", Severity.ERROR, "no path leads to a written offer", ("scenes",), hint=hint)]


def _walk(graph: Graph, at: int) -> str:
    walk = graph.walk(at)
    return f"for example after: {', '.join(walk)}" if walk else "from the very start"


def _stuck(game: Game, graph: Graph) -> list[Finding]:
    """States in which no choice can be taken, one finding a scene, each with a walk: proved by it."""
    found = []
    seen: set[int] = set()
    for at, edges in enumerate(graph.edges):
        scene = graph.states[at].scene
        place = game.places[scene]
        if edges or scene in seen or not (place.options or place.exits):
            continue
        seen.add(scene)
        found.append(
            Finding(
                "N203",
                Severity.ERROR,
                f"in the scene '{place.id}' there comes a moment when no choice can be taken",
                ("scenes", place.id),
                hint=f"{_walk(graph, at)}; give the scene a choice without `when` that leads on",
            )
        )
    return found


def _never(
    game: Game, graph: Graph, orphans: set[int], told: Iterable[tuple[str | int, ...]]
) -> list[Finding]:
    """With a complete search: what conditions alone keep from ever happening."""
    told = set(told)
    reached = {state.scene for state in graph.states}
    taken = {
        (graph.states[at].scene, edge.option.id)
        for at, edges in enumerate(graph.edges)
        for edge in edges
        if edge.option
    }
    ends = {-2 - edge.target for edges in graph.edges for edge in edges if edge.target < 0}
    found = []
    for at, place in enumerate(game.places):
        path = ("scenes", place.id)
        if at in orphans or path in told:
            continue
        if at not in reached:
            hint = "every choice that leads to it has a `when` that never holds"
            found.append(
                Finding("N201", Severity.ERROR, f"nobody can reach the scene '{place.id}'", path, hint=hint)
            )
            continue
        found += [
            Finding(
                "N206",
                Severity.WARNING,
                f"the choice '{option.id}' can never be taken",
                (*path, "choices", option.id),
                hint="its `when` never holds here",
            )
            for option in place.options
            if (at, option.id) not in taken
        ]
    for at, stop in enumerate(game.stops):
        if at not in ends and ("endings", stop.id) not in told:
            hint = "every choice that leads to it can never be taken"
            found.append(
                Finding(
                    "N202",
                    Severity.ERROR,
                    f"nobody can reach the ending '{stop.id}'",
                    ("endings", stop.id),
                    hint=hint,
                )
            )
    offered = any(state.reached >= WRITTEN_OFFER for state in graph.states)
    if not offered and ("scenes",) not in told and len(reached) > 0 and not _behind(found):
        found.append(
            Finding(
                "N205",
                Severity.ERROR,
                "no path leads to a written offer",
                ("scenes",),
                hint="its scenes are never reached",
            )
        )
    found += _circles(game, graph, told)
    return found


def _behind(found: list[Finding]) -> bool:
    """Whether unreachable scenes explain a missing offer already."""
    return any(finding.code == "N201" for finding in found)


def _circles(game: Game, graph: Graph, told: set[tuple[str | int, ...]]) -> list[Finding]:
    """States from which play goes on for ever, though lines to an ending are drawn."""
    out = [any(edge.target < 0 for edge in edges) for edges in graph.edges]
    order = finishing(graph)
    changed = True
    while changed:
        changed = False
        for at in order:
            if not out[at] and any(out[edge.target] for edge in graph.edges[at] if edge.target >= 0):
                out[at] = changed = True
    for at, free in enumerate(out):
        place = game.places[graph.states[at].scene]
        stuck = not graph.edges[at]
        if free or stuck or ("scenes", place.id) in told or _leads_to_stuck(graph, at):
            continue
        return [
            Finding(
                "N204",
                Severity.ERROR,
                f"from the scene '{place.id}' there comes a moment when no way leads to an ending",
                ("scenes", place.id),
                hint=_walk(graph, at),
            )
        ]
    return []


def _leads_to_stuck(graph: Graph, at: int) -> bool:
    seen = {at}
    work = [at]
    while work:
        for edge in graph.edges[work.pop()]:
            if edge.target >= 0 and edge.target not in seen:
                if not graph.edges[edge.target]:
                    return True
                seen.add(edge.target)
                work.append(edge.target)
    return False
