"""Reading files: whatever is named, there is a scenario or a clear word, and nothing hangs."""

import os
import stat
import threading
from pathlib import Path

import pytest

from negotiator.errors import NegotiatorError
from negotiator.scenario import source
from negotiator.scenario.findings import Finding
from negotiator.scenario.loader import load, require
from tests.scenario.planted import SOUND, told


def first(path: Path) -> Finding:
    """The only finding of a file that cannot be read, which `require` refuses too."""
    loaded = load(path)
    assert loaded.scenario is None
    assert len(loaded.findings) == 1, told(loaded.findings)
    with pytest.raises(NegotiatorError) as trouble:
        require(path)
    assert trouble.value.message
    assert loaded.findings[0].hint
    return loaded.findings[0]


def file(folder: Path, data: bytes) -> Path:
    path = folder / "small.toml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        SOUND.encode(),
        b"\xef\xbb\xbf" + SOUND.encode(),
        SOUND.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(),
        SOUND.replace("\n", "\r").encode(),
        SOUND.replace(" = ", "\t=\t").encode(),
        SOUND.replace("\n", "\n\t").encode(),
        SOUND.rstrip().encode(),
        SOUND.replace("small", "é日本").encode(),
    ],
    ids=["plain", "mark", "crlf", "mark and crlf", "cr", "tabs", "indented", "no last line end", "letters"],
)
def test_what_editors_do_to_a_file_is_fine(tmp_path: Path, data: bytes) -> None:
    loaded = load(file(tmp_path, data))
    assert told(loaded.findings) == []
    assert loaded.scenario is not None
    assert loaded.scenario.id == "small"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("bad", [b"\xe9", b"\xff", b"\x93", b"\xc3", b"\xed\xa0\x80", b"\xf8"])
def test_a_byte_that_is_not_utf8_is_told_at_its_place(
    tmp_path: Path, ends: str, mark: bytes, bad: bytes
) -> None:
    text = SOUND.replace('"Small"', '"é Sm§ll"').replace("\n", ends).encode().replace("§".encode(), bad)
    found = first(file(tmp_path, mark + text))
    assert (found.line, found.column) == (2, 14)
    assert "UTF-8" in found.message + found.hint


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_named(tmp_path: Path, codec: str) -> None:
    found = first(file(tmp_path, SOUND.encode(codec)))
    assert "UTF-16" in found.message or "UTF-32" in found.message


@pytest.mark.parametrize("at", [0, 1, 10, 200])
def test_a_nul_is_told_at_its_place(tmp_path: Path, at: int) -> None:
    data = SOUND.encode()
    found = first(file(tmp_path, data[:at] + b"\0" + data[at:]))
    assert found.line == data[:at].count(b"\n") + 1


def test_folders_devices_and_missing_files_are_named_for_what_they_are(tmp_path: Path) -> None:
    assert "folder" in first(tmp_path).message
    assert "no" in first(tmp_path / "none.toml").message
    assert "name" in first(Path("a\0b")).message or "cannot" in first(Path("a\0b")).message
    first(tmp_path / ("x" * 5000))
    first(file(tmp_path, b"") / "below.toml")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_lead_nowhere_or_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").symlink_to(tmp_path / "gone.toml")
    (tmp_path / "circle.toml").symlink_to(tmp_path / "circle.toml")
    first(tmp_path / "broken.toml")
    first(tmp_path / "circle.toml")
    (tmp_path / "good.toml").symlink_to(file(tmp_path, SOUND.encode()))
    assert load(tmp_path / "good.toml").scenario is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    done = threading.Event()

    def read() -> None:
        first(tmp_path / "pipe.toml")
        done.set()

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    assert done.wait(10), "reading a pipe blocks"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_opened(device: str) -> None:
    if not Path(device).exists() or not stat.S_ISCHR(Path(device).stat().st_mode):
        pytest.skip("no such device here")
    first(Path(device))


def test_no_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, SOUND.encode())

    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission" in first(path).message


def test_a_disk_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, SOUND.encode())

    def fail(*args: object, **options: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in first(path).message


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 1000)
    found = first(file(tmp_path, SOUND.encode()))
    assert "MB" in found.message


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(tmp_path, SOUND.encode())
    monkeypatch.setattr(source, "MAX_BYTES", len(SOUND.encode()) + 10)
    opened = Path.open

    def grow(self: Path, mode: str = "r") -> object:
        with opened(self, "ab") as more:
            more.write(b"#" * 100)
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", grow)
    assert "MB" in load(path).findings[0].message


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n  \n", b"# only\n# comments\n"])
def test_an_empty_file_is_told_how_to_begin(tmp_path: Path, data: bytes) -> None:
    loaded = load(file(tmp_path, data))
    assert loaded.scenario is None
    assert any("format = 1" in one.hint for one in loaded.findings)
    assert len(loaded.findings) <= 5


def test_a_file_of_one_line_is_told_what_is_missing(tmp_path: Path) -> None:
    loaded = load(file(tmp_path, b"format = 1\n"))
    said = " ".join(f"{one.message} {one.hint}" for one in loaded.findings)
    assert all(word in said for word in ("title", "start", "scenes", "endings"))
    assert all("no scene" not in one.message for one in loaded.findings)


@pytest.mark.parametrize(
    "name", ["My First Case.toml", "2 jobs.toml", "...toml", "Ünïcode.toml", "x" * 200 + ".toml", "-.toml"]
)
def test_any_file_name_gives_an_id(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SOUND, "utf-8")
    loaded = load(path)
    assert told(loaded.findings) == []
    assert loaded.scenario is not None
    assert loaded.scenario.id
