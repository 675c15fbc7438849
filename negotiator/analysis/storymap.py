"""The story as a map: scenes and endings in lanes, and every line that leads from one to another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from negotiator.analysis.ranks import ranked
from negotiator.scenario.models import HERE, STAGES, Choice, Scenario, Scene

LANES = (*STAGES, "endings")
"""What the lanes are called, in the order of the story."""


class Mark(StrEnum):
    """What is special about a scene or an ending."""

    START = "start"
    TABLE = "table"
    ORPHAN = "orphan"
    """Nobody gets here."""
    DEAD_END = "dead end"
    """No choice can be taken, or there comes a moment when none can."""
    NO_WAY_OUT = "no way out"
    """Play goes on, and never comes to an ending."""


TROUBLES = frozenset({Mark.ORPHAN, Mark.DEAD_END, Mark.NO_WAY_OUT})


@dataclass(frozen=True, slots=True)
class Way:
    """One choice, one of its outcomes, or one exit of a table, that leads along a line."""

    id: str
    """Of the choice; of an exit its name: agreed, impasse, withdrawn, walk."""
    text: str
    """What the player says or does."""
    outcome: str = ""
    """Id of the outcome that leads here, where luck decides."""
    share: int | None = None
    """Percent of the outcome's weight, where luck decides."""
    conditional: bool = False
    """It is open only when something holds."""
    days: int = 0
    """What it costs of the offer's life."""


@dataclass(frozen=True, slots=True)
class Node:
    """A scene or an ending."""

    id: str
    title: str
    """A scene's place, an ending's title; may be empty."""
    lane: int
    """Position in LANES."""
    rank: int
    """Row of the whole map, from 0 at the top; a lane's rows follow those of the lane before."""
    choices: int
    marks: tuple[Mark, ...] = ()
    stays: tuple[Way, ...] = ()
    """Ways that lead on in the very same scene."""

    @property
    def ending(self) -> bool:
        """Whether the story stops here."""
        return self.lane == len(STAGES)

    @property
    def troubled(self) -> bool:
        """Whether something is wrong with it."""
        return not TROUBLES.isdisjoint(self.marks)


@dataclass(frozen=True, slots=True)
class Link:
    """All ways from one node to another."""

    source: str
    target: str
    ways: tuple[Way, ...]
    expires: bool = False
    """It is taken when the days of the offer run out."""
    back: bool = False
    """It leads up again, or to the very same scene."""


@dataclass(frozen=True, slots=True)
class StoryMap:
    """The whole story. Nodes and links stand in the author's order, endings last."""

    title: str
    start: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def node(self, name: str) -> Node:
        """The node with this id."""
        return next(node for node in self.nodes if node.id == name)

    def lanes(self) -> Iterator[tuple[str, tuple[Node, ...]]]:
        """Lanes that have something in them, by name."""
        for at, name in enumerate(LANES):
            if inside := tuple(node for node in self.nodes if node.lane == at):
                yield name, inside


def story_map(
    scenario: Scenario, unreached: Iterable[str] = (), stuck: Iterable[str] = (), trapped: Iterable[str] = ()
) -> StoryMap:
    """The map of a scenario that has passed its checks.

    What the lines alone show is marked. `unreached` (scenes and endings), `stuck` and `trapped` (scenes) are what an
    exact search has proved besides.
    """
    links = _links(scenario)
    lanes = {name: STAGES.index(scene.stage) for name, scene in scenario.scenes.items()}
    lanes |= dict.fromkeys(scenario.endings, len(STAGES))
    rows = ranked(scenario.start, lanes, [(link.source, link.target) for link in links if not link.expires])
    marks = _marks(scenario, links, set(unreached), set(stuck), set(trapped))
    nodes = [
        Node(
            name,
            scene.place,
            lanes[name],
            rows[name],
            len(scene.choices),
            marks[name],
            tuple(way for target, way in _ways(scene) if target == HERE),
        )
        for name, scene in scenario.scenes.items()
    ]
    nodes += [
        Node(name, ending.title, lanes[name], rows[name], 0, marks[name])
        for name, ending in scenario.endings.items()
    ]
    placed = (replace(link, back=rows[link.target] <= rows[link.source]) for link in links)
    return StoryMap(scenario.title, scenario.start, tuple(nodes), tuple(placed))


def _links(scenario: Scenario) -> list[Link]:
    found: dict[tuple[str, str, bool], list[Way]] = {}
    for name, scene in scenario.scenes.items():
        for target, way in _ways(scene):
            if target != HERE:
                found.setdefault((name, target, False), []).append(way)
        if scenario.offer:
            for way in _costing(scene):
                found.setdefault((name, scenario.offer.on_expired, True), []).append(way)
    return [Link(source, target, tuple(ways), expires) for (source, target, expires), ways in found.items()]


def _ways(scene: Scene) -> Iterator[tuple[str, Way]]:
    for name, choice in scene.choices.items():
        yield from _targets(name, choice)
    if exits := scene.bargain:
        for way, target in (
            ("agreed", exits.agreed),
            ("impasse", exits.impasse),
            ("withdrawn", exits.withdrawn),
            ("walk", exits.walk or exits.impasse),
        ):
            yield target, Way(way, _EXITS[way])


_EXITS = {
    "agreed": "terms are agreed",
    "impasse": "patience is at its end",
    "withdrawn": "the offer is withdrawn",
    "walk": "you leave the table",
}


def _targets(name: str, choice: Choice) -> Iterator[tuple[str, Way]]:
    text = choice.words
    if choice.goto:
        yield choice.goto, Way(name, text, conditional=choice.when is not None, days=choice.days)
    whole = sum(branch.weight for branch in choice.outcomes.values())
    for outcome, branch in choice.outcomes.items():
        conditional = (choice.when or branch.when) is not None
        yield (
            branch.goto,
            Way(name, text, outcome, round(100 * branch.weight / whole), conditional, choice.days),
        )


def _costing(scene: Scene) -> Iterator[Way]:
    for name, choice in scene.choices.items():
        if choice.days:
            text = choice.words
            yield Way(name, text, conditional=choice.when is not None, days=choice.days)
    if scene.bargain:
        yield Way("table", "rounds at the table")


def _marks(
    scenario: Scenario, links: list[Link], unreached: set[str], stuck: set[str], trapped: set[str]
) -> Mapping[str, tuple[Mark, ...]]:
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for link in links:
        after.setdefault(link.source, []).append(link.target)
        before.setdefault(link.target, []).append(link.source)
    live = _closure([scenario.start], after)
    out = _closure(scenario.endings, before)
    marks: dict[str, tuple[Mark, ...]] = {}
    for name in (*scenario.scenes, *scenario.endings):
        scene = scenario.scenes.get(name)
        empty = scene is not None and not scene.choices and scene.bargain is None
        holds = {
            Mark.START: name == scenario.start,
            Mark.TABLE: scene is not None and scene.bargain is not None,
            Mark.ORPHAN: name not in live or name in unreached,
            Mark.DEAD_END: empty or name in stuck,
            Mark.NO_WAY_OUT: (name not in out and not empty) or name in trapped,
        }
        marks[name] = tuple(mark for mark, here in holds.items() if here)
    return marks


def _closure(start: Iterable[str], links: Mapping[str, list[str]]) -> set[str]:
    work = list(start)
    seen = set(work)
    while work:
        for target in links.get(work.pop(), ()):
            if target not in seen:
                seen.add(target)
                work.append(target)
    return seen
