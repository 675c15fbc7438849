"""What the player sees at the table: own points, what has been learned of theirs, who may lift what. No secrets."""

from dataclasses import dataclass

from negotiator.bargaining.classes import by_span
from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.search import Table as Searched
from negotiator.bargaining.search import valuation
from negotiator.bargaining.talk import PRIORITIES, Level, Talk
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.moves import said_package
from negotiator.game.rules import Game
from negotiator.game.spoken import best_option, rank_words, shapes_spoken_of, topic_words, who_lifts
from negotiator.game.state import State


@dataclass(frozen=True, slots=True)
class OptionView:
    """One value of a term."""

    id: str
    label: str
    own: int
    """Points for the player."""
    offered: bool
    """It stands in the letter."""
    barred: str
    """Id of the limit that keeps it from being granted now; empty when nothing does."""
    event: str
    """What it hangs on; empty when on nothing."""
    chance: int
    """Percent the player gives the event; 100 without one."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One issue, with what is known of the other side's mind."""

    id: str
    label: str
    options: tuple[OptionView, ...]
    known: str
    """What has been learned of what it is worth to the counterpart, in words; empty while nothing has."""
    span: int
    """Best less worst option, in the player's points."""


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A structure of the job."""

    id: str
    label: str
    open: bool
    """It can be spoken of; what cannot is not named on the screen."""
    own: int
    allowed: tuple[tuple[int, ...], ...]
    """For each issue the positions of the options this shape allows, in the author's order."""
    default: "PackageView"
    """The shape with nothing touched."""


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package with its worth to the player."""

    structure: int
    options: tuple[int, ...]
    own: int
    line: str
    """As a move writes it."""


@dataclass(frozen=True, slots=True)
class RoundView:
    """One package of the history: the letter, one the player sent, or one that came back."""

    by: str
    """letter, you or them."""
    number: int
    """Of the message, from 1; 0 for the letter."""
    package: PackageView


@dataclass(frozen=True, slots=True)
class TopicView:
    """Something one can ask about."""

    id: str
    words: str
    kind: str
    """priorities, issue, limit or fact."""
    level: str
    """How much has been told: nothing, partly, full."""


@dataclass(frozen=True, slots=True)
class LimitView:
    """Something the counterpart may not grant by themselves."""

    id: str
    reason: str
    who: str
    """Who may lift it."""
    lifted: bool
    refused: bool
    """It has been carried up and came back with a no; a new reason may help."""


@dataclass(frozen=True, slots=True)
class TableView:
    """The table as the player sees it. Positions are those of `terms`, `shapes` and their options."""

    who: str
    """Id of the counterpart."""
    terms: tuple[TermView, ...]
    shapes: tuple[ShapeView, ...]
    limits: tuple[LimitView, ...]
    history: tuple[RoundView, ...]
    """The letter, then every package in order."""
    on_table: PackageView
    """What `accept` takes: the counterpart's latest package, else the letter."""
    alternative: int
    """Own points of the best alternative to a deal."""
    alternative_says: str
    wish: int
    """Own points of the best package that could be sent now."""
    topics: tuple[TopicView, ...]
    reasons: tuple[str, ...]
    forms: tuple[str, ...]
    told: tuple[str, ...]
    """Ids of issues the player said matter."""
    spared: tuple[str, ...]
    used: tuple[str, ...]
    """Reasons given so far."""
    turn: int
    """Messages sent."""
    thin: str
    """A word when patience runs out; empty before."""
    joints: tuple[tuple[tuple[tuple[int, int], ...], int], ...]
    """Own points on top when options stand together: pairs of issue and option, and the points."""
    agreed: PackageView | None

    def own(self, structure: int, options: tuple[int, ...]) -> int:
        """What a package would be worth to the player, in points."""
        terms = sum(term.options[at].own for term, at in zip(self.terms, options, strict=True))
        joint = sum(own for pairs, own in self.joints if all(options[issue] == at for issue, at in pairs))
        return self.shapes[structure].own + terms + joint


