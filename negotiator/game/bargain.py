"""The deal of a scenario laid out for play: ids and positions, who sits there, what is guarded, what can be asked."""

from functools import cached_property

from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import STYLES, Manner
from negotiator.bargaining.talk import PRIORITIES, Talk
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.game.table import lifted_at_start, table_of
from negotiator.scenario import models as m
from negotiator.scenario.deal_models import DealCounterpart

GUARDED_PRIORITIES, GUARDED_LIMIT = 6, 1
"""How guarded the answer is to what matters most, and to who may lift a limit."""


class Bargain:
    """Everything of a deal that play needs, made once for each game. Never changed."""

    def __init__(self, scenario: m.Scenario) -> None:
        """`scenario` has a deal; without a counterpart it can be looked at, not negotiated."""
        assert scenario.deal is not None
        self.model = scenario.deal
        self.scenario = scenario
        self.deal: Deal = table_of(self.model)
        self.who = self.model.counterpart.who if self.model.counterpart else ""
        self.shape_at = {shape.id: at for at, shape in enumerate(self.deal.structures)}
        self.issue_at = {issue.id: at for at, issue in enumerate(self.deal.issues)}
        self.option_at = [{one.id: at for at, one in enumerate(issue.options)} for issue in self.deal.issues]
        self.limit_ids = tuple(limit.id for limit in self.deal.limits)
        self.guarded = tuple(issue.guarded for issue in self.model.issues.values())
        self.firm = {name: limit.firm for name, limit in self.model.limits.items()}
        self.own = lifted_at_start(scenario)
        """Limits that the counterpart's own seat lifts."""
        self.facts = tuple(
            name for name, fact in scenario.facts.items() if fact.topic and self.who in fact.known_by
        )
        """Facts that can be asked for at the table."""

    @cached_property
    def counterpart(self) -> Counterpart:
        """Who answers."""
        return Counterpart(self.deal, manner_of(self.model.counterpart or DealCounterpart(who="nobody")))

    def talk(self, game: Game, state: State) -> Talk:
        """The talk as it stands now: what the story has opened, lifted and warmed since the last word counts too."""
        brought = game.trust(state) if game.trust else 0
        talk = state.talk
        if talk is None:
            talk = Talk(trust=brought)
        elif brought != state.brought:
            talk = talk._replace(trust=min(max(talk.trust + brought - state.brought, 0), 10))
        lifted = self.own.union(name for at, name in enumerate(self.limit_ids) if state.lifted >> at & 1)
        return talk._replace(lifted=talk.lifted | lifted, shapes=self.shapes(game, state))

    def shapes(self, game: Game, state: State) -> frozenset[int]:
        """The structures that can be spoken of."""
        return frozenset(at for at, needs in enumerate(game.needs) if needs is None or needs(state))

    def default(self, structure: int) -> Package:
        """A package in which nothing has been touched: the letter's terms where the shape allows them, else its first."""
        only = self.deal.structures[structure].only
        options = []
        for at, issue in enumerate(self.deal.issues):
            allowed = only.get(at)
            options.append(
                issue.letter if allowed is None or issue.letter in allowed else min(allowed, default=0)
            )
        return Package(structure, tuple(options))

    def topics(self) -> tuple[str, ...]:
        """Everything one can ask about: issues, what matters most, limits, facts with a topic."""
        return (PRIORITIES, *self.issue_at, *self.limit_ids, *self.facts)

    def guard(self, topic: str) -> tuple[int, bool]:
        """How guarded a topic is, 0 to 10, and whether it is a problem (and not a wish)."""
        if topic == PRIORITIES:
            return GUARDED_PRIORITIES, False
        if topic in self.issue_at:
            return self.guarded[self.issue_at[topic]], False
        if topic in self.limit_ids:
            return GUARDED_LIMIT, True
        return self.scenario.facts[topic].guarded, True


def manner_of(model: DealCounterpart) -> Manner:
    """The dials of a style, with those the author has set."""
    style = STYLES[model.style]

    def dial(own: int | None, usual: int) -> int:
        return usual if own is None else own

    return Manner(
        concession=dial(model.concession, style.concession),
        patience=dial(model.patience, style.patience),
        reciprocity=dial(model.reciprocity, style.reciprocity),
        candour=dial(model.candour, style.candour),
        tolerance=dial(model.tolerance, style.tolerance),
    )


def bargain_of(game: Game) -> Bargain:
    """The deal of a game that has one."""
    assert game.bargain is not None
    return game.bargain()


def agreement(deal: Deal, package: Package) -> tuple[int, ...]:
    """A package as State.agreed holds it."""
    return int(package == deal.letter), package.structure, *package.options


def agreed_package(state: State) -> Package | None:
    """What was agreed, None while nothing is."""
    return Package(state.agreed[1], state.agreed[2:]) if state.agreed else None
