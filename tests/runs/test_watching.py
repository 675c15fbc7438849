"""When a file counts as saved: by a clock and a file that the test turns itself."""

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negotiator.runs.reloading import Version, Versions, judge, seen_in_play
from negotiator.runs.watching import COARSE, DOUBT, QUIET, Eyes, Read, Sign, Watch, Watching, sign_of
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.source import Source, Unread, read
from tests.support import SCENARIOS

GOOD = (SCENARIOS / "first-offer.toml").read_text("utf-8")
OTHER = GOOD.replace("You run the timetable", "You keep the timetable")
WHEN = datetime(2031, 3, 4, 14, 3, 12, tzinfo=UTC)


class File:
    """A file in memory, and the time."""

    def __init__(self, text: str | None = GOOD) -> None:
        self.text = text
        self.saved = 0
        self.reads = 0
        self.now = 100.0
        self.judged = 0
        self.watch = Watch(Eyes(self.sign, self.read, self.judge), self.read())

    def save(self, text: str | None) -> None:
        self.text = text
        self.saved += 1

    def sign(self) -> Sign:
        return () if self.text is None else (self.saved,)

    def read(self) -> Read:
        self.reads += 1
        if self.text is None:
            return Unread(
                Source("x.toml", "", opened=False), Finding("N001", Severity.ERROR, "there is no such file")
            )
        return Source("x.toml", self.text)

    def judge(self, found: Read) -> Version:
        self.judged += 1
        return judge(found, Path("x.toml"), WHEN)

    def look(self, after: float = 0.01) -> Version | None:
        # A hair more, so that sums of seconds come out on the right side.
        self.now += after * 1.001
        return self.watch.look(self.now)


def words(version: Version | None) -> str:
    return "nothing" if version is None else "good" if version.game else version.loaded.findings[0].message


def test_what_was_there_is_no_news() -> None:
    file = File()
    assert [file.look() for _ in range(9)] == [None] * 9
    assert file.judged == 0


def test_a_save_is_handed_on_once_it_has_been_left_alone() -> None:
    file = File()
    file.save(OTHER)
    assert file.look() is None
    assert file.look(QUIET / 2) is None
    assert words(file.look(QUIET)) == "good"
    assert file.look(1) is None


def test_a_file_being_written_is_not_taken_half() -> None:
    file = File()
    for part in ("", OTHER[:900], OTHER[: len(OTHER) // 2], OTHER):
        file.save(part)
        assert file.look() is None
        assert file.look(QUIET * 0.9) is None
    assert words(file.look(QUIET)) == "good"


def test_a_text_with_errors_waits_longer_for_it_may_be_half() -> None:
    file = File()
    file.save(OTHER[:900])
    assert file.look() is None
    assert file.look(QUIET) is None
    file.save(OTHER)
    assert file.look() is None
    assert words(file.look(QUIET)) == "good"
    file.save(OTHER[:900])
    assert file.look() is None
    assert file.look(DOUBT) is not None


def test_a_file_that_is_taken_away_and_put_back_is_no_news() -> None:
    file = File()
    file.save(None)
    assert file.look() is None
    assert file.look(QUIET) is None
    file.save(GOOD)
    assert [file.look(0.2) for _ in range(5)] == [None] * 5


def test_a_file_that_stays_away_is_said_and_comes_back() -> None:
    file = File()
    file.save(None)
    file.look()
    assert words(file.look(DOUBT)) == "there is no such file"
    file.save(GOOD)
    file.look()
    assert words(file.look(QUIET)) == "good"


def test_the_same_text_saved_again_is_no_news() -> None:
    file = File()
    file.save(GOOD)
    assert [file.look(0.1) for _ in range(9)] == [None] * 9


def test_a_second_save_that_its_time_does_not_show_is_seen_all_the_same() -> None:
    file = File()
    file.save(OTHER)
    file.look()
    assert words(file.look(QUIET)) == "good"
    file.text = OTHER.replace("timetable", "tabletime")
    assert file.look(0.5) is None
    assert words(file.look(QUIET)) == "good"


def test_long_after_a_change_the_file_is_not_read_any_more() -> None:
    file = File()
    file.save(OTHER)
    file.look()
    file.look(QUIET)
    file.look(COARSE)
    before = file.reads
    assert [file.look(1) for _ in range(5)] == [None] * 5
    assert file.reads == before
    assert file.watch.idle


@pytest.mark.parametrize("way", ["truncate", "rename", "delete", "folder"])
def test_a_real_file_is_followed_whatever_way_it_is_saved(tmp_path: Path, way: str) -> None:
    path = tmp_path / "case" / "x.toml"
    path.parent.mkdir()
    path.write_text(GOOD, "utf-8")
    came = threading.Event()
    news: list[Version | BaseException] = []

    def deliver(version: Version) -> None:
        news.append(version)
        if version.game is not None:
            came.set()

    eyes = Eyes(lambda: sign_of(path), lambda: read(path), lambda found: judge(found, path, WHEN))
    watching = Watching(Watch(eyes, read(path)), deliver, news.append)
    try:
        if way == "truncate":
            path.write_text(OTHER, "utf-8")
        elif way == "rename":
            path.with_suffix(".new").write_text(OTHER, "utf-8")
            os.replace(path.with_suffix(".new"), path)  # noqa: PTH105
        elif way == "delete":
            path.unlink()
            path.write_text(OTHER, "utf-8")
        else:
            path.parent.rename(tmp_path / "old")
            path.parent.mkdir()
            path.write_text(OTHER, "utf-8")
        assert came.wait(30)
    finally:
        watching.close()
    last = news[-1]
    assert isinstance(last, Version)
    assert last.loaded.source.text == OTHER


def test_an_error_nobody_foresaw_is_handed_on_and_not_printed() -> None:
    came = threading.Event()
    errors: list[BaseException] = []

    def fail(error: BaseException) -> None:
        errors.append(error)
        came.set()

    def sign() -> Sign:
        signs.append(0)
        return (len(signs),)

    def broken(_: Read) -> Version:
        raise ZeroDivisionError

    signs: list[int] = []
    known = Source("x.toml", "")
    Watching(Watch(Eyes(sign, lambda: Source("x.toml", GOOD), broken), known), lambda _: None, fail)
    assert came.wait(30)
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_broken_version_leaves_the_last_good_one_and_says_so() -> None:
    def version(text: str) -> Version:
        return judge(Source("x.toml", text), Path("x.toml"), WHEN)

    first = Versions.first(version(GOOD))
    assert first.broken == ""
    broken = first.after(version(GOOD.replace('goto = "the-quay"', 'goto = "the-quey"', 1)))
    assert broken.good is first.good
    line = GOOD[: GOOD.index('goto = "the-quay"')].count("\n") + 1
    assert (
        broken.broken
        == f"line {line}: there is no scene or ending 'the-quey' — playing the version of 14:03:12"
    )
    assert broken.after(version(GOOD)).broken == ""
    assert Versions.first(version("format = 1")).broken.endswith("— nothing to play yet")


def test_findings_that_only_play_shows_come_with_their_places() -> None:
    lost = GOOD + '\n[scenes.attic]\ntext = "Dust."\nchoices.down = { do = "Down.", goto = "the-quay" }\n'
    found = seen_in_play(judge(Source("x.toml", lost), Path("x.toml"), WHEN)).findings
    assert [(one.code, one.line) for one in found if one.severity is Severity.ERROR] == [
        ("N201", GOOD.count("\n") + 2)
    ]
