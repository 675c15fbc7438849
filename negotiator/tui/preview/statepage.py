"""Another state: values, facts and days, one a row, changed with the arrows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.elsewhere import Moment
from negotiator.game.rules import Game
from negotiator.game.typed import DAYS, REACHED, allowed
from negotiator.scenario.meaning import FLAG, Names
from negotiator.scenario.models import STAGES, Number, Value
from negotiator.scenario.wording import written
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room


class StatePage(Board[Moment]):
    """Leaves the changed moment behind."""

    ABOUT = (
        "Everything the conditions of a story look at, set by hand. Enter goes on in the same scene with what "
        "stands here; in the story, u takes it back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "go on so", tooltip="Go on with what stands here", id="done"),
        Binding("right,plus", "step(1)", "change", key_display="← →", tooltip="The next value (left: the one before)", id="step"),
        Binding("left,minus", "step(-1)", "change back", show=False, id="step-back"),
        Binding("space", "step(1)", "turn over", show=False, id="turn-over"),
    ]  # fmt: skip
    FOOT = (4, 4)

    def __init__(self, game: Game, moment: Moment) -> None:
        super().__init__()
        self._game = game
        self._moment = moment
        extra = [DAYS] if moment.days is not None else []
        self._rows: list[tuple[str, str]] = [
            *(("state", name) for name in game.state_ids),
            *(("more", name) for name in (*extra, REACHED)),
            *(("fact", name) for name in game.fact_ids),
        ]

    def count(self) -> int:
        """Rows."""
        return len(self._rows)

    def heading(self) -> tuple[Content, Content]:
        """Where."""
        return Content.styled("The state", "bold $ink"), Content.styled(f"in {self._moment.scene}", "$muted")

    def blocks(self, room: Room) -> Sequence[Block]:
        """States, days and stage, facts."""
        found: list[Block] = []
        longest = min(max((len(name) for _, name in self._rows), default=0), room.width // 2)
        section = ""
        for at, (kind, name) in enumerate(self._rows):
            if kind == "fact" and section != kind:
                found.append(Block((Content.styled(" Facts", "$muted"),)))
            section = kind
            here = at == self.cursor
            label = Content.styled(name, "bold $seat" if here else "$ink").truncate(longest, ellipsis=True)
            said = Content.styled(self._said(kind, name), "bold")
            line = Content.assemble(label.pad_right(longest - label.cell_length), "  ", said)
            found.append(
                Block((pointed(line.truncate(max(room.width - 3, 8), ellipsis=True), here=here),), at)
            )
        return found

    def _said(self, kind: str, name: str) -> str:
        if kind == "fact":
            return "✓ known" if name in self._moment.facts else "· not known"
        value = self._value(name)
        return written(value).replace("_", " ")

    def _value(self, name: str) -> Value:
        if name == REACHED:
            return self._moment.reached
        if name == DAYS:
            return self._moment.days or 0
        return self._moment.values[name]

    def foot(self, room: Room) -> Sequence[Content]:
        """What the highlighted thing is, or can be."""
        kind, name = self._rows[self.cursor]
        if kind == "fact":
            said = self._game.scenario.facts[name].says
        elif kind == "state":
            said = f"{name} can be: {allowed(self._game, name)}"
        elif name == DAYS:
            said = f"Days the offer has left: 0 to {self._game.days}"
        else:
            said = "The furthest stage so far: " + ", ".join(STAGES).replace("_", " ")
        return wrapped(said, room.width, "$muted", room.lines)

    def action_step(self, by: int) -> None:
        """The next value, or the one before."""
        kind, name = self._rows[self.cursor]
        now = self._moment
        if kind == "fact":
            self._moment = replace(now, facts=now.facts ^ {name})
        elif name == DAYS:
            days = min(max((now.days or 0) + by, 0), self._game.days)
            self._moment = replace(now, days=days)
        elif name == REACHED:
            at = min(max(STAGES.index(now.reached) + by, 0), len(STAGES) - 1)
            self._moment = replace(now, reached=STAGES[at])
        else:
            self._moment = replace(now, values=self._stepped(now.values, name, by))
        self.draw()

    def _stepped(self, values: Mapping[str, Value], name: str, by: int) -> dict[str, Value]:
        var, value = self._game.scenario.state[name], values[name]
        words = Names.of(self._game.scenario).states[name]
        after: Value
        if isinstance(var, Number):
            after = min(max(int(value) + by, var.min), var.max)
        elif words == FLAG:
            after = not value
        else:
            after = words[(words.index(str(value)) + by) % len(words)]
        return {**values, name: after}

    def action_done(self) -> None:
        """Go on with it."""
        self.dismiss(self._moment)
