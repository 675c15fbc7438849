"""Hands over what a command has made: into a file, or on standard output."""

import json
import sys
from pathlib import Path

from negotiator.cli.output import document, say
from negotiator.errors import Exit, NegotiatorError


def hand_over(text: str, out: str | None, *, markup: bool = False, private: bool = False) -> int:
    """Write a text to the file named, or print it.

    private: it tells of somebody's run, so the file is for this user alone; others may be passed on as any file.
    markup: it is HTML or XML that is read as UTF-8, so what another encoding lacks is written as a reference.

    Raises:
        NegotiatorError: the file cannot be written.
    """
    if out is not None:
        return _file(text, out, private=private)
    if markup and (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        text = text.encode("ascii", "xmlcharrefreplace").decode()
    say(text.removesuffix("\n"))
    return Exit.OK


def hand_over_data(data: object, out: str | None, *, private: bool = False) -> int:
    """Write data as one JSON document to the file named, or print it; private: see `hand_over`.

    Raises:
        NegotiatorError: the file cannot be written.
    """
    if out is not None:
        return _file(json.dumps(data, ensure_ascii=False, indent=2) + "\n", out, private=private)
    document(data)
    return Exit.OK


def _file(text: str, out: str, *, private: bool) -> int:
    """Put a file in place, whole or not at all."""
    from negotiator.runs.files import PRIVATE_FILE, usual_mode, write_whole
    from negotiator.runs.troubles import reason

    path = Path(out).expanduser()
    try:
        write_whole(path, text, mode=PRIVATE_FILE if private else usual_mode())
    except OSError as error:
        why = f"{path} could not be written: {reason(error)}."
        raise NegotiatorError(why, "Name another file with --out.") from None
    say(f"Written to {path}")
    return Exit.OK
