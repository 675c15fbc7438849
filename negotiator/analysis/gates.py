"""Doors that close for good: what was done behind them, or to come through them, no longer matters."""

from functools import cache

from negotiator.analysis.conditions import Conditions
from negotiator.analysis.liveness import liveness, targets
from negotiator.game.rules import Game, Option
from negotiator.scenario.meaning import All, Read

WORTH = 20_000
"""Scenes times choices that need an earlier one: past this, working out the gates takes longer than it saves."""


def once_only(game: Game, conditions: Conditions) -> list[tuple[int, int, int]]:
    """Scenes that are entered only by choices that can be taken once: the scene, the bits of those choices, and the
    bits of its own choices that no condition reads.
    """
    entries: dict[int, int] = {}
    always = {game.start, game.expired}
    for place in game.places:
        always.update(place.exits_all)
        for option in place.options:
            for target in {branch.target for branch in option.branches} or {option.target}:
                if option.once:
                    entries[target] = entries.get(target, 0) | option.effects.bit
                else:
                    always.add(target)
    read = 0
    for condition in conditions.asked():
        for one in conditions.reads(condition):
            if one.what == "chose":
                read |= 1 << game.slots.choices[one.name]
    found = []
    for at, mask in entries.items():
        if at < 0 or at in always:
            continue
        own = sum(
            option.effects.bit + sum(branch.effects.bit for branch in option.branches)
            for option in game.places[at].options
        )
        found.append((at, mask, own & ~read))
    return found


def gates(game: Game, conditions: Conditions) -> list[list[tuple[int, int]]]:
    """For each scene: the bit of a choice that is needed later and can come no more, and what lives without it.

    Choices that need an earlier one to have been made lead nowhere where it has not been and cannot be any more.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in game.places]
    needing = [
        (at, option, bit)
        for at, place in enumerate(game.places)
        for option in place.options
        for bit in _needed(game, option, conditions)
    ]
    if len(needing) * len(game.places) > WORTH:
        return found
    home = {option.effects.bit: at for at, place in enumerate(game.places) for option in place.options}
    reach = cache(lambda at: _reach(game, at))
    for at, option, bit in needing:
        open_ = [
            scene for scene in range(len(game.places)) if at in reach(scene) and home[bit] not in reach(scene)
        ]
        if not open_:
            continue
        alive = liveness(game, conditions, without=option)
        for scene in open_:
            found[scene].append((bit, alive[scene].taken | bit))
    return found


def _needed(game: Game, option: Option, conditions: Conditions) -> list[int]:
    """Bits of the choices that must have been made for this one."""
    if option.model.when is None or all(target < 0 for target in _goes(option)):
        return []
    meaning = conditions.meaning(option.model.when)
    terms = meaning.terms if isinstance(meaning, All) else (meaning,)
    return [
        1 << game.slots.choices[term.name]
        for term in terms
        if isinstance(term, Read) and term.what == "chose"
    ]


def _goes(option: Option) -> list[int]:
    return [branch.target for branch in option.branches] or [option.target]


def _reach(game: Game, start: int) -> set[int]:
    """Scenes that can come from a scene on, itself included: one is in it."""
    seen, work = {start}, [start]
    while work:
        for target in targets(game, game.places[work.pop()]):
            if target >= 0 and target not in seen:
                seen.add(target)
                work.append(target)
    return seen
