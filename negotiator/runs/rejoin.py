"""A log and a scenario brought together: the choices are made again, by id, as far as they still lead the same way."""

from dataclasses import dataclass, replace

from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game, Option
from negotiator.game.state import IN_NOTES, Move, State, choose
from negotiator.runs.log import Log, Taken


@dataclass(frozen=True, slots=True)
class Rejoined:
    """A run as far as it could be made again."""

    play: Play
    stopped: str
    """Why it stops before the end of the log, in plain words; empty when it does not."""


def rejoin(game: Game, log: Log, rules: str) -> Rejoined:
    """Play the choices in force again, and stop before the first one that is gone or leads elsewhere now.

    `rules` is the hash of the game's rules: where the log was played under these rules alone, a choice that does
    not fit cannot come from an edit, so the log itself is at fault and that is said.
    """
    play = begin(game, log.header.seed)
    stopped = ""
    for taken in log.taken:
        step = _again(game, play, taken)
        if isinstance(step, str):
            stopped = _reason(step, damaged=log.rules == {rules})
            break
        play = step
    return Rejoined(replace(play, undone=log.undone), stopped)


def _reason(what: str, *, damaged: bool) -> str:
    begin = (
        "The saved run does not fit its scenario, although the scenario is the same"
        if damaged
        else "The scenario has changed since"
    )
    return f"{begin}: {what}. The run goes on from there."


def _again(game: Game, play: Play, taken: Taken) -> Play | str:
    """The run with this move made again, or what is in the way."""
    state = play.state
    move, said = taken.move, _said(taken.move)
    if state.ending >= 0 and move.kind not in IN_NOTES:
        return "the story ends earlier now"
    place = game.places[state.scene]
    where = f"in '{place.model.place or place.id}'"
    noted = move.kind in IN_NOTES
    if game.scene_now.get(taken.scene) != place.id and not noted:
        return f"the story no longer comes to the scene '{taken.scene}' at this point"
    if move.kind == "choose":
        option = _option(game, state, move.choice)
        if option is None:
            return f"{where} {said} is no longer there"
        move = choose(option.id)
    try:
        after = advance(game, play, move)
    except NotPossible as no:
        return f"{where} {said} cannot be {'taken' if move.kind == 'choose' else 'made'} any more" + (
            "" if move.kind == "choose" else f" ({no.message.rstrip('.')})"
        )
    if after.turns[-1].outcome != taken.outcome:
        return f"{where} {said} comes out differently now"
    # What is put down in the notebook belongs to no scene: it stays when the story is taken back behind it.
    if target(game, after.state) != game.scene_now.get(taken.to) and not noted:
        return f"{where} {said} leads elsewhere now"
    return after


def _said(move: Move) -> str:
    return f"the choice '{move.choice}'" if move.kind == "choose" else f"the move '{move.text}'"


def _option(game: Game, state: State, choice: str) -> Option | None:
    """The choice of this id, or the one that once had it."""
    place = game.places[state.scene]
    by_name = (option for option in place.options if choice in option.model.renamed_from)
    return place.by_id.get(choice) or next(by_name, None)


def target(game: Game, state: State) -> str:
    """The id of the ending the story has come to, or of the scene it is in."""
    return game.stops[state.ending].id if state.ending >= 0 else game.places[state.scene].id
