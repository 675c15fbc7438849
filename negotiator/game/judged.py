"""The table's part of a run's scores: how the talk ended, and what was put down beside it."""

from negotiator.bargaining.search import valuation
from negotiator.bargaining.talk import Closed, Kind, Sent, Talk
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judging.terms import Result, best_grantable
from negotiator.game.rules import Game
from negotiator.game.state import Notes, State
from negotiator.game.table_scores import TableScores, table_scores

BETTER = 5
"""Percent of the way from the letter to the best that has to be open for it to count as left lying."""


def judged(game: Game, state: State) -> TableScores:
    """Judge the talk of a run. The scenario has a deal."""
    bargain = bargain_of(game)
    return table_scores(bargain.deal, bargain.talk(game, state), result(game, state))


def result(game: Game, state: State) -> Result:
    """How the talk has ended so far. Signing without an agreement is taking the letter."""
    bargain = bargain_of(game)
    notes = state.notes or Notes()
    outcome = game.stops[state.ending].model.outcome if state.ending >= 0 else ""
    package = agreed_package(state)
    if outcome == "signed" and package is None:
        package = bargain.deal.letter
    kind = "agreed" if package else _kind(state.talk)
    if outcome and outcome != "signed":
        kind, package = ("withdrawn" if outcome == "withdrawn" else "walked"), None
    facts = list(game.scenario.facts.values())
    return Result(
        kind=kind,
        package=package,
        declared=notes.declared,
        guess=notes.guess,
        least=notes.least,
        flags=tuple(
            (facts[bit.bit_length() - 1].says, bool(state.facts & bit), cured is not None and cured(state))
            for bit, cured in game.flags
        ),
        guards={topic: bargain.guard(topic)[0] for topic in bargain.topics()},
        contingent=contingent(bargain),
    )


def _kind(talk: Talk | None) -> str:
    last = talk.deeds[-1] if talk and talk.deeds else None
    if isinstance(last, Closed):
        return "walked"
    if isinstance(last, Sent) and last.answer in (Kind.IMPASSE, Kind.WITHDRAWN):
        return last.answer.value
    return "open"


def contingent(bargain: Bargain) -> frozenset[tuple[int, int]]:
    """Issue and option of every term that hangs on an event."""
    return frozenset(
        (at, number)
        for at, issue in enumerate(bargain.model.issues.values())
        for number, option in enumerate(issue.options.values())
        if option.chance is not None
        and at < len(bargain.deal.issues)
        and number != bargain.deal.issues[at].letter
    )


def unasked(game: Game, state: State) -> bool:
    """Whether the letter was signed without one message, although by the middle of a talk about what was known the
    counterpart would have granted something clearly better.
    """
    if state.talk is not None and state.talk.sent:
        return False
    if state.ending < 0 or game.stops[state.ending].model.outcome != "signed":
        return False
    bargain = bargain_of(game)
    deal, person, talk = bargain.deal, bargain.counterpart, bargain.talk(game, state)
    letter = deal.points(deal.letter)[0]
    granted = person.aspiration(talk, person.manner.patience // 2)
    found = person.table.best(talk.shapes, talk.lifted, valuation(deal, 0), side=1, floor=granted)
    if found is None:
        return False
    way = best_grantable(deal, talk) - letter
    return 100 * (deal.points(found.package)[0] - letter) > BETTER * max(way, 1)
