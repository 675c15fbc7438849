"""The rules of play, one by one."""

import pytest

from negotiator.game.impossible import NotPossible
from negotiator.game.play import begin
from negotiator.game.rules import Game
from negotiator.game.state import (
    DaysPassed,
    Ended,
    Entered,
    Learned,
    Narrowed,
    OfferMade,
    Replied,
    State,
    choose,
)
from negotiator.game.step import offered, start, step, takeable
from tests.support import game, play

RULES = """
[state]
rapport = { start = 0, min = -1, max = 2 }
mood = { start = "cool", one_of = ["cool", "warm"] }
asked = false
[facts.budget]
says = "There is money."
known_by = ["bo", "ana"]
[facts.page-two]
says = "A clause."
found = "the letter"
[facts.secret]
says = "Nobody here knows it."
known_by = ["bo"]
[offer]
days = 2
on_expired = "late"
[endings.late]
outcome = "expired"
title = "Late"
text = "Too late."
[scenes.hall]
field = 140
with = ["ana"]
text = "The hall."
again = "The hall again."
[scenes.hall.choices]
ask = { say = "Why?", kind = "question", goto = "here", change = { rapport = 1 }, learn = ["budget", "page-two", "secret"], scores = { courage = 1, finesse = 2, fit = 1 }, reply = "Because." }
nod = { do = "Nod.", goto = "here", once = false, change = { rapport = 1 }, scores = { fit = 1 } }
shrug = { do = "Shrug.", goto = "here", once = false, set = { mood = "warm", asked = true } }
push = { say = "More.", when = "rapport >= 2", locked = "Too soon.", goto = "room" }
whisper = { say = "Psst.", when = "knows(budget) and mood == warm", goto = "room" }
on = { do = "Go on.", goto = "room" }
[scenes.room]
field = 4
text = "The room."
[scenes.room.choices]
back = { do = "Back.", goto = "hall" }
offer = { do = "Open the letter.", goto = "letter", days = 5 }
[scenes.letter]
stage = "written_offer"
text = "The letter."
[scenes.letter.choices]
wait = { do = "Wait.", goto = "here", once = false, days = 1, reply = "A day goes by." }
visit = { do = "Visit.", goto = "room-two", days = 3 }
sign = { do = "Sign.", goto = "signed" }
[scenes.room-two]
stage = "written_offer"
text = "Another room."
choices.sign = { do = "Sign.", goto = "signed" }
"""


def ids(made: Game, state: State) -> list[str]:
    return [option.id for option in takeable(made, state)]


def test_the_start_enters_the_first_scene() -> None:
    made = game(RULES)
    state = start(made, 7)
    assert (state.seed, made.places[state.scene].id, state.field, state.days) == (7, "hall", 140, 2)


def test_hidden_locked_and_open_choices() -> None:
    made = game(RULES)
    seen = [(option.id, open_) for option, open_ in offered(made, start(made))]
    assert seen == [("ask", True), ("nod", True), ("shrug", True), ("push", False), ("on", True)]
    warm = play(made, ["ask", "shrug"]).state
    assert "whisper" in ids(made, warm)


def test_here_is_taken_once_unless_the_author_says_otherwise() -> None:
    made = game(RULES)
    state = play(made, ["ask", "nod", "nod"]).state
    assert "ask" not in ids(made, state)
    assert "nod" in ids(made, state)
    with pytest.raises(NotPossible, match="taken already"):
        step(made, state, choose("ask"))


def test_nothing_can_be_farmed() -> None:
    made = game(RULES)
    once, thrice = play(made, ["nod"]).state, play(made, ["nod", "nod", "nod"]).state
    assert (once.values, once.fit) == (thrice.values, thrice.fit) == ((1, 0, 0), 1)


def test_changes_stop_at_the_bounds_and_set_names_words_and_flags() -> None:
    made = game(RULES)
    state = play(made, ["ask", "nod", "shrug"]).state
    assert state.values == (2, 1, 1)
    made = game(RULES.replace("max = 2", "max = 1"))
    assert play(made, ["ask", "nod"]).state.values[0] == 1


