"""Notes of a reader on a scenario that can be played: choices that are none, because one of them is simply the best."""

from negotiator.scenario.findings import Collector
from negotiator.scenario.models import Scenario

Marks = tuple[int, int, int]
ENOUGH = 10
"""Choices below which a share says little."""


def check_craft(scenario: Scenario, found: Collector) -> None:
    """A choice best at courage, finesse and fit at once; marks alike in over half of all choices."""
    alike = total = 0
    for sid, scene in scenario.scenes.items():
        marks = {
            cid: (choice.scores.courage, choice.scores.finesse, choice.scores.fit)
            for cid, choice in scene.choices.items()
        }
        total += len(marks)
        alike += sum(_alike(one) for one in marks.values())
        for cid, one in marks.items():
            others = [other for name, other in marks.items() if name != cid]
            if len(others) > 1 and all(_beats(one, other) for other in others):
                hint = "let it cost something, or let another be better at one of the three"
                path = ("scenes", sid, "choices", cid)
                found.note(
                    "N312", f"'{cid}' is the best of its scene at courage, finesse and fit", path, hint
                )
    if total >= ENOUGH and 2 * alike > total:
        hint = "courage without finesse, finesse without courage: that is where choices are"
        found.note(
            "N313", f"the three marks point the same way in {alike} of {total} choices", ("scenes",), hint
        )


def _alike(marks: Marks) -> bool:
    return all(mark > 0 for mark in marks) or all(mark < 0 for mark in marks)


def _beats(one: Marks, other: Marks) -> bool:
    return all(mine > theirs for mine, theirs in zip(one, other, strict=True))
