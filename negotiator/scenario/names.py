"""What names refer to: targets, people, facts, states, conditions, and who stands in which scene.

It walks the raw tables, so that a mistake of shape in one place hides no mistake of names in another. Where
another mistake leaves open what is meant, nothing is said.
"""

from collections.abc import Collection
from dataclasses import replace

from negotiator.scenario.findings import Finding, KeyPath, error, warning
from negotiator.scenario.meaning import FLAG
from negotiator.scenario.models import HERE
from negotiator.scenario.raw import Raw, choices, table, tables, whole, words
from negotiator.scenario.roster import SEATS, Roster

RESERVED = {"and", "or", "not", "true", "false", "stage", "reached", "days-left", "knows", "visited", "visits", "chose"}


def name_findings(raw: Raw) -> list[Finding]:
    """Everything that is wrong with the names of a file."""
    return _Names(raw).findings()


class _Names:
    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.roster = Roster(raw)
        self.found: list[Finding] = []

    def wrong(self, code: str, message: str, path: KeyPath, hint: str = "") -> None:
        self.found.append(error(code, message, path, hint))

    def findings(self) -> list[Finding]:
        roster = self.roster
        self.start()
        offer = table(self.raw.get("offer"))
        self.target(offer.get("on_expired"), ("offer", "on_expired"))
        self.person(offer.get("from"), ("offer", "from"))
        for fid, fact in tables(roster.facts):
            self.fact(fid, fact)
        for name, var in roster.declared.items():
            self.state(name, table(var))
        for sid, scene in tables(roster.scenes):
            self.scene(sid, scene)
        for _, scene, _, choice, path in choices(self.raw):
            self.choice(scene, choice, path)
        for eid, ending in tables(roster.endings):
            self.pieces(ending.get("more"), ("endings", eid, "more"))
            if eid in roster.scenes:
                self.wrong("N115", f"'{eid}' is a scene and an ending", ("endings", eid), "give one of them another id")
        for group in ("scenes", "endings"):
            if HERE in table(self.raw.get(group)):
                hint = "choose another name: goto = \"here\" means to stay"
                self.wrong("N114", f"'{HERE}' has a meaning of its own", (group, HERE), hint)
        self.renamed()
        return self.found

    def start(self) -> None:
        start, roster = self.raw.get("start"), self.roster
        if not isinstance(start, str) or start in roster.scenes or "scenes" in roster.unsure:
            return
        otherwise = f"scenes are the tables named [scenes.…]; this file has {len(roster.scenes)} of them"
        hint = "a story starts in a scene" if start in roster.endings else roster.hint(start, roster.scenes, otherwise)
        message = f"'{start}' is an ending" if start in roster.endings else f"there is no scene '{_cut(start)}'"
        self.wrong("N110", message, ("start",), hint)

    def target(self, goto: object, path: KeyPath) -> None:
        roster = self.roster
        if not isinstance(goto, str) or goto in roster.scenes or goto in roster.endings:
            return
        if (goto == HERE and path[-1] == "goto") or roster.unsure & {"scenes", "endings"}:
            return
        otherwise = f"scenes are the tables named [scenes.…]; this file has {len(roster.scenes)} of them"
        hint = roster.hint(goto, roster.targets, otherwise)
        self.wrong("N110", f"there is no scene or ending '{_cut(goto)}'", path, hint)

    def person(self, pid: object, path: KeyPath) -> None:
        roster = self.roster
        if isinstance(pid, str) and pid not in roster.people and "people" not in roster.unsure:
            hint = roster.hint(pid, roster.people, "people are the tables named [people.…]")
            self.wrong("N111", f"there is nobody called '{_cut(pid)}'", path, hint)

    def fact(self, fid: str, fact: Raw) -> None:
        path = ("facts", fid)
        for at, pid in words(fact.get("known_by")):
            self.person(pid, (*path, "known_by", at))
        if fact.get("known_by", []) == [] and fact.get("found", "") == "":
            hint = 'add known_by = ["…"], or found = "where" for what no person tells'
            self.wrong("N116", f"nobody knows the fact '{fid}'", path, hint)

    def state(self, name: str, shape: Raw) -> None:
        if name in RESERVED:
            self.wrong("N114", f"'{name}' has a meaning of its own in conditions", ("state", name), "choose another name")
        if name in self.roster.vague:
            return
        start, path = shape.get("start"), ("state", name, "start")
        if isinstance(start, str) and start not in self.roster.states[name]:
            hint = self.roster.hint(start, self.roster.states[name], f"it can be: {_listed(self.roster.states[name])}")
            self.wrong("N113", f"'{name}' starts as '{_cut(start)}', which is not in its list", path, hint)
        low, high = shape.get("min"), shape.get("max")
        if whole(start) and whole(low) and whole(high):
            if low > high:
                self.wrong("N113", f"the bounds of '{name}' are the wrong way round", path[:2], "min is the smaller one")
            elif not low <= start <= high:
                self.wrong("N113", f"'{name}' starts outside its bounds", path, f"it goes from {low} to {high}")

    def scene(self, sid: str, scene: Raw) -> None:
        path: KeyPath = ("scenes", sid)
        for at, pid in words(scene.get("with")):
            self.person(pid, (*path, "with", at))
        self.pieces(scene.get("more"), (*path, "more"))
        if scene.get("choices", {}) == {}:
            hint = f"add one: [scenes.{sid}.choices.some-id]"
            self.wrong("N203", f"the scene '{sid}' has no choices", path, hint)
        present = _present(scene)
        if scene.get("stage") == "conversation" and present is not None and not self.roster.strangers(present):
            self.conversation(path, present)

    def conversation(self, path: KeyPath, present: list[str]) -> None:
        seats = [self.roster.seat(pid) for pid in present]
        if seats == ["hiring_manager"] or not SEATS.issuperset(seat if isinstance(seat, str) else "" for seat in seats):
            return
        other = next((pid for pid, seat in zip(present, seats, strict=True) if seat != "hiring_manager"), "")
        message = f"{self.roster.name(other)} sits in the conversation"
        if not other:
            message = "more than one hiring manager sits" if present else "nobody sits"
            message += " in the conversation"
        hint = 'it is with the hiring manager and nobody else: with = ["…"], somebody whose seat is hiring_manager'
        self.wrong("N240", message, (*path, "with") if present else path, hint)

    def pieces(self, pieces: object, path: KeyPath) -> None:
        for name, piece in tables(pieces):
            self.condition(piece.get("when"), (*path, name, "when"))

    def condition(self, text: object, path: KeyPath) -> None:
        if isinstance(text, str):
            for code, one in self.roster.condition(text):
                self.found.append(replace(error(code, one.message, path, one.hint), inside=(one.at, one.length)))

    def choice(self, scene: Raw, choice: Raw, path: KeyPath) -> None:
        name = path[-1]
        if ("say" in choice) == ("do" in choice):
            both = "has both say and do" if "say" in choice else "has neither say nor do"
            hint = "say = for words that are spoken, do = for a deed: exactly one of them"
            self.wrong("N117", f"the choice '{name}' {both}", path, hint)
        outcomes = choice.get("outcomes", {})
        if ("goto" in choice) == (outcomes != {}):
            both = "has both goto and outcomes" if outcomes else "leads nowhere"
            hint = 'goto = "…" names a scene, an ending or "here"; outcomes take its place'
            self.wrong("N118", f"the choice '{name}' {both}", path, hint)
        conditional = ["when" in table(one) for one in table(outcomes).values()]
        if conditional and all(conditional):
            hint = "leave `when` out of the one that may always come"
            message = f"each outcome of '{name}' has a condition, so there may be none to draw"
            self.wrong("N119", message, (*path, "outcomes"), hint)
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
            here = (*path, "change", state)
            if self.declared(state, here) and self.roster.states[state] != () and whole(by):
                hint = f"use set = {{ {state} = … }}"
                self.wrong("N113", f"'{state}' is no number, so it cannot rise or fall", here, hint)
        for state, value in table(effects.get("set")).items():
            if self.declared(state, (*path, "set", state)):
                self.fits(state, value, (*path, "set", state))
        for at, fid in words(effects.get("learn")):
            self.learn(fid, _present(scene), (*path, "learn", at))

    def declared(self, state: str, path: KeyPath) -> bool:
        """Whether a state is declared, and well enough to say what fits it."""
        roster = self.roster
        if state in roster.states or "state" in roster.unsure:
            return state in roster.states and state not in roster.vague
        hint = roster.hint(state, roster.states, f"declare it: [state] {_cut(state)} = {{ start = 0, min = 0, max = 5 }}")
        found = error("N121", f"the state '{_cut(state)}' is not declared", path, hint)
        self.found.append(replace(found, at_key=True))
        return False

    def fits(self, state: str, value: object, path: KeyPath) -> None:
        allowed = self.roster.states[state]
        if not isinstance(value, bool | int | str):
            return
        if allowed == FLAG:
            wrong, hint = not isinstance(value, bool), "it is true or false, without quotation marks"
        elif allowed:
            wrong, otherwise = value not in allowed, f"it can be: {_listed(allowed)}"
            hint = self.roster.hint(value, allowed, otherwise) if wrong and isinstance(value, str) else otherwise
        else:
            shape = table(self.roster.declared[state])
            wrong = not (whole(value) and shape["min"] <= value <= shape["max"])
            hint = f"it is a whole number from {shape['min']} to {shape['max']}, without quotation marks"
        if wrong:
            said = str(value).lower() if isinstance(value, bool) else _cut(str(value))
            self.wrong("N113", f"'{state}' can never be '{said}'", path, hint)

    def learn(self, fid: str, present: list[str] | None, path: KeyPath) -> None:
        roster = self.roster
        if fid not in roster.facts:
            if "facts" not in roster.unsure:
                hint = roster.hint(fid, roster.facts, "facts are the tables named [facts.…]")
                self.wrong("N112", f"there is no fact '{_cut(fid)}'", path, hint)
            return
        owners = roster.owners(fid)
        if table(roster.facts[fid]).get("found") or not owners or present is None:
            return
        if roster.strangers([*owners, *present]) or set(owners) & set(present):
            return
        who = " or ".join(roster.name(pid) for pid in owners[:3])
        hint = f"{who} knows it: let them be there (with), add somebody to its known_by, or say where it is found"
        self.wrong("N242", f"nobody in this scene knows '{fid}'", path, hint)

    def renamed(self) -> None:
        """Old names must be free, and claimed once."""
        targets = set(self.roster.targets)
        seen: set[str] = set()
        for group in ("scenes", "endings"):
            for tid, one in tables(self.raw.get(group)):
                self.old(one, targets, seen, (group, tid, "renamed_from"))
        for sid, scene in tables(self.roster.scenes):
            seen = set()
            live = table(scene.get("choices")).keys()
            for cid, choice in tables(scene.get("choices")):
                self.old(choice, live, seen, ("scenes", sid, "choices", cid, "renamed_from"))

    def old(self, one: Raw, live: Collection[str], seen: set[str], path: KeyPath) -> None:
        for at, name in words(one.get("renamed_from")):
            if name in live or name in seen:
                why = "is still in use" if name in live else "is claimed twice"
                hint = "an old name can lead to one new place only"
                self.wrong("N123", f"the old name '{_cut(name)}' {why}", (*path, at), hint)
            seen.add(name)


def _present(scene: Raw) -> list[str] | None:
    """Who is in a scene, None where the file does not say it as a list."""
    listed = scene.get("with", [])
    present = [pid for _, pid in words(listed)]
    return present if isinstance(listed, list) and len(present) == len(listed) else None


def _cut(name: str) -> str:
    return name if len(name) <= 60 else name[:57] + "…"


def _listed(allowed: tuple[str, ...]) -> str:
    return ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "")
