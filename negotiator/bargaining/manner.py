"""How a person bargains: the dials behind a style, and what conduct does to trust."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What is said with a package."""

    INTEREST = "interest"
    """What it would do for the player's work."""
    COMPANY = "company"
    """What it would do for the company."""
    MARKET = "market"
    FAIRNESS = "fairness"
    RELATIONSHIP = "relationship"
    RIVAL = "rival"
    """Another offer, which there is not: a bluff."""
    NONE = ""


class Form(StrEnum):
    """How a question is put, about a problem (Minson, VanEpps, Yip & Schweitzer 2018)."""

    NEGATIVE = "negative-assumption"
    OPEN = "open"
    POSITIVE = "positive-assumption"
    LEADING = "leading"


FORM_BONUS = {Form.NEGATIVE: 3, Form.OPEN: 2, Form.POSITIVE: 1, Form.LEADING: 0}
"""Added to trust when a problem is asked about; the order is that of the source."""
WISH_BONUS = {Form.OPEN: 3, Form.NEGATIVE: 2, Form.POSITIVE: 1, Form.LEADING: 0}
"""Added to trust when wishes are asked about: there is no problem to assume, so the open question comes first."""

TRUST_START, TRUST_TOP = 4, 10
WORDS_TOP = 8
"""Words alone, a question, a reason, something told, carry trust to here; the rest comes of being taken at one's word
and of the story. Calibrated: strategy players who collaborate end between 7 and 9, not at the top."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The dials. All are integers."""

    concession: int
    """e in hundredths: under 100 Boulware, 100 linear, over 100 conceder (Faratin, Sierra & Jennings 1998)."""
    patience: int
    """Turns before the talk ends without a deal."""
    reciprocity: int
    """Percent of the player's last concession, in the counterpart's points, that is answered at full trust."""
    candour: int
    """Added to trust when asked."""
    tolerance: int
    """Strain that is borne before the offer is in danger."""


STYLES = {
    "fair": Manner(concession=80, patience=12, reciprocity=60, candour=2, tolerance=3),
    "warm": Manner(concession=110, patience=14, reciprocity=80, candour=3, tolerance=4),
    "hard": Manner(concession=40, patience=10, reciprocity=30, candour=0, tolerance=3),
    "wary": Manner(concession=60, patience=12, reciprocity=40, candour=0, tolerance=2),
    "hurried": Manner(concession=130, patience=7, reciprocity=50, candour=1, tolerance=2),
}

TRUST_OF_REASON = {
    Reason.COMPANY: 1,
    Reason.INTEREST: 1,
    Reason.RELATIONSHIP: 0,
    Reason.MARKET: 0,
    Reason.RIVAL: 0,
    Reason.NONE: 0,
    Reason.FAIRNESS: -1,
}
"""Appeals to fairness cost liking, r = -.25 on 288 annotated CaSiNo dialogues; needs named plainly do not."""


def kept_within(trust: int) -> int:
    """Trust within its bounds, 0 to 10."""
    return min(max(trust, 0), TRUST_TOP)


def moved(trust: int, by: int) -> int:
    """Trust after words: good ones carry it to WORDS_TOP at most."""
    return kept_within(trust + by if by <= 0 else max(trust, min(trust + by, WORDS_TOP)))
