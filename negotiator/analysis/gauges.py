"""The three gauges of a debrief: a score in words, and every term of the story and of the table that made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.analysis.verdict import band
from negotiator.game.play import Play
from negotiator.game.scores import Scores

if TYPE_CHECKING:
    from negotiator.analysis.debrief import Decision
    from negotiator.game.judging import terms as judging
    from negotiator.scenario.deal_models import DealScores


@dataclass(frozen=True, slots=True)
class Term:
    """What one decision added to a gauge."""

    decision: int
    mark: int
    text: str


@dataclass(frozen=True, slots=True)
class TableTerm:
    """One thing the table's part of a gauge is made of."""

    name: str
    said: str
    share: int
    """0 to 100."""
    weight: int
    """Against the other terms; a negative one is points taken off."""
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """One of the three scores, with what made it."""

    name: str
    score: int | None
    """0 to 100, None when there is too little to judge."""
    band: str
    """In words, with the count behind it."""
    terms: tuple[Term, ...]
    """Every decision of the story that counted, the heaviest first."""
    story: int | None = None
    """What the story makes of it, 0 to 100."""
    table: int | None = None
    """What the table makes of it, 0 to 100; None where nothing was negotiated."""
    table_percent: int = 0
    """How much the table counts beside the story, in percent; 0 where only one of them could be judged."""
    at_table: tuple[TableTerm, ...] = ()
    """What the table's part is made of."""
    capped: bool = False
    """Held down, because the letter was signed unasked though something better for both could have been known."""


def gauges(
    scores: Scores,
    decisions: "Sequence[Decision]",
    table: tuple[int, ...],
    percents: "DealScores | None" = None,
) -> tuple[Gauge, ...]:
    """Courage, finesse and fit, in this order. `table`: see `table_decisions`; `percents`: what the table counts."""
    found = []
    for name in ("courage", "finesse", "fit"):
        value: int | None = getattr(scores, name)
        terms = [
            Term(one.number, mark, one.text)
            for one in decisions
            if one.first and (mark := int(getattr(one.marks, name)))
        ]
        terms.sort(key=lambda term: (-abs(term.mark), term.decision))
        part = getattr(scores.table, name) if scores.table else None
        at_table = tuple(_table_term(term, table) for term in part.terms) if part else ()
        story = getattr(scores.story, name) if scores.story else value
        both = part is not None and part.score is not None and story is not None
        count = scores.asks if name == "finesse" else len(terms) + len(at_table)
        found.append(
            Gauge(
                name,
                value,
                band(name, value, count),
                tuple(terms),
                story=story,
                table=part.score if part else None,
                table_percent=getattr(percents, name) if percents and both else 0,
                at_table=at_table,
                capped=scores.capped and name == "courage",
            )
        )
    return tuple(found)


def _table_term(term: "judging.Term", table: tuple[int, ...]) -> TableTerm:
    decisions = tuple(table[at] for at in term.deeds if at < len(table))
    return TableTerm(term.name, term.said, term.share, term.weight, decisions)


def table_decisions(play: Play) -> tuple[int, ...]:
    """For each deed of the talk the number of the decision that it was."""
    numbers: list[int] = []
    for number, turn in enumerate(play.turns, 1):
        had = len(turn.before.talk.deeds) if turn.before.talk else 0
        now = len(turn.after.talk.deeds) if turn.after.talk else 0
        numbers += [number] * (now - had)
    return tuple(numbers)
