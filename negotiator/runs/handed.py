"""Handed-in runs played again by the engine, as the attempts of a room."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.analysis.cohort import Attempt
from negotiator.game.rules import Game
from negotiator.runs.collecting import person_key
from negotiator.runs.handin import Handed
from negotiator.runs.rejoin import rejoin
from negotiator.runs.roster import Known
from negotiator.scenario.digest import rules_hash
from negotiator.scenario.text import clean


@dataclass(frozen=True, slots=True)
class Replayed:
    """Everybody's attempts, who they are by the key of their attempts, and what was found."""

    attempts: tuple[Attempt, ...]
    people: dict[str, Known]
    findings: tuple[str, ...]


def replayed(game: Game, handed: Sequence[Handed]) -> Replayed:
    """Play each run again, move by move, as far as the rules allow it; what the files say of results is not read.

    A person's runs are attempts in the order in which they were begun; one that goes on from another run is never
    the first.
    """
    rules = rules_hash(game.scenario)
    attempts: list[Attempt] = []
    findings: list[str] = []
    people: dict[str, Known] = {}
    keys: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for one in sorted(handed, key=lambda one: (one.log.header.created, str(one.path))):
        whose = person_key(one) or f"file {one.path}"
        key = keys.setdefault(whose, f"person-{len(keys) + 1:03}")
        branched = bool(one.log.header.branched_from)
        numbers[key] = max(numbers.get(key, 0) + 1, 2 if branched else 1)
        people.setdefault(key, Known(one.said, one.student))
        found = rejoin(game, one.log, rules)
        notes = _notes(one, found.stopped, rules)
        if found.stopped:
            findings.append(f"{clean(one.path.name)}: {found.stopped}")
        attempts.append(
            Attempt(
                key=key,
                person=key.replace("-", " ").capitalize(),
                number=numbers[key],
                play=found.play,
                times=tuple(taken.at.isoformat() for taken in one.log.taken[: len(found.play.turns)]),
                note="; ".join(notes),
            )
        )
    return Replayed(tuple(attempts), people, tuple(findings))


def _notes(one: Handed, stopped: str, rules: str) -> list[str]:
    notes = []
    if one.log.lost:
        notes.append("changed after it was written")
    if stopped:
        notes.append("does not fit its scenario to the end")
    elif one.log.rules != {rules}:
        notes.append("played under other rules as well")
    if one.log.header.branched_from:
        notes.append("goes on from another run")
    return notes
