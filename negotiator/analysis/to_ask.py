"""The questions of a run worth taking along: those that brought most, those kept, the hard ones never asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.analysis.asked import questions
from negotiator.bargaining.manner import Form
from negotiator.bargaining.talk import PRIORITIES, Asked, Level
from negotiator.game.bargain import Bargain
from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game
from negotiator.game.saying import question, saying_of
from negotiator.game.state import Learned, State
from negotiator.game.view import SEATS, choices

MOST_ASKED, MOST_KEPT, MOST_UNASKED = 4, 3, 3
"""Questions of each kind: a sheet has two sides."""
HARD = 2
"""Courage of a question that is hard to ask, of 3; at the table, how guarded its topic is, of 10, is HARD_TOPIC."""
HARD_TOPIC = 5
TOLD = {Level.FULL: 2, Level.PARTLY: 1, Level.NOTHING: 0}
FACT = 3
"""What a fact counts beside marks, where questions are ranked by what they brought."""
SHARE = 20
"""What all there was to know counts, likewise."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the real talk."""

    words: str
    seat: str
    """Whom to ask, by the seat; empty when that does not matter."""
    why: str
    """asked: it brought most; kept: the player kept it; unasked: a hard one that was there and was not asked."""
    brought: tuple[str, ...]
    """What it brought, where it was asked."""


def to_ask(game: Game, bargain: Bargain | None, play: Play, kept: Sequence[str]) -> tuple[Question, ...]:
    """The ones asked that brought most, in their order; then those kept; then the hard ones that were not asked."""
    asked = _asked(game, bargain, play)
    best = sorted(sorted(asked, key=lambda one: (-one[0], one[1]))[:MOST_ASKED], key=lambda one: one[1])
    found = [one for _, _, one in best]
    words = {one.words for _, _, one in asked}
    said = {line for turn in play.turns for line in _spoken_there(game, turn)}
    mine = [line for line in kept if line.endswith("?") and line in said | words]
    picked = {one.words for one in found}
    found += [Question(line, "", "kept", ()) for line in mine if line not in picked][:MOST_KEPT]
    picked |= words | set(mine)
    found += [one for one in _unasked(game, bargain, play) if one.words not in picked][:MOST_UNASKED]
    return tuple(found)


def _asked(game: Game, bargain: Bargain | None, play: Play) -> list[tuple[int, int, Question]]:
    """Every question asked, with what it brought and its number."""
    worth = {row.decision: row.worth or 0 for row in questions(game, bargain, play)} if bargain else {}
    found = []
    for number, turn in enumerate(play.turns, 1):
        saying = saying_of(game, turn.before.scene, turn.move) if turn.told else None
        if saying is None or saying.kind != "question" or not saying.spoken or turn.move.kind == "pause":
            continue
        facts = tuple(
            game.scenario.facts[event.fact].says for event in turn.events if isinstance(event, Learned)
        )
        score = FACT * len(facts)
        if turn.move.kind == "choose":
            option = game.places[turn.before.scene].by_id[turn.move.choice]
            score += option.finesse + option.fit
        elif turn.after.talk and isinstance(deed := turn.after.talk.deeds[-1], Asked):
            score += TOLD[deed.level] + round(SHARE * worth.get(number, 0))
        found.append((score, number, Question(saying.text, _asked_of(game, turn), "asked", facts)))
    return found


def _asked_of(game: Game, turn: Turn) -> str:
    people = game.places[turn.before.scene].model.with_
    return seat_of(game, people[0]) if people else ""


def seat_of(game: Game, who: str) -> str:
    """Somebody's seat in words; empty when they have none."""
    person = game.scenario.people.get(who)
    return SEATS[person.seat] if person else ""


def _spoken_there(game: Game, turn: Turn) -> Iterator[str]:
    return (one.text for one in choices(game, turn.before) if one.spoken)


def _unasked(game: Game, bargain: Bargain | None, play: Play) -> list[Question]:
    """Hard questions that stood there and were never asked, the hardest first; those of the table come last."""
    taken = {(turn.before.scene, turn.move.choice) for turn in play.turns}
    found: dict[str, tuple[int, Question]] = {}
    for turn in play.turns:
        place = game.places[turn.before.scene]
        for seen in choices(game, turn.before) if turn.told else ():
            option = place.by_id[seen.id]
            hard = seen.enabled and seen.spoken and seen.kind == "question" and option.courage >= HARD
            if hard and option.finesse >= 0 and (turn.before.scene, seen.id) not in taken:
                one = Question(seen.text, _asked_of(game, turn), "unasked", ())
                found.setdefault(seen.text, (-option.courage, one))
    ranked = [one for _, one in sorted(found.values(), key=lambda pair: pair[0])]
    return [*_never_at_table(game, bargain, play.state), *ranked] if bargain else ranked


def _never_at_table(game: Game, bargain: Bargain, state: State) -> list[Question]:
    """What matters most, if that was not asked, and the hardest topic that was left alone."""
    talk = state.talk
    if talk is None or not bargain.who:
        return []
    asked = {one.topic for one in talk.deeds if isinstance(one, Asked)}
    hard = [one for one in bargain.facts if one not in asked and bargain.guard(one)[0] >= HARD_TOPIC]
    seat = seat_of(game, bargain.who)
    found = [] if PRIORITIES in asked else [question(bargain, Form.OPEN, PRIORITIES)]
    found += [question(bargain, Form.NEGATIVE, one) for one in hard[:1]]
    return [Question(words, seat, "unasked", ()) for words in found]
