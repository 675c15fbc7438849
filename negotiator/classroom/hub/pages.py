"""The pages and what they are made of: files of the package, read once, and nothing else of the disk."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).resolve().parent.parent / "pages"
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
}
AT = {"/": "join.html", "/play": "play.html", "/wall": "wall.html"}
"""Pages with an address of their own."""
Route = Callable[[web.Request], Awaitable[web.Response]]


def routes(folder: Path = FOLDER) -> list[web.RouteDef]:
    """An address for each page that is there, and /static/NAME for what pages ask for."""
    found = {path.name: path for path in sorted(folder.iterdir()) if path.suffix in TYPES}
    pages = [web.get(address, _serve(found[name])) for address, name in AT.items() if name in found]
    parts = [
        web.get(f"/static/{name}", _serve(path)) for name, path in found.items() if path.suffix != ".html"
    ]
    return [*pages, *parts]


def _serve(path: Path) -> Route:
    data = path.read_bytes()
    tag = f'"{sha256(data).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}

    async def serve(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        return web.Response(body=data, content_type=TYPES[path.suffix], charset="utf-8", headers=headers)

    return serve
