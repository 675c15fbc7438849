"""What stands in the way more often than not, and what to do about it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

Read = Callable[[Path], str]


def read(path: Path) -> str:
    """A system file's text; empty if it cannot be read."""
    with suppress(OSError, ValueError):
        return path.read_text("utf-8")
    return ""


def firewall(
    platform: str, port: int, text_of: Read = read, exists: Callable[[Path], bool] = Path.exists
) -> tuple[str, ...]:
    """Hints for this system's firewall; `platform` as sys.platform has it. Nothing is run and nothing changed."""
    if platform == "win32":
        return (
            (
                "Windows asks once whether Python may be reached: allow it on private networks."
                " See that this network counts as private: Settings, Network, its name."
            ),
        )
    if platform == "darwin":
        return (
            (
                "macOS asks whether Python may accept connections: allow it. Asked and refused once, it is in System"
                " Settings, Network, Firewall, Options."
            ),
        )
    hints = []
    if "ENABLED=yes" in text_of(Path("/etc/ufw/ufw.conf")).replace(" ", ""):
        hints.append(
            f"The firewall ufw is on. For the class: sudo ufw allow {port}/tcp; after it: sudo ufw delete allow {port}/tcp"
        )
    if exists(Path("/run/firewalld")):
        hints.append(f"firewalld is running. Until the next start: sudo firewall-cmd --add-port={port}/tcp")
    return tuple(hints)


def instead(port: int) -> Sequence[str]:
    """What to do when no device got through, the easy things first."""
    return (
        "Is the phone in the same wireless network, with mobile data off? Is a VPN on, here or there? Turn it off.",
        f"The firewall of this computer: does it let TCP port {port} in?",
        (
            "Try a hotspot on a phone: if another phone gets through there, this computer is in order, and the network"
            " of the house keeps devices apart, as many on a campus do."
        ),
        f"Then take your own network along: a travel router, no internet needed, and class host --lan --port {port}.",
        "Or a small rented machine with TLS in front, and class host --name its name.",
        "Or no network at all: everybody plays alone and hands in a file; class collect makes the same report.",
    )
