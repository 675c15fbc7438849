"""Opening a room: the scenario is checked, pinned by its hash, and compiled as the room plays it."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from negotiator import __version__
from negotiator.classroom.events import ROOM, Kind, New
from negotiator.classroom.settings import MODES, Settings
from negotiator.errors import NegotiatorError
from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.scenario.digest import rules_hash
from negotiator.scenario.loader import ScenarioError, load_text
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Scenario


def opening(text: str, file: str, name: str, settings: Settings, seed: int) -> New:
    """The event that opens a room for the scenario in `text`; `name` makes its id unless the text gives one.

    Raises:
        ScenarioError: the scenario has errors.
        NegotiatorError: a gate is no scene of it, or a setting makes no sense.
    """
    scenario = _checked(text, file, name)
    check_gates(scenario, settings.gates)
    if settings.mode not in MODES:
        raise NegotiatorError(
            f"There is no way to play called '{settings.mode}'.", f"There are: {', '.join(MODES)}"
        )
    return New(
        ROOM,
        "open",
        Kind.OPENED,
        {
            "scenario": scenario.id,
            "title": scenario.title,
            "text": text,
            "hash": _hash(text),
            "rules": rules_hash(scenario),
            "seed": seed,
            "version": __version__,
            "settings": settings.body(),
        },
        seq=1,
    )


def check_gates(scenario: Scenario, gates: Iterable[str]) -> None:
    """See that every gate is a scene.

    Raises:
        NegotiatorError: one is not.
    """
    for gate in gates:
        if gate not in scenario.scenes:
            raise NegotiatorError(
                f"There is no scene '{gate[:60]}' to wait at.",
                suggest(gate, scenario.scenes) or f"There are: {', '.join(scenario.scenes)}",
            )


def compiled(text: str, name: str, pinned: str, *, dice: bool) -> Game:
    """The game of a pinned text.

    Raises:
        ValueError: the text is not the one that was pinned.
        ScenarioError: this version finds errors in it.
    """
    if _hash(text) != pinned:
        raise ValueError("the scenario's text does not have the hash it was pinned with")
    return replace(compile_game(_checked(text, name, name)), dice=dice)


def _checked(text: str, file: str, name: str) -> Scenario:
    loaded = load_text(text, file, name)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    return loaded.scenario


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
