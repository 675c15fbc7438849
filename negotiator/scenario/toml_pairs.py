"""Slips in `key = value` outside brackets, and lines that are neither a table nor a pair nor a comment."""

import re
from collections.abc import Iterator

from negotiator.scenario.meaning import suggest
from negotiator.scenario.tables import every_key
from negotiator.scenario.toml_blame import LONGEST, Blame, write
from negotiator.scenario.toml_quoted import judge_quoted
from negotiator.scenario.toml_scan import LONG
from negotiator.scenario.toml_words import judge_word
from negotiator.scenario.wording import id_hint, said

_PAIR = re.compile(
    r"[ \t]*(?P<key>[^=:\n#]*?)[ \t]*(?P<sign>=>|->|==|:=|\+=|-=|:[ \t]*=|=|:)[ \t]*(?P<value>[^\n]*)"
)
_WORD = re.compile(r"[A-Za-z0-9_\-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_\-]+)*")
_REMARK = re.compile(r"[ \t]*(?P<mark>--|;|/\*|\*|%|<!--|—|–|//)[ \t]*(?P<rest>.*?)[ \t]*(?:\*/|-->)?[ \t]*$")
_MERGE = ("<<<<<<<", "=======", ">>>>>>>")
_LONG = re.compile(LONG)


def judge_pair(text: str, start: int, offset: int) -> Blame:
    """What is wrong with the line at `start`; the parser stopped at `offset`."""
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    pair = _PAIR.match(line)
    if pair is None or line.lstrip().startswith((*_MERGE, "--", "//")):
        return _no_pair(line, start)
    key, sign, value = pair["key"], pair["sign"], pair["value"]
    if blame := _key(key, sign, start + pair.start("key"), line, start):
        return blame
    if sign != "=":
        said_value = value if len(key) + len(value) + 3 <= LONGEST else "…"
        hint = f"write {key} = {said_value}" if said_value else f"write {key} = …"
        return Blame(
            "N012",
            f"'{sign}' cannot stand between key and value",
            start + pair.start("sign"),
            len(sign),
            hint,
        )
    at = start + pair.start("value")
    if not value or value.startswith("#"):
        below = text[end + 1 :].lstrip().split("\n", maxsplit=1)[0] if end >= 0 else ""
        hint = "write one behind the ="
        if below and "=" not in below and not below.startswith(("[", "#")):
            hint = 'a text of several lines begins with """ here and ends with """ below it'
        return Blame("N005", f"'{key}' has no value", start + pair.start("sign"), 1, hint)
    if long := _LONG.match(text, at):
        close = text.find("\n", long.end())
        value = text[at : close if close >= 0 else len(text)]
    return _value(key, value, at, offset)


def _key(key: str, sign: str, at: int, line: str, start: int) -> Blame | None:
    """A key that is not one."""
    if not key:
        return Blame("N005", "there is no key before this", start + line.index(sign), 1, "write key = value")
    if _WORD.fullmatch(key) or key[:1] in ("'", '"'):
        return None
    words = key.split()
    if len(words) == 1:
        return Blame("N108", f"{said(key)} is not an id", at, len(key), id_hint(key))
    if len(words) > 3 or sign == ":":
        return _prose(line, start)
    near = next(_joined(words), "")
    hint = f"did you mean '{near}'?" if near else f"write {'-'.join(words)}: names are joined by hyphens"
    return Blame("N101", f"a key is one word, and '{key}' is {len(words)}", at, len(key), hint)


def _joined(words: list[str]) -> Iterator[str]:
    """The known keys that these words may stand for, joined in one way or another."""
    known = every_key()
    for joint in ("_", "", "-"):
        name = joint.join(words).lower()
        if name in known:
            yield name
    if near := suggest("_".join(words).lower(), known):
        yield near.split("'")[1]


def _value(key: str, value: str, at: int, offset: int) -> Blame:
    if value[0] in "\"'":
        return judge_quoted(key, value, at)
    if value[0] == "(" and value.rstrip().endswith(")"):
        inner = value.strip()[1:-1].strip()
        table = "=" in inner
        opener, closer = ("{ ", " }") if table else ("[", "]")
        what = "keys with values stand between { and }" if table else "a list stands between [ and ]"
        hint = write(
            f"{key} = {opener}{inner}{closer}", f"write {opener.strip()} for ( and {closer.strip()} for )"
        )
        return Blame("N015", what, at, 1, hint)
    if value[0] in "[{":
        rest = value[max(offset - at, 0) :].strip()
        return Blame(
            "N019",
            "nothing may follow the value on its line",
            offset,
            max(len(rest), 1),
            f"delete {rest[:20]}",
        )
    word = value.split("#", maxsplit=1)[0].strip()
    if word.rstrip(",;.") != word and not re.search(r"[A-Za-z]", word):
        end = at + len(word) - 1
        return Blame("N019", "nothing may follow the value on its line", end, 1, f"delete {word[-1]}")
    return judge_word(word, at, key)


def _no_pair(line: str, start: int) -> Blame:
    """A line without an equal sign."""
    stripped = line.strip()
    at = start + len(line) - len(line.lstrip())
    length = max(len(stripped), 1)
    if stripped.startswith("```"):
        message = "these marks enclose a program on web pages; they are no part of it"
        return Blame("N005", message, at, length, "delete this line")
    if stripped.startswith(_MERGE):
        hint = f"keep one of the two and delete the lines with {', '.join(_MERGE)}"
        return Blame("N005", "two versions of the file have been put together here", at, length, hint)
    if remark := _REMARK.match(line):
        mark = remark["mark"]
        hint = write(f"# {remark['rest']}", f"write # for {mark}")
        return Blame("N018", f"{mark} does not begin a comment", at, len(mark), hint)
    if stripped.endswith("]") and "[" not in stripped:
        return Blame(
            "N015",
            "the bracket that opens this header is missing",
            at,
            length,
            write(f"[{stripped}", "add ["),
        )
    first, _, rest = stripped.partition(" ")
    if rest and (rest[0] in "\"'[{" or rest.split("#")[0].strip() in ("true", "false") or rest[0].isdigit()):
        return Blame(
            "N012",
            "there is no = after this key",
            at,
            length,
            write(f"{first} = {rest}", f"write {first} = …"),
        )
    if first == stripped and _WORD.fullmatch(first):
        return Blame("N012", "there is no = after this key", at, length, "write key = value")
    return _prose(line, start)


def _prose(line: str, start: int) -> Blame:
    stripped = line.strip()
    at = start + len(line) - len(line.lstrip())
    message = "this line is no [table], no key = value and no comment"
    hint = 'a remark begins with #; a text stands between """ and """ behind its key'
    return Blame("N005", message, at, max(len(stripped), 1), hint)
