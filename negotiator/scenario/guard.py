"""A look at size and nesting before the TOML parser sees a file: some shapes would hold it up for ever."""

import re

from negotiator.scenario.findings import Finding, Severity

MAX_DEPTH = 40
MAX_PARTS = 16
MAX_KEY = 200

_TOKEN = re.compile(
    r'''(?P<long>"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:"{3,5})|\'\'\'[^']*(?:'(?!'')[^']*)*(?:'{3,5}))
    |(?P<unclosed>"""|\'\'\')
    |(?P<text>"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|'[^'\n]*')
    |(?P<comment>\#[^\n]*)
    |(?P<open>[\[{])
    |(?P<close>[\]}])
    |(?P<bare>[A-Za-z0-9_-]+)
    |(?P<dot>\.)
    |(?P<end>[\n,=])''',
    re.VERBOSE,
)


def guard(text: str) -> Finding | None:
    """What is too deep or too long to be parsed, if anything; one pass, linear in the text."""
    depth = dots = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "open":
            depth += 1
            if depth > MAX_DEPTH:
                return _finding(text, match.start(), f"brackets are nested more than {MAX_DEPTH} deep", "close some of them")
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif kind == "end":
            dots = 0
        elif kind == "unclosed":
            return None
        elif kind == "dot" or (kind == "bare" and match.end() - match.start() > MAX_KEY):
            dots += 1
            if dots > MAX_PARTS or kind == "bare":
                hint = "names are short, and have a few parts at most: scenes.first-call.choices.ask"
                return _finding(text, match.start(), "this name is too long", hint)
    return None


def _finding(text: str, at: int, message: str, hint: str) -> Finding:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return Finding("N003", Severity.ERROR, message, hint=hint, line=line, column=column)
