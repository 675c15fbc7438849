"""A small scenario with everything in it, for the screens."""

EVERYTHING = '''
format = 1
title = "The Quay"
summary = "A short story with every kind of thing in it."
difficulty = "easy"
start = "phone"
undo = "counted"

[player]
name = "Robin"
role = "Timetables"
brief = """
You have run timetables for fourteen years. At home there is a desk without a window at $84,000: that is your
alternative.

You will meet a recruiter first."""

[people.tess]
name = "Tess Amory"
title = "Recruiter"
seat = "recruiter"
wants = "To close the file before Friday."

[people.hal]
name = "Hal Bergstrom"
title = "Harbour director"
seat = "hiring_manager"
wants = "A winter without being woken at four."

[people.ines]
name = "Ines Mota"
title = "Night dispatcher"
seat = "peer"

[state]
warmth = { start = 0, min = -2, max = 3, up = "Tess warms a little.", down = "Tess cools." }

[facts.year]
says = "A good year is nine days out of ten."
known_by = ["tess", "hal"]
[facts.phone]
says = "Hal answers the phone at four in the morning."
known_by = ["hal"]
guarded = 4
[facts.page-two]
says = "On call every second weekend."
found = "page two of the letter"

[offer]
days = 4
on_expired = "too-late"
from = "hal"
text = """
Dear Robin, after a summer of people who like boats it was a relief to meet somebody who likes timetables. We would be glad if you joined us."""
terms.base = { label = "Base salary", is = "$92,000" }
terms.title = { label = "Title", is = "Operations lead" }
terms.team = { label = "Team", is = "Day desk, six people" }

[scenes.phone]
field = 140
with = ["tess"]
place = "Phone, Tuesday"
text = """
Tess has eleven minutes and says so. "I'll be quick: the team liked your deck. What would you like to know before Thursday?" Somewhere behind her a horn sounds twice, and a gull objects.

She waits. You hear her pen."""
more.asked = { when = "chose(phone.good)", text = "Her pen is still going." }
[scenes.phone.choices.good]
say = "What would make you say, a year from now, that filling this seat was the best thing you did?"
kind = "question"
scores = { courage = 1, finesse = 2, fit = 2 }
change = { warmth = 1 }
learn = ["year"]
reply = '"Nine days out of ten," says Tess. "Nobody asks me that. They ask about parking."'
coach = "A question about their success shows the work you would do."
goto = "here"
[scenes.phone.choices.salary]
say = "What is the salary range for this role?"
kind = "question"
scores = { courage = 1, finesse = -2, fit = -1 }
change = { warmth = -1 }
reply = '"There is a band." You hear the pen stop.'
coach = "A fair question at the wrong moment."
goto = "pier"
[scenes.phone.choices.budget]
say = "Before Thursday, I'd like to understand the budget. I'd be coming at it from the other side of the table."
kind = "counter"
premature = true
scores = { courage = 2, finesse = -1, fit = 0 }
goto = "pier"
[scenes.phone.choices.nothing]
say = "Nothing for now. I'm looking forward to Thursday."
kind = "answer"
coach = "Polite, and impossible to remember."
goto = "pier"
[scenes.phone.choices.list]
say = "Who else is on the short list?"
kind = "question"
when = "warmth >= 2"
locked = "you have not earned this yet"
goto = "here"

[scenes.pier]
field = 4
with = ["hal", "ines"]
place = "Pier 3, Thursday, rain"
text = "Four of you are left. Hal shows you round at the pace of a man who has a boat to catch and owns it."
again = "The pier again, and the rain again."
[scenes.pier.choices.rang]
say = "What went wrong last winter?"
kind = "question"
scores = { courage = 2, finesse = 2, fit = 2 }
learn = ["phone"]
moment = true
reply = "He laughs, once. \\"It rang.\\""
coach = "A question that takes the problem for granted is answered more honestly."
goto = "here"
[scenes.pier.choices.show]
do = "Draw your timetable on the back of his clipboard."
kind = "answer"
scores = { courage = 1, finesse = 0, fit = 2 }
reply = "He keeps the clipboard. \\"You will have it in writing tomorrow.\\""
goto = "letter"
[scenes.pier.choices.back]
do = "Walk down the pier and back."
kind = "wait"
goto = "pier"
[scenes.pier.choices.leave]
say = "Thank you, no."
kind = "decline"
goto = "walked"

[scenes.letter]
stage = "written_offer"
place = "Your kitchen, Friday"
text = "The letter lies between the bread and the bills. It is addressed to you and to nobody else."
[scenes.letter.choices.read]
do = "Read page two."
kind = "wait"
learn = ["page-two"]
reply = "There it is, in small type."
goto = "here"
[scenes.letter.choices.talk]
say = "Hal, could we talk, the two of us?"
kind = "meet"
days = 1
goto = "talk"
[scenes.letter.choices.sleep]
do = "Let it lie over the weekend."
kind = "wait"
once = false
days = 3
goto = "letter"
[scenes.letter.choices.sign]
do = "Sign it as it is."
kind = "accept"
goto = "plain"

[scenes.talk]
stage = "conversation"
with = ["hal"]
place = "Hal's office, Monday"
text = "He closes the door. The phone in the yellow box is on the table between you."
[scenes.talk.choices.both]
say = "What if I took the night desk too? You would sleep."
kind = "counter"
scores = { courage = 3, finesse = 2, fit = 3 }
moment = true
reply = "He looks at the phone for a while. \\"Both desks,\\" he says."
coach = "You asked for what he lacked."
[scenes.talk.choices.both.outcomes.yes]
weight = 3
goto = "deciding"
[scenes.talk.choices.both.outcomes.think]
weight = 1
reply = "He would like to think it over."
goto = "deciding"
[scenes.talk.choices.fine]
say = "It is fine as it is."
kind = "answer"
goto = "deciding"

[scenes.deciding]
stage = "decision"
place = "The quay, Tuesday"
text = "A pen, borrowed from Tess."
[scenes.deciding.choices.yes]
do = "Sign."
kind = "accept"
scores = { courage = 0, finesse = 0, fit = 1 }
goto = "both"
[scenes.deciding.choices.no]
say = "I'll keep my desk without a window."
kind = "decline"
goto = "walked"

[endings.both]
outcome = "signed"
title = "Both Desks"
text = "In January the phone rings eleven times. Nine times you take it."
coach = "You waited for the letter and changed the job instead of its price."
[endings.plain]
outcome = "signed"
title = "The Day Desk"
text = "It is a good job."
[endings.walked]
outcome = "declined"
title = "A Door Left Open"
text = "You take the desk without a window."
[endings.too-late]
outcome = "expired"
title = "Until When"
text = "The letter has found somebody else."
'''
