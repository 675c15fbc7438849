"""Two people at one table: turns, answers, deals typed after a talk aloud, and one order for what both do at once."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.classroom.events import Kind
from negotiator.classroom.pairs.seats import Mode, Seat, Seating
from negotiator.classroom.pairs.view import pair_view
from negotiator.classroom.wishes import Refusal
from tests.classroom.pairtable import CANDIDATE, MANAGER, OBSERVER, offer, room, small

LEAD = "lead base=mid days=three"
WISHES = st.tuples(
    st.sampled_from([CANDIDATE, MANAGER]),
    st.one_of(
        st.tuples(
            st.sampled_from([Kind.PAIR_OFFERED, Kind.PAIR_TYPED, Kind.PAIR_CONFIRMED]),
            st.sampled_from([{"package": one} for one in (LEAD, "as-offered", "as-offered base=high", "")]),
        ),
        st.tuples(st.just(Kind.PAIR_ACCEPTED), st.integers(0, 3).map(lambda at: {"number": at})),
        st.tuples(st.sampled_from([Kind.PAIR_WALKED, Kind.PAIR_BACK]), st.just({})),
    ),
)


def test_packages_go_back_and_forth_and_the_last_is_taken() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(LEAD, "  For the \x1b[31mteam  "))
    assert made.table().turn is Seat.MANAGER
    assert made.table().offers[0].words == "For the [31mteam"
    made.wish(MANAGER, Kind.PAIR_OFFERED, offer("lead base=mid"))
    made.wish(CANDIDATE, Kind.PAIR_ACCEPTED, {"number": 2})
    end = made.table().end
    assert end is not None
    assert end.package == made.table().offers[1].package
    assert (end.seat, made.table().turn) == (Seat.CANDIDATE, None)


def test_the_candidate_speaks_first_and_nobody_speaks_twice() -> None:
    made = room()
    with pytest.raises(Refusal) as refused:
        made.wish(MANAGER, Kind.PAIR_OFFERED, offer(LEAD))
    assert refused.value.reason == "not-your-turn"
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(LEAD))
    with pytest.raises(Refusal):
        made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("as-offered"))


def test_the_letter_can_be_taken_at_once() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_ACCEPTED, {"number": 0})
    end = made.table().end
    assert end is not None
    assert end.package == small().deal.letter


def test_taking_names_the_package_that_was_seen() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(LEAD))
    with pytest.raises(Refusal) as refused:
        made.wish(MANAGER, Kind.PAIR_ACCEPTED, {"number": 0})
    assert refused.value.reason == "stale"
    assert made.table().end is None


def test_either_may_leave_at_any_time_and_nothing_follows() -> None:
    made = room()
    made.wish(MANAGER, Kind.PAIR_WALKED)
    assert made.table().end is not None
    with pytest.raises(Refusal) as refused:
        made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(LEAD))
    assert refused.value.reason == "ended"


def test_an_observer_and_a_stranger_move_nothing() -> None:
    made = room()
    for place, reason in ((OBSERVER, "not-possible"), ("p-else", "no-chair")):
        with pytest.raises(Refusal) as refused:
            made.wish(place, Kind.PAIR_OFFERED, offer(LEAD))
        assert refused.value.reason == reason


def test_nobody_moves_for_another_whatever_the_body_says() -> None:
    made = room()
    event = made.wish(CANDIDATE, Kind.PAIR_OFFERED, {**offer(LEAD), "seat": "manager", "by": "engine"})
    assert (event.body["seat"], event.body["by"]) == ("candidate", "player")


def test_the_manager_grants_only_what_is_theirs_to_grant() -> None:
    made = room(granted=False)
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer("as-offered base=high"))
    with pytest.raises(Refusal, match="not yours to grant") as refused:
        made.wish(MANAGER, Kind.PAIR_ACCEPTED, {"number": 1})
    assert refused.value.hint == "The band ends at $115,000."
    with pytest.raises(Refusal):
        made.wish(MANAGER, Kind.PAIR_OFFERED, offer("as-offered base=high days=three"))


@pytest.mark.parametrize(
    "body",
    [
        {"package": 7},
        {"package": "nowhere"},
        {"package": "lead title=analyst"},
        {"package": "lead " * 2000},
        {"package": "", "words": ""},
        {"package": LEAD, "words": "x" * 281},
        {"package": LEAD, "words": ["x"]},
        {},
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(body: dict[str, object]) -> None:
    made = room()
    before = made.table()
    with pytest.raises(Refusal):
        made.wish(CANDIDATE, Kind.PAIR_OFFERED, body)  # type: ignore[arg-type]  # what a stranger may send
    assert made.table() == before


def test_what_two_do_at_once_has_one_order() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_OFFERED, offer(LEAD))
    taken = made.pairs.decide(MANAGER, "same", Kind.PAIR_ACCEPTED, {"number": 1})
    left = made.pairs.decide(CANDIDATE, "same", Kind.PAIR_WALKED, {})
    # The store keeps one event with a place and a number: the other sender sees what has happened and wishes anew.
    assert (taken.place, taken.seq) == (left.place, left.seq)
    # The same client id at both ends is not the same wish.
    assert taken.client != left.client


def test_face_to_face_a_deal_holds_once_both_stand_behind_it() -> None:
    made = room(mode=Mode.FACE)
    assert made.table().turn is None
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": LEAD})
    assert made.table().end is None
    made.wish(MANAGER, Kind.PAIR_CONFIRMED, {"package": LEAD})
    end = made.table().end
    assert end is not None
    assert end.package is not None


def test_face_to_face_a_difference_is_told_to_both_and_can_be_mended() -> None:
    made = room(mode=Mode.FACE)
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": LEAD})
    made.wish(MANAGER, Kind.PAIR_TYPED, {"package": "as-offered title=lead days=three"})
    for seat in Seat:
        view = pair_view(made.pairs.case("p-pair"), made.table(), seat)
        assert view.mismatch == ("The shape of the job", "Base")
    made.wish(MANAGER, Kind.PAIR_TYPED, {"package": LEAD})
    assert made.table().end is not None


def test_face_to_face_nobody_confirms_what_they_have_not_seen() -> None:
    made = room(mode=Mode.FACE)
    with pytest.raises(Refusal, match="nothing to confirm"):
        made.wish(MANAGER, Kind.PAIR_CONFIRMED, {"package": LEAD})
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": LEAD})
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": "as-offered"})
    with pytest.raises(Refusal) as refused:
        made.wish(MANAGER, Kind.PAIR_CONFIRMED, {"package": LEAD})
    assert refused.value.reason == "stale"


def test_face_to_face_no_deal_takes_both_as_well() -> None:
    made = room(mode=Mode.FACE)
    with pytest.raises(Refusal):
        made.wish(CANDIDATE, Kind.PAIR_WALKED)
    made.wish(CANDIDATE, Kind.PAIR_TYPED, {"package": ""})
    made.wish(MANAGER, Kind.PAIR_TYPED, {"package": LEAD})
    case = made.pairs.case("p-pair")
    assert pair_view(case, made.table(), Seat.CANDIDATE).mismatch == ("Whether there is a deal at all",)
    made.wish(MANAGER, Kind.PAIR_CONFIRMED, {"package": ""})
    end = made.table().end
    assert end is not None
    assert end.package is None


@settings(max_examples=60)
@given(st.lists(WISHES, max_size=12), st.sampled_from(Mode))
def test_whatever_two_people_do_the_log_gives_the_same_table_again(
    wishes: list[tuple[str, tuple[Kind, dict[str, object]]]], mode: Mode
) -> None:
    made = room(mode=mode)
    for place, (kind, body) in wishes:
        before = made.table()
        try:
            made.wish(place, kind, body)  # type: ignore[arg-type]  # JSON all of it
        except Refusal:
            assert made.table() == before
            continue
        assert made.table().seq == before.seq + 1
        assert before.end is None
        if mode is Mode.PHONES and kind is not Kind.PAIR_WALKED:
            assert before.turn is not None
            assert before.seating.at(before.turn) == place
    assert made.again().tables == made.pairs.tables


def test_who_comes_late_sits_down_and_who_watched_may_take_an_empty_chair() -> None:
    made = room(seating=Seating(CANDIDATE, "", (OBSERVER,), 7))
    made.keep(made.pairs.seat("p-pair", Seat.MANAGER, OBSERVER))
    assert made.table().seating == Seating(CANDIDATE, OBSERVER, (), 7)
    with pytest.raises(Refusal, match="Somebody sits there"):
        made.pairs.seat("p-pair", Seat.MANAGER, "p-late")


def test_a_new_round_leaves_the_record_of_the_old_one() -> None:
    made = room()
    made.wish(CANDIDATE, Kind.PAIR_ACCEPTED, {"number": 0})
    first = made.log[0]
    body = {**first.body, "candidate": MANAGER, "manager": CANDIDATE, "round": 2}
    made.pairs.apply(replace(first, rev=3, place="p-next", body=body))
    assert made.table().seating == Seating(CANDIDATE, MANAGER, (OBSERVER,), 7)
    now = made.pairs.table(CANDIDATE)
    assert now is not None
    assert now.pair == "p-next"
    assert made.pairs.round == 2
    assert made.pairs.before(2).met(CANDIDATE, MANAGER)
