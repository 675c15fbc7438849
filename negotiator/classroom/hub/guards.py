"""What every request passes before a route sees it: Host, Origin, and headers on the way out."""

import logging
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from negotiator.classroom.hub.answers import STATUS, Refused, refusal
from negotiator.classroom.wishes import Refusal

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""On every answer. A page may bring its own Cache-Control."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE = frozenset({"GET", "HEAD"})
log = logging.getLogger(__name__)


class Hosts:
    """The names under which the hub may be called.

    A page of somebody else's can point a name of its own at this machine, but never a bare address: so on a local
    network any address will do (a laptop's changes when it walks from one wireless to another), and of the names only
    those that were given.
    """

    def __init__(self, names: frozenset[str], *, any_address: bool) -> None:
        self._names = names | LOOPBACK
        self._any_address = any_address

    def admits(self, authority: str) -> bool:
        """Whether a Host header is one of ours; its port is whatever stands in front of us."""
        name = host_of(authority)
        if name in self._names:
            return True
        return self._any_address and _is_address(name)


def host_of(authority: str) -> str:
    """The name in "name:port" in small letters, without brackets; empty when it is none."""
    try:
        parts = urlsplit(f"//{authority}")
        named = parts.hostname or ""
        if parts.username is not None or parts.path or parts.query or parts.fragment or parts.port == 0:
            return ""
    except ValueError:
        return ""
    return named.rstrip(".")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def guarded(hosts: Hosts) -> Middleware:
    """The middleware around every route: strangers are turned away, errors become words."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            _at_home(request, hosts)
            return await handler(request)
        except Refused as no:
            return refusal(no)
        except Refusal as no:
            return refusal(Refused(STATUS.get(no.reason, 409), no.reason, no.message, no.hint))
        except web.HTTPException as error:
            return refusal(_in_words(error))
        except Exception:
            # The one place where anything unforeseen is put into words: no sender ever sees a trace.
            log.exception("a request to %s failed", request.path)
            return refusal(Refused(500, "failed", "The hub could not do this.", "Try again in a moment."))

    return guard


def _at_home(request: web.Request, hosts: Hosts) -> None:
    """Raises Refused for a foreign Host, and for a page of another origin."""
    if not hosts.admits(request.headers.get("Host", "")):
        raise Refused(
            421,
            "foreign-host",
            "This hub does not go by that name.",
            "Call it by an address it printed. Another name has to be given to: class host --name NAME",
        )
    origin = request.headers.get("Origin")
    if origin is not None and not _own(origin, request.headers["Host"]):
        raise Refused(403, "foreign-origin", "A page from elsewhere may not speak to this hub.")
    site = request.headers.get("Sec-Fetch-Site", "none")
    touches = request.method not in SAFE or request.path.startswith("/api/")
    if origin is None and touches and site not in {"same-origin", "none"}:
        raise Refused(403, "foreign-origin", "A page from elsewhere may not speak to this hub.")


def _own(origin: str, authority: str) -> bool:
    """Whether an Origin is the very address the request went to."""
    scheme, divided, rest = origin.partition("://")
    return bool(divided) and scheme in {"http", "https"} and rest.lower() == authority.lower()


def _in_words(error: web.HTTPException) -> Refused:
    if error.status == 404:
        return Refused(
            404, "not-here", "There is nothing at this address.", "The way in is the address alone: /"
        )
    if error.status == 405:
        return Refused(405, "not-so", "This address cannot be asked like that.")
    if error.status == 413:
        return Refused(413, "too-long", "That is more than the hub takes.")
    return Refused(error.status, "not-possible", error.reason)


async def clothed(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the headers on; streams are dressed as well, before their first byte."""
    for name, value in HEADERS.items():
        if name not in response.headers:
            response.headers[name] = value
    response.headers["Server"] = "negotiator"
