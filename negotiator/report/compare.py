"""Two runs side by side as a page."""

from negotiator.analysis.compare import Comparison, Moment, Outcome
from negotiator.analysis.debrief import Decision
from negotiator.report.blocks import Block, Bullets, Page, Pair, Section, Side, Table, Tone, Words
from negotiator.report.wording import ARC, OUTCOMES, briefly, count, noted, percent, shortened

REPLY = 220
"""Characters of what was said back that are shown of each decision."""
DEALS = {
    "agreed": "agreed",
    "walked": "left without one",
    "impasse": "none: patience ran out",
    "withdrawn": "none: the offer was taken back",
    "open": "nothing agreed",
}
NOTHING = "—"


def comparison_page(found: Comparison, runs: tuple[str, str]) -> Page:
    """Both runs, called by their ids."""
    left, right = (f"Run {run}" for run in runs)
    sections = [
        _parted(found, left, right),
        _outcomes(found, left, right),
        _terms(found, left, right),
        _moments(found, left, right),
        _alone(found, left, right),
    ]
    return Page(
        title=found.title,
        kicker="Two runs side by side",
        lead=_lead(found),
        opening=(
            Pair(
                Side(left, (Words(found.left.sentence),)),
                Side(right, (Words(found.right.sentence),)),
            ),
        ),
        sections=tuple(section for section in sections if section),
        language=found.language,
    )


def _lead(found: Comparison) -> str:
    if found.parted is None:
        return "Both runs are the same, decision by decision."
    if not found.alike:
        return "They parted at the first decision."
    return f"They were alike for {count(found.alike, 'decision')}, and parted at decision {found.alike + 1}."


def _parted(found: Comparison, left: str, right: str) -> Section | None:
    if found.parted is None:
        return None
    one, other = found.parted
    pair = Pair(Side(left, _conduct(one)), Side(right, _conduct(other)))
    place = next((decision.place for decision in found.parted if decision and decision.place), "")
    where = (Words(f"{place}.", Tone.QUIET),) if place else ()
    return Section("parted", "Where they parted", (*where, pair), marked=True)


def _conduct(decision: Decision | None) -> tuple[Block, ...]:
    """What was done, and what came of it."""
    if decision is None:
        return (Words("This run had come to its end.", Tone.QUIET),)
    blocks: list[Block] = [Words(briefly(decision), Tone.SAID)]
    if decision.replies:
        blocks.append(Words(shortened(" ".join(decision.replies), REPLY), Tone.STORY))
    if decision.learned:
        blocks.append(Bullets(tuple(f"Noted: {noted(fact)}" for fact in decision.learned)))
    if decision.lost:
        blocks.append(Words(f"Lost: {count(decision.lost, 'point')}.", Tone.COST))
    if decision.coach:
        blocks.append(Words(decision.coach, Tone.COACH))
    return tuple(blocks)


def _outcomes(found: Comparison, left: str, right: str) -> Section:
    rows = [
        (name, one, other)
        for (name, one), (_, other) in zip(_rows(found.left), _rows(found.right), strict=True)
        if (one, other) != (NOTHING, NOTHING)
    ]
    return Section("outcomes", "What each came to", (Table("", ("", left, right), tuple(rows)),))


def _rows(one: Outcome) -> list[tuple[str, str]]:
    def number(value: int | None) -> str:
        return NOTHING if value is None else str(value)

    ending = f"{one.ending}, {OUTCOMES[one.outcome]}" if one.ending and one.outcome else "still open"
    return [
        ("Ending", ending),
        ("Courage", number(one.courage)),
        ("Finesse", number(one.finesse)),
        ("Fit", number(one.fit)),
        ("Decisions", number(one.decisions)),
        ("Asked", number(one.asks)),
        ("Learned", number(one.learned)),
        ("Deal", DEALS[one.deal] if one.deal else NOTHING),
        ("Points to you", number(one.own)),
        ("Points to them", number(one.theirs)),
        ("Efficiency", NOTHING if one.efficiency is None else percent(one.efficiency)),
        ("Left on the table, yours", number(one.left_own)),
        ("Packages sent", number(one.packages)),
        ("Trust at the end, of 10", number(one.trust)),
        ("Points lost on the way", number(one.lost)),
    ]


def _terms(found: Comparison, left: str, right: str) -> Section | None:
    if found.shape is None or not any(term.left or term.right for term in found.terms):
        return None
    rows = tuple(
        (term.label, term.letter, _held(term.left, term.letter), _held(term.right, term.letter))
        for term in (found.shape, *found.terms)
    )
    return Section("terms", "Term by term", (Table("", ("Term", "In the letter", left, right), rows),))


def _held(text: str, letter: str) -> str:
    return "as in the letter" if text and text == letter else text or NOTHING


def _moments(found: Comparison, left: str, right: str) -> Section | None:
    if not found.moments:
        return None
    parts = tuple(_moment(one, left, right) for one in found.moments)
    words = Words(
        "Scenes that both came to and met in different ways; what both did there is left out.", Tone.QUIET
    )
    return Section("moments", "The same moments", (words,), parts)


def _moment(one: Moment, left: str, right: str) -> Section:
    pair = Pair(Side(left, _all(one.left)), Side(right, _all(one.right)))
    title = one.place or ARC[one.stage].capitalize()
    return Section(f"moment-{one.scene}", title, (pair,))


def _all(decisions: tuple[Decision, ...]) -> tuple[Block, ...]:
    if not decisions:
        return (Words("Nothing more than the other.", Tone.QUIET),)
    return tuple(block for one in decisions for block in _conduct(one))


def _alone(found: Comparison, left: str, right: str) -> Section | None:
    blocks: list[Block] = []
    for name, places in ((left, found.only_left), (right, found.only_right)):
        if places:
            blocks += [Words(f"Only {name[0].lower()}{name[1:]} came to:"), Bullets(places)]
    return Section("alone", "Where only one of them was", tuple(blocks)) if blocks else None
