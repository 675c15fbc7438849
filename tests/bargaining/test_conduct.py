"""The rules of the table hold in any talk: trust in bounds, what is told stays told, a no stays a no."""

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.bargaining import conduct
from negotiator.bargaining.counterpart import Counterpart
from negotiator.bargaining.deal import Deal, Limit, Package
from negotiator.bargaining.manner import STYLES, TRUST_TOP, WORDS_TOP, Form, Manner, Reason
from negotiator.bargaining.talk import PRIORITIES, Kind, Level, Message, Talk
from tests.bargaining.flagship import flagship
from tests.bargaining.tables import deals

MANNERS = st.sampled_from(list(STYLES.values()))
FORMS = st.sampled_from(list(Form))
REASONS = st.sampled_from(list(Reason))


def any_package(data: st.DataObject, deal: Deal) -> Package:
    shape = data.draw(st.integers(0, len(deal.structures) - 1))
    return Package(shape, tuple(data.draw(st.integers(0, len(issue.options) - 1)) for issue in deal.issues))


def step(data: st.DataObject, person: Counterpart, talk: Talk) -> Talk:
    """Any move but leaving."""
    deal = person.deal
    kind = data.draw(st.sampled_from(["ask", "tell", "pause", "send"]))
    if kind == "ask":
        topic = data.draw(st.sampled_from([PRIORITIES, *(issue.id for issue in deal.issues)]))
        guarded, problem = data.draw(st.integers(0, 10)), data.draw(st.booleans())
        return conduct.ask(person, talk, data.draw(FORMS), topic, guarded=guarded, problem=problem)[0]
    if kind == "tell" and deal.issues:
        issues = st.frozensets(st.integers(0, len(deal.issues) - 1))
        return conduct.tell(talk, data.draw(issues), data.draw(issues))[0]
    if kind == "pause" and deal.limits:
        limit = data.draw(st.sampled_from(deal.limits))
        return conduct.pause(person, talk, limit, data.draw(st.integers(0, 10)))[0]
    message = Message((any_package(data, deal),), data.draw(REASONS), final=data.draw(st.booleans()))
    return person.answer(talk, message, lambda below, _: data.draw(st.integers(0, below - 1))).talk


@settings(max_examples=300, deadline=None)
@given(deals(), MANNERS, st.data())
def test_whatever_is_done_the_talk_stays_sound(deal: Deal, manner: Manner, data: st.DataObject) -> None:
    person = Counterpart(deal, manner)
    talk = Talk(shapes=frozenset(range(len(deal.structures))), trust=data.draw(st.integers(0, TRUST_TOP)))
    for _ in range(data.draw(st.integers(1, 8))):
        before, talk = talk, step(data, person, talk)
        assert 0 <= talk.trust <= TRUST_TOP
        assert talk.strain >= before.strain
        assert talk.lifted >= before.lifted
        assert talk.clock >= before.clock
        assert not talk.told & talk.spared
        assert not talk.refused & talk.lifted
        assert all(talk.level(topic) is Level.FULL for topic, level in before.heard if level is Level.FULL)
        known = [topic for topic, level in before.heard if level is not Level.NOTHING]
        assert all(talk.level(topic) is not Level.NOTHING for topic in known)
        assert len(talk.deeds) == len(before.deeds) + 1


@settings(max_examples=200, deadline=None)
@given(deals(), MANNERS, st.data())
def test_a_no_to_a_limit_stays_a_no_until_there_is_a_new_reason(
    deal: Deal, manner: Manner, data: st.DataObject
) -> None:
    limit = Limit("band", "", {}, frozenset({"executive"}))
    person, talk = Counterpart(deal, manner), Talk(shapes=frozenset(range(len(deal.structures))))
    talk, deed = conduct.pause(person, talk, limit, 10)
    assert not deed.lifted
    again, deed = conduct.pause(person, talk._replace(trust=TRUST_TOP), limit, 0)
    assert not deed.lifted
    assert again.lifted == talk.lifted
    for reason in (Reason.NONE, Reason.MARKET, Reason.MARKET):
        answer = person.answer(talk, Message((any_package(data, deal),), reason), lambda below, _: below - 1)
        fresh = bool(reason) and reason not in talk.used
        talk = answer.talk._replace(trust=TRUST_TOP)
        _, deed = conduct.pause(person, talk, limit, 0)
        assert deed.lifted == fresh
        talk = talk._replace(refused=talk.refused | {limit.id})


