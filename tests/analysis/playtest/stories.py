"""Small stories with one fault each, and a play-test of them that is soon done."""

from negotiator.analysis.budget import Budget
from negotiator.analysis.playtest.conduct import Plan, playtest
from negotiator.analysis.playtest.report import Fault, Playtest, Spot, Trouble
from negotiator.game.rules import Game
from tests.support import FRAME, game

NO_SEARCH = Budget(states=0)

SOUND = """
[scenes.hall]
text = "t"
choices.ask = { say = "q", kind = "question", scores = { courage = 1, finesse = 2, fit = 1 }, goto = "here" }
choices.go = { do = "g", goto = "desk" }
[scenes.desk]
stage = "written_offer"
text = "t"
choices.sign = { do = "s", scores = { fit = 1 }, goto = "signed" }
choices.push = { say = "p", scores = { courage = 3, finesse = -2 }, outcomes.lands = { weight = 3, goto = "signed" }, outcomes.slips = { goto = "gone" } }
[endings.gone]
outcome = "lost"
title = "Gone"
text = "t"
"""

VANISHING = """
[state]
rapport = { start = 0, min = -3, max = 3 }
[scenes.hall]
text = "t"
choices.ask = { say = "q", change = { rapport = -1 }, goto = "here" }
choices.go = { do = "g", goto = "desk" }
[scenes.desk]
text = "t"
choices.sign = { do = "s", when = "rapport >= 0", goto = "signed" }
"""

DEAD_END = """
[scenes.hall]
text = "t"
choices.go = { do = "g", goto = "cellar" }
choices.sign = { do = "s", goto = "signed" }
[scenes.cellar]
text = "t"
choices.dig = { do = "d", when = "not visited(hall)", goto = "signed" }
"""

TRAP = """
[state]
keys = true
[scenes.hall]
text = "t"
choices.drop = { do = "d", set = { keys = false }, goto = "yard" }
choices.go = { do = "g", goto = "yard" }
[scenes.yard]
text = "t"
choices.wait = { do = "w", once = false, goto = "here" }
choices.home = { do = "h", when = "keys", goto = "signed" }
"""

UNREACHED = """
[state]
rapport = { start = 0, min = -1, max = 3 }
[scenes.hall]
text = "t"
choices.sign = { do = "s", goto = "signed" }
choices.dare = { say = "d", when = "rapport >= 2", goto = "gone" }
[endings.gone]
outcome = "lost"
title = "Gone"
text = "t"
"""


def chain(links: int) -> str:
    """A scene whose questions open one another, with a moment of no choices behind the last; one may leave at any time."""
    out = ["[state]", "far = { start = 0, min = 0, max = 99 }", "[scenes.hall]", 'text = "t"']
    out += [
        f'choices.q{at} = {{ say = "q", when = "far == {at}", change = {{ far = 1 }}, goto = "here" }}'
        for at in range(links)
    ]
    out.append(f'choices.leave = {{ do = "l", when = "far < {links}", goto = "signed" }}')
    return "\n".join(out)


def knocking(times: int) -> str:
    """A scene in which the same must be done many times in a row before the choices vanish."""
    return f"""
        [state]
        knocks = {{ start = 0, min = 0, max = 99 }}
        [scenes.hall]
        text = "t"
        choices.knock = {{ do = "k", goto = "door" }}
        choices.leave = {{ do = "l", goto = "signed" }}
        [scenes.door]
        text = "t"
        choices.again = {{ do = "a", when = "visits(door) < {times}", once = false, goto = "door" }}
        choices.leave = {{ do = "l", when = "visits(door) < {times}", goto = "signed" }}
        """


def report_on(made: Game | str, *, plays: int = 60, budget: Budget | None = None, cores: int = 1) -> Playtest:
    """The report on a story; commands are the seed and the moves."""
    plan = Plan(plays=plays, cores=cores, budget=budget or Budget())
    made = game(FRAME + made, frame=False) if isinstance(made, str) else made
    return playtest(made, "small.toml", lambda moves, seed: f"{seed}: {'; '.join(moves)}", plan)


def only(report: Playtest, fault: Fault) -> Trouble:
    """The one trouble of a kind."""
    [found] = [one for one in report.troubles if one.fault is fault]
    return found


def spot(report: Playtest, name: str) -> Spot:
    """A spot by its id."""
    [found] = [one for one in report.spots if one.id == name]
    return found
