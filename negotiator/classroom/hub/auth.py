"""Who asks: a token in a header or a cookie, never in an address, and what its holder may do."""

from aiohttp import web

from negotiator.classroom.hub.answers import Refused
from negotiator.classroom.people import Holder, Role, digest, new_token
from negotiator.classroom.store import Store

COOKIES = {Role.STUDENT: "negotiator", Role.INSTRUCTOR: "negotiator-room", Role.WALL: "negotiator-wall"}
"""One for each role: who teaches may try a chair in the same browser."""
LASTS = 60 * 60 * 24 * 30
"""Seconds: a class may go on next week."""
LONGEST = 200


class Doors:
    """Tokens and whom they stand for. What the store said is remembered, for a page asks often."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[bytes, Holder] = {}

    async def issue(self, place: str, role: Role) -> str:
        """A new token for a place. Only its hash is kept."""
        token = new_token()
        await self._store.put_token(place, digest(token), role)
        return token

    async def admit(self, request: web.Request, *roles: Role) -> Holder:
        """Who asks, if it is one of `roles`.

        Raises:
            Refused: there is no token, it stands for nobody, or for somebody who may not do this.
        """
        found = False
        for token in _tokens(request, roles):
            if holder := await self._holder(token):
                if holder.role in roles:
                    return holder
                found = True
        if found:
            raise Refused(403, "not-yours", "This is for the instructor's side of the room alone.")
        raise Refused(401, "who", "The hub does not know you here.", "Join with the room's code.")

    async def _holder(self, token: str) -> Holder | None:
        key = digest(token)
        if (holder := self._known.get(key)) is None and (
            holder := await self._store.find_token(key)
        ) is not None:
            self._known[key] = holder
        return holder

    async def stands_for(self, token: str) -> Role | None:
        """The role of a token; None if it is nobody's."""
        holder = await self._holder(token)
        return holder.role if holder else None

    def forget(self, place: str) -> None:
        """What is remembered of a place's tokens is asked anew."""
        self._known = {key: holder for key, holder in self._known.items() if holder.place != place}

    async def drop(self, place: str) -> None:
        """No token opens this place any more."""
        await self._store.drop_tokens(place)
        self.forget(place)


def _tokens(request: web.Request, roles: tuple[Role, ...]) -> list[str]:
    """The tokens a request brings: the header's alone, if it has one; else those of the cookies that could fit."""
    header = request.headers.get("Authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        given = [token.strip()] if scheme.lower() == "bearer" else []
    else:
        first = [COOKIES[role] for role in roles]
        names = [*first, *(name for name in COOKIES.values() if name not in first)]
        given = [request.cookies[name] for name in names if name in request.cookies]
    return [token for token in given if 0 < len(token) <= LONGEST]


def give_cookie(request: web.Request, response: web.StreamResponse, role: Role, token: str) -> None:
    """Let the browser keep a token where no script can read it and no other site can use it."""
    secure = request.headers.get("Origin", "").startswith("https://")
    response.set_cookie(
        COOKIES[role], token, max_age=LASTS, path="/", httponly=True, samesite="Strict", secure=secure
    )