@settings(max_examples=100, deadline=None)
@given(MANNERS, FORMS, st.integers(0, 10), st.integers(0, TRUST_TOP), st.booleans())
def test_more_trust_never_has_less_told(
    manner: Manner, form: Form, guarded: int, trust: int, problem: bool
) -> None:
    order = list(Level)
    person = Counterpart(flagship(), manner)
    told = [
        conduct.ask(person, Talk(trust=at), form, PRIORITIES, guarded=guarded, problem=problem)[1].level
        for at in (trust, min(trust + 1, TRUST_TOP))
    ]
    assert order.index(told[0]) <= order.index(told[1])


def test_asking_the_same_again_annoys_and_a_follow_up_is_liked() -> None:
    person, talk = Counterpart(flagship(), STYLES["hard"]), Talk()
    talk, first = conduct.ask(person, talk, Form.OPEN, "phone", guarded=7, problem=False)
    assert (first.level, talk.trust) == (Level.PARTLY, 5)
    followed, _ = conduct.ask(person, talk, Form.NEGATIVE, "phone", guarded=7, problem=False)
    assert followed.trust == 6
    repeated, deed = conduct.ask(person, talk, Form.OPEN, "phone", guarded=7, problem=False)
    assert deed.again
    assert repeated.trust == 4


def test_words_alone_do_not_make_boundless_trust() -> None:
    person, talk = Counterpart(flagship(), STYLES["warm"]), Talk(trust=WORDS_TOP)
    talk, _ = conduct.ask(person, talk, Form.OPEN, PRIORITIES, guarded=3, problem=False)
    talk, _ = conduct.tell(talk, frozenset({1}), frozenset({2}))
    assert talk.trust == WORDS_TOP
    answer = person.answer(talk, Message((flagship().letter,), Reason.COMPANY), lambda below, _: below - 1)
    assert answer.talk.trust == WORDS_TOP
    taken, _ = conduct.close(answer.talk, answer.package or flagship().letter)
    assert taken.trust == WORDS_TOP + 1
    kept, _ = conduct.tell(Talk(trust=TRUST_TOP), frozenset({1}), frozenset())
    assert kept.trust == TRUST_TOP


def test_saying_it_and_taking_it_back_earns_nothing() -> None:
    talk, one = Talk(), frozenset({1})
    for _ in range(4):
        talk, _ = conduct.tell(talk, one, frozenset())
        talk, _ = conduct.tell(talk, frozenset(), one)
    assert talk.trust == Talk().trust + 2


def test_a_limit_goes_up_with_trust_a_package_that_serves_and_the_company_s_gain() -> None:
    deal = flagship()
    person = Counterpart(deal, STYLES["fair"])
    limit = next(one for one in deal.limits if one.id == "band")
    combined = Package(
        3,
        tuple(
            min(deal.structures[3].only.get(at, range(len(i.options)))) for at, i in enumerate(deal.issues)
        ),
    )
    talk = Talk(shapes=frozenset(range(4)))
    bare = conduct.weight(person, talk, limit)
    said = person.answer(talk, Message((combined,), Reason.COMPANY), lambda below, _: below - 1)
    assert said.kind is Kind.COUNTERED
    assert "band" in said.barred
    assert conduct.weight(person, said.talk, limit) == bare + 3
    assert conduct.weight(person, said.talk._replace(trust=9), limit) == bare + 5
