"""A small story with everything a log can hold: luck, days, locked choices, facts, three endings."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from negotiator.game.rules import Game
from negotiator.game.step import takeable
from negotiator.runs.session import Session
from tests.support import game

KIOSK = """
format = 1
title = "The Kiosk"
start = "call"
undo = "counted"
[people.bo]
name = "Bo Lindqvist"
title = "recruiter"
seat = "recruiter"
[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"
[state]
rapport = { start = 0, min = -3, max = 3, up = "Bo warms a little." }
[facts.two-open]
says = "Two kiosks are open."
known_by = ["bo"]
[offer]
days = 5
on_expired = "late"
from = "ana"
text = "Dear you, here is the letter."
terms.base = { label = "Base salary", is = "$90,000" }

[scenes.call]
field = 12
with = ["bo"]
place = "Phone, Tuesday"
text = "Bo rings."
[scenes.call.choices.why-open]
say = "Why is it open?"
kind = "question"
scores = { courage = 1, finesse = 2, fit = 1 }
change = { rapport = 1 }
learn = ["two-open"]
reply = "Both are."
goto = "here"
[scenes.call.choices.push]
say = "Make it more."
kind = "counter"
premature = true
scores = { courage = 2, finesse = -2 }
outcomes.lands = { weight = 2, goto = "desk", reply = "Fine." }
outcomes.slips = { weight = 1, goto = "call", reply = "Hm.", change = { rapport = -1 } }
[scenes.call.choices.who]
say = "Who else is there?"
when = "rapport >= 2"
locked = "You have not earned this yet."
goto = "desk"
[scenes.call.choices.wait]
do = "Wait for the letter."
kind = "wait"
goto = "desk"

[scenes.desk]
stage = "written_offer"
place = "Your desk"
text = "The letter lies there."
[scenes.desk.choices.sleep]
do = "Sleep on it."
days = 2
once = false
goto = "here"
[scenes.desk.choices.meet]
do = "Ask Ana for an hour."
kind = "meet"
days = 1
goto = "talk"
[scenes.desk.choices.sign]
do = "Sign."
kind = "accept"
goto = "signed"

[scenes.talk]
stage = "conversation"
with = ["ana"]
place = "Café"
text = "Ana stirs."
[scenes.talk.choices.both]
say = "What if it were both kiosks?"
kind = "counter"
when = "knows(two-open)"
scores = { courage = 3, finesse = 2, fit = 3 }
goto = "signed"
[scenes.talk.choices.back]
do = "Go home and think."
goto = "desk"
[scenes.talk.choices.leave]
do = "Leave."
kind = "decline"
goto = "away"

[endings.signed]
outcome = "signed"
title = "Signed"
text = "You sign."
[endings.away]
outcome = "declined"
title = "Away"
text = "You go."
[endings.late]
outcome = "expired"
title = "Too late"
text = "The letter is void."
"""

LINE = ("why-open", "push", "wait", "sleep", "meet", "both")
"""Choices that lead from the start to the end, with any luck that lets the second one land."""


def kiosk(*edits: tuple[str, str]) -> Game:
    """The story, with pieces of its text replaced by others; each piece must be there."""
    text = KIOSK
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return game(text, frame=False)


class Ticking:
    """A clock that is a second later each time."""

    def __init__(self) -> None:
        self.now = datetime(2031, 3, 4, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def begun(folder: Path, made: Game | None = None, *, seed: int = 0) -> Session:
    """A new run of the story."""
    return Session.create(folder, made or kiosk(), seed=seed, now=Ticking())


def played(folder: Path, choices: list[str], *, seed: int = 0) -> Path:
    """The file of a run of these choices; "undo" takes back."""
    with begun(folder, seed=seed) as session:
        take(session, choices)
        return session.path


def take(session: Session, choices: list[str]) -> None:
    """Make these moves."""
    for one in choices:
        if one == "undo":
            session.undo()
        else:
            session.choose(one)


def wander(session: Session, steps: list[int]) -> None:
    """Take choices by number, whatever they are, until the story ends: 0 takes the last one back."""
    for number in steps:
        options = takeable(session.game, session.play.state)
        if not options:
            return
        if number == 0 and session.play.turns:
            session.undo()
        else:
            session.choose(options[number % len(options)].id)
