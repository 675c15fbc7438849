"""Warnings and notes on a scenario whose names are right: what is idle, out of place, or no real choice."""

from collections.abc import Iterator

from negotiator.scenario.conditions import parse
from negotiator.scenario.findings import Finding, note, warning
from negotiator.scenario.models import STAGES, Choice, Effects, Scenario, Scene
from negotiator.scenario.roster import names_in

LONG = 1100
"""Characters of text that fill a screen of 80 by 24."""


def advice(scenario: Scenario) -> list[Finding]:
    """Everything worth a second look."""
    return [*_idle(scenario), *_arc(scenario), *_craft(scenario)]


def _choices(scenario: Scenario) -> Iterator[tuple[str, Scene, str, Choice]]:
    for sid, scene in scenario.scenes.items():
        for cid, choice in scene.choices.items():
            yield sid, scene, cid, choice


def _effects(scenario: Scenario) -> Iterator[Effects]:
    for _, _, _, choice in _choices(scenario):
        yield choice
        yield from choice.outcomes.values()


def _conditions(scenario: Scenario) -> Iterator[str]:
    for scene in scenario.scenes.values():
        yield from (piece.when for piece in scene.more.values())
    for ending in scenario.endings.values():
        yield from (piece.when for piece in ending.more.values())
    for _, _, _, choice in _choices(scenario):
        yield from filter(None, (choice.when, *(branch.when for branch in choice.outcomes.values())))
    for effects in _effects(scenario):
        yield from (piece.when for piece in effects.replies.values())


def _idle(scenario: Scenario) -> Iterator[Finding]:
    """States and facts that nothing uses."""
    read = {name for condition in set(_conditions(scenario)) for name in names_in(parse(condition))}
    moved = {name for effects in _effects(scenario) for name in (*effects.change, *effects.set)}
    taught = {fid for effects in _effects(scenario) for fid in effects.learn}
    for name in scenario.state:
        if name not in read:
            hint = "use it in a `when`, or take it away"
            yield warning("N301", f"nothing ever asks for the state '{name}'", ("state", name), hint)
        elif name not in moved:
            hint = "let a choice change or set it, or take it away"
            yield warning("N302", f"nothing ever changes the state '{name}'", ("state", name), hint)
    for fid in scenario.facts:
        if fid not in taught:
            hint = f'let a choice teach it: learn = ["{fid}"]'
            yield warning("N303", f"no choice teaches the fact '{fid}'", ("facts", fid), hint)


def _arc(scenario: Scenario) -> Iterator[Finding]:
    """The arc from candidate to decision."""
    for sid, scene, cid, choice in _choices(scenario):
        path = ("scenes", sid, "choices", cid)
        if scene.stage == STAGES[0]:
            if choice.days:
                hint = "days count once the written offer is there; take it away"
                yield warning("N243", f"'{cid}' costs days of an offer that is not there yet", (*path, "days"), hint)
            if choice.kind == "counter" and not choice.premature:
                hint = "if it is meant as a mistake the player can make, add premature = true"
                yield warning("N244", f"'{cid}' is a counter before the written offer", (*path, "kind"), hint)
            continue
        branches = [((*path, "outcomes", oid, "goto"), one.goto) for oid, one in choice.outcomes.items()]
        for place, target in [((*path, "goto"), choice.goto), *branches]:
            if target in scenario.scenes and scenario.scenes[target].stage == STAGES[0]:
                hint = f"after the written offer nobody is one of many again; give '{target}' another stage"
                yield warning("N245", f"'{cid}' goes back to the candidate stage", place, hint)
                break
        if choice.days and scenario.offer is None:
            hint = "add [offer] with days and on_expired"
            yield warning("N246", f"'{cid}' costs days, and no offer says how many there are", (*path, "days"), hint)


def _craft(scenario: Scenario) -> Iterator[Finding]:
    """Notes of a reader."""
    alike = total = 0
    for sid, scene in scenario.scenes.items():
        if len(scene.text) > LONG:
            yield note("N310", f"the text of '{sid}' is longer than a screen", ("scenes", sid, "text"), "cut it, or make two scenes of it")
        marks = {cid: (c.scores.courage, c.scores.finesse, c.scores.fit) for cid, c in scene.choices.items()}
        for cid, (courage, finesse, fit) in marks.items():
            total += 1
            alike += courage * finesse > 0 and finesse * fit > 0
            others = [mark for other, mark in marks.items() if other != cid]
            if len(others) > 1 and all(courage > o[0] and finesse > o[1] and fit > o[2] for o in others):
                hint = "let it cost something, or let another be better at one of the three"
                yield note("N311", f"'{cid}' is the best of its scene at all three", ("scenes", sid, "choices", cid), hint)
    if total >= 10 and 2 * alike > total:
        hint = "courage without finesse, finesse without courage: that is where choices are"
        yield note("N312", f"the three marks point the same way in {alike} of {total} choices", ("scenes",), hint)
