"""Settings: read with a soft hand, written whole, and nothing of the player's is thrown away."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from negotiator.errors import NegotiatorError
from negotiator.runs.settings import Settings, load, save

SOFT = tried(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SOFT
@given(
    st.builds(
        Settings,
        theme=st.sampled_from(["dusk", "paper", "contrast"]),
        training=st.booleans(),
        reduced_motion=st.booleans(),
        text_width=st.integers(40, 120),
    )
)
def test_what_is_saved_is_loaded(tmp_path: Path, settings: Settings) -> None:
    save(tmp_path / "settings.toml", settings)
    assert load(tmp_path / "settings.toml") == (settings, "")


def test_without_a_file_the_usual_ones_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none" / "settings.toml") == (Settings(), "")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('theme = "mauve"', "theme"),
        ("theme = ['dusk']", "theme"),
        ("training = 1", "training"),
        ('reduced_motion = "yes"', "reduced_motion"),
        ("text_width = 4", "text_width"),
        ("text_width = true", "text_width"),
        ("text_width = 76.0", "text_width"),
    ],
)
def test_a_value_that_cannot_be_gives_way_to_the_usual_one(tmp_path: Path, line: str, key: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\n")
    settings, word = load(path)
    assert settings == Settings()
    assert key in word


@SOFT
@given(st.binary(max_size=200))
def test_any_bytes_load(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    assert isinstance(load(path)[0], Settings)
    assert path.read_bytes() == data


def test_a_damaged_file_is_laid_aside_when_new_ones_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for number, text in ((1, "theme = = dusk"), (2, "[[[")):
        path.write_text(text)
        assert "not TOML" in load(path)[1]
        save(path, Settings(training=True))
        assert (tmp_path / f"settings-damaged-{number}.toml").read_text() == text
        assert load(path) == (Settings(training=True), "")


def test_what_a_later_version_put_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('sound = "soft"\ntheme = "paper"\n[keys]\nquit = "z"\n')
    assert load(path) == (Settings(theme="paper"), "")
    save(path, Settings(theme="contrast"))
    assert 'sound = "soft"' in path.read_text()
    assert 'quit = "z"' in path.read_text()
    assert load(path)[0].theme == "contrast"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    with pytest.raises(NegotiatorError, match="could not be saved"):
        save(tmp_path / "config" / "settings.toml", Settings())
    settings, word = load(tmp_path)
    assert settings == Settings()
    assert "cannot be read" in word
