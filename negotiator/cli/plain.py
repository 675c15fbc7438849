"""Plain play: the whole game line by line, for screen readers, pipes and dumb terminals."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.analysis.debrief import Debrief, debrief
from negotiator.cli.output import folded, say
from negotiator.cli.passages import Passage, letter, opening, scene, turn_passages, who, whole
from negotiator.cli.printed import plain
from negotiator.errors import NegotiatorError
from negotiator.game.play import Turn
from negotiator.game.state import AT_TABLE, Move
from negotiator.game.view import ChoiceView
from negotiator.report.plain import debrief_lines
from negotiator.runs.session import Session
from negotiator.runs.yardsticks import yardstick_for
from negotiator.tui.telling import Said, Training, tell

if TYPE_CHECKING:
    from negotiator.analysis.best_line import Progress
    from negotiator.cli.plaintable import PlainTable

KINDS = {"question": "Question: ", "counter": "Counter-proposal: "}
HELP = (
    ("1, 2 …", "take a choice by its number"),
    ("n", "your notebook: people met, facts learned, lines kept"),
    ("l", "the written offer, once there is one"),
    ("u", "take the last choice back, where the scenario allows it"),
    ("t", "the story so far"),
    ("k", "keep what you said last, for your real talk; k 2 keeps the words of choice 2"),
    ("r", "read the scene again"),
    ("?", "this help"),
    ("q", "quit; every choice is saved already"),
)


def ask(prompt: str) -> str | None:
    """A line of input, None at its end. What comes from a pipe is printed too, so that the page reads well."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        say(line.rstrip("\r\n"))
    return line.strip() if line else None


def look_back(session: Session, cache: Path, columns: int) -> None:
    """Print the debrief."""
    # Said first: the yardstick of a large scenario takes seconds the first time.
    say("", "=" * columns, "Looking back", "")
    say(*debrief_lines(debriefed(session, cache), columns))


def debriefed(session: Session, cache: Path, progress: "Progress | None" = None) -> Debrief:
    """The debrief of a run, its scenario's yardstick from the folder `cache`."""
    return debrief(session.game, session.play, yardstick_for(session.game, session.rules, cache), progress)


