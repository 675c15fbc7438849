"""Names in braces: each has to be declared, to mean one thing, and to stand where it can be said."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from negotiator.scenario.base import Braces
from negotiator.scenario.braces import DAYS, PLAYER, Braced, Slot, Stray, agreed_of
from negotiator.scenario.findings import Collector, Finding, Path, Related, Severity
from negotiator.scenario.meaning import FLAG, LETTER, suggest
from negotiator.scenario.outline import Outline, keys, tables

_WHERE = "it can stand in a scene's text, again and more, in reply and replies, and in the texts of endings"
_PARTS = {"a person": ("name", "title"), "the player": ("name", "role")}


def check_braces(outline: Outline, found: Collector) -> None:
    """Every mistake between braces, at its place inside the text."""
    judge = _Judge(outline)
    for braced in outline.braced:
        for part in braced.parts:
            if isinstance(part, Stray):
                found.add(_stray(braced, part))
            elif isinstance(part, Slot) and (wrong := judge(braced, part)):
                found.add(_finding(wrong, braced.path, part.at, part.length))
    for finding in judge.clashes.values():
        found.add(finding)
    _words(outline, found)


def check_unused(outline: Outline, found: Collector) -> None:
    """Shared texts and varying pieces that no text names."""
    spoken = outline.spoken
    for tid in outline.texts:
        if tid not in spoken:
            hint = f"write {{{tid}}} in a reply or a scene, or take it away"
            found.warning("N144", f"no text says the shared text '{tid}'", ("texts", tid), hint)
    for sid, scene in outline.scenes.items():
        said = {name for path, name in outline.spoken_at if path[:2] == ("scenes", sid)}
        for name in keys(scene.get("varies")):
            if name not in said:
                hint = f"write {{{name}}} in the scene's text, again or more, or take it away"
                path = ("scenes", sid, "varies", name)
                found.warning("N144", f"no text of this scene says the pieces '{name}'", path, hint)


@dataclass(frozen=True, slots=True)
class _Wrong:
    code: str
    message: str
    hint: str = ""


@dataclass(slots=True)
class _Judge:
    outline: Outline
    clashes: dict[str, Finding] = field(default_factory=dict)

    def __call__(self, braced: Braced, slot: Slot) -> _Wrong | None:
        """What is wrong with a name in braces where it stands; None when nothing is."""
        name, dot, part = slot.name.partition(".")
        issue = agreed_of(slot.name)
        if issue is not None:
            return self.agreed(braced, issue)
        meanings = list(self.meanings(braced.path, name))
        if len(meanings) > 1:
            self.clash(name, meanings)
            return None
        if not meanings:
            return self.unknown(braced, slot.name, name)
        what = meanings[0][0]
        if what in _PARTS:
            return self.person(what, name, part) if dot else None
        if dot:
            hint = f"only people have parts: write {{{name}}}"
            return _Wrong("N140", f"nothing is called '{slot.name}'", hint)
        return self.place(braced, name, what)

    def meanings(self, path: Path, name: str) -> Iterator[tuple[str, Path]]:
        """Everything a name may mean in a text at this path, with where it is declared."""
        outline = self.outline
        if name == PLAYER:
            yield "the player", (PLAYER,)
        if name in outline.people:
            yield "a person", ("people", name)
        if name == DAYS:
            yield "the days of the offer", ("offer",)
        if name in outline.states:
            yield "a state", ("state", name)
        if name in outline.texts:
            yield "a shared text", ("texts", name)
        if path[0] == "scenes" and name in keys(outline.scenes.get(str(path[1]), {}).get("varies")):
            yield "pieces that vary", (*path[:2], "varies", name)

    def clash(self, name: str, meanings: list[tuple[str, Path]]) -> None:
        (first, other), (second, path) = meanings[:2]
        message = f"'{name}' in braces could be {first} or {second}"
        hint = "give one of them another name"
        also = (Related(other, f"{first} of this name"),) if len(other) > 1 else ()
        self.clashes.setdefault(name, Finding("N145", Severity.ERROR, message, path, hint, also=also))

    def unknown(self, braced: Braced, said: str, name: str) -> _Wrong | None:
        outline = self.outline
        if outline.unsure & {"people", "state", "texts"}:
            return None
        if home := next((sid for sid, one in outline.scenes.items() if name in keys(one.get("varies"))), ""):
            message = f"the pieces '{name}' belong to the scene '{home}'"
            return _Wrong(
                "N141", message, f"they are said there alone; what many scenes say is [texts.{name}]"
            )
        if not said:
            return _Wrong("N140", "there is no name in these braces", "for a brace itself write two: {{")
        if set(said) & set("<>=! ") or said.startswith(("knows(", "visited(", "chose(", "visits(")):
            hint = "a condition belongs to `when`, in more, replies or instead"
            whole = (
                pid
                for pid, one in outline.people.items()
                if isinstance(one, dict) and one.get("name") == said
            )
            if person := next(whole, ""):
                hint = f"people are named by their id: {{{person}}} or {{{person}.name}}"
            return _Wrong("N140", "braces hold one name and nothing else", hint)
        known = [PLAYER, *outline.people, *outline.states, *outline.texts, *([DAYS] if self.has_days else ())]
        if braced.path[0] == "scenes":
            known += keys(outline.scenes.get(str(braced.path[1]), {}).get("varies"))
        hint = suggest(name, known)
        if not hint and name in outline.names.terms:
            hint = f"what was agreed on is {{agreed({name})}}"
        hint = hint or "name a person, a state or a shared text; for a brace itself write two: {{"
        return _Wrong("N140", f"nothing is called '{name}'", hint)

    @property
    def has_days(self) -> bool:
        return "offer" in self.outline.raw

    def person(self, what: str, name: str, part: str) -> _Wrong | None:
        parts = _PARTS[what]
        if part not in parts:
            hint = suggest(part, parts) or " or ".join(f"{{{name}.{one}}}" for one in parts)
            return _Wrong("N140", f"{what} has no '{part}' to be named", hint)
        table = self.outline.raw.get(PLAYER) if name == PLAYER else self.outline.people[name]
        if part == "name" or (isinstance(table, dict) and table.get(part)):
            return None
        home = "[player]" if name == PLAYER else f"[people.{name}]"
        return _Wrong("N140", f"'{name}' has no {part}", f'add {part} = "…" to {home}')

    def place(self, braced: Braced, name: str, what: str) -> _Wrong | None:
        path = braced.path
        if braced.level is not Braces.STORY:
            return _not_here(name)
        shared = path[0] == "texts" or path[2:3] == ("varies",)
        if what == "a shared text" and shared:
            hint = "write its words here, or put both names where the text is said"
            return _Wrong(
                "N141", f"the shared text '{name}' cannot stand inside another text of its kind", hint
            )
        if what == "pieces that vary" and path[2] not in ("text", "again", "more"):
            hint = "they stand in the scene's text, again and more"
            return _Wrong("N141", f"the pieces '{name}' cannot stand here", hint)
        if what == "the days of the offer" and not self.has_days:
            return _Wrong(
                "N141", "there is no offer whose days could be counted", "add [offer] with its days"
            )
        if what == "a state" and self.outline.states[name] == FLAG and not self.outline.worded(name):
            hint = f'give it words: {name} = {{ start = …, words = ["for false", "for true"] }}'
            return _Wrong("N142", f"'{name}' is true or false, and has no words for it", hint)
        return None

    def agreed(self, braced: Braced, issue: str) -> _Wrong | None:
        terms = self.outline.names.terms
        if not terms:
            return _Wrong("N141", "there is no [deal], so nothing can be agreed on", "take the braces away")
        if issue == LETTER or issue not in terms:
            hint = suggest(issue, [one for one in terms if one != LETTER])
            return _Wrong(
                "N140", f"there is no issue '{issue}' to agree on", hint or "name an issue of [deal]"
            )
        return None if braced.level is Braces.STORY else _not_here(f"agreed({issue})")


def _not_here(name: str) -> _Wrong:
    return _Wrong(
        "N141", f"'{name}' changes while one plays, and this text is the same in every play", _WHERE
    )


def _stray(braced: Braced, stray: Stray) -> Finding:
    if stray.brace == "{":
        wrong = _Wrong(
            "N143", "this brace is never closed", "close it with }; for a brace itself write two: {{"
        )
    else:
        wrong = _Wrong(
            "N143", "this brace was never opened", "open it with {; for a brace itself write two: }}"
        )
    return _finding(wrong, braced.path, stray.at, 1)


def _finding(wrong: _Wrong, path: Path, at: int, length: int) -> Finding:
    return Finding(
        wrong.code, Severity.ERROR, wrong.message, path, wrong.hint, where="value", offset=at, extent=length
    )


def _words(outline: Outline, found: Collector) -> None:
    """Words of states that are too few or too many."""
    for name, var in tables(outline.raw.get("state")):
        listed = var.get("words")
        if name in outline.uncertain or not isinstance(listed, list) or not listed:
            continue
        path, count = ("state", name, "words"), len(listed)
        values = outline.states[name]
        if values and count != len(values):
            of = "false and true" if values == FLAG else "the words in one_of"
            message = f"'{name}' has {len(values)} values and {count} words for them"
            found.error("N146", message, path, f"write one for each of {of}, in this order", where="value")
        low, high = var.get("min"), var.get("max")
        if not values and isinstance(low, int) and isinstance(high, int) and low <= high < low + count - 1:
            message = f"'{name}' has {high - low + 1} values and {count} words for them"
            found.error("N146", message, path, "take words away: each needs a value", where="value")
