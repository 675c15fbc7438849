"""The notebook: people met, facts with who told them, the letter in short, lines kept."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.state import Learned, Move
from negotiator.game.view import View
from negotiator.tui import doors
from negotiator.tui.ports import Run
from negotiator.tui.screens.reading import Reading
from negotiator.tui.widgets.keyline import Key
from negotiator.tui.widgets.letterpaper import life
from negotiator.tui.widgets.masthead import accent


def tellers(run: Run) -> dict[str, str]:
    """Who told each fact, by its id; where it was found when nobody did."""
    scenario = run.game.scenario
    return {
        event.fact: scenario.people[event.by].name if event.by else scenario.facts[event.fact].found
        for turn in run.play.turns
        for event in turn.events
        if isinstance(event, Learned)
    }


def hanging(head: str, text: Content, width: int) -> Content:
    """`text` beside `head`, its further lines below its first."""
    lines = text.wrap(max(width - len(head), 10))
    return Content("\n").join(
        [Content.assemble(head if at == 0 else " " * len(head), line) for at, line in enumerate(lines)]
    )


class Notebook(Reading[None]):
    """It fills itself; kept lines are the player's own."""

    ABOUT = "Your notebook fills itself. In the story, s keeps the highlighted line for your real talk."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "priorities", "what matters", tooltip="Put down what matters most to you", id="priorities"),
    ]  # fmt: skip

    def __init__(self, run: Run, view: View) -> None:
        super().__init__()
        self._run = run
        self._view = view

    def heading(self) -> str:
        """Whose notebook."""
        return f"Notebook — {self._view.title}"

    def text(self, width: int, /) -> Content:
        """Its parts; each says when it is still empty."""
        now, told = self._view, tellers(self._run)
        facts = [
            hanging(
                "▫ ",
                Content.assemble(fact.says, (f"  ({told[fact.id]})" if told.get(fact.id) else "", "$muted")),
                width,
            )
            for fact in now.facts
        ]
        people = []
        for one in now.met:
            seat = f"  [{one.seat}]" if one.seat and one.seat.lower() != one.title.lower() else ""
            people.append(
                Content.assemble(
                    (one.name, "bold"), (f"  {one.title}" if one.title else "", ""), (seat, "$muted")
                )
            )
        kept = [hanging("▫ ", Content.styled(f"“{line}”", "italic"), width) for line in self._run.kept]
        parts = [
            *self._priorities(),
            self._part("What you know", facts, "Nothing yet. People tell those who ask."),
            self._part("Whom you have met", people, "Nobody yet."),
        ]
        if now.letter:
            terms = [Content.assemble((f"{label}: ", "$muted"), value) for label, value in now.letter.terms]
            left = now.letter.days if now.days_left is None else now.days_left
            parts.insert(
                len(parts) - 1, self._part("The letter", [*terms, Content.styled(life(left), "bold")], "")
            )
        parts.append(self._part("Lines you keep", kept, "None yet. s keeps the highlighted one."))
        return Content("\n\n").join(parts)

    @property
    def _with_deal(self) -> bool:
        return self._run.game.bargain is not None

    def key_line(self) -> tuple[Key, ...]:
        """Without priorities where there is nothing to negotiate."""
        return tuple(key for key in super().key_line() if self._with_deal or key.action != "priorities")

    @property
    def helped(self) -> tuple[Binding, ...]:
        """As the key line."""
        return tuple(one for one in super().helped if self._with_deal or one.id != "priorities")

    def _priorities(self) -> list[Content]:
        if not self._with_deal:
            return []
        deal = self._run.game.scenario.deal
        assert deal is not None
        labels = {name: issue.label for name, issue in deal.issues.items()}
        lines = [
            Content.assemble((f"{place}. ", "$muted"), labels[name])
            for place, name in enumerate(self._run.view.declared, 1)
        ]
        notes = self._run.play.state.notes
        if notes and notes.changed:
            times = "once" if notes.changed == 1 else f"{notes.changed} times"
            lines.append(
                Content.styled(f"Changed {times} after the letter had come; that is logged.", "$muted")
            )
        when = (
            "Best done before the letter comes."
            if self._view.letter is None
            else "The letter is there already."
        )
        return [self._part("What matters most to you", lines, f"Nothing put down yet: m. {when}")]

    def action_priorities(self) -> None:
        """Put down what matters most, where there is something to negotiate."""
        if self._with_deal and self._view.ending is None:
            doors.to_priorities(self.house, self._run, self._declare)
        else:
            self.say(
                "In this story there is nothing to negotiate."
                if not self._with_deal
                else "The story has ended."
            )

    def _declare(self, move: Move | None) -> None:
        if move is None:
            return
        try:
            self._run.move(move)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self._run, error)
            return
        self._draw()

    def _part(self, title: str, lines: list[Content], empty: str) -> Content:
        body = lines or [Content.styled(empty, "$muted")]
        return Content("\n").join([Content.styled(title, f"bold {accent(self._view)}"), *body])
