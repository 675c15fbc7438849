"""Chooses what the counterpart says: the author's own words where there are any, else the bank's."""

import re
from collections.abc import Mapping, Sequence

from negotiator.game.speech.bank import LINES
from negotiator.game.speech.filling import SLOT, fill
from negotiator.game.speech.situations import SLOTS, Mood, Situation

KEYS: Mapping[str, Situation] = {situation.value: situation for situation in Situation} | {
    f"{situation}-{mood}": situation for situation in Situation for mood in Mood
}
"""What an author may name a list of lines: a situation, or a situation in one mood."""

_BRACES = re.compile(r"\{([^{}\n]*)\}")


def line(
    own: Mapping[str, Sequence[str]],
    situation: Situation,
    mood: Mood,
    *,
    start: int,
    number: int,
    slots: Mapping[str, str],
) -> str:
    """
    What is said. The author's lines for the situation in this mood come first, then those for the situation,
    then the bank's. A line with a slot that has nothing to put in is passed over while any list has another.

    own: the author's lines by key, see KEYS
    start: a number drawn for this talk; number: how often this situation has been spoken to before in it.
        Lines are said in turn from there, so none comes back before its list is used up
    slots: the words to put in, see SLOTS; what is missing counts as empty
    """
    lists = [own.get(f"{situation}-{mood}", ()), own.get(situation, ()), LINES[situation, mood]]
    usable = [[each for each in lines if not _lacks(each, situation, slots)] for lines in lists]
    lines = next((some for some in (*usable, *lists) if some), ())
    return fill(lines[(start + number) % len(lines)], SLOTS[situation], slots)


def check_keys(own: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """What is wrong with an author's lines, as (key, why): names of no situation, slots that nobody fills."""
    return [(key, why) for key, lines in own.items() for why in _faults(key, lines)]


def _lacks(each: str, situation: Situation, slots: Mapping[str, str]) -> bool:
    """Whether the line has a slot that is known here and has nothing to put in."""
    return any(name in SLOTS[situation] and not slots.get(name, "").strip() for name in SLOT.findall(each))


def _faults(key: str, lines: Sequence[str]) -> list[str]:
    if key not in KEYS:
        from difflib import get_close_matches  # some milliseconds, and only for a slip

        near = get_close_matches(key, KEYS, n=1)
        return ["no situation at the table has this name" + (f', is "{near[0]}" meant?' if near else "")]
    known = SLOTS[KEYS[key]]
    unknown = sorted({name for each in lines for name in _BRACES.findall(each)} - known)
    can = "it has " + ", ".join(f"{{{name}}}" for name in sorted(known)) if known else "it has no slots"
    return [f"nothing is filled in for {{{name}}} here; {can}" for name in unknown]
