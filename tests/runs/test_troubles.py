"""Files that are not what they should be: each is said clearly, and none is changed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from negotiator.runs.log import read_log
from negotiator.runs.records import seal
from negotiator.runs.session import Session
from negotiator.runs.shelf import find_run, info, runs_in
from negotiator.runs.troubles import (
    DamagedRun,
    EmptyRun,
    ForeignFile,
    NewerRun,
    NoFolder,
    NoSuchRun,
    ReadOnlyRun,
    RunTrouble,
    UnreadableRun,
)
from tests.runs.story import begun, kiosk, played
from tests.support import ROOT


def newer() -> bytes:
    return seal({"v": 2, "kind": "run", "run": "aaaaaa", "app": "9.1.0"}, "")[0]


@pytest.mark.parametrize(
    ("data", "trouble", "said"),
    [
        (b"", EmptyRun, "is empty"),
        (b"\n\n  \n", EmptyRun, "is empty"),
        (b"Dear diary,\n", ForeignFile, "is not a run"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ForeignFile, "is not a run"),
        (b'{"name": "x", "version": "1.0.0"}\n', ForeignFile, "is not a run"),
        (b"[" * 100_000, ForeignFile, "is not a run"),
        (seal({"v": 0, "kind": "run"}, "")[0], ForeignFile, "is not a run"),
        (newer(), NewerRun, "newer Negotiator (9.1.0)"),
        (b'{"kind":"run","v":3,"seal":"otherwise"}\n', NewerRun, "newer Negotiator"),
        (b'{"v":1,"kind":"run","run":"aaaaaa","prev":"","hash":"00"}\n', DamagedRun, "first line is damaged"),
        (b'{"v":1,"kind":"run","run":"aa', DamagedRun, "first line is damaged"),
    ],
)
def test_a_file_that_is_no_run_of_ours(
    tmp_path: Path, data: bytes, trouble: type[RunTrouble], said: str
) -> None:
    path = tmp_path / "kiosk.aaaaaa.jsonl"
    path.write_bytes(data)
    for opened in (Session.resume, Session.look):
        with pytest.raises(trouble, match=said.replace("(", r"\(").replace(")", r"\)")) as caught:
            opened(path, kiosk())
        assert caught.value.hint
    assert info(path).damaged == caught.value.message
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRun):
        read_log(tmp_path / "nothing.jsonl")
    with pytest.raises(NoSuchRun):
        read_log(tmp_path / "no-folder" / "nothing.jsonl")
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(ForeignFile):
        read_log(tmp_path / "folder.jsonl")
    with pytest.raises(RunTrouble):
        read_log(Path("with\0nul.jsonl"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a matter of POSIX systems")
def test_a_pipe_or_a_device_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(ForeignFile):
        read_log(tmp_path / "pipe.jsonl")
    with pytest.raises(ForeignFile):
        read_log(Path("/dev/zero"))
    assert [run.readable for run in runs_in(tmp_path)] == [False]


def test_what_the_system_does_not_let_us_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = played(tmp_path, [])

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(UnreadableRun, match="permission denied"):
        read_log(path)


def test_a_file_too_large_for_a_run_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(ForeignFile):
        read_log(path)


def test_a_folder_that_cannot_be_listed_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoFolder):
        runs_in(tmp_path / "file")
    assert runs_in(tmp_path / "missing") == ()


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """A folder that belongs to this user and that another one may read."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    rmtree(folder)


READ_ONLY = """
import json, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import filelock
from negotiator.errors import NegotiatorError
from negotiator.runs.session import Session
from negotiator.runs.shelf import runs_in
from tests.runs.story import begun, kiosk
path, made = Path(sys.argv[2]), kiosk()
# The interpreter itself may be out of reach for somebody without rights, so they are given up now.
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
said = {"shelf": [run.turns for run in runs_in(path.parent)], "look": len(Session.look(path, made).play.turns)}
for name, way in (("resume", lambda: Session.resume(path, kiosk())), ("create", lambda: begun(path.parent)),
                  ("branch", lambda: Session.look(path, made).branch(1))):
    try:
        way()
        said[name] = "done"
    except NegotiatorError as error:
        said[name] = type(error).__name__
print(json.dumps(said))
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as somebody without rights"
)
def test_a_run_that_may_only_be_read_can_be_looked_at_and_not_gone_on_with(foreign_folder: Path) -> None:
    path = played(foreign_folder, ["why-open", "wait"])
    path.chmod(0o644)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-B", "-c", READ_ONLY, ROOT, path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == {
        "shelf": [2],
        "look": 2,
        "resume": "ReadOnlyRun",
        "create": "NoFolder",
        "branch": "NoFolder",
    }
    assert path.read_bytes() == before


def test_a_read_only_file_in_a_folder_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = played(tmp_path, ["why-open"])

    def denied(*_args: object, **_kwargs: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("negotiator.runs.writer.io.FileIO", denied)
    with pytest.raises(ReadOnlyRun, match="can be looked at, but not gone on with") as caught:
        Session.resume(path, kiosk())
    assert len(Session.look(path, kiosk()).play.turns) == 1
    monkeypatch.undo()
    with Session.resume(path, kiosk()):
        # The refusal let go of the lock, and not only because nobody remembered it any more.
        assert caught.value.__traceback__


def test_a_foreign_file_never_gets_a_lock_beside_it(tmp_path: Path) -> None:
    (tmp_path / "diary.jsonl").write_text("Dear diary")
    with pytest.raises(ForeignFile):
        Session.resume(tmp_path / "diary.jsonl", kiosk())
    assert [path.name for path in tmp_path.iterdir()] == ["diary.jsonl"]


def test_finding_a_run_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRun, match="no runs in"):
        find_run(tmp_path, "k")
    ids = []
    for _ in range(12):
        with begun(tmp_path) as session:
            ids.append(session.id)
    assert find_run(tmp_path, ids[0]).id == ids[0]
    assert find_run(tmp_path, ids[0][:5]).id == ids[0]
    with pytest.raises(NoSuchRun, match="There is no run 'zzzzzzz'"):
        find_run(tmp_path, "zzzzzzz")
    with pytest.raises(NoSuchRun):
        find_run(tmp_path, "")
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(session.path.read_bytes())
    with pytest.raises(NoSuchRun, match="More than one"):
        find_run(tmp_path, session.id)
    assert find_run(tmp_path, str(copy)).id == session.id
