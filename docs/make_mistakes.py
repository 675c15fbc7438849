"""Writes what `check` says of each mistake into docs/mistakes.md: `PYTHONPATH=. python docs/make_mistakes.py`."""
# ruff: noqa: INP001  a script beside the pages, not a package

from tests.scenario.mistakes import PAGE, filled

PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
