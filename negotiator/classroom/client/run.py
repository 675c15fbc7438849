"""One's run in a class: the same engine and the same file as alone, and beside it what the hub knows of it.

A move is made here, is in the file before it is shown, and is sent when the hub can be reached. The hub's log is the
truth: where it tells another story, the run is taken up from there, and that is said.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.classroom.client import outbox, ticket
from negotiator.classroom.client.known import Known
from negotiator.classroom.client.outbox import Deed
from negotiator.classroom.client.ticket import Ticket
from negotiator.classroom.client.waiting import gate, hindrance, seen
from negotiator.classroom.events import Json
from negotiator.classroom.places import trimmed
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game
from negotiator.game.state import UNDO, Move, choose
from negotiator.game.view import View
from negotiator.runs.session import Origin, Session, fresh, now_utc
from negotiator.scenario.text import clean, single_line


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell the hub."""

    route: str
    client: str
    body: dict[str, Json]
    story: bool
    """Whether it has a number in the story of the chair, and must not overtake another one."""


class ChairRun:
    """The Run of a chair. Its file changes when another attempt begins or the hub's story is taken up."""

    def __init__(self, folder: Path, known: Known, chair: Ticket) -> None:
        """Open the chair's file, or begin one from what the hub knows. `known` has the log.

        Raises:
            RunTrouble: the file is open in another window, or cannot be read or written.
        """
        self.folder = folder
        self.known = known
        self.ticket = chair
        self.notice = ""
        """What has to be said to the player, once."""
        self.changed: Callable[[], None] = lambda: None
        """Called when there is something new to send."""
        self._acknowledged = 0
        """Moves that the hub has acknowledged since its log was last read."""
        self._kept: set[str] = set()
        self._seq = 0
        """The chair's newest number that an answer of the hub has named."""
        self._deeds: list[Deed] = []
        self._session = self._open()
        self.catch_up()

    def _open(self) -> Session:
        path = self.folder / self.ticket.run
        if not self.ticket.run or not path.is_file():
            return self._from_hub()
        session = Session.resume(path, self.game)
        if session.path != path:
            session.settle()
        self._deeds = outbox.deeds(session.path, session.id)
        return session

    def _from_hub(self) -> Session:
        """A file that begins with all the hub knows of the present attempt."""
        chair = self.known.room.chair(self.known.place)
        session = fresh(self.folder, self.game, chair.play, now=now_utc, origin=Origin(), kept=chair.kept)
        session.settle()
        self._deeds = outbox.deeds(session.path, session.id)
        self._note(session, chair.now.number, len(self._deeds), len(self.known.made))
        return session

    def _note(self, session: Session, attempt: int, deeds: int, made: int) -> None:
        self.ticket = replace(self.ticket, run=session.path.name, attempt=attempt, deeds=deeds, made=made)
        ticket.write(self.folder, self.ticket)

    @property
    def id(self) -> str:
        """The file's name."""
        return self._session.id

    @property
    def path(self) -> Path:
        """The file."""
        return self._session.path

    @property
    def game(self) -> Game:
        """The pinned scenario, played as the room plays it."""
        return self.known.room.game

    @property
    def play(self) -> Play:
        """The run so far, whether the hub knows of it yet or not."""
        return self._session.play

    @property
    def kept(self) -> tuple[str, ...]:
        """Lines the player kept."""
        return self._session.kept

    @property
    def waits(self) -> bool:
        """Whether the room holds this chair at a gate."""
        return bool(gate(self.known, self.play))

    @property
    def hindrance(self) -> str:
        """Why nothing can be done at this chair at the moment; empty when something can."""
        return hindrance(self.known, self.play)

    @property
    def view(self) -> View:
        """What may be seen: choices in this chair's order, and before a closed gate only that the room waits."""
        return seen(self.known, self.play)

    def choose(self, choice_id: str) -> Turn:
        """See Run."""
        return self.move(choose(choice_id))

    def move(self, move: Move) -> Turn:
        """See Run. What lies behind a closed gate is not in the turn that leads there."""
        self._may()
        turn = self._session.move(move)
        self._done(move)
        return trimmed(turn) if self.waits else turn

    def undo(self) -> None:
        """See Run."""
        self._may()
        self._session.undo()
        self._done(UNDO)

    def keep(self, line: str) -> None:
        """See Run."""
        if line not in self.kept:
            self._session.keep(line)
            self._done(Move(outbox.KEEP, line=line))

    def _may(self) -> None:
        if why := self.hindrance:
            raise NotPossible(why, "")

    def _done(self, move: Move) -> None:
        self._deeds.append(outbox.numbered(self.id, len(self._deeds) + 1, move))
        self.changed()

    def branch(self, at: int) -> "ChairRun":
        """A further attempt at this chair, from the first `at` turns of the present one."""
        if self.play.state.ending < 0:
            raise NotPossible(
                "In a class one begins again when the story is over.", "Play it to its ending first."
            )
        if self.unsent:
            raise NotPossible(
                "Not everything you did has reached the class yet.", "Wait a moment, then try again."
            )
        before = self._session
        self._session = before.branch(at)
        before.close()
        self._deeds = outbox.deeds(self.path, self.id)
        self._acknowledged = 0
        self._note(self._session, self.ticket.attempt + 1, 0, 0)
        self.changed()
        return self

    def close(self) -> None:
        """The chair is held as long as the app runs: see `put_down`."""

    def put_down(self) -> None:
        """Let go of the file."""
        self._session.close()

    @property
    def _moves(self) -> list[Deed]:
        """What was done to the story in this file, beyond what it began with."""
        return [one for one in self._deeds[self.ticket.deeds :] if one.move.kind != outbox.KEEP]

    @property
    def _theirs(self) -> list[Move]:
        """What the hub knows of it, beyond what the file began with."""
        behind = self.known.room.chair(self.known.place).now.number < self.ticket.attempt
        return [] if behind else self.known.made[self.ticket.made :]

    @property
    def unsent(self) -> list[Message]:
        """What the hub does not know of yet, in order."""
        found: list[Message] = []
        number = self.known.room.chair(self.known.place).now.number
        if number < self.ticket.attempt and not self._acknowledged:
            found.append(Message("/api/retry", f"{self.id}-retry", {}, story=True))
        skip = len(self._theirs) + max(self._acknowledged - (number < self.ticket.attempt), 0)
        found += [
            Message("/api/move", one.client, {"move": dict(one.move._asdict())}, story=True)
            for one in self._moves[skip:]
        ]
        found += [
            Message("/api/keep", one.client, {"line": one.move.line}, story=False)
            for one in self._deeds
            if one.move.kind == outbox.KEEP and not (self.known.has(one.client) or one.client in self._kept)
        ]
        return found

    @property
    def next_seq(self) -> int:
        """The number that the next event of this chair has, as far as is known here."""
        return max(self.known.room.chair(self.known.place).seq, self._seq) + 1

    def acknowledge(self, message: Message, seq: int) -> None:
        """The hub has it on its disk, as number `seq` of the chair."""
        self._seq = max(self._seq, seq)
        if message.story:
            self._acknowledged += 1
        else:
            self._kept.add(message.client)

    def catch_up(self) -> bool:
        """Bring the run and the hub's log together; whether anything of the story changed here.

        Where the hub is further on, its moves are made here too. Where it tells another story, that one is taken up.
        """
        self._acknowledged = 0
        self._kept.clear()
        number = self.known.room.chair(self.known.place).now.number
        ours, theirs = [one.move for one in self._moves], self._theirs
        if number <= self.ticket.attempt and same(ours[: len(theirs)], theirs):
            return False
        if number == self.ticket.attempt and same(theirs[: len(ours)], ours):
            for move in theirs[len(ours) :]:
                self._follow(move)
            self.notice = "Your chair has moved on: from another device, or by the instructor."
            return True
        agree = next((at for at in range(len(ours)) if not same(ours[: at + 1], theirs[: at + 1])), len(ours))
        lost = len(ours) - agree
        self.take_theirs(
            f"{_moves_of(lost)} not counted: your chair has gone another way meanwhile. This is where it is."
        )
        return True

    def _follow(self, move: Move) -> None:
        if move == UNDO:
            self._session.undo()
        else:
            self._session.move(move)
        self._deeds.append(outbox.numbered(self.id, len(self._deeds) + 1, move))

    def take_theirs(self, why: str) -> None:
        """Go on from what the hub knows; the old file stays beside the new one."""
        self._session.close()
        self._session = self._from_hub()
        self._acknowledged = 0
        self._kept.clear()
        self.notice = why


def same(one: list[Move], other: list[Move]) -> bool:
    """Whether two courses of moves are the same; the hub keeps each on one clean line."""
    return [_plain(move) for move in one] == [_plain(move) for move in other]


def _plain(move: Move) -> Move:
    return move._replace(line=str(single_line(clean(move.line))))


def _moves_of(lost: int) -> str:
    return "One decision was" if lost == 1 else f"{lost} decisions were" if lost else "What you did was"
