"""The deal of a scenario, for its play-test: what is exact in it, and what strategies make of it."""

from collections.abc import Iterator

from negotiator.analysis.deal import analyse
from negotiator.analysis.playtest.tabled import DealPart, IssuePart, LimitPart, QuestionPart, StrategyPart
from negotiator.analysis.playtest.tally import Tally
from negotiator.analysis.simulate import setting_of, simulate
from negotiator.analysis.strategies import Mode
from negotiator.bargaining.deal import Deal, Limit
from negotiator.bargaining.questions import AboutIssue, Priorities
from negotiator.bargaining.talk import PRIORITIES
from negotiator.bargaining.worth import Worth
from negotiator.game.bargain import Bargain, bargain_of
from negotiator.game.draw import draw
from negotiator.game.rules import Game

SESSIONS = 100
"""Of each strategy."""
MOST_WEIGHT, SERVING = 9, 2
"""Most that can speak for lifting a limit, and the part of it that a package does which is better for the company."""


def deal_part(game: Game, tally: Tally, liftable: set[str], seed: int, sessions: int = SESSIONS) -> DealPart:
    """All that is to be said of the deal. `liftable`: limits that some choice lifts that can be taken."""
    bargain = bargain_of(game)
    report = analyse(bargain.deal)
    tallies = simulate(setting_of(game.scenario), list(Mode), sessions, seed)
    return DealPart(
        packages=report.packages,
        efficient=len(report.whole.points),
        zopa=len(report.whole.zopa()),
        frontier=report.whole.points,
        reservation=report.reservation,
        letter=report.letter,
        nash=report.nash,
        issues=tuple(
            IssuePart(one.id, one.label, str(one.kind), one.player_span, one.counterpart_span)
            for one in report.issues
        ),
        questions=tuple(sorted(_questions(game, bargain, seed), key=lambda one: -one.worth)),
        limits=tuple(_limit(bargain, limit, liftable) for limit in bargain.deal.limits),
        strategies=tuple(StrategyPart(str(mode), one) for mode, one in tallies.items()),
        sessions=sessions,
        lost=tally.lost / max(tally.offered, 1),
        lost_plays=tally.offered,
    )


def _questions(game: Game, bargain: Bargain, seed: int) -> Iterator[QuestionPart]:
    """What a full answer to each question is expected to bring, asked before anything is known."""
    name = game.scenario.id
    worth = Worth(bargain.deal, lambda below, purpose: draw(below, seed, name, "table", purpose))
    yield QuestionPart(PRIORITIES, "what matters most", worth.diagnosticity(Priorities(full=True)))
    for at, issue in enumerate(bargain.deal.issues):
        yield QuestionPart(issue.id, issue.label, worth.diagnosticity(AboutIssue(at, full=True)))


def _limit(bargain: Bargain, limit: Limit, liftable: set[str]) -> LimitPart:
    lifted, why = _lifting(bargain, limit, liftable)
    return LimitPart(limit.id, limit.reason, lifted, why)


def _lifting(bargain: Bargain, limit: Limit, liftable: set[str]) -> tuple[bool, str]:
    if limit.id in bargain.own:
        return True, "the counterpart's own seat lifts it"
    if limit.id in liftable:
        return True, "a choice of the story lifts it"
    firm = bargain.firm[limit.id]
    serves = _may_serve(bargain.deal, limit)
    most = MOST_WEIGHT if serves else MOST_WEIGHT - SERVING
    if most < firm:
        reason = "" if serves else ", and no package that breaks it is better for the company than the letter"
        return False, f"at the table at most {most} speaks for it, and it is as firm as {firm}{reason}"
    return True, f"at the table, with reasons that weigh {firm} of {MOST_WEIGHT}"


def _may_serve(deal: Deal, limit: Limit) -> bool:
    """Whether some package that breaks the limit may be worth more to the company than the letter: an upper bound."""
    letter = deal.points(deal.letter)[1]
    joints = sum(max(joint.them, 0) for joint in deal.joints)
    for structure in deal.structures:
        for issue, barred in limit.options.items():
            best = structure.them + joints
            for at, one in enumerate(deal.issues):
                allowed = structure.only.get(at, frozenset(range(len(one.options))))
                picks = allowed & barred if at == issue else allowed
                best += max((one.options[pick].them for pick in picks), default=-(10**9))
            if best > letter:
                return True
    return False
