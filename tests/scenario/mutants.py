"""Scenarios with one thing broken, and whether that changes what can be reached: to hold `check` against."""

import copy
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import tomli_w

from negotiator.analysis.checking import deepened
from negotiator.analysis.search import Graph, explore
from negotiator.game.compiling import compile_game
from negotiator.scenario.loader import Loaded, load_text
from negotiator.scenario.models import Scenario
from tests.analysis.brute import brute

Data = dict[str, Any]
"""A scenario as TOML gives it."""

PLENTY = 700_000
"""States for the exact search that says what is true of a mutant: twice what the full case has."""

FEW = 5000
"""States for brute force."""


class Mutant(NamedTuple):
    """A scenario with one thing broken."""

    name: str
    data: Data

    def checked(self) -> Loaded:
        """What `check` says of it."""
        return deepened(load_text(tomli_w.dumps(self.data), "mutant.toml", "mutant"))


def mutants(data: Data) -> Iterator[Mutant]:
    """Every mutant: targets, facts, conditions, exits, effects and bounds, each broken once."""
    goals = [*data["scenes"], *data["endings"]]
    for scene, choice, _ in _choices(data):
        where = f"{scene}.{choice}"
        yield from _targets(data, scene, choice, goals)
        yield _with(
            data, f"delete the exit {where}", lambda d, s=scene, c=choice: d["scenes"][s]["choices"].pop(c)
        )
        yield from _conditions(data, scene, choice)
        for key in ("learn", "change", "set"):
            if key in data["scenes"][scene]["choices"][choice]:
                yield _with(
                    data, f"drop {key} of {where}",
                    lambda d, s=scene, c=choice, k=key: d["scenes"][s]["choices"][c].pop(k),
                )  # fmt: skip
    for fact, model in data.get("facts", {}).items():
        if model.get("known_by"):
            yield _with(data, f"drop the owners of {fact}", lambda d, f=fact: d["facts"][f].pop("known_by"))
    for scene in data["scenes"]:
        if "stage" in data["scenes"][scene]:
            yield _with(data, f"drop the stage of {scene}", lambda d, s=scene: d["scenes"][s].pop("stage"))


def _choices(data: Data) -> Iterator[tuple[str, str, Data]]:
    for scene, model in data["scenes"].items():
        for choice, one in model.get("choices", {}).items():
            yield scene, choice, one


def _with(data: Data, name: str, change: Any) -> Mutant:
    changed = copy.deepcopy(data)
    change(changed)
    return Mutant(name, changed)


def _targets(data: Data, scene: str, choice: str, goals: list[str]) -> Iterator[Mutant]:
    """A target that does not exist, and one that does and is another."""
    old = data["scenes"][scene]["choices"][choice].get("goto")
    if old is None:
        return
    others = [goal for goal in goals if goal not in (old, scene)]
    # Always the same other one for the same choice, and not always the first.
    other = others[sum(map(ord, scene + choice)) % len(others)]
    for name, goal in (("rename", f"{old}-x"), ("turn round", other)):
        yield _with(
            data, f"{name} the target of {scene}.{choice}",
            lambda d, g=goal: d["scenes"][scene]["choices"][choice].update(goto=g),
        )  # fmt: skip


def _conditions(data: Data, scene: str, choice: str) -> Iterator[Mutant]:
    when = data["scenes"][scene]["choices"][choice].get("when")
    if when is None:
        return
    changed = {"flip": f"not ({when})"}
    if raised := _raised(when):
        changed["raise a threshold of"] = raised
    for name, new in changed.items():
        yield _with(
            data, f"{name} the condition of {scene}.{choice}",
            lambda d, n=new: d["scenes"][scene]["choices"][choice].update(when=n),
        )  # fmt: skip


def _raised(when: str) -> str:
    """The condition with its first lower bound out of reach."""
    new = re.sub(r">(=?) ?-?\d+", r">\1 9999", when, count=1)
    return new if new != when else ""


class Reached(NamedTuple):
    """What can come about, by id."""

    places: frozenset[str]
    choices: frozenset[tuple[str, str]]
    dead: frozenset[str]
    """Scenes with a moment in which no choice can be taken."""


