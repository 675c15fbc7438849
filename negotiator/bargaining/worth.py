"""What a question is worth: how much better the best package is expected to be once it has been answered.

V(beliefs) is the expected own utility of the best package, which pays only where it would be taken, else what the player
has elsewhere. diagnosticity = (V(after the answer) - V(now)) / (V(knowing everything) - V(now)), in [0, 1]: the share of
all there is to know that a question brings, judged before its answer and so not by the luck of it (Raiffa & Schlaifer
1961: the expected value of sample information over that of perfect information).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from math import lcm
from typing import NamedTuple

from negotiator.bargaining.beliefs import Beliefs
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.guesses import Luck, guesses
from negotiator.bargaining.known import Known
from negotiator.bargaining.layout import Layout
from negotiator.bargaining.questions import Question, the_counterpart
from negotiator.bargaining.search import Table, valuation

PEOPLE = 96
"""Guesses drawn."""
ANSWERS = 12
"""Different answers that are thought through; of more, those that the first people give."""
OWN = 64
"""Guesses whose own best package is a candidate."""
TRADES = ((6, 1), (4, 1), (3, 1), (5, 2), (2, 1), (3, 2), (5, 4), (1, 1), (4, 5), (2, 3), (1, 2), (1, 3))
"""Weights of the player's and of the average person's points for the other candidates."""


class Candidate(NamedTuple):
    """A package that may be proposed."""

    gain: int
    """Own points over the alternative, above 0."""
    places: tuple[int, ...]
    """Where its terms stand in a flat row."""
    letter: bool
    """It is what they wrote themselves: everybody takes it."""


class Branch(NamedTuple):
    """An answer: how many people give it, and what is believed after it."""

    people: int
    beliefs: Beliefs


class Weighed(NamedTuple):
    """Expected own points over the alternative, times `whole`."""

    now: int
    after: int
    everything: int
    whole: int


class Worth:
    """What questions are worth at one table.

    The best package is the best of a finite family: the letter; for each guess what is best for the player among what
    would just be taken; and for each answer what is best for the player and the average person together, at several
    weights.
    """

    def __init__(
        self,
        deal: Deal,
        luck: Luck,
        *,
        shapes: frozenset[int] | None = None,
        lifted: frozenset[str] | None = None,
        people: int = PEOPLE,
    ) -> None:
        """Draw the guesses, which is the slow part.

        What can be spoken of is these shapes, with these limits lifted; by default all of them.
        """
        self._deal = deal
        self._shapes = frozenset(range(len(deal.structures))) if shapes is None else shapes
        self._lifted = deal.every_limit if lifted is None else lifted
        self._layout = Layout(deal, self._shapes, self._lifted)
        self._counterpart = the_counterpart(deal)
        self.prior = Beliefs(self._layout, guesses(self._layout, luck, people), Known())
        """What is believed before anything has been answered."""
        self._always = self._of_guesses()

    def after(self, question: Question, beliefs: Beliefs) -> Beliefs:
        """Beliefs once the real counterpart has answered, truthfully."""
        return beliefs.plus(question.answer(self._counterpart))

    def value(self, beliefs: Beliefs) -> float:
        """Expected own points of the best package, as far as is known."""
        found = self._weighed([Branch(1, beliefs)])
        return self._deal.reservation[0] + found.now / found.whole

    def diagnosticity(self, question: Question, beliefs: Beliefs | None = None) -> float:
        """The share, 0 to 1, of all there is to know that an answer is expected to bring; 0 where there is nothing.

        What is known now, after the answer, and in the best case is valued over the same people, those of every answer
        taken together, and with the same packages: so the three differ in nothing but what is known, and stand in
        this order.
        """
        found = self._weighed(self._branches(question, beliefs or self.prior))
        gap = found.everything - found.now
        return (found.after - found.now) / gap if gap > 0 else 0.0

    def _branches(self, question: Question, beliefs: Beliefs) -> list[Branch]:
        """The answers that people would give, with how many would."""
        heard: Counter[Known] = Counter()
        for person in beliefs.people():
            answer = question.answer(person)
            if answer not in heard and len(heard) == ANSWERS:
                break
            heard[answer] += 1
        return [Branch(times, beliefs.plus(answer)) for answer, times in heard.items()]

    def _weighed(self, branches: list[Branch]) -> Weighed:
        """The best for all branches at once, for each by itself, and for each person by itself."""
        parts = lcm(*(branch.beliefs.size for branch in branches))
        weights = [branch.people * parts // branch.beliefs.size for branch in branches]
        left = [branch.beliefs.counted for branch in branches]
        after = [0] * len(branches)
        now = everything = 0
        for candidate in sorted(self._candidates(branches), reverse=True):
            together = 0
            for at, (weight, (_, beliefs)) in enumerate(zip(weights, branches, strict=True)):
                taken = beliefs.counted if candidate.letter else beliefs.taken(candidate.places)
                worth = candidate.gain * weight * taken.bit_count()
                everything += candidate.gain * weight * (taken & left[at]).bit_count()
                left[at] &= ~taken
                after[at] = max(after[at], worth)
                together += worth
            now = max(now, together)
        return Weighed(now, sum(after), everything, parts * sum(branch.people for branch in branches))

    def _candidates(self, branches: list[Branch]) -> set[Candidate]:
        found = set(self._always)
        for branch in branches:
            found.update(self._of_average(branch.beliefs.total))
        return found

    def _of_guesses(self) -> set[Candidate]:
        """The letter, and what is best for the player among what a guess would just take."""
        letter = self._deal.letter
        found = {self._candidate(letter, letter=True)}
        own = valuation(self._deal, 0)
        people = zip(zip(*self.prior.columns, strict=True), self.prior.floors, strict=True)
        for flat, floor in islice(people, OWN):
            table = Table(self._layout.guessed(flat))
            best = table.best(self._shapes, self._lifted, own, side=1, floor=floor)
            if best is not None:
                found.add(self._candidate(best.package))
        return {one for one in found if one.gain > 0}

    def _of_average(self, total: list[int]) -> Iterator[Candidate]:
        """For several weights of the two, what is best for the player and the average person together."""
        own = self._layout.own
        mine, theirs = (max(sum(self._layout.spans(row)), 1) for row in (own, total))
        for own_weight, their_weight in TRADES:
            weights = own_weight * theirs, their_weight * mine
            score = [weights[0] * you + weights[1] * them for you, them in zip(own, total, strict=True)]
            package = self._layout.best(score)
            if package is not None:
                one = self._candidate(package)
                if one.gain > 0:
                    yield one

    def _candidate(self, package: Package, *, letter: bool = False) -> Candidate:
        gain = self._deal.points(package)[0] - self._deal.reservation[0]
        return Candidate(gain, self._layout.places(package), letter)
