"""What is to be mended: dead ends, choices that vanish, no way out, crashes, what nobody reaches; each with its walk."""

from collections.abc import Iterator

from negotiator.analysis.playtest.claims import PROVED, Basis, Ground, Walk
from negotiator.analysis.playtest.made import Made
from negotiator.analysis.playtest.onceplay import LONGEST
from negotiator.analysis.playtest.report import Fault, Kind, Reached, Spot, Trouble
from negotiator.analysis.playtest.walks import walked
from negotiator.scenario.findings import Severity


def troubles(made: Made, spots: tuple[Spot, ...]) -> list[Trouble]:
    """The worst first."""
    found = [*_crashes(made), *_stuck(made), *_trapped(made), *_unreached(spots), *_endless(made)]
    return sorted(found, key=lambda one: one.severity.rank)


def _crashes(made: Made) -> Iterator[Trouble]:
    for (scene, words), trail in sorted(made.tally.crashes.items()):
        place = made.game.places[scene].id
        message = f"the engine fails in the scene '{place}': {words}"
        walk = made.walker.of_trail(trail, needs_seed=False)
        yield Trouble(Fault.CRASH, Severity.ERROR, (place,), message, PROVED, walk)
    if made.failed and not made.tally.crashes:
        message = f"the engine fails when it is searched: {made.failed}"
        yield Trouble(Fault.CRASH, Severity.ERROR, (), message, PROVED, None)


def _stuck(made: Made) -> Iterator[Trouble]:
    searched = made.found.stuck if made.found else {}
    for scene in sorted(searched.keys() | made.tally.stuck.keys()):
        place, trail = made.game.places[scene], made.tally.stuck.get(scene)
        if scene in searched and made.graph is not None:
            walk: Walk | None = made.walker.of_graph(walked(made.graph, searched[scene]), trail)
        else:
            walk = made.walker.of_trail(trail, needs_seed=False) if trail else None
        if not any(made.seen(made.numbering.of(option)) for option in place.options):
            fault = Fault.DEAD_END
            message = f"whoever comes to the scene '{place.id}' can take no choice there"
        else:
            fault = Fault.VANISHED
            message = f"in the scene '{place.id}' there comes a moment when no choice can be taken"
        yield Trouble(fault, Severity.ERROR, (place.id,), message, PROVED, walk)


def _trapped(made: Made) -> Iterator[Trouble]:
    if made.found is None or made.graph is None:
        return
    for scene, at in sorted(made.found.trapped.items()):
        place = made.game.places[scene].id
        message = f"in the scene '{place}' there comes a moment from which no way leads to an ending"
        walk = made.walker.of_graph(walked(made.graph, at))
        yield Trouble(Fault.TRAP, Severity.ERROR, (place,), message, PROVED, walk)


def _unreached(spots: tuple[Spot, ...]) -> Iterator[Trouble]:
    """What nobody comes to. Of what stands in an unreached scene or choice nothing more is said."""
    lost = {spot.path for spot in spots if spot.reached is not Reached.REACHED}
    for spot in spots:
        if spot.path not in lost or any(spot.path[:most] in lost for most in range(1, len(spot.path))):
            continue
        proved = spot.reached is Reached.NEVER
        severe = proved and spot.kind in (Kind.SCENE, Kind.ENDING)
        said = "can never be" if proved else "was not"
        done = {Kind.CHOICE: "taken", Kind.OUTCOME: "drawn"}.get(spot.kind, "reached")
        tail = "" if proved else f" in {spot.ground.plays:,} plays"
        yield Trouble(
            Fault.UNREACHED,
            Severity.ERROR if severe else Severity.WARNING,
            spot.path,
            f"the {spot.kind} '{spot.id}' {said} {done}{tail}",
            spot.ground,
            None,
        )


def _endless(made: Made) -> Iterator[Trouble]:
    """Plays that were given up, where nothing is proved of a way out."""
    if made.found is not None and (made.found.trapped or (made.graph and made.graph.complete)):
        return
    for scene, trail in sorted(made.tally.endless.items()):
        place = made.game.places[scene].id
        message = f"a play had come to no ending after {LONGEST:,} moves; it was in the scene '{place}'"
        ground = Ground(Basis.SAMPLED, made.tally.plays)
        walk = made.walker.of_trail(trail, needs_seed=False)
        yield Trouble(Fault.ENDLESS, Severity.WARNING, (place,), message, ground, walk)
