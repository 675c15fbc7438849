"""A package written as a line and read back is the same package."""

from hypothesis import given
from hypothesis import strategies as st

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Reason
from negotiator.bargaining.talk import Message
from negotiator.game.bargain import bargain_of
from negotiator.game.moves import read_message, read_package, said_message, said_package
from tests.game.tablestory import table_game

BARGAIN = bargain_of(table_game())


@st.composite
def packages(draw: st.DrawFn) -> Package:
    structure = draw(st.integers(0, len(BARGAIN.deal.structures) - 1))
    only = BARGAIN.deal.structures[structure].only
    options = tuple(
        draw(st.sampled_from(sorted(only.get(at, range(len(issue.options))))))
        for at, issue in enumerate(BARGAIN.deal.issues)
    )
    return Package(structure, options)


@given(packages())
def test_a_package_comes_back(package: Package) -> None:
    assert read_package(BARGAIN, said_package(BARGAIN, package)) == package


@given(
    st.lists(packages(), min_size=1, max_size=3, unique=True), st.sampled_from(list(Reason)), st.booleans()
)
def test_a_message_comes_back(sent: list[Package], reason: Reason, final: bool) -> None:
    message = Message(tuple(sent), reason, final=final)
    assert read_message(BARGAIN, *said_message(BARGAIN, message)) == message
