"""Plain play after the story: a guess at what mattered to them, and tries at a better deal, before their side is shown."""

from negotiator.cli.output import say
from negotiator.cli.plaintable import PlainTable, Read
from negotiator.game.bargain import agreed_package, bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.notes import TRIES
from negotiator.game.state import Move, Tried
from negotiator.runs.session import Session


def before_looking(session: Session, read: Read, columns: int) -> None:
    """The guess, and after a deal the tries, before the other side is shown. Every part may be skipped."""
    state = session.play.state
    if state.ending < 0 or state.talk is None or (state.notes and state.notes.revealed):
        return
    bargain = bargain_of(session.game)
    ids = [issue.id for issue in bargain.deal.issues]
    say("", "Before you look at their side")
    for at, issue in enumerate(bargain.deal.issues, 1):
        say(f"{at:>2}. {issue.label}")
    prompt = (
        "Which two mattered most to them, and (with a minus) which least? For example 3 7 -2. Enter to skip: "
    )
    while word := read(prompt):
        named = [PlainTable.named(one, ids) for one in word.replace(",", " ").split()]
        if all(named):
            session.move(Move("guess", line=" ".join(named)))
            break
        say("Those are not all numbers of terms.")
    _tries(session, read, columns)
    session.move(Move("reveal"))


def _tries(session: Session, read: Read, columns: int) -> None:
    package = agreed_package(session.play.state)
    if package is None:
        return
    words = {
        "both": "Better for both.",
        "you": "Better for you, the same for them.",
        "them": "Better for them, the same for you.",
        "neither": "Not better for both.",
    }
    table = PlainTable(session, read, columns)
    for left in range(TRIES, 0, -1):
        if not table.sure(f"Is there a package better for both? You have {left} of {TRIES} tries. Try one?"):
            return
        line = table.one_package(start=table.table.agreed)
        if line is None:
            return
        try:
            turn = session.move(Move("try", line=line))
        except NotPossible as no:
            table.words(f"{no.message} {no.hint}".strip())
            return
        for event in turn.events:
            if isinstance(event, Tried):
                table.words(words[event.better])