def table_view(game: Game, state: State) -> TableView:
    """The table in this state. The scenario has a deal."""
    bargain = bargain_of(game)
    talk = bargain.talk(game, state)
    deal = bargain.deal
    agreed = agreed_package(state)
    searched = Searched(deal).best(talk.shapes, deal.every_limit, valuation(deal, 0), side=0, floor=-(10**9))
    history = _history(bargain, talk)
    says = bargain.model.alternatives.you
    return TableView(
        who=bargain.who,
        terms=tuple(_term(bargain, talk, at) for at in range(len(deal.issues))),
        shapes=tuple(_shape(bargain, talk, at) for at in range(len(deal.structures))),
        limits=tuple(
            LimitView(
                one.id,
                one.reason,
                who_lifts(bargain, one),
                lifted=one.id in talk.lifted,
                refused=one.id in talk.refused,
            )
            for one in deal.limits
        ),
        history=history,
        on_table=history[-1].package
        if history[-1].by == "them"
        else next((one.package for one in reversed(history) if one.by != "you"), history[0].package),
        alternative=deal.reservation[0],
        alternative_says=says.says if says else "",
        wish=deal.points(searched.package)[0] if searched else deal.points(deal.letter)[0],
        topics=tuple(_topic(bargain, talk, one) for one in bargain.topics()),
        reasons=tuple(one.value for one in Reason if one),
        forms=tuple(form.value for form in Form),
        told=tuple(deal.issues[at].id for at in sorted(talk.told)),
        spared=tuple(deal.issues[at].id for at in sorted(talk.spared)),
        used=tuple(sorted(talk.used)),
        turn=talk.turn,
        thin=_patience(bargain, talk),
        joints=tuple((tuple(joint.options.items()), joint.you) for joint in deal.joints if joint.you),
        agreed=package_view(bargain, agreed) if agreed else None,
    )


def package_view(bargain: Bargain, package: Package) -> PackageView:
    """A package as the player may see it."""
    own = bargain.deal.points(package)[0]
    return PackageView(package.structure, package.options, own, said_package(bargain, package))


def _term(bargain: Bargain, talk: Talk, at: int) -> TermView:
    issue = bargain.deal.issues[at]
    models = list(bargain.model.issues[issue.id].options.values())
    barred = {
        option: limit.id
        for limit in bargain.deal.limits
        if limit.id not in talk.lifted
        for option in limit.options.get(at, ())
    }
    own = [option.you for option in issue.options]
    return TermView(
        id=issue.id,
        label=issue.label,
        options=tuple(
            OptionView(
                option.id,
                option.label,
                option.you,
                offered=n == issue.letter,
                barred=barred.get(n, ""),
                event=model.event,
                chance=model.chance.you if model.chance else 100,
            )
            for n, (option, model) in enumerate(zip(issue.options, models, strict=True))
        ),
        known=known(bargain, talk, at),
        span=max(own) - min(own),
    )


def known(bargain: Bargain, talk: Talk, at: int) -> str:
    """What the counterpart has told about an issue, by being asked for it or for what matters most."""
    issue = bargain.deal.issues[at]
    level = talk.level(issue.id)
    said = []
    if level is Level.FULL:
        said.append(rank_words(bargain.deal, at, shapes_spoken_of(talk)))
    else:
        order = by_span(bargain.deal, 1, shapes_spoken_of(talk))
        told = talk.level(PRIORITIES)
        if told is not Level.NOTHING and at == order[0]:
            said.append("named first")
        elif told is Level.FULL and at == order[min(1, len(order) - 1)]:
            said.append("named second")
        elif told is Level.FULL and at == order[-1]:
            said.append("named last")
    if level is not Level.NOTHING:
        said.append(f"likes: {best_option(bargain, talk, at)}")
    return "; ".join(said)


def _shape(bargain: Bargain, talk: Talk, at: int) -> ShapeView:
    shape = bargain.deal.structures[at]
    allowed = tuple(
        tuple(n for n in range(len(issue.options)) if number not in shape.only or n in shape.only[number])
        for number, issue in enumerate(bargain.deal.issues)
    )
    return ShapeView(
        shape.id,
        shape.label,
        open=at in talk.shapes,
        own=shape.you,
        allowed=allowed,
        default=package_view(bargain, bargain.default(at)),
    )


def _history(bargain: Bargain, talk: Talk) -> tuple[RoundView, ...]:
    rounds = [RoundView("letter", 0, package_view(bargain, bargain.deal.letter))]
    for number, message in enumerate(talk.sent, 1):
        rounds += [RoundView("you", number, package_view(bargain, one)) for one in message]
        if number <= len(talk.received):
            rounds.append(RoundView("them", number, package_view(bargain, talk.received[number - 1])))
    return tuple(rounds)


def _topic(bargain: Bargain, talk: Talk, topic: str) -> TopicView:
    kind = (
        PRIORITIES
        if topic == PRIORITIES
        else "issue"
        if topic in bargain.issue_at
        else "limit"
        if topic in bargain.limit_ids
        else "fact"
    )
    return TopicView(topic, topic_words(bargain, topic), kind, talk.level(topic).value)


def _patience(bargain: Bargain, talk: Talk) -> str:
    left = bargain.counterpart.manner.patience - talk.turn
    name = bargain.scenario.people[bargain.who].name if bargain.who in bargain.scenario.people else "They"
    if left <= 1:
        return f"{name} has time for one more."
    return f"{name} has begun to look at the clock." if left <= 3 else ""
