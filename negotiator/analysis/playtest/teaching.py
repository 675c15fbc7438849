"""Does a scenario reward what it says it teaches? Held against what its players, and strategies at its table, came to."""

from collections.abc import Iterator, Sequence

from negotiator.analysis.playtest.claims import Basis, Ground
from negotiator.analysis.playtest.played import Lesson, Player, Teaching
from negotiator.analysis.playtest.storyplayers import RANDOM
from negotiator.analysis.playtest.tabled import DealPart
from negotiator.analysis.simulate import Tally
from negotiator.analysis.strategies import Mode


def teaching(aims: Sequence[str], players: Sequence[Player], deal: DealPart | None) -> Teaching | None:
    """The verdict with its reasons; None when the players have not played."""
    by_name = {one.name: one for one in players}
    lessons = (*(_of_story(by_name) if len(by_name) > 1 else ()), *(_of_deal(deal) if deal else ()))
    if not lessons:
        return None
    held = sum(one.holds for one in lessons)
    verdict = "yes" if held == len(lessons) else "no" if 2 * held < len(lessons) else "partly"
    sentence = {
        "yes": f"Yes: all {held} of the things that a case should reward are rewarded here.",
        "partly": f"In part: {held} of {len(lessons)} things that a case should reward are rewarded here.",
        "no": f"No: only {held} of {len(lessons)} things that a case should reward are rewarded here.",
    }[verdict]
    return Teaching(verdict, sentence, tuple(aims), lessons)


def _of_story(players: dict[str, Player]) -> Iterator[Lesson]:
    ground = Ground(Basis.SAMPLED, sum(one.plays for one in players.values()))
    asking, random = players["asking"], players[RANDOM]
    yield Lesson(
        f"Asking first brings more fit ({asking.fit:.1f}) than taking anything ({random.fit:.1f}).",
        asking.fit > random.fit,
        ground,
    )
    hurried = players["hurried"]
    yield Lesson(
        f"Asking first brings more fit ({asking.fit:.1f}) than hurrying ({hurried.fit:.1f}).",
        asking.fit > hurried.fit,
        ground,
    )
    bold, smooth = players["bold"], players["smooth"]
    yield Lesson(
        f"Courage alone is punished: the bold player loses {_percent(bold.lost)} of its offers, the smooth one "
        f"{_percent(smooth.lost)}; they come to a fit of {bold.fit:.1f} and {smooth.fit:.1f}.",
        bold.lost > smooth.lost or bold.fit < smooth.fit,
        ground,
    )
    fitting = players["fitting"]
    yield Lesson(
        f"It matters what one does: random play comes to a fit of {random.fit:.1f} and loses {_percent(random.lost)} of "
        f"its offers; who looks for fit comes to {fitting.fit:.1f}.",
        random.fit < fitting.fit,
        ground,
    )
    best = _best_at_all(list(players.values()))
    yield Lesson(
        f"No way of playing is the best in everything{f', but {best} is' if best else ''}.", not best, ground
    )


def _best_at_all(players: list[Player]) -> str:
    """A player who is alone at the top in courage, finesse and fit."""
    for one in players:
        others = [other for other in players if other is not one]
        if all(
            one.courage > other.courage and one.finesse > other.finesse and one.fit > other.fit
            for other in others
        ):
            return one.name
    return ""


def _of_deal(deal: DealPart) -> Iterator[Lesson]:
    tallies = {one.name: one.tally for one in deal.strategies}
    ground = Ground(Basis.SAMPLED, deal.sessions * len(tallies))
    trade, press, letter = tallies[Mode.COLLABORATE], tallies[Mode.COMPETE], tallies[Mode.AVOID]
    yield Lesson(
        f"Asking, telling and trading is worth more to the player ({trade.own:.0f} points) than pressing "
        f"({press.own:.0f}).",
        trade.own > press.own,
        ground,
    )
    most = max(one.joint for one in tallies.values())
    yield Lesson(
        f"It leaves most for both sides together ({trade.joint:.0f} points; the best of the others "
        f"{max(one.joint for name, one in tallies.items() if name != Mode.COLLABORATE):.0f}).",
        trade.joint >= most,
        ground,
    )
    yield Lesson(
        f"Taking the letter without a word leaves something on the table ({trade.own - letter.own:.0f} points).",
        letter.own < trade.own,
        ground,
    )
    yield Lesson(
        f"Pressing loses deals: {_failed(press)} of {press.runs} talks, against {_failed(trade)} of {trade.runs}.",
        _failed(press) > _failed(trade),
        ground,
    )


def _failed(tally: Tally) -> int:
    return tally.impasses + tally.rescissions


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
