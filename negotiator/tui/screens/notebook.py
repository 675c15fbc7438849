"""The notebook: people met, facts with who told them, the letter in short, lines kept."""

from textual.content import Content

from negotiator.game.state import Learned
from negotiator.game.view import View
from negotiator.tui.ports import Run
from negotiator.tui.screens.reading import Reading
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


class Notebook(Reading):
    """It fills itself; kept lines are the player's own."""

    ABOUT = "Your notebook fills itself. In the story, s keeps the highlighted line for your real talk."

    def __init__(self, run: Run, view: View) -> None:
        super().__init__()
        self._run = run
        self._view = view

    def heading(self) -> str:
        """Whose notebook."""
        return f"Notebook — {self._view.title}"

    def text(self, width: int) -> Content:
        """Four parts; each says when it is still empty."""
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
            self._part("What you know", facts, "Nothing yet. People tell those who ask."),
            self._part("Whom you have met", people, "Nobody yet."),
        ]
        if now.letter:
            terms = [Content.assemble((f"{label}: ", "$muted"), value) for label, value in now.letter.terms]
            left = now.letter.days if now.days_left is None else now.days_left
            parts.insert(1, self._part("The letter", [*terms, Content.styled(life(left), "bold")], ""))
        parts.append(self._part("Lines you keep", kept, "None yet. s keeps the highlighted one."))
        return Content("\n\n").join(parts)

    def _part(self, title: str, lines: list[Content], empty: str) -> Content:
        body = lines or [Content.styled(empty, "$muted")]
        return Content("\n").join([Content.styled(title, f"bold {accent(self._view)}"), *body])
