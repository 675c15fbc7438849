"""The examples of `explain` show a few tables; here they are put into a whole scenario."""

import re

BASE = """\
format = 1
title = "The Second Interview"
start = "home"

[people.ana]
name = "Ana Duarte"
seat = "hiring_manager"

[people.bo]
name = "Bo Lindqvist"
seat = "peer"

[people.lena]
name = "Lena Roth"
seat = "executive"

[state]
rapport = { start = 0, min = -2, max = 4 }
asked = false
mood = { start = "cool", one_of = ["cool", "warm"] }

[facts.two-left]
says = "Two people have left this seat in two years."
known_by = ["ana"]

[offer]
days = 4
on_expired = "too-late"

[scenes.home]
with = ["ana"]
text = "The phone rings before nine."

[scenes.home.choices.listen]
do = "Let her speak."
change = { rapport = 1 }
set = { asked = true, mood = "warm" }
learn = ["two-left"]
goto = "coffee"

[scenes.home.choices.short]
do = "Keep it short."
goto = "coffee"

[scenes.coffee]
with = ["ana"]
text = "Ana has ordered for both of you."

[scenes.coffee.choices.ask]
say = "What have you tried so far?"
goto = "letter"

[scenes.coffee.choices.wait]
do = "Drink your coffee and wait."
goto = "letter"

[scenes.letter]
stage = "written_offer"
text = "The letter comes on Friday."

[scenes.letter.choices.sign]
do = "Sign it."
goto = "signed"

[scenes.letter.choices.talk]
do = "Ask Ana for half an hour."
goto = "table"

[scenes.letter.choices.drawer]
do = "Put it into a drawer."
days = 5
goto = "here"

[scenes.table]
stage = "conversation"
with = ["ana"]
text = "Ana puts the letter between you."
bargain = { agreed = "signed", impasse = "gone", withdrawn = "gone" }

[scenes.table.choices.leave]
do = "Thank her and go."
goto = "gone"

[endings.signed]
outcome = "signed"
title = "Signed"
text = "You start in March."
more.warm = { when = "rapport >= 1 and asked and mood == warm", text = "She is glad." }

[endings.gone]
outcome = "declined"
title = "Gone"
text = "You leave."

[endings.too-late]
outcome = "expired"
title = "Too late"
text = "The letter has lapsed."

[deal]
rounds_per_day = 3

[deal.alternatives]
you = { points = 10, says = "Stay where you are." }
them = { points = 10 }

[deal.counterpart]
who = "ana"
patience = 2

[deal.structures.as-offered]
label = "The job as offered"

[deal.issues.base]
label = "Base salary"
options.k92 = { is = "$92,000", you = 20, them = 40, offered = true }
options.k99 = { is = "$99,000", you = 40, them = 20 }

[deal.issues.team]
label = "Team"
options.three = { is = "Three people", you = 10, them = 10, offered = true }
options.six = { is = "Six people", you = 20, them = 8 }
"""
MERGED = "[state]"
"""The table that an example adds to; every other one it shows takes the place of the one above."""


def completed(example: str) -> str:
    """A whole scenario around an example; one that says `format` and has a scene is whole by itself."""
    shown = _blocks(example)
    if "format" in shown.get("", "") and any(head.startswith("[scenes.") for head in shown):
        return example + "\n"
    blocks = _blocks(BASE)
    for head, lines in shown.items():
        blocks[head] = _joined(blocks[head], lines) if head == MERGED else lines
    return "\n".join(blocks.values()) + "\n"


def _blocks(text: str) -> dict[str, str]:
    """The text by its headers; what stands above the first is the block of ''."""
    blocks: dict[str, str] = {}
    head, lines = "", list[str]()
    for line in text.split("\n"):
        if line.startswith("["):
            if lines:
                blocks[head] = "\n".join(lines)
            # Headers that are not closed, or stand twice, are mistakes some examples make.
            name = "[" + re.sub(r"[^\w.-]", "", line) + "]"
            head, lines = name if name not in blocks else f"{name} again", []
        lines.append(line)
    blocks[head] = "\n".join(lines)
    return blocks


def _joined(base: str, lines: str) -> str:
    """The keys of both; those of the example where both have one."""
    named = {line.split("=")[0].strip() for line in lines.split("\n")}
    return "\n".join([lines, *(one for one in base.split("\n") if one.split("=")[0].strip() not in named)])
