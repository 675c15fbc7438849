"""What can go wrong, said once: an error carries a message, a hint and the exit code it leads to."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    OK = 0
    """It worked, and there was nothing to report."""
    FINDINGS = 1
    """It worked, and found what it was asked to look for; or a move was not possible."""
    CANNOT = 2
    """It could not run."""


class NegotiatorError(Exception):
    """Something a person can act on: what happened (`message`) and how to go on (`hint`)."""

    def __init__(self, message: str, hint: str = "", *, code: Exit = Exit.CANNOT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message
