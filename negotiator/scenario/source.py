"""The file as text: read with care, so that no device, size or encoding can hurt."""

import stat
from dataclasses import dataclass
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.scenario.findings import Finding, Severity

MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A scenario file's name and text; line ends are line feeds, a byte-order mark is gone."""

    file: str
    text: str

    def lines(self) -> list[str]:
        """Its lines, without their ends."""
        return self.text.split("\n")


class Unreadable(NegotiatorError):
    """The file cannot be read at all."""


def read(path: Path) -> tuple[Source, Finding | None]:
    """The text of a file, or an empty one with the finding that says why it is no text.

    Raises:
        Unreadable: there is no such file, it is no file, it is too large, or it may not be read.
    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Unreadable(f"{path} is a folder.", "Name a scenario file in it, one that ends in .toml.")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable(f"{path} is a device or a pipe, not a file.", "Name a scenario file, one that ends in .toml.")
        if about.st_size > MAX_BYTES:
            raise Unreadable(
                f"{path} is {about.st_size // 1024 // 1024} MB; a scenario may have {MAX_BYTES // 1024 // 1024}.",
                "Is it the right file?",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}.", "Check the name and the folder.") from None
    except PermissionError:
        raise Unreadable(f"{path} may not be read.", "Change its permissions, or copy it to a place of your own.") from None
    except (OSError, ValueError) as trouble:
        why = getattr(trouble, "strerror", None) or str(trouble)
        raise Unreadable(f"{path} cannot be read: {why}.", "Check the name and the disk.") from None
    return decode(data, str(path))


def decode(data: bytes, file: str) -> tuple[Source, Finding | None]:
    """Bytes as text: UTF-8 with or without a byte-order mark, any line ends."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "in your editor choose “Save as” and the encoding UTF-8"
        return Source(file, ""), Finding("N001", Severity.ERROR, "the file is UTF-16, not UTF-8", hint=hint, line=1, column=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        before = data[: trouble.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        hint = "it may be Windows-1252: in your editor choose “Save as” and the encoding UTF-8"
        readable = data.decode("utf-8", "replace").replace("\r\n", "\n")
        finding = Finding("N001", Severity.ERROR, "the file is not UTF-8 from here on", hint=hint, line=line, column=column)
        return Source(file, readable), finding
    return Source(file, text.replace("\r\n", "\n")), None
