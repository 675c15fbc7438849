"""The report of a play-test as a page: what to mend first, then endings, marks, choices, players, length, teaching."""

from negotiator.analysis.playtest.claims import Ground, Walk
from negotiator.analysis.playtest.played import Player
from negotiator.analysis.playtest.report import Fault, Playtest, Reached, Spot, Trouble
from negotiator.report.blocks import (
    Block,
    Bullets,
    Command,
    Figure,
    Figures,
    Fold,
    Page,
    Section,
    Table,
    Tone,
    Words,
)
from negotiator.report.playtest_deal import deal_section
from negotiator.report.playtest_marks import choices_section, marks_section
from negotiator.report.wording import OUTCOMES, count
from negotiator.scenario.findings import Severity

RARE = 100
"""A thing is rare when fewer than one uniform play in so many comes to it."""
MOST_RARE = 10
MOST_ENDINGS = 4


def playtest_page(report: Playtest, *, everything: bool = False) -> Page:
    """The page. With `everything` each scene, choice, outcome and ending is listed with a walk to it."""
    sections = [
        _mend(report),
        _endings(report),
        marks_section(report),
        choices_section(report),
        _players(report),
        _length(report),
        deal_section(report),
        _teaching(report),
        _walks(report, everything=everything),
    ]
    return Page(
        title=report.title,
        kicker="Play-test",
        lead=_lead(report),
        opening=(Figures(_done(report)),),
        sections=tuple(section for section in sections if section is not None),
        foot=_foot(report),
        language=report.language,
    )


def basis(ground: Ground) -> str:
    """What a claim rests on, in two words or four."""
    return "proved" if ground.proved else f"sampled, {count(ground.plays, 'play')}"


def percent(share: float) -> str:
    """A share as a percentage; what is rare is not rounded to nothing."""
    value = 100 * share
    if 0 < value < 0.1:
        return "<0.1 %"
    return f"{value:.1f} %" if value < 10 else f"{value:.0f} %"


