"""What can happen at the table that calls for words, the moods it is said in, and the slots of the words."""

from collections.abc import Mapping
from enum import StrEnum


class Mood(StrEnum):
    """How trust sounds."""

    COLD = "cold"
    PLAIN = "plain"
    WARM = "warm"


def mood_of(trust: int) -> Mood:
    """The mood at a trust of 0 to 10: cold up to 3, warm from 7."""
    if trust <= 3:
        return Mood.COLD
    return Mood.PLAIN if trust <= 6 else Mood.WARM


class Situation(StrEnum):
    """A moment at the table that calls for words; the value is the author's key."""

    ACCEPT = "accept"
    """Takes the one package sent."""
    ACCEPT_ONE = "accept-one"
    """Takes one of those offered as equal."""
    AGREED = "agreed"
    """The player has taken the counterpart's package."""

    COUNTER = "counter"
    COUNTER_NEAR = "counter-near"
    """Nearly there."""
    COUNTER_LAST = "counter-last"
    """This is as far as it goes."""

    BARRED = "barred"
    """The package breaks a limit that is not the counterpart's to lift."""
    FULL_LIMIT = "full-limit"
    """Says who could lift a limit."""
    LIFTED = "lifted"
    """Carried to whoever may lift it, and lifted."""
    NOT_LIFTED = "not-lifted"
    """Not carried, or it came back as a no: the words fit both."""

    HEARD_INTEREST = "heard-interest"
    """The first words to a reason; what follows may be a yes or a no."""
    HEARD_COMPANY = "heard-company"
    HEARD_MARKET = "heard-market"
    HEARD_FAIRNESS = "heard-fairness"
    HEARD_RELATIONSHIP = "heard-relationship"
    HEARD_FACT = "heard-fact"
    """The reason rests on something true that the player has learned."""
    HEARD_RIVAL = "heard-rival"
    """Another offer is claimed, and let stand."""
    BLUFF = "bluff"
    """Another offer is claimed, and found out."""
    FADED = "faded"
    """A reason heard before."""

    ULTIMATUM = "ultimatum"
    """A take-it-or-leave-it that is not taken."""
    REOPENED = "reopened"
    """Something that seemed settled is taken back."""
    TOLD = "told"
    """The player says that this matters."""
    SPARED = "spared"
    """The player says that this is not needed."""

    FULL_ISSUE = "full-issue"
    """Says what an issue is worth, and the option liked above the others."""
    PART_ISSUE = "part-issue"
    """Says which way, not how much."""
    FULL_PRIORITIES = "full-priorities"
    PART_PRIORITIES = "part-priorities"
    FULL_FACT = "full-fact"
    PART_FACT = "part-fact"
    """There is something, and it is not said yet."""
    DEFLECT = "deflect"
    AGAIN = "again"
    """The very same has been asked before."""

    IMPASSE = "impasse"
    """Patience is over: no deal."""
    WITHDRAWN = "withdrawn"
    """The offer is taken back."""
    WALK = "walk"
    """The player leaves without a deal."""


def _slots(words: str) -> frozenset[str]:
    return frozenset(words.split())


SLOTS: Mapping[Situation, frozenset[str]] = dict.fromkeys(Situation, _slots("")) | {
    Situation.ACCEPT_ONE: _slots("which"),
    Situation.COUNTER: _slots("terms"),
    Situation.COUNTER_NEAR: _slots("terms"),
    Situation.COUNTER_LAST: _slots("terms"),
    Situation.BARRED: _slots("reason who term"),
    Situation.FULL_LIMIT: _slots("reason who"),
    Situation.LIFTED: _slots("reason who"),
    Situation.NOT_LIFTED: _slots("reason who"),
    Situation.HEARD_FACT: _slots("fact"),
    Situation.REOPENED: _slots("term"),
    Situation.TOLD: _slots("term"),
    Situation.SPARED: _slots("term"),
    Situation.FULL_ISSUE: _slots("term option rank"),
    Situation.PART_ISSUE: _slots("term option"),
    Situation.FULL_PRIORITIES: _slots("first second last"),
    Situation.PART_PRIORITIES: _slots("first"),
    Situation.FULL_FACT: _slots("fact"),
    Situation.PART_FACT: _slots("topic"),
    Situation.DEFLECT: _slots("term"),
    Situation.AGAIN: _slots("term"),
}
"""What a line of each situation may leave open, as `{name}`."""

SENTENCES = _slots("reason fact")
"""Slots that hold a whole sentence by the author; it may speak of the counterpart as a third person."""
