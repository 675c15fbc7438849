"""What of a deal cannot be as it is written: a letter against its own terms, limits for ever, a deal without a table."""

from collections.abc import Iterator

from negotiator.scenario.findings import Collector, Related
from negotiator.scenario.outline import Outline, Table, strings, tables


def check_table(outline: Outline, found: Collector) -> None:
    """Warnings about a deal whose names are all in order."""
    if not outline.deal:
        return
    if not any("bargain" in scene for scene in outline.scenes.values()):
        hint = 'give a scene bargain = { agreed = "…", impasse = "…", withdrawn = "…" }, or take [deal] away'
        found.warning("N250", "no scene is a table at which this deal is negotiated", ("deal",), hint)
    _letter_twice(outline, found)
    _letter_allowed(outline.deal, found)
    _lifted(outline, found)


def _offered(deal: Table) -> Iterator[tuple[str, str, Table]]:
    """Each issue with the option that stands in the letter: the one marked, else the first."""
    for name, issue in tables(deal.get("issues")):
        options = dict(tables(issue.get("options")))
        marked = [option for option, made in options.items() if made.get("offered") is True]
        if options:
            option = (marked or list(options))[0]
            yield name, option, options[option]


def _letter_twice(outline: Outline, found: Collector) -> None:
    offer = outline.raw.get("offer")
    terms = dict(tables(offer.get("terms"))) if isinstance(offer, dict) else {}
    for name, option, made in _offered(outline.deal):
        written, dealt = terms.get(name, {}).get("is"), made.get("is")
        if isinstance(written, str) and isinstance(dealt, str) and _plain(written) != _plain(dealt):
            message = (
                f"the letter says '{written.strip()}' for '{name}', and the deal offers '{dealt.strip()}'"
            )
            path = ("deal", "issues", name, "options", option)
            also = (Related((*path, "is"), "what is offered in the deal", "value"),)
            hint = (
                "say the same in both, or leave the term out of [offer]: the deal lays its own on the letter"
            )
            found.warning("N137", message, ("offer", "terms", name, "is"), hint, where="value", also=also)


def _plain(said: str) -> str:
    return " ".join(said.split()).casefold()


def _letter_allowed(deal: Table, found: Collector) -> None:
    shapes = dict(tables(deal.get("structures")))
    if not shapes:
        return
    shape = next(iter(shapes))
    only = shapes[shape].get("only")
    for name, option, _ in _offered(deal):
        listed = only.get(name) if isinstance(only, dict) else None
        if isinstance(listed, list) and option not in listed:
            message = f"the letter has '{option}' for '{name}', which its own shape '{shape}' does not allow"
            also = (Related(("deal", "issues", name, "options", option), "this stands in the letter"),)
            hint = f"the first structure is the shape of the letter: add {option} to this list"
            path = ("deal", "structures", shape, "only", name)
            found.warning("N139", message, path, hint, where="value", also=also)


def _lifted(outline: Outline, found: Collector) -> None:
    seats = {person.get("seat", "other") for person in outline.people.values()}
    in_story = {name for deed in outline.deeds() for _, name in strings(deed.table.get("lift"))}
    for name, limit in tables(outline.deal.get("limits")):
        able = {seat for _, seat in strings(limit.get("lifted_by"))}
        if name in in_story or able & seats:
            continue
        if able:
            message = f"nobody in this story can lift the limit '{name}': no person has the seat it takes"
            hint = f'give somebody seat = "{min(able)}", or write lifted_by = ["{_highest(seats)}"]'
        else:
            message = f"nobody can lift the limit '{name}': it names no seat, and no choice lifts it"
            hint = f'add lifted_by = ["executive"], or lift = ["{name}"] to a choice'
        at = ("deal", "limits", name, *(("lifted_by",) if "lifted_by" in limit else ()))
        found.warning("N138", message, at, hint, where="value")


def _highest(seats: set[object]) -> str:
    ranked = ("executive", "hiring_manager", "hr", "recruiter", "peer", "other")
    return next((seat for seat in ranked if seat in seats), "executive")
