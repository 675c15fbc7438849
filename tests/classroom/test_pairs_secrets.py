"""What one side may see does not depend on the other's mind: change all of it, and no view or sheet changes."""

import json
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import asdict
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.classroom.events import Kind
from negotiator.classroom.pairs.seats import Mode, Seat
from negotiator.classroom.pairs.sheets import sheet
from negotiator.classroom.pairs.view import pair_view
from negotiator.game.bargain import Bargain
from negotiator.scenario.braces import fill_names
from negotiator.scenario.models import Scenario
from tests.classroom.pairtable import CANDIDATE, MANAGER, Room, room
from tests.game.tablestory import TABLE
from tests.support import SCENARIOS

TEXTS = {"small": TABLE, "flagship": (SCENARIOS / "two-roles-one-title.toml").read_text("utf-8")}
LINES = {
    "small": ("lead base=mid", "as-offered days=three", "lead base=high days=three"),
    "flagship": ("revised calendar=magnets", "combined base=k232", "as-offered base=k196"),
}
KEY = {Seat.CANDIDATE: "you", Seat.MANAGER: "them"}


def bargain(raw: dict[str, Any]) -> Bargain:
    raw = {"id": "small", **deepcopy(raw)}
    fill_names(raw)
    return Bargain(Scenario.model_validate(raw))


def pairs_of_points(deal: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every table of the file that has a number for each side."""
    for issue in deal["issues"].values():
        yield issue.setdefault("importance", {"you": 1, "them": 1})
        for option in issue["options"].values():
            yield option
            if "chance" in option:
                yield option["chance"]
    for shape in deal["structures"].values():
        yield shape.setdefault("worth", {})
    yield from deal.get("joints", {}).values()


def minded(raw: dict[str, Any], seat: Seat, luck: Random) -> dict[str, Any]:
    """The scenario with everything that only this side knows made something else."""
    raw = deepcopy(raw)
    key, who = KEY[seat], raw["deal"]["counterpart"]["who"]
    for pair in pairs_of_points(raw["deal"]):
        pair[key] = luck.randint(1, 99)
    raw["deal"]["alternatives"][key] = {"worth": luck.randint(0, 100), "says": f"word-{luck.random()}"}
    for fact in raw["facts"].values():
        if (who in fact.get("known_by", [])) == (seat is Seat.MANAGER):
            fact["says"] = f"fact-{luck.random()}"
    if seat is Seat.CANDIDATE:
        raw["player"]["brief"] = f"brief-{luck.random()}"
        return raw
    raw["people"][who]["wants"] = f"want-{luck.random()}"
    for limit in raw["deal"]["limits"].values():
        limit |= {"reason": f"limit-{luck.random()}", "firm": luck.randint(0, 10)}
        limit["lifted_by"] = luck.sample(["executive", "hr", "hiring_manager"], luck.randint(1, 3))
    return raw


def talked(made: Room, mode: Mode, lines: tuple[str, ...]) -> Room:
    """A talk in which everybody moves: the candidate, the manager, the candidate."""
    kind = Kind.PAIR_OFFERED if mode is Mode.PHONES else Kind.PAIR_TYPED
    for place, line in zip((CANDIDATE, MANAGER, CANDIDATE), lines, strict=False):
        made.wish(place, kind, {"package": line})
    return made


def seen(raw: dict[str, Any], seat: Seat, mode: Mode, lines: tuple[str, ...], finish: bool) -> str:
    """Everything that this chair gets to see, as it goes over the network."""
    made = talked(room(bargain(raw), mode), mode, lines)
    if finish and not made.table().end:
        made.wish(MANAGER, *FINISH[mode, len(lines)])
    case, table = made.pairs.case("p-pair"), made.table()
    shown = [asdict(pair_view(case, table, seat)), asdict(sheet(case, seat, mode))]
    return json.dumps(shown, sort_keys=True, default=str)


FINISH: dict[tuple[Mode, int], tuple[Kind, dict[str, Any]]] = {
    **{(Mode.PHONES, number): (Kind.PAIR_WALKED, {}) for number in range(4)},
    **{(Mode.FACE, number): (Kind.PAIR_TYPED, {"package": "as-offered"}) for number in range(4)},
}
TALKS = st.tuples(st.sampled_from(sorted(TEXTS)), st.sampled_from(Mode), st.integers(0, 3), st.booleans())


@settings(max_examples=40, deadline=None)
@given(TALKS, st.sampled_from([Seat.CANDIDATE, Seat.MANAGER]), st.randoms(use_true_random=False))
def test_nothing_that_a_side_sees_depends_on_the_others_mind(
    talk: tuple[str, Mode, int, bool], seat: Seat, luck: Random
) -> None:
    name, mode, number, finish = talk
    raw, lines = tomllib.loads(TEXTS[name]), LINES[name][:number]
    before = seen(raw, seat, mode, lines, finish)
    assert seen(minded(raw, seat.other, luck), seat, mode, lines, finish) == before


@settings(max_examples=20, deadline=None)
@given(TALKS, st.randoms(use_true_random=False))
def test_an_observer_sees_what_is_said_and_nothing_of_either_mind(
    talk: tuple[str, Mode, int, bool], luck: Random
) -> None:
    name, mode, number, finish = talk
    raw, lines = tomllib.loads(TEXTS[name]), LINES[name][:number]
    before = seen(raw, Seat.OBSERVER, mode, lines, finish)
    changed = minded(minded(raw, Seat.CANDIDATE, luck), Seat.MANAGER, luck)
    assert seen(changed, Seat.OBSERVER, mode, lines, finish) == before


@pytest.mark.parametrize("seat", [Seat.CANDIDATE, Seat.MANAGER])
def test_ones_own_mind_is_seen(seat: Seat) -> None:
    raw = tomllib.loads(TEXTS["small"])
    before = seen(raw, seat, Mode.PHONES, (), finish=False)
    assert seen(minded(raw, seat, Random(1)), seat, Mode.PHONES, (), finish=False) != before


def test_what_the_manager_may_not_grant_is_on_the_managers_view_alone() -> None:
    made = room(granted=False)
    case, table = made.pairs.case("p-pair"), made.table()

    def barred(seat: Seat) -> Callable[[], list[str]]:
        return lambda: [
            o.barred for term in pair_view(case, table, seat).terms for o in term.options if o.barred
        ]

    assert barred(Seat.MANAGER)() == ["The band ends at $115,000."]
    assert barred(Seat.CANDIDATE)() == barred(Seat.OBSERVER)() == []
    assert "$115,000" in str(sheet(case, Seat.MANAGER, Mode.PHONES))
    assert "$115,000" not in str(sheet(case, Seat.CANDIDATE, Mode.PHONES))
