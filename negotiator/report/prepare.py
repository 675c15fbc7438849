"""The preparation sheet as a page: what was practised beside lines to write one's own on. A coach's words, no game's."""

from negotiator.analysis.prepare import Cheap, LimitRow, Preparation
from negotiator.analysis.to_ask import Question
from negotiator.report.blocks import Blank, Block, Bullets, Page, Section, Tone, Words

WHOM = {
    "recruiter": "the recruiter",
    "HR": "HR",
    "hiring manager": "the hiring manager",
    "peer": "somebody you would work beside",
    "executive": "the hiring manager's boss",
}
WHY = {
    "asked": "",
    "kept": "a line you kept",
    "unasked": "not asked in practice, and the kind that is hard to ask",
}
INTRO = (
    "What you practised stands beside each line; the lines are for your own talk. Fill them in the evening before,"
    " and leave the sheet in your bag."
)


def preparation_page(found: Preparation) -> Page:
    """The sheet, for two sides of paper."""
    sections = (
        _alternative(found),
        _priorities(found),
        _questions(found),
        _opening(found),
        _cheap(found),
        _limits(found),
        _flags(found),
        _walking(),
        _kept(found),
    )
    return Page(
        title="For the real talk",
        kicker="Preparation sheet",
        lead="",
        opening=(Words(f"{INTRO} Practised with “{found.title}”.", Tone.QUIET),),
        sections=tuple(section for section in sections if section),
        kind="sheet",
        language=found.language,
    )


def _alternative(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.alternative:
        blocks.append(Words(f"In practice: {found.alternative}", Tone.QUIET))
    blocks += [
        Blank("If this comes to nothing, I", 2),
        Blank("To make that better before we talk, I can"),
    ]
    return Section("alternative", "What I do if this comes to nothing", tuple(blocks))


def _priorities(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.priorities:
        whose = "you put down" if found.declared else "it would have been"
        blocks.append(Words(f"In practice {whose}: {'; '.join(found.priorities)}.", Tone.QUIET))
    blocks += [Blank("1."), Blank("2."), Blank("3."), Blank("I can do without")]
    return Section("priorities", "What matters most to me", tuple(blocks))


def _questions(found: Preparation) -> Section:
    blocks: list[Block] = [Words("Ask before you propose anything. In this order:", Tone.QUIET)]
    for number, one in enumerate(found.questions, 1):
        blocks += [Words(f"{number}. “{one.words}”"), *_about(one), Blank("In my words")]
    blocks.append(Blank("And the one I would rather not ask"))
    return Section("questions", "What I ask", tuple(blocks))


def _about(one: Question) -> list[Block]:
    whom = f"Ask {WHOM[one.seat]}" if one.seat in WHOM else ""
    brought = f"it told you: {one.brought[0]}" if one.brought else ""
    said = "; ".join(part for part in (whom, WHY[one.why], brought) if part)
    return (
        [Words(said[0].upper() + said[1:] + ("" if said.endswith(".") else "."), Tone.QUIET)] if said else []
    )


def _opening(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.opening:
        blocks += [Words("In practice:", Tone.QUIET), Bullets(found.opening, tone=Tone.QUIET)]
    elif found.opening_said:
        blocks.append(Words(f"In practice: “{found.opening_said}”", Tone.QUIET))
    blocks.append(Blank("I open with", 3))
    for name, terms in zip(("just as good to me", "or this"), found.equals or ((), ()), strict=False):
        if terms:
            blocks.append(
                Words(f"In practice, as good to you: the same, but {'; '.join(terms)}.", Tone.QUIET)
            )
        blocks.append(Blank(f"{name.capitalize()}", 2))
    if found.reasons:
        blocks += [
            Words("Give a reason that rests on what you have learned. In practice you knew:", Tone.QUIET),
            Bullets(found.reasons, tone=Tone.QUIET),
        ]
    blocks.append(Blank("My reason, and how it helps them", 2))
    return Section("opening", "How I open, and what is as good to me", tuple(blocks))


def _cheap(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.cheap:
        blocks += [
            Words("In practice:", Tone.QUIET),
            Bullets(tuple(map(_given, found.cheap)), tone=Tone.QUIET),
        ]
    blocks.append(Blank("Costs me little and helps them", 2))
    return Section("cheap", "What I can give lightly", tuple(blocks))


def _given(one: Cheap) -> str:
    said = f"{one.label}, which you said you do not need" if one.spared else one.label
    if not one.likes:
        return said
    return f"{said}. {'Both of you would like' if one.shared else 'They would like'}: {one.likes}"


def _limits(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.limits:
        blocks += [
            Words("In practice:", Tone.QUIET),
            Bullets(tuple(map(_limit, found.limits)), tone=Tone.QUIET),
        ]
    blocks += [Blank("They cannot by themselves"), Blank("Who can, and who asks them")]
    return Section("limits", "What they cannot grant, and who can", tuple(blocks))


def _limit(one: LimitRow) -> str:
    seat = f" ({WHOM[one.seat]})" if one.seat in WHOM else ""
    return (
        f"{one.reason} {one.who[0].upper()}{one.who[1:]} could change that{seat}." if one.who else one.reason
    )


def _flags(found: Preparation) -> Section:
    blocks: list[Block] = []
    if found.flags:
        blocks += [Words("In practice:", Tone.QUIET), Bullets(found.flags, tone=Tone.QUIET)]
    blocks.append(Blank("Before I sign, this is in writing", 2))
    return Section("flags", "What is settled before I sign", tuple(blocks))


def _walking() -> Section:
    words = "Decide it now, at home: at the table it is too late. Say it once, kindly, and mean it."
    return Section(
        "walking",
        "When I get up",
        (Words(words, Tone.QUIET), Blank("I get up when", 2), Blank("and what I say then is", 2)),
    )


def _kept(found: Preparation) -> Section | None:
    if not found.kept:
        return None
    return Section("kept", "Lines I kept", (Bullets(tuple(f"“{line}”" for line in found.kept)),))
