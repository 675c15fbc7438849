"""The raw tables right after the parser: control characters are taken out of texts, endless numbers refused."""

from negotiator.scenario.findings import Collector, Finding, Path, Severity
from negotiator.scenario.text import UNSAFE, clean

LARGEST = 2**63
"""TOML's whole numbers have 64 bits; the parser takes any."""


def clean_tables(raw: dict[str, object], found: Collector) -> None:
    """Change `raw` in place so that nothing in it can act on a terminal or take for ever to print."""
    work: list[tuple[Path, dict[str, object] | list[object]]] = [((), raw)]
    while work:
        path, table = work.pop()
        entries = table.items() if isinstance(table, dict) else enumerate(table)
        changed: list[tuple[str | int, object]] = []
        for key, value in entries:
            if isinstance(value, str):
                if match := UNSAFE.search(value):
                    changed.append((key, clean(value)))
                    _report(value, match.start(), (*path, key), found)
            elif isinstance(value, dict | list):
                work.append(((*path, key), value))
            elif isinstance(value, int) and not -LARGEST <= value < LARGEST:
                changed.append((key, 0))
                found.error(
                    "N110", "this number is too large", (*path, key), "nine digits are plenty", where="value"
                )
        for key, value in changed:
            table[key] = value  # type: ignore[index]  # the key has just come from this very table


def _report(value: str, at: int, path: Path, found: Collector) -> None:
    count = len(UNSAFE.findall(value))
    what = (
        "a character that is not shown was" if count == 1 else f"{count} characters that are not shown were"
    )
    found.add(
        Finding(
            "N030",
            Severity.WARNING,
            f"{what} taken out of this text (the first is U+{ord(value[at]):04X})",
            path,
            "delete it here, or type the text again",
            where="value",
            offset=at,
            extent=1,
        )
    )
