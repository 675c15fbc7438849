"""The door every command goes through: errors leave it in plain words, with an exit code."""

import os
import sys
from collections.abc import Callable

from negotiator.errors import Exit, NegotiatorError


def tell(error: NegotiatorError) -> None:
    """An error in words, with its hint, on standard error."""
    print(f"negotiator: {error.message}", file=sys.stderr)
    if error.hint:
        print(f"  {error.hint}", file=sys.stderr)


def guarded(work: Callable[[], int]) -> int:
    """Do the work and return its exit code (see Exit; 130 when interrupted)."""
    # No package around us has a say in how our models read: pydantic need not look for plugins, which takes 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return int(work())
    except NegotiatorError as error:
        tell(error)
        return int(error.code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe has gone; nothing is left to tell it, and the interpreter must not try on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.OK)
    except Exception as error:
        # The one place where anything unforeseen is put into words.
        print(f"negotiator: something unforeseen happened: {type(error).__name__}: {error}", file=sys.stderr)
        print(
            "  Every choice made so far is saved. Set NEGOTIATOR_DEBUG=1 to see where it happened.",
            file=sys.stderr,
        )
        if os.environ.get("NEGOTIATOR_DEBUG"):
            raise
        return int(Exit.CANNOT)
