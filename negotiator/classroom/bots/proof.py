"""Nothing lost, nothing doubled: what a player was told, held against what the hub has on record for its chair."""

from collections import Counter

from negotiator.classroom.bots.book import Acknowledged, Book
from negotiator.classroom.bots.reading import Document, documents, number, text
from negotiator.classroom.client.link import Link

SHOWN = 5
"""Faults of one kind and one player that are told one by one."""


async def prove(link: Link, book: Book) -> None:
    """Ask the hub for the chair's record and put what is wrong into `book.faults`.

    Raises:
        Declined, Unreached: the hub does not show it.
    """
    record = documents(await link.ask("/api/log"), "events")
    book.faults += faults(book, [event for event in record if text(event, "place") == book.place])


def faults(book: Book, record: list[Document]) -> list[str]:
    """What of the book is missing in the record, is there twice, or is not as it was acknowledged."""
    by_client: dict[str, list[Document]] = {}
    for event in record:
        by_client.setdefault(text(event, "client"), []).append(event)
    found = [fault for ack in book.acknowledged if (fault := _fault(ack, by_client.get(ack.client, [])))]
    numbers = Counter(number(event, "seq") for event in record)
    found += [f"number {seq} stands there {times} times" for seq, times in numbers.items() if times > 1]
    found += [f"number {seq} is missing" for seq in range(1, max(numbers, default=0)) if seq not in numbers]
    strange = [one for one in record if text(one, "kind") == "moved" and text(one, "client") not in book.sent]
    found += [f"a move that was never sent: {text(one, 'client')}" for one in strange]
    shown = [f"{book.place}: {fault}" for fault in found[:SHOWN]]
    return shown + ([f"{book.place}: and {len(found) - SHOWN} more"] if len(found) > SHOWN else [])


def _fault(ack: Acknowledged, there: list[Document]) -> str:
    if not there:
        return f"{ack.client} was acknowledged as number {ack.seq} and is missing"
    if len(there) > 1:
        return f"{ack.client} was sent once and stands there {len(there)} times"
    if number(there[0], "seq") != ack.seq or number(there[0], "rev") != ack.rev:
        return (
            f"{ack.client} was acknowledged as number {ack.seq} and stands there as {number(there[0], 'seq')}"
        )
    if ack.said and said_in(there[0]) != ack.said:
        return f"{ack.client} was acknowledged as “{ack.said}” and stands there as “{said_in(there[0])}”"
    return ""


def said_in(event: Document) -> str:
    """The move of a record as a script writes it; empty if it is none."""
    body = event.get("body")
    move = body.get("move") if isinstance(body, dict) else None
    return said(move) if isinstance(move, dict) else ""


def said(move: Document) -> str:
    """A move of the wire as a script writes it."""
    kind = text(move, "kind")
    return text(move, "choice") if kind == "choose" else f"{kind} {text(move, 'line')}".rstrip()
