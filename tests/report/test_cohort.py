"""The page of a room: what it shows, what it never shows, and that it is a sound page."""

import pytest

from negotiator.analysis.cohort import Cohort
from negotiator.analysis.cohort_choices import spots
from negotiator.analysis.cohort_privacy import LEAST
from negotiator.report.cohort import bands, cohort_html, cohort_page
from tests.analysis.rooms import flagship, room, small
from tests.report.reading import Reader


@pytest.mark.parametrize("made", [flagship, small])
def test_the_page_is_sound_and_names_nobody(made: object) -> None:
    assert callable(made)
    people: Cohort = made()
    page = Reader(cohort_html(people))
    assert "script" not in page.tags
    assert not [value for value in page.values("src", "href") if not value.startswith("#")]
    assert not [one for one in people.results if one.attempt.person in page.text]
    ids = page.values("id")
    assert len(ids) == len(set(ids))


def test_under_five_people_nothing_is_shown() -> None:
    for number in range(LEAST):
        people = room(small().game, [one.attempt.play for one in small().firsts[:number]])
        page = cohort_page(people)
        assert [section.id for section in page.sections] == ["few"]
        assert str(number) not in page.lead


def test_no_row_of_the_page_tells_a_number_from_one_to_four() -> None:
    page = Reader(cohort_html(flagship()))
    cells = [row[1] for row in page.rows if len(row) >= 3]
    assert not {"1", "2", "3", "4"} & set(cells)
    assert "a few" in page.text


def test_each_decision_of_five_people_or_more_is_there() -> None:
    page = cohort_page(flagship())
    (section,) = (one for one in page.sections if one.id == "decisions")
    assert len(section.blocks) - 1 == sum(spot.people >= LEAST for spot in spots(flagship()))


def test_every_deal_is_drawn() -> None:
    svg = cohort_html(flagship())
    points = {one.point for one in flagship().finished if one.outcome == "signed" and one.point}
    assert svg.count('class="came"') == 2 * (len(points) + 1)


def test_bands_leave_nobody_out() -> None:
    for values in ((0, 5, 10, 99, 100), (150, 163, 590), (-7, -7, -7), (-31, 0, 4)):
        hundred = values[-1] == 100
        found = bands(values, hundred=hundred)
        assert sum(people for *_, people in found) == len(values)
        assert len(found) <= 11
