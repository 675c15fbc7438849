"""`check --fix` on real files: only the marks change, and the file keeps its bytes, its permissions and its link."""

import json
import os
from pathlib import Path

import pytest

from negotiator.cli.main import run
from negotiator.scenario import mending
from negotiator.scenario.source import BOM
from tests.scenario.planted import SOUND

TYPED = SOUND.replace('title = "Small"', "title = “Small” // for now").replace(
    "asked = false", "asked =\u00a0false\t# “sure” – //"
)
PLAIN = SOUND.replace('title = "Small"', 'title = "Small" # for now').replace(
    "asked = false", "asked = false\t# “sure” – //"
)


def write(path: Path, text: str, *, end: str = "\n", mark: bytes = b"") -> Path:
    path.write_bytes(mark + text.replace("\n", end).encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("cut", [0, 1], ids=["whole", "no last line end"])
def test_all_other_bytes_stay(tmp_path: Path, end: str, mark: bytes, cut: int) -> None:
    file = write(tmp_path / "case.toml", TYPED[: len(TYPED) - cut], end=end, mark=mark)
    run(["check", "--fix", str(file)])
    assert file.read_bytes() == mark + PLAIN[: len(PLAIN) - cut].replace("\n", end).encode()


def test_it_says_what_it_changed_and_what_remains(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "case.toml", TYPED.replace('start = "hall"', 'start = "hal"'))
    assert run(["check", "--fix", str(file)]) == 1
    said = capsys.readouterr().out
    assert (
        f'{file}:2: mended\n  before: title = “Small” // for now\n  after:  title = "Small" # for now\n'
        in said
    )
    assert ":19: mended" in said
    assert said.index("mended") < said.index("N104")
    assert run(["check", "--fix", str(file)]) == 1
    assert "mended" not in capsys.readouterr().out


def test_a_file_without_such_marks_is_not_even_written(tmp_path: Path) -> None:
    file = write(tmp_path / "case.toml", SOUND)
    before = file.stat()
    run(["check", "--fix", str(file)])
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_without_the_option_nothing_is_written(tmp_path: Path) -> None:
    file = write(tmp_path / "case.toml", TYPED)
    run(["check", str(file)])
    assert file.read_bytes() == TYPED.encode()


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file = write(tmp_path / "real" / "case.toml", TYPED)
    file.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    run(["check", "--fix", str(link)])
    assert link.is_symlink()
    assert file.read_text("utf-8") == PLAIN
    assert file.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in (tmp_path / "real").iterdir()] == ["case.toml"]


def test_a_file_that_is_no_text_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(TYPED.encode("utf-16"))
    assert run(["check", "--fix", str(file), str(tmp_path / "none.toml")]) == 1
    assert file.read_bytes() == TYPED.encode("utf-16")


def test_a_file_that_cannot_be_written_is_an_error_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    file = write(tmp_path / "case.toml", TYPED)
    monkeypatch.setattr(Path, "replace", refuse)
    assert run(["check", "--fix", str(file)]) == 2
    assert "could not be written: Permission denied" in capsys.readouterr().err
    assert file.read_bytes() == TYPED.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["case.toml"]


def test_what_is_saved_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "case.toml", TYPED)

    def slow(text: str) -> mending.Mended:
        file.write_bytes(b"format = 1\n")
        return mend(text)

    mend = mending.mend
    monkeypatch.setattr(mending, "mend", slow)
    assert run(["check", "--fix", str(file)]) == 2
    assert "saved by somebody else meanwhile" in capsys.readouterr().err
    assert file.read_bytes() == b"format = 1\n"


def test_programs_are_told_the_mended_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "case.toml", TYPED)
    run(["check", "--fix", "--format", "json", str(file)])
    [one] = json.loads(capsys.readouterr().out)["files"]
    assert [line["line"] for line in one["fixed"]] == [2, 19]
    assert one["fixed"][0]["after"] == 'title = "Small" # for now'
    run(["check", "--format", "json", str(file)])
    assert "fixed" not in json.loads(capsys.readouterr().out)["files"][0]
