"""Confidential sheets: what each chair knows before it sits down, as blocks for a phone, a page or paper."""

from collections.abc import Iterator

from negotiator.bargaining.deal import Joint
from negotiator.classroom.pairs.case import Case
from negotiator.classroom.pairs.seats import SIDES, Mode, Seat
from negotiator.report.blocks import Block, Bullets, Figure, Figures, Items, Page, Section, Table, Tone, Words
from negotiator.scenario.models import Scenario

WARNING = "For your eyes alone. Tell as much of it as you think wise, and hand the sheet to nobody."
WORDED = "Terms are worded as in the candidate's letter: where one says “you”, the candidate is meant."
HOW = {
    Mode.FACE: (
        "Talk aloud, about anything, in any order.",
        "When you have a deal, both of you put it down on the phone. It holds when both say the same.",
        "You need not agree. What you have elsewhere is then what you get.",
    ),
    Mode.PHONES: (
        "The candidate begins: a package, then one from the other side, in turn, with a line of words if you like.",
        "Take what lies there, send something else, or leave.",
        "You need not agree. What you have elsewhere is then what you get.",
    ),
}
WATCH = (
    "Who asked the first question that was not about money?",
    "Which term moved because somebody said why they wanted it?",
    "What did either of them give that cost them little?",
    "Where did the talk turn, and who turned it?",
    "What was never asked?",
)


def sheet(case: Case, seat: Seat, mode: Mode) -> Page:
    """What one chair gets to read. An observer's sheet has nothing of either side's."""
    if seat is Seat.OBSERVER:
        return _observers(case)
    scenario = case.bargain.scenario
    sections = _candidate(scenario, case) if seat is Seat.CANDIDATE else _manager(scenario, case)
    return Page(
        title="The candidate" if seat is Seat.CANDIDATE else "The hiring manager",
        kicker=f"Confidential: {scenario.title}",
        lead=_who(case, seat),
        opening=(Words(WARNING, Tone.QUIET),),
        sections=(*sections, *_worth(case, seat), Section("how", "How it goes", (Bullets(HOW[mode]),))),
        kind="sheet",
        language=scenario.language,
    )


def _who(case: Case, seat: Seat) -> str:
    scenario = case.bargain.scenario
    if seat is Seat.CANDIDATE:
        role = f", {scenario.player.role}" if scenario.player.role else ""
        return f"You are {scenario.player.name}{role}."
    person = scenario.people.get(case.bargain.who)
    if person is None:
        return "You are the hiring manager."
    return f"You are {person.name}{f', {person.title}' if person.title else ''}."


def _candidate(scenario: Scenario, case: Case) -> Iterator[Section]:
    if scenario.player.brief:
        yield Section("brief", "Where you stand", (Words(scenario.player.brief),))
    yield _letter(scenario, case, "The letter you hold")
    heard = tuple(
        one.says
        for one in scenario.facts.values()
        if case.bargain.who not in one.known_by and (one.known_by or one.found)
    )
    if heard:
        yield Section("facts", "What you have heard or read", (Bullets(heard),))


def _manager(scenario: Scenario, case: Case) -> Iterator[Section]:
    person = scenario.people.get(case.bargain.who)
    if person and person.wants:
        yield Section("wants", "What you want", (Words(person.wants),))
    candidate = f"{scenario.player.name}{f', {scenario.player.role}' if scenario.player.role else ''}"
    yield Section("other", "Who comes to talk", (Words(f"{candidate}."),))
    yield _letter(scenario, case, "The letter you have sent")
    known = tuple(one.says for one in scenario.facts.values() if case.bargain.who in one.known_by)
    if known:
        yield Section("facts", "What you know", (Bullets(known),))
    yield from _authority(case)


def _letter(scenario: Scenario, case: Case, title: str) -> Section:
    deal = case.deal
    terms = tuple(
        Figure(issue.label, issue.options[at].label)
        for issue, at in zip(deal.issues, deal.letter.options, strict=True)
    )
    text = scenario.offer.text if scenario.offer else ""
    words = (Words(text, Tone.STORY),) if text else ()
    return Section("letter", title, (*words, Figures(terms)))


