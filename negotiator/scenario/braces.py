"""What stands in braces in a text: the parts it is made of, and the names that are the same in every play."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from negotiator.scenario.base import Braces
from negotiator.scenario.findings import Path
from negotiator.scenario.tables import braces_of
from negotiator.scenario.text import single_line

PLAYER, DAYS = "player", "days-left"
_PART = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\n]*)\}|[{}]")
_AGREED = re.compile(r"agreed\(\s*([^()\s]*)\s*\)")


class Slot(NamedTuple):
    """A name in braces; `at` and `length` count characters of the text, the braces included."""

    name: str
    at: int
    length: int


class Stray(NamedTuple):
    """A brace without its partner."""

    brace: str
    at: int


@dataclass(frozen=True, slots=True)
class Braced:
    """A text of the file that has braces in it, as the author wrote it."""

    path: Path
    text: str
    level: Braces

    @property
    def parts(self) -> tuple[str | Slot | Stray, ...]:
        """What it is made of."""
        return tuple(split(self.text))


def has_braces(text: str) -> bool:
    """Whether there is anything to look at; nearly every text has none."""
    return "{" in text or "}" in text


def split(text: str) -> Iterator[str | Slot | Stray]:
    """The parts of a text in order; a doubled brace is a brace of the text."""
    done = 0
    for match in _PART.finditer(text):
        if match.start() > done:
            yield text[done : match.start()]
        done = match.end()
        said = match.group()
        if said in ("{{", "}}"):
            yield said[0]
        elif (name := match.group("name")) is not None:
            yield Slot(name.strip(), match.start(), len(said))
        else:
            yield Stray(said, match.start())
    if done < len(text):
        yield text[done:]


def escape(text: str) -> str:
    """A text that says `text`, braces and all."""
    return text.replace("{", "{{").replace("}", "}}")


def agreed_of(name: str) -> str | None:
    """The issue in agreed(issue); None for any other name."""
    match = _AGREED.fullmatch(name)
    return match.group(1) if match else None


def fill_names(raw: dict[str, object]) -> tuple[Braced, ...]:
    """Put the names of people into every text of the raw tables, in place; all texts with braces as they were.

    In a story text what changes while one plays stays in its braces, and a doubled brace stays doubled; any other
    text has nothing left to fill in.
    """
    found = tuple(_texts(raw))
    if not found:
        return ()
    names = constants(raw)
    for table, key, braced in found:
        table[key] = _filled(braced, names)  # type: ignore[index]  # the key has just come from this very table
    return tuple(braced for _, _, braced in found)


def constants(raw: Mapping[str, object]) -> dict[str, str]:
    """What names in braces say in every play, by what stands in the braces. Tables with mistakes are left out."""
    people = raw.get("people")
    player = raw.get(PLAYER, {})
    said: dict[str, str] = {}
    for name, table in people.items() if isinstance(people, dict) else ():
        said |= _person(name, table, "title")
    # The default of the model's own name.
    return said | _person(PLAYER, {"name": "You", **player} if isinstance(player, dict) else player, "role")


def _person(name: str, table: object, post: str) -> dict[str, str]:
    full = table.get("name") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(full, str):
        return {}
    call, held = table.get("call"), table.get(post)
    words = single_line(full).split() or [""]
    return {
        name: single_line(call) if isinstance(call, str) and call.strip() else words[0],
        f"{name}.name": single_line(full),
        f"{name}.{post}": single_line(held) if isinstance(held, str) else "",
    }


def _filled(braced: Braced, names: Mapping[str, str]) -> str:
    later = braced.level is Braces.STORY
    said = []
    for part in braced.parts:
        if isinstance(part, Stray):
            said.append(part.brace)
        elif isinstance(part, str):
            said.append(escape(part) if later else part)
        elif part.name in names:
            said.append(escape(names[part.name]) if later else names[part.name])
        else:
            said.append(braced.text[part.at : part.at + part.length])
    return "".join(said)


Holder = dict[str, object] | list[object]


def _texts(raw: dict[str, object]) -> Iterator[tuple[Holder, str | int, Braced]]:
    """Every text with braces that may have names in them, with the table or list it stands in and its key there."""
    work: list[tuple[Path, Holder]] = [((), raw)]
    while work:
        path, holder = work.pop()
        entries: Iterable[tuple[str | int, object]] = (
            holder.items() if isinstance(holder, dict) else enumerate(holder)
        )
        for key, value in entries:
            if isinstance(value, str):
                # Nearly every text has no brace: this line is what the walk costs.
                if ("{" in value or "}" in value) and (level := braces_of((*path, key))):
                    yield holder, key, Braced((*path, key), value, level)
            elif isinstance(value, dict | list) and value:
                work.append(((*path, key), value))
