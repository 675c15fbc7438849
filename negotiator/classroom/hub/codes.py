"""Secrets of a room: the code that is said aloud, and ids of chairs that tell nothing."""

import hmac
import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What nobody mistakes on a wall: without 0 and O, 1, I and L."""

CODE_LENGTH = 8
PLACE_LENGTH = 12


def new_code() -> str:
    """A code to join with: eight letters, some 8.5 × 10¹¹ possible ones."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def spoken(code: str) -> str:
    """A code as it stands on the wall: XXXX-XXXX."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}"


def typed(text: str) -> str:
    """The code somebody typed: small letters, spaces and dashes make no difference. Empty when it cannot be one."""
    code = "".join(letter for letter in text.upper() if letter not in " -–—\u00a0")
    return code if len(code) == CODE_LENGTH and set(code) <= set(LETTERS) else ""


def same(one: str, other: str) -> bool:
    """Whether two secrets agree, in a time that tells nothing of where they differ."""
    return secrets.compare_digest(one.encode(), other.encode())


def place_of(salt: str, client: str) -> str:
    """The chair of whoever joins with this client id: the same for the same id, so a join sent twice is one chair.

    It is a keyed hash (HMAC-SHA-256), so a place tells nothing of the id that leads to it.
    """
    hashed = hmac.digest(salt.encode(), client.encode(), "sha256")
    number = int.from_bytes(hashed, "big")
    letters = []
    for _ in range(PLACE_LENGTH):
        number, at = divmod(number, len(LETTERS))
        letters.append(LETTERS[at].lower())
    return "p-" + "".join(letters)


def new_salt() -> str:
    """The key of a room's places."""
    return secrets.token_hex(16)
