"""The log under damage: whatever happens to its bytes, the good part is kept and the file is left alone."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator.runs.log import Log, read_log
from negotiator.runs.records import seal, unseal
from negotiator.runs.session import Session
from negotiator.runs.troubles import RunTrouble
from tests.runs.story import kiosk, played, take

MOVES = ["why-open", "wait", "undo", "wait", "sleep", "meet", "back", "meet"]
IN_FORCE = ["why-open", "wait", "sleep", "meet", "back", "meet"]
FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a run of eight moves: nine lines."""
    return played(tmp_path_factory.mktemp("runs"), MOVES).read_bytes()


def written(folder: Path, data: bytes) -> Path:
    path = folder / "kiosk.aaaaaa.jsonl"
    path.write_bytes(data)
    return path


def folded(moves: list[str]) -> list[str]:
    """The moves in force."""
    kept: list[str] = []
    for move in moves:
        if move == "undo":
            kept.pop()
        else:
            kept.append(move)
    return kept


def choices(log: Log) -> list[str]:
    return [taken.move.choice for taken in log.taken]


def test_an_undamaged_log_is_read_whole(tmp_path: Path, whole: bytes) -> None:
    log = read_log(written(tmp_path, whole))
    assert choices(log) == IN_FORCE
    assert (log.undone, log.lost, log.unknown, log.whole, log.count) == (1, 0, 0, True, 9)
    assert log.damage == ""


@FEW
@given(data=st.data())
def test_cut_anywhere_only_the_torn_line_is_lost(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(whole)))
    head = whole.index(b"\n")
    path = written(tmp_path, whole[:cut])
    if cut < head:
        with pytest.raises(RunTrouble):
            read_log(path)
    else:
        # A line without its newline is whole all the same.
        lines = (
            (whole[:cut] + b"\n").count(b"}\n") if whole[cut : cut + 1] == b"\n" else whole[:cut].count(b"\n")
        )
        log = read_log(path)
        assert choices(log) == folded(MOVES[: lines - 1])
        torn = cut > 0 and whole[cut - 1 : cut] != b"\n" and whole[cut : cut + 1] != b"\n"
        assert log.lost == int(torn)
    assert path.read_bytes() == whole[:cut]


@FEW
@given(data=st.data())
def test_one_wrong_bit_costs_its_line_and_what_followed_from_it(
    tmp_path: Path, whole: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole) - 2))
    damaged = bytearray(whole)
    damaged[at] ^= 1 << data.draw(st.integers(0, 7))
    path = written(tmp_path, bytes(damaged))
    # A damaged line break joins two lines: the one before it is damaged too.
    line = whole[:at].count(b"\n")
    if line == 0:
        with pytest.raises(RunTrouble):
            read_log(path)
    else:
        log = read_log(path)
        assert choices(log) == folded(MOVES[: line - 1])
        assert log.lost > 0
    assert path.read_bytes() == bytes(damaged)


@FEW
@given(
    garbage=st.lists(
        st.one_of(
            st.binary(min_size=1, max_size=40).filter(lambda raw: raw.strip() and b"\n" not in raw),
            st.sampled_from([b"[" * 20_000, b"{}", b'{"kind":"choose"}', b"null", b"\x00", b"\xff\xfe"]),
        ),
        min_size=1,
        max_size=4,
    ),
    place=st.integers(1, 9),
)
def test_lines_that_are_not_ours_are_passed_over(
    tmp_path: Path, whole: bytes, garbage: list[bytes], place: int
) -> None:
    lines = whole.split(b"\n")[:-1]
    path = written(tmp_path, b"\n".join([*lines[:place], *garbage, *lines[place:]]) + b"\n")
    log = read_log(path)
    assert choices(log) == IN_FORCE
    assert log.lost == len(garbage)
    assert "could not be read" in log.damage


@FEW
@given(data=st.data())
def test_playing_on_after_damage_keeps_every_byte_and_every_good_line(
    tmp_path: Path, whole: bytes, data: st.DataObject
) -> None:
    first = whole.index(b"\n") + 1
    at = data.draw(st.integers(first, len(whole) - 2))
    cut = data.draw(st.integers(at + 1, len(whole)))
    damaged = bytearray(whole[:cut])
    damaged[at] ^= 1
    path = written(tmp_path, bytes(damaged))
    game = kiosk()
    with Session.resume(path, game) as session:
        assert "left out" in session.notice
        before = [turn.move.choice for turn in session.play.turns]
        option = next(choice.id for choice in session.view.choices if choice.enabled)
        session.choose(option)
    assert path.read_bytes().startswith(bytes(damaged))
    with Session.resume(path, game) as session:
        assert [turn.move.choice for turn in session.play.turns] == [*before, option]


def test_dos_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path, whole: bytes) -> None:
    log = read_log(written(tmp_path, b"\xef\xbb\xbf" + whole.replace(b"\n", b"\r\n")))
    assert choices(log) == IN_FORCE
    assert log.lost == 0


def test_lines_swapped_are_not_believed(tmp_path: Path, whole: bytes) -> None:
    lines = whole.split(b"\n")
    lines[2], lines[3] = lines[3], lines[2]
    log = read_log(written(tmp_path, b"\n".join(lines)))
    assert choices(log) == folded(MOVES[:2])


def test_a_kind_of_a_later_version_is_passed_over_and_said(tmp_path: Path, whole: bytes) -> None:
    head = unseal(whole.split(b"\n")[-2])
    assert head is not None
    line, _ = seal({"n": 9, "kind": "dream", "of": "kiosks"}, head.hash)
    path = written(tmp_path, whole + line)
    with Session.resume(path, kiosk()) as session:
        assert "does not know" in session.notice
        assert [turn.move.choice for turn in session.play.turns] == IN_FORCE
        take(session, ["leave"])
    with Session.resume(path, kiosk()) as session:
        assert session.view.ending is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "choose"},
        {"kind": "choose", "scene": 3, "choice": 4, "at": 5},
        {"kind": "undo", "at": "yesterday"},
        {"kind": 7},
        {},
    ],
)
def test_a_well_sealed_line_with_nonsense_is_no_crash(
    tmp_path: Path, whole: bytes, fields: dict[str, str | int]
) -> None:
    head = unseal(whole.split(b"\n")[-2])
    assert head is not None
    line, _ = seal(fields, head.hash) if fields else (b"{}\n", "")
    path = written(tmp_path, whole + line)
    with Session.resume(path, kiosk()) as session:
        assert [turn.move.choice for turn in session.play.turns][:5] == IN_FORCE[:5]


@given(
    st.dictionaries(
        st.text(max_size=8).filter(lambda key: key not in ("prev", "hash")),
        st.one_of(st.integers(), st.text(max_size=20)),
        min_size=1,
    )
)
def test_what_is_sealed_is_unsealed(fields: dict[str, str | int]) -> None:
    line, own = seal(fields, "0" * 64)
    found = unseal(line)
    assert found is not None
    assert (found.prev, found.hash, found.fields()) == ("0" * 64, own, fields)
