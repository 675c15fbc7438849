"""What holds of scenes and choices beyond their shape: exactly one of this and that, the arc, who is present."""

from negotiator.scenario.findings import Collector, Path, Related
from negotiator.scenario.models import STAGES
from negotiator.scenario.outline import Deed, Outline, Table, keys, strings, tables

HIRING_MANAGER = "hiring_manager"


def check_story(outline: Outline, troubled: set[Path], found: Collector) -> None:
    """The rules of scenes and choices. Tables in `troubled` have been reported for their shape."""
    for sid, scene in outline.scenes.items():
        path: Path = ("scenes", sid)
        if path in troubled or (*path, "choices") in troubled:
            continue
        if not keys(scene.get("choices")) and "bargain" not in scene:
            hint = f"add [scenes.{sid}.choices.some-name], or make it an ending: [endings.{sid}]"
            found.error("N241", f"the scene '{sid}' has no choices", path, hint)
    _conversations(outline, troubled, found)
    for choice in outline.choices():
        if choice.path not in troubled:
            _one_of_each(choice, found)
    for deed in outline.deeds():
        _arc(deed, outline, found)
    _empty_texts(outline, found)


def _conversations(outline: Outline, troubled: set[Path], found: Collector) -> None:
    for sid, scene in outline.scenes.items():
        present = [name for _, name in strings(scene.get("with"))]
        path: Path = ("scenes", sid)
        if scene.get("stage") != "conversation" or (*path, "with") in troubled:
            continue
        if any(name not in outline.people or ("people", name) in troubled for name in present):
            # Who they are is a mistake of its own.
            continue
        seats = [_seat(outline, name) for name in present]
        if seats == [HIRING_MANAGER]:
            continue
        managers = [name for name in outline.people if _seat(outline, name) == HIRING_MANAGER]
        hint = f'write with = ["{managers[0]}"]' if managers else f'give somebody seat = "{HIRING_MANAGER}"'
        message = "a conversation is held with the hiring manager, and nobody else"
        at: Path = (*path, "with") if "with" in scene else path
        also = tuple(
            Related(("people", name, "seat"), "the seat of somebody who is there", "value")
            for name, seat in zip(present, seats, strict=True)
            if seat != HIRING_MANAGER
        )
        found.error("N240", message, at, hint, where="value", also=also[:2])


def _seat(outline: Outline, name: str) -> object:
    person = outline.people[name]
    return person.get("seat") if isinstance(person, dict) else None


def _one_of_each(choice: Deed, found: Collector) -> None:
    table, path = choice.table, choice.path
    name = path[-1]
    if "say" in table and "do" in table:
        hint = "keep `say` for spoken words or `do` for a deed"
        also = (Related((*path, "say"), "the other of the two"),)
        found.error("N111", f"the choice '{name}' has both say and do", (*path, "do"), hint, also=also)
    elif "say" not in table and "do" not in table:
        hint = 'add say = "…" for spoken words, or do = "…" for a deed'
        found.error("N111", f"the choice '{name}' has neither say nor do", path, hint)
    outcomes = dict(tables(table.get("outcomes")))
    if "goto" in table and outcomes:
        hint = "take away `goto`: every outcome has its own"
        also = (Related((*path, "outcomes", next(iter(outcomes))), "an outcome"),)
        found.error(
            "N112", f"the choice '{name}' has both goto and outcomes", (*path, "goto"), hint, also=also
        )
    elif "goto" not in table and not outcomes:
        hint = 'add goto = "…" with a scene, an ending, or "here"'
        found.error("N112", f"the choice '{name}' leads nowhere", path, hint)
    if outcomes and all("when" in outcome for outcome in outcomes.values()):
        hint = "take `when` away from one, or add one without: something has to happen"
        found.error("N113", f"every outcome of '{name}' has a condition", (*path, "outcomes"), hint)
    if "locked" in table and "when" not in table:
        hint = "add `when`, or take `locked` away"
        found.error(
            "N120",
            f"the choice '{name}' says why it is locked, but not when it opens",
            (*path, "locked"),
            hint,
        )


def _arc(deed: Deed, outline: Outline, found: Collector) -> None:
    stage = _stage(deed.scene)
    if stage < 0:
        return
    path, table = deed.path, deed.table
    target = table.get("goto")
    after = outline.scenes.get(target) if isinstance(target, str) else None
    # A table at the candidate's stage is a mistake of its own.
    if stage > 0 and after is not None and _stage(after) == 0 and "bargain" not in after:
        message = f"'{target}' is a scene of a candidate, and here the offer has been made"
        hint = "what has been offered stays offered: lead to a later scene"
        if "stage" not in after:
            hint = 'without `stage` it is a candidate\'s scene: add stage = "written_offer", or a later one'
        also = (Related(("scenes", str(target)), "a scene of a candidate"),)
        found.warning("N242", message, (*path, "goto"), hint, where="value", also=also)
    days = table.get("days")
    if isinstance(days, int) and days > 0:
        if stage == 0:
            message = "days are counted only once there is a written offer"
            found.warning("N243", message, (*path, "days"), "take `days` away here", where="key")
        elif "offer" not in outline.raw:
            message = "days cost nothing while there is no [offer]"
            found.warning("N243", message, (*path, "days"), "add [offer] with days and on_expired")
    if stage == 0 and table.get("kind") == "counter" and not table.get("premature"):
        message = "a counter before the written offer"
        hint = "if the trap is meant, say so: premature = true"
        found.warning("N246", message, (*path, "kind"), hint, where="value")


def _stage(scene: Table) -> int:
    stage = scene.get("stage", STAGES[0])
    return STAGES.index(stage) if isinstance(stage, str) and stage in STAGES else -1


def _empty_texts(outline: Outline, found: Collector) -> None:
    def check(table: Table, path: Path, *names: str) -> None:
        for name in names:
            if isinstance(value := table.get(name), str) and not value.strip():
                found.warning("N125", f"'{name}' is empty", (*path, name), where="value")

    check(outline.raw, (), "title")
    for sid, scene in outline.scenes.items():
        check(scene, ("scenes", sid), "text")
    for choice in outline.choices():
        check(choice.table, choice.path, "say", "do", "locked")
    for eid, ending in outline.endings.items():
        check(ending, ("endings", eid), "title", "text")
