"""What a debrief of a negotiated run takes: the best line, what a question is worth, the whole of it; beside one talk."""

import time
from collections.abc import Callable
from pathlib import Path

from negotiator.analysis.best_line import judge
from negotiator.analysis.debrief import debrief
from negotiator.analysis.players import session
from negotiator.analysis.strategies import CONDUCT, Mode, Setting
from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.manner import STYLES
from negotiator.bargaining.questions import AboutIssue, FullRanking, Priorities
from negotiator.bargaining.worth import Worth
from negotiator.game.bargain import bargain_of
from negotiator.game.compiling import compile_game
from negotiator.game.negotiate import luck_of
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from negotiator.game.state import AT_TABLE, Move, choose
from negotiator.scenario.loader import require

ROOT = Path(__file__).parent.parent


def played(name: str) -> tuple[Game, Play]:
    """The flagship, played by a script of the tests."""
    game = compile_game(require(ROOT / "scenarios" / "two-roles-one-title.toml"))
    play = begin(game)
    for line in (ROOT / "tests" / "scripts" / f"{name}.txt").read_text("utf-8").splitlines():
        kind, _, rest = line.strip().partition(" ")
        if kind and not kind.startswith("#"):
            play = advance(game, play, Move(kind, line=rest) if kind in AT_TABLE else choose(kind))
    return game, play


def _median(work: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return sorted(taken)[len(taken) // 2]


def report(runs: int) -> None:
    """Print the figures, medians."""
    game, play = played("two-roles-curious")
    bargain = bargain_of(game)
    luck = luck_of(play.first, game.scenario.id)
    setting = Setting(bargain.deal, lifted=bargain.own)

    def talk() -> object:
        # A counterpart of its own: what one has searched for it remembers.
        return session(Counterpart(bargain.deal, STYLES["fair"]), setting, CONDUCT[Mode.COLLABORATE], luck)

    one = _median(talk, runs)
    print(f"yardstick, one talk of a collaborating player: {one * 1000:.1f} ms")

    def fresh() -> Game:
        return compile_game(game.scenario)

    games = [fresh() for _ in range(2 * runs)]
    line = _median(lambda: judge(games.pop(), play), runs)
    whole = _median(lambda: debrief(games.pop(), play, Yardstick((-14, 71), (-19, 67), proved=True)), runs)
    print(f"best line for a finished run: {line * 1000:.0f} ms ({line / one:.0f} talks)")
    print(f"whole debrief of it: {whole * 1000:.0f} ms ({whole / one:.0f} talks)")
    worth = Worth(bargain.deal, luck)
    questions = [AboutIssue(0), AboutIssue(3, full=False), Priorities(), FullRanking()]
    each = [_median(lambda question=question: worth.diagnosticity(question), runs) for question in questions]  # type: ignore[misc]  # bound at once
    print(
        f"a question's worth: {max(each) * 1000:.0f} ms at most of four kinds ({max(each) / one:.1f} talks)"
    )


if __name__ == "__main__":
    report(7)
