"""A room as instructors and players meet it: joining, gates, pause, the bell, going on for others, attempts, the end."""

import pytest

from negotiator.classroom.events import ROOM, Kind, New
from negotiator.classroom.opening import opening
from negotiator.classroom.room import Room
from negotiator.classroom.settings import Settings
from negotiator.classroom.wishes import Refusal, Wish
from negotiator.errors import NegotiatorError
from tests.classroom.roomtable import START, STORY, Log, everything


def a_room(settings: Settings | None = None, chairs: int = 1) -> Log:
    log = Log(settings)
    for number in range(chairs):
        log.join(f"p-{number}")
    return log


def test_nothing_can_be_done_before_the_room_is_open() -> None:
    with pytest.raises(Refusal) as refused:
        Room().decide("p-0", "c", Wish(Kind.JOINED), START)
    assert refused.value.reason == "no-room"


def test_a_gate_that_is_no_scene_is_named_when_the_room_opens() -> None:
    with pytest.raises(NegotiatorError, match="no scene 'leter'") as wrong:
        opening(STORY, "story.toml", "story", Settings(gates=("leter",)), 1)
    assert "letter" in wrong.value.hint


def test_three_hundred_people_have_names_of_their_own() -> None:
    log = a_room(chairs=300)
    names = {chair.name for chair in log.room.chairs.values()}
    assert len(names) == 300
    assert all(name.replace(" ", "").isalnum() for name in names)


def test_two_who_come_at_the_same_moment_are_told_apart() -> None:
    log = Log()
    first = log.room.decide("p-a", "c", Wish(Kind.JOINED), log.now)
    second = log.room.decide("p-b", "c", Wish(Kind.JOINED), log.now)
    log.keep(first)
    log.keep(type(second)(second.place, "c", second.kind, {**second.body, "name": first.body["name"]}))
    assert log.room.chair("p-b").name == f"{first.body['name']} 2"


def test_variants_deal_out_seeds_in_turn() -> None:
    log = a_room(Settings(variants=3), chairs=7)
    assert [chair.seed for chair in log.room.chairs.values()] == [5, 6, 7, 5, 6, 7, 5]


def test_neighbours_have_their_choices_in_another_order_and_each_keeps_its_own() -> None:
    log = a_room(Settings(shuffle=True), chairs=12)
    orders = set()
    for place in log.room.chairs:
        view = log.room.view(place).view
        assert view is not None
        assert [one.number for one in view.choices] == list(range(1, len(view.choices) + 1))
        orders.add(tuple(one.id for one in view.choices))
        log.move(place, "read")
        again = log.room.view(place).view
        assert again is not None
        left = [one.id for one in view.choices if one.id != "read"]
        assert [one.id for one in again.choices] == left
    assert len(orders) > 6
    assert len({frozenset(order) for order in orders}) == 1


def test_a_locked_room_takes_nobody_and_keeps_those_who_are_there() -> None:
    log = a_room()
    log.in_room(Kind.LOCKED)
    assert log.refused("p-9", Kind.JOINED) == "locked"
    log.move("p-0", "read")
    log.in_room(Kind.UNLOCKED)
    log.join("p-9")


def test_behind_a_closed_gate_nothing_is_seen_and_nothing_is_done() -> None:
    log = a_room(Settings(gates=("table",)))
    log.move("p-0", "talk")
    waiting = log.room.view("p-0")
    assert (waiting.hidden, waiting.view, waiting.can_undo) == ("gate", None, False)
    assert log.refused("p-0", Kind.MOVED, {"kind": "accept", "line": "letter"}) == "gated"
    assert log.refused("p-0", Kind.ADVANCED) == "gated"
    log.in_room(Kind.OPENED_GATE, scene="table")
    shown = log.room.view("p-0").view
    assert shown is not None
    assert shown.paragraphs == ("Ana waits.",)
    log.wish("p-0", Kind.MOVED, {"kind": "accept", "line": "letter"})


def test_when_the_room_ends_nobody_is_left_before_a_gate() -> None:
    log = a_room(Settings(gates=("table",)))
    log.move("p-0", "talk")
    log.in_room(Kind.ENDED)
    ended = log.room.view("p-0")
    assert (ended.hidden, ended.unfinished) == ("", True)
    assert ended.view is not None
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "night"}) == "ended"


