"""Reading raw tables that may have any shape: what is not of the expected kind is passed over."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from negotiator.scenario.findings import KeyPath

Raw = Mapping[str, Any]


def table(value: object) -> Raw:
    """A table, or an empty one where the file has something else."""
    return value if isinstance(value, dict) else {}


def tables(value: object) -> Iterator[tuple[str, Raw]]:
    """The named tables in a table."""
    return ((name, one) for name, one in table(value).items() if isinstance(one, dict))


def words(value: object) -> Iterator[tuple[int, str]]:
    """The texts of a list with their positions."""
    return ((at, one) for at, one in enumerate(value if isinstance(value, list) else []) if isinstance(one, str))


def choices(raw: Raw) -> Iterator[tuple[str, Raw, str, Raw, KeyPath]]:
    """Scene id, scene, choice id, choice and path of every choice."""
    for sid, scene in tables(raw.get("scenes")):
        for cid, choice in tables(scene.get("choices")):
            yield sid, scene, cid, choice, ("scenes", sid, "choices", cid)


def whole(value: object) -> TypeGuard[int]:
    """Whether it is a whole number, which true and false are not."""
    return isinstance(value, int) and not isinstance(value, bool)
