"""A log and a scenario brought together: the choices are made again, by id, as far as they still lead the same way."""

from dataclasses import dataclass, replace

from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game, Option
from negotiator.game.state import IN_NOTES, Move, State, choose
from negotiator.runs.earlier import came_out, current
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


def again(game: Game, play: Play, move: Move, scene: str) -> Play | str:
    """The run with a move made again that was once made in `scene`, or what is in the way, in plain words."""
    state = play.state
    said = _said(move)
    move = current(game.scenario, move)
    if state.ending >= 0 and move.kind not in IN_NOTES:
        return "the story ends earlier now"
    place = game.places[state.scene]
    where = f"in '{place.model.place or place.id}'"
    if game.scene_now.get(scene) != place.id and move.kind not in IN_NOTES:
        return f"the story no longer comes to the scene '{scene}' at this point"
    if move.kind == "choose":
        option = _option(game, state, move.choice)
        if option is None:
            return f"{where} {said} is no longer there"
        move = choose(option.id)
    try:
        return advance(game, play, move)
    except NotPossible as no:
        return f"{where} {said} cannot be {'taken' if move.kind == 'choose' else 'made'} any more" + (
            "" if move.kind == "choose" else f" ({no.message.rstrip('.')})"
        )


def _again(game: Game, play: Play, taken: Taken) -> Play | str:
    """The run with this move made again and the same come of it, or what is in the way."""
    after = again(game, play, taken.move, taken.scene)
    if isinstance(after, str):
        return after
    place = game.places[play.state.scene]
    where = f"in '{place.model.place or place.id}'"
    said = _said(taken.move)
    if after.turns[-1].outcome != _outcome(game, play, after, taken):
        return f"{where} {said} comes out differently now"
    # What is put down in the notebook belongs to no scene: it stays when the story is taken back behind it.
    if target(game, after.state) != game.scene_now.get(taken.to) and taken.move.kind not in IN_NOTES:
        return f"{where} {said} leads elsewhere now"
    return after


def _outcome(game: Game, before: Play, after: Play, taken: Taken) -> str:
    """What came of it in the log, by its id of today."""
    option = game.places[before.state.scene].by_id.get(after.turns[-1].move.choice)
    return came_out(option, taken.outcome) if option else taken.outcome


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
