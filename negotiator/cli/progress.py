"""A bar on standard error while something is looked for: shown to people at a terminal, to nobody else."""

import sys

WIDTH = 24
"""Characters of the bar."""


class Bar:
    """Called with what is done and of how much; `close` takes it away again."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.shown = False

    def __call__(self, done: int, of: int) -> None:
        """Draw it anew."""
        if not sys.stderr.isatty():
            return
        full = WIDTH * done // max(of, 1)
        sys.stderr.write(f"\r{self.words} [{'#' * full}{'.' * (WIDTH - full)}] {done}/{of}")
        sys.stderr.flush()
        self.shown = True

    def close(self) -> None:
        """Leave the line as it was."""
        if self.shown:
            sys.stderr.write("\r" + " " * (len(self.words) + WIDTH + 20) + "\r")
            sys.stderr.flush()
