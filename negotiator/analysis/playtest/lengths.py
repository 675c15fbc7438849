"""How long a story is for who plays it: the shortest, the median and the longest of many ways through."""

from collections.abc import Iterable

from negotiator.analysis.length import Read, read_through, texts, words
from negotiator.analysis.playtest.claims import Basis, Ground, Walk
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.onceplay import OncePlay
from negotiator.analysis.playtest.played import Length, Trip
from negotiator.analysis.playtest.tally import Tally, Trail
from negotiator.analysis.playtest.walks import move_of
from negotiator.game.rules import Game
from negotiator.game.state import Move, State

PLAYS = 200
"""Random plays that are read."""
Ended = tuple[Read, State]


def length(
    game: Game, numbering: Numbering, seed: int, walks: Iterable[Walk], fewest: int | None
) -> Length | None:
    """From random plays, and from these walks to endings. None when no play came to an ending.

    `fewest`: moves of the shortest way to an ending, where that is proved.
    """
    ends = [_read(game, Trail(walk.seed or 0, walk.moves)) for walk in walks if walk.exact]
    trails = [_trail(game, numbering, seed + number) for number in range(PLAYS)]
    plays = [_read(game, trail) for trail in trails if trail is not None]
    finished = sorted((one for one in (*ends, *plays) if one[1].ending >= 0), key=_by_time)
    if not finished:
        return None
    middle = sorted(plays, key=_by_time)[len(plays) // 2] if plays else finished[len(finished) // 2]
    named = (("shortest", finished[0]), ("median", middle), ("longest", finished[-1]))
    return Length(
        trips=tuple(_trip(game, name, one) for name, one in named),
        ground=Ground(Basis.SAMPLED, len(plays)),
        fewest=fewest,
        words=sum(map(words, texts(game.scenario))),
    )


def _trail(game: Game, numbering: Numbering, seed: int) -> Trail | None:
    """A random play; None when it came to no ending."""
    once = OncePlay(game, numbering, Tally(len(numbering)), seed, uniform=True)
    once.play()
    return None if once.tally.unfinished else Trail(seed, tuple(once.moves))


def _read(game: Game, trail: Trail) -> Ended:
    left = iter(trail.moves)

    def next_move(state: State) -> Move | None:
        text = next(left, None)
        return None if text is None else move_of(game, state, text)

    return read_through(game, trail.seed, next_move)


def _by_time(one: Ended) -> tuple[float, int]:
    return one[0].seconds, one[0].taken


def _trip(game: Game, name: str, one: Ended) -> Trip:
    read, state = one
    return Trip(name, read.words, round(read.seconds / 60, 1), read.taken, game.stops[state.ending].id)
