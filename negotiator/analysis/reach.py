"""What a scenario can and cannot come to, as findings: each one proved, with a walk where something can happen.

`findings(scenario)` is what `check` shows. `look(scenario)` gives the findings together with the Reach they rest on:
for every scene, choice and ending, every dead end and every loop, a verdict of possible (with a walk), impossible (with
the reason) or not decided. Who needs verdicts without findings, or a larger budget, calls `deciding.decide(game,
budget)`; the answers are described in verdicts.py.
"""

from collections.abc import Iterator

from negotiator.analysis.deciding import decide
from negotiator.analysis.liveness import targets
from negotiator.analysis.table_checks import table_findings
from negotiator.analysis.verdicts import Answer, Reach
from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.game.step import WRITTEN_OFFER
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.models import STAGES, Scenario

BUDGET = 8000
"""Merged states that `check` looks at when it does not have its answers before: a tenth of a second."""
NEVER_EXPIRES = "the days cannot run out: give the offer fewer of them, or let choices take more"
A_SCENE = 3
"""And at least so many for each scene, so that there is a look at every one of a long story."""


def findings(scenario: Scenario, budget: int | None = None) -> list[Finding]:
    """Everything that needs play to be seen: unreachable places, dead ends, loops, no written offer."""
    return look(scenario, budget)[0]


def look(scenario: Scenario, budget: int | None = None) -> tuple[list[Finding], Reach]:
    """The findings and the verdicts they rest on. `budget`: merged states; without it what `check` spends."""
    game = compile_game(scenario)
    reach = decided(game, budget)
    return [*table_findings(scenario), *told(game, reach)], reach


def decided(game: Game, budget: int | None = None) -> Reach:
    """The verdicts alone. `budget`: merged states; without it what `check` spends."""
    return decide(game, budget or max(BUDGET, A_SCENE * len(game.places)))


def told(game: Game, reach: Reach) -> list[Finding]:
    """The findings of some verdicts. What follows from another finding is held back."""
    links = [set(targets(game, place)) for place in game.places]
    live = _reachable(game.start, links)
    orphans = {at for at in range(len(game.places)) if at not in live}
    found = [*_no_line_to(game, links, live)]
    found += _loops(game, links, orphans)
    found += _no_offer(game, orphans)
    named = {finding.path for finding in found}
    found += _stuck(game, reach)
    found += [one for one in _never(game, reach, links, orphans) if one.path not in named]
    if reach.offer.impossible and not _explained(found):
        found.append(_offer("its scenes are never reached"))
    found += _endless(reach, {finding.path for finding in found if finding.code != "N206"})
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


def _no_line_to(game: Game, links: list[set[int]], live: set[int]) -> Iterator[Finding]:
    """Scenes and endings that no line leads to. Of a lost group only its heads are named."""
    lost = [at for at in range(len(game.places)) if at not in live]
    named: list[int] = []
    covered: set[int] = set()
    entered = {target for at in lost for target in links[at] if target != at}
    for at in [at for at in lost if at not in entered] + lost:
        if at not in covered:
            named.append(at)
            covered |= _reachable(at, links)
    for at in sorted(named):
        behind = sum(other not in live for other in _reachable(at, links) if other >= 0) - 1
        yield _scene(game, at, behind, "let a choice of a scene that is reached go to it")
    for at, stop in enumerate(game.stops):
        if -2 - at not in live and -2 - at not in covered:
            yield _ending(stop.id, "let a choice go to it")


def _scene(game: Game, at: int, behind: int, hint: str) -> Finding:
    more = f" (and with it {behind} more that only it leads to)" if behind else ""
    message = f"nobody can reach the scene '{game.places[at].id}'{more}"
    return Finding("N201", Severity.ERROR, message, ("scenes", game.places[at].id), hint=hint)


def _ending(ending: str, hint: str) -> Finding:
    return Finding(
        "N202", Severity.ERROR, f"nobody can reach the ending '{ending}'", ("endings", ending), hint=hint
    )


