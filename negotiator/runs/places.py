"""Where everything lies: runs, scenarios, settings, what is worked out once. The only module that knows a path.

Never the current folder: the same command finds the same runs wherever it is given.
"""

import os
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
APP = "negotiator"


def saves_folder(
    override: str | Path | None = None, *, environ: Mapping[str, str] = os.environ, package: Path = PACKAGE
) -> Path:
    """The folder of the runs: `--saves`, NEGOTIATOR_SAVES, `saves/` of a checkout, else the user's data folder."""
    if override:
        return Path(override).expanduser().absolute()
    if named := environ.get("NEGOTIATOR_SAVES"):
        return Path(named).expanduser().absolute()
    beside = package.parent / "saves"
    if _is_checkout(package.parent) and _writable(beside):
        return beside
    return data_folder() / "saves"


def scenario_folders(*, environ: Mapping[str, str] = os.environ, package: Path = PACKAGE) -> tuple[Path, ...]:
    """Where scenarios are: the player's own folder first, then those that came with the game."""
    return own_scenarios(environ=environ), shipped_scenarios(package)


def own_scenarios(*, environ: Mapping[str, str] = os.environ) -> Path:
    """The player's own scenarios: NEGOTIATOR_SCENARIOS, else a folder in the user's data folder."""
    if named := environ.get("NEGOTIATOR_SCENARIOS"):
        return Path(named).expanduser().absolute()
    return data_folder() / "scenarios"


def shipped_scenarios(package: Path = PACKAGE) -> Path:
    """The scenarios of the product: inside the installed package, beside it in a checkout."""
    inside = package / "scenarios"
    return inside if inside.is_dir() or not _is_checkout(package.parent) else package.parent / "scenarios"


def settings_file(*, environ: Mapping[str, str] = os.environ) -> Path:
    """The settings: in the folder NEGOTIATOR_CONFIG, else in the user's configuration folder."""
    if named := environ.get("NEGOTIATOR_CONFIG"):
        return Path(named).expanduser().absolute() / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def cache_folder(*, environ: Mapping[str, str] = os.environ) -> Path:
    """What can be worked out again: NEGOTIATOR_CACHE, else the user's cache folder."""
    if named := environ.get("NEGOTIATOR_CACHE"):
        return Path(named).expanduser().absolute()
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def data_folder() -> Path:
    """The user's data folder for this program."""
    # Late: 4 ms that a run with --saves need not pay.
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def _is_checkout(folder: Path) -> bool:
    """Whether pyproject.toml stands there and is ours; some packages leave theirs among the installed ones."""
    try:
        return f'name = "{APP}"' in (folder / "pyproject.toml").read_text("utf-8")
    except (OSError, ValueError):
        return False


def _writable(folder: Path) -> bool:
    """Whether files can be made in a folder, or the folder itself where it is missing."""
    return os.access(folder if folder.is_dir() else folder.parent, os.W_OK | os.X_OK)
