"""The deal in a debrief: what it is worth, term by term, on the map, what was sent, asked, guessed and left."""

from negotiator.analysis.dealt import BestLine, Dealt, GuessBoard, TermRow
from negotiator.analysis.debrief import Debrief
from negotiator.bargaining.metrics import DealMetrics
from negotiator.report.blocks import (
    Block,
    Bullets,
    Chart,
    Command,
    Figure,
    Figures,
    Fold,
    Items,
    Refs,
    Section,
    Share,
    Table,
    Tone,
    Words,
)
from negotiator.report.wording import count, percent

PEOPLE = (
    "People came to 89 percent in 109 Job Interview deals and to 77 in the CaSiNo deals;"
    " a package drawn at random comes to 51 (measured on the published deals)."
)
KINDS = {
    "agreed": "You and {name} agreed.",
    "walked": "You left without a deal.",
    "impasse": "The talk ended without a deal: {name} had no more patience.",
    "withdrawn": "There is no deal: the offer was taken back.",
    "open": "Nothing was agreed.",
}
POINTS = (
    "Points are the story's own measure of what each term is worth to you and to {name};"
    " while you played you saw only yours."
)
BETTER = {
    "both": "better for both",
    "you": "better for you, at no cost to them",
    "them": "better for them, at no cost to you",
    "neither": "no better for both",
}
ANSWERS = {
    "accepted": "accepted",
    "countered": "",
    "impasse": "the talk ended",
    "withdrawn": "the offer was taken back",
}
LEVELS = {"full": "told in full", "partly": "told in part", "nothing": "not told"}
NTH = ("first", "second", "third")
SAME_LETTER = "as in the letter"
TermCells = tuple[str, str, str, str, str, int | str, int | str]
"""Label, in the letter, agreed, in the best line, what it is, what it can make for the player and for them."""
PLAYED = "the line you played"
FAMILY = (
    "Looked at from every moment after the written offer: taking what lay there; leaving it; or going on at the table"
    " by giving way, by meeting halfway, by holding out, or by asking, telling and trading, with more or less asked for;"
    " and in place of each choice of the story any other that stood there, then the same."
)


def deal_section(debrief: Debrief, run: str) -> Section | None:
    """Everything about the deal; None in a story without one."""
    deal = debrief.dealt
    if deal is None:
        return None
    name = deal.who.name or "the other side"
    opening = KINDS[deal.kind].format(name=name)
    if deal.agreed:
        opening = (
            f"{opening} The shape of it: {deal.agreed.shape}."
            if deal.agreed.changes
            else "You signed the letter as it stood."
        )
    blocks: list[Block] = [
        Words(opening),
        _worth(deal, name),
        Words(POINTS.format(name=name), Tone.QUIET),
    ]
    parts = (
        _terms(deal),
        Section("map", "The map of the deal", (Chart(deal.map),)),
        _sent(deal, name),
        _asked(deal, name),
        _guessed(deal.guess, name) if deal.guess else None,
        _tried(deal),
        _declared(deal),
        _best(debrief, deal, run),
    )
    return Section("deal", "The deal", tuple(blocks), tuple(part for part in parts if part))


def _worth(deal: Dealt, name: str) -> Figures:
    you, them = deal.alternative
    rows = []
    if deal.agreed:
        rows += [
            Figure("To you", count(deal.agreed.own, "point"), f"the letter {deal.letter.own}, no deal {you}"),
            Figure(
                f"To {name}",
                count(deal.agreed.theirs, "point"),
                f"the letter {deal.letter.theirs}, no deal {them}",
            ),
        ]
    else:
        rows += [
            Figure("No deal", f"{you} to you, {them} to {name}", deal.alternative_says),
            Figure("The letter", f"{deal.letter.own} to you, {deal.letter.theirs} to {name}"),
        ]
    if deal.metrics:
        rows += _measures(deal.metrics)
    rows.append(Figure("Trust at the end", f"{deal.trust} of 10"))
    return Figures(tuple(rows))


def _measures(found: DealMetrics) -> list[Figure]:
    left = (
        "nothing: no package was better for one of you at no cost to the other"
        if found.on_frontier
        else f"up to {found.left_own} for you at no cost to them, or {found.left_theirs} for them at no cost to you"
    )
    return [
        Figure("Left on the table", left, f"{found.left_joint} for both together"),
        Figure("Efficiency", percent(found.efficiency), PEOPLE),
        Figure("Your share of what you made together", _claimed(found.claimed)),
        Figure("Nash share", percent(found.nash_share), "of the greatest product of both gains"),
        Figure("On the frontier", "yes" if found.on_frontier else "no"),
    ]


def _claimed(share: float) -> str:
    if share < 0:
        return "none: it is worth less to you than no deal"
    return percent(share) if share <= 1 else "more than all: it is worth less to them than no deal"


def _terms(deal: Dealt) -> Section:
    other = bool(deal.best and deal.best.package and deal.best.name != PLAYED)
    head = ["Term", "In the letter"]
    head += ["Agreed"] if deal.agreed else []
    head += ["Best line"] if other else []
    head += ["What it is", "Yours", "Theirs"]
    rows = []
    for label, letter, agreed, best, *more in (_shape(deal), *map(_term, deal.terms)):
        row = [label, letter]
        row += [SAME_LETTER if agreed == letter else agreed] if deal.agreed else []
        row += [_best_term(best, letter, agreed)] if other else []
        rows.append((*row, *more))
    note = (
        "The last two columns say how many points the term can make for you and for them, from its worst option"
        " to its best. A compatible term has an option that is best for both; an integrative one can be traded;"
        " in a distributive one every point you gain they lose."
    )
    return Section("terms", "Term by term", (Table("", tuple(head), tuple(rows)), Words(note, Tone.QUIET)))


