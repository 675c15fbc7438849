"""What the file's strings become: paragraphs without stray line breaks, and nothing a terminal would obey."""

import re
from typing import Any

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters (escape sequences begin with one), marks that reorder text, and lone surrogates."""

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Remove every character that a terminal or a page would act on instead of showing."""
    return UNSAFE.sub("", text)


def paragraphs(value: Any) -> Any:
    """One line break is a space, an empty line a paragraph (two line breaks in the result), ends are trimmed."""
    if not isinstance(value, str):
        return value
    parts = (_SPACE.sub(" ", part).strip() for part in _PARAGRAPH.split(value.strip()))
    return "\n\n".join(part for part in parts if part)


def single_line(value: Any) -> Any:
    """Every run of white space is one space, ends are trimmed."""
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else value
