"""What names refer to: targets, people, facts, states, conditions, and who stands in which scene.

It walks the raw tables, so that a mistake of shape in one place hides no mistake of names in another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from negotiator.scenario.conditions import ConditionError, parse
from negotiator.scenario.findings import Finding, KeyPath, error, warning
from negotiator.scenario.meaning import FLAG, Names, resolve, suggest
from negotiator.scenario.models import HERE, STAGES

RESERVED = {"and", "or", "not", "true", "false", "stage", "reached", "days-left", "knows", "visited", "visits", "chose"}
Raw = Mapping[str, Any]


def table(value: object) -> Raw:
    """A table, or an empty one where the file has something else."""
    return value if isinstance(value, dict) else {}


def tables(value: object) -> Iterator[tuple[str, Raw]]:
    """The named tables in a table."""
    return ((name, one) for name, one in table(value).items() if isinstance(one, dict))


def words(value: object) -> Iterator[tuple[int, str]]:
    """The texts of a list with their positions."""
    return ((at, one) for at, one in enumerate(value if isinstance(value, list) else []) if isinstance(one, str))


def choices(raw: Raw) -> Iterator[tuple[str, Raw, str, Raw, KeyPath]]:
    """Scene id, scene, choice id, choice and path of every choice."""
    for sid, scene in tables(raw.get("scenes")):
        for cid, choice in tables(scene.get("choices")):
            yield sid, scene, cid, choice, ("scenes", sid, "choices", cid)


def name_findings(raw: Raw) -> list[Finding]:
    """Everything that is wrong with the names of a file."""
    return _Names(raw).findings()


class _Names:
    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.scenes = table(raw.get("scenes"))
        self.endings = table(raw.get("endings"))
        self.people = table(raw.get("people"))
        self.facts = table(raw.get("facts"))
        self.states = {name: _words_of(var) for name, var in table(raw.get("state")).items()}
        self.targets = [*self.scenes, *self.endings]
        self.names = Names(
            states=self.states,
            facts=self.facts,
            scenes=self.scenes,
            choices={f"{sid}.{cid}" for sid, scene in tables(self.scenes) for cid in table(scene.get("choices"))},
        )
        self.found: list[Finding] = []
        self.hints = 0

    def findings(self) -> list[Finding]:
        self.target(self.raw.get("start"), ("start",), scenes_only=True)
        offer = table(self.raw.get("offer"))
        self.target(offer.get("on_expired"), ("offer", "on_expired"))
        self.person(offer.get("from"), ("offer", "from"))
        for fid, fact in tables(self.facts):
            for at, pid in words(fact.get("known_by")):
                self.person(pid, ("facts", fid, "known_by", at))
            if not fact.get("known_by") and not fact.get("found"):
                hint = 'add known_by = ["…"], or found = "where" for what no person tells'
                self.found.append(error("N116", f"nobody knows the fact '{fid}'", ("facts", fid), hint))
        for name in self.states:
            if name in RESERVED:
                path = ("state", name)
                self.found.append(error("N114", f"'{name}' has a meaning of its own in conditions", path, "choose another name"))
            self.state(name, table(self.raw.get("state"))[name])
        for sid, scene in tables(self.scenes):
            self.scene(sid, scene)
        for sid, scene, _, choice, path in choices(self.raw):
            self.choice(scene, sid, choice, path)
        for eid, ending in tables(self.endings):
            self.pieces(ending.get("more"), ("endings", eid, "more"))
            if eid in self.scenes:
                path = ("endings", eid)
                self.found.append(error("N115", f"'{eid}' is a scene and an ending", path, "give one of them another id"))
        self.renamed()
        return self.found

    def hint(self, name: str, known: Any, otherwise: str) -> str:
        """A suggestion, as long as there are not too many to look for."""
        self.hints += 1
        return (suggest(name, known) if self.hints <= 100 else "") or otherwise

    def target(self, goto: object, path: KeyPath, *, scenes_only: bool = False) -> None:
        if not isinstance(goto, str):
            return
        known = self.scenes if scenes_only else self.targets
        if goto in self.scenes or (not scenes_only and goto in self.endings):
            return
        if goto == HERE and path[-1] == "goto":
            return
        what = "scene" if scenes_only else "scene or ending"
        otherwise = f"scenes are the tables named [scenes.…]; this file has {len(self.scenes)} of them"
        self.found.append(error("N110", f"there is no {what} '{goto[:60]}'", path, self.hint(goto, known, otherwise)))

    def person(self, pid: object, path: KeyPath) -> None:
        if isinstance(pid, str) and pid not in self.people:
            hint = self.hint(pid, self.people, "people are the tables named [people.…]")
            self.found.append(error("N111", f"there is nobody called '{pid[:60]}'", path, hint))

    def state(self, name: str, var: object) -> None:
        shape = table(var)
        start, path = shape.get("start"), ("state", name, "start")
        if isinstance(start, str) and isinstance(shape.get("one_of"), list) and start not in shape["one_of"]:
            hint = f"it can be: {', '.join(map(str, shape['one_of'][:12]))}"
            self.found.append(error("N113", f"{name} starts as '{start[:40]}', which is not in its list", path, hint))
        low, high = shape.get("min"), shape.get("max")
        if _whole(start) and _whole(low) and _whole(high) and not low <= start <= high:
            self.found.append(error("N113", f"{name} starts outside its bounds", path, f"from {low} to {high}"))

    def scene(self, sid: str, scene: Raw) -> None:
        path: KeyPath = ("scenes", sid)
        for at, pid in words(scene.get("with")):
            self.person(pid, (*path, "with", at))
        self.pieces(scene.get("more"), (*path, "more"))
        if not scene.get("choices"):
            hint = f"add one: [scenes.{sid}.choices.some-id]"
            self.found.append(error("N203", f"the scene '{sid}' has no choices", path, hint))
        if sid == HERE:
            self.found.append(error("N114", "a scene cannot be called 'here'", path, "choose another name"))
        present = [pid for _, pid in words(scene.get("with"))]
        if scene.get("stage") == "conversation" and all(pid in self.people for pid in present):
            seats = [table(self.people[pid]).get("seat") for pid in present]
            if seats != ["hiring_manager"]:
                self.conversation(path, present, seats)

    def conversation(self, path: KeyPath, present: list[str], seats: list[object]) -> None:
        other = next((pid for pid, seat in zip(present, seats, strict=True) if seat != "hiring_manager"), "")
        name = table(self.people.get(other)).get("name", other)
        message = f"{name} sits in the conversation" if other else "the conversation is without the hiring manager"
        if not other and present:
            message = "two hiring managers sit in the conversation"
        hint = 'it is with the hiring manager and nobody else: with = ["…"], somebody whose seat is hiring_manager'
        self.found.append(error("N240", message, (*path, "with") if present else path, hint))

    def pieces(self, pieces: object, path: KeyPath) -> None:
        for name, piece in tables(pieces):
            self.condition(piece.get("when"), (*path, name, "when"))

    def condition(self, text: object, path: KeyPath) -> None:
        if not isinstance(text, str):
            return
        try:
            mistakes = resolve(parse(text), self.names)[1]
        except ConditionError as mistake:
            mistakes = [mistake]
            code = "N120"
        else:
            code = ""
        for one in mistakes:
            kind = code or ("N121" if one.undeclared else "N122")
            self.found.append(replace(error(kind, one.message, path, one.hint), inside=(one.at, one.length)))

    def choice(self, scene: Raw, sid: str, choice: Raw, path: KeyPath) -> None:
        name = path[-1]
        if ("say" in choice) == ("do" in choice):
            both = "has both say and do" if "say" in choice else "has neither say nor do"
            hint = "say = for words that are spoken, do = for a deed: exactly one of them"
            self.found.append(error("N117", f"the choice '{name}' {both}", path, hint))
        outcomes = table(choice.get("outcomes"))
        if ("goto" in choice) == bool(outcomes):
            both = "has both goto and outcomes" if outcomes else "leads nowhere"
            hint = 'goto = "…" names a scene, an ending or "here"; outcomes take its place'
            self.found.append(error("N118", f"the choice '{name}' {both}", path, hint))
        if outcomes and all("when" in one for _, one in tables(outcomes)):
            hint = "leave `when` out of the one that may always come"
            message = f"each outcome of '{name}' has a condition, so there may be none to draw"
            self.found.append(error("N119", message, (*path, "outcomes"), hint))
        if "locked" in choice and "when" not in choice:
            hint = "add when = …, or take locked away"
            self.found.append(warning("N241", f"'{name}' has a reason to be locked and no `when`", (*path, "locked"), hint))
        self.condition(choice.get("when"), (*path, "when"))
        self.effects(scene, choice, path)
        for oid, outcome in tables(outcomes):
            self.condition(outcome.get("when"), (*path, "outcomes", oid, "when"))
            self.effects(scene, outcome, (*path, "outcomes", oid))

    def effects(self, scene: Raw, effects: Raw, path: KeyPath) -> None:
        self.target(effects.get("goto"), (*path, "goto"))
        self.pieces(effects.get("replies"), (*path, "replies"))
        for state, by in table(effects.get("change")).items():
            if self.declared(state, (*path, "change", state)) and self.states[state] != () and _whole(by):
                hint = f"use set = {{ {state} = … }}"
                self.found.append(error("N113", f"{state} is no number, so it cannot rise or fall", (*path, "change", state), hint))
        for state, value in table(effects.get("set")).items():
            if self.declared(state, (*path, "set", state)):
                self.fits(state, value, (*path, "set", state))
        present = [pid for _, pid in words(scene.get("with"))]
        for at, fid in words(effects.get("learn")):
            self.learn(fid, present, (*path, "learn", at))

    def declared(self, state: str, path: KeyPath) -> bool:
        if state in self.states:
            return True
        hint = self.hint(state, self.states, f"declare it: [state] {state} = {{ start = 0, min = 0, max = 5 }}")
        self.found.append(replace(error("N121", f"the state '{state}' is not declared", path, hint), at_key=True))
        return False

    def fits(self, state: str, value: object, path: KeyPath) -> None:
        allowed = self.states[state]
        if allowed == FLAG:
            wrong, hint = not isinstance(value, bool), "it is true or false"
        elif allowed:
            wrong, hint = value not in allowed, f"it can be: {', '.join(allowed)}"
        else:
            shape = table(table(self.raw.get("state")).get(state))
            low, high = shape.get("min"), shape.get("max")
            inside = _whole(value) and _whole(low) and _whole(high) and low <= value <= high
            wrong, hint = not inside, f"it is a whole number from {low} to {high}"
        if wrong and isinstance(value, bool | int | str):
            self.found.append(error("N113", f"{state} can never be {str(value)[:40]!r}", path, hint))

    def learn(self, fid: str, present: list[str], path: KeyPath) -> None:
        if fid not in self.facts:
            hint = self.hint(fid, self.facts, "facts are the tables named [facts.…]")
            self.found.append(error("N112", f"there is no fact '{fid[:60]}'", path, hint))
            return
        fact = table(self.facts[fid])
        owners = [pid for _, pid in words(fact.get("known_by"))]
        if fact.get("found") or not owners or set(owners) & set(present):
            return
        who = " or ".join(str(table(self.people.get(pid)).get("name", pid)) for pid in owners[:3])
        hint = f"{who} knows it: let them be there (with), add somebody to its known_by, or say where it is found"
        self.found.append(error("N242", f"nobody in this scene knows '{fid}'", path, hint))

    def renamed(self) -> None:
        """Old names must be free, and claimed once."""
        for group in ("scenes", "endings"):
            seen: set[str] = set()
            for tid, one in tables(self.raw.get(group)):
                self.old(one, set(self.targets), seen, (group, tid, "renamed_from"))
        for sid, scene in tables(self.scenes):
            seen = set()
            for cid, choice in tables(scene.get("choices")):
                live = set(table(scene.get("choices")))
                self.old(choice, live, seen, ("scenes", sid, "choices", cid, "renamed_from"))

    def old(self, one: Raw, live: set[str], seen: set[str], path: KeyPath) -> None:
        for at, name in words(one.get("renamed_from")):
            if name in live or name in seen:
                why = "is still in use" if name in live else "is claimed twice"
                hint = "an old name can lead to one new place only"
                self.found.append(error("N123", f"the old name '{name}' {why}", (*path, at), hint))
            seen.add(name)


def _words_of(var: object) -> tuple[str, ...]:
    """The words of a state as declared, FLAG for a flag, () for a number."""
    if isinstance(var, bool) or isinstance(table(var).get("start"), bool):
        return FLAG
    listed = table(var).get("one_of")
    return tuple(word for _, word in words(listed)) if listed is not None else ()


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def stage_of(scene: Raw) -> int:
    """The stage of a raw scene, 0 to 3."""
    stage = scene.get("stage", STAGES[0])
    return STAGES.index(stage) if stage in STAGES else 0
