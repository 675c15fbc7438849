"""The words of a debrief: bands with the count behind them, the run in a sentence and in a paragraph."""

from negotiator.game.scores import ENOUGH_ASKS, Scores

_BANDS = {
    "courage": (
        "you let the hard moments pass",
        "you held back",
        "you dared when it counted",
        "you dared what few would",
    ),
    "finesse": ("asked roughly", "asked plainly", "asked well", "asked so that yes was easy"),
    "fit": ("work for somebody else", "a fit in part", "a good fit", "the right work, for both sides"),
}
_NO_RANGE = "this story has nothing to measure it by"


def _level(score: int) -> int:
    return (score >= 35) + (score >= 58) + (score >= 80)


def band(name: str, score: int | None, count: int) -> str:
    """A score in words with the number of asks or decisions behind it: "asked well, 6 asks"."""
    if name == "finesse":
        asks = "1 ask" if count == 1 else f"{count} asks"
        if count < ENOUGH_ASKS:
            return f"too few to judge, {asks}"
        return f"{_BANDS[name][_level(score or 0)]}, {asks}"
    if score is None:
        return _NO_RANGE
    return f"{_BANDS[name][_level(score)]}, {count} {'decision' if count == 1 else 'decisions'}"


def sentence(scores: Scores, outcome: str, late: bool) -> str:
    """The run in one sentence: how one asked, what one dared, how it ended."""
    said = ", ".join((_asking(scores, late=late), _daring(scores), f"and {_outcome(scores, outcome)}."))
    return said[0].upper() + said[1:]


def _asking(scores: Scores, *, late: bool) -> str:
    if scores.asks == 0:
        return "you asked nothing"
    if scores.finesse is None:
        return "you asked little"
    manner = ("you asked roughly", "you asked plainly", "you asked well", "you asked so that yes was easy")
    return manner[_level(scores.finesse)] + (" but late" if late else "")


def _daring(scores: Scores) -> str:
    if scores.courage is None:
        return "you went along"
    return _BANDS["courage"][_level(scores.courage)]


def _outcome(scores: Scores, outcome: str) -> str:
    level = _level(scores.fit or 0)
    said = {
        "signed": (
            "you signed somebody else's job",
            "you signed a job that fits in part",
            "you signed work that fits",
            "you signed work that is right for both sides",
        )[level],
        "declined": (
            "you walked away without knowing from what",
            "you walked away with a question still open",
            "you walked away from the wrong chair",
            "you walked away well",
        )[level],
        "lost": "the offer never came to you",
        "withdrawn": "the offer was taken back",
        "expired": "the date passed before you answered",
    }
    return said.get(outcome, "the story is still open")


def later(fit: int | None, trust: int) -> str:
    """A year on: what pay cannot tell, fit and trust do (Curhan, Elfenbein & Kilduff 2009)."""
    work = (
        "A year on you are looking again, quietly; the work was somebody else's from the start.",
        "A year on the work is half yours. You could say which half.",
        "A year on the work is yours, most days, and you are asked what comes next.",
        "A year on nobody can say what the place was like before you; nor, some days, can you.",
    )[_level(fit or 0)]
    if trust >= 7:
        return f"{work} What was said at the table has been kept, both ways, and small things are settled in passing."
    if trust <= 3:
        return f"{work} What was won at the table is paid for in the corridor: nothing is given that is not written down."
    return f"{work} The two of you work well enough, and ask each other for things in writing."


def summary(
    *,
    field: int,
    decisions: int,
    met: int,
    asks: int,
    learned: int,
    facts: int,
    offer_after: int | None,
    days: tuple[int, int] | None,
    ending: str,
) -> str:
    """The run in a paragraph of counts and one ending."""
    parts = []
    if field > 1:
        parts.append(f"You began as one of {field}.")
    people = "nobody" if met == 0 else "one person" if met == 1 else f"{met} people"
    asked = "did not ask once" if asks == 0 else "asked once" if asks == 1 else f"asked {asks} times"
    parts.append(f"In {_count(decisions, 'decision')} you met {people} and {asked}.")
    if facts:
        parts.append(
            f"You learned {learned} of {_count(facts, 'thing')} there {'was' if facts == 1 else 'were'} to learn."
        )
    if offer_after is not None:
        parts.append(
            f"The written offer came with decision {offer_after}."
            if offer_after
            else "The written offer was there from the start."
        )
        if days is not None:
            term, left = days
            parts.append(
                f"It was good for {_count(term, 'day')}, and you let it run out."
                if left < 0
                else f"Of its {_count(term, 'day')} you used {term - left}."
            )
    else:
        parts.append("There was never a written offer.")
    if ending:
        parts.append(f"It ended with “{ending}”.")
    return " ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
