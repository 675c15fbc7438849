"""Conditions as plain callables over the state, made once when a scenario is compiled."""

from collections.abc import Callable, Mapping

from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.scenario.meaning import COMPARE, MIRROR, All, Const, Meaning, Negation, Read, Relation, Some

When = Callable[[State], bool]
Getter = Callable[[State], int]


class Slots:
    """Where each name lives in the state."""

    def __init__(
        self,
        states: Mapping[str, int],
        facts: Mapping[str, int],
        scenes: Mapping[str, int],
        choices: Mapping[str, int],
        stages: tuple[int, ...],
        terms: Mapping[str, int],
        trust: Getter,
    ) -> None:
        self.states = states
        self.facts = facts
        self.scenes = scenes
        self.choices = choices
        self.stages = stages
        """Stage of each scene by its index."""
        self.terms = terms
        """Where letter, structure and each issue stand in State.agreed."""
        self.trust = trust
        """Trust before the talk about terms."""


def compile_when(meaning: Meaning, slots: Slots) -> When:
    """A callable that says whether the condition holds in a state."""
    if isinstance(meaning, All):
        return _all(tuple(compile_when(term, slots) for term in meaning.terms))
    if isinstance(meaning, Some):
        return _some(tuple(compile_when(term, slots) for term in meaning.terms))
    if isinstance(meaning, Negation):
        inner = compile_when(meaning.term, slots)
        return lambda s: not inner(s)
    if isinstance(meaning, Relation):
        return _relation(meaning, slots)
    get = _getter(meaning, slots)
    return lambda s: get(s) != 0


def _all(terms: tuple[When, ...]) -> When:
    if len(terms) == 2:
        first, second = terms
        return lambda s: first(s) and second(s)
    return lambda s: all(term(s) for term in terms)


def _some(terms: tuple[When, ...]) -> When:
    if len(terms) == 2:
        first, second = terms
        return lambda s: first(s) or second(s)
    return lambda s: any(term(s) for term in terms)


def _relation(test: Relation, slots: Slots) -> When:
    left, op, right = test.left, test.op, test.right
    if isinstance(left, Const) and isinstance(right, Read):
        left, op, right = right, MIRROR[op], left
    if isinstance(left, Read) and left.what == "state" and isinstance(right, Const):
        return _state_against(slots.states[left.name], op, right.value)
    first, second, compare = _getter(left, slots), _getter(right, slots), COMPARE[op]
    if any(isinstance(side, Read) and side.what == "agreed" for side in (left, right)):
        # While nothing is agreed nothing is true of it, whichever way it is asked.
        return lambda s: bool(s.agreed) and compare(first(s), second(s))
    return lambda s: compare(first(s), second(s))


def _state_against(slot: int, op: str, bound: int) -> When:
    """The commonest condition, without a call inside the call."""
    if op == "==":
        return lambda s: s.values[slot] == bound
    if op == "!=":
        return lambda s: s.values[slot] != bound
    if op in ("<", "<="):
        top = bound + (op == "<=")
        return lambda s: s.values[slot] < top
    bottom = bound + (op == ">")
    return lambda s: s.values[slot] >= bottom


def _getter(term: Const | Read, slots: Slots) -> Getter:
    if isinstance(term, Const):
        value = term.value
        return lambda _s: value
    what = term.what
    if what == "state":
        slot = slots.states[term.name]
        return lambda s: s.values[slot]
    if what == "knows":
        fact = slots.facts[term.name]
        return lambda s: s.facts >> fact & 1
    if what == "chose":
        choice = slots.choices[term.name]
        return lambda s: s.taken >> choice & 1
    if what in ("visited", "visits"):
        shift = slots.scenes[term.name] * VISIT_BITS
        if what == "visits":
            return lambda s: s.visits >> shift & MAX_VISITS
        return lambda s: 1 if s.visits >> shift & MAX_VISITS else 0
    if what == "stage":
        stages = slots.stages
        return lambda s: stages[s.scene]
    if what == "reached":
        return lambda s: s.reached
    if what == "agreed":
        at = slots.terms[term.name]
        return lambda s: s.agreed[at] if s.agreed else 0
    if what == "trust":
        before = slots.trust
        return lambda s: s.talk.trust if s.talk else before(s)
    return lambda s: s.days
