"""Conditions in plain words: "rapport is 2 or more and you know “Two seats are empty”"."""

from collections.abc import Iterable
from typing import NamedTuple

from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import (
    COMPARE,
    LETTER,
    MIRROR,
    STRUCTURE,
    All,
    Const,
    Meaning,
    Names,
    Negation,
    Read,
    Relation,
    Some,
    resolve,
)
from negotiator.scenario.models import STAGES, Flag, Scenario, Word

QUOTED = 80
"""Characters of a quoted text, at most."""

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_AGAINST_NUMBER = {
    "==": "{}",
    "!=": "not {}",
    "<": "less than {}",
    "<=": "{} or less",
    ">": "more than {}",
    ">=": "{} or more",
}
_AGAINST_READ = {
    "==": "the same as",
    "!=": "not the same as",
    "<": "less than",
    "<=": "no more than",
    ">": "more than",
    ">=": "no less than",
}
_ARC = {stage: stage.replace("_", " ") for stage in STAGES}


class Part(NamedTuple):
    """A piece of a sentence."""

    text: str
    kind: str = ""
    """scene, choice or fact where the piece names one; empty for other words."""
    id: str = ""
    """Its id; of a choice "scene.choice"."""


Parts = tuple[Part, ...]


def in_words(condition: str, scenario: Scenario) -> str:
    """What a condition of a scenario that has passed its checks asks for, as a clause that fits after "if".

    Raises:
        ConditionError: the text is not a condition.
    """
    return Wording(scenario).condition(condition)


