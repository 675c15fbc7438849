"""New scenario files: a small case that works, with the coach's own names in it; or a copy of another, with its credits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files

from negotiator.errors import NegotiatorError
from negotiator.scenario.braces import escape
from negotiator.scenario.loader import load_source
from negotiator.scenario.models import Scenario
from negotiator.scenario.places import find
from negotiator.scenario.source import Unread
from negotiator.scenario.text import clean, single_line
from negotiator.scenario.wording import as_id
from negotiator.scenario.writing.document import Change, Document, document, rewritten

SCHEMA_LINE = "#:schema ./scenario.schema.json"
LONGEST_NAME = 60
_PLACE = re.compile(r"%(?P<plain>=?)(?P<name>[a-z]+)%")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))]
)
"""Names that a file cannot have on Windows."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new case is about, in the coach's words; what is left empty is as in the case to begin with."""

    title: str = ""
    author: str = ""
    player: str = ""
    job: str = ""
    firm: str = ""
    manager: str = ""


USUAL = Answers(
    title="The Friday Report",
    author="You",
    player="Robin Ashe",
    job="operations lead",
    firm="Kestrel Freight",
    manager="Nora Feld",
)


def started(answers: Answers, *, deal: bool) -> str:
    """The text of a new scenario: whatever the answers are, it loads, can be played and says them."""
    starter = files("negotiator.scenario.writing") / "starters" / ("deal.toml" if deal else "story.toml")
    said = {
        one.name: said_line(getattr(answers, one.name)) or getattr(USUAL, one.name) for one in fields(Answers)
    }

    def put(match: re.Match[str]) -> str:
        value = said[match["name"]]
        return inside_quotes(value if match["plain"] else escape(value))

    return _PLACE.sub(put, starter.read_text("utf-8"))


def said_line(answer: str) -> str:
    """An answer on one line, without anything that a terminal would act on."""
    return str(single_line(clean(answer)))


def inside_quotes(text: str) -> str:
    """A line of text as it stands between quotation marks in TOML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def file_name(title: str) -> str:
    """A name for the file of a scenario, without its ending: small letters, digits and hyphens."""
    slug = as_id(title)[:LONGEST_NAME].rstrip("-")
    if not slug[:1].isalpha():
        slug = f"case-{slug}".rstrip("-")
    return f"{slug}-case" if slug in _DEVICES else slug


def titled(name: str) -> str:
    """A title from a file's name: my-case is "My case"; what is no such name stays as it is."""
    return name.replace("-", " ").capitalize() if name == file_name(name) else name


def copied(original: Document, scenario: Scenario, answers: Answers, name: str) -> bytes:
    """A scenario's file as the beginning of another: own title, credits kept, every comment where it was.

    `name` is that of the new file, and becomes the id.

    Raises:
        NegotiatorError: the copy would not be the same story; nothing has been written.
    """
    credit = f"{scenario.title}, by {scenario.author}" if scenario.author else scenario.title
    if scenario.based_on:
        credit = f"{credit}; {scenario.based_on}"
    title = said_line(answers.title) or titled(name)
    author = said_line(answers.author)
    heads = {"title": escape(title), "based_on": credit, **({"author": author} if author else {})}
    if find(original.source.text, [("id",)]).get(("id",)):
        heads["id"] = name
    data = rewritten(original, [*_schema_line(original.source.text), *_heads(original.source.text, heads)])
    _prove(
        data,
        scenario,
        name,
        {"title": title, "based_on": credit, "author": author or scenario.author, "id": name},
    )
    return data


def _schema_line(text: str) -> list[Change]:
    first = text.partition("\n")[0]
    if first.startswith("#:schema"):
        return [Change(0, len(first), SCHEMA_LINE)]
    return [Change(0, 0, f"{SCHEMA_LINE}\n")]


def _heads(text: str, heads: Mapping[str, str]) -> list[Change]:
    """New values of keys at the top; those that are not there yet come below the title."""
    found = find(text, [(key,) for key in heads])
    changes, new = [], ""
    for key, value in heads.items():
        quoted = f'"{inside_quotes(value)}"'
        if spot := found.get((key,)):
            changes.append(Change(spot.value, spot.value_end, quoted))
        else:
            new += f"{key} = {quoted}\n"
    if new:
        below = _next_line(text, found["title",].value_end)
        changes.append(Change(below, below, new))
    return changes


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _prove(data: bytes, scenario: Scenario, name: str, heads: Mapping[str, str]) -> None:
    """Load the copy and hold it against the original."""
    copy = document(data, f"{name}.toml")
    made = None if isinstance(copy, Unread) else load_source(copy.source, name).scenario
    if made is None or made != scenario.model_copy(update=dict(heads)):
        message = "The copy would not be the same story, so nothing is written."
        raise NegotiatorError(message, "Please report this, with the file.")
