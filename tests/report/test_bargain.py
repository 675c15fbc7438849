"""The deal in a debrief: in every form the same numbers, and they are those of the data."""

import re
from dataclasses import replace

import pytest

from negotiator.analysis.debrief import Debrief
from negotiator.report.bargain import PLAYED, deal_section
from negotiator.report.debrief import debrief_page
from negotiator.report.html import debrief_html
from negotiator.report.markdown import debrief_markdown
from negotiator.report.plain import debrief_lines, page_lines
from tests.report.reading import Reader
from tests.report.runs import UNASKED, WALKED, case, dealt


def flat(text: str) -> str:
    return " ".join(text.split())


def forms(debrief: Debrief) -> dict[str, str]:
    """The debrief in every form, each as one line of words."""
    return {
        "text": flat(" ".join(debrief_lines(debrief))),
        "md": flat(re.sub(r"\\(.)", r"\1", debrief_markdown(debrief))),
        "html": flat(Reader(debrief_html(debrief)).text),
    }


@pytest.fixture(params=["text", "md", "html"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("which", ["dealt", "flagship"])
def test_every_term_of_every_gauge_is_there_with_its_numbers(which: str) -> None:
    debrief = dealt() if which == "dealt" else case("curious")
    rows = Reader(debrief_html(debrief)).rows
    text = debrief_lines(debrief, 200)
    assert any(gauge.at_table for gauge in debrief.gauges)
    for gauge in debrief.gauges:
        for term in gauge.at_table:
            numbers = [str(term.share), str(term.weight)] if term.weight > 0 else ["", f"{-term.weight} off"]
            decisions = ", ".join(map(str, term.decisions))
            assert [term.name, term.said, *numbers, decisions] in rows
            pattern = rf"\s*{re.escape(term.name)}\s+{re.escape(term.said)}\s+{numbers[0]}\s+{numbers[1]}\s*{decisions}"
            assert any(re.fullmatch(pattern, line) for line in text), term
        for one in gauge.terms:
            row = next(
                row
                for row in rows
                if row[:2] == [str(one.decision), f"{one.mark:+d}"] and row[2][:20] == one.text[:20]
            )
            assert any(
                re.fullmatch(rf"\s*{one.decision}\s+\{one.mark:+d}\s+{re.escape(row[2])}", line)
                for line in text
            )


def test_story_and_table_are_said_apart_and_what_each_counts(form: str) -> None:
    debrief = case("curious")
    said = forms(debrief)[form]
    for gauge in debrief.gauges:
        assert gauge.table_percent
        words = f"The story makes it {gauge.story}, the table {gauge.table}; the table counts {gauge.table_percent} percent."
        assert words in said
        assert (gauge.score or 0) == pytest.approx(
            (gauge.table_percent * (gauge.table or 0) + (100 - gauge.table_percent) * (gauge.story or 0))
            / 100,
            abs=0.51,
        )


def test_a_cap_is_said(form: str) -> None:
    debrief = dealt()
    courage, *others = debrief.gauges
    capped = replace(debrief, gauges=(replace(courage, score=45, capped=True), *others))
    assert "Held down to 45: the letter was signed unasked" in forms(capped)[form]
    assert "Held down" not in forms(debrief)[form]


def test_what_it_is_worth_is_measured(form: str) -> None:
    deal = dealt().dealt
    assert deal
    assert deal.agreed
    assert deal.metrics
    said = forms(dealt())[form]
    for number in (deal.agreed.own, deal.agreed.theirs):
        assert f"{number} points" in said
    for part in (
        f"the letter {deal.letter.own}, no deal {deal.alternative[0]}",
        f"{round(100 * deal.metrics.efficiency)} percent",
        f"{round(100 * deal.metrics.claimed)} percent",
        f"{round(100 * deal.metrics.nash_share)} percent",
        "89 percent in 109 Job Interview deals",
        "77 in the CaSiNo deals",
        "at random comes to 51",
        f"{deal.metrics.left_joint} for both together",
        f"{deal.trust} of 10",
    ):
        assert part in said


def test_each_term_stands_beside_the_letter_and_the_best_line() -> None:
    deal = dealt().dealt
    assert deal
    rows = {row[0]: row for row in Reader(debrief_html(dealt())).rows if len(row) == 7}
    for term in deal.terms:
        label, letter, agreed, best, kind, own, theirs = rows[term.label]
        assert (label, letter) == (term.label, term.letter)
        assert kind == (str(term.kind) if term.own_span or term.their_span else "fixed by the shape")
        assert agreed == ("as in the letter" if term.agreed == term.letter else term.agreed)
        assert best == ("as agreed" if term.best == term.agreed else term.best)
        assert (own, theirs) == (str(term.own_span), str(term.their_span))
    assert rows["Shape of the job"][1:4] == ["As offered", "Team lead", "as agreed"]


def test_packages_questions_guess_and_tries_carry_the_numbers_of_the_data() -> None:
    deal = dealt().dealt
    assert deal
    rows = Reader(debrief_html(dealt())).rows
    assert len(deal.rounds) == 5
    for one in deal.rounds:
        who = "You" if one.by == "you" else deal.who.name
        changes = "".join(one.package.changes) or "no change"
        assert any(
            row[:5] == [str(one.decision), who, changes, str(one.package.own), str(one.package.theirs)]
            for row in rows
        )
    assert [row.worth for row in deal.questions] != [None] * 3
    for question in deal.questions:
        worth = "about something else" if question.worth is None else f"{round(100 * question.worth)} percent"
        assert any(row[:2] == [str(question.decision), question.words] and row[3] == worth for row in rows)
    assert ["Base", "1", "first", "named first"] in rows
    assert ["Days on site", "2", "second", "named second"] in rows
    assert ["Title", "3", "least", "named last"] in rows
    (tried,) = deal.tries
    assert any(
        row[:4] == ["Try 1", "Days on site: Three", str(tried.package.own), str(tried.package.theirs)]
        for row in rows
    )


def test_a_package_is_said_by_what_it_changes_from_ones_own_last() -> None:
    debrief = case("curious")
    assert debrief.dealt
    mine = [one for one in debrief.dealt.rounds if one.by == "you"]
    assert len(mine) > 1
    for one in mine:
        decision = next(it for it in debrief.decisions if it.number == one.decision)
        assert decision.brief.startswith(f"You propose: {'; '.join(one.package.changes)}.")
    assert len(mine[1].package.changes) < len(mine[0].package.changes)


def test_priorities_say_when_they_were_put_down(form: str) -> None:
    said = forms(dealt())[form]
    assert "only once the letter had come" in said
    assert said.index("1. Days on site") < said.index("2. Base") if form != "html" else "Days on site" in said
    assert "You put down no priorities of your own" in forms(dealt(WALKED))[form]


def test_the_turning_point_says_what_was_lost_and_what_the_better_line_was(form: str) -> None:
    debrief = dealt()
    assert debrief.dealt
    assert debrief.turning
    lost, better = debrief.dealt.lost[debrief.turning], debrief.dealt.better[debrief.turning]
    assert lost == max(debrief.dealt.lost.values())
    said = forms(debrief)[form]
    begin = said.index("The turning point", said.index("Looking back") + 60 if form == "html" else 0)
    part = said[begin : said.index("What made it")]
    assert f"This lost you {lost} points" in part
    assert better.name in part
    assert f"It comes to {better.best} for you" in part
    for move in better.moves:
        assert flat(move) in part


def test_every_loss_is_said_at_its_decision() -> None:
    debrief = case("incurious")
    assert debrief.dealt
    assert len(debrief.dealt.lost) > 1
    rows = "\n".join(debrief_lines(debrief, 400))
    for number, lost in debrief.dealt.lost.items():
        part = rows[rows.index(f"\n{number}. [") :]
        part = part[: part.index("Marks:")]
        assert f"Lost: {lost} point" in part


def test_the_best_line_says_only_what_changes(form: str) -> None:
    debrief = case("curious")
    assert debrief.dealt
    assert debrief.dealt.best
    assert debrief.dealt.best.name != PLAYED
    proposals = [move for move in debrief.dealt.best.moves if move.startswith("You propose:")]
    assert len(proposals) > 1
    assert all(len(later) < len(proposals[0]) for later in proposals[1:])
    said = forms(debrief)[form]
    assert f"It was open until decision {debrief.dealt.best.decision}" in said or "told there" in said


def test_where_nothing_was_better_that_is_said(form: str) -> None:
    debrief = dealt()
    assert debrief.dealt
    assert debrief.dealt.best
    best = replace(debrief.dealt.best, name=PLAYED, best=debrief.dealt.best.got)
    perfect = replace(debrief, dealt=replace(debrief.dealt, best=best, better={}, lost={}))
    assert "No line was found that would have brought you more" in forms(perfect)[form]
    assert not re.search(r"Best line(?! found)", forms(perfect)[form])
    assert re.search(r"Best line(?! found)", forms(debrief)[form])


def test_without_a_deal_there_is_no_talk_of_what_was_agreed(form: str) -> None:
    said = forms(dealt(WALKED))[form]
    assert "You left without a deal." in said
    assert "39 to you, 25 to Ana Duarte" in said
    assert "Efficiency" not in said
    assert "Agreed" not in said


def test_the_letter_signed_unasked_is_called_that(form: str) -> None:
    said = forms(dealt(UNASKED))[form]
    assert "You signed the letter as it stood." in said
    assert "none: it is worth less to you than no deal" in said
    assert not re.search(r"-\d+ percent", said)


def test_the_map_is_there(form: str) -> None:
    assert "reatest product of gains (Nash)" in forms(dealt())[form]


def test_a_run_with_an_id_says_how_to_go_back() -> None:
    page = debrief_page(dealt(), "abc234")
    lines = " ".join(" ".join(page_lines(page)).split())
    assert dealt().turning
    assert f"negotiator runs branch abc234 {dealt().turning}" in lines
    assert "runs branch" not in " ".join(debrief_lines(dealt()))


def test_a_story_without_a_deal_has_no_deal_part() -> None:
    assert deal_section(replace(dealt(), dealt=None), "") is None


@pytest.mark.parametrize("width", [40, 60, 76])
def test_lines_keep_the_width(width: int) -> None:
    for debrief in (dealt(), dealt(WALKED), case("curious")):
        assert max(map(len, debrief_lines(debrief, width))) <= width
