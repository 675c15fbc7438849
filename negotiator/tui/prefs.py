"""What a player can set, as the screens read it; `negotiator.runs.settings.Settings` is one."""

from dataclasses import dataclass
from typing import Protocol


class Prefs(Protocol):
    """The settings. They never change; another object takes their place."""

    @property
    def theme(self) -> str: ...
    @property
    def training(self) -> bool: ...
    @property
    def reduced_motion(self) -> bool: ...
    @property
    def text_width(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """Settings that hold although they could not be saved."""

    theme: str
    training: bool
    reduced_motion: bool
    text_width: int
