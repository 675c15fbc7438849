"""Moves at the table: what each does, what it may not do, and that a run is still its log."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.talk import Level
from negotiator.game.bargain import bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.play import advance, begin, replay
from negotiator.game.rules import Game
from negotiator.game.state import AT_TABLE, Agreed, DaysPassed, Learned, Lifted, Move, Replied, Sent, Tried
from negotiator.game.view import view
from tests.game.tablestory import paragraphs, played, table_game
from tests.support import moves


@pytest.fixture(scope="module")
def made() -> Game:
    return table_game()


def test_there_is_nothing_to_negotiate_away_from_a_table(made: Game) -> None:
    with pytest.raises(NotPossible, match="nothing to negotiate"):
        played(made, "propose as-offered base=mid")


def test_a_package_is_answered_in_words_and_counted(made: Game) -> None:
    play = played(made, "talk", "propose as-offered base=mid because=company")
    turn = play.turns[-1]
    sent = next(event for event in turn.events if isinstance(event, Sent))
    assert turn.outcome == sent.answer == "countered"
    assert [event for event in turn.events if isinstance(event, Replied)]
    talk = play.state.talk
    assert talk is not None
    assert (talk.turn, len(talk.sent), len(talk.received)) == (1, 1, 1)


def test_what_is_not_named_stays_as_in_the_letter_or_the_shapes_first(made: Game) -> None:
    bargain = bargain_of(made)
    play = played(made, "talk", "ask open budget", "propose lead base=mid")
    talk = play.state.talk
    assert talk is not None
    (package,) = talk.sent[-1]
    words = [issue.options[at].id for issue, at in zip(bargain.deal.issues, package.options, strict=True)]
    assert words == ["mid", "lead", "five"]


def test_a_shape_cannot_be_spoken_of_before_its_facts_are_known(made: Game) -> None:
    with pytest.raises(NotPossible, match="cannot be spoken of"):
        played(made, "talk", "propose lead")
    assert played(made, "talk", "ask open budget", "propose lead").state.talk


def test_a_guarded_fact_is_learned_at_the_table_and_opens_its_shape(made: Game) -> None:
    play = played(made, "talk", "ask open budget")
    assert Learned("budget", "ana") in play.turns[-1].events
    table = view(made, play.state).table
    assert table is not None
    assert [shape.open for shape in table.shapes] == [True, True]


def test_nothing_can_be_cited_that_is_not_known(made: Game) -> None:
    with pytest.raises(NotPossible, match="do not know"):
        played(made, "talk", "propose as-offered base=mid citing=budget")
    assert played(made, "talk", "ask open budget", "propose as-offered base=mid citing=budget").state.talk


def test_a_limit_is_lifted_in_the_story_or_carried_up_from_the_table(made: Game) -> None:
    barred = played(made, "talk", "propose as-offered base=high because=company")
    sent = next(event for event in barred.turns[-1].events if isinstance(event, Sent))
    assert sent.barred == ("band",)
    asked = advance(made, barred, Move("pause", line="band"))
    assert Lifted("band", lifted=True) in asked.turns[-1].events
    assert next(e for e in asked.turns[-1].events if isinstance(e, DaysPassed)).days == 1
    in_story = played(made, "max", "talk", "propose as-offered base=high because=company")
    assert next(e for e in in_story.turns[-1].events if isinstance(e, Sent)).barred == ()
    with pytest.raises(NotPossible, match="lifted already"):
        advance(made, in_story, Move("pause", line="band"))


def test_rounds_cost_days_and_the_last_day_counts(made: Game) -> None:
    # Two rounds a day; the offer has four days, and a question is half a round: the twentieth question is one too many.
    play = played(made, "talk")
    for count in range(1, 21):
        play = advance(made, play, Move("ask", line="leading base"))
        spent = 4 - count // 4
        if spent < 0:
            break
        assert play.state.days == spent
    assert view(made, play.state).ending is not None
    assert play.state.days == -1


def test_accepting_takes_what_lies_there_and_conditions_see_it(made: Game) -> None:
    as_it_was = played(made, "talk", "accept", "sign-letter")
    assert as_it_was.turns[1].outcome == "agreed"
    assert "As it was." in paragraphs(made, as_it_was)
    better = played(
        made, "talk", "ask open budget", "propose lead days=three because=company", "accept", "sign"
    )
    assert "As it was." not in paragraphs(made, better)
    assert any(isinstance(event, Agreed) for turn in better.turns for event in turn.events)


def test_nothing_agreed_makes_no_comparison_true(made: Game) -> None:
    play = played(made, "sign")
    assert paragraphs(made, play) == ("You sign.",)


def test_an_authors_own_words_come_first(made: Game) -> None:
    play = played(made, "talk", "ask open budget", "propose lead days=three because=company")
    play = advance(made, play, Move("propose", line="lead because=interest"))
    assert play.turns[-1].outcome == "accepted"
    assert "Taken, said Ana." in [e.text for e in play.turns[-1].events if isinstance(e, Replied)]


def test_walking_ends_the_talk(made: Game) -> None:
    play = played(made, "talk", "walk")
    assert made.places[play.state.scene].id == "over"
    assert play.state.agreed == ()


def test_a_talk_goes_on_where_it_was_left(made: Game) -> None:
    play = played(made, "talk", "propose as-offered base=mid", "night", "talk")
    talk = play.state.talk
    assert talk is not None
    assert talk.turn == 1
    table = view(made, play.state).table
    assert table is not None
    assert len(table.history) == 3


def test_guess_and_tries_come_after_the_end_and_before_the_reveal(made: Game) -> None:
    play = played(made, "talk", "accept", "sign-letter")
    play = advance(made, play, Move("guess", line="base days -title"))
    for line, verdict in (("as-offered title=lead", "neither"), ("as-offered", "neither")):
        play = advance(made, play, Move("try", line=line))
        assert [e.better for e in play.turns[-1].events if isinstance(e, Tried)] == [verdict]
    play = advance(made, play, Move("reveal"))
    for late in (Move("guess", line="base"), Move("try", line="as-offered"), Move("reveal")):
        with pytest.raises(NotPossible, match="nothing left to guess"):
            advance(made, play, late)
    with pytest.raises(NotPossible, match="not over"):
        played(made, "talk", "reveal")


def test_three_tries_and_no_more(made: Game) -> None:
    play = played(made, "talk", "accept", "sign-letter", *["try as-offered"] * 3)
    with pytest.raises(NotPossible, match="3 tries"):
        advance(made, play, Move("try", line="as-offered"))


def test_priorities_are_declared_before_and_later_changes_are_counted(made: Game) -> None:
    play = played(made, "declare days base", "talk", "declare title")
    notes = play.state.notes
    assert notes is not None
    assert (notes.declared, notes.changed) == ((1,), 1)
    with pytest.raises(NotPossible):
        played(made, "declare base -title")


def test_taking_back_leaves_the_notebook_alone(made: Game) -> None:
    play = played(made, "read", "talk", "declare days", "undo")
    assert [turn.move.text for turn in play.turns] == ["read", "declare days"]
    assert made.places[play.state.scene].id == "letter"
    assert play.state.notes is not None
    with pytest.raises(NotPossible, match="nothing to take back"):
        played(made, "declare days", "undo")


WRONG = [
    "propose",
    "propose nowhere",
    "propose as-offered base",
    "propose as-offered base=huge",
    "propose as-offered tea=hot",
    "propose lead title=analyst",
    "propose as-offered base=mid because=weather",
    "propose as-offered base=mid citing=weather",
    "propose as-offered base=mid | as-offered days=three",
    "offer-set as-offered base=mid",
    "offer-set as-offered base=mid | as-offered base=mid",
    "offer-set as-offered | as-offered base=mid | as-offered base=high | as-offered days=three",
    "ask",
    "ask rudely base",
    "ask open weather",
    "tell",
    "tell base -base",
    "tell weather",
    "pause weather",
    "accept everything",
    "walk away",
    "try as-offered",
]


@pytest.mark.parametrize("line", WRONG)
def test_a_move_that_makes_no_sense_is_refused_with_a_mend_and_nothing_changes(made: Game, line: str) -> None:
    play = played(made, "talk")
    kind, _, rest = line.partition(" ")
    with pytest.raises(NotPossible) as refused:
        advance(made, play, Move(kind, line=rest))
    assert refused.value.message
    assert play.state.talk is None


TERMS = st.sampled_from(["base=low", "base=mid", "base=high", "title=lead", "days=three", "days=five"])
LINES = st.one_of(
    st.builds(
        lambda shape, terms, why, last: f"propose {shape} {' '.join(terms)} {why} {last}",
        st.sampled_from(["as-offered", "lead"]),
        st.lists(TERMS, max_size=3),
        st.sampled_from(["", "because=company", "because=fairness", "because=rival", "citing=budget"]),
        st.sampled_from(["", "", "final=yes"]),
    ),
    st.builds(
        lambda form, topic: f"ask {form} {topic}",
        st.sampled_from(["open", "negative-assumption", "leading"]),
        st.sampled_from(["base", "title", "days", "priorities", "band", "budget"]),
    ),
    st.sampled_from(
        [
            "tell base",
            "tell days -title",
            "pause band",
            "accept",
            "accept letter",
            "walk",
            "night",
            "talk",
            "max",
            "read",
            "undo",
            "declare base",
            "guess base",
            "offer-set as-offered base=mid | as-offered days=three",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.integers(0, 5))
def test_whatever_is_played_keeps_the_bounds_and_a_run_is_its_log(lines: list[str], seed: int) -> None:
    made = table_game()
    bargain = bargain_of(made)
    play = begin(made, seed)
    kept = []
    for move in moves(["talk", *lines]):
        try:
            play = advance(made, play, move)
        except NotPossible:
            continue
        kept.append(move)
        talk = play.state.talk
        if talk is not None:
            assert 0 <= talk.trust <= 10
            assert not talk.told & talk.spared
            assert all(level is not Level.NOTHING or topic for topic, level in talk.heard)
            for package in talk.received:
                assert bargain.deal.points(package)[1] >= bargain.deal.reservation[1]
        if play.turns and play.turns[-1].move.kind in AT_TABLE:
            for event in play.turns[-1].events:
                if isinstance(event, Sent) and event.counter:
                    assert not bargain.deal.barred(
                        event.counter, play.state.talk.lifted if play.state.talk else frozenset()
                    )
        assert -1 <= play.state.days <= 4
    assert replay(made, seed, kept) == play
    view(made, play.state)