def test_a_fact_is_learned_from_somebody_present_or_found() -> None:
    made = game(RULES)
    turn = play(made, ["ask"]).turns[0]
    assert [event for event in turn.events if isinstance(event, Learned)] == [
        Learned("budget", "ana"),
        Learned("page-two", ""),
    ]


def test_the_field_narrows_and_is_gone_with_the_written_offer() -> None:
    made = game(RULES)
    run = play(made, ["on", "offer"])
    assert Narrowed(140, 4) in run.turns[0].events
    assert OfferMade(2) in run.turns[1].events
    assert run.state.field == 0
    assert not any(
        isinstance(event, OfferMade) for event in play(made, ["on", "offer", "wait"]).turns[2].events
    )


def test_days_count_only_once_the_offer_is_there_and_the_last_day_counts() -> None:
    made = game(RULES)
    at_letter = play(made, ["on", "offer"])
    assert at_letter.state.days == 2
    last_day = play(made, ["on", "offer", "wait", "wait"])
    assert last_day.state.days == 0
    assert play(made, ["on", "offer", "wait", "wait", "sign"]).turns[-1].events == (Ended("signed"),)


def test_overrunning_the_offer_leads_to_its_expiry_whatever_the_goto_says() -> None:
    made = game(RULES)
    run = play(made, ["on", "offer", "visit"])
    assert run.turns[-1].events == (DaysPassed(3, -1), Ended("late"))
    run = play(made, ["on", "offer", "wait", "wait", "wait"])
    assert run.turns[-1].events == (Replied("A day goes by."), DaysPassed(1, -1), Ended("late"))
    assert made.stops[run.state.ending].id == "late"


def test_an_expiry_that_leads_to_a_scene_takes_no_more_days() -> None:
    made = game(
        RULES.replace('on_expired = "late"', 'on_expired = "letter"').replace(
            "[endings.late]", "[endings.other]"
        )
    )
    run = play(made, ["on", "offer", "wait", "wait", "wait", "wait", "sign"])
    assert run.state.days == -1
    assert made.stops[run.state.ending].id == "signed"


def test_visits_are_counted_and_here_is_no_visit() -> None:
    made = game(RULES)
    run = play(made, ["nod", "on", "back"])
    assert run.turns[-1].events[-1] == Entered("hall", 2)
    assert run.state.visits == 2 | 1 << 8


def test_a_move_that_is_not_possible_changes_nothing() -> None:
    made = game(RULES)
    state = begin(made).state
    for wrong, words in (("nowhere", "no choice"), ("push", "cannot be taken"), ("", "no choice")):
        with pytest.raises(NotPossible, match=words):
            step(made, state, choose(wrong))
    ended = play(made, ["on", "offer", "sign"]).state
    with pytest.raises(NotPossible, match="ended"):
        step(made, ended, choose("sign"))
    assert takeable(made, ended) == []


def test_finesse_counts_on_asks_alone() -> None:
    made = game(RULES)
    state = play(made, ["ask", "nod"]).state
    assert (state.asks, state.finesse, state.courage, state.fit) == (1, 2, 1, 2)


REPLIES = """
[state]
rapport = { start = 0, min = -3, max = 3 }
[scenes.hall]
text = "The hall."
[scenes.hall.choices.ask]
say = "Why?"
goto = "here"
once = false
change = { rapport = 1 }
reply = "So."
replies.warm = { when = "rapport >= 2", text = "Because, dear." }
replies.less = { when = "rapport >= 1", text = "Because." }
[scenes.hall.choices.up]
do = "Smile."
goto = "here"
change = { rapport = 1 }
[scenes.hall.choices.out]
do = "Leave."
goto = "signed"
"""


def test_the_first_reply_that_holds_is_said_of_the_state_before() -> None:
    made = game(REPLIES)
    run = play(made, ["ask", "ask", "up", "ask"])
    said = [event.text for turn in run.turns for event in turn.events if isinstance(event, Replied)]
    assert said == ["So.", "Because.", "Because, dear."]
