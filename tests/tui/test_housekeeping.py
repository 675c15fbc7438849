"""The desk of everyday play, on real files in a folder of its own."""

from pathlib import Path

import pytest

from negotiator.errors import NegotiatorError
from negotiator.runs.settings import THEMES
from negotiator.tui import themes
from negotiator.tui.fresh import FreshRun
from negotiator.tui.habits import habit
from negotiator.tui.housekeeping import RealDesk
from tests.support import play
from tests.tui.fakes import MemoryRun, everything
from tests.tui.story import EVERYTHING


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("SAVES", "CONFIG", "CACHE", "SCENARIOS"):
        monkeypatch.setenv(f"NEGOTIATOR_{name}", str(tmp_path / name.lower()))
    (tmp_path / "scenarios").mkdir()
    path = tmp_path / "scenarios" / "the-quay.toml"
    path.write_text(EVERYTHING.lstrip(), "utf-8")
    return path


def test_a_run_is_on_the_shelf_goes_on_and_is_looked_back_on(place: Path) -> None:
    desk = RealDesk(None)
    run = desk.begin(place, 7)
    run.choose("nothing")
    run.close()
    (there,) = desk.shelf()
    assert (there.title, there.turns, there.place, there.outcome) == (
        "The Quay",
        1,
        "Pier 3, Thursday, rain",
        "",
    )
    again = desk.resume(there.path)
    again.choose("leave")
    again.close()
    (done,) = desk.shelf()
    assert (done.ending, done.outcome) == ("A Door Left Open", "declined")
    standing = desk.standing(done)
    assert standing is not None
    assert standing.finesse is None
    assert desk.debrief(desk.resume(done.path)).finished


def test_the_library_is_listed_at_once_and_measured_after(place: Path) -> None:
    desk = RealDesk(None)
    case = next(one for one in desk.cases() if one.id == "the-quay")
    assert (case.title, case.difficulty, case.minutes) == ("The Quay", "easy", None)
    assert desk.measured(case).minutes


def test_a_broken_scenario_is_listed_with_its_trouble(place: Path) -> None:
    place.with_name("torn.toml").write_text('format = 1\ntitle = "Torn"\nstart = "nowhere"\n', "utf-8")
    desk = RealDesk(None)
    case = next(one for one in desk.cases() if one.title == "Torn")
    assert desk.measured(case).trouble


def test_settings_are_kept(place: Path) -> None:
    RealDesk(None).set_prefs(theme="paper", training=True, reduced_motion=True, text_width=66)
    prefs, word = RealDesk(None).prefs()
    assert (prefs.theme, prefs.training, prefs.reduced_motion, prefs.text_width, word) == (
        "paper",
        True,
        True,
        66,
        "",
    )


def test_the_themes_one_can_set_are_those_there_are() -> None:

    assert THEMES == themes.NAMES


def test_a_fresh_run_makes_its_file_when_it_settles_or_moves(place: Path) -> None:
    desk = RealDesk(None)
    run = desk.fresh(place, 7)
    assert run.view.place == "Phone, Tuesday"
    assert not desk.shelf()
    run.settle()
    assert len(desk.shelf()) == 1
    run.choose("nothing")
    assert desk.shelf()[0].turns == 1
    run.close()


def test_a_fresh_run_that_cannot_be_saved_says_so_and_stays_where_it_was() -> None:
    made: list[MemoryRun] = []

    def make() -> MemoryRun:
        if not made:
            made.append(MemoryRun(everything(), play(everything(), ())))
            raise NegotiatorError("The folder cannot be written.")
        return made[0]

    run = FreshRun(everything(), 7, make)
    with pytest.raises(NegotiatorError):
        run.choose("nothing")
    assert run.view.place == "Phone, Tuesday"
    run.choose("nothing")
    assert run.view.place == "Pier 3, Thursday, rain"


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("nothing", "show", "sign"), "There is room for questions."),
        (("good", "budget", "rang", "leave"), "come before the letter"),
        (("salary", "leave"), "Try the same question more softly."),
        (("nothing", "show", "talk", "both", "no"), "There is room for questions."),
        (("nothing", "show", "talk", "both"), "you ask late, 1 of 1 times"),
        ((), ""),
    ],
)
def test_a_habit_is_one_sentence_about_how_one_asks(ids: tuple[str, ...], said: str) -> None:
    game = everything()
    turns = play(game, ids, seed=7).turns
    found = habit([(game, turns)])
    assert said in found
    assert bool(found) == bool(said)