def test_what_led_to_a_gate_is_told_without_what_lies_behind() -> None:
    log = a_room(Settings(gates=("table",)))
    log.move("p-0", "talk")
    last = log.room.view("p-0").last
    assert last is not None
    assert "Entered" not in {type(event).__name__ for event in last.events}


def test_a_pause_blanks_every_chair_and_stops_the_clock() -> None:
    log = a_room()
    log.in_room(Kind.BELL, seconds=100)
    log.second = 40
    log.in_room(Kind.PAUSED)
    paused = log.room.view("p-0")
    assert (paused.hidden, paused.view, paused.last, paused.deadline, paused.left) == (
        "paused",
        None,
        None,
        None,
        60,
    )
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "read"}) == "paused"
    assert log.refused(ROOM, Kind.PAUSED) == "not-possible"
    log.second = 1040
    log.in_room(Kind.RESUMED)
    deadline = log.room.view("p-0").deadline
    assert deadline is not None
    assert (deadline - START).total_seconds() == 1100
    log.second = 1100
    log.move("p-0", "read")
    log.second = 1101
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "talk"}) == "time"


def test_more_time_is_for_one_chair_or_for_all() -> None:
    log = a_room(chairs=2)
    assert log.refused(ROOM, Kind.EXTENDED, {"seconds": 60}) == "not-possible"
    log.in_room(Kind.BELL, seconds=100)
    log.wish("p-0", Kind.EXTENDED, {"seconds": 50})
    log.in_room(Kind.EXTENDED, seconds=10)
    log.second = 115
    assert log.refused("p-1", Kind.MOVED, {"kind": "choose", "choice": "read"}) == "time"
    log.move("p-0", "read")
    log.in_room(Kind.BELL, seconds=0)
    log.move("p-1", "read")


def test_extra_time_does_not_make_a_move_that_is_on_its_way_stale() -> None:
    log = a_room()
    seq = log.room.view("p-0").seq + 1
    log.wish("p-0", Kind.EXTENDED, {"seconds": 50})
    log.move("p-0", "read", seq=seq)
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "talk"}, seq=seq) == "stale"
    ahead = log.room.view("p-0").seq + 2
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "talk"}, seq=ahead) == "stale"


def test_an_absent_chair_is_taken_to_where_the_room_goes_on() -> None:
    log = a_room(chairs=2)
    event = log.wish("p-0", Kind.ADVANCED, {"to": "handshake"})
    chair = log.room.chair("p-0")
    assert event.body["to"] == "handshake"
    assert chair.now.by == ("instructor",) * chair.now.helped
    assert chair.now.helped >= 2
    assert log.refused("p-0", Kind.ADVANCED, {"to": "table"}) == "not-possible"
    assert log.refused("p-0", Kind.ADVANCED, {"to": "handshake"}) == "not-possible"
    assert log.refused("p-0", Kind.ADVANCED, {"to": "moon"}) == "wrong"
    log.move("p-0", "sign-letter")
    assert log.room.chair("p-0").now.finished
    assert log.room.chair("p-1").play.turns == ()


def test_nobody_is_taken_past_a_closed_gate() -> None:
    log = a_room(Settings(gates=("table",)))
    assert log.refused("p-0", Kind.ADVANCED, {"to": "handshake"}) == "not-possible"
    log.wish("p-0", Kind.ADVANCED, {"to": "table"})
    assert log.room.view("p-0").hidden == "gate"


def test_an_impossible_move_says_why() -> None:
    log = a_room()
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "night"}) == "not-possible"
    assert log.refused("p-0", Kind.MOVED, {"kind": "fly"}) == "not-possible"
    assert log.refused("p-0", Kind.MOVED, {"kind": "undo"}) == "not-possible"
    assert log.refused("p-0", Kind.MOVED, {"kind": ["choose"]}) == "wrong"
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "x" * 300}) == "wrong"
    assert log.refused("p-7", Kind.MOVED, {"kind": "choose", "choice": "read"}) == "no-chair"


