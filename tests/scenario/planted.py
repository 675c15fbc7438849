"""A sound scenario, and a way to plant one fault in it: «…» marks where the finding has to stand."""

from collections.abc import Iterable
from typing import NamedTuple

from negotiator.scenario.findings import Finding
from negotiator.scenario.loader import Loaded, load_text

SOUND = """\
format = 1
title = "Small"
start = "hall"

[player]
name = "Robin"
brief = '''A brief.'''

[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"

[people.bo]
name = "Bo Lindqvist"
seat = "peer"

[state]
rapport = { start = 0, min = -2, max = 4 }
asked = false
mood = { start = "cool", one_of = ["cool", "warm"] }

[facts.budget]
says = "The budget is open."
known_by = ["ana"]
guarded = 2

[facts.page-two]
says = "On call at weekends."
found = "the letter"

[guide]
aims = ["Ask."]

[accept]
# Nothing is kept so far.

[offer]
days = 4
on_expired = "late"
from = "ana"
text = '''Dear Robin.'''
terms.base = { label = "Base salary", is = "$92,000" }

[scenes.hall]
field = 12
with = ["ana"]
place = "The hall"
text = '''
Ana waits.
'''
more.warm = { when = "mood == warm", text = "She smiles." }

[scenes.hall.choices.ask]
say = "What is the budget?"
kind = "question"
scores = { courage = 1, finesse = 2, fit = -1 }
change = { rapport = 1 }
set = { asked = true }
learn = ["budget"]
reply = "She laughs."
replies.cold = { when = "rapport < 0", text = "She does not." }
coach = "Ask early."
goto = "here"

[scenes.hall.choices.go]
do = "Go on."
kind = "answer"
goto = "letter"

[scenes.letter]
stage = "written_offer"
with = ["bo"]
text = "The letter."

[scenes.letter.choices.read]
do = "Read page two."
when = "not knows(page-two)"
learn = ["page-two"]
days = 5
goto = "here"

[scenes.letter.choices.try]
do = "Try your luck."
set = { mood = "warm" }
outcomes.good = { weight = 3, goto = "talk", reply = "It works." }
outcomes.bad = { goto = "talk", when = "asked", reply = "It does not." }

[scenes.talk]
stage = "conversation"
with = ["ana"]
text = "You talk."

[scenes.talk.choices.sign]
say = "Where do I sign?"
kind = "accept"
goto = "signed"

[scenes.talk.choices.leave]
say = "No."
kind = "decline"
when = "rapport >= 1 or visits(hall) >= 2"
locked = "Not yet."
goto = "gone"

[endings.signed]
outcome = "signed"
title = "Signed"
text = "You sign."
more.warm = { when = "chose(hall.ask) and stage == conversation", text = "Warmly." }

[endings.gone]
outcome = "declined"
title = "Gone"
text = "You leave."

[endings.late]
outcome = "expired"
title = "Late"
text = "Too late."
"""


class Spot(NamedTuple):
    """Where a finding has to stand."""

    line: int
    column: int
    length: int


def load(text: str, name: str = "small") -> Loaded:
    """Load a text as if it stood in small.toml."""
    return load_text(text, f"{name}.toml", name)


def marked(text: str) -> tuple[str, Spot]:
    """The text without its marks, and the place between them."""
    start = text.index("«")
    end = text.index("»") - 1
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return text.replace("«", "").replace("»", ""), Spot(line, column, end - start)


def plant(old: str, new: str) -> tuple[str, Spot]:
    """SOUND with one piece of it replaced."""
    assert SOUND.count(old) == 1, f"{old!r} stands {SOUND.count(old)} times in the sound scenario"
    return marked(SOUND.replace(old, new))


def told(findings: Iterable[Finding]) -> list[str]:
    """Findings as short lines, for comparing and for reading when a test fails."""
    return [f"{one.code} {one.line}:{one.column} {one.message} | {one.hint}" for one in findings]
