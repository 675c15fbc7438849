"""The order of choices at a chair: shuffled by a keyed hash of their ids, so that neighbours differ."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from negotiator.game.view import ChoiceView


def ordered(choices: Iterable[ChoiceView], order: int, scene: str) -> tuple[ChoiceView, ...]:
    """The choices in a chair's order, numbered anew from 1; `order` 0 leaves them as the author has them."""
    standing = tuple(choices)
    if not order:
        return standing
    by_hash = sorted(standing, key=lambda one: _key(order, scene, one.id))
    return tuple(replace(one, number=number) for number, one in enumerate(by_hash, 1))


def _key(order: int, scene: str, choice: str) -> bytes:
    return blake2b(f"{order}\x1f{scene}\x1f{choice}".encode(), digest_size=8).digest()
