"""The error of a move that cannot be made."""

from negotiator.errors import Exit, NegotiatorError


class NotPossible(NegotiatorError):
    """A move that cannot be made now; nothing has changed."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code=Exit.FINDINGS)
