"""Whole files are there or not there, and folders are made for one user."""

import os
import stat
import sys
from pathlib import Path

import pytest

from negotiator.runs.files import make_folder, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "page.md"
    write_whole(path, "first")
    write_whole(path, "zweite Fassung – läuft")
    assert path.read_text("utf-8") == "zweite Fassung – läuft"
    assert [one.name for one in path.parent.iterdir()] == ["page.md"]


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    write_whole(path, "first")

    def full(at: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "second")
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a matter of POSIX systems")
def test_what_is_made_is_private_and_what_is_there_is_left(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    write_whole(tmp_path / "a" / "b" / "c", b"")
    modes = [
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path, tmp_path / "a", tmp_path / "a" / "b" / "c")
    ]
    assert modes == [0o755, 0o700, 0o600]


def test_a_folder_that_cannot_be_opened_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def windows(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", windows)
    write_whole(tmp_path / "page.md", "x")
    assert (tmp_path / "page.md").read_text() == "x"
