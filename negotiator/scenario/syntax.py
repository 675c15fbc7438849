"""TOML's own errors in plain words, and blamed on the line where the author erred."""

import re
import tomllib

from negotiator.scenario.findings import Finding, Severity

_AT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_LOOKS_LIKE_TOML = re.compile(r"^\s*(\[[A-Za-z0-9_.\"-]+\]|[A-Za-z][A-Za-z0-9_-]* = [\"'\[{0-9tf])")
_LONG = re.compile(r'"""|\'\'\'')
_CURLY = re.compile("[\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb]")
_KEY_LINE = re.compile(r"^\s*[A-Za-z0-9_.\"-]+\s*(=>|:=|:|==)\s*\S")
_BARE_WORDS = re.compile(r"^\s*[A-Za-z0-9_.-]+\s*=\s*[A-Za-z][^\"'\[{]*$")
_TRUTH = re.compile(r"=\s*(True|False|TRUE|FALSE|Yes|No|yes|no)\s*(#.*)?$")
_NO_VALUE = re.compile(r"^\s*[A-Za-z0-9_.-]+\s*=\s*(#.*)?$")
_OPEN_TEXT = re.compile(r'^\s*[A-Za-z0-9_.-]+\s*=\s*"[^"]*$')
_AFTER_TEXT = re.compile(r'^\s*[A-Za-z0-9_.-]+\s*=\s*"(?!"")[^"]*"[^,#\s\]}]')


def syntax_finding(trouble: tomllib.TOMLDecodeError, text: str) -> Finding:
    """The finding for what tomllib says of `text`."""
    lines = text.split("\n")
    opener = _unclosed(lines)
    if opener is not None and _never_closed(str(trouble)):
        line, swallowed = opener
        more = f"; line {swallowed} already looks like the next key" if swallowed else ""
        column = max(lines[line - 1].rfind('"""'), lines[line - 1].rfind("'''")) + 1
        return _found("N002", 'this long text is never closed', line, column, f'close it with """ where it should end{more}', 3)
    place = _AT.search(str(trouble))
    if place and place.group(1):
        line, column = int(place.group(1)), int(place.group(2))
    else:
        line = max((number for number, one in enumerate(lines, 1) if one.strip()), default=1)
        column = len(lines[line - 1]) + 1
    line = min(line, len(lines))
    said = lines[line - 1]
    if column > len(said) and not said.strip() and line > 1:
        line, said = line - 1, lines[line - 2]
        column = len(said) + 1
    message, hint, at = _explain(str(trouble), said, column)
    return _found("N002", message, line, at, hint)


def _found(code: str, message: str, line: int, column: int, hint: str, length: int = 1) -> Finding:
    return Finding(code, Severity.ERROR, message, hint=hint, line=line, column=max(column, 1), length=length)


def _never_closed(said: str) -> bool:
    return any(words in said for words in ("Unterminated", "Expected", "Illegal", "Invalid", "Unescaped", "Unclosed"))


def _unclosed(lines: list[str]) -> tuple[int, int] | None:
    """The line of the long text that swallows what follows, and the first swallowed line that looks like TOML."""
    quote, opened = "", 0
    suspect: tuple[int, int] | None = None
    for number, line in enumerate(lines, 1):
        if not quote and line.lstrip().startswith("#"):
            continue
        if quote and suspect is None and _LOOKS_LIKE_TOML.match(line):
            suspect = (opened, number)
        for match in _LONG.finditer(line):
            if not quote:
                quote, opened = match.group(), number
                suspect = suspect if suspect and suspect[0] != opened else suspect
            elif match.group() == quote:
                quote = ""
    if suspect:
        return suspect
    return (opened, 0) if quote else None


def _explain(said: str, line: str, column: int) -> tuple[str, str, int]:
    """Message, hint and column for a line that TOML cannot read."""
    if curly := _CURLY.search(line):
        return "a curly quotation mark", 'TOML wants the straight ones: "…"', curly.start() + 1
    if match := _KEY_LINE.match(line):
        return f"'{match.group(1)}' stands where = belongs", "write  key = value", match.start(1) + 1
    if match := _TRUTH.search(line):
        word = "true" if match.group(1).lower() in ("true", "yes") else "false"
        return f"'{match.group(1)}' is not a value", f"write {word}, in small letters", match.start(1) + 1
    if "Cannot overwrite" in said or "Cannot declare" in said or "Cannot mutate" in said:
        name = line.strip().split("=")[0].strip() or line.strip()
        return f"{name} is defined a second time", "keep one of the two; a table's header may stand only once", _indent(line)
    if match := _NO_VALUE.match(line):
        return "the value is missing", "put it after the =, or take the line away", len(line.rstrip()) + 1
    if _OPEN_TEXT.match(line):
        hint = 'close it with " on the same line, or use """ for a text of several lines'
        return "this text is not closed on its line", hint, line.index('"') + 1
    if match := _AFTER_TEXT.match(line):
        hint = 'a " inside a text ends it: write \\" or put the whole between """ and """'
        return "the text ends here, and something follows", hint, match.end()
    if _BARE_WORDS.match(line):
        return "a text needs quotation marks", 'put it between " and "', line.index("=") + 2 + _indent(line[line.index("=") + 1 :]) - 1
    if line.lstrip().startswith("//"):
        return "// is not a comment here", "a comment begins with #", _indent(line)
    if line.lstrip().startswith("{") or line.rstrip().endswith("{") or ("{" in line and "}" not in line):
        hint = "keep everything between { and } on one line, or use a [table] of its own"
        return "a { … } runs over the end of its line", hint, line.index("{") + 1
    if line.lstrip().startswith("[") and "]" not in line:
        return "this header is not closed", "end it with ]", len(line.rstrip()) + 1
    if "=" not in line and line.strip() and not line.lstrip().startswith("["):
        return "this line has no =", 'a line is  key = value; text that goes on belongs between """ and """', _indent(line)
    plain = _AT.sub("", said).strip().rstrip(".")
    return f"TOML cannot read this: {plain[:1].lower()}{plain[1:]}", "compare the line with one that works", column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
