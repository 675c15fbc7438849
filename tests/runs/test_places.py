"""Where things lie: by what is given, by the environment, by the installation; never by the current folder."""

import os
from pathlib import Path

import pytest

from negotiator.runs import places


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own, whatever the system."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def package(tmp_path: Path, pyproject: str | None) -> Path:
    """A package in a folder, with this pyproject.toml beside it."""
    (tmp_path / "tree" / "negotiator").mkdir(parents=True)
    if pyproject is not None:
        (tmp_path / "tree" / "pyproject.toml").write_text(pyproject)
    return tmp_path / "tree" / "negotiator"


OURS = '[project]\nname = "negotiator"\n'


def test_the_option_comes_first_then_the_variable(tmp_path: Path) -> None:
    checkout = package(tmp_path, OURS)
    environ = {"NEGOTIATOR_SAVES": str(tmp_path / "named")}
    assert places.saves_folder(tmp_path / "given", environ=environ, package=checkout) == tmp_path / "given"
    assert places.saves_folder(environ=environ, package=checkout) == tmp_path / "named"
    assert places.saves_folder("", environ=environ, package=checkout) == tmp_path / "named"


def test_a_checkout_keeps_its_runs_beside_the_package(tmp_path: Path) -> None:
    assert places.saves_folder(environ={}, package=package(tmp_path, OURS)) == tmp_path / "tree" / "saves"


@pytest.mark.parametrize("pyproject", [None, '[project]\nname = "something-else"\n', "\0"])
def test_an_installed_package_keeps_them_in_the_data_folder(
    tmp_path: Path, home: Path, pyproject: str | None
) -> None:
    found = places.saves_folder(environ={}, package=package(tmp_path, pyproject))
    assert found.is_relative_to(home)
    assert found.name == "saves"


def test_a_checkout_that_may_not_be_written_is_like_an_installed_package(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert places.saves_folder(environ={}, package=package(tmp_path, OURS)).is_relative_to(home)


def test_the_current_folder_never_counts(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = package(tmp_path, None)
    here = tmp_path / "here"
    (here / "saves").mkdir(parents=True)
    (here / "scenarios").mkdir()
    (here / "pyproject.toml").write_text(OURS)
    monkeypatch.chdir(here)
    found = [
        places.saves_folder(environ={}, package=installed),
        *places.scenario_folders(environ={}, package=installed),
        places.settings_file(environ={}),
        places.cache_folder(environ={}),
    ]
    assert not [path for path in found if path.is_relative_to(here)]
    assert all(path.is_absolute() for path in found)


def test_nothing_is_made_by_asking(tmp_path: Path, home: Path) -> None:
    places.saves_folder(environ={}, package=package(tmp_path, None))
    places.settings_file(environ={})
    places.cache_folder(environ={})
    assert not home.exists()


def test_a_tilde_is_home(home: Path) -> None:
    assert places.saves_folder("~/runs", environ={}) == home / "runs"


def test_shipped_scenarios_lie_in_the_package_or_beside_it(tmp_path: Path) -> None:
    checkout = package(tmp_path, OURS)
    (tmp_path / "tree" / "scenarios").mkdir()
    assert places.shipped_scenarios(checkout) == tmp_path / "tree" / "scenarios"
    (checkout / "scenarios").mkdir()
    assert places.shipped_scenarios(checkout) == checkout / "scenarios"


def test_own_scenarios_settings_and_cache_can_be_named(tmp_path: Path) -> None:
    environ = {f"NEGOTIATOR_{name}": str(tmp_path / name) for name in ("SCENARIOS", "CONFIG", "CACHE")}
    assert places.own_scenarios(environ=environ) == tmp_path / "SCENARIOS"
    assert places.settings_file(environ=environ) == tmp_path / "CONFIG" / "settings.toml"
    assert places.cache_folder(environ=environ) == tmp_path / "CACHE"
