"""Files that survive a power cut: private folders, whole files put in place at once, folders synced."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def make_folder(folder: Path) -> None:
    """Make a folder and the missing ones above it, for this user alone; one that exists is left as it is.

    Raises:
        OSError: it cannot be made, or something else has its name.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder last. Where folders cannot be opened (Windows) the system sees to it."""
    with suppress(OSError):
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)


def usual_mode() -> int:
    """Permissions of a new file that is nobody's secret: what the user's umask leaves."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def rewrite(path: Path, data: bytes) -> None:
    """Put new content into a file of the user's: its permissions stay, and where it is a link its target changes.

    Raises:
        OSError: it could not be written; the file is as it was.
    """
    target = path.resolve(strict=True)
    write_whole(target, data, mode=S_IMODE(target.stat().st_mode))


def write_whole(path: Path, data: str | bytes, *, mode: int = PRIVATE_FILE) -> None:
    """Put a whole file in place: written beside, synced, then renamed. Readers see the old one or the new one.

    Raises:
        OSError: it could not be written; the old file is as it was.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        at = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        with os.fdopen(at, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
            file.flush()
            os.fsync(file.fileno())
        if mode != PRIVATE_FILE:
            beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)
