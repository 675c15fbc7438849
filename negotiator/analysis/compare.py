"""Two runs of one scenario side by side: where they parted, the same moments met in two ways, and what came of it.

Seeing two conducts of the same moment beside each other teaches more than seeing the other side's points
(Nadler, Thompson & Van Boven 2003).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from negotiator.analysis.debrief import Debrief, Decision


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one of the runs came to. What does not apply is None."""

    sentence: str
    ending: str | None
    """Title; None while the story goes on."""
    outcome: str | None
    courage: int | None
    finesse: int | None
    fit: int | None
    decisions: int
    asks: int
    learned: int
    packages: int | None
    """Packages sent at the table."""
    deal: str | None
    """agreed, walked, impasse, withdrawn or open."""
    own: int | None
    """Points of the deal for the player, of the alternative without one."""
    theirs: int | None
    efficiency: float | None
    left_own: int | None
    """Points more that could have been had at no cost to the other side."""
    trust: int | None
    lost: int | None
    """Own points lost against the best line found, over all decisions."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """One issue in the letter and in both deals; empty where there was none."""

    label: str
    letter: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A scene that both runs came to, with what only one of them did there."""

    scene: str
    place: str
    stage: str
    alike: int
    """Decisions that both took there."""
    left: tuple[Decision, ...]
    right: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs of one scenario."""

    scenario: str
    title: str
    language: str
    alike: int
    """Decisions that are the same from the start on."""
    parted: tuple[Decision | None, Decision | None] | None
    """The first decisions that differ, None where a run had ended; None when the runs are the same."""
    left: Outcome
    right: Outcome
    shape: TermPair | None
    """The shapes of the job; None where neither has a deal to speak of."""
    terms: tuple[TermPair, ...]
    moments: tuple[Moment, ...]
    """Scenes in which their conduct differed, in the order of the first run."""
    only_left: tuple[str, ...]
    """Places that only the first run came to."""
    only_right: tuple[str, ...]


def compare(left: Debrief, right: Debrief) -> Comparison:
    """Hold two runs of the same scenario against each other."""
    assert left.scenario == right.scenario
    pairs = zip(left.decisions, right.decisions, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: _key(pair[0]) == _key(pair[1]), pairs))
    rest = _at(left.decisions, alike), _at(right.decisions, alike)
    ours, theirs = _by_scene(left.decisions), _by_scene(right.decisions)
    return Comparison(
        scenario=left.scenario,
        title=left.title,
        language=left.language,
        alike=alike,
        parted=None if rest == (None, None) else rest,
        left=_outcome(left),
        right=_outcome(right),
        shape=_shape(left, right),
        terms=_terms(left, right),
        moments=tuple(
            moment for scene in ours if scene in theirs and (moment := _moment(ours[scene], theirs[scene]))
        ),
        only_left=_only(ours, theirs),
        only_right=_only(theirs, ours),
    )


def _key(decision: Decision) -> tuple[str, str, str]:
    return decision.scene, decision.move, decision.choice


def _at(decisions: Sequence[Decision], at: int) -> Decision | None:
    return decisions[at] if at < len(decisions) else None


def _by_scene(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for one in decisions:
        found.setdefault(one.scene, []).append(one)
    return found


def _only(ours: dict[str, list[Decision]], theirs: dict[str, list[Decision]]) -> tuple[str, ...]:
    places = (ours[scene][0].place or scene for scene in ours if scene not in theirs)
    return tuple(dict.fromkeys(places))


def _moment(ours: Sequence[Decision], theirs: Sequence[Decision]) -> Moment | None:
    """None where both did the same, in whatever order."""
    mine, other = {_key(one) for one in ours}, {_key(one) for one in theirs}
    if mine == other:
        return None
    first = ours[0]
    return Moment(
        scene=first.scene,
        place=first.place,
        stage=first.stage,
        alike=len(mine & other),
        left=tuple(one for one in ours if _key(one) not in other),
        right=tuple(one for one in theirs if _key(one) not in mine),
    )


def _outcome(debrief: Debrief) -> Outcome:
    deal, scores = debrief.dealt, debrief.scores
    return Outcome(
        sentence=debrief.sentence,
        ending=debrief.ending.title if debrief.ending else None,
        outcome=debrief.ending.outcome if debrief.ending else None,
        courage=scores.courage,
        finesse=scores.finesse,
        fit=scores.fit,
        decisions=len(debrief.decisions),
        asks=scores.asks,
        learned=len(debrief.learned),
        packages=sum(one.by == "you" for one in deal.rounds) if deal else None,
        deal=deal.kind if deal else None,
        own=(deal.agreed.own if deal.agreed else deal.alternative[0]) if deal else None,
        theirs=(deal.agreed.theirs if deal.agreed else deal.alternative[1]) if deal else None,
        efficiency=deal.metrics.efficiency if deal and deal.metrics else None,
        left_own=deal.metrics.left_own if deal and deal.metrics else None,
        trust=deal.trust if deal else None,
        lost=sum(deal.lost.values()) if deal else None,
    )


def _shape(left: Debrief, right: Debrief) -> TermPair | None:
    deal = left.dealt or right.dealt
    if deal is None:
        return None
    one, other = (it.dealt.agreed if it.dealt else None for it in (left, right))
    return TermPair(
        "Shape of the job", deal.letter.shape, one.shape if one else "", other.shape if other else ""
    )


def _terms(left: Debrief, right: Debrief) -> tuple[TermPair, ...]:
    deal = left.dealt or right.dealt
    if deal is None:
        return ()
    ours, theirs = (
        {term.label: term.agreed for term in it.dealt.terms} if it.dealt else {} for it in (left, right)
    )
    return tuple(
        TermPair(term.label, term.letter, ours.get(term.label, ""), theirs.get(term.label, ""))
        for term in deal.terms
    )
