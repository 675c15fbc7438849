"""What the counterpart says: the situation of an answer, and the terms, names and reasons that fill its line.

Every value comes from the deal itself, so no line can promise what the points contradict.
"""

from collections.abc import Iterator, Sequence

from negotiator.bargaining.classes import by_span, options_in, span_in
from negotiator.bargaining.counterpart import Answer
from negotiator.bargaining.deal import Deal, Limit, Package
from negotiator.bargaining.manner import Reason
from negotiator.bargaining.talk import PRIORITIES, Asked, Closed, Kind, Level, Sent, Talk
from negotiator.game.bargain import Bargain
from negotiator.game.draw import draw
from negotiator.game.speech.situations import Situation, mood_of
from negotiator.game.speech.speaker import line
from negotiator.game.state import State

NEAR = 5
"""Percent of the counterpart's spread of points within which a package is nearly there."""
MOST_TERMS = 4
"""Terms of a counter-proposal that are said aloud; the rest is on the table."""

_HEARD = {
    Reason.INTEREST: Situation.HEARD_INTEREST,
    Reason.COMPANY: Situation.HEARD_COMPANY,
    Reason.MARKET: Situation.HEARD_MARKET,
    Reason.FAIRNESS: Situation.HEARD_FAIRNESS,
    Reason.RELATIONSHIP: Situation.HEARD_RELATIONSHIP,
    Reason.RIVAL: Situation.HEARD_RIVAL,
}
_RANKS = (
    "what I need before the rest",
    "near the top of my list",
    "somewhere in the middle",
    "low on my list",
)
_LEAST = "almost nothing to me"
_NOBODY = {"executive": "somebody above me", "hr": "HR", "recruiter": "the recruiter"}


class Voice:
    """Says lines for the counterpart in one move; a situation spoken to before goes on to its next line."""

    def __init__(self, bargain: Bargain, state: State, trust: int) -> None:
        self.bargain = bargain
        self.seed = state.seed
        self.mood = mood_of(trust)
        self.said = state.spoken
        """Situations spoken to so far, in order."""

    def __call__(self, situation: Situation, **slots: str) -> str:
        model = self.bargain.model.counterpart
        own = model.lines if model else {}
        start = draw(1 << 16, self.seed, self.bargain.scenario.id, "words", situation.value)
        number = self.said.count(situation.value)
        self.said = (*self.said, situation.value)
        return line(own, situation, self.mood, start=start, number=number, slots=slots)


def to_message(say: Voice, answer: Answer) -> Iterator[str]:
    """The paragraphs that answer a message: the reason heard, what went wrong, then the answer itself."""
    bargain = say.bargain
    sent = answer.sent
    assert sent is not None
    first = [*_to_reason(bargain, say, sent)]
    if sent.reopened:
        first.append(say(Situation.REOPENED, term=_label(bargain.deal, sent.reopened[0])))
    if answer.kind is not Kind.ACCEPTED:
        if sent.message.final and answer.kind is not Kind.WITHDRAWN:
            first.append(say(Situation.ULTIMATUM))
        if answer.barred and answer.kind is Kind.COUNTERED:
            limit = next(one for one in bargain.deal.limits if one.id == answer.barred[0])
            package = sent.message.packages[answer.member]
            first.append(
                say(
                    Situation.BARRED,
                    reason=limit.reason,
                    who=who_lifts(bargain, limit),
                    term=_barred_term(bargain.deal, limit, package),
                )
            )
    yield from first
    yield _main(bargain, say, answer)


def _to_reason(bargain: Bargain, say: Voice, sent: Sent) -> Iterator[str]:
    message = sent.message
    if sent.found_out:
        yield say(Situation.BLUFF)
    elif sent.faded:
        yield say(Situation.FADED)
    elif message.citing:
        yield say(Situation.HEARD_FACT, fact=bargain.scenario.facts[message.citing].says)
    elif message.reason:
        yield say(_HEARD[message.reason])


def _main(bargain: Bargain, say: Voice, answer: Answer) -> str:
    sent = answer.sent
    assert sent is not None
    match answer.kind:
        case Kind.ACCEPTED:
            if len(sent.message.packages) == 1:
                return say(Situation.ACCEPT)
            return say(Situation.ACCEPT_ONE, which=("the first", "the second", "the third")[answer.member])
        case Kind.IMPASSE:
            return say(Situation.IMPASSE)
        case Kind.WITHDRAWN:
            return say(Situation.WITHDRAWN)
        case Kind.COUNTERED:
            assert answer.package is not None
            liked = sent.message.packages[answer.member]
            situation = Situation.COUNTER
            if answer.talk.turn >= bargain.counterpart.manner.patience - 1:
                situation = Situation.COUNTER_LAST
            elif not answer.barred and _near(bargain, liked, answer.package):
                situation = Situation.COUNTER_NEAR
            return say(situation, terms=terms(bargain.deal, answer.package, liked))


def _near(bargain: Bargain, liked: Package, counter: Package) -> bool:
    worth, deal = bargain.counterpart.worth, bargain.deal
    spread = sum(
        max(one.them for one in issue.options) - min(one.them for one in issue.options)
        for issue in deal.issues
    )
    return 100 * abs(worth(counter) - worth(liked)) <= NEAR * spread


def terms(deal: Deal, package: Package, against: Package) -> str:
    """What a package has other than another: the shape first, then the terms that weigh most, in words."""
    parts = []
    if package.structure != against.structure:
        parts.append(deal.structures[package.structure].label)
    changed = [at for at, option in enumerate(package.options) if option != against.options[at]]
    changed.sort(key=lambda at: -_step(deal, at, package, against))
    parts += [f"{_label(deal, at)}: {_value(deal, at, package)}" for at in changed[:MOST_TERMS]]
    if len(changed) > MOST_TERMS:
        parts.append("and the rest as I have put it down")
    return "; ".join(parts) or "the same, in my words"


