"""A moment as JSON: all a browser draws with, and nothing that a player may not know."""

import json
from random import Random
from typing import Any

import pytest

from negotiator.classroom.events import Kind
from negotiator.classroom.settings import Settings
from negotiator.classroom.showing import chair_data, event_data
from tests.classroom.roomtable import Log
from tests.support import SCENARIOS


def shown(log: Log, place: str = "p-0") -> dict[str, Any]:
    """The chair's moment, through JSON and back."""
    data = chair_data(log.room.game, log.room.view(place))
    back = json.loads(json.dumps(data))
    assert back == data
    return dict(back)


def test_the_table_is_all_there_and_a_shape_not_yet_known_is_not_named() -> None:
    log = Log()
    log.join("p-0")
    log.move("p-0", "talk")
    moment = shown(log)["moment"]
    table = moment["table"]
    assert [one["id"] for one in table["terms"]] == ["base", "title", "days"]
    assert [(one["id"], one["open"]) for one in table["shapes"]] == [("as-offered", True), ("", False)]
    said = json.dumps(moment)
    assert "Team lead" not in said
    assert "The budget lapses" not in said
    assert moment["letter"]["days"] == 4
    assert moment["days_left"] == 4


def test_what_the_last_move_brought_is_told_in_words_without_marks() -> None:
    log = Log()
    log.join("p-0")
    log.move("p-0", "read")
    brought = shown(log)["brought"]
    assert brought["said"] == "Read page two."
    assert brought["notes"] == ["Noted: Page two takes the sign-on back. (page two)"]
    assert not {"courage", "finesse", "fit", "coach", "training"} & set(brought)


def test_a_paused_or_waiting_chair_holds_no_text_of_the_story() -> None:
    log = Log(Settings(gates=("table",)))
    log.join("p-0")
    log.move("p-0", "talk")
    waiting = shown(log)
    assert waiting["hidden"] == "gate"
    assert "Ana waits" not in json.dumps(waiting)
    log.in_room(Kind.PAUSED)
    paused = shown(log)
    assert (paused["moment"], paused["brought"], paused["hidden"]) == (None, None, "paused")


def test_no_chair_hears_of_the_seed_or_of_others() -> None:
    log = Log(Settings(shuffle=True, variants=3), seed=987_654_321)
    for place in ("p-0", "p-1"):
        log.join(place)
    said = json.dumps(shown(log))
    assert "98765432" not in said
    assert log.room.chair("p-1").name not in said
    assert str(log.room.chair("p-0").order) not in said


@pytest.mark.parametrize("name", ["first-offer", "two-roles-one-title"])
def test_every_moment_of_the_shipped_cases_can_be_shown(name: str) -> None:
    log = Log(text=(SCENARIOS / f"{name}.toml").read_text("utf-8"))
    luck, tables = Random(3), 0
    for number in range(12):
        place = f"p-{number}"
        log.join(place)
        while (seen := log.room.view(place).view) and seen.ending is None:
            shown(log, place)
            tables += seen.table is not None
            ways = [one.id for one in seen.choices if one.enabled]
            if seen.table and luck.random() < 0.5:
                log.wish(place, Kind.MOVED, {"kind": "accept", "line": "letter"})
            else:
                log.move(place, luck.choice(ways))
        moment = shown(log, place)["moment"]
        assert moment["ending"]["title"]
    assert (tables > 0) == (log.room.game.bargain is not None)


def test_an_event_is_json_too() -> None:
    log = Log()
    data = event_data(log.join("p-0"))
    assert json.loads(json.dumps(data)) == data
    assert (data["kind"], data["rev"], data["at"]) == ("joined", 2, "2026-03-02T09:00:00+00:00")
