"""The usual slips in one line of TOML, told by the parser's complaint and what stands where it stopped."""

import re
from typing import NamedTuple

from negotiator.scenario.source import Source
from negotiator.scenario.twice import first_of


class Blame(NamedTuple):
    """What is wrong, at which offset, and how to mend it."""

    code: str
    message: str
    offset: int
    length: int = 1
    hint: str = ""
    help: str = ""
    also: tuple[tuple[int, int], ...] = ()
    """Offset and length of what this line conflicts with."""


CURLY = "“”„«»‘’‚"
_PAIR = re.compile(r"[ \t]*(?P<key>[^=:\n#]*?)[ \t]*(?P<sign>=>|==|:=|=|:)[ \t]*(?P<value>[^\n]*)")
_WORD = re.compile(r"[A-Za-z$€£][^\n#]*")


def judge_line(said: str, source: Source, offset: int) -> Blame:
    """Explain an error of the parser at an offset."""
    line, column = source.position(offset)
    start = offset - column + 1
    text = source.line(line)
    return (
        _character(said, offset, source)
        or _pair(said, text, start)
        or _string(said, text, start, offset)
        or _twice(said, source, start, text)
        or _bracket(said, source, offset)
        or Blame(
            "N005", "this line is not TOML", offset, 1, "a line is a [table], a key = value, or a # comment"
        )
    )


def _character(said: str, offset: int, source: Source) -> Blame | None:
    letter = source.text[offset : offset + 1]
    if letter and letter in CURLY:
        return Blame(
            "N007", "a curly quotation mark cannot enclose a text", offset, 1, 'use straight ones: "'
        )
    if letter and letter not in "\n\t" and (ord(letter) < 32 or ord(letter) == 127):
        return Blame("N013", f"the character U+{ord(letter):04X} cannot stand here", offset, 1, "delete it")
    if "Unescaped '\\'" in said or "hex value" in said or "Unicode scalar" in said:
        hint = "write \\\\ for a backslash, or put the text between single quotation marks"
        return Blame(
            "N014", "a backslash begins a special character, and there is none like this", offset, 1, hint
        )
    return None


def _pair(said: str, text: str, start: int) -> Blame | None:
    """Slips between the key and its value."""
    pair = _PAIR.match(text)
    if pair is None or text.lstrip().startswith(("#", "[")):
        return None
    key, sign, value = pair.group("key"), pair.group("sign"), pair.group("value")
    if sign != "=":
        hint = f"write {key} = …"
        return Blame(
            "N012",
            f"'{sign}' cannot stand between key and value",
            start + pair.start("sign"),
            len(sign),
            hint,
        )
    if value[:1] in CURLY and value:
        at = start + pair.start("value")
        return Blame("N007", "a curly quotation mark cannot enclose a text", at, 1, 'use straight ones: "')
    if "Invalid value" in said and (word := _WORD.match(value)):
        at, bare = start + pair.start("value"), word.group().rstrip()
        if bare.lower() in ("true", "false"):
            return Blame(
                "N009", f"'{bare}' is written in small letters", at, len(bare), f"write {bare.lower()}"
            )
        if bare.lower() in ("yes", "no", "on", "off"):
            truth = "true" if bare.lower() in ("yes", "on") else "false"
            return Blame("N009", f"'{bare}' is no value here", at, len(bare), f"write {truth}")
        hint = f'write {key} = "{bare}"' if len(bare) <= 40 else 'put it between " and "'
        return Blame("N009", "a text needs quotation marks", at, len(bare), hint)
    if not value and "Invalid value" in said:
        return Blame("N005", f"'{key}' has no value", start + pair.start("sign"), 1, "write one behind the =")
    return None


def _string(said: str, text: str, start: int, offset: int) -> Blame | None:
    if "Expected newline or end" in said and text[: offset - start].rstrip().endswith('"'):
        hint = 'put the whole text between """ and """, or write \\" inside it'
        return Blame("N008", "the text ends at this quotation mark, and more follows", offset, 1, hint)
    if "Illegal character '\\n'" in said or "Unterminated string" in said:
        at = start + max(text.find('"'), text.find("'"), 0)
        hint = 'close it at the end of the line; a text of several lines stands between """ and """'
        return Blame("N006", "this text is not closed on its line", at, 1, hint)
    if "Expected '='" in said:
        return Blame(
            "N012",
            "there is no = after this key",
            start + len(text) - len(text.lstrip()),
            max(len(text.strip()), 1),
            "write key = value; names of several words are joined by hyphens",
        )
    return None


def _twice(said: str, source: Source, start: int, text: str) -> Blame | None:
    kinds = ("Cannot declare", "Cannot overwrite", "Duplicate inline", "Cannot mutate", "Cannot redefine")
    if not said.startswith(kinds):
        return None
    at = start + len(text) - len(text.lstrip())
    also: tuple[tuple[int, int], ...] = ()
    where = ""
    if first := first_of(said, source, start, text):
        also = (first,)
        where = f"it stands in line {source.position(first[0])[0]} already; "
    hint = f"{where}keep one of the two, or rename one"
    return Blame("N010", "this has been given before", at, max(len(text.strip()), 1), hint, also=also)


def _bracket(said: str, source: Source, offset: int) -> Blame | None:
    if "inline table" in said or (source.text[offset : offset + 1] == "\n" and "key part" in said):
        hint = "write it on one line, or give it a header of its own: [scenes.x.choices.y]"
        return Blame("N011", "a table in { } has to stay on one line", offset, 1, hint)
    if "Unclosed array" in said:
        return Blame("N015", "a list is not closed, or a comma is missing in it", offset, 1, "add , or ]")
    if "table declaration" in said or "array declaration" in said:
        return Blame(
            "N015",
            "this header is not closed",
            offset,
            1,
            "add ]; names of several words are joined by hyphens",
        )
    return None
