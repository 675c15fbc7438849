"""The questions of `negotiator new`: a line each, and Enter for what stands in brackets."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from negotiator.cli.output import say
from negotiator.errors import NegotiatorError
from negotiator.scenario.writing.starting import USUAL, Answers, said_line

QUESTIONS = (
    ("title", "What is the case called?"),
    ("author", "Your name?"),
    ("player", "Who is the candidate?"),
    ("job", "What have they applied for?"),
    ("firm", "Where?"),
    ("manager", "Who is the hiring manager?"),
)
"""What of Answers each one fills."""
OF_A_COPY = 2
"""The questions that are asked for a copy: all else is in it."""


def ask(answers: Answers, *, deal: bool, copy: bool, trouble: Callable[[str], str]) -> tuple[Answers, bool]:
    """Ask for what is not given, and whether there is to be a deal.

    `trouble` says what is wrong with a title; empty when nothing is.

    Raises:
        NegotiatorError: the input ends before the questions do.
    """
    with suppress(ImportError):
        # Where it is there, lines can be edited with the arrow keys.
        import readline  # noqa: F401
    say("Enter takes what stands in brackets; Ctrl-C leaves, and nothing is written.", "")
    title = answers.title or _line(*QUESTIONS[0])
    while wrong := trouble(title):
        say(f"{wrong} Choose another title.")
        title = _line(*QUESTIONS[0])
    answers = replace(answers, title=title)
    for field, question in QUESTIONS[1 : OF_A_COPY if copy else None]:
        if not getattr(answers, field):
            answers = replace(answers, **{field: _line(field, question, known=not copy)})
    if not copy and not deal:
        deal = _answer("Is a package negotiated at a table, y or n?", "n").lower() in ("y", "yes")
    say("")
    return answers, deal


def _line(field: str, question: str, *, known: bool = True) -> str:
    return _answer(question, getattr(USUAL, field) if known else "")


def _answer(question: str, usual: str) -> str:
    try:
        return said_line(input(f"{question} [{usual}] " if usual else f"{question} ")) or usual
    except EOFError:
        raise NegotiatorError("The answers end here, so nothing is written.") from None
