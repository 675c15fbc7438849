"""The hub's web application: which address leads to what."""

from aiohttp import web

from negotiator.classroom.hub import beside, instructor, joining, pages, sse, student, wall
from negotiator.classroom.hub.bodies import WORK
from negotiator.classroom.hub.guards import Hosts, clothed, guarded
from negotiator.classroom.hub.house import HOUSE, House

STUDENT = [
    web.post("/api/join", joining.join),
    web.post("/api/device", joining.device),
    web.get("/api/now", student.now),
    web.get("/api/log", student.log),
    web.get("/api/scenario", student.scenario),
    web.get("/api/events", sse.chair_events),
    web.post("/api/move", student.move),
    web.post("/api/reason", student.reason),
    web.post("/api/disagree", student.disagree),
    web.post("/api/keep", student.keep),
    web.post("/api/hand-in", student.hand_in),
    web.post("/api/retry", student.retry),
]
INSTRUCTOR = [
    web.get("/api/room/board", instructor.show),
    web.get("/api/room/events", sse.room_events),
    web.post("/api/room/link", instructor.link),
    web.post("/api/room/wall", instructor.wall),
    web.post("/api/room/forget", instructor.forget),
    *(
        web.post(f"/api/room/{what}", instructor.order(what))
        for what in sorted({*instructor.TO_ROOM, *instructor.TO_CHAIR})
    ),
]
PROJECTOR = [
    web.post("/api/wall/enter", joining.enter),
    web.get("/api/wall/events", sse.wall_events),
    *wall.ROUTES,
]


def make_app(house: House, hosts: Hosts) -> web.Application:
    """The application over a house; streams end when it shuts down."""
    app = web.Application(middlewares=[guarded(hosts)], client_max_size=WORK)
    app[HOUSE] = house
    app.add_routes([*STUDENT, *beside.ROUTES, *INSTRUCTOR, *PROJECTOR, *pages.routes()])
    app.on_response_prepare.append(clothed)

    async def end_streams(_app: web.Application) -> None:
        house.hub.fanout.close()

    app.on_shutdown.append(end_streams)
    return app
