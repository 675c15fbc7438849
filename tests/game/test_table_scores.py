"""What the table's part of the scores counts, term by term, and that it cannot be gamed the easy ways."""

import pytest

from negotiator.analysis.debrief import debrief
from negotiator.game.judged import judged, unasked
from negotiator.game.rules import Game
from negotiator.game.scores import UNASKED, Yardstick, mixed, score
from negotiator.game.table_scores import TableScores
from tests.game.tablestory import played, table_game

YARDSTICK = Yardstick((0, 0), (0, 0), proved=True)


@pytest.fixture(scope="module")
def made() -> Game:
    return table_game()


def scores(made: Game, *lines: str) -> TableScores:
    return judged(made, played(made, *lines).state)


def share(found: TableScores, part: str, term: str) -> int:
    terms: dict[str, int] = {one.name: one.share for one in getattr(found, part).terms}
    assert term in terms, terms
    return terms[term]


def names(found: TableScores, part: str) -> list[str]:
    return [one.name for one in getattr(found, part).terms]


ASKED = ("talk", "ask open budget", "ask open days", "ask open priorities")


def test_ambition_is_an_inverted_u(made: Game) -> None:
    def first(*terms: str) -> int:
        return share(scores(made, "talk", f"propose as-offered {' '.join(terms)}"), "courage", "ambition")

    nothing, some, most = first(), first("base=mid"), first("base=mid", "days=three", "title=lead")
    everything = first("base=high", "days=three", "title=lead")
    assert nothing < some < most
    assert most == 100
    assert everything < most


def test_an_ultimatum_adds_no_courage_and_costs_finesse(made: Game) -> None:
    lines = (*ASKED, "propose lead days=three because=company")
    calm, last_word = scores(made, *lines), scores(made, *lines[:-1], lines[-1] + " final=yes")
    assert (last_word.courage.score or 0) <= (calm.courage.score or 0)
    assert (last_word.finesse.score or 0) < (calm.finesse.score or 0)
    assert "ultimatum" in names(last_word, "finesse")


def test_persistence_needs_something_new(made: Game) -> None:
    again = "propose as-offered base=mid days=three because=company"
    same = scores(made, "talk", again, again)
    new = scores(made, "talk", again, "propose as-offered days=three because=interest")
    assert share(same, "courage", "persistence") == 0
    assert share(new, "courage", "persistence") > 0


def test_going_to_who_can_say_yes_takes_courage(made: Game) -> None:
    ask = "propose as-offered base=high because=company"
    assert share(scores(made, "talk", ask), "courage", "authority") == 0
    assert share(scores(made, "talk", ask, "pause band"), "courage", "authority") == 100


def test_under_four_asks_there_is_no_finesse(made: Game) -> None:
    assert scores(made, *ASKED[:3]).finesse.score is None
    assert scores(made, *ASKED, "propose as-offered base=mid").finesse.score is not None


def test_a_reason_that_rests_on_a_learned_fact_counts_most_and_fades_when_repeated(made: Game) -> None:
    base = (*ASKED, "propose as-offered base=mid days=three")
    plain, cited = scores(made, *base), scores(made, *base[:-1], base[-1] + " because=company citing=budget")
    assert share(plain, "finesse", "reasons") < share(cited, "finesse", "reasons") == 100
    twice = scores(made, *base[:-1], *[base[-1] + " because=company citing=budget"] * 2)
    assert share(twice, "finesse", "reasons") < 100


def test_a_choice_of_packages_counts_if_they_are_equal(made: Game) -> None:
    equal = scores(made, *ASKED, "offer-set as-offered base=high title=lead | as-offered base=mid days=three")
    unequal = scores(made, *ASKED, "offer-set as-offered base=mid | as-offered days=three title=lead")
    assert share(equal, "finesse", "a choice of equals") == 100
    assert share(unequal, "finesse", "a choice of equals") < 50


def test_signing_below_ones_alternative_is_no_fit(made: Game) -> None:
    letter = scores(made, "talk", "accept letter", "sign-letter")
    assert share(letter, "fit", "below your alternative") == 0
    good = scores(made, *ASKED, "propose lead days=three because=company", "accept", "sign")
    assert (letter.fit.score or 0) + 40 < (good.fit.score or 0)


def test_a_red_flag_counts_until_it_is_settled(made: Game) -> None:
    settled = scores(made, *ASKED, "propose lead days=three because=company", "accept", "sign")
    known = scores(made, "read", "talk", "accept", "sign-letter")
    unread = scores(made, "talk", "accept", "sign-letter")
    assert [share(one, "fit", "red flags") for one in (settled, known, unread)] == [100, 40, 0]


def test_the_guess_counts_only_when_one_was_made(made: Game) -> None:
    done = ("talk", "accept letter", "sign-letter")
    assert "insight" not in names(scores(made, *done), "fit")
    right = share(scores(made, *done, "guess base days -title"), "fit", "insight")
    wrong = share(scores(made, *done, "guess title -base"), "fit", "insight")
    assert right == 100
    assert wrong == 0


def test_signing_the_letter_unasked_holds_courage_down(made: Game) -> None:
    signed = played(made, "sign").state
    assert unasked(made, signed)
    brave = Yardstick((-1, 0), (0, 0), proved=True)
    held = score(made, signed, brave)
    assert held.capped
    assert held.courage == UNASKED
    asked = played(made, "talk", "propose as-offered base=mid", "accept letter", "sign-letter").state
    assert not score(made, asked, brave).capped


def test_story_and_table_share_a_score() -> None:
    assert mixed(80, 40, 50) == 60
    assert mixed(80, 40, 0) == 80
    assert mixed(None, 40, 50) == 40
    assert mixed(80, None, 50) == 80
    assert mixed(None, None, 50) is None


def test_every_term_of_the_table_stands_in_the_debrief_with_its_decisions(made: Game) -> None:
    play = played(made, *ASKED, "propose lead days=three because=company", "accept", "sign")
    found = debrief(made, play, YARDSTICK)
    table = judged(made, play.state)
    for gauge in found.gauges:
        part = getattr(table, gauge.name)
        assert gauge.table == part.score
        assert [(one.name, one.share, one.weight) for one in gauge.at_table] == [
            (one.name, one.share, one.weight) for one in part.terms
        ]
    ambition = next(one for one in found.gauges[0].at_table if one.name == "ambition")
    assert [play.turns[number - 1].move.kind for number in ambition.decisions] == ["propose"]