def _offer(hint: str) -> Finding:
    return Finding("N205", Severity.ERROR, "no path leads to a written offer", ("scenes",), hint=hint)


def _loops(game: Game, links: list[set[int]], orphans: set[int]) -> Iterator[Finding]:
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
    covered: set[int] = set()
    for at, place in enumerate(game.places):
        if at in out | orphans | covered or not (place.options or place.exits):
            continue
        covered |= _reachable(at, links)
        yield Finding(
            "N204",
            Severity.ERROR,
            f"from the scene '{place.id}' no way leads to an ending",
            ("scenes", place.id),
            hint="give it, or a scene after it, a choice that goes to an ending",
        )


def _no_offer(game: Game, orphans: set[int]) -> list[Finding]:
    if any(place.stage >= WRITTEN_OFFER for at, place in enumerate(game.places) if at not in orphans):
        return []
    return [_offer(f'set stage = "{STAGES[WRITTEN_OFFER]}" on the scene in which the letter arrives')]


def _walk(answer: Answer) -> str:
    return f"for example after: {', '.join(answer.walk)}" if answer.walk else "from the very start"


def _stuck(game: Game, reach: Reach) -> Iterator[Finding]:
    """Scenes with a moment in which no choice can be taken. A scene without any choice is a finding of its own."""
    for place in game.places:
        answer = reach.stuck[place.id]
        if answer.possible and (place.options or place.exits):
            yield Finding(
                "N203",
                Severity.ERROR,
                f"in the scene '{place.id}' there comes a moment when no choice can be taken",
                ("scenes", place.id),
                hint=f"{_walk(answer)}; give the scene a choice without `when` that leads on",
            )


def _never(game: Game, reach: Reach, links: list[set[int]], orphans: set[int]) -> Iterator[Finding]:
    """What conditions alone keep from ever happening. Of scenes that are lost only the first ones are named."""
    lost = {at for at, place in enumerate(game.places) if reach.scenes[place.id].impossible} - orphans
    ahead = {target for at in range(len(game.places)) if at not in lost | orphans for target in links[at]}
    heads = lost & ahead or lost
    for at, place in enumerate(game.places):
        path = ("scenes", place.id)
        if at in heads:
            behind = len(_reachable(at, links) & lost) - 1 if len(heads) == 1 else 0
            yield _scene(game, at, behind, _never_led_to(game))
        if at in lost | orphans:
            continue
        for option in place.options:
            if reach.choices[place.id, option.id].impossible:
                yield Finding(
                    "N206",
                    Severity.WARNING,
                    f"the choice '{option.id}' can never be taken",
                    (*path, "choices", option.id),
                    hint="its `when` never holds here",
                )
    kept_from = {target for at in lost | orphans for target in links[at]}
    for at, stop in enumerate(game.stops):
        target = -2 - at
        # An ending that a lost scene leads to comes back with that scene.
        if reach.endings[stop.id].impossible and not (target in kept_from and target not in ahead):
            yield _ending(stop.id, NEVER_EXPIRES if target == game.expired else _never_led_to(game))


def _never_led_to(game: Game) -> str:
    days = ", or costs more days than are left by then" if game.days >= 0 else ""
    return f"every choice that leads to it has a `when` that never holds{days}"


def _explained(found: list[Finding]) -> bool:
    """Whether scenes that nobody reaches explain a missing offer already."""
    return any(finding.code in ("N201", "N205") for finding in found)


def _endless(reach: Reach, told_of: set[tuple[str | int, ...]]) -> Iterator[Finding]:
    """The first moment from which play goes on for ever, though lines to an ending are drawn."""
    moments = [
        (len(answer.walk), scene, answer) for scene, answer in reach.trapped.items() if answer.possible
    ]
    if moments and not any(("scenes", scene) in told_of for _, scene, _ in moments):
        _, scene, answer = min(moments)
        yield Finding(
            "N204",
            Severity.ERROR,
            f"from the scene '{scene}' there comes a moment when no way leads to an ending",
            ("scenes", scene),
            hint=_walk(answer),
        )