def _lead(report: Playtest) -> str:
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    if not errors and not warnings:
        said = "Nothing to mend."
    else:
        parts = [count(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
        said = f"{' and '.join(parts)} to mend."
    if report.interrupted:
        return f"Interrupted: this is what had been found by then. {said}"
    return said


def _done(report: Playtest) -> tuple[Figure, ...]:
    searched, sampled = report.searched, report.sampled
    if searched.complete:
        search = (
            f"all {count(searched.states, 'state')} that play can come to: what follows from them is proved"
        )
    else:
        search = f"{count(searched.states, 'state')}; the search stopped {searched.stopped}"
    other = sampled.plays - sampled.uniform
    reached = sum(spot.reached is Reached.REACHED for spot in report.spots)
    open_ = (Figure("Not decided", searched.undecided),) if searched.undecided else ()
    return (
        Figure("Searched", search),
        *open_,
        Figure(
            "Played",
            f"{count(sampled.plays, 'play')} with {count(sampled.moves, 'move')}: {sampled.uniform:,} by chance "
            f"alone, {other:,} taking first what had been taken least",
            f"{sampled.unfinished:,} came to no ending" if sampled.unfinished else "",
        ),
        Figure(
            "Reached",
            f"{reached:,} of {len(report.spots):,} scenes, choices, outcomes and endings",
        ),
    )


def _mend(report: Playtest) -> Section | None:
    if not report.troubles:
        return None
    return Section("mend", "To mend", tuple(_trouble(one) for one in report.troubles))


def _trouble(trouble: Trouble) -> Block:
    said = f"{trouble.severity}: {trouble.message} ({basis(trouble.ground)})"
    blocks = walk_blocks(trouble.walk) if trouble.walk else ()
    return Fold(said, blocks, tag=str(trouble.fault)) if blocks else Words(f"{said}.")


def walk_blocks(walk: Walk) -> tuple[Block, ...]:
    """The command that leads there, and what stands in its way."""
    blocks: list[Block] = []
    if walk.note:
        blocks.append(Words(walk.note[0].upper() + walk.note[1:] + ".", Tone.QUIET))
    if walk.exact or walk.command:
        blocks.append(Command("Replay" if walk.exact else "Replay as far as moves lead", walk.command))
    return tuple(blocks)


def _endings(report: Playtest) -> Section:
    fewest = {
        spot.path[0]: len(spot.walk.moves) for spot in report.spots if len(spot.path) == 1 and spot.walk
    }
    rows = tuple(
        (
            share.title,
            OUTCOMES.get(share.outcome, share.outcome),
            percent(share.share),
            str(fewest.get(share.ending, "-")),
            str(share.ground.basis),
        )
        for share in report.shares
    )
    head = ("ending", "outcome", "of random plays", "fewest moves", "rests on")
    sampled = not all(share.ground.proved for share in report.shares)
    caption = f"Sampled: of {count(report.sampled.uniform, 'random play')}." if sampled else ""
    return Section("endings", "Endings", (Table(caption, head, rows),))


def _players(report: Playtest) -> Section | None:
    if not report.players:
        return None
    rows = tuple(
        (
            one.name,
            _commonest(report, one.endings),
            f"{one.courage:.1f}",
            f"{one.finesse:.1f}",
            f"{one.fit:.1f}",
            f"{one.moves:.0f}",
            percent(one.lost),
            *((f"{one.own:.0f}" if one.own is not None else "-",) if report.deal else ()),
        )
        for one in report.players
    )
    head = (
        "player",
        "mostly ends in",
        "courage",
        "finesse",
        "fit",
        "moves",
        "lost",
        *(("points",) if report.deal else ()),
    )
    manners = Bullets(
        tuple(f"{one.name} {one.manner}. Ends in {_ends(report, one)}" for one in report.players)
    )
    note = Words(
        "Means over their plays. Lost: of the offers that were there, those taken back, expired or lost.",
        Tone.QUIET,
    )
    return Section("players", "Strategy players", (Table("", head, rows), note, manners))


def _ends(report: Playtest, player: Player) -> str:
    """The endings a player came to, the commonest first."""
    titles = {share.ending: share.title for share in report.shares}
    found = [f"{titles.get(one, one)} ({percent(share)})" for one, share in player.endings[:MOST_ENDINGS]]
    more = len(player.endings) - MOST_ENDINGS
    return ", ".join(found or ["nothing"]) + (f" and {count(more, 'other')}" if more > 0 else "") + "."


def _commonest(report: Playtest, endings: tuple[tuple[str, float], ...]) -> str:
    if not endings:
        return "-"
    titles = {share.ending: share.title for share in report.shares}
    ending, share = endings[0]
    return f"{titles.get(ending, ending)} ({percent(share)})"


def _length(report: Playtest) -> Section | None:
    length = report.length
    if length is None:
        return None
    rows = tuple(
        (one.name, f"{one.words:,}", f"{one.minutes:.1f}", str(one.moves), one.ending) for one in length.trips
    )
    said = f"Of {count(length.ground.plays, 'random play')}, and the shortest walk to each ending"
    proved = (
        f"; no way to an ending has fewer than {count(length.fewest, 'move')} (proved)"
        if length.fewest
        else ""
    )
    note = Words(f"{said}{proved}. The file has {count(length.words, 'word')} in all.", Tone.QUIET)
    return Section(
        "length", "Length", (Table("", ("way", "words", "minutes", "moves", "ending"), rows), note)
    )


def _teaching(report: Playtest) -> Section | None:
    teaching = report.teaching
    if teaching is None:
        return None
    blocks: list[Block] = [Words(teaching.sentence)]
    if teaching.aims:
        blocks += [Words("What it says it teaches:", Tone.QUIET), Bullets(teaching.aims)]
    reasons = tuple(f"{'yes' if one.holds else 'NO'}: {one.said}" for one in teaching.lessons)
    blocks += [Words("Held against what players came to (sampled):", Tone.QUIET), Bullets(reasons)]
    title = "Does it reward what it says it teaches?"
    return Section("teaching", title, tuple(blocks), marked=True)


def _walks(report: Playtest, *, everything: bool) -> Section | None:
    """Walks to what is rare, or to everything."""
    reached = [spot for spot in report.spots if spot.walk is not None and spot.walk.command]
    if everything:
        return Section("walks", "A walk to everything", tuple(_spot(report, spot) for spot in reached))
    rare = sorted(
        (spot for spot in reached if RARE * spot.uniform < report.sampled.uniform),
        key=lambda spot: spot.uniform,
    )
    if not rare:
        return None
    more = len(rare) - MOST_RARE
    blocks: list[Block] = [_spot(report, spot) for spot in rare[:MOST_RARE]]
    if more > 0:
        blocks.append(Words(f"And {more:,} more: --all lists everything with a walk to it.", Tone.QUIET))
    return Section("walks", "Rarely reached", tuple(blocks))


def _spot(report: Playtest, spot: Spot) -> Fold:
    assert spot.walk is not None
    often = f"{spot.uniform:,} of {count(report.sampled.uniform, 'random play')}"
    return Fold(f"{spot.kind} {spot.id}, in {often}", walk_blocks(spot.walk))


def _foot(report: Playtest) -> str:
    if any(one.fault is Fault.UNREACHED and not one.ground.proved for one in report.troubles):
        return "What was not seen may still exist: more seconds for the search, or more plays, may find it."
    return ""
