"""What strangers, students who are curious, and broken programs try at a hub."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.classroom.hub.app import make_app
from negotiator.classroom.hub.attempts import Attempts
from negotiator.classroom.hub.codes import LETTERS, new_code, place_of, spoken, typed
from negotiator.classroom.hub.guards import Hosts, host_of
from negotiator.classroom.hub.names import LONGEST, plain
from negotiator.classroom.people import Role
from tests.classroom.hubhouse import Caller, Told, hosting, new_id, on_disk

OPEN = {"/api/join", "/api/wall/enter"}
"""What may be asked without a token: both ask for another secret, and count wrong ones."""


async def ask(caller: Caller, method: str, path: str) -> Told:
    if method == "GET":
        return await caller.get(path)
    return await caller.post(path, {"client": new_id()})


def routes(prefix: str, room: object) -> list[tuple[str, str]]:
    app = make_app(room, Hosts(frozenset(), any_address=False))  # type: ignore[arg-type]
    found = {(one.method, one.resource.canonical) for one in app.router.routes() if one.resource is not None}
    return sorted((method, path) for method, path in found if path.startswith(prefix) and method != "HEAD")


async def test_every_route_of_data_asks_who_it_is(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        wrong = Caller(room.http, room.base, "A" * 24)
        for method, path in routes("/api/", room.house):
            if path not in OPEN:
                assert (await ask(room.stranger, method, path)).status == 401, path
                assert (await ask(wrong, method, path)).status == 401, path


async def test_a_student_has_no_way_into_the_instructors_routes(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        paths = routes("/api/room/", room.house)
        assert len(paths) > 12
        for method, path in [*paths, ("GET", "/api/wall/events")]:
            assert (await ask(student, method, path)).status == 403, path
        assert not room.house.hub.room.paused
        assert not room.house.hub.room.ended


async def test_the_projector_sees_and_turns_its_page_and_nothing_else(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        ticket = (await room.order("link")).data["ticket"]
        entered = await room.stranger.post("/api/wall/enter", {"ticket": ticket})
        token = entered.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        wall = Caller(room.http, room.base, token)
        turned = await wall.post("/api/room/wall", {"client": new_id(), "slide": "join", "step": 1})
        assert (turned.status, room.house.hub.room.wall) == (200, ("join", 1))
        for method, path in routes("/api/room/", room.house):
            if path != "/api/room/wall":
                assert (await ask(wall, method, path)).status == 403, path
        assert (await room.stranger.post("/api/wall/enter", {"ticket": ticket})).status == 403


async def test_an_instructors_token_is_no_chair(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        assert (await room.instructor.get("/api/now")).status == 403


async def test_another_places_token_moves_its_own_chair_alone(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        mine, theirs = await room.join(), await room.join()
        body = {"client": new_id(), "seq": 2, "move": {"kind": "choose", "choice": await mine.first_choice()}}
        assert (await mine.post("/api/move", {**body, "place": theirs.place})).status == 400
        assert (await mine.post(f"/api/move?place={theirs.place}", body)).status == 200
        assert room.house.hub.room.chair(theirs.place).seq == 1
        assert (await mine.now())["place"] == mine.place


async def test_guessed_codes_run_into_a_wait_that_a_right_one_shares(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        guesses = [
            await room.stranger.post("/api/join", {"code": new_code(), "client": new_id()}) for _ in range(25)
        ]
        assert [one.status for one in guesses] == [403] * 20 + [429] * 5
        assert int(guesses[-1].headers["Retry-After"]) >= 1
        right = await room.stranger.post("/api/join", {"code": room.house.code, "client": new_id()})
        assert right.status == 429
        assert not room.house.hub.room.chairs


def test_guesses_are_forgotten_after_a_minute_and_counted_for_the_room_as_a_whole() -> None:
    now = [1000.0]
    attempts = Attempts(lambda: now[0], each=3, together=5)
    for address in ("a", "a", "a"):
        attempts.missed(address)
    assert attempts.wait("a") == 60
    assert attempts.wait("b") == 0
    now[0] += 30
    attempts.missed("b")
    attempts.missed("c")
    assert attempts.wait("d") == 30
    now[0] += 30
    assert attempts.wait("a") == attempts.wait("d") == 0


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""]
)
async def test_pages_of_another_origin_are_turned_away(tmp_path: Path, origin: str) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        for answer in (
            await student.get("/api/now", Origin=origin),
            await student.post("/api/move", {}, Origin=origin),
            await room.stranger.post("/api/join", {"code": room.house.code, "client": "x"}, Origin=origin),
        ):
            assert (answer.status, answer.data["code"]) == (403, "foreign-origin")
        assert (await student.get("/api/now", Origin=room.base)).status == 200
        assert (await student.get("/api/now", Sec_Fetch_Site="cross-site")).status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "10.0.0.9", "a@127.0.0.1", "[::1"]
)
async def test_a_foreign_host_is_turned_away(tmp_path: Path, host: str) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        for path in ("/", "/api/now", "/static/hub.js"):
            answer = await student.get(path, Host=host)
            assert (answer.status, answer.data["code"]) == (421, "foreign-host")


def test_on_a_network_bare_addresses_are_ours_and_names_only_those_that_were_given() -> None:
    lan = Hosts(frozenset({"class.example"}), any_address=True)
    assert all(map(lan.admits, ("192.168.1.20:8400", "[fe80::1]:8400", "Class.Example", "localhost:1")))
    assert not any(map(lan.admits, ("evil.example", "192.168.1.20.nip.example", "1.2.3", "", ":80", "a/b")))


@given(st.text())
def test_no_host_header_breaks_the_reading_of_it(text: str) -> None:
    assert isinstance(host_of(text), str)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe{}",
        b"[" * 15_000,
        b'{"client": "a", "seq": 1e999, "move": {"kind": "choose"}}',
        b'{"client": "a", "seq": "2", "move": {"kind": "choose"}}',
        b'{"client": "a", "seq": 2.5, "move": {"kind": "choose"}}',
        b'{"client": "a", "seq": true, "move": {"kind": "choose"}}',
        b'{"client": "", "seq": 2, "move": {"kind": "choose"}}',
        b'{"client": "a\\nb", "seq": 2, "move": {"kind": "choose"}}',
        b'{"client": 7, "seq": 2, "move": {"kind": "choose"}}',
        b'{"client": "a", "seq": 2, "move": "choose"}',
        b'{"client": "a", "seq": 2, "move": {"kind": "choose", "choice": null}}',
        b'{"client": "a", "seq": 2, "move": {"kind": "choose"}, "score": 100}',
        b'{"client": "a", "seq": 99999999999999999999999999, "move": {"kind": "choose"}}',
    ],
)
async def test_malformed_bodies_are_refused_in_words(tmp_path: Path, data: bytes) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        answer = await student.raw("/api/move", data)
        assert (answer.status, answer.data["code"]) == (400, "malformed")
        assert room.house.hub.room.chair(student.place).seq == 1


async def pieces() -> AsyncIterator[bytes]:
    """A body that does not say how long it is."""
    for _ in range(17):
        yield b" " * 1024


async def test_bodies_that_are_too_long_or_no_json_are_refused(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        assert (await student.raw("/api/move", b" " * (16 * 1024 + 1))).status == 413
        assert (await student.raw("/api/hand-in", b" " * (256 * 1024 + 1))).status == 413
        assert (await student.raw("/api/move", b"client=a", Content_Type="text/plain")).status == 415
        piecemeal = await student.http.post(
            f"{room.base}/api/move",
            data=pieces(),
            headers=student.headers({"Content-Type": "application/json"}),
        )
        assert piecemeal.status == 413
        form = "application/x-www-form-urlencoded"
        assert (await student.raw("/api/move", b"client=a", Content_Type=form)).status == 415


@pytest.mark.parametrize(
    "move",
    [
        {"kind": "choose", "choice": "no-such-choice"},
        {"kind": "choose", "choice": ""},
        {"kind": "undo"},
        {"kind": "propose", "line": "base=k196"},
        {"kind": "accept"},
        {"kind": "reveal"},
        {"kind": "__class__"},
        {"kind": "choose", "choice": "../../etc/passwd"},
    ],
)
async def test_moves_for_where_one_is_not_change_nothing(tmp_path: Path, move: dict[str, str]) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        before = await student.now()
        answer = await student.post("/api/move", {"client": new_id(), "seq": 2, "move": move})
        assert answer.status in {400, 409}
        assert answer.data["now"] == before == await student.now()


@pytest.mark.parametrize("seq", [0, 1, 3, 10**6])
async def test_out_of_order_numbers_get_the_true_state(tmp_path: Path, seq: int) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        answer = await student.move(await student.first_choice(), seq=seq)
        assert (answer.status, answer.data["code"]) == (409, "stale")
        assert answer.data["now"]["seq"] == 1


async def test_a_replayed_move_with_a_new_id_is_stale(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        choice = await student.first_choice()
        assert (await student.move(choice, seq=2)).status == 200
        assert (await student.move(choice, seq=2)).data["code"] == "stale"


async def test_the_clock_of_a_client_decides_nothing(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        wrong = (datetime.now(UTC) + timedelta(days=40)).strftime("%a, %d %b %Y %H:%M:%S GMT")
        body = {
            "client": new_id(),
            "seq": 2,
            "move": {"kind": "choose", "choice": await student.first_choice()},
        }
        assert (await student.post("/api/move", body, Date=wrong)).status == 200
        assert (await student.post("/api/move", {**body, "client": new_id(), "at": wrong})).status == 400
        at = (await room.house.hub.store.since(0))[-1].at
        assert abs((datetime.now(UTC) - at).total_seconds()) < 3600


async def test_tokens_are_random_kept_as_hashes_and_never_in_an_address(tmp_path: Path) -> None:
    db = tmp_path / "a.class"
    async with hosting(db) as room:
        students = [await room.join() for _ in range(5)]
        tokens = {one.token for one in students} | {room.token}
        assert len(tokens) == 6
        assert all(len(token) == 24 for token in tokens)
        assert (await room.stranger.get(f"/api/now?token={students[0].token}")).status == 401
    kept = on_disk(tmp_path)
    assert not [token for token in tokens if token.encode() in kept]


async def test_the_browsers_cookie_is_out_of_reach_of_scripts_and_of_other_sites(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        answer = await room.stranger.post("/api/join", {"code": room.house.code, "client": "me"})
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        token = cookie.partition("=")[2].partition(";")[0]
        browser = Caller(room.http, room.base, more={"Cookie": f"negotiator={token}"})
        assert (await browser.get("/api/now")).status == 200
        assert (await browser.get("/api/room/board")).status == 403


async def test_every_answer_wears_the_headers_that_keep_a_page_at_home(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        for path in (
            "/",
            "/play",
            "/static/hub.js",
            "/api/now",
            "/nowhere",
            "/static/../hub.py",
            "/static/%2e%2e/x",
        ):
            answer = await room.stranger.get(path)
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "aiohttp" not in answer.headers["Server"].lower()


async def test_nothing_beside_the_pages_is_served(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        for path in (
            "/static/",
            "/static/join.html",
            "/static/..%2f__init__.py",
            "/a.class",
            "/static/hub.js/",
            "/api",
        ):
            assert (await room.stranger.get(path)).status == 404, path
        assert (await room.stranger.post("/", {})).status == 405


async def test_an_order_for_a_place_that_is_none_is_refused(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        assert (await room.order("remove", place="p-nobody")).status == 401
        assert (await room.order("remove")).status == 400
        assert (await room.order("pause", place="p-nobody")).status == 400
        assert (await room.order("gate", scene="nowhere")).status == 400


async def test_a_removed_student_moves_no_more(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        assert (await room.order("remove", place=student.place)).status == 200
        answer = await student.move("anything", seq=3)
        assert (answer.status, answer.data["code"]) == (409, "removed")


HOSTILE = [
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "\x1b[31mred\x1b[0m",
    "a\u202eb\u2066c",
    "\u200b\u200c\u200d\ufeff",
    "Z\u0341" + "\u0301" * 500,
    "x" * 400,
    "\ud83d\ude00",
    "[bold]no[/bold]",
    "a\nb\tc\r",
    "{{7*7}} ${x}",
]


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_kept_as_one_short_line(tmp_path: Path, name: str) -> None:
    async with hosting(tmp_path / "a.class") as room:
        body = {"code": room.house.code, "client": "me", "name": name}
        answer = await room.stranger.post("/api/join", body)
        assert answer.status in {200, 400}
        for person in await room.house.hub.store.people():
            assert harmless(person.name)
            assert len(person.name) <= LONGEST


@given(st.text(max_size=600))
def test_no_name_hides_reorders_or_breaks_a_line(text: str) -> None:
    name = plain(text)
    assert harmless(name)
    assert len(name) <= LONGEST
    assert plain(name) == name


def harmless(name: str) -> bool:
    return not any(ord(letter) < 32 or letter in "\x7f\u202e\u2066\u200b\ufeff" for letter in name)


@given(st.text(LETTERS, min_size=8, max_size=8))
def test_a_code_may_be_typed_in_small_letters_with_or_without_its_dash(code: str) -> None:
    assert typed(spoken(code)) == typed(code.lower()) == typed(f" {code[:4]} {code[4:]} ") == code


@given(st.text())
def test_what_is_no_code_is_none(text: str) -> None:
    code = typed(text)
    assert code == "" or (len(code) == 8 and set(code) <= set(LETTERS))


def test_places_tell_nothing_of_who_asked_and_differ_from_room_to_room() -> None:
    assert place_of("salt", "me") == place_of("salt", "me") != place_of("pepper", "me")
    assert place_of("salt", "me") != place_of("salt", "you")
    assert Role.STUDENT not in place_of("salt", "student")
