"""What a choice does, in plain words: "rapport rises by 1", "you learn “Two seats are empty”"."""

from collections.abc import Iterator

from negotiator.scenario.inwords import Part, Parts, quoted, spaced
from negotiator.scenario.models import Choice, Effects, Scenario, Scores
from negotiator.scenario.wording import written


def effects_in_words(effects: Effects, scenario: Scenario) -> Iterator[Parts]:
    """Each effect of a choice or an outcome on the story, as pieces with the ids of what they name."""
    for name, step in effects.change.items():
        if step:
            yield (Part(f"{spaced(name)} {'rises' if step > 0 else 'falls'} by {abs(step)}"),)
    for name, value in effects.set.items():
        said = f"“{spaced(name)}”" if isinstance(value, bool) else spaced(name)
        yield (Part(f"{said} becomes {spaced(written(value))}"),)
    for fact in effects.learn:
        yield (Part("you learn "), Part(quoted(scenario.facts[fact].says), "fact", fact))
    for limit in effects.lift:
        yield (Part(f"the limit “{spaced(limit)}” is lifted"),)


def cost_in_words(choice: Choice) -> str:
    """What it costs of the offer's life: "costs 2 days"; nothing where it costs none."""
    return f"costs {choice.days} day{'' if choice.days == 1 else 's'}" if choice.days else ""


def scores_in_words(scores: Scores) -> str:
    """The author's marks that are not 0: "courage +1, fit -1"."""
    marks = (("courage", scores.courage), ("finesse", scores.finesse), ("fit", scores.fit))
    return ", ".join(f"{name} {value:+d}" for name, value in marks if value)
