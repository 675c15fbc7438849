"""Scenario files that a command changes in place: whole or not at all, and never over what somebody saved meanwhile."""

import difflib
import os
from pathlib import Path

from negotiator.errors import NegotiatorError


def put(path: Path, before: bytes, after: bytes) -> None:
    """Replace a file's content; its permissions stay, and where it is a link its target changes.

    Raises:
        NegotiatorError: it cannot be written, or no longer holds `before`; it is as it was.
    """
    from negotiator.runs.files import rewrite

    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(13, "it is read-only")
        if path.read_bytes() != before:
            message = f"{path} has been saved by somebody else meanwhile, so it stays as it is."
            raise NegotiatorError(message, "Save your work in the editor, then give the command again.")
        rewrite(path, after)
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}."
        raise NegotiatorError(message, "Look at the permissions of the file and of its folder.") from None


def difference(name: str, before: bytes, after: bytes) -> list[str]:
    """A unified diff of two UTF-8 texts; characters a terminal would act on are left out."""
    from negotiator.scenario.text import clean

    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    return [clean(line) for line in difflib.unified_diff(old, new, name, name, lineterm="")]