class PlainGame:
    """One sitting at the plain game."""

    def __init__(self, session: Session, columns: int, *, training: bool = False) -> None:
        """`columns` is the longest line in characters; `training` shows marks and the coach's note at once."""
        self.session = session
        self.columns = columns
        self.training = training
        self.read: Callable[[str], str | None] = ask
        self.commands: dict[str, Callable[[], None]] = {
            "n": self.notebook,
            "l": self.letter,
            "u": self.undo,
            "t": self.transcript,
            "k": self.keep,
            "r": self.again,
            "?": self.help,
            "h": self.help,
            "help": self.help,
        }

    def play(self, read: Callable[[str], str | None]) -> None:
        """Show where one is, then take commands until there is nothing more to do."""
        session, self.read = self.session, read
        if session.notice:
            self.words(session.notice)
        if session.play.turns:
            self.tell(scene(session.view))
        else:
            self.tell(opening(session.game, session.view))
        self.offer()
        while session.view.ending is None:
            word = read(self.prompt())
            if word is None or word.lower() in ("q", "quit", "exit"):
                return
            self.obey(word.lower())

    def prompt(self) -> str:
        """What is asked for."""
        count = len(self.session.view.choices)
        return f"\nChoose {f'1-{count}' if count > 1 else '1'} (? for help): "

    def obey(self, word: str) -> None:
        """Do what was typed; what cannot be done is said, and nothing changes."""
        try:
            if word.isdecimal():
                self.take(word)
            elif self.at_table(word):
                pass
            elif command := self.commands.get(word):
                command()
            elif word.startswith("k ") and word[2:].strip().isdecimal():
                self.keep_choice(word[2:].strip())
            elif word:
                self.words(f"“{word}” is not something to do here. Type a number, or ? for help.")
        except NegotiatorError as error:
            self.words(f"{error.message} {error.hint}".strip())

    def take(self, number: str) -> None:
        """Take a choice by its number."""
        if (choice := self.choice(number)) is None:
            return
        if not choice.enabled:
            self.words(f"Not open to you: {choice.locked}".rstrip(".") + ".")
            return
        self.made(self.session.choose(choice.id))

    def at_table(self, word: str) -> bool:
        """Do what was typed at the table, as a key or as a script's line; whether it was anything of the table's."""
        kind, _, line = word.partition(" ")
        table = self.table()
        if kind in AT_TABLE and self.session.view.table:
            move: Move | None = Move(kind, line=line.strip())
        elif word == "v" and self.session.game.bargain:
            move = table.declare()
        elif self.session.view.table and (way := table.ways.get(word)):
            move = way()
        else:
            return False
        if move:
            self.made(self.session.move(move))
        return True

    def table(self) -> "PlainTable":
        """Who asks for packages and questions, one line at a time."""
        from negotiator.cli.plaintable import PlainTable

        return PlainTable(self.session, self.read, self.columns)

    def made(self, turn: Turn) -> None:
        """Print what came of a move."""
        self.tell(turn_passages(self.session.game, turn))
        if self.training and (training := tell(self.session.game, turn).training):
            self.coached(training)
        self.offer()

    def choice(self, number: str) -> ChoiceView | None:
        """The choice of this number; when there is none, that is said."""
        choices = self.session.view.choices
        found = next((one for one in choices if str(one.number) == number.lstrip("0")), None)
        if found is None:
            self.words(f"There is no choice {number[:9]} here. There are {len(choices)}.")
        return found

    def offer(self) -> None:
        """Print the choices."""
        now = self.session.view
        if now.ending is None:
            say("")
            for one in now.choices:
                say(*folded(f"{one.number:>2}. {choice_words(one)}", self.columns, hang="    "))
            if now.table:
                self.table().lies()

    def coached(self, training: Training) -> None:
        """What training mode shows at once."""
        finesse = f"{training.finesse:+d}" if training.asked else "none"
        marks = f"Marks: courage {training.courage:+d}, finesse {finesse}, fit {training.fit:+d}."
        self.words(marks if training.counted else "Marks: taken before, counts once.")
        if training.coach:
            self.words(f"The coach: {training.coach}")

    def notebook(self) -> None:
        """People, facts, kept lines."""
        now = self.session.view
        say("", "Notebook")
        self.listed("You have met:", [who(one) for one in now.met])
        facts = [f"{one.says} ({', '.join(one.sources)})" if one.sources else one.says for one in now.facts]
        self.listed("You know:", facts)
        self.listed("Lines you kept:", [f"“{line}”" for line in self.session.kept])

    def listed(self, head: str, rows: list[str]) -> None:
        """A heading and its rows, or that there is nothing yet."""
        say(
            head
            if rows
            else f"{head} nothing yet."
            if head != "You have met:"
            else "You have met nobody yet."
        )
        for row in rows:
            say(*folded(f"  - {row}", self.columns, hang="    "))

    def letter(self) -> None:
        """The written offer."""
        now = self.session.view
        if now.letter:
            self.tell(letter(now.letter, now.days_left))
        else:
            self.words("There is no letter yet. A spoken offer is not one.")

    def undo(self) -> None:
        """Take the last choice back."""
        self.session.undo()
        counted = self.session.view.undo == "counted"
        self.words("Taken back. The debrief will say so." if counted else "Taken back.")
        self.again()

    def again(self) -> None:
        """The scene and its choices once more."""
        self.tell(scene(self.session.view))
        self.offer()

    def transcript(self) -> None:
        """Everything so far."""
        self.tell(whole(self.session))

    def keep(self) -> None:
        """Keep what was said last."""
        turns = self.session.play.turns
        told = [tell(self.session.game, turn).said for turn in turns]
        line = next((said.text for said in reversed(told) if said.spoken), None)
        if line is None:
            self.words("You have not said anything yet. k 2 keeps the words of choice 2.")
        else:
            self.keep_line(line)

    def keep_choice(self, number: str) -> None:
        """Keep the words of a choice on offer."""
        if choice := self.choice(number):
            self.keep_line(choice.text)

    def keep_line(self, line: str) -> None:
        """Keep a line."""
        self.session.keep(line)
        self.words(f"Kept in your notebook: “{line}”")

    def help(self) -> None:
        """What can be typed."""
        say("", "Type one of these, then Enter.")
        for key, does in HELP:
            say(*folded(f"{key:<7} {does}", self.columns, hang=" " * 8))
        if self.session.view.table:
            from negotiator.cli.plaintable import KEYS

            for key, does in KEYS:
                say(*folded(f"{key:<7} {does}", self.columns, hang=" " * 8))
        if self.session.game.bargain:
            say(*folded("v       put down what matters most to you, best before the letter", self.columns))

    def words(self, text: str) -> None:
        """A remark that is not part of the story."""
        say("", *folded(text, self.columns))

    def tell(self, passages: Iterable[Passage]) -> None:
        """A piece of the story."""
        say(*plain(passages, self.columns))


def choice_words(choice: ChoiceView) -> str:
    """A choice with its kind, its cost, or why it is not open."""
    said = str(Said(choice.text, choice.spoken))
    if not choice.enabled:
        return f"Not open: {said}" + (f" ({choice.locked})" if choice.locked else "")
    words = KINDS.get(choice.kind, "") + said
    if not choice.days:
        return words
    cost = "1 day" if choice.days == 1 else f"{choice.days} days"
    return f"{words} ({cost}{', more than are left' if choice.overruns else ''})"
