"""An id gets another name, everywhere in a file; nothing else changes, and the result is proved before it is given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.errors import NegotiatorError
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.loader import Loaded, load_source
from negotiator.scenario.meaning import suggest
from negotiator.scenario.places import Place, find, find_every
from negotiator.scenario.placing import inside
from negotiator.scenario.rendering import short
from negotiator.scenario.source import Unread
from negotiator.scenario.wording import id_hint, is_id
from negotiator.scenario.writing.document import Change, Document, document, rewritten
from negotiator.scenario.writing.mentions import Mention, Mentions
from negotiator.scenario.writing.proof import after_renaming, same_meaning, same_mentions, same_tables
from negotiator.scenario.writing.remembering import remember
from negotiator.scenario.writing.things import REMEMBERED, Thing, called, shown
from negotiator.scenario.writing.tidying import parsed

MOST_LISTED = 12


class NotRenamed(NegotiatorError):
    """It cannot be renamed, and the file is as it was."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file with one id renamed."""

    data: bytes
    """The whole file."""
    thing: Thing
    """As it was called before."""
    new: str
    places: int
    """How many places had its name."""
    remembered: bool
    """Its old id stands under `renamed_from`."""
    errors: int
    """Errors that the file had before, and has still."""
    unread: int
    """Conditions that cannot be read: a name in them stays as it is."""


def rename(file: Document, stem: str, old: str, new: str) -> Renamed:
    """Rename `old` (an id, or a qualified one: hall.ask, people.ana) to `new`; `stem` is the file's name.

    Raises:
        NotRenamed: there is nothing of that name, or more than one; or the new id is not one, or not free.
    """
    raw = _tables(file)
    said = Mentions(raw)
    thing = _meant(old, said.things)
    new = _new_id(thing, old, new, said.things)
    places = said.of(thing)
    changes = _changes(file.source.text, places, thing.id, new)
    remembered = thing.kind in REMEMBERED
    if remembered:
        changes.append(remember(file.source.text, raw, thing, new))
    data = rewritten(file, changes)
    errors = _prove(file, data, stem, said, places, new)
    return Renamed(data, thing, new, len(changes) - remembered, remembered, errors, said.unread)


def _tables(file: Document) -> dict[str, object]:
    raw = parsed(file.source)
    if isinstance(raw, Finding):
        raise NotRenamed(f"{file.source.file} cannot be read, so nothing is renamed in it.", short(raw))
    return raw


def _meant(old: str, things: Sequence[Thing]) -> Thing:
    found = called(old, things)
    if len(found) == 1:
        return found[0]
    if found:
        listed = [f"{shown(one, things)} ({one.kind})" for one in found[:MOST_LISTED]]
        more = f"; and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
        raise NotRenamed(f"'{old}' may mean more than one thing.", f"Say which: {', '.join(listed)}{more}")
    known = {".".join(one.address) if "." in old else one.id for one in things}
    near = suggest(old, sorted(known))
    hint = "Scenes are called scenes.hall, choices hall.ask, people people.ana, options base.k92."
    raise NotRenamed(f"There is nothing called '{old}' in this file.", near[:1].upper() + near[1:] or hint)


def _new_id(thing: Thing, old: str, new: str, things: Sequence[Thing]) -> str:
    """The new id alone, free where it will stand; errors of other kinds are found by the proof."""
    before, after = old.rpartition(".")[0], new.rpartition(".")[0]
    name = new.rpartition(".")[2] if after and after in (before, ".".join(thing.address[:-1])) else new
    if not is_id(name):
        raise NotRenamed(f"'{new}' is not an id.", _sentence(id_hint(name)))
    if name == thing.id:
        raise NotRenamed(f"It is called '{name}' already.")
    if any(one.path == (*thing.path[:-1], name) for one in things):
        raise NotRenamed(f"There is a {thing.kind} '{name}' already.", "Choose a name that is free.")
    return name


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."


def _changes(text: str, places: Sequence[Mention], old: str, new: str) -> list[Change]:
    """What is to be written where. A quoted key or value keeps its quotation marks."""
    keys = find_every(text, (one.path for one in places if one.key))
    values = find(text, (one.path for one in places if not one.key))
    changes: set[Change] = set()
    for one in places:
        if one.key:
            changes.update(_in_key(text, spot, new) for spot in keys.get(one.path, ()))
        elif spot := values.get(one.path):
            start, end = inside(text, spot.value, spot.value_end, one.offset, one.length or len(old))
            changes.add(Change(start, end, new))
    return sorted(changes)


def _in_key(text: str, spot: Place, new: str) -> Change:
    quoted = text[spot.key] in "\"'"
    return Change(spot.key + quoted, spot.key_end - quoted, new)


def _prove(
    file: Document, data: bytes, stem: str, said: Mentions, places: Sequence[Mention], new: str
) -> int:
    """Load the file as it was and as it would be, and compare; gives the number of errors that both have.

    Raises:
        NotRenamed: the new name means something else somewhere.
    """
    after = document(data, file.source.file)
    raw_after = after.finding if isinstance(after, Unread) else parsed(after.source)
    if isinstance(after, Unread) or isinstance(raw_after, Finding):
        hint = f"Please report this: {short(raw_after)}" if isinstance(raw_after, Finding) else ""
        raise NotRenamed("The renamed file could not be read again, so nothing is written.", hint)
    was, will = load_source(file.source, stem), load_source(after.source, stem)
    _no_new_errors(was, will)
    thing, raw = places[0].thing, said.raw
    same = (
        same_tables(after_renaming(raw, places, new), raw_after)
        and same_mentions(said, Mentions(raw_after), thing, new)
        and same_meaning(raw, raw_after, thing, new)
    )
    if not same:
        hint = "It would come to mean something else somewhere in this file. Choose another name."
        raise NotRenamed(f"'{thing.id}' cannot be called '{new}'.", hint)
    return was.errors


def _no_new_errors(was: Loaded, will: Loaded) -> None:
    before = Counter(one.code for one in was.findings if one.severity is Severity.ERROR)
    for one in will.findings:
        if one.severity is not Severity.ERROR:
            continue
        before[one.code] -= 1
        if before[one.code] < 0:
            raise NotRenamed("With this name the file would have an error it does not have now.", short(one))
