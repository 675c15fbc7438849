"""What could happen at a moment: which choices are hidden and by which part of their condition, and where each leads."""

from negotiator.analysis.grounds import ANY, Grounds
from negotiator.analysis.here import Could, Here, Standing, here
from negotiator.game.elsewhere import Moment, placed
from negotiator.game.rules import Game
from negotiator.game.state import choose
from negotiator.game.step import start, step, takeable
from negotiator.game.view import choices
from tests.support import game, play, script, shipped

STORY = """
[state]
rapport = { start = 1, min = -3, max = 6 }
asked = false
mood = { start = "cool", one_of = ["cool", "warm"] }
[facts.budget]
says = "There is a budget."
known_by = ["ana"]
[offer]
days = 3
on_expired = "too-late"
[scenes.hall]
with = ["ana"]
place = "The hall"
text = "Here."
more.warm = { when = "mood == warm", text = "It is warm." }
[scenes.hall.choices.ask]
say = "What is in the budget?"
kind = "question"
scores = { courage = 1, finesse = 2 }
change = { rapport = 6 }
set = { mood = "warm" }
learn = ["budget"]
goto = "here"
[scenes.hall.choices.push]
say = "Now."
when = "rapport >= 2 and knows(budget) and (asked or mood == warm)"
goto = "letter"
[scenes.hall.choices.press]
say = "Now!"
when = "not (rapport >= 2 or asked)"
locked = "Not like this."
goto = "letter"
[scenes.hall.choices.toss]
do = "Toss a coin."
outcomes.heads = { weight = 3, goto = "letter" }
outcomes.tails = { goto = "signed" }
outcomes.edge = { when = "asked", goto = "here" }
[scenes.letter]
stage = "written_offer"
text = "It is here."
choices.sign = { do = "Sign.", goto = "signed" }
choices.wait = { do = "Wait.", days = 5, goto = "hall" }
[endings.too-late]
outcome = "expired"
title = "Too late"
text = "Gone."
"""


def at(moment: Moment | None = None) -> tuple[Game, Here]:
    made = game(STORY)
    return made, here(made, placed(made, moment or Moment()))


def one(found: Here, name: str) -> Could:
    return next(choice for choice in found.choices if choice.id == name)


def test_each_part_of_a_condition_says_whether_it_holds_and_what_is_so_now() -> None:
    _, found = at()
    push = one(found, "push")
    assert push.standing is Standing.HIDDEN
    assert [(part.words, part.holds, part.depth, part.now) for part in push.why] == [
        ("rapport is 2 or more", False, 0, "1"),
        ("you know “There is a budget”", False, 0, ""),
        (ANY, False, 0, ""),
        ("“asked” is true", False, 1, ""),
        ("mood is warm", False, 1, "cool"),
    ]


def test_what_must_not_be_is_said_of_every_part() -> None:
    _, found = at(Moment(values={"rapport": 4}))
    press = one(found, "press")
    assert press.standing is Standing.LOCKED
    assert [(part.words, part.holds) for part in press.why] == [
        ("rapport is less than 2", False),
        ("“asked” is not true", True),
    ]


def test_what_a_choice_changes_is_counted_from_where_one_is() -> None:
    made, found = at()
    ask = one(found, "ask")
    assert ask.changes == ("rapport +6: 1 to 6, its highest", "learns budget from ana", "mood = warm")
    assert ask.marks == (1, 2, 0)
    assert not ask.counted
    again = here(made, step(made, start(made), choose("ask")).state)
    assert one(again, "ask").standing is Standing.TAKEN
    assert one(again, "ask").counted
    assert [passage.holds for passage in again.passages] == [True]


def test_odds_are_those_of_the_outcomes_that_can_come() -> None:
    _, found = at()
    heads, tails, edge = one(found, "toss").leads
    assert (heads.outcome, heads.weight, heads.of, heads.target, heads.ends) == (
        "heads",
        3,
        4,
        "letter",
        False,
    )
    assert (tails.weight, tails.of, tails.target, tails.ends) == (1, 4, "signed", True)
    assert (edge.weight, [part.holds for part in edge.why]) == (0, [False])
    assert sum(lead.next for lead in (heads, tails, edge)) == 1


def test_what_luck_has_in_store_is_what_comes() -> None:
    made = game(STORY)
    for seed in range(20):
        state = start(made, seed)
        (store,) = (lead for lead in one(here(made, state), "toss").leads if lead.next)
        assert step(made, state, choose("toss")).outcome == store.outcome


def test_more_days_than_are_left_lead_where_the_offer_expires() -> None:
    _, found = at(Moment("letter"))
    (lead,) = one(found, "wait").leads
    assert (lead.target, lead.late, lead.ends) == ("too-late", True, True)
    assert found.days == 3


def test_at_an_ending_nothing_can_happen_any_more() -> None:
    made = game(STORY)
    found = here(made, play(made, ["ask", "push", "sign"]).state)
    assert found.ending == "signed"
    assert found.choices == ()


def test_numbers_and_standing_are_those_of_the_players_screen() -> None:
    made = shipped("two-roles-one-title")
    run = play(made, [line for line in script("two-roles-curious") if " " not in line][:12])
    for turn in run.turns:
        found = here(made, turn.before)
        shown = {choice.id: (choice.number, choice.enabled) for choice in choices(made, turn.before)}
        seen = {
            could.id: (could.number, could.standing is Standing.OPEN)
            for could in found.choices
            if could.number
        }
        assert seen == shown
        open_now = {option.id for option in takeable(made, turn.before)}
        assert {could.id for could in found.choices if could.standing is Standing.OPEN} == open_now


def test_a_condition_holds_just_when_its_outermost_parts_do() -> None:
    made = shipped("two-roles-one-title")
    grounds = Grounds(made)
    for place in made.places:
        for known in (frozenset[str](), frozenset(made.fact_ids)):
            state = placed(made, Moment(place.id, facts=known))
            for option in place.options:
                if option.when is not None:
                    parts = grounds.of(option.model.when, state)
                    assert all(part.holds for part in parts if not part.depth) == option.when(state), (
                        option.id
                    )
