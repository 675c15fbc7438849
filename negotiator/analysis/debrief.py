"""What a run shows once it is over: the story, three gauges with their terms, and every decision."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.analysis.gauges import Gauge, gauges, table_decisions
from negotiator.analysis.verdict import later, sentence, summary
from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game, Option
from negotiator.game.saying import brief, saying_of
from negotiator.game.scores import Scores, Yardstick, score
from negotiator.game.state import Learned, Narrowed, OfferMade, Replied
from negotiator.game.step import WRITTEN_OFFER
from negotiator.game.view import ChoiceView, EndingView, PersonView, View, choices, view
from negotiator.scenario.models import STAGES

if TYPE_CHECKING:
    from negotiator.analysis.best_line import Progress
    from negotiator.analysis.dealt import Dealt

TRIFLE = 3
"""Percent of what there was to gain under which a lost point is no turning point."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a choice said of the player, -3 to 3 each."""

    courage: int
    finesse: int
    fit: int


@dataclass(frozen=True, slots=True)
class Other:
    """Something else that stood on the screen at a decision."""

    text: str
    spoken: bool
    enabled: bool
    locked: str
    coach: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A fact that was learned, and who told it (empty: found)."""

    says: str
    by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice of the run."""

    number: int
    """1 and up: also the count of turns a run resumed from here keeps, plus one."""
    scene: str
    stage: str
    place: str
    move: str
    """choose, or a move at the table: propose, offer-set, ask, tell, pause, accept, walk."""
    choice: str
    """Id of the choice, or the line of the move."""
    text: str
    brief: str
    """The same in fewer words: of a package only what it changes from the player's last one."""
    spoken: bool
    kind: str
    replies: tuple[str, ...]
    learned: tuple[Noted, ...]
    marks: Marks
    first: bool
    """A choice counts the first time only."""
    others: tuple[Other, ...]
    coach: str
    moment: bool
    lost: int
    """Own points that it lost against the best line found; 0 where there is no deal, or nothing was lost."""
    swing: int
    """Its marks less the mean of everything that could be taken, in tenths: how much turned here."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wanted all along."""

    person: PersonView
    wants: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """The whole debrief of a run."""

    scenario: str
    title: str
    sentence: str
    """The run in one sentence: it leads."""
    story: str
    """The run in one paragraph."""
    finished: bool
    ending: EndingView | None
    ending_coach: str
    gauges: tuple[Gauge, ...]
    """Courage, finesse, fit."""
    scores: Scores
    decisions: tuple[Decision, ...]
    turning: int | None
    """Number of the turning point, None when nothing turned."""
    learned: tuple[Noted, ...]
    facts_in_all: int
    wanted: tuple[Wanted, ...]
    undone: int
    """Choices taken back, where the scenario counts them."""
    dealt: "Dealt | None"
    """The deal; None in a story without one, and while it goes on."""
    later: str
    """A year on, in a sentence or two; empty unless something was signed at a table."""
    language: str
    """Of the story."""


def debrief(game: Game, play: Play, yardstick: Yardstick, progress: "Progress | None" = None) -> Debrief:
    """The debrief of a run, finished or not. `progress(done, of)` is called while the best line is looked for."""
    now = view(game, play.state)
    deal = _dealt(game, play, progress)
    percents = game.scenario.deal.scores if game.scenario.deal else None
    lost = deal.lost if deal else {}
    decisions = tuple(
        _decision(game, number, turn, lost.get(number, 0))
        for number, turn in enumerate(play.turns, 1)
        if turn.told
    )
    scores = score(game, play.state, yardstick)
    ending = now.ending
    turning = _dearest(decisions, deal) or _turning(decisions)
    learned = tuple(noted for decision in decisions for noted in decision.learned)
    return Debrief(
        scenario=game.scenario.id,
        title=game.scenario.title,
        sentence=sentence(scores, ending.outcome if ending else "", _late(decisions)),
        story=summary(
            field=_first_field(play),
            decisions=len(decisions),
            met=len(now.met),
            asks=scores.asks,
            learned=len(learned),
            facts=now.facts_in_all,
            offer_after=_offer_after(play),
            days=(game.days, play.state.days) if now.letter else None,
            ending=ending.title if ending else "",
        ),
        finished=ending is not None,
        ending=ending,
        ending_coach=game.stops[play.state.ending].model.coach if ending else "",
        gauges=gauges(scores, decisions, table_decisions(play), percents),
        scores=scores,
        decisions=decisions,
        turning=turning,
        learned=learned,
        facts_in_all=now.facts_in_all,
        wanted=tuple(
            Wanted(person, wants) for person in now.met if (wants := game.scenario.people[person.id].wants)
        ),
        undone=play.undone if game.scenario.undo == "counted" else 0,
        dealt=deal,
        later=later(scores.fit, deal.trust) if deal and deal.rounds and _signed(now) else "",
        language=game.scenario.language,
    )


