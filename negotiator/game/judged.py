"""The table's part of a run's scores: how the talk ended, and what was put down beside it."""

from negotiator.bargaining.search import valuation
from negotiator.bargaining.talk import Closed, Kind, Sent, Talk
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judging.terms import Result
from negotiator.game.rules import Game
from negotiator.game.state import Notes, State
from negotiator.game.table_scores import TableScores, table_scores

BETTER = 5
"""Percent more than the letter for oneself, at no cost to the other, that can be known to be there."""


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
    """Whether the letter was signed without one message, although what was known by then held something better for
    both.
    """
    if state.talk is not None and state.talk.sent:
        return False
    if state.ending < 0 or game.stops[state.ending].model.outcome != "signed":
        return False
    bargain = bargain_of(game)
    talk = bargain.talk(game, state)
    letter = bargain.deal.points(bargain.deal.letter)
    found = bargain.counterpart.table.best(
        talk.shapes, talk.lifted, valuation(bargain.deal, 0), side=1, floor=letter[1]
    )
    return found is not None and 100 * found.wanted > (100 + BETTER) * letter[0]
