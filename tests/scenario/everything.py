"""A scenario with everything in it that has an id, every id once in a lifetime: `zz-` and a word of its own."""

EVERYTHING = """\
#:schema ./scenario.schema.json
format = 1
title = "Everything"    # a comment
start = "zz-hall"

[player]
name = "Robin"

[people.zz-ana] # the boss
name = "Ana Duarte"
seat = "hiring_manager"

[people]
zz-bo = { name = "Bo Lindqvist", seat = 'peer' }

[state]
zz-rapport = { start = 0, min = -2, max = 4 }
zz-asked = false
zz-mood = { start = "zz-cool", one_of = ["zz-cool", 'zz-warm'] }

[facts."zz-budget"]
says = "The budget is open."
known_by = [
    "zz-ana",   # she has seen it
    "zz-bo",
]
topic = "the budget"

[facts]
zz-page-two.says = "On call at weekends."
zz-page-two.found = "the letter"

[texts.zz-clock]
text = "She looks at the clock."
instead.zz-early = { when = "zz-rapport > 3 and not zz-asked", text = "She does not." }

[flags.zz-weekends]
fact = "zz-page-two"
cured = "agreed(zz-title) == zz-lead"

[offer]
days = 4
on_expired = "zz-late"
from = "zz-ana"
text = '''Dear Robin.'''
terms.zz-salary = { label = "Base salary", is = "$92,000" }

[scenes.zz-hall]
field = 12
with = ["zz-ana"]
text = '''
{zz-ana} waits, and says: {zz-coffee}
'''
varies.zz-coffee = ["It is hot.", "It is cold."]
more.zz-smiling = { when = "zz-mood == zz-warm and chose(zz-hall.zz-ask)", text = "She smiles." }

[scenes.zz-hall.choices.zz-ask]
say = "What is the budget?"
kind = "question"
change = { zz-rapport = 1 }
set = { zz-asked = true, "zz-mood" = "zz-warm" }
learn = ["zz-budget"]
reply = "{zz-clock} {zz-ana.name} laughs, { zz-rapport }, {agreed( zz-base )}, {{braces}}."
replies.zz-coldly = { when = '''
zz-rapport < 0
or zz-mood != 'zz-cool' and visits(zz-hall) > 3''', text = "She does not." }
goto = "here"

[scenes.zz-hall.choices]
zz-go.do = "Go on."
zz-go.goto = "zz-letter"
"zz-stay" = { do = "Stay.", goto = "here" }

[scenes.zz-letter]
stage = "written_offer"
with = ["zz-bo"]
text = "The letter."
choices.zz-read = { do = "Read.", when = "not knows( zz-page-two )", learn = ["zz-page-two"], goto = "here" }
choices.zz-try = { do = "Try.", lift = ["zz-band"], outcomes = { zz-good = { weight = 3, goto = "zz-talk" }, zz-bad.goto = "zz-talk", zz-bad.when = "zz-asked" } }
choices.zz-straight = { do = "Ask for the talk.", goto = "zz-talk" }

[scenes.zz-talk]
stage = "conversation"
with = ["zz-ana"]
text = "You talk."
bargain = { agreed = "zz-handshake", impasse = "zz-gone", withdrawn = "zz-gone", walk = "zz-gone" }
choices.zz-night = { do = "Sleep on it.", goto = "zz-letter" }

[scenes.zz-handshake]
stage = "decision"
text = "It is agreed."
choices.zz-sign = { do = "Sign.", when = "visited(zz-talk)", goto = "zz-signed" }

[endings.zz-signed]
outcome = "signed"
title = "Signed"
text = "You sign."
more.zz-high = { when = "agreed(zz-base) >= zz-k99 or agreed(structure) == zz-both or trust(zz-ana) > 9", text = "Up." }

[endings.zz-gone]
outcome = "declined"
title = "Gone"
text = "You leave."

[endings.zz-late]
outcome = "expired"
title = "Late"
text = "Too late."

[deal]
rounds_per_day = 3

[deal.counterpart]
who = "zz-ana"
trust_from = "zz-rapport"

[deal.structures.zz-as-offered]
label = "As offered"
[deal.structures.zz-both]
label = "Both jobs"
needs = "knows(zz-budget)"
only.zz-title = ["zz-lead"]

[deal.issues.zz-base]
label = "Base"
importance = { you = 4, them = 4 }
options.zz-k92 = { is = "$92,000", you = 0, them = 10, offered = true }
options.zz-k99 = { is = "$99,000", you = 10, them = 5 }
[deal.issues.zz-title]
label = "Title"
options.zz-analyst = { is = "Analyst", you = 0, them = 5, offered = true }
options.zz-lead = { is = "Lead", you = 10, them = 4 }

[deal.joints.zz-pair]
options = { zz-base = "zz-k99", zz-title = "zz-lead" }
you = -5

[deal.limits.zz-band]
options.zz-base = ["zz-k99"]
lifted_by = ["executive"]
reason = "The band ends."
"""