def _signed(now: View) -> bool:
    return now.ending is not None and now.ending.outcome == "signed"


def _dealt(game: Game, play: Play, progress: "Progress | None") -> "Dealt | None":
    """The deal of a run that is over and came as far as a written offer."""
    if game.bargain is None or play.state.ending < 0 or play.state.reached < WRITTEN_OFFER:
        return None
    # Imported for a deal alone: a story without one never pays for it.
    from negotiator.analysis.best_line import judge
    from negotiator.analysis.dealt import dealt

    return dealt(game, play, judge(game, play, progress))


def _dearest(decisions: tuple[Decision, ...], deal: "Dealt | None") -> int | None:
    """The decision that lost most against the best line found, where that is more than a trifle of what there was."""
    if deal is None or deal.best is None:
        return None
    worst = max(decisions, key=lambda one: one.lost, default=None)
    if worst is None or 100 * worst.lost < TRIFLE * max(deal.best.best - deal.alternative[0], 1):
        return None
    return worst.number


def _decision(game: Game, number: int, turn: Turn, lost: int) -> Decision:
    place = game.places[turn.before.scene]
    saying = saying_of(game, turn.before.scene, turn.move)
    option = place.by_id[turn.move.choice] if turn.move.kind == "choose" else None
    seen = [one for one in choices(game, turn.before) if option and one.id != option.id]
    return Decision(
        number=number,
        scene=place.id,
        stage=STAGES[place.stage],
        place=place.model.place,
        move=turn.move.kind,
        choice=turn.move.choice or turn.move.line,
        text=saying.text,
        brief=brief(game, turn),
        spoken=saying.spoken,
        kind=saying.kind,
        replies=tuple(event.text for event in turn.events if isinstance(event, Replied)),
        learned=tuple(
            Noted(
                game.scenario.facts[event.fact].says, game.scenario.people[event.by].name if event.by else ""
            )
            for event in turn.events
            if isinstance(event, Learned)
        ),
        marks=_marks(option) if option else Marks(0, 0, 0),
        first=option is not None and not turn.before.taken & option.effects.bit,
        others=tuple(_other(place.by_id[one.id], one) for one in seen),
        coach=option.model.coach if option else "",
        moment=option is not None and option.model.moment,
        lost=lost,
        swing=_swing(option, [option, *(place.by_id[one.id] for one in seen if one.enabled)])
        if option
        else 0,
    )


def _marks(option: Option) -> Marks:
    return Marks(option.courage, option.finesse, option.fit)


def _other(option: Option, seen: ChoiceView) -> Other:
    return Other(seen.text, seen.spoken, seen.enabled, seen.locked, option.model.coach)


def _weight(option: Option) -> int:
    return option.courage + option.finesse + option.fit


def _swing(option: Option, takeable: list[Option]) -> int:
    return 10 * _weight(option) - 10 * sum(map(_weight, takeable)) // max(len(takeable), 1)


def _turning(decisions: tuple[Decision, ...]) -> int | None:
    """The pivot that turned most, for better or worse; any decision where the author marked no pivot."""
    counted = [one for one in decisions if one.first and one.swing]
    pivots = [one for one in counted if one.moment] or counted
    return max(pivots, key=lambda one: (abs(one.swing), one.number)).number if pivots else None


def _late(decisions: tuple[Decision, ...]) -> bool:
    """Whether most asks came only once the talk about terms had begun."""
    asks = [one for one in decisions if one.kind in ("question", "counter") and one.first]
    late = [one for one in asks if one.stage in ("conversation", "decision")]
    return len(asks) >= 2 and 2 * len(late) > len(asks)


def _first_field(play: Play) -> int:
    if play.first.field:
        return play.first.field
    narrowed = (event for turn in play.turns for event in turn.events if isinstance(event, Narrowed))
    return next((event.after for event in narrowed), 0)


def _offer_after(play: Play) -> int | None:
    """Number of the decision the written offer came with, 0 when it was there from the start."""
    if play.first.reached >= WRITTEN_OFFER:
        return 0
    for number, turn in enumerate(play.turns, 1):
        if any(isinstance(event, OfferMade) for event in turn.events):
            return number
    return None
