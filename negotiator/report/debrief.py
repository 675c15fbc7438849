"""The debrief as a page: a sentence and one turning point first, the rest for who digs."""

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.analysis.gauges import Gauge
from negotiator.report.bargain import deal_section, line_blocks
from negotiator.report.blocks import (
    Bar,
    Block,
    Bullets,
    Cell,
    Command,
    Fold,
    Line,
    Page,
    Pip,
    Refs,
    Section,
    Share,
    Table,
    Tone,
    Words,
)
from negotiator.report.wording import (
    ARC,
    OUTCOMES,
    SAMPLED,
    alternative,
    briefly,
    count,
    marks,
    noted,
    shortened,
    signed,
)

HEAVY = 20
"""Swing, in tenths of a mark, from which a decision weighed much."""
TERM = 52
"""Characters of a decision's words where it only stands for what it added to a gauge."""


def debrief_page(debrief: Debrief, run: str = "") -> Page:
    """The whole debrief. With the id of its run it says how to go back to a decision."""
    turning = next((one for one in debrief.decisions if one.number == debrief.turning), None)
    sections = [
        _turning(debrief, turning, run) if turning else None,
        _gauges(debrief),
        deal_section(debrief, run),
        _learned(debrief),
        _decisions(debrief, run),
        Section("later", "A year on", (Words(debrief.later, Tone.STORY),)) if debrief.later else None,
    ]
    return Page(
        title=debrief.title,
        kicker="Looking back",
        lead=debrief.sentence,
        opening=tuple(_opening(debrief)),
        sections=tuple(section for section in sections if section),
        foot=f"Run {run}." if run else "",
        language=debrief.language,
    )


def _opening(debrief: Debrief) -> list[Block]:
    blocks: list[Block] = [Words(debrief.story)]
    if debrief.ending:
        blocks.append(Words(f"Outcome: {OUTCOMES[debrief.ending.outcome]}."))
    if debrief.ending_coach:
        blocks.append(Words(debrief.ending_coach, Tone.COACH))
    return blocks


def _turning(debrief: Debrief, turning: Decision, run: str) -> Section:
    """The decision on which most turned: what was said, what it cost, what the better line was."""
    blocks: list[Block] = [
        Words(f"Decision {turning.number}: {_where(turning)}.", Tone.QUIET),
        Words(briefly(turning), Tone.SAID),
        *(Words(reply, Tone.STORY) for reply in turning.replies),
    ]
    if turning.lost and debrief.dealt and (better := debrief.dealt.better.get(turning.number)):
        lost = f"This lost you {count(turning.lost, 'point')} of what was still within reach."
        blocks += [Words(lost, Tone.COST), *line_blocks(better)]
    if turning.coach:
        blocks.append(Words(turning.coach, Tone.COACH))
    if turning.others:
        blocks.append(
            Fold("What else there was", (Bullets(tuple(map(alternative, turning.others)), tone=Tone.QUIET),))
        )
    blocks += _go_back(turning.number, run)
    return Section("turning-point", "The turning point", tuple(blocks), marked=True)


def _where(one: Decision) -> str:
    return ", ".join(part for part in (ARC[one.stage], one.place) if part)


def _go_back(number: int, run: str) -> list[Block]:
    if not run:
        return []
    words = f"To play on from just before it, press r on decision {number} in the app, or type"
    return [Command(words, f"negotiator runs branch {run} {number}")]


def _gauges(debrief: Debrief) -> Section:
    blocks: list[Block] = []
    for gauge in debrief.gauges:
        both = (("story", gauge.story), ("table", gauge.table)) if gauge.table_percent else ()
        parts = tuple((name, value) for name, value in both if value is not None)
        under = (*_split(gauge), *_made_of(gauge))
        blocks.append(Bar(gauge.name.capitalize(), gauge.score, gauge.band, parts, under))
    if not debrief.scores.proved:
        blocks.append(Words(SAMPLED, Tone.QUIET))
    return Section("gauges", "Courage, finesse, fit", tuple(blocks))


