"""Phrases that every form of a debrief shares."""

from negotiator.analysis.debrief import Decision, Noted, Other

ARC = {
    "candidate": "candidate",
    "written_offer": "written offer",
    "conversation": "conversation",
    "decision": "decision",
}
OUTCOMES = {
    "signed": "signed",
    "declined": "declined",
    "lost": "never offered",
    "withdrawn": "offer withdrawn",
    "expired": "offer expired",
}
SAMPLED = "These scores are held against the widest range seen in sample plays, not a proved one."


def spoken(text: str, is_spoken: bool) -> str:
    """Words in quotation marks, deeds without."""
    return f"“{text}”" if is_spoken else text


def said(decision: Decision) -> str:
    """What the player said or did."""
    return spoken(decision.text, decision.spoken)


def briefly(decision: Decision) -> str:
    """The same; of a package only what it changes."""
    return spoken(decision.brief, decision.spoken)


def alternative(other: Other) -> str:
    """Something else that could have been done, with the reason when it was locked."""
    text = spoken(other.text, other.spoken)
    return text if other.enabled else f"{text} (not open: {other.locked})"


def noted(fact: Noted) -> str:
    """A fact with who told it."""
    return f"{fact.says} ({fact.by})" if fact.by else fact.says


def marks(decision: Decision) -> str:
    """Say the marks: "courage +1, finesse +2, fit 0"; a repeated choice says that it no longer counts."""
    if decision.move != "choose":
        return "at the table: judged with the talk as a whole"
    if not decision.first:
        return "taken before: counts once"
    found = decision.marks
    return f"courage {signed(found.courage)}, finesse {signed(found.finesse)}, fit {signed(found.fit)}"


def signed(mark: int) -> str:
    """A mark with its sign."""
    return f"+{mark}" if mark > 0 else str(mark)


def count(number: int, noun: str) -> str:
    """So many of them: "1 point", "3 points", "3,000 points"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return f"{round(100 * share)} percent"


def shortened(text: str, length: int) -> str:
    """A text in one line of at most so many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
