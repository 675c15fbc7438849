"""A story that begins at a table: a letter, a director, a chairman who may lift what she may not."""

TABLE = '''
format = 1
title = "The Slip"
summary = "A letter, a table, and a director who would rather be at sea."
start = "kitchen"
undo = "counted"

[player]
name = "Robin"
role = "Timetables"
brief = "You have the letter and a day."

[people.maud]
name = "Maud Ferris"
title = "Director"
seat = "hiring_manager"
wants = "A winter in which nobody rings her."

[people.ove]
name = "Ove Lund"
title = "Chairman"
seat = "executive"

[state]
warmth = { start = 2, min = -2, max = 3 }

[facts.two-desks]
says = "The night desk has stood empty since spring."
known_by = ["maud"]
topic = "the empty chair by the window"
guarded = 2
[facts.ferry]
says = "The second ferry comes in March."
found = "the board in the hall"
[facts.knees]
says = "Maud counts the stairs."
known_by = ["maud"]
topic = "the stairs"
guarded = 9

[offer]
days = 6
on_expired = "too-late"
from = "maud"
text = "Dear Robin, we would be glad if you joined us."
terms.base = { label = "Base salary", is = "$92,000" }
terms.desk = { label = "Desk", is = "The day desk" }

[scenes.kitchen]
stage = "written_offer"
place = "Your kitchen, Friday"
text = "The letter lies between the bread and the bills."
[scenes.kitchen.choices.board]
do = "Read the board in the hall."
learn = ["ferry"]
goto = "here"
[scenes.kitchen.choices.go]
do = "Go and see her."
goto = "slip"

[scenes.slip]
stage = "conversation"
with = ["maud"]
place = "Maud's office over the slip, Monday"
bargain = { agreed = "signed", impasse = "over", withdrawn = "lost" }
text = """
She has cleared half of the table. On the other half lies a net that somebody means to mend.

"Well," says Maud. "Put something on it, then.\""""
again = "The net has not been mended. \\"Go on,\\" says Maud."
[scenes.slip.choices.window]
say = "Who sat by the window before?"
kind = "question"
scores = { courage = 1, finesse = 2, fit = 2 }
change = { warmth = 1 }
reply = '"Nobody you would have to be afraid of," says Maud.'
coach = "A question about the work, before any number."
goto = "here"
[scenes.slip.choices.night]
say = "May I sleep on it and come back tomorrow?"
kind = "wait"
once = false
days = 1
goto = "kitchen"

[scenes.over]
stage = "decision"
text = "Nothing came of it. The letter still lies there."
[scenes.over.choices.sign]
do = "Sign the letter."
kind = "accept"
goto = "signed"
[scenes.over.choices.no]
say = "Then no, and thank you."
kind = "decline"
goto = "declined"

[endings.signed]
outcome = "signed"
title = "Signed"
text = "You sign, on the dry half of the table."
more.both = { when = "agreed(structure) == both", text = "Both desks are yours." }
[endings.declined]
outcome = "declined"
title = "Another Winter"
text = "You go home along the water."
[endings.lost]
outcome = "withdrawn"
title = "The Net"
text = "She folds the letter into the net."
[endings.too-late]
outcome = "expired"
title = "Until When"
text = "Somebody else has the desk."

[deal]
rounds_per_day = 3
[deal.alternatives]
you = { worth = 45, says = "The desk without a window, $84,000." }
them = { worth = 40 }
[deal.counterpart]
who = "maud"
style = "fair"
candour = 9
trust_from = "warmth"

[deal.structures.day]
label = "The day desk"
[deal.structures.day.only]
team = ["six", "seven"]
[deal.structures.both]
label = "Both desks in one"
needs = "knows(two-desks)"
worth = { you = 20, them = 60 }
[deal.structures.both.only]
base = ["k104", "k108"]
[deal.structures.harbour]
label = "The whole harbour"
needs = "knows(knees)"
worth = { you = 10, them = 10 }

[deal.issues.base]
label = "Base salary"
importance = { you = 5, them = 5 }
options.k92 = { is = "$92,000", you = 0, them = 10, offered = true }
options.k96 = { is = "$96,000", you = 3, them = 7 }
options.k100 = { is = "$100,000", you = 5, them = 5 }
options.k104 = { is = "$104,000", you = 8, them = 2 }
options.k108 = { is = "$108,000", you = 10, them = 0 }
[deal.issues.bonus]
label = "Bonus"
importance = { you = 2, them = 2 }
options.none = { is = "None", you = 0, them = 0, offered = true }
options.ice = { is = "$9,000 if the slip is free of ice by the first of March", you = 10, them = -10, event = "the slip is free of ice by March 1", chance = { you = 70, them = 40 } }
[deal.issues.title]
label = "Title"
importance = { you = 2, them = 3 }
options.lead = { is = "Operations lead", you = 0, them = 10, offered = true }
options.head = { is = "Head of operations", you = 10, them = 4 }
[deal.issues.team]
label = "Team"
importance = { you = 3, them = 3 }
options.six = { is = "Six people, all of them by day", you = 2, them = 6, offered = true }
options.seven = { is = "Seven, one of whom rings before four in the morning and not after", you = 6, them = 5 }
options.ten = { is = "Ten, by day and by night, on one timetable that you draw up yourself", you = 10, them = 10 }
[deal.issues.nights]
label = "Calls after ten"
importance = { you = 4, them = 8 }
guarded = 2
options.maud = { is = "With Maud, as now", you = 10, them = 0, offered = true }
options.shared = { is = "By turns", you = 6, them = 7 }
options.you = { is = "With you", you = 0, them = 10 }
[deal.issues.days]
label = "Days in the office"
importance = { you = 6, them = 2 }
options.five = { is = "Five", you = 0, them = 10, offered = true }
options.four = { is = "Four, and one at home", you = 7, them = 7 }
options.three = { is = "Three", you = 10, them = 2 }

[deal.limits.band]
reason = "The band ends at $105,000, and only the chairman has ever moved it."
lifted_by = ["executive"]
firm = 3
[deal.limits.band.options]
base = ["k108"]
title = ["head"]
[deal.limits.house]
reason = "Four days in the house is the rule of the house."
lifted_by = ["hr"]
firm = 9
[deal.limits.house.options]
days = ["three"]
'''
