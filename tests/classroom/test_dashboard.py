"""The instructor's screen: what it shows of a room, what its keys send, at every size."""

from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from negotiator.classroom.dashboard.app import DashboardApp
from negotiator.classroom.dashboard.board import Board, board
from negotiator.classroom.dashboard.ports import Doorplate, Order
from negotiator.classroom.events import Kind
from negotiator.errors import NegotiatorError
from negotiator.tui.prefs import Chosen
from tests.classroom.roomtable import Log

SIZES = ((80, 24), (60, 20), (120, 40))


class FakePodium:
    """A room on the test's table; orders are noted, or refused."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.orders: list[Order] = []
        self.refuses = ""
        self.name = ""
        """What everybody is called instead of their pseudonym."""

    @property
    def doorplate(self) -> Doorplate:
        return Doorplate("K7M3-Q9XA", ("http://192.168.1.20:8400", "http://127.0.0.1:8400"))

    def wall_link(self) -> str:
        return "http://127.0.0.1:8400/wall#ticket"

    def board(self) -> Board:
        seen = board(self.log.room, self.log.now, lambda place: place != "p-away")
        if self.name:
            seen = replace(seen, rows=tuple(replace(one, name=self.name) for one in seen.rows))
        return seen

    async def order(self, order: Order) -> None:
        if self.refuses:
            raise NegotiatorError(self.refuses)
        self.orders.append(order)


def room() -> Log:
    log = Log()
    for place in ("p-a", "p-b", "p-away"):
        log.join(place)
    return log


def step(log: Log, place: str) -> None:
    """Take the first choice that is open there."""
    now = log.room.view(place).view
    assert now is not None
    log.move(place, next(one.id for one in now.choices if one.enabled))


def app(podium: FakePodium) -> DashboardApp:
    return DashboardApp(podium, Chosen("dusk", training=False, reduced_motion=True, text_width=76))


def frame(shown: DashboardApp) -> str:
    return "\n".join(strip.text.rstrip() for strip in shown.screen._compositor.render_strips())


async def press(pilot: Pilot[int], shown: DashboardApp, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await shown.workers.wait_for_complete()
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_code_people_and_how_far_they_are_are_seen_at_every_size(size: tuple[int, int]) -> None:
    podium = FakePodium(room())
    step(podium.log, "p-a")
    shown = app(podium)
    async with shown.run_test(size=size) as pilot:
        await pilot.pause()
        text = frame(shown)
        assert "K7M3-Q9XA" in text
        assert "http://192.168.1.20:8400" in text
        assert "3 people" in text
        for chair in podium.log.room.chairs.values():
            assert chair.name in text
        assert "away" in text
        assert max(map(len, text.splitlines())) <= size[0]


async def test_who_has_been_still_for_long_is_marked_and_can_stand_first() -> None:
    podium = FakePodium(room())
    podium.log.second += 600
    step(podium.log, "p-a")
    shown = app(podium)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "2 still for long" in frame(shown)
        assert "10 min" in frame(shown)
        first = podium.log.room.chair("p-a").name
        await press(pilot, shown, "o")
        lines = [line for line in frame(shown).splitlines() if "p." in line or "min" in line or first in line]
        assert first in lines[-1]


async def test_what_was_chosen_is_counted_per_branch_first_attempts_only() -> None:
    log = room()
    step(log, "p-a")
    step(log, "p-b")
    log.second += 1
    (spread, *_) = board(log.room, log.now, lambda _: True).spreads
    assert spread.total == 2
    assert max(count for _, count in spread.bars) == 2
    log.wish("p-b", Kind.REMOVED)
    (spread, *_) = board(log.room, log.now, lambda _: True).spreads
    assert spread.total == 1


async def test_keys_send_the_orders_they_name() -> None:
    podium = FakePodium(room())
    step(podium.log, "p-a")
    step(podium.log, "p-b")
    shown = app(podium)
    async with shown.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await press(pilot, shown, "space", "e", "j", "a", "s", "t", "E", "l", "3", "g")
        first_gate = podium.board().gates[0].scene
        assert podium.orders == [
            Order("pause"),
            Order("extend", place="p-a", seconds=120),
            Order("advance", place="p-b"),
            Order("advance", place="p-away"),
            Order("bell", seconds=600),
            Order("extend", seconds=120),
            Order("lock"),
            Order("gate", scene=first_gate),
        ]


async def test_the_same_keys_take_back_what_holds() -> None:
    podium = FakePodium(room())
    gate = podium.board().gates[0].scene
    podium.log.in_room(Kind.PAUSED)
    podium.log.in_room(Kind.LOCKED)
    podium.log.in_room(Kind.GATED, scene=gate)
    shown = app(podium)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "PAUSED" in frame(shown)
        assert "waiting at a gate" in frame(shown)
        await press(pilot, shown, "space", "l", "3", "enter")
        assert podium.orders == [Order("resume"), Order("unlock"), Order("open-gate", scene=gate)]


@pytest.mark.parametrize(("key", "order"), [("x", Order("remove", place="p-a")), ("f", Order("end"))])
async def test_what_cannot_be_taken_back_is_asked_twice(key: str, order: Order) -> None:
    podium = FakePodium(room())
    shown = app(podium)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, shown, key, "enter")
        assert podium.orders == []
        await press(pilot, shown, key, "y")
        assert podium.orders == [order]


async def test_a_refusal_is_said_in_its_own_words() -> None:
    podium = FakePodium(room())
    podium.refuses = "The disk is [full]."
    shown = app(podium)
    async with shown.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await press(pilot, shown, "space")
        assert "The disk is [full]." in [one.message for one in shown._notifications]


@pytest.mark.parametrize(
    "name", ["[bold]A[/]", "\x1b[2J\x07B", "\u202eevil", "C\nD\tE", "長" * 40, "z" * 10_000]
)
async def test_hostile_names_are_plain_text_on_one_line(name: str) -> None:
    podium = FakePodium(room())
    podium.name = name
    shown = app(podium)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = frame(shown)
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "3 people" in text
        assert "[bold]A[/]" in text or name != "[bold]A[/]"
        assert sum("▸" in line for line in text.splitlines()) == 1


async def test_the_projectors_link_is_shown_on_demand() -> None:
    shown = app(FakePodium(room()))
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "wall#" not in frame(shown)
        await press(pilot, shown, "w")
        assert "http://127.0.0.1:8400/wall#ticket" in frame(shown)


async def test_leaving_is_asked_first() -> None:
    shown = app(FakePodium(room()))
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, shown, "q", "n")
        assert shown.return_code is None
        await press(pilot, shown, "question_mark")
        assert "away" in frame(shown)
        await press(pilot, shown, "escape", "q", "y")
    assert shown.return_code == 0


def test_the_slowest_is_who_has_come_least_far_and_may_move() -> None:
    log = room()
    step(log, "p-b")
    step(log, "p-away")
    seen = board(log.room, log.now + timedelta(seconds=9), lambda _: True)
    assert seen.slowest is not None
    assert seen.slowest.place == "p-a"
