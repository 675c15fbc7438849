"""What a player may see: the engine knows the secrets, a View does not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.game.rules import Game
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.game.step import WRITTEN_OFFER, offered, overruns, running
from negotiator.game.texts import say
from negotiator.game.whens import When
from negotiator.scenario.models import STAGES

if TYPE_CHECKING:
    from negotiator.game.tableview import TableView

SEATS = {
    "recruiter": "recruiter",
    "hr": "HR",
    "peer": "peer",
    "hiring_manager": "hiring manager",
    "executive": "executive",
    "other": "",
}


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody in the scene, or met before."""

    id: str
    name: str
    title: str
    seat: str
    """In words: "hiring manager"; empty for people outside the company's order."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice as it stands on the screen."""

    number: int
    """1 and up, locked ones counted."""
    id: str
    text: str
    spoken: bool
    kind: str
    enabled: bool
    locked: str
    """Why it cannot be taken; empty when it can."""
    days: int
    """What it costs of the offer's life, once there is an offer."""
    overruns: bool
    """The offer would expire before it is done."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact in the notebook."""

    id: str
    says: str
    sources: tuple[str, ...]
    """Who or what it can be had from, as far as the player has met them."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """The written offer on the table."""

    sender: PersonView | None
    paragraphs: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    """Label and value, in the author's order."""
    days: int
    """Its full life."""


@dataclass(frozen=True, slots=True)
class EndingView:
    """Where the story stopped."""

    id: str
    outcome: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a run, as the player sees it."""

    scenario: str
    title: str
    scene: str
    visit: int
    stage: str
    reached: str
    place: str
    people: tuple[PersonView, ...]
    paragraphs: tuple[str, ...]
    choices: tuple[ChoiceView, ...]
    field: int
    """Candidates still in the running; 0 when unknown or over."""
    days_left: int | None
    """None before the written offer, 0 on the last day, -1 once it has expired."""
    letter: LetterView | None
    facts: tuple[FactView, ...]
    facts_in_all: int
    met: tuple[PersonView, ...]
    ending: EndingView | None
    undo: str
    table: "TableView | None"
    """Where terms are negotiated: the table."""
    declared: tuple[str, ...]
    """Ids of the issues the player has put down as dearest."""


def person(game: Game, pid: str) -> PersonView:
    """Somebody as the player may know them."""
    model = game.scenario.people[pid]
    return PersonView(pid, model.name, model.title, SEATS[model.seat])


def choices(game: Game, state: State) -> tuple[ChoiceView, ...]:
    """The choices on the screen, locked ones with their reason."""
    seen = []
    live = running(state)
    for number, (option, enabled) in enumerate(offered(game, state), 1):
        model = option.model
        days = option.days if live else 0
        seen.append(
            ChoiceView(
                number=number,
                id=option.id,
                text=model.words,
                spoken=model.say is not None,
                kind=model.kind or "",
                enabled=enabled,
                locked="" if enabled else model.locked or "",
                days=days,
                overruns=overruns(option, state),
            )
        )
    return tuple(seen)


def scene_text(game: Game, state: State) -> tuple[str, ...]:
    """The paragraphs of the scene as they read in this state."""
    place = game.places[state.scene]
    visit = state.visits >> state.scene * VISIT_BITS & MAX_VISITS
    text = place.model.again if visit > 1 and place.model.again else place.model.text
    return _paragraphs(game, text, place.more, state)


def _paragraphs(game: Game, text: str, more: tuple[tuple[When, str], ...], state: State) -> tuple[str, ...]:
    texts = [text, *(piece for when, piece in more if when(state))]
    return tuple(
        paragraph for part in texts for paragraph in say(game, state, part).split("\n\n") if paragraph
    )


def letter(game: Game, state: State) -> LetterView | None:
    """The written offer, once there is one."""
    offer = game.scenario.offer
    if offer is None or state.reached < WRITTEN_OFFER:
        return None
    return LetterView(
        sender=person(game, offer.from_) if offer.from_ else None,
        paragraphs=tuple(offer.text.split("\n\n")) if offer.text else (),
        terms=tuple((term.label, term.is_) for term in offer.terms.values()),
        days=offer.days,
    )


def _met(game: Game, state: State) -> dict[str, PersonView]:
    present = {
        pid
        for at, place in enumerate(game.places)
        if place.model.with_ and state.visits >> at * VISIT_BITS & MAX_VISITS
        for pid in place.model.with_
    }
    return {pid: person(game, pid) for pid in game.scenario.people if pid in present}


def _facts(game: Game, state: State, met: dict[str, PersonView]) -> tuple[FactView, ...]:
    known = []
    for at, (fid, fact) in enumerate(game.scenario.facts.items()):
        if state.facts >> at & 1:
            sources = [met[pid].name for pid in fact.known_by if pid in met]
            known.append(FactView(fid, fact.says, (*sources, *([fact.found] if fact.found else []))))
    return tuple(known)


def _ending(game: Game, state: State) -> EndingView | None:
    if state.ending < 0:
        return None
    stop = game.stops[state.ending]
    model = stop.model
    return EndingView(stop.id, model.outcome, model.title, _paragraphs(game, model.text, stop.more, state))


def view(game: Game, state: State) -> View:
    """Everything a player may see of a moment, and nothing else."""
    place = game.places[state.scene]
    met = _met(game, state)
    offer = state.reached >= WRITTEN_OFFER and game.scenario.offer is not None
    return View(
        scenario=game.scenario.id,
        title=game.scenario.title,
        scene=place.id,
        visit=state.visits >> state.scene * VISIT_BITS & MAX_VISITS,
        stage=STAGES[place.stage],
        reached=STAGES[state.reached],
        place=place.model.place,
        people=tuple(person(game, pid) for pid in place.model.with_),
        paragraphs=scene_text(game, state),
        choices=choices(game, state),
        field=state.field,
        days_left=state.days if offer else None,
        letter=letter(game, state),
        facts=_facts(game, state, met),
        facts_in_all=len(game.fact_ids),
        met=tuple(met.values()),
        ending=_ending(game, state),
        undo=game.scenario.undo,
        table=_table(game, state),
        declared=tuple(game.term_ids[at] for at in state.notes.declared) if state.notes else (),
    )


def _table(game: Game, state: State) -> "TableView | None":
    if state.ending >= 0 or game.places[state.scene].exits is None:
        return None
    # Imported at the table: no other scene needs any of it.
    from negotiator.game.tableview import table_view

    return table_view(game, state)
