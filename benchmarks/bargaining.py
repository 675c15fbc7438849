"""The exact frontier on tables of 10,000 points, and whole sessions on the shipped deal, beside plain enumeration."""

import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

from negotiator.analysis.players import session
from negotiator.analysis.simulate import keyed, setting_of
from negotiator.analysis.strategies import Conduct, Setting
from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Deal, Issue, Option, Structure
from negotiator.bargaining.frontier import efficient, frontier
from negotiator.bargaining.manner import STYLES
from negotiator.bargaining.solutions import kalai_smorodinsky, nash
from negotiator.scenario.loader import require

MOST = 10_000
Points = Callable[[Random], tuple[int, int]]


def mixed(random: Random) -> tuple[int, int]:
    """Each party's points by themselves."""
    return random.randint(0, MOST), random.randint(0, MOST)


def opposed(random: Random) -> tuple[int, int]:
    """What one gains the other mostly loses."""
    you = random.randint(0, MOST)
    return you, min(max(MOST - you + random.randint(-MOST // 20, MOST // 20), 0), MOST)


def zero_sum(random: Random) -> tuple[int, int]:
    """What one gains the other loses, point for point."""
    you = random.randint(0, MOST)
    return you, MOST - you


def deal(issues: int, options: int, points: Points) -> Deal:
    """A generated deal of one structure."""
    random = Random(0)
    table = tuple(
        Issue(f"i{at}", "", tuple(Option(f"o{n}", "", *points(random)) for n in range(options)))
        for at in range(issues)
    )
    return Deal((Structure("s", ""),), table)


def _seconds(work: Callable[[], object], runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def _solve(made: Deal) -> None:
    whole = frontier(made)
    nash(whole.points, (0, 0))
    kalai_smorodinsky(whole.points, (0, 0))


def _enumerated(made: Deal) -> None:
    rows = [[(option.you, option.them) for option in issue.options] for issue in made.issues]
    efficient([(sum(p[0] for p in one), sum(p[1] for p in one)) for one in product(*rows)])


def report(runs: int, sessions: int) -> None:
    """Print the figures."""
    small = deal(4, 10, mixed)
    each = _seconds(lambda: _enumerated(small), 3) / 10**4
    print(
        f"yardstick, enumeration: {each * 1e6:.2f} microseconds an outcome, so {each * 10**6:.1f} s for a million"
    )
    for name, issues, options in (("10^6", 6, 10), ("10^10", 12, 7)):
        for points in (mixed, opposed, zero_sum):
            made = deal(issues, options, points)
            seconds = _seconds(lambda made=made: _solve(made), runs)  # type: ignore[misc]  # bound at once
            tracemalloc.start()
            _solve(made)
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
            kind = points.__name__.replace("_", "-")
            print(f"frontier, Nash, Kalai-Smorodinsky, {name} {kind}: {seconds * 1000:.1f} ms, {peak:.0f} MB")
    _sessions(sessions)


def _sessions(count: int) -> None:
    """Sessions of twelve messages a second: both sides search every time, shapes and limits all open, nothing kept
    from one session to the next.
    """
    shipped = setting_of(require(Path(__file__).parent.parent / "scenarios" / "two-roles-one-title.toml"))
    made = Setting(deal(12, 6, opposed))
    for name, setting in (("the shipped deal", shipped), ("12 generated issues", made)):
        began = time.perf_counter()
        messages = sum(_messages(setting, run) for run in range(count))
        seconds = time.perf_counter() - began
        print(
            f"sessions of 12 messages on {name}: {messages / 12 / seconds:.0f} a second"
            f" ({count} played, {messages / count:.1f} messages each)"
        )


def _messages(setting: Setting, run: int) -> int:
    """How many messages a session took in which the player asks for all and gives way slowly."""
    person = Counterpart(setting.deal, replace(STYLES["fair"], patience=12, concession=5))
    every = setting.talk()._replace(lifted=setting.deal.every_limit)
    slow = Conduct(opening=110, least=95, several=2, asks=3, tells=2, takes=0)
    return session(person, setting, slow, keyed(0, run, "slow"), start=every).talk.turn


if __name__ == "__main__":
    report(5, 200)
