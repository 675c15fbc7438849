"""Keyed randomness: a draw depends on its place alone, so one more question reshuffles nothing."""

from hashlib import blake2b


def draw(below: int, seed: int, *place: str | int) -> int:
    """A number from 0 to below - 1, fixed by the seed and the place of the draw (scenario, scene, visit, choice)."""
    key = "\x1f".join(map(str, (seed, *place)))
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") % below
