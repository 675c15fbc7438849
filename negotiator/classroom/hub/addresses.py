"""Under which addresses a hub on this machine can be reached from the same network."""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, ip_address

LOOPBACK = "127.0.0.1"


def listened_on(*, lan: bool) -> str:
    """The address a server listens on: this machine alone, unless the network was asked for with --lan."""
    return str(IPv4Address(0)) if lan else LOOPBACK


def own_addresses() -> tuple[str, ...]:
    """The addresses of this machine on its networks, the one towards the wide world first; without loopback.

    Nothing is sent: a datagram socket that is connected only asks the routing table.
    """
    found: list[str] = []
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asked:
                asked.connect((far, 9))
                found.append(asked.getsockname()[0])
        except OSError:
            continue
    with suppress(OSError):
        found += [str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None)]
    return tuple(one for one in dict.fromkeys(found) if _of_use(one))


def _of_use(address: str) -> bool:
    try:
        read = ip_address(address)
    except ValueError:
        return False
    return not (read.is_loopback or read.is_link_local or read.is_unspecified)


def url(address: str, port: int) -> str:
    """An address as a browser takes it."""
    return f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"
