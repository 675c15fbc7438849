"""What a student types to join: a code, and where the hub is."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from negotiator.errors import NegotiatorError

HOST = "127.0.0.1"
PORT = 8400
LENGTH = 8
"""Characters of a code, its dash not counted."""
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
EXAMPLE = "It is written like this: negotiator class join K7M3-Q9XA@192.168.1.20"


@dataclass(frozen=True, slots=True)
class Address:
    """A room: its code in capitals without a dash, and the address of its hub."""

    code: str
    base: str
    """For example "http://192.168.1.20:8400"; no slash at its end."""

    @property
    def shown(self) -> str:
        """The code as the wall shows it: "K7M3-Q9XA"."""
        return f"{self.code[:4]}-{self.code[4:]}"


def address(text: str) -> Address:
    """CODE, CODE@HOST, CODE@HOST:PORT or CODE@https://HOST.

    Raises:
        NegotiatorError: the code or the host cannot be one.
    """
    code, at, where = text.strip().partition("@")
    plain = re.sub(r"[\s-]", "", code).upper()
    if len(plain) != LENGTH or not plain.isascii() or not plain.isalnum():
        raise NegotiatorError(
            f"“{_seen(code)}” is not the code of a class: it has eight letters and digits.", EXAMPLE
        )
    return Address(plain, _base(where) if at else f"http://{HOST}:{PORT}")


def _base(where: str) -> str:
    scheme, _, rest = where.rpartition("://")
    scheme = scheme.lower() or "http"
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        usual = PORT if scheme == "http" else 443
        port = usual if parts.port is None else parts.port
    except ValueError:
        port = 0
    host = rest.rstrip("/").rpartition(":")[0] if re.search(r":\d+/?$", rest) else rest.rstrip("/")
    if scheme not in ("http", "https") or not port or not _HOST.fullmatch(host):
        raise NegotiatorError(f"“{_seen(where)}” is not the address of a computer.", EXAMPLE)
    return f"{scheme}://{host}:{port}"


def _seen(text: str) -> str:
    return "".join(char if char.isprintable() else "·" for char in text)[:40]
