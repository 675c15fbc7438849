"""Everything at the table that is no package: asking, telling, having a limit lifted, closing.

Each takes a talk and gives the talk after it, so the game, strategy players and the search for a best line share it.
"""

from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Limit, Package
from negotiator.bargaining.manner import FORM_BONUS, WISH_BONUS, Form, Reason, kept_within, moved
from negotiator.bargaining.talk import Asked, Closed, Level, Paused, Talk, Told

FULLY = 5
"""Points of ease over what a thing is guarded with, from which it is told in full; from 0 on it is told partly.
Calibrated: at usual trust a fair person tells an issue of usual guardedness in full when asked openly, a hard or a wary
one half of it until something is told in return."""
PRYING = -4
"""Ease under which the question itself costs trust."""
SHARED = 2
"""Most that the player's own openness counts for."""


def ease(counterpart: Counterpart, talk: Talk, form: Form, guarded: int, *, problem: bool) -> int:
    """How easily a thing is told: trust, candour, the bonus of the question's form and what the player has told."""
    bonus = FORM_BONUS if problem else WISH_BONUS
    told = min(bool(talk.told) + bool(talk.spared), SHARED)
    return talk.trust + counterpart.manner.candour + bonus[form] + told - guarded


def ask(
    counterpart: Counterpart, talk: Talk, form: Form, topic: str, *, guarded: int, problem: bool
) -> tuple[Talk, Asked]:
    """Ask about a topic. What has been told stays told; a follow-up to a half answer is liked (Huang et al. 2017).

    `problem`: it is about something that may be wrong, not about a wish.
    """
    before = talk.level(topic)
    forms = [one.form for one in talk.deeds if isinstance(one, Asked) and one.topic == topic]
    again = before is Level.FULL or form in forms
    by = 0
    if again:
        by = -1
    elif form is not Form.LEADING and (before is Level.PARTLY or not any_asked(talk)):
        by = 1
    now = talk._replace(trust=moved(talk.trust, by))
    margin = ease(counterpart, now, form, guarded, problem=problem)
    level = Level.FULL if margin >= FULLY else Level.PARTLY if margin >= 0 else Level.NOTHING
    if before is Level.FULL or (before is Level.PARTLY and level is Level.NOTHING):
        level = before
    if margin <= PRYING and not again:
        now = now._replace(trust=moved(now.trust, -1))
    deed = Asked(form, topic, level, again, talk.turn)
    return now.hearing(topic, level).doing(deed, half_rounds=1), deed


def any_asked(talk: Talk) -> bool:
    """Whether the player has asked anything yet."""
    return any(isinstance(one, Asked) for one in talk.deeds)


def tell(talk: Talk, matters: frozenset[int], spared: frozenset[int]) -> tuple[Talk, Told]:
    """Say what matters and what does not. The first of either is liked: on 288 CaSiNo dialogues, naming what one does
    not need goes with liking at r = +.16.
    """
    before = [one for one in talk.deeds if isinstance(one, Told)]
    fresh = bool(matters) and not talk.told and not any(one.matters for one in before)
    spare = bool(spared) and not talk.spared and not any(one.spared for one in before)
    deed = Told(tuple(sorted(matters)), tuple(sorted(spared)), talk.turn)
    now = talk._replace(
        trust=moved(talk.trust, fresh + spare),
        told=(talk.told | matters) - spared,
        spared=(talk.spared | spared) - matters,
    )
    return now.doing(deed), deed


def pause(counterpart: Counterpart, talk: Talk, limit: Limit, firm: int) -> tuple[Talk, Paused]:
    """Have the counterpart carry a limit to whoever may lift it.

    It is carried up with trust, with a package that breaks the limit and serves the company, and with what the company
    has been said to gain by it. After a no nothing changes until there is a new reason.
    """
    lifted = limit.id in talk.lifted or (
        limit.id not in talk.refused and weight(counterpart, talk, limit) >= firm
    )
    deed = Paused(limit.id, lifted, talk.turn)
    now = (
        talk._replace(lifted=talk.lifted | {limit.id})
        if lifted
        else talk._replace(refused=talk.refused | {limit.id})
    )
    return now.doing(deed), deed


def weight(counterpart: Counterpart, talk: Talk, limit: Limit) -> int:
    """What speaks for lifting a limit, 0 to 9: half the trust, 2 for a package that breaks it and is better for the
    company than the letter, 1 for each different reason of the company's (2 at most).

    Calibrated so that at a limit of usual firmness a package that serves and its reason are enough, and from 6 on trust
    is needed that asking and telling have to make first.
    """
    letter = counterpart.worth(counterpart.deal.letter)
    serving = any(
        counterpart.worth(one) > letter and limit in counterpart.deal.barred(one, talk.lifted)
        for message in talk.sent
        for one in message
    )
    company = sum(reason.startswith(Reason.COMPANY) for reason in talk.used)
    return talk.trust // 2 + 2 * serving + min(company, 2)


def close(talk: Talk, package: Package | None, *, letter: bool = False) -> tuple[Talk, Closed]:
    """Take what lies on the table, or leave it (no package). To be taken at one's word is liked."""
    deed = Closed(package is not None, package, letter, talk.turn)
    liked = 1 if package is not None and not letter else 0
    return talk._replace(trust=kept_within(talk.trust + liked)).doing(deed), deed
