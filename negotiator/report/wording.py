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


def spoken(text: str, is_spoken: bool) -> str:
    """Words in quotation marks, deeds without."""
    return f"“{text}”" if is_spoken else text


def said(decision: Decision) -> str:
    """What the player said or did."""
    return spoken(decision.text, decision.spoken)


def alternative(other: Other) -> str:
    """Something else that could have been done, with the reason when it was locked."""
    text = spoken(other.text, other.spoken)
    return text if other.enabled else f"{text} (not open: {other.locked})"


def noted(fact: Noted) -> str:
    """A fact with who told it."""
    return f"{fact.says} ({fact.by})" if fact.by else fact.says


def marks(decision: Decision) -> str:
    """Say the marks: "courage +1, finesse +2, fit 0"; a repeated choice says that it no longer counts."""
    if not decision.first:
        return "taken before: counts once"
    found = decision.marks
    return f"courage {_signed(found.courage)}, finesse {_signed(found.finesse)}, fit {_signed(found.fit)}"


def _signed(mark: int) -> str:
    return f"+{mark}" if mark > 0 else str(mark)