def _authority(case: Case) -> Iterator[Section]:
    """What is not the manager's to grant, and what somebody higher up has given leave for."""
    deal, own = case.deal, case.bargain.own
    barred = tuple(one.reason for one in deal.limits if one.id not in case.lifted and one.reason)
    leave = tuple(
        one.reason for one in deal.limits if one.id in case.lifted and one.id not in own and one.reason
    )
    blocks: list[Block] = []
    if leave:
        blocks += [Words("These stood in the way. You have asked, and been given leave:"), Bullets(leave)]
    if barred:
        blocks += [Words("These are not yours to grant:"), Bullets(barred)]
    if blocks:
        yield Section("authority", "What you may grant", tuple(blocks))


def _worth(case: Case, seat: Seat) -> Iterator[Section]:
    """Own points: of shapes, terms, what hangs together, and no deal."""
    deal, side = case.deal, SIDES.index(seat)
    shapes = [deal.structures[at] for at in sorted(case.shapes)]
    blocks: list[Block] = [Words("Your points; more is better. The other side has its own.", Tone.QUIET)]
    if seat is Seat.MANAGER:
        blocks.append(Words(WORDED, Tone.QUIET))
    if len(shapes) > 1:
        rows = tuple((one.label, (one.you, one.them)[side]) for one in shapes)
        blocks.append(Table("The shape of the job", ("Shape", "Points"), rows))
    blocks += [_terms(case, at, side) for at in range(len(deal.issues))]
    joints = tuple(_joint(case, one, side) for one in deal.joints if (one.you, one.them)[side])
    if joints:
        blocks += [Words("What hangs together counts on top:"), Bullets(joints)]
    yield Section("worth", "What it is worth to you", tuple(blocks))
    yield Section("elsewhere", "If you do not agree", tuple(_elsewhere(case, side)))


def _terms(case: Case, issue: int, side: int) -> Table:
    """The options of an issue with a side's points, and with the shapes that have them where not all do."""
    model, shapes = case.deal.issues[issue], sorted(case.shapes)
    only = [case.deal.structures[at].only.get(issue) for at in shapes]
    rows = []
    for at, option in enumerate(model.options):
        label = f"{option.label} (as in the letter)" if at == model.letter else option.label
        having = [
            shape for shape, allowed in zip(shapes, only, strict=True) if allowed is None or at in allowed
        ]
        labels = () if len(having) == len(shapes) else (case.deal.structures[one].label for one in having)
        rows.append((label, (option.you, option.them)[side], Items(tuple(labels))))
    if not any(where.texts for _, _, where in rows):
        return Table(model.label, ("Term", "Points"), tuple(row[:2] for row in rows))
    return Table(model.label, ("Term", "Points", "Only with"), tuple(rows))


def _joint(case: Case, joint: Joint, side: int) -> str:
    labels = [case.deal.issues[at].options[option].label for at, option in joint.options.items()]
    return f"{' and '.join(labels)}: {(joint.you, joint.them)[side]:+} points"


def _elsewhere(case: Case, side: int) -> Iterator[Block]:
    alternatives = case.bargain.model.alternatives
    own = (alternatives.you, alternatives.them)[side]
    if own and own.says:
        yield Words(own.says)
    yield Words(
        f"That is worth {case.deal.reservation[side]} points to you. Agree to nothing that is worth less."
    )


def _observers(case: Case) -> Page:
    scenario = case.bargain.scenario
    return Page(
        title="The observer",
        kicker=scenario.title,
        lead="You watch, and say nothing until they are done. Then you have two minutes, and they only listen.",
        opening=(),
        sections=(Section("watch", "What to look for", (Bullets(WATCH),)),),
        kind="sheet",
        language=scenario.language,
    )
