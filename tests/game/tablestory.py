"""A short story with a table in it: three shapes, three terms, a limit, a fact to be asked for, a red flag."""

from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game
from negotiator.game.view import view
from tests.support import game, moves

TABLE = """
format = 1
title = "The Table"
start = "letter"
[player]
name = "Kim"
[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"
[people.max]
name = "Max Roth"
seat = "executive"
[state]
rapport = { start = 0, min = -2, max = 2 }
[facts.budget]
says = "The budget lapses in March."
known_by = ["ana"]
topic = "the budget"
guarded = 4
[facts.page-two]
says = "Page two takes the sign-on back."
found = "page two"
[flags.page-two]
fact = "page-two"
cured = "agreed(title) == lead"
[offer]
days = 4
on_expired = "late"
[scenes.letter]
stage = "written_offer"
text = "The letter."
choices.read = { do = "Read page two.", learn = ["page-two"], goto = "here" }
choices.talk = { do = "Talk.", goto = "table", change = { rapport = 1 } }
choices.max = { do = "See Max.", lift = ["band"], days = 1, goto = "here" }
choices.sign = { do = "Sign.", goto = "signed" }
[scenes.table]
stage = "conversation"
with = ["ana"]
text = "Ana waits."
bargain = { agreed = "handshake", impasse = "over", withdrawn = "lost" }
choices.night = { do = "Sleep on it.", days = 1, goto = "letter" }
[scenes.handshake]
stage = "decision"
text = "It is agreed."
choices.sign = { do = "Sign.", when = "not agreed(letter)", goto = "signed" }
choices.sign-letter = { do = "Sign the letter.", when = "agreed(letter)", goto = "signed" }
choices.no = { do = "Decline.", goto = "declined" }
choices.boast = { do = "Boast.", when = "agreed(base) >= high", goto = "declined" }
[scenes.over]
stage = "decision"
text = "Nothing came of it."
choices.sign = { do = "Sign the letter.", goto = "signed" }
choices.no = { do = "Decline.", goto = "declined" }
[endings.signed]
outcome = "signed"
title = "Signed"
text = "You sign."
more.top = { when = "agreed(base) == high", text = "At the top." }
more.letter = { when = "agreed(letter)", text = "As it was." }
more.lead = { when = "agreed(structure) == lead", text = "As a lead." }
more.warm = { when = "trust(ana) >= 6", text = "Warmly." }
[endings.declined]
outcome = "declined"
title = "Declined"
text = "No."
[endings.lost]
outcome = "withdrawn"
title = "Lost"
text = "Lost."
[endings.late]
outcome = "expired"
title = "Late"
text = "Late."
[deal]
rounds_per_day = 2
[deal.alternatives]
you = { worth = 30, says = "Stay." }
them = { worth = 30 }
[deal.counterpart]
who = "ana"
trust_from = "rapport"
[deal.counterpart.lines]
accept = ["Taken, said Ana."]
[deal.structures.as-offered]
label = "As offered"
[deal.structures.lead]
label = "Team lead"
needs = "knows(budget)"
worth = { you = 10, them = 20 }
only.title = ["lead"]
[deal.issues.base]
label = "Base"
importance = { you = 4, them = 4 }
options.low = { is = "$100,000", you = 0, them = 10, offered = true }
options.mid = { is = "$110,000", you = 5, them = 5 }
options.high = { is = "$120,000", you = 10, them = 0 }
[deal.issues.title]
label = "Title"
importance = { you = 3, them = 1 }
options.analyst = { is = "Analyst", you = 0, them = 5, offered = true }
options.lead = { is = "Lead", you = 10, them = 4 }
[deal.issues.days]
label = "Days on site"
importance = { you = 5, them = 2 }
guarded = 9
options.five = { is = "Five", you = 0, them = 10, offered = true }
options.three = { is = "Three", you = 10, them = 4 }
[deal.limits.band]
options.base = ["high"]
lifted_by = ["executive"]
firm = 3
reason = "The band ends at $115,000."
"""


def table_game() -> Game:
    """The story, compiled."""
    return game(TABLE, frame=False)


def played(made: Game, *lines: str, seed: int = 3) -> Play:
    """A run of choice ids and table moves as a script writes them."""
    play = begin(made, seed)
    for move in moves(lines):
        play = advance(made, play, move)
    return play


def paragraphs(made: Game, play: Play) -> tuple[str, ...]:
    """The ending's paragraphs."""
    ending = view(made, play.state).ending
    assert ending is not None
    return ending.paragraphs
