"""Sits a player down at a plain game, with their settings."""

import sys
from io import TextIOWrapper

from negotiator.cli.output import say, width
from negotiator.cli.plain import PlainGame, ask, look_back
from negotiator.errors import Exit
from negotiator.runs.places import cache_folder, settings_file
from negotiator.runs.session import Session
from negotiator.runs.settings import load

INTERRUPTED = 130


def sit_down(session: Session, saves: str | None = None) -> int:
    """Play line by line until it ends, in whatever way; `saves` is the --saves of the command. Returns the exit code."""
    settings, word = load(settings_file())
    if word:
        say(word)
    if isinstance(sys.stdin, TextIOWrapper):
        # A byte that is no text in this terminal's encoding is a wrong answer, not a crash.
        sys.stdin.reconfigure(errors="replace")
    columns = width()
    where = f' --saves "{saves}"' if saves else ""
    code = int(Exit.OK)
    game = PlainGame(session, columns, training=settings.training)
    try:
        game.play(ask)
        if session.view.ending and session.play.state.talk:
            from negotiator.cli.plainguess import before_looking

            before_looking(session, ask, columns)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if session.view.ending:
        look_back(session, cache_folder(), columns)
        say("", f"This run is saved. See it again: negotiator runs show {session.id}{where}")
    elif session.saved:
        say("", f"Everything is saved. Go on with: negotiator runs resume {session.id} --plain{where}")
    return code
