"""Where a class is kept, as people name it: the path of a file, or the address of a PostgreSQL database."""

from pathlib import Path

_SCHEMES = ("postgresql://", "postgres://")


def on_server(where: str) -> bool:
    """Whether it is the address of a database."""
    return where.startswith(_SCHEMES)


def whole(where: str) -> str:
    """An address as it is; a path from the root, with the home folder in place of its sign."""
    return where if on_server(where) else str(Path(where).expanduser().absolute())


def shown(where: str) -> str:
    """The place in words: of an address only server and database, since a password may stand in the rest."""
    if not on_server(where):
        return where
    bare = where.partition("://")[2].rsplit("@", 1)[-1].partition("?")[0]
    return bare if bare.strip("/") else "the usual place"
