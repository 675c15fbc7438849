"""The answers to what can happen in a story: possible with a walk, impossible with a reason, or not decided."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from negotiator.analysis.budget import Stopped
from negotiator.analysis.search import Graph


class Verdict(StrEnum):
    """Both ends are proved; what stands between them is said to be open."""

    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    UNDECIDED = "not decided"


class Answer(NamedTuple):
    """Whether one thing can happen."""

    verdict: Verdict
    walk: tuple[str, ...] = ()
    """Of what is possible: moves from the start that lead there, as a script has them. The walk to a choice ends with
    that choice, the walk to a scene with the move that enters it. What luck or the talk at a table decides stands in
    brackets, as in "(agreed)"."""
    at: int = -1
    """Of what is possible: the state of the graph in which the walk ends; of a choice, in which it is taken."""
    why: str = ""
    """Of what is impossible: the proof in a few words. Of what is not decided: what the search ran out of."""

    @property
    def possible(self) -> bool:
        """Whether it can happen for certain."""
        return self.verdict is Verdict.POSSIBLE

    @property
    def impossible(self) -> bool:
        """Whether it cannot happen for certain."""
        return self.verdict is Verdict.IMPOSSIBLE


Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What can happen in a story, everything with its verdict. Ids are the author's, in the author's order."""

    scenes: Mapping[str, Answer]
    choices: Mapping[tuple[str, str], Answer]
    """By scene and choice: whether it can ever be taken."""
    endings: Mapping[str, Answer]
    stuck: Mapping[str, Answer]
    """By scene: whether there comes a moment in it when no choice can be taken."""
    trapped: Mapping[str, Answer]
    """By scene: whether there comes a moment in it from which no way leads to an ending, though choices can be taken."""
    offer: Answer
    """Whether a written offer can come."""
    graph: Graph
    """What the search saw; `graph.stopped` says why it stopped."""
    shortest: bool
    """Whether the walks are shortest walks: they are when the search was complete."""

    def undecided(self) -> Iterator[tuple[str, Path]]:
        """What has no verdict, as (kind, path in the file); kinds are scene, choice, ending, stuck, trapped, offer."""
        for kind, path, answer in self.answers():
            if answer.verdict is Verdict.UNDECIDED:
                yield kind, path

    def answers(self) -> Iterator[tuple[str, Path, Answer]]:
        """Every answer as (kind, path in the file, answer)."""
        for scene, answer in self.scenes.items():
            yield "scene", ("scenes", scene), answer
        for (scene, choice), answer in self.choices.items():
            yield "choice", ("scenes", scene, "choices", choice), answer
        for ending, answer in self.endings.items():
            yield "ending", ("endings", ending), answer
        for scene, answer in self.stuck.items():
            yield "stuck", ("scenes", scene), answer
        for scene, answer in self.trapped.items():
            yield "trapped", ("scenes", scene), answer
        yield "offer", ("scenes",), self.offer


NAMES = {
    "scene": ("scene", "scenes"),
    "choice": ("choice", "choices"),
    "ending": ("ending", "endings"),
    "stuck": ("dead end", "dead ends"),
    "trapped": ("loop", "loops"),
    "offer": ("written offer", "written offers"),
}


def in_words(undecided: Collection[tuple[str, Path]]) -> str:
    """What was not decided, counted: "3 choices and 1 ending"; empty when there is nothing."""
    parts = []
    for kind, names in NAMES.items():
        if number := sum(one == kind for one, _ in undecided):
            parts.append(f"{number:,} {names[number > 1]}")
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def why_stopped(stopped: Stopped) -> str:
    """The reason for an open question."""
    return f"the search stopped {stopped.words}"
