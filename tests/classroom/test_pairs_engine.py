"""The engine in an empty or silent chair: when it sits down, how it plays, and that everything it does is marked."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.talk import Message
from negotiator.classroom.events import Kind
from negotiator.classroom.pairs.engine import engine_move
from negotiator.classroom.pairs.scoring import Result, pair_score
from negotiator.classroom.pairs.seats import By, Mode, Seat, Seating
from negotiator.classroom.wishes import Refusal
from negotiator.game.draw import draw
from tests.classroom.pairtable import CANDIDATE, MANAGER, START, Room, flagship, offer, room, small

SILENCE = 60
ALONE = Seating(CANDIDATE, "", (), 7)


def due(made: Room, seconds: float) -> list[tuple[str, Seat, str]]:
    return made.pairs.due(lambda since: seconds - (since - START).total_seconds(), SILENCE)


def engine(made: Room, seed: int = 1) -> bool:
    """Let the engine move; whether it did."""
    new = engine_move(made.pairs.case("p-pair"), made.table(), seed)
    if new:
        made.keep(new)
    return new is not None


def test_an_empty_chair_is_taken_after_the_time_that_was_set_and_not_before() -> None:
    made = room(seating=ALONE)
    assert due(made, SILENCE - 1) == []
    assert due(made, SILENCE) == [("p-pair", Seat.MANAGER, "empty")]
    assert made.pairs.due(lambda _: 10_000.0, 0) == []


def test_a_silent_chair_is_taken_when_it_is_its_turn() -> None:
    made = room()
    assert due(made, SILENCE) == [("p-pair", Seat.CANDIDATE, "silent")]
    made.keep(made.pairs.decide(CANDIDATE, "c", Kind.PAIR_OFFERED, offer("lead")), after=50)
    assert due(made, SILENCE) == []
    assert due(made, 50 + SILENCE) == [("p-pair", Seat.MANAGER, "silent")]


def test_the_engine_does_not_talk_to_itself() -> None:
    made = room(seating=ALONE)
    made.keep(made.pairs.hold("p-pair", Seat.MANAGER, "empty"))
    assert due(made, 10 * SILENCE) == []


def test_two_people_talking_aloud_are_left_alone_and_one_who_waits_is_not() -> None:
    assert due(room(mode=Mode.FACE), 10 * SILENCE) == []
    made = room(mode=Mode.FACE, seating=ALONE)
    assert due(made, SILENCE) == [("p-pair", Seat.MANAGER, "empty")]
    made.keep(made.pairs.hold("p-pair", Seat.MANAGER, "empty"))
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("lead"))
    assert engine(made)


def test_the_engine_cannot_confirm_what_was_said_aloud() -> None:
    made = room(mode=Mode.FACE)
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": "lead"})
    with pytest.raises(Refusal, match="said aloud"):
        made.pairs.hold("p-pair", Seat.MANAGER, "instructor")


def test_as_the_manager_it_is_the_counterpart_of_the_game() -> None:
    made = room(flagship(), seating=ALONE)
    made.keep(made.pairs.hold("p-pair", Seat.MANAGER, "empty"))
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("combined base=k232"))
    case = made.pairs.case("p-pair")
    luck = partial(_luck, 1)
    answer = flagship().counterpart.answer(case.talk(), Message((made.table().offers[0].package,)), luck)
    assert engine(made)
    assert made.table().offers[-1].package == answer.package


def _luck(seed: int, below: int, purpose: str) -> int:
    return draw(below, seed, "pair", "p-pair", purpose)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.sampled_from(["small", "flagship"]))
def test_a_whole_talk_with_the_engine_in_both_chairs_comes_to_an_end(seed: int, name: str) -> None:
    made = room(small() if name == "small" else flagship())
    for seat in (Seat.CANDIDATE, Seat.MANAGER):
        made.keep(made.pairs.hold("p-pair", seat, "instructor"))
    for _ in range(60):
        if not engine(made, seed):
            break
    table, case = made.table(), made.pairs.case("p-pair")
    assert table.end is not None
    score = pair_score(case, table)
    assert score.gains is not None
    assert min(score.gains) >= 0
    assert score.engine_moves == score.moves == len(made.log) - 3
    assert {event.body["by"] for event in made.log[3:]} == {"engine"}
    assert made.again().tables == made.pairs.tables


def test_the_same_move_made_in_two_processes_is_one_event() -> None:
    made = room(flagship())
    made.keep(made.pairs.hold("p-pair", Seat.CANDIDATE, "silent"))
    case = made.pairs.case("p-pair")
    here, there = (engine_move(case, pairs.tables["p-pair"], 4) for pairs in (made.pairs, made.again()))
    assert here == there
    assert here is not None


def test_who_comes_back_takes_the_chair_and_what_the_engine_did_stays_marked() -> None:
    made = room()
    made.keep(made.pairs.hold("p-pair", Seat.CANDIDATE, "silent"))
    with pytest.raises(Refusal, match="The engine plays your chair"):
        made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("lead"))
    assert engine(made)
    made.wish(CANDIDATE, Kind.PAIR_BACK)
    made.wish(MANAGER, Kind.PAIR_OFFERED, offer("lead"))
    made.wish(CANDIDATE, Kind.PAIR_ACCEPTED, {"number": 2})
    assert [one.by for one in made.table().offers] == [By.ENGINE, By.PLAYER]
    score = pair_score(made.pairs.case("p-pair"), made.table())
    assert score.result is Result.AGREED
    assert score.engine == {Seat.CANDIDATE}
    assert (score.engine_moves, score.moves) == (1, 3)


def test_a_latecomer_sits_down_in_the_engines_chair() -> None:
    made = room(seating=ALONE)
    made.keep(made.pairs.hold("p-pair", Seat.MANAGER, "empty"))
    made.keep(made.pairs.seat("p-pair", Seat.MANAGER, MANAGER))
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("lead"))
    assert not engine(made)
    made.wish(MANAGER, Kind.PAIR_ACCEPTED, {"number": 1})
    assert pair_score(made.pairs.case("p-pair"), made.table()).engine == {Seat.MANAGER}


@pytest.mark.parametrize("seed", range(5))
def test_as_the_candidate_it_leaves_a_manager_who_gives_nothing(seed: int) -> None:
    made = room()
    made.keep(made.pairs.hold("p-pair", Seat.CANDIDATE, "silent"))
    for _ in range(30):
        engine(made, seed)
        if made.table().end:
            break
        made.wish(MANAGER, Kind.PAIR_OFFERED, offer("as-offered"))
    score = pair_score(made.pairs.case("p-pair"), made.table())
    assert (score.result, score.gains) == (Result.NO_DEAL, (0, 0))


@pytest.mark.parametrize("seed", range(5))
def test_as_the_candidate_it_takes_a_person_at_their_word(seed: int) -> None:
    made = room()
    made.keep(made.pairs.hold("p-pair", Seat.CANDIDATE, "silent"))
    engine(made, seed)
    made.wish(MANAGER, Kind.PAIR_OFFERED, offer("lead base=high days=three"))
    engine(made, seed)
    end = made.table().end
    assert end is not None
    assert end.package == made.table().offers[1].package
