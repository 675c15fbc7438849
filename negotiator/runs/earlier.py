"""Moves of a log in today's names: what a scenario has renamed since is found by its earlier ids."""

from collections.abc import Mapping
from typing import Protocol

from negotiator.game.moves import SAID_WITH
from negotiator.game.rules import Option
from negotiator.game.state import Move
from negotiator.scenario.models import Scenario

PACKAGES = ("propose", "offer-set", "try")
ISSUES = ("tell", "declare", "guess")


class Remembering(Protocol):
    """A table of the file that may list its earlier ids."""

    @property
    def renamed_from(self) -> list[str]:
        """Its earlier ids."""


def current(scenario: Scenario, move: Move) -> Move:
    """The move as it is written today. Names that nothing has ever had stay as they are."""
    deal = scenario.deal
    if deal is None or not move.line:
        return move
    words = move.line.split()
    issues = deal.issues
    if move.kind in PACKAGES:
        words = _package(scenario, words)
    elif move.kind in ISSUES:
        words = [f"-{now(issues, word[1:])}" if word[0] == "-" else now(issues, word) for word in words]
    elif move.kind == "pause":
        words = [now(deal.limits, word) for word in words]
    elif move.kind == "ask":
        words[-1] = _topic(scenario, words[-1])
    return move._replace(line=" ".join(words))


def came_out(option: Option, outcome: str) -> str:
    """The outcome of a choice by its id of today."""
    return now(option.model.outcomes, outcome)


def now(named: Mapping[str, Remembering], name: str) -> str:
    """The id of today of what has or had this name; the name itself when nothing ever had it."""
    if name in named:
        return name
    return next((today for today, one in named.items() if name in one.renamed_from), name)


def _topic(scenario: Scenario, topic: str) -> str:
    """What a question is about: an issue, a limit or a fact."""
    assert scenario.deal is not None
    every: tuple[Mapping[str, Remembering], ...] = (
        scenario.deal.issues,
        scenario.deal.limits,
        scenario.facts,
    )
    if any(topic in named for named in every):
        return topic
    return next((today for named in every if (today := now(named, topic)) != topic), topic)


def _package(scenario: Scenario, words: list[str]) -> list[str]:
    assert scenario.deal is not None
    shapes, issues = scenario.deal.structures, scenario.deal.issues
    said, first = [], True
    for word in words:
        name, mark, value = word.partition("=")
        if word == "|":
            said.append(word)
        elif first:
            said.append(now(shapes, word))
        elif name == "citing" and name not in issues:
            said.append(f"citing={now(scenario.facts, value)}")
        elif mark and (name not in SAID_WITH or name in issues):
            issue = now(issues, name)
            option = now(issues[issue].options, value) if issue in issues else value
            said.append(f"{issue}={option}")
        else:
            said.append(word)
        first = word == "|"
    return said
