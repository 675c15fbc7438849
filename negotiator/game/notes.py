"""What the player puts down about the deal: own priorities, a guess of the other's, tries after it is done."""

from negotiator.bargaining.deal import Package
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.moves import read_issues, read_package
from negotiator.game.rules import Game
from negotiator.game.state import Event, Move, Notes, State, Step, Tried
from negotiator.game.step import WRITTEN_OFFER

TRIES = 3
"""Packages that can be tried after the deal (post-settlement settlement: Raiffa 1985)."""
MOST_DECLARED = 3


def noted(game: Game, state: State, move: Move) -> Step:
    """What a move of the notebook leads to: the story stands still.

    Raises:
        NotPossible: there is no deal, a name is not known, or it is too early or too late for it.
    """
    if game.bargain is None:
        raise NotPossible("In this story there is nothing to negotiate.")
    bargain = bargain_of(game)
    notes = state.notes or Notes()
    events: tuple[Event, ...] = ()
    if move.kind == "declare":
        notes = _declared(bargain, state, notes, move)
    elif notes.revealed:
        raise NotPossible("Their side has been shown: there is nothing left to guess.")
    elif move.kind == "guess":
        matters, least = read_issues(bargain, move.line)
        notes = notes._replace(guess=matters, least=least)
    elif move.kind == "try":
        notes, tried = _tried(game, state, notes, move)
        events = (tried,)
    elif state.ending < 0:
        raise NotPossible("The story is not over.", "Their side is shown once it is.")
    else:
        notes = notes._replace(revealed=True)
    return Step(state._replace(notes=notes), events, "")


def _declared(bargain: Bargain, state: State, notes: Notes, move: Move) -> Notes:
    if state.ending >= 0:
        raise NotPossible("The story has ended.", "Priorities count when they are put down before.")
    matters, minus = read_issues(bargain, move.line)
    if minus or not 1 <= len(matters) <= MOST_DECLARED:
        raise NotPossible("Name one to three issues that matter most to you.", "The dearest first.")
    late = notes.declared_at >= 0 and state.reached >= WRITTEN_OFFER and matters != notes.declared
    return notes._replace(
        declared=matters,
        declared_at=notes.declared_at if notes.declared_at >= 0 else state.reached,
        changed=notes.changed + late,
    )


def _tried(game: Game, state: State, notes: Notes, move: Move) -> tuple[Notes, Tried]:
    bargain = bargain_of(game)
    deal = agreed_package(state)
    if state.ending < 0 or deal is None:
        raise NotPossible(
            "There is no deal to better.", "After a deal three packages can be tried against it."
        )
    if len(notes.tries) >= TRIES:
        raise NotPossible(f"You have had your {TRIES} tries.")
    package = read_package(bargain, move.line)
    assert state.talk is not None
    lifted = bargain.talk(game, state).lifted
    if bargain.deal.barred(package, lifted):
        raise NotPossible("That was never theirs to grant.", "Leave out what nobody had lifted.")
    verdict = better(bargain, package, deal)
    tries = (*notes.tries, (package.structure, *package.options))
    return notes._replace(tries=tries), Tried(package, verdict)


def better(bargain: Bargain, package: Package, deal: Package) -> str:
    """For whom a package is better than the deal, and worse for nobody: "both", "you", "them"; else "neither"."""
    you, them = bargain.deal.points(package)
    had_you, had_them = bargain.deal.points(deal)
    if you > had_you and them > had_them:
        return "both"
    if you > had_you and them == had_them:
        return "you"
    if them > had_them and you == had_you:
        return "them"
    return "neither"
