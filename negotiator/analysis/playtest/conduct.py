"""A whole play-test: search, random plays, players, deal; each part may be cut short, and the report says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from negotiator.analysis.budget import Budget, Stopped
from negotiator.analysis.deciding import decide
from negotiator.analysis.playtest import exact
from negotiator.analysis.playtest.assembling import assembled
from negotiator.analysis.playtest.dealing import deal_part
from negotiator.analysis.playtest.judged import judged
from negotiator.analysis.playtest.lengths import length
from negotiator.analysis.playtest.made import Made
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.odds import odds
from negotiator.analysis.playtest.report import Playtest
from negotiator.analysis.playtest.sampling import Sampler
from negotiator.analysis.playtest.spots import walk_to
from negotiator.analysis.playtest.storyplayers import WAYS, Players, random_player
from negotiator.analysis.playtest.sums import sums
from negotiator.analysis.playtest.walks import Told, Walker
from negotiator.game.rules import Game

PLAYS = 10_000
Progress = Callable[[str, int, int], None]
"""progress(what is being done, done, of how much); where the whole is not known it is 0."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a play-test may spend."""

    plays: int = PLAYS
    seed: int = 0
    cores: int | None = None
    """None for all of them."""
    budget: Budget = field(default_factory=Budget)


def playtest(game: Game, file: str, told: Told, plan: Plan, progress: Progress | None = None) -> Playtest:
    """Play-test a scenario. Ctrl-C ends the part under way and all later ones; what was found is reported.

    `told` makes the command that replays some moves; `file` is what the report calls the scenario's file.
    """
    numbering = Numbering(game)
    sampler = Sampler(game, numbering)
    made = Made(game, numbering, Walker(game, told), sampler.tally)
    say = progress or (lambda _what, _done, _of: None)
    try:
        _search(made, plan, say)
        if not made.interrupted:
            sampler.run(plan.plays, plan.seed, plan.cores, lambda done, of: say("Playing", done, of))
            _work_out(made, say)
            _players(made, plan, say)
            _read(made, plan, say)
            _bargained(made, plan, say)
    except KeyboardInterrupt:
        made.interrupted = True
    return assembled(made, file, plan.seed)


def _search(made: Made, plan: Plan, say: Progress) -> None:
    """The exact search. An engine that fails in it is played at random all the same, to find the walk."""
    say("Searching", 0, 0)
    with _told_of(made):
        made.reach = decide(
            made.game, plan.budget, lambda done, found: say("Searching", done, found), whole=True
        )
        made.graph = made.reach.graph
        made.interrupted = made.graph.stopped is Stopped.INTERRUPTED
        made.found = exact.look(made.reach, made.numbering)


def _work_out(made: Made, say: Progress) -> None:
    """What only a complete graph tells."""
    graph = made.graph
    if graph is None or not graph.complete:
        return
    say("Working out the marks", 0, 3)
    made.sums = sums(graph)
    say("Working out the marks", 1, 3)
    made.odds = odds(graph)
    say("Working out the marks", 2, 3)
    made.judged = judged(graph, made.numbering)


def _players(made: Made, plan: Plan, say: Progress) -> None:
    """Strategy players of the story, with the uniform policy as one of them."""
    with _told_of(made):
        players = Players(made.game)
        found = [random_player(made.game, made.tally)]
        for at, name in enumerate(WAYS):
            say("Strategy players", at, len(WAYS))
            found.append(players.played(name, plan.seed))
        made.players = found


def _read(made: Made, plan: Plan, say: Progress) -> None:
    say("Reading", 0, 1)
    walks = [walk for at in made.numbering.ending if (walk := walk_to(made, at))]
    proved = made.graph is not None and made.graph.complete
    fewest = min((len(walk.moves) for walk in walks), default=None) if proved else None
    with _told_of(made):
        made.length = length(made.game, made.numbering, plan.seed, walks, fewest)


def _bargained(made: Made, plan: Plan, say: Progress) -> None:
    if made.game.bargain is not None:
        say("The deal", 0, 1)
        made.deal = deal_part(made.game, made.tally, made.liftable(), plan.seed)


@contextmanager
def _told_of(made: Made) -> Iterator[None]:
    """Play one part of the report; where the engine fails in it, the report says so and has no such part."""
    try:
        yield
    except Exception as error:  # noqa: BLE001  a crash of the engine, of whatever kind, is what the report is for
        made.failed = f"{type(error).__name__}: {error}"
