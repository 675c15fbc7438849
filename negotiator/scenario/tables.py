"""What each table of the file is: its model by its path, and how a message names it."""

from negotiator.scenario import deal_models as d
from negotiator.scenario import models as m
from negotiator.scenario.base import Model
from negotiator.scenario.findings import Path

Kind = type[Model] | None

_TOP: dict[str, type[Model]] = {"player": m.Player, "offer": m.Offer, "guide": m.Guide, "deal": d.Deal}
_NAMED: dict[str, type[Model]] = {
    "people": m.Person,
    "facts": m.Fact,
    "scenes": m.Scene,
    "endings": m.Ending,
    "flags": m.RedFlag,
    "state": m.Number,
}
_INSIDE: dict[tuple[type[Model], str], type[Model]] = {
    (m.Scene, "choices"): m.Choice,
    (m.Scene, "more"): m.Piece,
    (m.Ending, "more"): m.Piece,
    (m.Choice, "outcomes"): m.Branch,
    (m.Choice, "replies"): m.Piece,
    (m.Branch, "replies"): m.Piece,
    (m.Offer, "terms"): m.Term,
    (d.Deal, "structures"): d.DealStructure,
    (d.Deal, "issues"): d.DealIssue,
    (d.Deal, "limits"): d.DealLimit,
    (d.Deal, "joints"): d.DealJoint,
    (d.DealIssue, "options"): d.DealOption,
}
_DEAL: dict[Path, type[Model]] = {
    ("deal", "alternatives"): d.Alternatives,
    ("deal", "counterpart"): d.DealCounterpart,
    ("deal", "scores"): d.DealScores,
}
_HOMES: tuple[tuple[type[Model], str], ...] = (
    (m.Scenario, "the top of the file, above the first [table]"),
    (m.Choice, "a choice: [scenes.SCENE.choices.NAME]"),
    (m.Scene, "a scene: [scenes.NAME]"),
    (m.Ending, "an ending: [endings.NAME]"),
    (m.Person, "a person: [people.NAME]"),
    (m.Fact, "a fact: [facts.NAME]"),
    (m.Offer, "[offer]"),
    (m.Player, "[player]"),
    (m.Scores, "scores = { … } of a choice"),
    (m.Branch, "an outcome: [scenes.SCENE.choices.CHOICE.outcomes.NAME]"),
    (m.Guide, "[guide]"),
    (d.DealCounterpart, "[deal.counterpart]"),
)


_EVERYWHERE = {"id", "title", "name", "text", "coach"}
"""Keys of several tables: where one of them belongs cannot be told from its name."""


def kind_of(path: Path) -> Kind:
    """The model of the table at a path; None where there is none, as for [scenes] itself."""
    if not path:
        return m.Scenario
    if len(path) == 1:
        return _TOP.get(str(path[0]))
    if path[-1] == "scores":
        return m.Scores
    if path in _DEAL:
        return _DEAL[path]
    if len(path) == 3 and path[0] == "scenes" and path[-1] == "bargain":
        return m.Exits
    if path[:2] == ("deal", "alternatives"):
        return d.Alternative
    if path[0] == "deal" and path[-1] in ("worth", "importance", "chance"):
        return d.Pair
    if len(path) == 2 and path[0] in _NAMED:
        return _NAMED[str(path[0])]
    parent = kind_of(path[:-2])
    return _INSIDE.get((parent, str(path[-2]))) if parent else None


def keys_of(kind: Kind) -> list[str]:
    """The keys of a table as the author writes them."""
    if kind is None:
        return []
    if kind is m.Number:
        return ["start", "min", "max", "one_of", "up", "down"]
    return [info.alias or name for name, info in kind.model_fields.items()]


def required_of(kind: Kind) -> list[str]:
    """The keys that a table must have."""
    if kind is None or kind is m.Number:
        return []
    return [info.alias or name for name, info in kind.model_fields.items() if info.is_required()]


def said_table(path: Path) -> str:
    """A table as a message names it: [scenes.first-call]."""
    return f"[{'.'.join(map(str, path))}]" if path else "the file"


def homes(key: str, path: Path) -> str:
    """Where a key that stands in the wrong table belongs; empty when it belongs nowhere."""
    kind = kind_of(path)
    if kind is m.Choice and key == "text":
        return "what the player says is `say`, what the player does is `do`"
    if kind in (m.Choice, m.Branch) and key == "more":
        return "more paragraphs belong to a scene; a reply that depends on something is `replies`"
    for length in range(len(path) - 1, 0, -1):
        if key in keys_of(kind_of(path[:length])):
            return f"'{key}' belongs to {said_table(path[:length])}"
    for home, where in _HOMES:
        if home is not kind and key in keys_of(home) and key not in _EVERYWHERE:
            return f"'{key}' belongs to {where}"
    return ""
