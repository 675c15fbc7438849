"""A whole file in the one layout, and the proof that it says the same as before."""

import tomllib

from negotiator.errors import NegotiatorError
from negotiator.scenario.findings import Finding
from negotiator.scenario.guard import refuse
from negotiator.scenario.rendering import short
from negotiator.scenario.source import BOM, Source
from negotiator.scenario.toml_errors import explain
from negotiator.scenario.writing.document import Document
from negotiator.scenario.writing.layout import laid_out
from negotiator.scenario.writing.tokens import NotCut, bare


class NotTidied(NegotiatorError):
    """The file cannot be put in order, and is as it was."""


def parsed(source: Source) -> dict[str, object] | Finding:
    """The tables of a text, or what keeps the parser from reading it."""
    if problem := refuse(source):
        return problem
    try:
        return tomllib.loads(source.text)
    except ValueError as error:
        # A ValueError that is not TOML's own comes from numbers of thousands of digits.
        return explain(error, source)


def tidied(file: Document) -> bytes:
    """The bytes of the file in the one layout. Its byte-order mark stays, and so do the line ends most lines have.

    Raises:
        NotTidied: it is no TOML, or would not say quite the same.
    """
    said = parsed(file.source)
    if isinstance(said, Finding):
        raise NotTidied(f"{file.source.file} cannot be read, so it stays as it is.", short(said))
    text = file.source.text
    try:
        made = laid_out(text)
        same = bare(made) == bare(text) and repr(tomllib.loads(made)) == repr(said)
    except (NotCut, ValueError):
        same = False
    if not same:
        hint = "Please report this, with the file."
        raise NotTidied(f"{file.source.file} would not say quite the same, so it stays as it is.", hint)
    mark = BOM if file.data.startswith(BOM) else b""
    return mark + (made.replace("\n", "\r\n") if file.windows else made).encode("utf-8")