def _step(deal: Deal, at: int, package: Package, against: Package) -> int:
    new, old = deal.issues[at].options[package.options[at]], deal.issues[at].options[against.options[at]]
    return abs(new.you - old.you) + abs(new.them - old.them)


def _label(deal: Deal, at: int) -> str:
    return deal.issues[at].label


def _value(deal: Deal, at: int, package: Package) -> str:
    return deal.issues[at].options[package.options[at]].label


def _barred_term(deal: Deal, limit: Limit, package: Package) -> str:
    at = next(at for at, options in limit.options.items() if package.options[at] in options)
    return f"{_label(deal, at)}: {_value(deal, at, package)}"


def who_lifts(bargain: Bargain, limit: Limit) -> str:
    """Who may lift a limit: the first person of the story with such a seat, else the seat in words."""
    for person in bargain.scenario.people.values():
        if person.seat in limit.lifted_by:
            return person.name
    seats = [_NOBODY[seat] for seat in sorted(limit.lifted_by) if seat in _NOBODY]
    return seats[0] if seats else ""


def to_question(say: Voice, before: Talk, deed: Asked) -> str:
    """The answer to a question, as full as it is."""
    bargain = say.bargain
    topic, level = deed.topic, deed.level
    if deed.again and before.level(topic) is level:
        return say(Situation.AGAIN, term=topic_words(bargain, topic))
    if level is Level.NOTHING:
        return say(Situation.DEFLECT, term=topic_words(bargain, topic))
    full = level is Level.FULL
    if topic == PRIORITIES:
        return _priorities(bargain, say, shapes_spoken_of(before), full=full)
    if topic in bargain.issue_at:
        at = bargain.issue_at[topic]
        slots = {"term": _label(bargain.deal, at), "option": best_option(bargain, before, at)}
        if not full:
            return say(Situation.PART_ISSUE, **slots)
        return say(Situation.FULL_ISSUE, **slots, rank=rank_words(bargain.deal, at, shapes_spoken_of(before)))
    if topic in bargain.limit_ids:
        limit = next(one for one in bargain.deal.limits if one.id == topic)
        return say(Situation.FULL_LIMIT, reason=limit.reason, who=who_lifts(bargain, limit))
    fact = bargain.scenario.facts[topic]
    return say(Situation.FULL_FACT, fact=fact.says) if full else say(Situation.PART_FACT, topic=fact.topic)


def _priorities(bargain: Bargain, say: Voice, shapes: frozenset[int], *, full: bool) -> str:
    order = by_span(bargain.deal, 1, shapes)
    first = _label(bargain.deal, order[0])
    if not full:
        return say(Situation.PART_PRIORITIES, first=first)
    second = _label(bargain.deal, order[min(1, len(order) - 1)])
    return say(Situation.FULL_PRIORITIES, first=first, second=second, last=_label(bargain.deal, order[-1]))


def rank_words(deal: Deal, at: int, shapes: frozenset[int]) -> str:
    """Where an issue stands among the counterpart's in these shapes of the job, in words."""
    order = by_span(deal, 1, shapes)
    place = order.index(at)
    if not span_in(deal, 1, at, shapes):
        return _LEAST
    if place == 0:
        return _RANKS[0]
    third = max(len(order) // 3, 1)
    return _RANKS[1 + min(place // third, 2)] if place < len(order) - 1 else _LEAST


def shapes_spoken_of(talk: Talk) -> frozenset[int]:
    """The shape that lies on the table; before any package every shape that can be spoken of."""
    if talk.received:
        return frozenset({talk.received[-1].structure})
    return frozenset({talk.sent[-1][0].structure}) if talk.sent else talk.shapes


def best_option(bargain: Bargain, talk: Talk, at: int) -> str:
    """The value of an issue that the counterpart likes best, in the shapes that are spoken of."""
    options = options_in(bargain.deal, at, shapes_spoken_of(talk))
    return max(options, key=lambda one: one.them).label if options else ""


def topic_words(bargain: Bargain, topic: str) -> str:
    """A topic as one speaks of it."""
    if topic == PRIORITIES:
        return "what matters most"
    if topic in bargain.issue_at:
        return _label(bargain.deal, bargain.issue_at[topic])
    if topic in bargain.limit_ids:
        limit = next(one for one in bargain.deal.limits if one.id == topic)
        return limit.reason or limit.id
    return bargain.scenario.facts[topic].topic


def to_telling(say: Voice, matters: Sequence[int], spared: Sequence[int]) -> Iterator[str]:
    """The answer to what the player says matters and does not."""
    if matters:
        yield say(Situation.TOLD, term=_listed(say.bargain.deal, matters))
    if spared:
        yield say(Situation.SPARED, term=_listed(say.bargain.deal, spared))


def _listed(deal: Deal, issues: Sequence[int]) -> str:
    labels = [_label(deal, at) for at in issues]
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"


def to_pause(say: Voice, limit: Limit, *, lifted: bool) -> str:
    """What the counterpart comes back with."""
    situation = Situation.LIFTED if lifted else Situation.NOT_LIFTED
    return say(situation, reason=limit.reason, who=who_lifts(say.bargain, limit))


def to_closing(say: Voice, deed: Closed) -> str:
    """The words to somebody who takes what lies on the table, or leaves."""
    return say(Situation.AGREED if deed.accepted else Situation.WALK)
