"""Whatever a body holds, a wish is granted or refused; nothing else happens, and nothing unsafe is kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from negotiator.classroom.events import ROOM, Json, Kind
from negotiator.classroom.wishes import Refusal
from negotiator.scenario.text import UNSAFE
from tests.classroom.roomtable import Log, everything

HOSTILE = (
    "\x1b[2J", "=1+1", "<script>alert(1)</script>", "\u202egnp", "[red]", "\x00", "\ud800", "a\u200bb", "x" * 10_000,
    "choose", "read", "propose", "as-offered base=mid", "base=", "accept", "letter", "open base", "p-0", "table",
)  # fmt: skip
values: st.SearchStrategy[Json] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(HOSTILE), st.text(max_size=20)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)
KEYS = (
    "kind", "choice", "line", "scene", "seconds", "what", "text", "slide", "step", "to", "who", "seat", "pair", "roster",
    "attempt", "turn",
)  # fmt: skip
bodies = st.dictionaries(st.sampled_from(KEYS), values, max_size=5)
asked = st.tuples(st.sampled_from((ROOM, "p-0", "p-1", "nobody")), st.sampled_from(list(Kind)), bodies)


@given(st.lists(asked, max_size=12))
def test_a_hostile_body_is_granted_clean_or_refused(wishes: list[tuple[str, Kind, dict[str, Json]]]) -> None:
    log = Log()
    log.join("p-0")
    log.move("p-0", "talk")
    messages = [""]
    for place, kind, body in wishes:
        before = everything(log.room)
        try:
            event = log.wish(place, kind, body)
        except Refusal as refusal:
            messages.append(refusal.message)
            assert everything(log.room) == before
        else:
            said = json.dumps(event.body, ensure_ascii=False, allow_nan=False)
            said.encode("utf-8")
            if kind is not Kind.HANDED:
                assert not any(UNSAFE.search(one) for one in texts(dict(event.body)))
    assert max(map(len, messages)) < 300
    assert not any(UNSAFE.search(message) for message in messages)


def texts(value: Json) -> list[str]:
    """Every text in a body."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []
