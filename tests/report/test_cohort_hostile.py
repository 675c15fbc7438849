"""Names that want to be something else stay names: in the gradebook, the page, the statements, and on a terminal."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from negotiator.analysis.cohort import Attempt, Cohort, cohort
from negotiator.report.cohort import cohort_html
from negotiator.report.gradebook import gradebook
from negotiator.report.sheet import defused, sheet
from negotiator.report.xapi import statements
from negotiator.runs.collecting import collect
from negotiator.runs.handin import LONGEST, hand_in, read_handed
from negotiator.runs.roster import Known
from negotiator.scenario.text import UNSAFE
from tests.analysis.rooms import STICK, wandering
from tests.report.hostile import names
from tests.report.reading import Reader
from tests.runs.story import Ticking, kiosk, played
from tests.support import game

STARTS = set("=+-@\t\r\n＝＋－＠|%")


def test_there_are_515_of_them() -> None:
    assert len(names()) == 515


def crowd() -> Cohort:
    made = kiosk()
    found = [
        Attempt(key=f"k{at}", person=name, number=1, play=wandering(made, at))
        for at, name in enumerate(names())
    ]
    return cohort(made, found, STICK)


def test_the_gradebook_has_one_row_for_each_and_no_cell_that_is_a_formula() -> None:
    people = {one.attempt.key: Known(one.attempt.person, one.attempt.person) for one in crowd().results}
    text = gradebook(crowd(), people)
    assert not UNSAFE.search(text.replace("\r\n", ""))
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert len(rows) == 516
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        for cell in row:
            assert not STARTS & set(cell.strip("\u200b\u200c\u200d\u2060\u00ad\u00a0 \u3000")[:1])
            assert len(cell) <= 1002


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(st.one_of(st.text(max_size=40), st.text('",;= +x', max_size=8), st.sampled_from(names())))
@example('"=')
@example(';"=')
def test_no_text_begins_a_formula_wherever_a_spreadsheet_parts_the_line(delimiter: str, text: str) -> None:
    line = sheet(("a", "b"), [("x", text)])
    for row in csv.reader(io.StringIO(line), delimiter=delimiter, quoting=csv.QUOTE_NONE):
        for cell in row:
            assert not STARTS & set(cell.strip(' "')[:1])


def test_numbers_stay_numbers_and_harmless_names_stay_themselves() -> None:
    assert sheet(("a",), [(-5,), (0,), (None,)]) == 'a\r\n-5\r\n0\r\n""\r\n'
    for name in ("Zoë Ångström", "O’Brien-Smith", "00042", "你好", "a, b"):
        assert defused(name) == name


def test_nobody_is_on_the_page() -> None:
    page = Reader(cohort_html(crowd()))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert "A" * 100 not in page.text
    assert "DROP TABLE" not in page.text


def test_statements_can_be_read_by_anybody_and_hold_nothing_a_terminal_would_obey() -> None:
    text = json.dumps(statements(crowd()), ensure_ascii=False)
    text.encode()
    for one in json.loads(text):
        assert one["actor"]["name"]
        assert not UNSAFE.search(one["actor"]["name"])


def test_what_a_file_calls_itself_reaches_the_terminal_as_plain_words(tmp_path: Path) -> None:
    path = played(tmp_path / "saves", ["why-open"])
    folder = tmp_path / "in"
    folder.mkdir()
    for at, name in enumerate(names()):
        data = hand_in(path, name=name, student=name[::-1], now=Ticking().now)
        (folder / f"{at}.jsonl").write_bytes(data)
        found = read_handed(folder / f"{at}.jsonl")
        assert len(found.name) <= LONGEST
        assert not UNSAFE.search(found.name + found.student)
    collected = collect(folder)
    assert len(collected.handed) == 1
    assert len(collected.findings) == 514
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "".join(collected.findings))


def test_a_scenario_with_a_hostile_title_stays_words_too() -> None:
    text = 'title = "=1+1"\nformat = 1\nstart = "a"\n[scenes.a]\nplace = "=2+2"\ntext = "x"\n'
    text += '[scenes.a.choices.go]\ndo = "=3+3"\ngoto = "e"\n[endings.e]\noutcome = "signed"\ntitle = "@e"\ntext = "x"\n'
    made = game(text, frame=False)
    room = cohort(made, (Attempt(f"k{at}", f"k{at}", 1, wandering(made, at)) for at in range(6)), STICK)
    for row in csv.reader(io.StringIO(gradebook(room, {}))):
        assert not [cell for cell in row if cell and cell[0] in STARTS]