def _shape(deal: Dealt) -> TermCells:
    """The shape of the job, as a term like the others."""
    best = deal.best.package.shape if deal.best and deal.best.package else ""
    agreed = deal.agreed.shape if deal.agreed else ""
    return "Shape of the job", deal.letter.shape, agreed, best, "", "", ""


def _term(term: TermRow) -> TermCells:
    # A shape may allow one option only: then there is nothing to settle about the term.
    kind = str(term.kind) if term.own_span or term.their_span else "fixed by the shape"
    return term.label, term.letter, term.agreed, term.best, kind, term.own_span, term.their_span


def _best_term(best: str, letter: str, agreed: str) -> str:
    if agreed:
        return "as agreed" if best == agreed else best
    return SAME_LETTER if best == letter else best


def _sent(deal: Dealt, name: str) -> Section | None:
    if not deal.rounds:
        return None
    rows = tuple(
        (
            Refs((one.decision,)),
            "You" if one.by == "you" else name,
            Items(one.package.changes or ("no change",)),
            one.package.own,
            one.package.theirs,
            ANSWERS.get(one.answer, ""),
        )
        for one in deal.rounds
    )
    blocks: list[Block] = [
        Words(
            "Of each package only what it changes from the last one of the same side, from the letter at first.",
            Tone.QUIET,
        )
    ]
    head = ("Decision", "From", "What it changes", "To you", "To them", "Answer")
    letter = Words(f"The letter: {deal.letter.own} to you, {deal.letter.theirs} to them.", Tone.QUIET)
    return Section("packages", "Packages sent and received", (*blocks, Table("", head, rows), letter))


def _asked(deal: Dealt, name: str) -> Section | None:
    if not deal.questions:
        return None
    rows = tuple(
        (
            Refs((one.decision,)),
            one.words,
            LEVELS.get(one.level, one.level),
            "about something else"
            if one.worth is None
            else Share(round(100 * one.worth), percent(one.worth)),
        )
        for one in deal.questions
    )
    note = (
        f"Of all there was to know about what {name} wants. A question is worth what it was expected to bring to the best"
        " package you could have sent, judged on what you knew before it."
    )
    head = ("Decision", "What you asked", "Answer", "Worth")
    return Section(
        "questions", "What each question was worth", (Table("", head, rows), Words(note, Tone.QUIET))
    )


def _guessed(board: GuessBoard, name: str) -> Section:
    guessed = {term: NTH[at] for at, term in enumerate(board.guess[: len(NTH)])}
    guessed |= dict.fromkeys(board.least, "least")
    rows = tuple(
        (term, place, guessed.get(term, ""), board.known.get(term, "nothing"))
        for place, term in enumerate(board.truth, 1)
    )
    head = ("Term", "In truth", "Your guess", "What you had been told")
    return Section("guess", f"What matters most to {name}", (Table("", head, rows),))


def _tried(deal: Dealt) -> Section | None:
    if not deal.tries:
        return None
    rows = tuple(
        (f"Try {number}", Items(one.package.changes), one.package.own, one.package.theirs, BETTER[one.better])
        for number, one in enumerate(deal.tries, 1)
    )
    head = ("", "Other than the deal", "To you", "To them", "Against the deal")
    return Section("tries", "Tried after the deal", (Table("", head, rows),))


def _declared(deal: Dealt) -> Section:
    if not deal.declared:
        words = "You put down no priorities of your own. What weighed most in your place was taken for them."
        return Section("priorities", "Your priorities", (Words(words),))
    when = (
        "Put down, or changed, only once the letter had come."
        if deal.declared_late
        else "Put down before the letter came."
    )
    return Section(
        "priorities", "Your priorities", (Bullets(deal.declared, ordered=True), Words(when, Tone.QUIET))
    )


def _best(debrief: Debrief, deal: Dealt, run: str) -> Section | None:
    best = deal.best
    if best is None:
        return None
    blocks: list[Block]
    if best.name == PLAYED:
        blocks = [Words("No line was found that would have brought you more than the one you played.")]
    elif best.decision == debrief.turning:
        blocks = [Words("It begins at the turning point, and is told there.")]
    else:
        place = f" ({best.place})" if best.place else ""
        blocks = [Words(f"It was open until decision {best.decision}{place}."), *line_blocks(best)]
        if run:
            blocks.append(Command("To try it", f"negotiator runs branch {run} {best.decision}"))
    return Section("best-line", "The best line found", (*blocks, Words(FAMILY, Tone.QUIET)))


def line_blocks(line: BestLine) -> list[Block]:
    """A line that was open: its name, what it comes to, and its moves."""
    instead = (
        f"Instead: {line.instead} From there: " if line.instead else "From here the best line found was "
    )
    comes = f"It comes to {line.best} for you, {count(line.best - line.got, 'point')} more than you came to"
    if line.package:
        comes += f", and to {line.package.theirs} for them"
    blocks: list[Block] = [Words(f"{instead}{line.name}. {comes}.")]
    if line.package and line.package.changes:
        blocks += [Words("What it has that yours has not:", Tone.QUIET), Bullets(line.package.changes)]
    if line.moves:
        blocks.append(Fold("Its moves", (Bullets(line.moves, ordered=True),)))
    return blocks