def test_the_first_attempt_stays_what_it_was() -> None:
    log = a_room()
    assert log.refused("p-0", Kind.RETRIED) == "not-possible"
    log.move("p-0", "sign")
    first = log.room.chair("p-0").now
    log.wish("p-0", Kind.RETRIED)
    log.move("p-0", "read")
    chair = log.room.chair("p-0")
    assert chair.first == first
    assert chair.now.number == 2
    assert chair.play.first == first.play.first
    assert log.room.view("p-0").attempt == 2
    log.move("p-0", "sign")
    log.wish("p-0", Kind.RETRIED)
    chair = log.room.chair("p-0")
    assert [one.number for one in chair.attempts] == [1, 2, 3]
    assert chair.first == first
    assert chair.play.turns == ()


def test_the_end_leaves_what_was_reached_and_calls_it_unfinished() -> None:
    log = a_room(chairs=2)
    log.move("p-0", "sign")
    log.move("p-1", "talk")
    log.in_room(Kind.ENDED)
    assert [log.room.view(place).unfinished for place in ("p-0", "p-1")] == [False, True]
    assert len(log.room.chair("p-1").play.turns) == 1
    assert log.refused("p-1", Kind.MOVED, {"kind": "choose", "choice": "night"}) == "ended"
    assert log.refused("p-0", Kind.RETRIED) == "ended"
    assert log.refused("p-9", Kind.JOINED) == "ended"
    log.wish("p-1", Kind.REASON, {"turn": 1, "text": "I wanted to hear her."})


def test_a_line_of_reasons_is_asked_for_at_moments_and_kept_by_turn() -> None:
    log = a_room()
    log.move("p-0", "read")
    assert not log.room.view("p-0").wants_reason
    log.move("p-0", "press")
    assert log.room.view("p-0").wants_reason
    log.wish("p-0", Kind.REASON, {"text": "It\x1b[31m was\n time.\u202e"})
    log.wish("p-0", Kind.REASON, {"text": "It was time."})
    view = log.room.view("p-0")
    assert view.reasons == (((1, 2), "It was time."),)
    assert not view.wants_reason
    assert log.refused("p-0", Kind.REASON, {"text": "x" * 301}) == "wrong"
    assert log.refused("p-0", Kind.REASON, {"text": "Why?", "turn": 9}) == "wrong"


def test_nothing_that_acts_on_a_terminal_gets_into_the_log() -> None:
    log = a_room()
    log.move("p-0", "read")
    kept = log.wish("p-0", Kind.REASON, {"text": "a\x1b[2Jb\x07\u202ec\ud800"})
    assert kept.body["text"] == "a[2Jbc"
    handed = log.wish("p-0", Kind.HANDED, {"what": "reflection", "text": "one\ntwo \ud800"})
    assert handed.body["text"] == "one\ntwo ?"


def test_who_was_removed_takes_no_part() -> None:
    log = a_room()
    log.wish("p-0", Kind.REMOVED)
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "read"}) == "removed"
    assert log.room.view("p-0").removed


def test_a_chair_that_the_engine_plays_takes_no_moves_of_its_player() -> None:
    log = a_room()
    log.wish("p-0", Kind.MOVED_BY, {"who": "engine"})
    assert log.refused("p-0", Kind.MOVED, {"kind": "choose", "choice": "read"}) == "not-your-turn"
    log.wish("p-0", Kind.MOVED, {"kind": "choose", "choice": "read"}, by="engine")
    assert log.room.chair("p-0").now.by == ("engine",)


def test_without_dice_every_variant_comes_to_the_same() -> None:
    log = a_room(Settings(dice=False, variants=20), chairs=20)
    came = {log.move(place, "press").body["outcome"] for place in log.room.chairs}
    assert came == {"warm"}
    other = a_room(Settings(variants=20), chairs=20)
    assert {other.move(place, "press").body["outcome"] for place in other.room.chairs} == {"warm", "sour"}


def test_what_happens_between_pairs_is_passed_over_and_counted() -> None:
    log = a_room()
    before = everything(log.room)
    log.keep(New("pair-1", "c", Kind.PAIR_FORMED, {"table": 1}))
    assert log.room.rev == 3
    assert log.room.answered("pair-1", "c") == (3, 1)
    assert everything(log.room)["chairs"] == before["chairs"]
