"""The counterpart keeps its promises, whatever is sent to it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import STYLES, TRUST_TOP, Manner, Reason
from negotiator.bargaining.talk import Kind, Message, Talk
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
    from tests.bargaining.flagship import flagship

    deal = flagship()
    person = Counterpart(deal, STYLES["fair"])
    plain, told = person.weights(Talk()), person.weights(Talk(told=frozenset({3})))
    assert [after - before for before, after in zip(plain, told, strict=True)] == [
        6 if at == 3 else 0 for at in range(len(deal.issues))
    ]
