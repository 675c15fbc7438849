"""Two hashes of a scenario: one of its rules, which saved runs depend on, and one of its texts."""

import hashlib
import json
from typing import Any

from negotiator.scenario.models import Branch, Choice, Effects, Scenario


def rules_hash(scenario: Scenario) -> str:
    """SHA-256, in hex, of everything that decides how play goes, and of nothing that is only read.

    The order of tables does not count, nor do texts: a mended typo or a choice moved up changes nothing.
    """
    return _sha(_rules(scenario))


def text_hash(scenario: Scenario) -> str:
    """SHA-256, in hex, of the whole scenario, texts and order included."""
    return hashlib.sha256(scenario.model_dump_json(by_alias=True).encode()).hexdigest()


def _sha(value: object) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _rules(scenario: Scenario) -> dict[str, Any]:
    return {
        "format": scenario.format,
        "id": scenario.id,
        "start": scenario.start,
        "undo": scenario.undo,
        "seats": {pid: person.seat for pid, person in scenario.people.items()},
        "state": {
            name: var.model_dump(exclude={"up", "down"}) for name, var in scenario.state.items()
        },
        "facts": {
            fid: [sorted(fact.known_by), bool(fact.found), fact.guarded] for fid, fact in scenario.facts.items()
        },
        "offer": [scenario.offer.days, scenario.offer.on_expired] if scenario.offer else None,
        "scenes": {
            sid: [
                scene.stage,
                scene.field,
                scene.with_,
                {cid: _choice(choice) for cid, choice in scene.choices.items()},
            ]
            for sid, scene in scenario.scenes.items()
        },
        "endings": {eid: ending.outcome for eid, ending in scenario.endings.items()},
    }


def _effects(effects: Effects) -> list[Any]:
    return [effects.change, effects.set, effects.learn, effects.goto if isinstance(effects, Choice | Branch) else ""]


def _choice(choice: Choice) -> list[Any]:
    scores = choice.scores
    return [
        choice.kind,
        choice.when,
        choice.locked is not None,
        choice.once,
        [scores.courage, scores.finesse, scores.fit],
        choice.days,
        _effects(choice),
        {bid: [branch.weight, branch.when, _effects(branch)] for bid, branch in choice.outcomes.items()},
    ]
