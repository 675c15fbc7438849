"""What the names of a deal refer to: issues, their options, and what each side has elsewhere."""

from collections.abc import Iterator

from negotiator.scenario.findings import Collector, Path, Related
from negotiator.scenario.meaning import LETTER, STRUCTURE, suggest
from negotiator.scenario.outline import Outline, Table, keys, strings, tables


def check_deal(outline: Outline, found: Collector) -> None:
    """Everything that is wrong with the names of [deal], with the tables in the story and what lifts limits."""
    deal = outline.deal
    _lifts(outline, found)
    _tables(outline, found)
    if not deal:
        return
    for name in keys(deal.get("issues")):
        if name in (STRUCTURE, LETTER):
            message = f"'{name}' is a word of agreed( ) and cannot name an issue"
            found.error("N115", message, ("deal", "issues", name), "choose another name")
    _counterpart(outline, found)
    issues = {name: keys(issue.get("options")) for name, issue in tables(deal.get("issues"))}
    for path, name, options in _lists(deal):
        _known(issues, path, name, options, found)
    _letter(deal, found)
    _alternatives(deal, found)


def _lists(deal: Table) -> Iterator[tuple[Path, str, list[tuple[Path, str]]]]:
    """Each mention of an issue with the options it names: path, issue, and path and id of each option."""
    for kind, key in (("structures", "only"), ("limits", "options")):
        for name, table in tables(deal.get(kind)):
            for issue in keys(table.get(key)):
                path: Path = ("deal", kind, name, key, issue)
                listed = table[key]
                named = [
                    ((*path, at), one)
                    for at, one in strings(listed[issue] if isinstance(listed, dict) else ())
                ]
                yield path, issue, named
    for name, joint in tables(deal.get("joints")):
        options = joint.get("options")
        for issue, option in (options if isinstance(options, dict) else {}).items():
            path = ("deal", "joints", name, "options", issue)
            yield path, issue, [(path, option)] if isinstance(option, str) else []


def _known(
    issues: dict[str, tuple[str, ...]],
    path: Path,
    issue: str,
    options: list[tuple[Path, str]],
    found: Collector,
) -> None:
    if issue not in issues:
        hint = suggest(issue, issues) or "issues are the tables named [deal.issues.…]"
        found.error("N130", f"there is no issue '{issue}' in this deal", path, hint)
        return
    for where, option in options:
        if option not in issues[issue]:
            hint = suggest(option, issues[issue]) or f"it has: {', '.join(issues[issue][:12])}"
            found.error("N131", f"the issue '{issue}' has no option '{option}'", where, hint, where="value")


def _letter(deal: Table, found: Collector) -> None:
    for name, issue in tables(deal.get("issues")):
        offered = [option for option, made in tables(issue.get("options")) if made.get("offered") is True]
        if len(offered) > 1:
            path = ("deal", "issues", name, "options", offered[1], "offered")
            hint = f"keep it on one of them: {', '.join(offered)}"
            also = (Related((*path[:-2], offered[0], "offered"), "offered here first"),)
            found.error(
                "N132", f"the letter offers {len(offered)} options of '{name}'", path, hint, also=also
            )


def _alternatives(deal: Table, found: Collector) -> None:
    for side, one in tables(deal.get("alternatives")):
        if side in ("you", "them") and ("worth" in one) == ("points" in one):
            hint = "worth = is a share of its best package here, points = an absolute number: exactly one of them"
            found.error(
                "N133", f"the alternative of '{side}' has no one worth", ("deal", "alternatives", side), hint
            )


def _lifts(outline: Outline, found: Collector) -> None:
    limits = keys(outline.deal.get("limits"))
    for deed in outline.deeds():
        for at, name in strings(deed.table.get("lift")):
            if name not in limits:
                hint = suggest(name, limits) or "limits are the tables named [deal.limits.…]"
                path = (*deed.path, "lift", at)
                found.error("N135", f"there is no limit '{name}' in this deal", path, hint, where="value")


def _counterpart(outline: Outline, found: Collector) -> None:
    table = outline.deal.get("counterpart")
    if not isinstance(table, dict):
        return
    path: Path = ("deal", "counterpart")
    who, trust = table.get("who"), table.get("trust_from")
    if isinstance(who, str) and who not in outline.people and "people" not in outline.unsure:
        hint = suggest(who, outline.people) or "people are the tables named [people.…]"
        found.error("N105", f"there is no person '{who}'", (*path, "who"), hint, where="value")
    if not isinstance(trust, str) or "state" in outline.unsure or trust in outline.uncertain:
        return
    if trust not in outline.states:
        hint = suggest(trust, outline.states) or "declare it under [state]"
        found.error("N107", f"there is no state '{trust}'", (*path, "trust_from"), hint, where="value")
    elif outline.states[trust]:
        hint = "name a number: trust = { start = 0, min = -2, max = 2 }"
        message = f"trust cannot come from '{trust}', which is no number"
        found.error("N119", message, (*path, "trust_from"), hint, where="value")


def _tables(outline: Outline, found: Collector) -> None:
    """Scenes with `bargain`: somebody has to sit there, and every way out has to lead somewhere."""
    places = {**outline.scenes, **outline.endings}
    for sid, scene in outline.scenes.items():
        bargain = scene.get("bargain")
        if not isinstance(bargain, dict):
            continue
        path: Path = ("scenes", sid, "bargain")
        for exit_, target in bargain.items():
            if (
                isinstance(target, str)
                and target not in places
                and not outline.unsure & {"scenes", "endings"}
            ):
                hint = suggest(target, places) or "name a scene or an ending"
                found.error(
                    "N104", f"there is no scene or ending '{target}'", (*path, exit_), hint, where="value"
                )
        if message := _no_table(outline, scene):
            found.error("N134", f"at '{sid}' nothing can be negotiated: {message[0]}", path, message[1])


def _no_table(outline: Outline, scene: Table) -> tuple[str, str] | None:
    """Why nobody can bargain in a scene, and the mend; None when they can, or when [deal] has a mistake of its own."""
    if not outline.deal:
        if "deal" in outline.raw:
            return None
        return "there is no [deal]", "add [deal] with its issues, or take `bargain` away"
    who = outline.names.counterpart
    if not who:
        if "counterpart" in outline.deal:
            return None
        return "nobody sits across the table", 'add [deal.counterpart] with who = "…"'
    if scene.get("stage", "candidate") == "candidate":
        return "there is no written offer yet", 'give the scene stage = "conversation"'
    present = [name for _, name in strings(scene.get("with"))]
    if who in outline.people and who not in present:
        return f"'{who}' is not there", f'write with = ["{who}"]'
    return None
