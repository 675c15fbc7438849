"""The story in the book: every scene with its choices, what is answered, what it does and where it leads."""

from collections import deque
from collections.abc import Iterable, Iterator

from negotiator.analysis.storymap import LANES, Mark, StoryMap
from negotiator.analysis.verdicts import Answer, Reach, Verdict
from negotiator.report.booklet import Chapter, Entry, Grid, Para, Span, Tone, joined, linked, scene_id, words
from negotiator.report.wording import OUTCOMES, count, spoken
from negotiator.scenario.effectwords import cost_in_words, effects_in_words, scores_in_words
from negotiator.scenario.inwords import Wording
from negotiator.scenario.models import HERE, Branch, Choice, Effects, Ending, Piece, Scenario, Scene

STAGES = {
    "candidate": "Candidate: one of many",
    "written_offer": "The written offer",
    "conversation": "The conversation",
    "decision": "The decision",
    "endings": "Endings",
}


class StoryWriter:
    """Writes the scenes and endings of one scenario."""

    def __init__(self, scenario: Scenario, story: StoryMap, reach: Reach) -> None:
        self.scenario = scenario
        self.story = story
        self.reach = reach
        self.wording = Wording(scenario)

    def chapters(self) -> Iterator[Chapter]:
        """A chapter for each stage that has scenes, and one for the endings; scenes as a reader comes to them."""
        order = reading_order(self.story)
        for lane, nodes in self.story.lanes():
            inside = sorted((node.id for node in nodes), key=order.__getitem__)
            if lane == LANES[-1]:
                entries = tuple(self.ending(name, self.scenario.endings[name]) for name in inside)
            else:
                entries = tuple(self.scene(name, self.scenario.scenes[name]) for name in inside)
            yield Chapter(f"stage-{lane.replace('_', '-')}", STAGES[lane], entries=entries)

    def scene(self, name: str, scene: Scene) -> Entry:
        """A scene."""
        people = ", ".join(self.scenario.people[one].name for one in scene.with_)
        field = f"{scene.field} still in the running" if scene.field else ""
        under = " · ".join(one for one in (scene.place, people and f"with {people}", field) if one)
        blocks: list[Para | Grid] = list(self.verdict(name, self.reach.scenes[name]))
        blocks.append(words(Tone.STORY, scene.text))
        if scene.again:
            blocks.append(words(Tone.STORY, scene.again, "On later visits: "))
        blocks += self.pieces(scene.more.values(), "Besides, if ")
        for slot, pieces in scene.varies.items():
            blocks += (
                words(Tone.STORY, piece, f"{{{slot}}}, on visit {at}: ") for at, piece in enumerate(pieces, 1)
            )
        for number, (cid, choice) in enumerate(scene.choices.items(), 1):
            blocks += self.choice(name, number, cid, choice)
        if exits := scene.bargain:
            ways = {
                "terms are agreed": exits.agreed,
                "patience is at its end": exits.impasse,
                "the offer is withdrawn": exits.withdrawn,
                "the player leaves": exits.walk or exits.impasse,
            }
            leads = joined((((Span(f"{how}: "), *self.to(target))) for how, target in ways.items()), "; ")
            blocks.append(Para(Tone.NOTE, leads, (Span("At this table terms are negotiated. When "),)))
        return Entry(scene_id(name), name, under, tuple(blocks))

    def ending(self, name: str, ending: Ending) -> Entry:
        """An ending."""
        blocks = [*self.verdict(name, self.reach.endings[name]), words(Tone.STORY, ending.text)]
        blocks += self.pieces(ending.more.values(), "Besides, if ")
        if ending.coach:
            blocks.append(words(Tone.COACH, ending.coach, "The coach: "))
        return Entry(scene_id(name), name, f"{ending.title} · {OUTCOMES[ending.outcome]}", tuple(blocks))

    def choice(self, scene: str, number: int, name: str, choice: Choice) -> Iterator[Para]:
        """A choice: the words, when it is open, what is answered, what it does, where it leads, what the coach says."""
        text = choice.words
        yield words(Tone.SAID, spoken(text, choice.say is not None), f"{number}. ")
        yield from self.open_when(choice)
        if not self.reach.scenes[scene].impossible:
            yield from self.verdict(name, self.reach.choices[scene, name], "choice", 1)
        yield from self.replies(choice, 1)
        marks = scores_in_words(choice.scores)
        about: list[tuple[Span, ...]] = [(Span(marks),)] if marks else []
        about += (linked(parts) for parts in effects_in_words(choice, self.scenario))
        if about:
            yield Para(Tone.NOTE, joined(about, "; "), depth=1)
        if choice.goto:
            yield Para(Tone.NOTE, self.to(choice.goto), (Span("Leads "),), 1)
        whole = sum(branch.weight for branch in choice.outcomes.values())
        for branch in choice.outcomes.values():
            yield from self.outcome(branch, round(100 * branch.weight / whole))
        if choice.coach:
            yield words(Tone.COACH, choice.coach, "The coach: ", 1)

    def open_when(self, choice: Choice) -> Iterator[Para]:
        """Kind, cost, and the condition with what is shown while it does not hold."""
        once = choice.once if choice.once is not None else choice.goto == HERE
        kinds = (
            choice.kind or "",
            cost_in_words(choice),
            "can be taken once" if once else "",
            "a turning point" if choice.moment else "",
            "comes before the written offer on purpose" if choice.premature else "",
        )
        about = "; ".join(one for one in kinds if one)
        if about:
            yield words(Tone.NOTE, about[0].upper() + about[1:] + ".", depth=1)
        if choice.when is None:
            return
        yield Para(Tone.NOTE, linked(self.wording.parts(choice.when)), (Span("Open if "),), 1)
        if choice.locked:
            yield words(Tone.NOTE, choice.locked, "Otherwise shown, and closed: ", 1)
        else:
            yield words(Tone.NOTE, "Otherwise hidden.", depth=1)

    def outcome(self, branch: Branch, percent: int) -> Iterator[Para]:
        """One of the things that luck can bring."""
        lead: tuple[Span, ...] = (Span(f"{percent} percent"),)
        if branch.when:
            lead += (Span(", only if "), *linked(self.wording.parts(branch.when)))
        yield Para(Tone.NOTE, self.to(branch.goto), (*lead, Span(": leads ")), 1)
        yield from self.replies(branch, 2)
        if about := [linked(parts) for parts in effects_in_words(branch, self.scenario)]:
            yield Para(Tone.NOTE, joined(about, "; "), depth=2)

    def replies(self, effects: Effects, depth: int) -> Iterator[Para]:
        """The reply, and what is said instead when something holds."""
        if effects.reply:
            yield words(Tone.STORY, effects.reply, depth=depth)
        yield from self.pieces(effects.replies.values(), "Instead, if ", depth)

    def pieces(self, pieces: Iterable[Piece], before: str, depth: int = 0) -> Iterator[Para]:
        """Texts with their conditions."""
        for piece in pieces:
            lead = (Span(before), *linked(self.wording.parts(piece.when)), Span(": "))
            yield Para(Tone.STORY, (Span(piece.text),), lead, depth)

    def to(self, target: str) -> tuple[Span, ...]:
        """Where something leads."""
        if target == HERE:
            return (Span("on in the same scene"),)
        return (Span("to "), Span(target, scene_id(target)))

    def verdict(self, name: str, answer: Answer, kind: str = "", depth: int = 0) -> Iterator[Para]:
        """What no path reaches, and what is not known to be reached."""
        does = "can ever take it" if kind == "choice" else "reaches it"
        if answer.verdict is Verdict.IMPOSSIBLE:
            yield words(Tone.WARNING, f"No path {does} (proved).", depth=depth)
        elif answer.verdict is Verdict.UNDECIDED:
            yield words(Tone.WARNING, f"Whether a path {does} is not decided.", depth=depth)
        if kind:
            return
        marks = next(node.marks for node in self.story.nodes if node.id == name)
        if Mark.DEAD_END in marks:
            yield words(Tone.WARNING, "There comes a moment here when no choice can be taken.", depth=depth)
        if Mark.NO_WAY_OUT in marks:
            yield words(Tone.WARNING, "From here there may be no way to an ending.", depth=depth)


def reading_order(story: StoryMap) -> dict[str, int]:
    """The order in which a reader comes to scenes and endings, nearest to the start first; the lost ones last."""
    after: dict[str, list[str]] = {}
    for link in story.links:
        after.setdefault(link.source, []).append(link.target)
    order: dict[str, int] = {}
    for root in (story.start, *(node.id for node in story.nodes)):
        work = deque([root])
        while work:
            name = work.popleft()
            if name not in order:
                order[name] = len(order)
                work += after.get(name, ())
    return order


def counted(scenario: Scenario) -> str:
    """How much there is of it."""
    choices = sum(len(scene.choices) for scene in scenario.scenes.values())
    return (
        f"{count(len(scenario.scenes), 'scene')}, {count(choices, 'choice')}, "
        f"{count(len(scenario.endings), 'ending')}"
    )
