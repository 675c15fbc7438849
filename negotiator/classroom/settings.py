"""How a room is played: what the instructor decided when it was opened."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from negotiator.classroom.events import Json

MODES = ("solo", "pairs", "face")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in the body of `opened`."""

    dice: bool = True
    """False: the likeliest outcome always comes."""
    shuffle: bool = False
    """Choices stand in another order at every place."""
    variants: int = 1
    """How many seeds there are in the room."""
    share_percentile: bool = False
    gates: tuple[str, ...] = ()
    """Scenes at which everybody waits from the start."""
    mode: str = "solo"
    silence: int = 0
    """Seconds after which the engine takes a silent chair; 0: never."""

    def body(self) -> dict[str, Json]:
        """As the event has it."""
        return {**asdict(self), "gates": list(self.gates)}


def read_settings(body: Mapping[str, Json]) -> Settings:
    """The settings of an `opened` event; what is not named has its default."""
    usual = Settings()
    gates = body.get("gates")
    return Settings(
        dice=bool(body.get("dice", True)),
        shuffle=bool(body.get("shuffle", False)),
        variants=max(_number(body.get("variants"), 1), 1),
        share_percentile=bool(body.get("share_percentile", False)),
        gates=tuple(str(one) for one in gates) if isinstance(gates, list) else usual.gates,
        mode=str(body.get("mode", usual.mode)),
        silence=_number(body.get("silence"), 0),
    )


def _number(value: Json, usual: int) -> int:
    return value if isinstance(value, int) else usual
