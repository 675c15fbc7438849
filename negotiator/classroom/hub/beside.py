"""What a student's page asks for beside the game: words before they are said, what is left to do, looking back."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from html import escape

from aiohttp import web

from negotiator.classroom.chair import Attempt
from negotiator.classroom.handing import run_file
from negotiator.classroom.hub.answers import answer
from negotiator.classroom.hub.bodies import MoveBody, read
from negotiator.classroom.hub.house import house
from negotiator.classroom.hub.student import seated
from negotiator.classroom.student import afterwards, may_look_back, terms_of, words_of
from negotiator.game.rules import Game
from negotiator.game.state import Move

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""A debrief runs nothing and loads nothing; its styles stand in it."""
TOO_EARLY = "Your debrief is not there yet: it comes when your story is over and nothing is left to guess."
_DESK = ThreadPoolExecutor(max_workers=1, thread_name_prefix="debrief")
"""One at a time: a debrief takes a core for a while, and the others need theirs for moves."""


async def notes(request: web.Request) -> web.Response:
    """Terms of the story, and what is left to do after its ending: see student.afterwards."""
    place = (await seated(request)).place
    room = house(request).hub.room
    attempt = room.chair(place).now
    return answer({"terms": terms_of(room.game), **afterwards(room.game, attempt)})


async def words(request: web.Request) -> web.Response:
    """What one would say with a move: {words}."""
    place = (await seated(request)).place
    body = await read(request, MoveBody)
    room = house(request).hub.room
    move = Move(body.kind, body.choice, body.line)
    return answer({"words": words_of(room.game, room.chair(place).now, move)})


async def debrief(request: web.Request) -> web.Response:
    """The debrief as a page that stands alone."""
    place = (await seated(request)).place
    room = house(request).hub.room
    attempt = room.chair(place).now
    if not may_look_back(attempt, ended=room.ended):
        return web.Response(
            text=_waiting(), content_type="text/html", headers={"Content-Security-Policy": POLICY}
        )
    loop = asyncio.get_running_loop()
    page = await loop.run_in_executor(_DESK, _debrief, room.game, room.story.rules, attempt)
    return web.Response(text=page, content_type="text/html", headers={"Content-Security-Policy": POLICY})


async def hand_in(request: web.Request) -> web.Response:
    """The first attempt as a file to hand in, also where this hub is out of the instructor's reach."""
    place = (await seated(request)).place
    hub = house(request).hub
    person = await hub.store.person(place)
    loop = asyncio.get_running_loop()
    name, data = await loop.run_in_executor(
        _DESK, run_file, hub.room.game, hub.room.chair(place), person, hub.now()
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=data, content_type="application/x-ndjson", headers=headers)


def _debrief(game: Game, rules: str, attempt: Attempt) -> str:
    # What nobody needs before the first debrief.
    from negotiator.analysis.debrief import debrief as looked_back
    from negotiator.report.html import debrief_html
    from negotiator.runs.places import cache_folder
    from negotiator.runs.yardsticks import yardstick_for

    return debrief_html(looked_back(game, attempt.play, yardstick_for(game, rules, cache_folder())))


def _waiting() -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not yet</title>'
        f'<main><h1>Not yet</h1><p>{escape(TOO_EARLY)}</p><p><a href="/play">Back to your chair</a></p></main></html>'
    )


ROUTES = [
    web.get("/api/notes", notes),
    web.post("/api/words", words),
    web.get("/debrief", debrief),
    web.get("/hand-in", hand_in),
]