def by_brute_force(scenario: Scenario) -> Reached | None:
    """By looking at every unmerged state; by the search where there are too many of them."""
    game = compile_game(scenario)
    truth = brute(game, FEW)
    if truth is None:
        return by_search(scenario)
    ids = [place.id for place in game.places]
    return Reached(
        frozenset([*(ids[at] for at in truth.scenes), *(game.stops[at].id for at in truth.endings)]),
        frozenset((ids[at], choice) for at, choice in truth.taken),
        frozenset(ids[at] for at in truth.stuck | truth.endless),
    )


def by_search(scenario: Scenario) -> Reached | None:
    """By the whole exact search, without the bounds that `check` reasons with; None where it is too long."""
    graph = explore(compile_game(scenario), PLENTY)
    return _reached(graph) if graph.complete else None


def _reached(graph: Graph) -> Reached:
    game = graph.game
    ids = [place.id for place in game.places]
    labels = [graph.labels[one] for one in set(graph.said)]
    return Reached(
        frozenset(
            [
                *(ids[at] for at in {graph.scene(one) for one in range(len(graph.keys))}),
                *(game.stops[-2 - target].id for target in set(graph.targets) if target < 0),
            ]
        ),
        frozenset((ids[one.scene], one.option.id) for one in labels if one.option),
        frozenset(ids[graph.scene(at)] for at in _no_way_out(graph)),
    )


def _no_way_out(graph: Graph) -> set[int]:
    """States from which no ending can come."""
    before: list[list[int]] = [[] for _ in graph.keys]
    work = []
    for at in range(len(graph.keys)):
        for target in graph.targets[graph.rows[at] : graph.rows[at + 1]]:
            if target < 0:
                work.append(at)
            else:
                before[target].append(at)
    out = set(work)
    while work:
        for at in before[work.pop()]:
            if at not in out:
                out.add(at)
                work.append(at)
    return set(range(len(graph.keys))) - out


def worse(before: Reached, after: Reached, scenario: Scenario) -> bool:
    """Whether something that is still in the file can no more be reached, or there is a new dead end."""
    places = {*scenario.scenes, *scenario.endings}
    choices = {(sid, cid) for sid, scene in scenario.scenes.items() for cid in scene.choices}
    return bool(
        (before.places & places) - after.places
        or (before.choices & choices) - after.choices
        or after.dead - before.dead
    )


class Score(NamedTuple):
    """What `check` made of some mutants."""

    tried: int
    unloadable: int
    """Mutants that the loader turns down."""
    changed: int
    """Mutants that can be played, and in which something is lost."""
    missed: tuple[str, ...]
    """Of these the ones that `check` says nothing new about."""
    unknown: tuple[str, ...]
    """Mutants too long for the exact search, so that nobody knows."""

    def __str__(self) -> str:
        return (
            f"{self.tried} mutants: {self.unloadable} cannot be loaded, {self.changed} change what can be reached, "
            f"of these {self.changed - len(self.missed)} caught ({', '.join(self.missed) or 'none missed'}); "
            f"{len(self.unknown)} too long to tell"
        )


def score(data: Data, chosen: list[Mutant], *, whole: bool) -> Score:
    """Try mutants. `whole`: short enough for brute force."""
    original = Mutant("original", data).checked()
    assert original.scenario is not None
    known = _codes(original)
    truth = by_brute_force if whole else by_search
    before = truth(original.scenario)
    assert before is not None
    unloadable = changed = 0
    missed, unknown = [], []
    for mutant in chosen:
        scenario = load_text(tomli_w.dumps(mutant.data), "mutant.toml", "mutant").scenario
        if scenario is None:
            unloadable += 1
            continue
        after = truth(scenario)
        if after is None:
            unknown.append(mutant.name)
        elif worse(before, after, scenario):
            changed += 1
            if not _codes(mutant.checked()) - known:
                missed.append(mutant.name)
    return Score(len(chosen), unloadable, changed, tuple(missed), tuple(unknown))


def _codes(loaded: Loaded) -> set[tuple[str, tuple[str | int, ...]]]:
    return {(one.code, one.path) for one in loaded.findings}
