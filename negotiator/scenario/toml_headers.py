"""Slips in a header: [scenes.the letter] and its kin."""

import re

from negotiator.scenario.toml_blame import Blame, write
from negotiator.scenario.wording import id_hint, said

_HEADER = re.compile(r"(?P<open>\[{1,2})(?P<name>[^\]\n#]*)(?P<close>\]{0,2})(?P<rest>[^\n]*)")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^.]+")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def judge_header(line: str, start: int) -> Blame:
    """What is wrong with a header that cannot be read; `start` is the offset of its line."""
    header = _HEADER.search(line)
    assert header is not None
    name, at = header["name"], start + header.start("name")
    if len(header["close"]) < len(header["open"]):
        whole = f"{header['open']}{name.strip()}{']' * len(header['open'])}"
        end = start + header.start("close") + len(header["close"])
        return Blame("N015", "this header is not closed", end, 1, write(whole, "add ]"))
    for part in _PART.finditer(name):
        bare = part.group().strip()
        if not _BARE.fullmatch(bare) and bare[:1] not in ("'", '"'):
            offset = at + part.start() + len(part.group()) - len(part.group().lstrip())
            return Blame("N108", f"{said(bare)} is not an id", offset, max(len(bare), 1), id_hint(bare))
    if not name.strip() or name.strip().startswith(".") or name.strip().endswith(".") or ".." in name:
        hint = "write [scenes.some-name], with one point between two names"
        return Blame("N015", "a name is missing in this header", at, max(len(name), 1), hint)
    rest = header["rest"].strip()
    if rest:
        offset = start + line.index(rest, header.start("rest"))
        message = "nothing may follow a header on its line"
        hint = f"delete {rest}" if len(rest) == 1 else "put it in the next line"
        return Blame("N019", message, offset, len(rest), hint)
    return Blame("N015", "this header cannot be read", start + header.start(), 1, "write [scenes.some-name]")
