"""What a file declares: people, facts, states, scenes; and what of it is too broken to judge others by."""

from collections.abc import Collection
from typing import get_args

from negotiator.scenario.conditions import Call, Compare, ConditionError, Expr, Junction, Name, Not, parse

from negotiator.scenario.meaning import FLAG, Names, resolve, suggest
from negotiator.scenario.models import Seat
from negotiator.scenario.raw import Raw, table, tables, whole, words

MOST_HINTS = 100
"""Suggestions that are looked for in one file: each compares a name with every known one."""
SEATS = frozenset(get_args(Seat))


class Roster:
    """The declared names. A section that is no table declares everything: its names cannot be known."""

    def __init__(self, raw: Raw) -> None:
        self.scenes = table(raw.get("scenes"))
        self.endings = table(raw.get("endings"))
        self.people = table(raw.get("people"))
        self.facts = table(raw.get("facts"))
        self.declared = table(raw.get("state"))
        self.targets = [*self.scenes, *self.endings]
        self.unsure = {
            name for name in ("people", "facts", "state") if not isinstance(raw.get(name, {}), dict)
        } | {name for name in ("scenes", "endings") if not table(raw.get(name))}
        self.states = {name: words_of(var) for name, var in self.declared.items()}
        self.vague = {name for name, var in self.declared.items() if is_vague(var)}
        """States whose declaration is broken: what fits them is not known."""
        unsure_choices = any(not isinstance(scene.get("choices", {}), dict) for _, scene in tables(self.scenes))
        self.unsure_names = bool(self.unsure & {"facts", "state", "scenes"}) or unsure_choices
        self.names = Names(
            states=self.states,
            facts=self.facts,
            scenes=self.scenes,
            choices={f"{sid}.{cid}" for sid, scene in tables(self.scenes) for cid in table(scene.get("choices"))},
        )
        self.hints = 0
        self.read: dict[str, list[tuple[str, ConditionError]]] = {}

    def hint(self, name: str, known: Collection[str], otherwise: str) -> str:
        """A suggestion, as long as there are not too many to look for."""
        self.hints += 1
        return (suggest(name, known) if self.hints <= MOST_HINTS else "") or otherwise

    def condition(self, text: str) -> list[tuple[str, ConditionError]]:
        """The mistakes of a condition with their codes; each text is looked at once."""
        if text not in self.read:
            self.read[text] = self._mistakes(text)
        return self.read[text]

    def _mistakes(self, text: str) -> list[tuple[str, ConditionError]]:
        try:
            expr = parse(text)
        except ConditionError as mistake:
            return [("N120", mistake)]
        if self.unsure_names or (self.vague and not self.vague.isdisjoint(names_in(expr))):
            return []
        self.hints += 1
        return [("N121" if one.undeclared else "N122", one) for one in resolve(expr, self.names)[1]]

    def owners(self, fid: str) -> list[str]:
        """The people who know a fact."""
        return [pid for _, pid in words(table(self.facts[fid]).get("known_by"))]

    def strangers(self, people: Collection[str]) -> bool:
        """Whether somebody among them is not declared: then who is meant is not known."""
        return "people" in self.unsure or any(pid not in self.people for pid in people)

    def seat(self, pid: str) -> object:
        """The seat as written, "other" when left out."""
        return table(self.people[pid]).get("seat", "other")

    def name(self, pid: str) -> str:
        """A person's name for a message."""
        name = table(self.people.get(pid)).get("name")
        return name if isinstance(name, str) else pid


def names_in(expr: Expr) -> set[str]:
    """The names a condition asks for; those in functions as "function(name)"."""
    if isinstance(expr, Name):
        return {expr.text}
    if isinstance(expr, Call):
        return {f"{expr.function}({expr.argument.text})"}
    if isinstance(expr, Compare):
        return names_in(expr.left) | names_in(expr.right)
    if isinstance(expr, Not):
        return names_in(expr.term)
    if isinstance(expr, Junction):
        return {name for term in expr.terms for name in names_in(term)}
    return set()


def words_of(var: object) -> tuple[str, ...]:
    """The words of a state as declared, FLAG for a flag, () for a number."""
    if isinstance(var, bool) or isinstance(table(var).get("start"), bool):
        return FLAG
    return tuple(word for _, word in words(table(var).get("one_of")))


def is_vague(var: object) -> bool:
    """Whether a state's declaration leaves open what it can be."""
    if isinstance(var, bool):
        return False
    shape = table(var)
    if isinstance(shape.get("start"), bool):
        return False
    if "one_of" in shape or isinstance(shape.get("start"), str):
        listed = shape.get("one_of")
        return not isinstance(listed, list) or not listed or any(not isinstance(word, str) for word in listed)
    return not all(whole(shape.get(key)) for key in ("start", "min", "max"))


