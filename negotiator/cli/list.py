"""`negotiator list`: the scenarios that can be played, with their length."""

import argparse

from negotiator.cli.output import document, say, table
from negotiator.errors import Exit
from negotiator.runs.library import Entry, entries
from negotiator.runs.measures import Length, length_of
from negotiator.runs.places import cache_folder, own_scenarios


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """List them."""
    cache = cache_folder()
    listed = [(entry, length_of(entry, cache)) for entry in entries()]
    if args.format == "json":
        document([_data(entry, length) for entry, length in listed])
        return Exit.OK
    playable = [(entry, length) for entry, length in listed if not length.trouble]
    if playable:
        rows = [(one.id, one.title, f"{long.minutes} min", one.difficulty) for one, long in playable]
        say(*table(rows, ("ID", "TITLE", "LENGTH", "DIFFICULTY")), "", "Play one: negotiator play ID")
    else:
        say(f"There are no scenarios yet. Put some into {own_scenarios()}.")
    for entry, length in listed:
        if length.trouble:
            say("", f"{entry.path} cannot be played. {length.trouble}")
    return Exit.OK


def _data(entry: Entry, length: Length) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "summary": entry.summary,
        "difficulty": entry.difficulty,
        "minutes": length.minutes,
        "scenes": length.scenes,
        "choices": length.choices,
        "endings": length.endings,
        "words": length.words,
        "path": str(entry.path),
        "trouble": length.trouble,
    }
