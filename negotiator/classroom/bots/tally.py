"""A rehearsal in figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from negotiator.classroom.bots.book import Book
from negotiator.classroom.bots.crowd import Plan
from negotiator.classroom.bots.latency import Latency, latency


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a rehearsal."""

    count: int
    decisions: int
    """That each player should have made."""
    joined: int
    slowest: float
    """Seconds that the slowest needed to join."""
    ways: Counter[str]
    decided: int
    times: Latency | None
    """From submitting to the answer, of what was answered at the first try."""
    later: int
    """Answered at a further try: the hub or the network was away in between."""
    breaks: int
    endings: int
    refused: Counter[str]
    stopped: Counter[str]
    unanswered: int
    faults: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Everybody came in, everything was answered, and nothing of it is lost or doubled."""
        return not self.faults and not self.unanswered and self.joined == self.count

    def document(self) -> dict[str, object]:
        """For programs; times in milliseconds, joining in seconds."""
        return {**asdict(self), "clean": self.clean}


def tally(plan: Plan, books: Sequence[Book]) -> Tally:
    """Put the players' books together."""
    moves = [ack for book in books for ack in book.acknowledged if ack.said]
    refused: Counter[str] = Counter()
    for book in books:
        refused.update(book.refused)
    return Tally(
        count=plan.count,
        decisions=plan.decisions,
        joined=sum(book.joined is not None for book in books),
        slowest=max((book.joined for book in books if book.joined is not None), default=0.0),
        ways=Counter(book.way for book in books),
        decided=len(moves),
        times=latency([ack.took for ack in moves if ack.tries == 1]),
        later=sum(ack.tries > 1 for ack in moves),
        breaks=sum(book.breaks for book in books),
        endings=sum(book.endings for book in books),
        refused=refused,
        stopped=Counter(book.waiting for book in books if book.waiting),
        unanswered=sum(book.unanswered for book in books),
        faults=tuple(fault for book in books for fault in book.faults),
    )
