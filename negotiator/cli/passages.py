"""A run told from beginning to end as passages: what plain play prints and what a transcript holds."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.view import EndingView, LetterView, PersonView, View, view
from negotiator.runs.session import Session
from negotiator.tui.telling import stands, tell


class Kind(StrEnum):
    """What a passage is."""

    TITLE = "title"
    PLACE = "place"
    """Where one is, with whom, and where one stands."""
    TEXT = "text"
    SAID = "said"
    """What the player said or did."""
    NOTE = "note"
    """What quietly changed."""
    TURN = "turn"
    """The written offer is there."""
    LETTER = "letter"
    TERM = "term"
    """A line of the letter."""
    ENDING = "ending"


class Passage(NamedTuple):
    """A piece of the story."""

    kind: Kind
    text: str


def opening(game: Game, first: View, *, brief: bool = True) -> Iterator[Passage]:
    """Title, who one is, and the first scene."""
    player = game.scenario.player
    yield Passage(Kind.TITLE, first.title)
    if brief:
        if player.role:
            yield Passage(
                Kind.TEXT, f"You are {player.name}, {player.role}." if player.name != "You" else player.role
            )
        if player.brief:
            yield Passage(Kind.TEXT, player.brief)
    yield from scene(first)
    # A story may begin with the letter on the table.
    if first.letter:
        yield from letter(first.letter, first.days_left)


def turn_passages(game: Game, turn: Turn) -> Iterator[Passage]:
    """A choice, what came back, what changed, and where it led."""
    told = tell(game, turn)
    before, after = view(game, turn.before), view(game, turn.after)
    yield Passage(Kind.SAID, str(told.said))
    yield from (Passage(Kind.TEXT, text) for text in told.replies)
    yield from (Passage(Kind.NOTE, note) for note in told.notes)
    if told.offer:
        were = (
            f"You are no longer one of {before.field}."
            if before.field > 1
            else "You are no longer a candidate."
        )
        yield Passage(
            Kind.TURN,
            f"{were} They want you, and have said so in writing.\n\n"
            "This is the catbird seat: from here on, the questions are yours.",
        )
        if after.letter:
            yield from letter(after.letter, after.days_left)
    if after.ending:
        yield from ending(after.ending)
    elif told.moved:
        yield from scene(after)
    else:
        fresh = (text for text in after.paragraphs if text not in before.paragraphs)
        yield from (Passage(Kind.TEXT, text) for text in fresh)


def whole(session: Session) -> Iterator[Passage]:
    """Everything so far."""
    yield from opening(session.game, view(session.game, session.play.first))
    for turn in session.play.turns:
        yield from turn_passages(session.game, turn)


def scene(now: View) -> Iterator[Passage]:
    """Where one is, and what happens there."""
    yield Passage(Kind.PLACE, "\n".join(part for part in (scene_line(now), where_one_stands(now)) if part))
    yield from (Passage(Kind.TEXT, text) for text in now.paragraphs)


def ending(end: EndingView) -> Iterator[Passage]:
    """Where the story stopped."""
    yield Passage(Kind.ENDING, end.title)
    yield from (Passage(Kind.TEXT, text) for text in end.paragraphs)


def letter(found: LetterView, left: int | None) -> Iterator[Passage]:
    """The written offer, its terms and how long it stands."""
    yield Passage(Kind.LETTER, "The letter")
    yield from (Passage(Kind.TEXT, text) for text in found.paragraphs)
    yield from (Passage(Kind.TERM, f"{label}: {value}") for label, value in found.terms)
    if found.sender:
        yield Passage(Kind.TERM, f"Signed: {who(found.sender)}")
    days = found.days if left is None else left
    yield Passage(Kind.NOTE, "This offer has expired." if days < 0 else f"This offer stands: {stands(days)}.")


def who(person: PersonView) -> str:
    """A person with what they do there."""
    described = person.title or person.seat
    return f"{person.name}, {described}" if described else person.name


def scene_line(now: View) -> str:
    """Where one is, and with whom."""
    people = "; ".join(who(one) for one in now.people)
    return " — ".join(part for part in (now.place, people) if part)


def where_one_stands(now: View) -> str:
    """One of many, or in the catbird seat with a date."""
    if now.reached == "candidate":
        return (
            (
                "They speak with you alone now. Nothing is in writing."
                if now.field == 1
                else f"You are one of {now.field}."
            )
            if now.field
            else ""
        )
    if now.days_left is None:
        return "You have the catbird seat."
    return f"You have the catbird seat: {stands(now.days_left)}."
