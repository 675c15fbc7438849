"""The declared states: how they start, and whether what is changed and set fits them."""

from typing import TypeGuard

from negotiator.scenario.findings import Collector, Path, Related
from negotiator.scenario.meaning import FLAG, suggest
from negotiator.scenario.outline import Outline, Table, tables
from negotiator.scenario.wording import listing, said


def check_state(outline: Outline, found: Collector) -> None:
    """Every start, change and set that does not fit its state."""
    _starts(outline, found)
    for deed in outline.deeds():
        for name, path in _named(deed.table, "change", deed.path):
            if not _declared(name, path, outline, found):
                continue
            if (words := outline.states[name]) and name not in outline.uncertain:
                kind = "true or false" if words == FLAG else "a word"
                message = f"'{name}' is {kind}, and only numbers can change by an amount"
                also = (Related(("state", name), "declared here"),)
                found.error("N118", message, path, "write it under `set` with its new value", also=also)
        for name, path in _named(deed.table, "set", deed.path):
            if _declared(name, path, outline, found) and name not in outline.uncertain:
                value = _entry(deed.table, "set", name)
                if mend := _misfit(outline, name, value):
                    also = (Related(("state", name), "declared here"),)
                    found.error(
                        "N119", f"'{name}' cannot be {said(value)}", path, mend, where="value", also=also
                    )


def _starts(outline: Outline, found: Collector) -> None:
    for name, var in tables(outline.raw.get("state")):
        start, low, high = var.get("start"), var.get("min"), var.get("max")
        words = outline.states[name]
        path: Path = ("state", name)
        if isinstance(low, int) and isinstance(high, int) and low > high:
            message = f"the lowest value of '{name}' is above its highest"
            also = (Related((*path, "max"), "the highest", "value"),)
            found.error("N117", message, (*path, "min"), "swap min and max", where="value", also=also)
        elif words not in ((), FLAG) and isinstance(start, str) and start not in words:
            hint = suggest(start, words) or f"it can be: {listing(words)}"
            found.error("N117", f"'{name}' cannot start as '{start}'", (*path, "start"), hint, where="value")
        elif _is_number(start) and _is_number(low) and _is_number(high) and not low <= start <= high:
            message = f"'{name}' starts at {said(start)}, outside its bounds"
            hint = f"it goes from {said(low)} to {said(high)}"
            over = ("max", "the highest") if start > high else ("min", "the lowest")
            also = (Related((*path, over[0]), over[1], "value"),)
            found.error("N117", message, (*path, "start"), hint, where="value", also=also)
        if len(set(words)) < len(words):
            at = next(at for at, word in enumerate(words) if word in words[:at])
            message = f"the list of '{name}' has a word twice"
            also = (Related((*path, "one_of", words.index(words[at])), "first here", "value"),)
            found.error(
                "N117", message, (*path, "one_of", at), "take one of them away", where="value", also=also
            )


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _named(table: Table, key: str, path: Path) -> list[tuple[str, Path]]:
    value = table.get(key)
    return [(name, (*path, key, name)) for name in value] if isinstance(value, dict) else []


def _entry(table: Table, key: str, name: str) -> object:
    value = table.get(key)
    return value.get(name) if isinstance(value, dict) else None


def _declared(name: str, path: Path, outline: Outline, found: Collector) -> bool:
    if name in outline.states or "state" in outline.unsure:
        return name in outline.states
    message = f"there is no state '{name}'"
    found.error("N107", message, path, lambda: suggest(name, outline.states) or "declare it under [state]")
    return False


def _misfit(outline: Outline, name: str, value: object) -> str:
    """How to mend a value that a state cannot have; empty when it fits or its type has been reported."""
    words = outline.states[name]
    if not isinstance(value, bool | int | str):
        return ""
    if words == FLAG:
        return "" if isinstance(value, bool) else "write true or false, without quotation marks"
    if words:
        if value in words:
            return ""
        near = suggest(value, words) if isinstance(value, str) else ""
        return near or f"it can be: {listing(words)}"
    if isinstance(value, bool | str):
        return "it is a number: write one, without quotation marks"
    state = outline.raw.get("state")
    var = state.get(name) if isinstance(state, dict) else None
    low, high = (var.get("min"), var.get("max")) if isinstance(var, dict) else (None, None)
    if _is_number(low) and _is_number(high) and low <= high and not low <= value <= high:
        return f"it goes from {said(low)} to {said(high)}"
    return ""