def _split(gauge: Gauge) -> list[Block]:
    said_of = []
    if gauge.table_percent:
        said_of.append(
            f"The story makes it {gauge.story}, the table {gauge.table};"
            f" the table counts {gauge.table_percent} percent."
        )
    elif gauge.table is not None:
        said_of.append(f"All of it from the table: {gauge.table}.")
    if gauge.capped:
        said_of.append(
            f"Held down to {gauge.score}: the letter was signed unasked,"
            " though something better for both could have been known."
        )
    return [Words(" ".join(said_of), Tone.QUIET)] if said_of else []


def _made_of(gauge: Gauge) -> list[Block]:
    """Every term of a gauge."""
    tables: list[Block] = []
    if gauge.at_table:
        rows: list[tuple[Cell, ...]] = [
            (
                term.name,
                term.said,
                Share(term.share, str(term.share)) if term.weight > 0 else "",
                term.weight if term.weight > 0 else f"{-term.weight} off",
                Refs(term.decisions),
            )
            for term in gauge.at_table
        ]
        tables.append(
            Table("At the table", ("Term", "What was seen", "Of 100", "Weight", "Decisions"), tuple(rows))
        )
    if gauge.terms:
        rows = [
            (Refs((term.decision,)), signed(term.mark), shortened(term.text, TERM)) for term in gauge.terms
        ]
        tables.append(Table("In the story", ("Decision", "Mark", "What you said or did"), tuple(rows)))
    return [Fold("What made it", tuple(tables))] if tables else []


def _learned(debrief: Debrief) -> Section | None:
    if not debrief.facts_in_all and not debrief.wanted:
        return None
    facts = tuple(noted(fact) for fact in debrief.learned)
    wanted = tuple(f"{one.person.name}: {one.wants}" for one in debrief.wanted)
    parts = (Section("wanted", "What they wanted", (Bullets(wanted),)),) if wanted else ()
    return Section(
        "learned",
        f"You learned {len(debrief.learned)} of {count(debrief.facts_in_all, 'thing')}",
        (Bullets(facts),) if facts else (),
        parts,
    )


def _decisions(debrief: Debrief, run: str) -> Section:
    pips = tuple(
        Pip(
            one.number,
            shortened(briefly(one), TERM),
            offer=one.stage != "candidate",
            heavy=abs(one.swing) >= HEAVY or bool(one.lost),
            turning=one.number == debrief.turning,
        )
        for one in debrief.decisions
    )
    blocks: list[Block] = [Line(pips)] if pips else []
    blocks += [_decision(debrief, one) for one in debrief.decisions]
    if debrief.undone:
        blocks.append(Words(f"Taken back: {debrief.undone}.", Tone.QUIET))
    if run and pips:
        words = "To play on from just before any of them, press r on it in the app, or type with its number"
        blocks.append(Command(words, f"negotiator runs branch {run} N"))
    return Section("decisions", "Decision by decision", tuple(blocks))


def _decision(debrief: Debrief, one: Decision) -> Fold:
    blocks: list[Block] = [Words(reply, Tone.STORY) for reply in one.replies]
    if one.learned:
        blocks.append(Bullets(tuple(f"Noted: {noted(fact)}" for fact in one.learned)))
    if one.lost:
        better = debrief.dealt.better.get(one.number) if debrief.dealt else None
        line = f" The best line open before it: {better.name}." if better else ""
        blocks.append(Words(f"Lost: {count(one.lost, 'point')}.{line}", Tone.COST))
    blocks.append(Words(f"Marks: {marks(one)}", Tone.QUIET))
    if one.coach:
        blocks.append(Words(one.coach, Tone.COACH))
    if one.others:
        blocks.append(
            Fold("What else there was", (Bullets(tuple(map(alternative, one.others)), tone=Tone.QUIET),))
        )
    return Fold(
        briefly(one),
        tuple(blocks),
        number=one.number,
        over=_where(one),
        tag=f"−{one.lost}" if one.lost else "",
        open=one.number == debrief.turning,
        marked=one.number == debrief.turning,
    )
