"""Where the deal of a run stands, as the JSON document of scripts has it."""

from negotiator.bargaining.deal import Package
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judged import result
from negotiator.game.rules import Game
from negotiator.game.state import Notes, State

Data = dict[str, object]


def deal_standing(game: Game, state: State) -> Data:
    """The talk so far, both sides' points included: for scripts and coaches, never shown while playing."""
    bargain = bargain_of(game)
    talk = bargain.talk(game, state)
    notes = state.notes or Notes()
    agreed = agreed_package(state)
    issues = bargain.deal.issues
    return {
        "kind": result(game, state).kind,
        "turns": talk.turn,
        "trust": talk.trust,
        "letter": package_data(bargain, bargain.deal.letter),
        "sent": [[package_data(bargain, one) for one in message] for message in talk.sent],
        "received": [package_data(bargain, one) for one in talk.received],
        "agreed": package_data(bargain, agreed) if agreed else None,
        "lifted": sorted(talk.lifted),
        "structures": [bargain.deal.structures[at].id for at in sorted(talk.shapes)],
        "told": {topic: level.value for topic, level in talk.heard},
        "declared": [issues[at].id for at in notes.declared],
        "guess": [issues[at].id for at in notes.guess] + [f"-{issues[at].id}" for at in notes.least],
    }


def package_data(bargain: Bargain, package: Package) -> Data:
    """A package by its ids, with (player, counterpart) points."""
    deal = bargain.deal
    return {
        "structure": deal.structures[package.structure].id,
        "options": {
            issue.id: issue.options[at].id for issue, at in zip(deal.issues, package.options, strict=True)
        },
        "points": list(deal.points(package)),
    }
