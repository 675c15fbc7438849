"""Thousands of damaged files: every one is a scenario or findings, and nothing else, ever."""

import os
from collections.abc import Callable
from random import Random

from negotiator.analysis import reach
from negotiator.scenario import rendering
from negotiator.scenario.loader import load_source
from negotiator.scenario.source import Unread, decode
from tests.support import SCENARIOS

COUNT = int(os.environ.get("NEGOTIATOR_FUZZ", "1500"))
"""Files to try; set NEGOTIATOR_FUZZ for a long run."""

STORY = (SCENARIOS / "first-offer.toml").read_bytes()
LINES = STORY.split(b"\n")
WORDS = [
    b"true", b"3", b"-1", b"nan", b"inf", b'"x"', b"[]", b"{}", b"1979-05-27", b"[1, 'a']", b"{ a = 1 }", b'""', b"1e400",
    b"99999999999999999999", b"0.5", b'"here"', b'"the-call"', b'"Not An Id"', b'"\\u001b"', b"'''x'''", b'["hal", 3]',
]  # fmt: skip
MARKS = [
    b'"',
    b"'",
    b'"""',
    b"[",
    b"]",
    b"{",
    b"}",
    b"=",
    b".",
    b",",
    b"#",
    b"\n",
    b"\\",
    b"(",
    b")",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\r",
]
KEYS = [
    b"scenes",
    b"choices",
    b"goto",
    b"when",
    b"outcomes",
    b"with",
    b"learn",
    b"start",
    b"stage",
    b"set",
    b"say",
    b"text",
    b"here",
]


def _byte(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + random.randrange(2) :]


def _mark(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + random.choice(MARKS) * random.choice((1, 1, 1, 3)) + data[at:]


def _cut(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) or 1)
    return data[:at] + data[at + random.choice((1, 2, 5, 50, 1000)) :]


def _end(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) or 1)]


def _line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    how = random.randrange(4)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(at, lines[other])
    elif how == 2:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines.insert(at, random.choice(LINES))
    return b"\n".join(lines)


def _quote(random: Random, data: bytes) -> bytes:
    places = [at for at in range(len(data)) if data[at] in b"\"'[]{}=.()"]
    at = random.choice(places or [0])
    return data[:at] + data[at + 1 :]


def _value(random: Random, data: bytes) -> bytes:
    """Another value behind an equal sign: the file stays TOML, and means something else."""
    lines = data.split(b"\n")
    candidates = [at for at, line in enumerate(lines) if b" = " in line]
    if candidates:
        at = random.choice(candidates)
        lines[at] = lines[at].split(b" = ")[0] + b" = " + random.choice(WORDS)
    return b"\n".join(lines)


def _key(random: Random, data: bytes) -> bytes:
    """Another word in place of one."""
    words = random.choice(KEYS), random.choice(KEYS)
    at = data.find(words[0], random.randrange(len(data) or 1))
    return data if at < 0 else data[:at] + words[1] + data[at + len(words[0]) :]


MUTATIONS: list[Callable[[Random, bytes], bytes]] = [
    _byte,
    _mark,
    _cut,
    _end,
    _line,
    _line,
    _quote,
    _value,
    _value,
    _value,
    _key,
    _key,
]


def mutated(seed: int) -> bytes:
    random = Random(seed)
    data = STORY
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        data = random.choice(MUTATIONS)(random, data)
    return data


def _look(data: bytes) -> None:
    read = decode(data, "damaged.toml")
    if isinstance(read, Unread):
        assert read.finding.message
        return
    loaded = load_source(read, "damaged")
    findings = loaded.findings
    assert (loaded.scenario is None) == any(one.severity == "error" for one in findings)
    if loaded.scenario is not None:
        reach.findings(loaded.scenario, 60)
    lines = read.text.split("\n")
    for one in findings:
        assert one.code
        assert one.message
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1
        assert all(letter >= " " or letter == "\n" for letter in rendering.text(one, read))
    assert list(findings) == sorted(findings, key=lambda one: (one.line, one.column))


def test_damaged_files_are_scenarios_or_findings() -> None:
    for seed in range(COUNT):
        try:
            _look(mutated(seed))
        except Exception as trouble:
            raise AssertionError(f"file {seed} of the fuzz: {trouble!r}") from trouble
