"""What a condition means: its tree resolved against the declared names, and everything in it an integer.

A flag is 0 or 1, a word its position in the author's list, a stage its position on the arc; so one kind of
comparison is enough for the engine. Mistakes of names and types are collected, not raised.
"""

import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from negotiator.scenario.conditions import Call, Compare, ConditionError, Expr, Junction, Name, Not, Num
from negotiator.scenario.deal_models import DealIssue
from negotiator.scenario.models import STAGES, Flag, Scenario, Word

FLAG = ("false", "true")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
STRUCTURE, LETTER = "structure", "letter"
"""What agreed( ) can be asked of besides the issues."""
AS_OFFERED = "as-offered"
"""The one structure of a deal that names none."""
COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""What each sign of a Relation asks of its two sides."""
MIRROR = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""The sign that asks the same with the sides exchanged."""


class Const(NamedTuple):
    """A number, also for a word or a flag that stands for one."""

    value: int


class Read(NamedTuple):
    """Something the engine looks up.

    `what` is state, knows, visited, visits, chose, stage, reached, days-left, trust, or agreed (`name` is an issue,
    or structure, or letter).
    """

    what: str
    name: str


class Relation(NamedTuple):
    """`left op right` between integers."""

    op: str
    left: "Const | Read"
    right: "Const | Read"


class Negation(NamedTuple):
    """`not term`."""

    term: "Meaning"


class All(NamedTuple):
    """Every term holds."""

    terms: tuple["Meaning", ...]


class Some(NamedTuple):
    """At least one term holds."""

    terms: tuple["Meaning", ...]


Meaning = Const | Read | Relation | Negation | All | Some


@dataclass(frozen=True, slots=True)
class Names:
    """What the file declares. `states` gives a state's words, FLAG for a flag and () for a number."""

    states: Mapping[str, tuple[str, ...]]
    facts: Collection[str]
    scenes: Collection[str]
    choices: Collection[str]
    """As "scene.choice"."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What agreed( ) can be asked of: issues with their options, structure, letter; empty without a deal."""
    counterpart: str = ""
    """Who sits across the table."""

    @classmethod
    def of(cls, scenario: Scenario) -> "Names":
        """The names of a scenario that has passed its checks."""
        return cls(
            states={
                name: FLAG if isinstance(var, Flag) else tuple(var.one_of) if isinstance(var, Word) else ()
                for name, var in scenario.state.items()
            },
            facts=scenario.facts.keys(),
            scenes=scenario.scenes.keys(),
            choices={f"{sid}.{cid}" for sid, scene in scenario.scenes.items() for cid in scene.choices},
            terms=terms_of(scenario.deal.structures, scenario.deal.issues) if scenario.deal else {},
            counterpart=scenario.deal.counterpart.who if scenario.deal and scenario.deal.counterpart else "",
        )


def terms_of(structures: Collection[str], issues: Mapping[str, DealIssue]) -> dict[str, tuple[str, ...]]:
    """What can be agreed on, with the words it can be."""
    return agreeable(structures, {name: tuple(issue.options) for name, issue in issues.items()})


