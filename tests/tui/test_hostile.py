"""Text that looks like markup is shown as it was written, everywhere it can appear."""

from pathlib import Path

from textual.geometry import Offset

from negotiator.errors import NegotiatorError
from negotiator.tui.desk import Case, Played
from tests.support import game
from tests.tui.fakes import WHEN, FakeDesk
from tests.tui.frames import home, table

NASTY = "[/quote] [Appendix B] [@click=app.quit]out[/] [bold]x [red on"
MARKED = ("[/quote]", "[Appendix B]", "[@click=app.quit]out[/]", "[bold]x", "[red on")

STORY = f"""
format = 1
title = "T {NASTY}"
summary = "S {NASTY}"
start = "a"
[player]
name = "N {NASTY}"
role = "R {NASTY}"
brief = "B {NASTY}"
[people.p]
name = "P {NASTY}"
title = "PT {NASTY}"
wants = "W {NASTY}"
seat = "hiring_manager"
[state]
mood = {{ start = 0, min = 0, max = 2, up = "U {NASTY}" }}
[facts.f]
says = "F {NASTY}"
known_by = ["p"]
[offer]
days = 3
on_expired = "e"
from = "p"
text = "L {NASTY}"
terms.t = {{ label = "TL {NASTY}", is = "TI {NASTY}" }}
[scenes.a]
field = 3
with = ["p"]
place = "PL {NASTY}"
text = "TX {NASTY}"
[scenes.a.choices.x]
say = "C {NASTY}"
kind = "question"
learn = ["f"]
change = {{ mood = 1 }}
reply = "RE {NASTY}"
coach = "CO {NASTY}"
goto = "b"
[scenes.a.choices.l]
say = "CL {NASTY}"
when = "mood > 1"
locked = "LK {NASTY}"
goto = "b"
[scenes.b]
stage = "written_offer"
text = "TB {NASTY}"
[scenes.b.choices.y]
do = "D {NASTY}"
goto = "e"
[endings.e]
outcome = "signed"
title = "ET {NASTY}"
text = "EX {NASTY}"
coach = "EC {NASTY}"
"""
TALL = (109, 60)

BARGAIN = f"""
format = 1
title = "T"
start = "t"
[people.p]
name = "{NASTY}"
seat = "hiring_manager"
[people.q]
name = "Q {NASTY}"
seat = "executive"
[facts.f]
says = "F {NASTY}"
found = "here"
[facts.g]
says = "G {NASTY}"
known_by = ["p"]
topic = "TO {NASTY}"
[offer]
days = 3
on_expired = "e"
[scenes.t]
stage = "conversation"
with = ["p"]
text = "TX"
bargain = {{ agreed = "e", impasse = "e", withdrawn = "e" }}
choices.x = {{ do = "D", learn = ["f"], goto = "here" }}
[endings.e]
outcome = "signed"
title = "E"
text = "EX"
[deal]
[deal.alternatives]
you = {{ worth = 30, says = "AL {NASTY}" }}
them = {{ worth = 30 }}
[deal.counterpart]
who = "p"
[deal.counterpart.lines]
counter = ["CO {NASTY}"]
[deal.structures.s]
label = "ST {NASTY}"
[deal.issues.i]
label = "IL {NASTY}"
options.a = {{ is = "OA {NASTY}", you = 0, them = 10, offered = true }}
options.b = {{ is = "OB {NASTY}", you = 10, them = 0, event = "EV {NASTY}", chance = {{ you = 50, them = 50 }} }}
[deal.issues.j]
label = "JL"
options.a = {{ is = "JA", you = 0, them = 10, offered = true }}
options.b = {{ is = "JB", you = 10, them = 0 }}
[deal.limits.l]
options.i = ["b"]
lifted_by = ["executive"]
reason = "LI {NASTY}"
"""


def desk() -> FakeDesk:
    return FakeDesk(game=game(STORY, frame=False))


def assert_verbatim(text: str, *heads: str) -> None:
    joined = " ".join(text.split())
    for head in heads:
        assert f"{head} {NASTY}" in joined, head


