"""Small random stories for brute force: loops, hubs, conditions of every kind, luck and days."""

from random import Random

HEAD = """
[state]
nerve = { start = 0, min = -1, max = 2 }
flag = false
mood = { start = "cool", one_of = ["cool", "warm"] }
[facts.one]
says = "One."
known_by = ["ana"]
[facts.two]
says = "Two."
found = "here"
[offer]
days = 2
on_expired = "late"
[endings.late]
outcome = "expired"
title = "Late"
text = "Late."
"""

DEAL = """
[facts.three]
says = "Three."
known_by = ["ana"]
topic = "the third thing"
[deal.counterpart]
who = "ana"
trust_from = "nerve"
[deal.alternatives]
you = { worth = 40 }
them = { worth = 40 }
[deal.structures.as-offered]
label = "As offered"
[deal.structures.both]
label = "Both"
needs = "flag or knows(three)"
worth = { you = 5, them = 5 }
[deal.issues.base]
label = "Base"
importance = { you = 6, them = 4 }
options.low = { is = "$1", you = 0, them = 10, offered = true }
options.high = { is = "$2", you = 10, them = 0 }
[deal.issues.title]
label = "Title"
importance = { you = 4, them = 3 }
options.same = { is = "The same", you = 0, them = 10, offered = true }
options.lead = { is = "Lead", you = 10, them = 0 }
"""


def small_story(seed: int, *, table: bool = False) -> str:
    """A random story with loops, hubs, conditions of every kind, luck and days; with a table in one of its scenes."""
    random = Random(seed)
    scenes = ["hall", "a", "b", "c", "d"][: random.randint(2, 5)]
    # Every third story never comes back to its first scene: what was done there is done for good.
    back = scenes if seed % 3 else scenes[1:]
    goals = [*back, "signed", "late", "here", "here"]
    out = [HEAD + DEAL if table else HEAD]
    for at, scene in enumerate(scenes):
        stage = "candidate" if at < 2 else "written_offer"
        sits = table and at == len(scenes) - 1
        out.append(f'[scenes.{scene}]\nstage = "{stage}"\nwith = ["ana"]\ntext = "t"')
        if sits:
            exits = ", ".join(f'{way} = "{random.choice([*scenes, "signed", "late"])}"' for way in EXITS)
            out.append(f"bargain = {{ {exits} }}")
        out.append(f"[scenes.{scene}.choices]")
        for number in range(random.randint(1, 4)):
            parts = [
                f'say = "{number}"',
                f"scores = {{ courage = {random.randint(-3, 3)}, fit = {random.randint(-3, 3)} }}",
            ]
            if random.random() < 0.5:
                parts.append(f'when = "{_condition(random, scenes, table=table)}"')
            if random.random() < 0.2:
                parts.append("days = 1")
            if random.random() < 0.35:
                parts.append(f"once = {random.choice(('true', 'true', 'false'))}")
            parts.append(_effect(random))
            if random.random() < 0.25:
                luck = ", ".join(
                    f'o{n} = {{ goto = "{random.choice(goals)}", {_effect(random)}'
                    + (f', when = "{_condition(random, scenes, table=table)}"' if n else "")
                    + " }"
                    for n in range(2)
                )
                parts.append(f"outcomes = {{ {luck} }}")
            else:
                parts.append(f'goto = "{random.choice(goals)}"')
            out.append(f"c{number} = {{ {', '.join(parts)} }}")
    return "\n".join(out)


def _effect(random: Random) -> str:
    return random.choice(
        ("change = { nerve = 1 }", "change = { nerve = -1 }", "set = { flag = true }", 'set = { mood = "warm" }',
         'set = { mood = "cool", flag = false }', 'learn = ["one"]', 'learn = ["two"]', "learn = []")
    )  # fmt: skip


EXITS = ("agreed", "impasse", "withdrawn", "walk")


def _condition(random: Random, scenes: list[str], *, table: bool) -> str:
    simple = [
        "nerve >= 1", "nerve < 0", "flag", "not flag", "mood == warm", "mood != warm", "knows(one)", "not knows(two)",
        f"visited({random.choice(scenes)})", "chose(hall.c0)", "chose(hall.c0)", "not chose(hall.c0)", "days-left >= 1",
        "reached >= written_offer", "stage == candidate", f"visits({random.choice(scenes)}) >= 2",
        f"visits({random.choice(scenes)}) == 1", "nerve >= days-left", "days-left == 2",
    ]  # fmt: skip
    if table:
        simple += [
            "agreed(base) == high", "agreed(letter)", "agreed(structure) == both", "agreed(title) != lead",
            "trust(ana) >= 7", "trust(ana) < 3", "knows(three)", "trust(ana) >= days-left",
        ]  # fmt: skip
    one, two = random.choice(simple), random.choice(simple)
    return random.choice((one, f"{one} and {two}", f"{one} or {two}", f"not ({one} or {two})"))