class Wording:
    """Puts the conditions of one scenario into words."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.names = Names.of(scenario)

    def condition(self, text: str) -> str:
        """A condition as a clause."""
        return plain(self.parts(text))

    def parts(self, text: str) -> Parts:
        """A condition as pieces, with the ids of what they name."""
        return self.meaning(resolve(parse(text), self.names)[0])

    def meaning(self, meaning: Meaning, *, holds: bool = True) -> Parts:
        """What has to be so that `meaning` holds (or does not)."""
        match meaning:
            case Negation(term):
                return self.meaning(term, holds=not holds)
            case All(terms) | Some(terms):
                return self._joined(terms, every=isinstance(meaning, All) is holds, holds=holds)
            case Relation(op, left, right):
                return self._relation(op, left, right, holds=holds)
            case Const(value):
                return (Part("always" if bool(value) is holds else "never"),)
            case Read():
                return self._flag(meaning, holds=holds)

    def _joined(self, terms: tuple[Meaning, ...], *, every: bool, holds: bool) -> Parts:
        out: list[Part] = []
        mixed = any(isinstance(_bare(term), All | Some) for term in terms)
        for at, term in enumerate(terms):
            if at:
                out.append(Part(" and " if every else ", or " if mixed else " or "))
            inner = self.meaning(term, holds=holds)
            loose = every and isinstance(_bare(term), All | Some)
            out += (Part("("), *inner, Part(")")) if loose else inner
        return tuple(out)

    def _relation(self, op: str, left: Const | Read, right: Const | Read, *, holds: bool) -> Parts:
        if isinstance(left, Const):
            op, left, right = MIRROR[op], right, left
        if isinstance(left, Const):
            assert isinstance(right, Const)
            return (Part("always" if COMPARE[op](left.value, right.value) is holds else "never"),)
        if isinstance(right, Const):
            if left.what == "agreed":
                return self._agreed(op, left, right.value, holds=holds)
            return self._against(op if holds else _OPPOSITE[op], left, right.value)
        said = (*self._subject(left), Part(f" is {_AGAINST_READ[op]} "), *self._subject(right))
        return said if holds else (Part("it is not so that "), *said)

    def _against(self, op: str, read: Read, value: int) -> Parts:
        """Something held against a number, a word, a stage or a truth."""
        if read.what in ("knows", "visited", "chose") or self._is_flag(read):
            return self._flag(read, holds=COMPARE[op](1, value))
        if read.what == "visits":
            times = _AGAINST_NUMBER[op].format(f"{value} time{'' if value == 1 else 's'}")
            return (*self._subject(read), Part(f" {times}"))
        if words := self._words(read):
            return (*self._subject(read), Part(f" {_among(op, value, words)}"))
        return (*self._subject(read), Part(f" is {_AGAINST_NUMBER[op].format(value)}"))

    def _agreed(self, op: str, read: Read, value: int, *, holds: bool) -> Parts:
        """While nothing is agreed nothing is true of it, so a "not" stands before the whole."""
        if read.name == LETTER:
            if COMPARE[op](1, value):
                return self._flag(read, holds=holds)
            return (
                Part(
                    "something other than the letter is agreed"
                    if holds
                    else "nothing but the letter is agreed"
                ),
            )
        words = self._words(read)
        fitting = [word for at, word in enumerate(words) if COMPARE[op](at, value)]
        if len(fitting) == len(words):
            return (Part("there is an agreement" if holds else "nothing is agreed"),)
        named = _alternatives(fitting) if fitting else "never"
        return (Part(f"{self._agreed_on(read)} is {'' if holds else 'not '}agreed as {named}"),)

    def _flag(self, read: Read, *, holds: bool) -> Parts:
        match read.what:
            case "knows":
                says = self.scenario.facts[read.name].says
                return (
                    Part("you know " if holds else "you do not know "),
                    Part(quoted(says), "fact", read.name),
                )
            case "visited":
                return (
                    Part("you have been at " if holds else "you have not been at "),
                    Part(spaced(read.name), "scene", read.name),
                )
            case "chose":
                return (
                    Part("you have chosen " if holds else "you have not chosen "),
                    Part(quoted(self._choice(read.name)), "choice", read.name),
                )
            case "agreed":
                return (
                    Part("the letter is agreed" + (" as it is" if holds else " otherwise or not at all")),
                )
        return (Part(f"“{spaced(read.name)}” is {'' if holds else 'not '}true"),)

    def _subject(self, read: Read) -> Parts:
        match read.what:
            case "stage":
                return (Part("the stage"),)
            case "reached":
                return (Part("the furthest stage so far"),)
            case "days-left":
                return (Part("the number of days left"),)
            case "trust":
                return (Part(f"the trust of {self.scenario.people[read.name].name}"),)
            case "visits":
                return (Part("you have been at "), Part(spaced(read.name), "scene", read.name))
            case "agreed":
                return (Part(f"what is agreed for {self._agreed_on(read)}"),)
            case "knows" | "visited" | "chose":
                return (Part("whether "), *self._flag(read, holds=True))
        return (Part(spaced(read.name)),)

    def _agreed_on(self, read: Read) -> str:
        if read.name == STRUCTURE:
            return "the shape of the job"
        assert self.scenario.deal is not None
        return f"“{self.scenario.deal.issues[read.name].label}”"

    def _words(self, read: Read) -> tuple[str, ...]:
        """What it can be, in order; nothing for a number."""
        if read.what in ("stage", "reached"):
            return tuple(_ARC.values())
        if read.what == "agreed" and self.scenario.deal:
            deal = self.scenario.deal
            if read.name == STRUCTURE:
                return tuple(quoted(one.label) for one in deal.structures.values()) or ("“as offered”",)
            return tuple(quoted(option.is_) for option in deal.issues[read.name].options.values())
        var = self.scenario.state.get(read.name) if read.what == "state" else None
        return tuple(map(spaced, var.one_of)) if isinstance(var, Word) else ()

    def _is_flag(self, read: Read) -> bool:
        return read.what == "state" and isinstance(self.scenario.state.get(read.name), Flag)

    def _choice(self, name: str) -> str:
        scene, _, choice = name.partition(".")
        model = self.scenario.scenes[scene].choices[choice]
        return model.words or choice


def plain(parts: Iterable[Part]) -> str:
    """The pieces as one sentence."""
    return "".join(part.text for part in parts)


def quoted(text: str, longest: int = QUOTED) -> str:
    """The beginning of a text in quotation marks, cut at a word."""
    line = " ".join(text.split())
    if len(line) > longest:
        line = line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    return f"“{line.removesuffix('.')}”"


def spaced(name: str) -> str:
    """An id or a word of a list as one reads it."""
    return name.replace("-", " ")


def _bare(meaning: Meaning) -> Meaning:
    while isinstance(meaning, Negation):
        meaning = meaning.term
    return meaning


def _among(op: str, value: int, words: tuple[str, ...]) -> str:
    """Say which words of an ordered list fit."""
    fitting = [word for at, word in enumerate(words) if COMPARE[op](at, value)]
    if op == "!=":
        return f"is not {words[value]}"
    if op in ("<", "<=", "==") or len(fitting) <= 1:
        return f"is {_alternatives(fitting)}" if fitting else "is none of its words"
    return f"is {fitting[0]} or later" if len(fitting) > 2 else f"is {_alternatives(fitting)}"


def _alternatives(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