async def test_while_playing() -> None:
    async with table(desk(), TALL, brief=True) as on:
        assert_verbatim(on.text, "T", "PL", "B", "TX", "C", "CL", "LK")
        for part in MARKED:
            assert part in on.text
        await on.press("s")
        assert NASTY in on.notices[-1]
        await on.press("1")
        assert_verbatim(on.text, "C", "RE", "Noted: F", "U")
        await on.press("1")
        assert_verbatim(on.text, "L", "TI", "P", "PT")
        await on.press("x")
        assert_verbatim(on.text, "TB", "D")
        await on.press("l")
        assert_verbatim(on.text, "L", "TI")
        await on.press("escape", "n")
        assert_verbatim(on.text, "F", "P", "“C")
        await on.press("escape", "t")
        assert_verbatim(on.text, "RE", "TX")
        await on.press("escape", "2", "1")
        assert_verbatim(on.text, "ET", "EX")


async def test_in_the_debrief() -> None:
    async with table(desk(), TALL) as on:
        await on.play("x", "y")
        await on.press("1", "g", "k")
        joined = on.text.replace("│", " ").replace("\n", " ")
        for part in MARKED:
            assert part in joined
        await on.press("m")
        assert "Written to" in on.notices[-1]


async def test_at_home_and_in_the_briefing() -> None:
    made = desk()
    made.library = (
        Case("a", f"HT {NASTY}", f"HS {NASTY}", "easy", Path("a")),
        Case("b", "Torn", "", "easy", Path("b"), f"TR {NASTY}"),
    )
    made.runs = (
        Played("r", Path("r"), "a", f"RT {NASTY}", WHEN, 2, f"RP {NASTY}"),
        Played("q", Path("q"), "a", "Done", WHEN, 2, "", f"RE {NASTY}", "signed"),
    )
    made.habits = f"HB {NASTY}"
    async with home(made, TALL) as on:
        assert_verbatim(on.text, "HT", "HS", "TR", "RT", "RP", "RE", "HB")
        await on.press("2")
        assert_verbatim(on.text, "T", "S", "N", "R", "B", "P", "PT")


async def test_in_errors_and_the_words_about_settings() -> None:
    made = desk()
    made.word = f"WD {NASTY}"
    made.trouble = NegotiatorError(f"ER {NASTY}", f"HI {NASTY}")
    made.library = (Case("a", "A", "", "easy", Path("a")),)
    async with home(made, TALL) as on:
        assert f"WD {NASTY}" in on.notices
        await on.press("1")
        assert_verbatim(on.text, "ER", "HI")


async def test_a_notification_is_drawn_verbatim() -> None:
    async with table(desk(), TALL, notices=True) as on:
        await on.press("2")
        _, _, said = on.text.partition("Not open to you")
        for part in ("[/quote]", "[Appendix", "[@click=app.quit]out[/]"):
            assert part in said


async def test_at_a_table() -> None:
    async with table(FakeDesk(game=game(BARGAIN, frame=False)), TALL) as on:
        await on.press("1", "d", "down")
        assert_verbatim(on.text, "OA")
        await on.press("right")
        assert_verbatim(on.text, "OB", "EV", "LI")
        await on.press("f", "down")
        assert_verbatim(on.text, "F")
        await on.press("enter")
        for part in MARKED:
            assert part in on.text
        await on.press("enter")
        assert_verbatim(on.text, "ST", "OB", "“F", "LI")
        await on.press("enter")
        assert_verbatim(on.text, "CO")
        await on.press("a")
        assert_verbatim(on.text, "LI", "TO")
        await on.press("down", "escape", "m", "space")
        assert_verbatim(on.text, "IL")
        await on.press("escape", "c")
        assert_verbatim(on.text, "LI", "OB", "Q")
        await on.press("escape", "y")
        assert_verbatim(on.text, "OA")
        await on.press("escape", "w")
        assert_verbatim(on.text, "AL")
        await on.press("escape", "n", "m")
        assert_verbatim(on.text, "IL")
        await on.press("escape", "escape", "y", "enter", "1")
        assert_verbatim(on.text, "IL")
        await on.press("1", "enter", "down")
        assert_verbatim(on.text, "OA")


async def test_a_click_on_story_text_runs_nothing() -> None:
    async with table(desk(), TALL) as on:
        for y in range(4, 8):
            for x in range(0, 100, 7):
                await on.pilot.click(offset=Offset(x, y))
        assert on.app.is_running
        assert on.app.return_value is None
