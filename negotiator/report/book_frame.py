"""What stands around the story in the book: people, facts, what changes, the letter, the guide."""

from collections.abc import Iterator

from negotiator.analysis.playtest.played import Length
from negotiator.game.view import SEATS
from negotiator.report.booklet import Chapter, Grid, Para, Span, Tone, linked, scene_id, words
from negotiator.scenario.inwords import Wording, spaced
from negotiator.scenario.models import Flag, Number, Scenario, StateVar


def opening_chapters(scenario: Scenario, length: Length | None) -> Iterator[Chapter]:
    """What comes before the story."""
    yield Chapter("about", "About this case", tuple(_about(scenario, length)))
    player = scenario.player
    under = ", ".join(one for one in (player.name, player.role) if one)
    blocks = (words(Tone.NOTE, under), words(Tone.STORY, player.brief))
    yield Chapter("player", "The player", tuple(one for one in blocks if one.spans[0].text))
    if scenario.people:
        yield Chapter("people", "People", tuple(_people(scenario)))
    if scenario.facts:
        yield Chapter("facts", "What can be learned", tuple(_facts(scenario)))
    if scenario.state:
        yield Chapter("changes", "What changes while one plays", (_states(scenario),))
    if scenario.texts:
        yield Chapter("shared", "Texts that several places say", tuple(_shared(scenario)))
    if scenario.offer:
        yield Chapter("letter", "The letter", tuple(_letter(scenario)))
    if scenario.flags:
        yield Chapter("flags", "Red flags", tuple(_flags(scenario)))


def closing_chapters(scenario: Scenario) -> Iterator[Chapter]:
    """What comes after the story."""
    guide = scenario.guide
    blocks: list[Para | Grid] = []
    for title, lines in (("Aims", guide.aims), ("Questions for the room", guide.questions)):
        blocks += (
            words(Tone.PLAIN, line, f"{title}: " if not at else "", 0) for at, line in enumerate(lines)
        )
    for title, text in (("Timing", guide.timing), ("Usually", guide.usually), ("Evidence", guide.evidence)):
        if text:
            blocks.append(words(Tone.PLAIN, text, f"{title}: "))
    if blocks:
        yield Chapter("guide", "For the instructor", tuple(blocks))
    if scenario.accept:
        rows = tuple(scenario.accept.items())
        yield Chapter("accepted", "Findings that the author keeps", (Grid("", ("finding", "why"), rows),))


def _about(scenario: Scenario, length: Length | None) -> Iterator[Para | Grid]:
    if scenario.summary:
        yield words(Tone.PLAIN, scenario.summary)
    named = (("By ", scenario.author), ("Made from ", scenario.based_on), ("Language: ", scenario.language))
    yield words(
        Tone.NOTE,
        ". ".join(f"{before}{value}" for before, value in named if value)
        + f". Difficulty: {scenario.difficulty}. Taking back is {scenario.undo}.",
    )
    if length is None:
        return
    titles = {name: ending.title for name, ending in scenario.endings.items()}
    rows = tuple(
        (trip.name, f"{trip.words:,}", f"{trip.minutes:.0f}", str(trip.moves), titles[trip.ending])
        for trip in length.trips
    )
    head = ("way through", "words", "minutes", "moves", "ending")
    yield Grid(f"How long it is, of {length.ground.plays} random plays:", head, rows)
    yield words(Tone.NOTE, f"The whole file has {length.words:,} words, coach's notes included.")


def _people(scenario: Scenario) -> Iterator[Para]:
    for name, person in scenario.people.items():
        seat = SEATS[person.seat] if SEATS[person.seat].lower() != person.title.lower() else ""
        under = ", ".join(one for one in (person.title, seat) if one)
        call = f" In texts {{{name}}} says “{person.call}”." if person.call else ""
        yield words(Tone.PLAIN, under + "." * bool(under) + call, f"{person.name}: ")
        if person.wants:
            yield words(Tone.NOTE, person.wants, "Wants: ", 1)
        if person.voice:
            yield words(Tone.NOTE, person.voice, "Voice: ", 1)


def _facts(scenario: Scenario) -> Iterator[Para]:
    for name, fact in scenario.facts.items():
        known = ", ".join(scenario.people[one].name for one in fact.known_by)
        told = [
            f"Known by {known}." if known else "",
            f"Found: {fact.found}." if fact.found else "",
            f"Guarded: {fact.guarded} of 10." if fact.guarded else "",
            f"Can be asked about at the table: {fact.topic}." if fact.topic else "",
            _learned(scenario, name),
        ]
        yield words(Tone.STORY, fact.says)
        yield words(Tone.NOTE, " ".join(one for one in told if one), depth=1)


def _learned(scenario: Scenario, fact: str) -> str:
    places = [
        name
        for name, scene in scenario.scenes.items()
        if any(
            fact in effects.learn
            for choice in scene.choices.values()
            for effects in (choice, *choice.outcomes.values())
        )
    ]
    return f"Learned in: {', '.join(places)}." if places else "Learned in no scene."


def _states(scenario: Scenario) -> Grid:
    rows = tuple((spaced(name), *_state(var)) for name, var in scenario.state.items())
    return Grid("", ("name", "what it can be", "at the start", "what the player is told"), rows)


def _state(var: StateVar) -> tuple[str, str, str]:
    said = ", ".join(var.words)
    told = f"In texts: {said}" if said else ""
    if isinstance(var, Flag):
        return "true or false", "true" if var.start else "false", told
    if isinstance(var, Number):
        rise = [f"Up: {var.up}" if var.up else "", f"Down: {var.down}" if var.down else "", told]
        return f"{var.min} to {var.max}", str(var.start), " ".join(one for one in rise if one)
    return ", ".join(map(spaced, var.one_of)), spaced(var.start), told


def _shared(scenario: Scenario) -> Iterator[Para]:
    wording = Wording(scenario)
    for name, shared in scenario.texts.items():
        yield words(Tone.STORY, shared.text, f"{{{name}}}: ")
        for piece in shared.instead.values():
            lead = (Span("Instead, if "), *linked(wording.parts(piece.when)), Span(": "))
            yield Para(Tone.STORY, (Span(piece.text),), lead, 1)


def _letter(scenario: Scenario) -> Iterator[Para | Grid]:
    offer = scenario.offer
    assert offer is not None
    sender = f"From {scenario.people[offer.from_].name}. " if offer.from_ else ""
    lasts = f"It stands for {offer.days} day{'' if offer.days == 1 else 's'}; then: "
    yield Para(Tone.NOTE, (Span(offer.on_expired, scene_id(offer.on_expired)),), (Span(sender + lasts),))
    if offer.text:
        yield words(Tone.STORY, offer.text)
    if offer.terms:
        yield Grid("", ("term", "in the letter"), tuple((one.label, one.is_) for one in offer.terms.values()))


def _flags(scenario: Scenario) -> Iterator[Para]:
    wording = Wording(scenario)
    for flag in scenario.flags.values():
        yield words(Tone.WARNING, scenario.facts[flag.fact].says)
        if flag.cured:
            yield Para(Tone.NOTE, linked(wording.parts(flag.cured)), (Span("Settled once "),), 1)
