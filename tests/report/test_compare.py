"""Two runs side by side: where they parted, the same moments, what each came to."""

import json
from itertools import takewhile

import pytest

from negotiator.analysis.compare import Comparison, compare
from negotiator.report.compare import comparison_page
from negotiator.report.data import comparison_data
from negotiator.report.html import page_html
from negotiator.report.markdown import page_markdown
from negotiator.report.plain import page_lines
from tests.report.reading import Reader
from tests.report.runs import DEALT, UNASKED, WALKED, case, dealt

LATER = (*DEALT[:5], "ask open base", "accept letter", "sign-letter")
"""Like DEALT for five decisions."""


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(dealt(), dealt(LATER))


def test_they_part_at_the_first_decision_that_differs(found: Comparison) -> None:
    pairs = zip(DEALT[1:], LATER[1:], strict=False)
    assert found.alike == sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) == 4
    assert found.parted
    one, other = found.parted
    assert one
    assert other
    assert (one.choice, other.choice) == ("days -title", "open base")
    assert (
        comparison_page(found, ("a", "b")).lead
        == "They were alike for 4 decisions, and parted at decision 5."
    )


def test_the_same_run_never_parts() -> None:
    same = compare(dealt(), dealt())
    assert same.parted is None
    assert [*same.moments, *same.only_left, *same.only_right] == []
    assert same.left == same.right


def test_a_run_that_ended_before_is_said() -> None:
    found = compare(dealt((*DEALT[1:], "reveal")[:3]), dealt(DEALT[1:]))
    assert found.parted
    assert found.parted[0] is None
    assert "had come to its end" in " ".join(page_lines(comparison_page(found, ("a", "b"))))


def test_moments_hold_what_only_one_of_them_did(found: Comparison) -> None:
    (table, handshake) = (one for one in found.moments if one.scene in ("table", "handshake"))
    assert [one.move for one in table.left] == ["tell", "offer-set", "propose", "accept"]
    assert [one.move for one in table.right] == ["ask", "accept"]
    assert table.alike == 2
    assert [one.choice for one in handshake.right] == ["sign-letter"]
    assert "letter" not in [one.scene for one in found.moments]


def test_places_of_one_of_them_alone() -> None:
    found = compare(dealt(WALKED), dealt(UNASKED))
    assert found.only_left == ("table", "over")
    assert found.only_right == ()


def test_what_each_came_to_is_that_of_the_debriefs(found: Comparison) -> None:
    for one, debrief in ((found.left, dealt()), (found.right, dealt(LATER))):
        deal = debrief.dealt
        assert deal
        assert deal.agreed
        assert deal.metrics
        assert (one.own, one.theirs, one.efficiency) == (
            deal.agreed.own,
            deal.agreed.theirs,
            deal.metrics.efficiency,
        )
        assert (one.courage, one.finesse, one.fit) == tuple(gauge.score for gauge in debrief.gauges)
        assert one.lost == sum(deal.lost.values())
        assert one.packages == sum(package.by == "you" for package in deal.rounds)
    assert [term.left for term in found.terms] == [term.agreed for term in dealt().dealt.terms]  # type: ignore[union-attr]


def test_the_page_shows_it_in_every_form(found: Comparison) -> None:
    page = comparison_page(found, ("abc234", "def567"))
    rows = Reader(page_html(page)).rows
    assert ["Points to you", str(found.left.own), str(found.right.own)] in rows
    assert ["Shape of the job", "As offered", "Team lead", "as in the letter"] in rows
    lines, paper = "\n".join(page_lines(page)), page_markdown(page)
    for said in (lines, paper):
        assert "Run abc234" in said
        assert (
            said.index("Where they parted") < said.index("What each came to") < said.index("The same moments")
        )
    assert max(map(len, page_lines(page, 60))) <= 60


def test_two_ways_through_the_flagship() -> None:
    found = compare(case("curious"), case("incurious"))
    assert found.moments
    assert found.only_left
    assert found.left.courage
    assert found.left.courage > (found.right.courage or 0)
    page = comparison_page(found, ("abc234", "def567"))
    ids = Reader(page_html(page)).values("id")
    assert len(ids) == len(set(ids))


def test_json_is_the_data(found: Comparison) -> None:
    data = json.loads(json.dumps(comparison_data(found, ("abc234", "def567"))))
    assert data["runs"] == ["abc234", "def567"]
    assert data["parted"][0]["choice"] == "days -title"
    assert set(data["left"]) == {
        *("sentence", "ending", "outcome", "courage", "finesse", "fit", "decisions", "asks", "learned"),
        *("packages", "deal", "own", "theirs", "efficiency", "left_own", "trust", "lost"),
    }
