"""The counterpart keeps its promises, whatever is sent to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.conduct import tell
from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import STYLES, TRUST_TOP, Manner, Reason
from negotiator.bargaining.talk import Kind, Message, Talk
from tests.bargaining.flagship import flagship
from tests.bargaining.tables import deals, every

MANNERS = st.sampled_from(list(STYLES.values()))


def unlucky(_below: int, _purpose: str) -> int:
    return 0


def lucky(below: int, _purpose: str) -> int:
    return below - 1


def any_package(data: st.DataObject, deal: Deal) -> Package:
    shape = data.draw(st.integers(0, len(deal.structures) - 1))
    return Package(shape, tuple(data.draw(st.integers(0, len(issue.options) - 1)) for issue in deal.issues))


def talks(data: st.DataObject, deal: Deal) -> Talk:
    shapes = data.draw(st.sets(st.integers(0, len(deal.structures) - 1), min_size=1))
    limits = [limit.id for limit in deal.limits]
    lifted = data.draw(st.sets(st.sampled_from(limits))) if limits else set()
    return Talk(
        shapes=frozenset(shapes), lifted=frozenset(lifted), trust=data.draw(st.integers(0, TRUST_TOP))
    )


@settings(max_examples=300, deadline=None)
@given(deals(), MANNERS, st.data())
def test_it_never_grants_what_it_may_not_nor_goes_below_its_alternative(
    deal: Deal, manner: Manner, data: st.DataObject
) -> None:
    person, talk = Counterpart(deal, manner), talks(data, deal)
    possible = every(deal, talk.shapes, talk.lifted)
    for _ in range(manner.patience + 1):
        message = Message(
            tuple(any_package(data, deal) for _ in range(data.draw(st.integers(1, 3)))),
            data.draw(st.sampled_from([one for one in Reason if one is not Reason.RIVAL])),
        )
        answer = person.answer(talk, message, unlucky)
        if answer.package is not None:
            assert answer.package in possible
            assert possible[answer.package][1] >= deal.reservation[1]
        if answer.kind is Kind.ACCEPTED:
            assert answer.package == message.packages[answer.member]
        # Nobody was pressed, so the offer is not taken back, however bold the packages are.
        assert answer.kind is not Kind.WITHDRAWN or answer.talk.strain > manner.tolerance
        if answer.kind is not Kind.COUNTERED:
            return
        talk = answer.talk
    raise AssertionError("patience has an end")


@settings(max_examples=100, deadline=None)
@given(deals(), MANNERS, st.data())
def test_the_same_message_gets_the_same_answer(deal: Deal, manner: Manner, data: st.DataObject) -> None:
    talk, message = talks(data, deal), Message((any_package(data, deal),), Reason.COMPANY)
    first = Counterpart(deal, manner).answer(talk, message, lucky)
    person = Counterpart(deal, manner)
    assert person.answer(talk, message, lucky) == first
    assert person.answer(talk, message, lucky) == first


@settings(max_examples=100, deadline=None)
@given(deals(), MANNERS)
def test_what_it_wants_falls_with_time_to_its_alternative(deal: Deal, manner: Manner) -> None:
    person, talk = Counterpart(deal, manner), Talk(shapes=frozenset(range(len(deal.structures))))
    wanted = [person.aspiration(talk, turn) for turn in range(manner.patience + 2)]
    assert wanted == sorted(wanted, reverse=True)
    assert wanted[-1] == deal.reservation[1]


@settings(max_examples=60, deadline=None)
@given(deals(), MANNERS)
def test_pressing_beyond_tolerance_puts_the_offer_at_risk(deal: Deal, manner: Manner) -> None:
    person, letter = Counterpart(deal, manner), Message((deal.letter,))
    for strain in range(manner.tolerance + 3):
        answer = person.answer(Talk(strain=strain), letter, unlucky)
        assert (answer.kind is Kind.WITHDRAWN) == (strain > manner.tolerance)
        assert person.answer(Talk(strain=strain), letter, lucky).kind is not Kind.WITHDRAWN


def test_saying_what_matters_moves_its_guess() -> None:
    deal = flagship()
    person = Counterpart(deal, STYLES["fair"])
    plain, told = person.weights(Talk()), person.weights(Talk(told=frozenset({3})))
    assert [after - before for before, after in zip(plain, told, strict=True)] == [
        6 if at == 3 else 0 for at in range(len(deal.issues))
    ]


@settings(max_examples=200, deadline=None)
@given(deals(), MANNERS, st.data())
def test_it_answers_in_the_shape_that_was_sent_if_that_can_give_what_it_wants(
    deal: Deal, manner: Manner, data: st.DataObject
) -> None:
    person, talk = Counterpart(deal, manner), talks(data, deal)
    sent = any_package(data, deal)
    answer = person.answer(talk, Message((sent,)), lucky)
    if answer.kind is not Kind.COUNTERED or answer.package is None:
        return
    wanted = person.aspiration(answer.talk, answer.talk.turn)
    here = every(deal, talk.shapes & {sent.structure}, talk.lifted)
    if any(points[1] >= wanted for points in here.values()):
        assert answer.package.structure == sent.structure


@settings(max_examples=200, deadline=None)
@given(deals(), MANNERS, st.data())
def test_who_never_gives_way_is_never_given_more_than_who_gives_something(
    deal: Deal, manner: Manner, data: st.DataObject
) -> None:
    person = Counterpart(deal, manner)
    one, other = any_package(data, deal), any_package(data, deal)
    one = Package(other.structure, one.options)
    low, high = sorted((one, other), key=person.worth)
    shapes = frozenset(range(len(deal.structures)))
    still = Talk(shapes=shapes, turn=2, sent=((low,), (low,)))
    moved = Talk(shapes=shapes, turn=2, sent=((low,), (high,)))
    assert person.aspiration(moved, 3) <= person.aspiration(still, 3)


def package(shape: str, **terms: str) -> Package:
    """A package of the flagship: what is not named is as in the letter, or the first that the shape allows."""
    deal = flagship()
    at = [one.id for one in deal.structures].index(shape)
    only = deal.structures[at].only
    options = []
    for number, issue in enumerate(deal.issues):
        ids = [one.id for one in issue.options]
        allowed = only.get(number, frozenset(range(len(ids))))
        usual = issue.letter if issue.letter in allowed else min(allowed)
        options.append(ids.index(terms[issue.id]) if issue.id in terms else usual)
    return Package(at, tuple(options))


def changed(one: Package, other: Package) -> int:
    return sum(a != b for a, b in zip(one.options, other.options, strict=True))


@pytest.mark.parametrize("style", list(STYLES))
def test_one_sensible_wish_is_answered_with_at_most_one_thing_in_return(style: str) -> None:
    person, talk = Counterpart(flagship(), STYLES[style]), Talk()
    wish = package("as-offered", onsite="thursdays")
    answer = person.answer(talk, Message((wish,), Reason.INTEREST), lucky)
    assert answer.package is not None
    assert answer.package.options[8] == wish.options[8]
    assert changed(answer.package, wish) <= 1


@pytest.mark.parametrize("style", list(STYLES))
@pytest.mark.parametrize(
    ("sent", "most"),
    [
        (package("as-offered", onsite="thursdays", base="k198"), 2),
        (package("revised", calendar="magnets", onsite="thursdays"), 3),
        (package("revised", calendar="magnets", team="theo", bonus="two-steps", review="july"), 3),
        (package("another", onsite="thursdays"), 3),
    ],
)
def test_a_counter_reads_like_an_answer(style: str, sent: Package, most: int) -> None:
    person = Counterpart(flagship(), STYLES[style])
    answer = person.answer(Talk(shapes=frozenset(range(4))), Message((sent,), Reason.COMPANY), lucky)
    assert answer.package is not None
    assert answer.package.structure == sent.structure
    assert changed(answer.package, sent) <= most


@pytest.mark.parametrize("style", list(STYLES))
def test_a_good_package_that_gives_a_little_each_time_is_taken_well_within_patience(style: str) -> None:
    person = Counterpart(flagship(), STYLES[style])
    talk, _ = tell(Talk(shapes=frozenset({0, 1})), frozenset({4, 8}), frozenset({6}))
    wished = {"calendar": "magnets", "onsite": "thursdays", "team": "theo", "base": "k196", "review": "july"}
    for given_up in ({}, {"phone": "rota"}, {"field": "two-days"}, {"start": "december"}, {"base": "k192"}):
        wished |= given_up
        answer = person.answer(talk, Message((package("revised", **wished),), Reason.COMPANY), lucky)
        if answer.kind is Kind.ACCEPTED:
            break
        talk = answer.talk
    assert answer.kind is Kind.ACCEPTED
    assert 2 * answer.talk.turn <= person.manner.patience + 2


def test_holding_on_to_everything_to_the_end_gets_nothing() -> None:
    best = package("another", base="k190", bonus="own-work", onsite="thursdays", start="february")
    for manner in STYLES.values():
        person, talk = Counterpart(flagship(), manner), Talk(shapes=frozenset(range(4)))
        while (answer := person.answer(talk, Message((best,)), lucky)).kind is Kind.COUNTERED:
            talk = answer.talk
        assert answer.kind is Kind.IMPASSE
        assert answer.talk.trust <= 1
