"""What the names of a deal refer to: issues, their options, and what each side has elsewhere."""

from collections.abc import Iterator

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.meaning import suggest
from negotiator.scenario.outline import Outline, Table, keys, strings, tables


def check_deal(outline: Outline, found: Collector) -> None:
    """Everything that is wrong with the names of [deal]."""
    deal = outline.raw.get("deal")
    if not isinstance(deal, dict):
        return
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
            found.error("N132", f"the letter offers {len(offered)} options of '{name}'", path, hint)


def _alternatives(deal: Table, found: Collector) -> None:
    for side, one in tables(deal.get("alternatives")):
        if side in ("you", "them") and ("worth" in one) == ("points" in one):
            hint = "worth = is a share of its best package here, points = an absolute number: exactly one of them"
            found.error(
                "N133", f"the alternative of '{side}' has no one worth", ("deal", "alternatives", side), hint
            )
