"""What a sender put into a wish, taken out with care: nothing in it is trusted."""

import re
from collections.abc import Mapping

from negotiator.classroom.events import Json
from negotiator.classroom.wishes import Refusal
from negotiator.scenario.text import clean, single_line

Body = Mapping[str, Json]


def line(body: Body, key: str, most: int, *, empty: bool = False) -> str:
    """One line of text, without anything a terminal would obey.

    Raises:
        Refusal: it is no text, is too long, or is empty and may not be.
    """
    value = body.get(key, "" if empty else None)
    if not isinstance(value, str):
        raise Refusal("wrong", f"'{key}' has to be a text.")
    if len(value) > most:
        raise Refusal("wrong", f"'{key}' is too long.", f"It may have {most} characters.")
    text = str(single_line(clean(value)))
    if not text and not empty:
        raise Refusal("wrong", f"'{key}' is empty.")
    return text


def page(body: Body, key: str, most: int) -> str:
    """A longer text as it was written; only lone surrogates, which cannot be stored, are replaced.

    Raises:
        Refusal: it is no text, or is too long.
    """
    value = body.get(key)
    if not isinstance(value, str):
        raise Refusal("wrong", f"'{key}' has to be a text.")
    if len(value) > most:
        raise Refusal("wrong", f"'{key}' is too long.", f"It may have {most} characters.")
    return value.encode("utf-8", "replace").decode("utf-8")


def number(body: Body, key: str, least: int, most: int) -> int:
    """A whole number within bounds.

    Raises:
        Refusal: it is none, or out of bounds.
    """
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refusal("wrong", f"'{key}' has to be a whole number from {least} to {most}.")
    return value


def name(body: Body, key: str) -> str:
    """A plain name: letters, digits and hyphens.

    Raises:
        Refusal: it is none.
    """
    text = line(body, key, 60)
    if not re.fullmatch(r"[A-Za-z0-9_-]+", text):
        raise Refusal("wrong", f"'{key}' has to be a name of letters, digits and hyphens.")
    return text


def one_of(body: Body, key: str, allowed: tuple[str, ...]) -> str:
    """One of the names that are allowed; the first where nothing is said.

    Raises:
        Refusal: it is none of them.
    """
    text = line(body, key, 60, empty=True) or allowed[0]
    if text not in allowed:
        raise Refusal("wrong", f"'{key}' has to be one of: {', '.join(allowed)}.")
    return text
