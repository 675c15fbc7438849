"""The report of a play-test from what was found: each claim with what it rests on."""

from collections.abc import Callable, Iterable

from negotiator.analysis.budget import Stopped
from negotiator.analysis.playtest.claims import PROVED, Basis, Ground
from negotiator.analysis.playtest.distributions import distributions
from negotiator.analysis.playtest.fronts import front
from negotiator.analysis.playtest.made import Made
from negotiator.analysis.playtest.report import (
    Judged,
    Kind,
    Marks,
    Playtest,
    Range,
    Reached,
    Sampled,
    Searched,
    Share,
    Span,
    Spot,
)
from negotiator.analysis.playtest.spots import seen
from negotiator.analysis.playtest.teaching import teaching
from negotiator.analysis.playtest.troubles import troubles
from negotiator.analysis.verdicts import in_words

SPOTS = ("scene", "choice", "ending")


def assembled(made: Made, file: str, seed: int) -> Playtest:
    """Everything that is known by now."""
    scenario, graph, tally = made.game.scenario, made.graph, made.tally
    spots = tuple(seen(made))
    guide = scenario.guide
    return Playtest(
        scenario=scenario.id,
        title=scenario.title,
        language=scenario.language,
        file=file,
        interrupted=made.interrupted,
        searched=Searched(
            complete=graph is not None and graph.complete,
            states=len(graph.rows) - 1 if graph else 0,
            stopped=_stopped(made),
            undecided=in_words(_undecided(made, spots)),
        ),
        sampled=Sampled(tally.plays, tally.uniform, tally.moves, tally.unfinished, seed),
        troubles=tuple(troubles(made, spots)),
        spots=spots,
        ranges=tuple(_ranges(made)),
        shares=tuple(_shares(made, spots)),
        distributions=distributions(made),
        players=tuple(made.players),
        judged=tuple(_judged(made)),
        judged_ground=None if made.judged is None else PROVED,
        length=made.length,
        deal=made.deal,
        teaching=teaching(guide.aims if guide else (), made.players, made.deal) if made.players else None,
    )


def _stopped(made: Made) -> str:
    if made.graph is not None:
        return made.graph.stopped.words
    return f"when the engine failed: {made.failed}" if made.failed else Stopped.INTERRUPTED.words


def _undecided(made: Made, spots: tuple[Spot, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """What neither the search nor a play has decided."""
    if made.reach is None:
        return []
    seen = {spot.path for spot in spots if spot.reached is Reached.REACHED}
    played = {made.game.places[at].id for at in made.tally.stuck}
    return [
        (kind, path)
        for kind, path in made.reach.undecided()
        if kind != "offer"
        and (
            path[1:] not in seen and (path[1], path[-1]) not in seen
            if kind in SPOTS
            else path[1] not in played
        )
    ]


def _judged(made: Made) -> list[Judged]:
    found = []
    for spot, (worth, moments) in (made.judged or {}).items():
        named = made.numbering.named[spot]
        found.append(Judged(worth, (named.path[0], named.path[1]), named.words, moments))
    return found


def _ranges(made: Made) -> list[Range]:
    """First all endings together, then each that came up."""
    played = Ground(Basis.SAMPLED, made.tally.plays)
    rows: list[tuple[str, str, Marks, Marks, tuple[Marks, ...], Ground, Ground]] = []
    for at, stop in enumerate(made.game.stops):
        proved, reach = (made.sums or {}).get(at), made.tally.reach.get(at)
        if proved:
            best = proved.front or (reach.best if reach else ())
            ground = PROVED if proved.front else played
            rows.append((stop.id, stop.model.title, proved.low, proved.high, best, PROVED, ground))
        elif reach and made.sums is None:
            rows.append((stop.id, stop.model.title, reach.low, reach.high, reach.best, played, played))
    if not rows:
        return []
    low = _extreme(min, [row[2] for row in rows])
    high = _extreme(max, [row[3] for row in rows])
    best = front(point for row in rows for point in row[4])
    sure = all(row[6].proved for row in rows)
    whole = ("", "", low, high, best, rows[0][5], PROVED if sure else played)
    return [_range(*row) for row in (whole, *rows)]


def _extreme(pick: Callable[[Iterable[int]], int], marks: list[Marks]) -> Marks:
    courage, finesse, fit = zip(*marks, strict=True)
    return pick(courage), pick(finesse), pick(fit)


def _range(
    ending: str, title: str, low: Marks, high: Marks, best: tuple[Marks, ...], ground: Ground, traded: Ground
) -> Range:
    courage, finesse, fit = (Span(least, most) for least, most in zip(low, high, strict=True))
    return Range(ending, title, courage, finesse, fit, ground, best, traded)


def _shares(made: Made, spots: tuple[Spot, ...]) -> list[Share]:
    """Every ending; those that come up most first."""
    whole = max(made.tally.uniform, 1)
    ground = PROVED if made.odds is not None else Ground(Basis.SAMPLED, made.tally.uniform)
    ends = {spot.path[0]: spot for spot in spots if spot.kind is Kind.ENDING}
    found = []
    for at, stop in enumerate(made.game.stops):
        spot = ends[stop.id]
        share = made.odds.get(at, 0.0) if made.odds is not None else spot.uniform / whole
        never = spot.reached is Reached.NEVER
        found.append(Share(stop.id, stop.model.title, stop.model.outcome, share, PROVED if never else ground))
    return sorted(found, key=lambda one: -one.share)
