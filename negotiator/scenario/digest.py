"""What a run remembers of its scenario: a hash of the rules without texts, and one of everything said."""

import json
from hashlib import sha256

from negotiator.scenario import models as m
from negotiator.scenario.deal_models import Deal


def rules_hash(scenario: m.Scenario) -> str:
    """SHA-256 (hex) of what play depends on. Mended texts and swapped choices change nothing.

    What has its default value is left out, so that a key added to the format later keeps old hashes.
    """
    rules = {
        "start": scenario.start,
        "undo": scenario.undo,
        "state": {name: _state(var) for name, var in scenario.state.items()},
        "facts": {
            name: _given(
                known_by=sorted(fact.known_by),
                found=bool(fact.found),
                guarded=fact.guarded,
                topic=bool(fact.topic),
            )
            for name, fact in scenario.facts.items()
        },
        "scenes": {
            name: {
                "stage": scene.stage,
                "choices": {cid: _choice(one) for cid, one in scene.choices.items()},
                **_given(bargain=scene.bargain.model_dump() if scene.bargain else None),
            }
            for name, scene in scenario.scenes.items()
        },
        "endings": {name: ending.outcome for name, ending in scenario.endings.items()},
        "offer": [scenario.offer.days, scenario.offer.on_expired] if scenario.offer else None,
        **({"deal": _deal(scenario.deal)} if scenario.deal else {}),
        **_given(flags={name: [flag.fact, _when(flag.cured)] for name, flag in scenario.flags.items()}),
    }
    return _hex(json.dumps(rules, sort_keys=True, separators=(",", ":")))


def text_hash(scenario: m.Scenario) -> str:
    """SHA-256 (hex) of everything the file says to the player, in the author's order."""
    said = scenario.model_dump_json(
        by_alias=True, exclude_defaults=True, exclude={"id", "format", "accept", "guide"}
    )
    return _hex(said)


def _hex(said: str) -> str:
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _given(**rules: object) -> dict[str, object]:
    """Only what says something."""
    return {key: rule for key, rule in rules.items() if rule}


def _state(var: m.Flag | m.Number | m.Word) -> list[object]:
    if isinstance(var, m.Number):
        return [var.start, var.min, var.max]
    return [var.start, *var.one_of] if isinstance(var, m.Word) else [var.start]


def _choice(choice: m.Choice) -> dict[str, object]:
    scores = choice.scores
    return _given(
        **_effects(choice),
        kind=choice.kind,
        when=_when(choice.when),
        locked=choice.locked is not None,
        scores=_given(courage=scores.courage, finesse=scores.finesse, fit=scores.fit),
        days=choice.days,
        once=choice.once if choice.once is not None else choice.goto == m.HERE,
        goto=choice.goto,
        outcomes={
            name: _given(**_effects(branch), weight=branch.weight, when=_when(branch.when), goto=branch.goto)
            for name, branch in choice.outcomes.items()
        },
    )


def _deal(deal: Deal) -> object:
    """Everything of a deal but its words, in the author's order: options are ordered by it."""
    wording = {"label", "is_", "says", "reason", "event", "lines", "renamed_from"}

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return [[key, bare(one)] for key, one in value.items() if key not in wording]
        return value

    return bare(deal.model_dump(exclude_defaults=True))


def _effects(model: m.Effects) -> dict[str, object]:
    return {
        "change": model.change,
        "set": model.set,
        "learn": sorted(model.learn),
        **_given(lift=sorted(model.lift)),
    }


def _when(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())
