"""Several hubs on one PostgreSQL: one room, whichever of them one comes to."""

import asyncio

from negotiator.classroom.hub.house import House
from tests.classroom.hubhouse import Caller, hosting
from tests.classroom.server import Server
from tests.classroom.test_hub_events import listening


async def level(*houses: House) -> None:
    """Let all take in what there is."""
    for house in houses:
        await house.hub.catch_up()


async def test_two_hubs_are_one_room(postgres: Server) -> None:
    place = postgres.place()
    async with hosting(place) as one, hosting(place, seed=7) as two:
        assert not one.resumed
        assert two.resumed
        assert one.house.code == two.house.code
        student = await one.join("me")
        elsewhere = Caller(two.http, two.base, student.token, student.place)
        assert (await elsewhere.now())["place"] == student.place
        async with listening(elsewhere, last=two.house.hub.room.rev) as stream:
            answer = await student.move(await student.first_choice(), client="once")
            assert (await stream.next()).id == answer.data["rev"]
        again = await elsewhere.move("whatever", seq=2, client="once")
        assert (again.data["duplicate"], again.data["rev"]) == (True, answer.data["rev"])


async def test_the_same_join_at_two_hubs_is_one_chair(postgres: Server) -> None:
    place = postgres.place()
    async with hosting(place) as one, hosting(place) as two:
        first, second = await asyncio.gather(one.join("me"), two.join("me"))
        assert first.place == second.place
        await level(one.house, two.house)
        assert list(one.house.hub.room.chairs) == list(two.house.hub.room.chairs) == [first.place]


async def test_of_moves_at_two_hubs_at_once_one_counts(postgres: Server) -> None:
    place = postgres.place()
    async with hosting(place) as one, hosting(place) as two:
        student = await one.join()
        elsewhere = Caller(two.http, two.base, student.token, student.place)
        for _ in range(3):
            choice, seq = await student.first_choice(), (await student.now())["seq"] + 1
            both = await asyncio.gather(
                *(caller.move(choice, seq=seq) for caller in (student, elsewhere, student, elsewhere))
            )
            assert sorted(one.status for one in both) == [200, 409, 409, 409]
            assert {one.data["code"] for one in both if one.status != 200} == {"stale"}
            await level(one.house, two.house)
        assert await student.now() == await elsewhere.now()
