"""The questions that were asked at the table, and what each was worth."""

from dataclasses import dataclass

from negotiator.bargaining.questions import AboutIssue, Offered, Priorities, Question, SmallTalk
from negotiator.bargaining.talk import PRIORITIES, Asked, Deed, Kind, Level, Sent
from negotiator.bargaining.worth import Worth
from negotiator.game.bargain import Bargain
from negotiator.game.negotiate import luck_of
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.saying import saying_of


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that was asked about what they want, with what it was worth."""

    decision: int
    words: str
    level: str
    worth: float | None
    """Share, 0 to 1, of all there was to know about their wishes that it was expected to bring; None for a question
    about something else."""


def questions(game: Game, bargain: Bargain, play: Play) -> list[QuestionRow]:
    """What each question at the table was worth, judged on what was known before it."""
    asked = [
        (number, turn, turn.after.talk.deeds[-1])
        for number, turn in enumerate(play.turns, 1)
        if turn.move.kind in ("ask", "offer-set") and turn.after.talk
    ]
    if not asked:
        return []
    worth = Worth(bargain.deal, luck_of(play.first, game.scenario.id))
    beliefs = worth.prior
    rows = []
    for number, turn, deed in asked:
        question, level = _question(bargain, deed)
        share = None if question is None else worth.diagnosticity(question, beliefs)
        if question is not None:
            beliefs = worth.after(question, beliefs)
        words = (
            f"You offered {len(deed.message.packages)} packages as equals."
            if isinstance(deed, Sent)
            else saying_of(game, turn.before.scene, turn.move).text
        )
        rows.append(QuestionRow(number, words, level, share))
    return rows


def _question(bargain: Bargain, deed: Deed) -> tuple[Question | None, str]:
    """What a deed asked about their wishes, as far as it was answered; None where it asked about something else."""
    if isinstance(deed, Sent):
        return (
            (Offered(deed.message.packages), "full")
            if deed.answer is not Kind.WITHDRAWN
            else (None, "nothing")
        )
    assert isinstance(deed, Asked)
    about = deed.topic in bargain.issue_at
    if deed.topic != PRIORITIES and not about:
        return None, deed.level.value
    if deed.level is Level.NOTHING or deed.again:
        return SmallTalk(), deed.level.value
    full = deed.level is Level.FULL
    found = AboutIssue(bargain.issue_at[deed.topic], full) if about else Priorities(full)
    return found, deed.level.value
