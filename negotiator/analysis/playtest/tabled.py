"""What a play-test says of the deal, as data. Points are whole numbers of the author's, never rescaled."""

from dataclasses import dataclass

from negotiator.analysis.simulate import Tally
from negotiator.bargaining.deal import Point


@dataclass(frozen=True, slots=True)
class IssuePart:
    """An issue by what its points make of it."""

    id: str
    label: str
    kind: str
    """The derived class: to trade, to share, wanted by both."""
    you: int
    """Points between its best and its worst option."""
    them: int


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question that can be asked at the table."""

    topic: str
    """Id of an issue, or "priorities"."""
    words: str
    worth: float
    """Share of all there is to know about their wishes that a full answer is expected to bring, asked first."""


@dataclass(frozen=True, slots=True)
class LimitPart:
    """A limit, and whether it can ever go."""

    id: str
    reason: str
    lifted: bool
    """Somebody can lift it: at the table, or in a choice that can be taken."""
    why: str


@dataclass(frozen=True, slots=True)
class StrategyPart:
    """A way of bargaining, over its sessions."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class DealPart:
    """The deal. All of it is exact but what strategies came to, which are sessions, and `lost`, which is plays."""

    packages: int
    efficient: int
    """Points of the frontier."""
    zopa: int
    """Efficient points that both would rather have than no deal; none is no room for a deal."""
    frontier: tuple[Point, ...]
    """You, them."""
    reservation: Point
    letter: Point
    nash: tuple[Point, ...]
    issues: tuple[IssuePart, ...]
    questions: tuple[QuestionPart, ...]
    limits: tuple[LimitPart, ...]
    strategies: tuple[StrategyPart, ...]
    sessions: int
    """Of each strategy."""
    lost: float
    """Share of the random plays with an offer that lost it: withdrawn, expired or lost."""
    lost_plays: int
    """Random plays in which there was an offer."""
