"""What a scripted player does at a table: asks, sends packages that give way step by step, takes what lies there."""

from collections.abc import Sequence
from random import Random

from negotiator.classroom.bots.reading import Document, documents, flag, items, move, number, text


def table_move(
    table: Document, asks: int, yields: float, random: Random, taken: Sequence[str]
) -> dict[str, str]:
    """The next move at a table, as the wire has it; `asks` and `yields` as in a Way."""
    asked = sum(one.startswith("ask ") for one in taken)
    sent = number(table, "turn")
    topics = [one for one in documents(table, "topics") if text(one, "level") != "full"]
    if asked < asks and topics:
        topic = text(random.choice(topics), "id")
        return move("ask", line=f"open {topic}")
    given = yields * (sent + 1)
    if given >= 1 or text(table, "thin"):
        return move("accept")
    return move("propose", line=package(table, given, random))


def package(table: Document, given: float, random: Random) -> str:
    """A package: what is best for oneself, but for a share `given` (0 to 1) of the terms, which stay as offered."""
    shapes = [(at, one) for at, one in enumerate(documents(table, "shapes")) if flag(one, "open")]
    _, shape = random.choice(shapes)
    rows = items(shape, "allowed")
    words = [text(shape, "id")]
    for at, term in enumerate(documents(table, "terms")):
        options = documents(term, "options")
        row = rows[at] if at < len(rows) else []
        allowed = [options[one] for one in row if isinstance(one, int)] if isinstance(row, list) else options
        free = [one for one in allowed if not text(one, "barred")] or allowed
        if not free or random.random() < given:
            continue
        best = max(free, key=lambda one: number(one, "own"))
        words.append(f"{text(term, 'id')}={text(best, 'id')}")
    return " ".join(words)