def agreeable(
    structures: Collection[str], issues: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Issues with their options, then the structures, and whether it is the letter unchanged."""
    return {**issues, STRUCTURE: tuple(structures) or (AS_OFFERED,), LETTER: FLAG}


def suggest(name: str, known: Collection[str]) -> str:
    """Say "did you mean 'x'?", or nothing when no known name is near."""
    if len(known) > 2000:
        known = [one for one in known if one[:1] == name[:1] and abs(len(one) - len(name)) <= 2][:2000]
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""


class _Resolver:
    def __init__(self, names: Names) -> None:
        self.names = names
        self.errors: list[ConditionError] = []

    def wrong(self, message: str, node: Expr, hint: str = "", *, undeclared: bool = False) -> Const:
        self.errors.append(ConditionError(message, node.at, node.length, hint, undeclared=undeclared))
        return Const(0)

    def truth(self, node: Expr) -> Meaning:
        if isinstance(node, Junction):
            terms = tuple(self.truth(term) for term in node.terms)
            return All(terms) if node.op == "and" else Some(terms)
        if isinstance(node, Not):
            return Negation(self.truth(node.term))
        if isinstance(node, Compare):
            return self.compare(node)
        before = len(self.errors)
        value, words = self.value(node)
        if len(self.errors) == before and words != FLAG:
            said = _said(node)
            kind = "a word" if words else "a number"
            example = f"for example `{said} == {words[0]}`" if words else f"for example `{said} >= 1`"
            return self.wrong(f"{said} is {kind}, so it has to be compared with something", node, example)
        return value

    def compare(self, node: Compare) -> Meaning:
        before = len(self.errors)
        left, left_words = self.side(node.left, node.right)
        right, right_words = self.side(node.right, node.left)
        if len(self.errors) > before:
            self.one_of_two(before)
            self.number_beside(node)
            return Const(0)
        if left_words != right_words:
            return self.wrong(
                f"{_kind(left_words)} is compared with {_kind(right_words)}", node, self.clash_hint(node)
            )
        if left_words == FLAG and node.op not in ("==", "!="):
            return self.wrong(
                f"true and false have no order, so '{node.op}' cannot compare them", node, "use == or !="
            )
        return Relation(node.op, left, right)

    def one_of_two(self, before: int) -> None:
        """Of two names that are not declared, one is most likely a word of the state meant by the other."""
        both = self.errors[before:]
        if len(both) == 2 and all(one.undeclared and one.bare for one in both):
            listed = {word for words in self.names.states.values() for word in words}
            del self.errors[before + (1 if both[0].bare not in listed else 0)]

    def number_beside(self, node: Compare) -> None:
        """What a number is compared with is not looked for among names: rapport == warm."""
        sides = (node.left, node.right)
        number = next((s for s in sides if isinstance(s, Name) and self.names.states.get(s.text) == ()), None)
        error = self.errors[-1]
        if number and error.bare and error.bare.lower() not in NUMBERS:
            error.hint = f"'{number.text}' is a number: compare it with one, for example {number.text} >= 1"

    def clash_hint(self, node: Compare) -> str:
        for side in (node.left, node.right):
            if isinstance(side, Name | Call) and (words := self.words_of(side)):
                return f"{_said(side)} is one of: {', '.join(words)}"
        return ""

    def side(self, node: Expr, other: Expr) -> tuple["Const | Read", tuple[str, ...]]:
        """One side of a comparison; a name may be a word of the other side's list."""
        if isinstance(node, Name) and node.text not in FLAG:
            words = self.words_of(other)
            if node.text in words:
                return Const(words.index(node.text)), words
            if words and (node.quoted or (node.text not in self.names.states and not _built_in(node.text))):
                hint = suggest(node.text, words) or f"it can be: {', '.join(words)}"
                said = _said(other)
                return self.wrong(f"{said} is never '{node.text}'", node, hint), words
        return self.value(node)

    def words_of(self, node: Expr) -> tuple[str, ...]:
        if isinstance(node, Call) and node.function == "agreed":
            words = self.names.terms.get(node.argument.text, ())
            return () if words == FLAG else words
        if not isinstance(node, Name) or node.quoted:
            return ()
        if node.text in ("stage", "reached"):
            return STAGES
        words = self.names.states.get(node.text, ())
        return () if words == FLAG else words

    def value(self, node: Expr) -> tuple["Const | Read", tuple[str, ...]]:
        if isinstance(node, Num):
            return Const(node.value), ()
        if isinstance(node, Call):
            return self.call(node)
        if not isinstance(node, Name):
            return self.wrong("a comparison takes a name or a number on each side", node), ()
        if node.text in FLAG:
            return Const(FLAG.index(node.text)), FLAG
        if node.text in ("stage", "reached"):
            return Read(node.text, ""), STAGES
        if node.text == "days-left":
            return Read(node.text, ""), ()
        if node.text in self.names.states:
            return Read("state", node.text), self.names.states[node.text]
        hint = suggest(node.text, [*self.names.states, "stage", "reached", "days-left"])
        if not hint and node.text in self.names.facts:
            hint = f"a fact is asked for with knows({node.text})"
        elif not hint and node.text in self.names.scenes:
            hint = f"a scene is asked for with visited({node.text})"
        elif not hint and node.text.lower() in NUMBERS:
            hint = f"write {NUMBERS.index(node.text.lower())}, in figures"
        self.wrong(
            f"'{node.text}' is not declared", node, hint or "declare it under [state]", undeclared=True
        )
        self.errors[-1].bare = node.text
        return Const(0), ()

    def call(self, node: Call) -> tuple["Const | Read", tuple[str, ...]]:
        known = {
            "knows": (self.names.facts, "fact", FLAG),
            "visited": (self.names.scenes, "scene", FLAG),
            "visits": (self.names.scenes, "scene", ()),
            "chose": (self.names.choices, "choice", FLAG),
            "trust": ({self.names.counterpart} - {""}, "counterpart", ()),
            "agreed": (
                self.names.terms.keys(),
                "issue",
                self.names.terms.get(node.argument.text, ()),
            ),
        }.get(node.function)
        if known is None:
            functions = ("knows", "visited", "visits", "chose", "agreed", "trust")
            hint = suggest(node.function, functions) or f"there are: {', '.join(functions)}"
            wrong = Name(node.function, node.at, len(node.function))
            return self.wrong(f"there is no {node.function}( )", wrong, hint, undeclared=True), FLAG
        names, what, words = known
        if node.argument.text not in names:
            hint = suggest(node.argument.text, names)
            if what == "choice" and "." not in node.argument.text:
                hint = "a choice is named with its scene: chose(scene.choice)"
            return self.wrong(
                f"there is no {what} '{node.argument.text}'", node.argument, hint, undeclared=True
            ), words
        return Read(node.function, node.argument.text), words


def _said(node: Expr) -> str:
    if isinstance(node, Call):
        return f"{node.function}({node.argument.text})"
    return node.text if isinstance(node, Name) else "this"


def _built_in(text: str) -> bool:
    return text in ("stage", "reached", "days-left")


def _kind(words: tuple[str, ...]) -> str:
    if not words:
        return "a number"
    return "true or false" if words == FLAG else "a word"


def resolve(expr: Expr, names: Names) -> tuple[Meaning, list[ConditionError]]:
    """What `expr` means with these names, and every mistake in it (then the meaning is of no use)."""
    resolver = _Resolver(names)
    meaning = resolver.truth(expr)
    return meaning, resolver.errors
