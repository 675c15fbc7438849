"""The log and its fold: one truth, the single-player engine's, whatever the order and however often it is told."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.classroom.broken import BrokenLog
from negotiator.classroom.chair import Attempt
from negotiator.classroom.events import ROOM, Event, Json, Kind
from negotiator.classroom.room import Room
from negotiator.classroom.settings import Settings
from negotiator.classroom.wishes import Refusal
from negotiator.game.play import replay
from negotiator.game.state import Move
from tests.classroom.roomtable import Log, everything, folded

PLACES = ("p-a", "p-b", "p-c")
SCENES = ("letter", "table", "handshake", "over", "nowhere")
Asked = tuple[Kind, dict[str, Json]]
CHOICES = ("read", "talk", "max", "press", "sign", "night", "sign-letter", "no")

moved: st.SearchStrategy[Asked] = st.builds(
    lambda choice: (Kind.MOVED, {"kind": "choose", "choice": choice}), st.sampled_from(CHOICES)
)
at_table: st.SearchStrategy[Asked] = st.sampled_from(
    [
        (Kind.MOVED, {"kind": "propose", "line": "as-offered base=mid"}),
        (Kind.MOVED, {"kind": "ask", "line": "open base"}),
        (Kind.MOVED, {"kind": "pause", "line": "band"}),
        (Kind.MOVED, {"kind": "accept", "line": "letter"}),
        (Kind.MOVED, {"kind": "declare", "line": "base title"}),
        (Kind.MOVED, {"kind": "guess", "line": "base -title"}),
    ]
)
others: st.SearchStrategy[Asked] = st.sampled_from(
    [
        (Kind.MOVED, {"kind": "undo"}),
        (Kind.RETRIED, {}),
        (Kind.KEPT, {"line": "Could you look again?"}),
        (Kind.REASON, {"text": "It was time."}),
        (Kind.DISAGREED, {"turn": 1}),
        (Kind.EXTENDED, {"seconds": 60}),
        (Kind.ADVANCED, {}),
        (Kind.HANDED, {"what": "reflection", "text": "I learned\nto wait."}),
        (Kind.REMOVED, {}),
        (Kind.MOVED_BY, {"who": "engine"}),
    ]
)
in_room: st.SearchStrategy[Asked] = st.one_of(
    st.sampled_from([Kind.PAUSED, Kind.RESUMED, Kind.RESUMED, Kind.LOCKED, Kind.UNLOCKED]).map(
        lambda kind: (kind, {})
    ),
    st.sampled_from([Kind.GATED, Kind.OPENED_GATE, Kind.OPENED_GATE]).flatmap(
        lambda kind: st.sampled_from(SCENES).map(lambda scene: (kind, {"scene": scene}))
    ),
    st.just((Kind.BELL, {"seconds": 600})),
)
wishes: st.SearchStrategy[list[tuple[str, Asked]]] = st.lists(
    st.one_of(
        *[st.tuples(st.sampled_from(PLACES), st.one_of(moved, moved, at_table, others)) for _ in range(4)],
        st.tuples(st.just(ROOM), in_room),
    ),
    max_size=60,
)
rooms = st.builds(Settings, dice=st.booleans(), shuffle=st.booleans(), variants=st.integers(1, 3))


def played(settings: Settings, asked: list[tuple[str, Asked]]) -> Log:
    """A room in which all this was asked for; what was refused has left no trace."""
    log = Log(settings)
    for place in PLACES:
        log.join(place)
    for place, (kind, body) in asked:
        log.second += 7
        before, count = everything(log.room), len(log.events)
        try:
            log.wish(place, kind, body)
        except Refusal:
            assert everything(log.room) == before
            assert len(log.events) == count
    return log


def moves_of(events: list[Event], place: str, attempt: int) -> list[Move]:
    """The moves of one attempt, read from the log by hand."""
    found: list[Move] = []
    for event in events:
        if event.place == place and event.body.get("attempt") == attempt:
            bodies = event.body["moves"] if event.kind is Kind.ADVANCED else [event.body.get("move")]
            assert isinstance(bodies, list)
            found += [
                Move(str(one["kind"]), str(one["choice"]), str(one["line"]))
                for one in bodies
                if isinstance(one, dict)
            ]
    return found


@given(rooms, wishes)
def test_every_chair_is_the_single_player_game_of_its_moves(
    settings: Settings, asked: list[tuple[str, Asked]]
) -> None:
    log = played(settings, asked)
    for place, chair in log.room.chairs.items():
        for attempt in chair.attempts:
            alone = replay(log.room.game, chair.seed, moves_of(log.events, place, attempt.number))
            assert attempt.play == alone
            assert len(attempt.by) == len(alone.turns)


@given(rooms, wishes)
def test_the_log_alone_makes_the_room_again(settings: Settings, asked: list[tuple[str, Asked]]) -> None:
    log = played(settings, asked)
    assert everything(folded(log.events)) == everything(log.room)
    for event in log.events:
        log.room.apply(event)
    assert everything(folded(log.events)) == everything(log.room)


@given(rooms, wishes, st.randoms(use_true_random=False))
def test_how_chairs_take_turns_in_the_log_changes_nothing_at_any_of_them(
    settings: Settings, asked: list[tuple[str, Asked]], luck: Random
) -> None:
    log = played(settings, asked)
    other = folded(mingled(log.events, luck))
    for place, chair in log.room.chairs.items():
        assert other.chairs[place] == chair


def mingled(events: list[Event], luck: Random) -> list[Event]:
    """The same events with those of different places mixed anew; each place keeps its order, joins stay in front."""
    first = len(PLACES) + 1
    lines = {place: [one for one in events[first:] if one.place == place] for place in (ROOM, *PLACES)}
    mixed = list(events[:first])
    while left := [place for place, line in lines.items() if line]:
        mixed.append(lines[luck.choice(left)].pop(0))
    return [replace(event, rev=rev) for rev, event in enumerate(mixed, 1)]


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(CHOICES), st.integers(1, 3)), max_size=25))
def test_a_move_sent_again_is_made_once(asked: list[tuple[str, str, int]]) -> None:
    log, once = Log(), Log()
    for place in PLACES:
        log.join(place)
        once.join(place)
    sent: list[tuple[str, str, int, str]] = []
    for number, (place, choice, times) in enumerate(asked):
        seq = log.room.chair(place).seq + 1
        sent.append((place, choice, seq, f"m{number}"))
        try:
            once.move(place, choice, client=f"m{number}")
        except Refusal:
            sent.pop()
        else:
            for again in sent[-times:] * times:
                log.move(again[0], again[1], seq=again[2], client=again[3])
    assert everything(log.room) == everything(once.room)


def test_the_turns_of_somebody_else_are_told_apart_even_when_taken_back() -> None:
    log = Log()
    log.join("p-a")
    log.move("p-a", "read")
    log.wish("p-a", Kind.ADVANCED, {"to": "table"})
    log.wish("p-a", Kind.MOVED, {"kind": "declare", "line": "base"})
    chair = log.room.chair("p-a")
    assert chair.now.by == ("player", "instructor", "player")
    log.undo("p-a")
    chair = log.room.chair("p-a")
    assert chair.now == Attempt(1, chair.play, ("player", "player"), helped=1)
    assert chair.play.turns[-1].move.kind == "declare"


def test_a_log_of_other_rules_is_not_believed() -> None:
    log = Log()
    log.join("p-a")
    log.move("p-a", "press")
    honest = log.events[-1]
    lies: list[dict[str, Json]] = [
        {"outcome": "gold"},
        {"before": "table"},
        {"attempt": 2},
        {"move": {"kind": "choose", "choice": "bribe"}},
        {"move": "press"},
    ]
    for lie in lies:
        room: Room = folded(log.events[:-1])
        before = everything(room)
        with pytest.raises(BrokenLog, match="event 3"):
            room.apply(replace(honest, body={**honest.body, **lie}))
        assert everything(room) == before
