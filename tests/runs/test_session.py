"""A session: saved before shown, unchanged when a move fails, the same again when resumed."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator.errors import NegotiatorError
from negotiator.game.compiling import compile_game
from negotiator.game.impossible import NotPossible
from negotiator.game.play import begin
from negotiator.runs.log import read_log
from negotiator.runs.session import Session
from negotiator.runs.troubles import (
    LogBroken,
    NoFolder,
    NotSaved,
    OtherScenario,
    ReadOnlyRun,
    RunInUse,
    RunTrouble,
)
from tests.runs.story import LINE, Ticking, begun, kiosk, played, take, wander

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes are a matter of POSIX systems")


def test_a_new_run_is_on_the_disk_before_the_first_move(tmp_path: Path) -> None:
    with begun(tmp_path / "new" / "runs") as session:
        log = read_log(session.path)
    assert log.header.run == session.id
    assert (log.header.scenario, log.header.title, log.header.seed) == ("small", "The Kiosk", 0)
    assert log.header.created == session.created


@POSIX
def test_folders_and_files_are_the_players_alone(tmp_path: Path) -> None:
    with begun(tmp_path / "new" / "runs") as session:
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
        assert stat.S_IMODE((tmp_path / "new" / "runs").stat().st_mode) == 0o700
        assert stat.S_IMODE(session.path.stat().st_mode) == 0o600


def test_a_move_is_synced_before_it_is_returned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync

    def watched(at: int) -> None:
        real(at)
        synced.append(session.path.stat().st_size)

    with begun(tmp_path) as session:
        monkeypatch.setattr(os, "fsync", watched)
        session.choose("why-open")
        assert synced[-1] == session.path.stat().st_size
        assert [taken.move.choice for taken in read_log(session.path).taken] == ["why-open"]


def test_a_move_that_is_not_possible_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        session.choose("why-open")
        before, play = session.path.read_bytes(), session.play
        for bad in ("why-open", "who", "nonsense", ""):
            with pytest.raises(NotPossible):
                session.choose(bad)
        assert (session.path.read_bytes(), session.play) == (before, play)


@given(
    steps=st.lists(st.integers(0, 6), max_size=25),
    seed=st.integers(0, 50),
    lines=st.lists(st.text(min_size=1, max_size=30).filter(lambda text: text.isprintable()), max_size=3),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_resumed_run_is_the_run(tmp_path: Path, steps: list[int], seed: int, lines: list[str]) -> None:
    made = kiosk()
    with begun(tmp_path, made, seed=seed) as session:
        wander(session, steps)
        for line in lines:
            session.keep(line)
    before = session.path.read_bytes()
    with Session.resume(session.path, made) as again:
        assert (again.play, again.kept, again.id, again.seed) == (
            session.play,
            session.kept,
            session.id,
            seed,
        )
        assert again.notice == ""
        assert again.created == session.created
    assert session.path.read_bytes() == before


def test_a_taken_back_choice_is_counted_across_sittings(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open", "undo", "why-open"])
    with Session.resume(path, kiosk()) as session:
        session.undo()
        assert session.play.undone == 2
        with pytest.raises(NotPossible):
            session.undo()
    with Session.resume(path, kiosk()) as session:
        assert (session.play.turns, session.play.undone) == ((), 2)


def test_a_line_is_kept_once(tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        session.keep("Why is it open?")
        session.keep("Why is it open?")
        assert session.kept == ("Why is it open?",)
    assert read_log(session.path).kept == session.kept


def test_a_full_disk_stops_the_move_and_not_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begun(tmp_path) as session:
        session.choose("why-open")
        before, play = session.path.read_bytes(), session.play

        def full(at: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            calls = iter([full, os.fsync])

            def first_full(at: int) -> None:
                next(calls)(at)

            patched.setattr(os, "fsync", first_full)
            with pytest.raises(NotSaved, match="no space left"):
                session.choose("wait")
        assert (session.path.read_bytes(), session.play) == (before, play)
        session.choose("wait")
    with Session.resume(session.path, kiosk()) as again:
        assert [turn.move.choice for turn in again.play.turns] == ["why-open", "wait"]
        assert again.notice == ""


def test_half_a_line_is_taken_back(tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        before = session.path.read_bytes()
        pen = session._journal._writer
        assert pen is not None
        real = pen._file

        class Halting:
            """A file that takes half of what it is given, once, then none."""

            def __init__(self) -> None:
                self.given = False

            def write(self, data: bytes) -> int:
                if self.given:
                    raise OSError(28, "No space left on device")
                self.given = True
                return real.write(data[: len(data) // 2]) or 0

            def __getattr__(self, name: str) -> object:
                return getattr(real, name)

        pen._file = Halting()  # type: ignore[assignment]  # stands in for a file on a full disk
        with pytest.raises(NotSaved):
            session.choose("wait")
        pen._file = real
        assert session.path.read_bytes() == before


def test_when_the_end_is_in_doubt_nothing_more_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begun(tmp_path) as session:

        def broken(at: int) -> None:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", broken)
            with pytest.raises(NotSaved):
                session.choose("wait")
        size = session.path.stat().st_size
        with pytest.raises(LogBroken):
            session.choose("wait")
        assert session.path.stat().st_size == size


def test_a_run_that_cannot_begin_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(at: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved):
        begun(tmp_path)
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("no folder")
    for folder in (tmp_path / "runs", tmp_path / "runs" / "deeper"):
        with pytest.raises(NoFolder, match="cannot be used to keep runs"):
            begun(folder)


def test_one_window_at_a_time(tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        with pytest.raises(RunInUse, match=session.id):
            Session.resume(session.path, kiosk())
        session.choose("why-open")
    with Session.resume(session.path, kiosk()) as again:
        assert len(again.play.turns) == 1


def test_closing_twice_is_fine_and_a_closed_run_takes_no_moves(tmp_path: Path) -> None:
    session = begun(tmp_path)
    session.close()
    session.close()
    with pytest.raises(ReadOnlyRun):
        session.choose("wait")
    assert session.play == begin(kiosk(), 0)


def test_looking_writes_nothing_not_even_a_lock(tmp_path: Path) -> None:
    path = played(tmp_path, list(LINE[:1]))
    for beside in tmp_path.glob(".*"):
        beside.unlink()
    session = Session.look(path, kiosk())
    assert len(session.play.turns) == 1
    for move in (lambda: session.choose("wait"), session.undo, lambda: session.keep("x")):
        with pytest.raises(ReadOnlyRun):
            move()
    assert list(tmp_path.iterdir()) == [path]


def test_a_branch_is_a_new_run_of_the_first_choices(tmp_path: Path) -> None:
    with begun(tmp_path, seed=2) as session:
        take(session, ["why-open", "wait", "undo", "wait", "meet", "both"])
        session.keep("What if it were both kiosks?")
        before = session.path.read_bytes()
        with session.branch(3) as other:
            assert other.play.turns == session.play.turns[:3]
            assert (other.seed, other.id != session.id, other.path.parent) == (2, True, tmp_path)
            other.choose("leave")
        assert session.path.read_bytes() == before
        for at in (-1, 5):
            with pytest.raises(RunTrouble, match="4 decisions"):
                session.branch(at)
    with Session.resume(other.path, kiosk()) as again:
        assert again.view.ending is not None
        assert (again.origin.branched_from, again.play.undone) == (session.id, 0)
        assert again.kept == ("What if it were both kiosks?",)


def test_a_finished_run_that_is_only_looked_at_can_be_branched(tmp_path: Path) -> None:
    path = played(tmp_path, ["wait", "sign"])
    with Session.look(path, kiosk()).branch(1) as other:
        other.choose("meet")
    assert [taken.move.choice for taken in read_log(other.path).taken] == ["wait", "meet"]


def test_a_run_of_another_scenario_is_refused(tmp_path: Path) -> None:
    path = played(tmp_path, ["wait"])
    text = path.read_bytes()
    other = compile_game(kiosk().scenario.model_copy(update={"id": "other"}))
    with pytest.raises(OtherScenario, match="'small', not of 'other'"):
        Session.resume(path, other)
    assert path.read_bytes() == text


def test_every_trouble_says_how_to_go_on(tmp_path: Path) -> None:
    for trouble in (
        RunInUse(tmp_path, "k"),
        LogBroken(tmp_path),
        NoFolder(tmp_path, "x"),
        ReadOnlyRun(tmp_path),
    ):
        assert isinstance(trouble, NegotiatorError)
        assert trouble.hint
        assert str(tmp_path) in trouble.message


@POSIX
def test_a_scenario_whose_path_is_no_text_is_still_found(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.toml")
    with Session.create(tmp_path, kiosk(), seed=0, source=odd) as session:
        session.choose("wait")
    assert Path(read_log(session.path).header.source) == odd
    with Session.resume(session.path, kiosk()) as again:
        assert again.notice == ""


def test_times_come_from_the_clock_that_is_given(tmp_path: Path) -> None:
    clock = Ticking()
    with Session.create(tmp_path, kiosk(), seed=0, now=clock) as session:
        session.choose("wait")
    log = read_log(session.path)
    assert (log.header.created, log.taken[0].at) == (session.created, clock.now)
