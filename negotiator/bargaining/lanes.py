"""Many small sums at once: numbers side by side in one integer, a lane of 32 bits for each."""

import sys
from array import array
from collections.abc import Iterable
from typing import TypeAlias

Numbers: TypeAlias = "array[int]"
"""From 0 to TOP, four bytes each."""

TOP = 1 << 31
"""Highest bit of a lane. What is added stays below it."""


def numbers(values: Iterable[int]) -> Numbers:
    """Numbers, ready to be packed."""
    return array("I", values)


def packed(values: Numbers) -> int:
    """Numbers side by side. Adding two of these adds lane by lane."""
    return int.from_bytes(values.tobytes(), sys.byteorder)


def unpacked(lanes: int, number: int) -> Numbers:
    """So many numbers from their lanes."""
    return array("I", lanes.to_bytes(4 * number, sys.byteorder))


def at_least(sums: int, floors: int, tops: int) -> int:
    """The top bits of the lanes where the sum reaches the floor; `tops` has them all."""
    return (sums + (tops - floors)) & tops


def top_bits(flags: Iterable[bool]) -> int:
    """The top bits of the lanes that are flagged."""
    return packed(numbers(TOP if flag else 0 for flag in flags))
