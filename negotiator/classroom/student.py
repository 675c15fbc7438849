"""What a student's page asks for beside the game: words before they are said, and what is left to do after a deal."""

from negotiator.classroom.chair import Attempt
from negotiator.classroom.events import Json
from negotiator.classroom.showing import table_data
from negotiator.classroom.wishes import Refusal
from negotiator.game.bargain import bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.notes import TRIES
from negotiator.game.rules import Game
from negotiator.game.saying import saying_of
from negotiator.game.state import AT_TABLE, Move, Notes, Tried
from negotiator.game.tableview import package_view, table_view
from negotiator.tui.telling import Said, counterpart_name

Data = dict[str, Json]


def words_of(game: Game, attempt: Attempt, move: Move) -> str:
    """What the player would say or do with a move at the table.

    Raises:
        Refusal: there is no table, or the move makes no sense.
    """
    state = attempt.play.state
    if game.bargain is None or move.kind not in AT_TABLE:
        raise Refusal("not-possible", "There is nothing to say with that.")
    try:
        saying = saying_of(game, state.scene, move)
    except NotPossible as error:
        raise Refusal("not-possible", error.message, error.hint) from error
    return str(Said(saying.text, saying.spoken))


def afterwards(game: Game, attempt: Attempt) -> Data:
    """What is left to do before one looks at the other side.

    Keys: guessing (there was a talk, and nothing has been shown), name (who sat across), table (as it was left, null
    without one), guess and least (ids of terms), tries [{better, own, line}], tries_left, revealed.
    """
    state = attempt.play.state
    notes = state.notes or Notes()
    if game.bargain is None or state.ending < 0 or state.talk is None:
        return {"guessing": False, "name": "", "table": None, "guess": [], "least": [], "tries": [],
                "tries_left": 0, "revealed": notes.revealed}  # fmt: skip
    bargain = bargain_of(game)
    tried: list[Json] = []
    for turn in attempt.play.turns:
        for event in turn.events:
            if isinstance(event, Tried):
                package = package_view(bargain, event.package)
                tried.append({"better": event.better, "own": package.own, "line": package.line})
    return {
        "guessing": not notes.revealed,
        "name": counterpart_name(game),
        "table": table_data(table_view(game, state)),
        "guess": [game.term_ids[at] for at in notes.guess],
        "least": [game.term_ids[at] for at in notes.least],
        "tries": tried,
        "tries_left": TRIES - len(notes.tries) if state.agreed else 0,
        "revealed": notes.revealed,
    }


def may_look_back(attempt: Attempt, *, ended: bool) -> bool:
    """Whether a debrief can be shown: the story is over, and nothing is left to guess that it would tell."""
    if ended:
        return True
    state = attempt.play.state
    if state.ending < 0:
        return False
    return state.talk is None or (state.notes is not None and state.notes.revealed)


def terms_of(game: Game) -> list[Json]:
    """What is negotiated in this story, as the player may know it before: [{id, label}]."""
    deal = game.scenario.deal
    return [{"id": term, "label": one.label} for term, one in deal.issues.items()] if deal else []
