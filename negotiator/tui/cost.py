"""What a decision cost, in words before numbers."""

from negotiator.analysis.dealt import BestLine, Dealt
from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.bargain import PLAYED
from negotiator.report.wording import count

FRACTIONS = (
    (0.05, "about a twentieth"),
    (0.1, "about a tenth"),
    (0.2, "about a fifth"),
    (0.25, "about a quarter"),
    (1 / 3, "about a third"),
    (0.5, "about half"),
    (2 / 3, "about two thirds"),
    (0.75, "about three quarters"),
    (0.9, "about nine tenths"),
)
"""Shares that everybody knows by name; the nearest one is said."""
ENDS = ("the end of the story",)
"""Names of lines that are no way of doing something."""
NEARLY, LITTLE = 0.95, 0.035


def share_words(part: int, of: int) -> str:
    """A share of a whole as one says it: "about a tenth"."""
    share = part / of if of > 0 else 1.0
    if share < LITTLE:
        return "a little"
    if share >= NEARLY:
        return "nearly all" if part < of else "all"
    return min(FRACTIONS, key=lambda one: abs(one[0] - share))[1]


def cost(deal: Dealt, lost: int) -> str:
    """What was lost of all that was to be gained over the alternative, in words and in points."""
    whole = deal.best.best - deal.alternative[0] if deal.best else 0
    points = count(lost, "point")
    if lost >= whole:
        return f"It cost you all there was to gain: {points}."
    return f"It cost you {share_words(lost, whole)} of all there was to gain: {points} of {whole}."


def better(line: BestLine) -> str:
    """The better line in words: what it begins with, how it goes on, what it comes to."""
    begins = f"{line.instead} Then, " if line.instead else ""
    how = "as you went on" if line.name == PLAYED else line.name if line.name in ENDS else f"by {line.name}"
    comes = f"{count(line.best, 'point')} for you instead of {line.got}"
    theirs = f", and {line.package.theirs} for them" if line.package else ""
    said = f"{begins}{how}: {comes}{theirs}."
    return said[0].upper() + said[1:]


def cost_of(debrief: Debrief, one: Decision) -> tuple[str, BestLine | None]:
    """What a decision cost and the line that was better; empty where it cost nothing."""
    if not one.lost or debrief.dealt is None:
        return "", None
    return cost(debrief.dealt, one.lost), debrief.dealt.better.get(one.number)
