"""Where a class is kept, as it is read and as it is shown."""

from pathlib import Path

import pytest

from negotiator.classroom.store_place import shown, whole


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("postgresql://ada:p@ss@host:5432/class", "host:5432/class"),
        ("postgres://host/class?user=ada&password=secret", "host/class"),
        ("postgresql:///?password=secret", "the usual place"),
        ("/home/ada/a@b.class", "/home/ada/a@b.class"),
    ],
)
def test_no_password_is_shown(where: str, words: str) -> None:
    assert shown(where) == words


def test_a_path_is_read_from_the_root_and_an_address_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert whole("~/a.class") == whole("a.class") == str(tmp_path / "a.class")
    assert whole("postgresql://host/~") == "postgresql://host/~"
