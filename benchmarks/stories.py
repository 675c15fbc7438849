"""Generated stories of any size: 24 layers, three choices a scene, a tenth of the scenes hubs of questions."""

from random import Random

LAYERS = 24
STAGES = (("candidate", 10), ("written_offer", 16), ("conversation", 22), ("decision", 24))
SENTENCE = (
    "She turns the letter over as if the number might be kinder on the back and says that Thursday would suit "
    "her better than the silence you have both been keeping since the second coffee went cold on the sill"
)
WORDS = SENTENCE.split()


def story(scenes: int, seed: int = 0, *, words: int = 60) -> str:
    """The TOML text of a valid scenario with about `scenes` scenes; half of its choices have conditions."""
    random = Random(seed)
    wide = max(1, scenes // LAYERS)
    out = [
        "format = 1",
        f'title = "A generated story of {wide * LAYERS} scenes"',
        'start = "s0-0"',
        '[people.ana]\nname = "Ana Duarte"\nseat = "hiring_manager"',
        "[state]\nrapport = { start = 0, min = -3, max = 6 }\nnerve = { start = 1, min = 0, max = 4 }",
        "asked = false",
        '[offer]\ndays = 30\non_expired = "late"',
    ]
    out += [f'[facts.f{n}]\nsays = "Fact {n}."\nknown_by = ["ana"]' for n in range(8)]
    for layer in range(LAYERS):
        for at in range(wide):
            out += _scene(random, layer, at, wide, words)
    for ending, outcome in (("signed", "signed"), ("away", "declined"), ("late", "expired")):
        out += [
            f"[endings.{ending}]",
            f'outcome = "{outcome}"',
            f'title = "{ending}"',
            f'text = "{_text(random, words)}"',
        ]
    return "\n".join(out) + "\n"


def _scene(random: Random, layer: int, at: int, wide: int, words: int) -> list[str]:
    name = f"s{layer}-{at}"
    stage = next(stage for stage, until in STAGES if layer < until)
    out = [f"[scenes.{name}]", f'stage = "{stage}"', 'with = ["ana"]', f'text = """{_text(random, words)}"""']
    if random.random() < 0.1:
        for question in range(3):
            out += _choice(random, f"{name}.choices.q{question}", "here", words, kind="question")
    targets = (
        [f"s{layer + 1}-{random.randrange(wide)}" for _ in range(3)]
        if layer < LAYERS - 1
        else ["signed", "away", "away"]
    )
    if layer < LAYERS - 1:
        targets[0] = f"s{layer + 1}-{at}"
    for number, target in enumerate(targets):
        out += _choice(random, f"{name}.choices.c{number}", target, words, free=number == 0)
    return out


def _choice(
    random: Random, path: str, target: str, words: int, *, kind: str = "answer", free: bool = False
) -> list[str]:
    out = [f"[scenes.{path}]", f'say = "{_text(random, 12)}"', f'kind = "{kind}"', f'goto = "{target}"']
    if not free and random.random() < 0.75:
        out.append(
            f'when = "{random.choice(("rapport >= 1", "nerve < 3 or asked", f"knows(f{random.randrange(8)})", "not asked and rapport < 5"))}"'
        )
    courage, finesse, fit = (random.randint(-2, 3) for _ in range(3))
    out.append(f"scores = {{ courage = {courage}, finesse = {finesse}, fit = {fit} }}")
    out.append(
        random.choice(
            (
                "change = { rapport = 1 }",
                "change = { nerve = 1 }",
                "set = { asked = true }",
                "change = { rapport = -1 }",
            )
        )
    )
    if random.random() < 0.3:
        out.append(f'learn = ["f{random.randrange(8)}"]')
    out += [f'reply = "{_text(random, words // 2)}"', f'coach = "{_text(random, 30)}"']
    return out


def _text(random: Random, words: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(words))


def hubs(number: int = 3, questions: int = 5, facts: int = 8) -> str:
    """The TOML text of a story of hubs: questions asked in any order, each with its fact and its days.

    The hardest kind of story for an exact search: whatever was asked leaves other facts and other days behind, and the
    last scene tells all of them apart.
    """
    asked = number * questions
    out = [
        "format = 1",
        f'title = "{number} hubs of {questions} questions"',
        'start = "hub0"',
        '[people.ana]\nname = "Ana Duarte"\nseat = "hiring_manager"',
        f'[offer]\ndays = {3 * asked}\non_expired = "late"',
    ]
    out += [f'[facts.f{n}]\nsays = "Fact {n}."\nknown_by = ["ana"]' for n in range(facts)]
    for hub in range(number):
        out.append(f'[scenes.hub{hub}]\nstage = "written_offer"\nwith = ["ana"]\ntext = "Ana waits."')
        for nth in range(hub * questions, (hub + 1) * questions):
            out.append(
                f'[scenes.hub{hub}.choices.q{nth}]\nsay = "And {nth}?"\nkind = "question"\ngoto = "here"\n'
                f'days = {1 + nth * nth % 5}\nlearn = ["f{nth % facts}"]\n'
                f"scores = {{ courage = {nth % 4 - 1}, finesse = 1, fit = {nth % 3 - 1} }}"
            )
        goal = f"hub{hub + 1}" if hub < number - 1 else "close"
        out.append(f'[scenes.hub{hub}.choices.on]\nsay = "Let us go on."\ngoto = "{goal}"')
    out.append('[scenes.close]\nstage = "decision"\nwith = ["ana"]\ntext = "And so?"')
    out += [
        f'[scenes.close.choices.c{n}]\nsay = "Because of {n}."\n'
        f'when = "knows(f{n}) and not knows(f{(n + 3) % facts}) and days-left > {2 * n}"\n'
        f'goto = "signed"\nscores = {{ courage = {n % 4}, fit = {3 - n % 4} }}'
        for n in range(facts)
    ]
    out.append('[scenes.close.choices.no]\nsay = "Another time."\ngoto = "late"')
    for ending, outcome in (("signed", "signed"), ("late", "expired")):
        out.append(f'[endings.{ending}]\noutcome = "{outcome}"\ntitle = "{ending}"\ntext = "{ending}"')
    return "\n".join(out) + "\n"
