"""The player's settings: a small TOML file that people may edit."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.runs.files import write_whole
from negotiator.runs.troubles import reason

THEMES = ("dusk", "paper", "contrast")
NARROWEST, WIDEST = 40, 120


@dataclass(frozen=True, slots=True)
class Settings:
    """How the game looks and behaves."""

    theme: str = "dusk"
    training: bool = False
    """Marks and the coach's note at once, while playing."""
    reduced_motion: bool = False
    text_width: int = 76
    """Characters in a line of story text, 40 to 120."""


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a word about what could not be used (empty when all is well). Never an error."""
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return (
            Settings(),
            f"The settings in {path} cannot be read ({reason(error)}): the usual ones are used.",
        )
    except (ValueError, RecursionError):
        return Settings(), f"The settings in {path} are not TOML: the usual ones are used."
    usual = asdict(Settings())
    odd = [key for key in usual if key in raw and not _fits(key, raw[key])]
    settings = Settings(**{key: raw[key] for key in usual if key in raw and key not in odd})
    if not odd:
        return settings, ""
    return settings, f"In {path} the usual value is used for: {', '.join(odd)}."


def save(path: Path, settings: Settings) -> None:
    """Write the settings. What a later version put there is kept; a file that is not TOML is laid aside.

    Raises:
        NegotiatorError: they cannot be written.
    """
    import tomli_w

    try:
        write_whole(path, tomli_w.dumps({**_others(path), **asdict(settings)}))
    except OSError as error:
        raise NegotiatorError(
            f"The settings could not be saved in {path}: {reason(error)}.", "They hold until you quit."
        ) from error


def _fits(key: str, value: object) -> bool:
    match key:
        case "theme":
            return value in THEMES
        case "text_width":
            return isinstance(value, int) and not isinstance(value, bool) and NARROWEST <= value <= WIDEST
        case _:
            return isinstance(value, bool)


def _others(path: Path) -> dict[str, object]:
    """What else stands in the file."""
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        path.replace(_aside(path))
        return {}
    ours = {field.name for field in fields(Settings)}
    return {key: value for key, value in raw.items() if key not in ours}


def _aside(path: Path) -> Path:
    """A free name for a file that is laid aside."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    return aside
