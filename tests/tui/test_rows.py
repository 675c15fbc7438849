"""A list that is longer than its room: what is highlighted is always seen, and what is not seen is counted."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from negotiator.tui.widgets.rows import Block, window

LISTS = st.lists(st.integers(1, 3), min_size=1, max_size=40)


def blocks(heights: list[int]) -> list[Block]:
    return [
        Block(tuple(Content(f"{at}.{line}") for line in range(height)), at)
        for at, height in enumerate(heights)
    ]


@given(heights=LISTS, room=st.integers(5, 30), data=st.data())
def test_the_highlighted_block_is_seen_whole(heights: list[int], room: int, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(heights) - 1))
    seen = window(blocks(heights), cursor, room)
    assert len(seen.lines) == len(seen.owners) <= room
    assert seen.owners.count(cursor) == heights[cursor]


@given(heights=LISTS, room=st.integers(5, 30), data=st.data())
def test_what_is_beyond_is_counted(heights: list[int], room: int, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(heights) - 1))
    seen = window(blocks(heights), cursor, room)
    counted = sum(
        int(line.plain.split()[1])
        for line in seen.lines
        if line.plain.lstrip()[0] in "▲▼" and "more" in line.plain
    )
    assert counted == len(heights) - len({owner for owner in seen.owners if owner >= 0})


def test_a_list_that_fits_is_shown_whole() -> None:
    assert [line.plain for line in window(blocks([1, 1]), 1, 2).lines] == ["0.0", "1.0"]


def test_without_room_as_much_is_shown_as_there_is() -> None:
    assert len(window(blocks([1] * 9), 5, 2).lines) == 2
    assert not window(blocks([1] * 9), 5, 0).lines
