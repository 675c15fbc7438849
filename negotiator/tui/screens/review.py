"""What one would say, to be read once more before it is said."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.state import Move
from negotiator.tui.attable import AtTable
from negotiator.tui.draft import Draft, barred_terms, unequal
from negotiator.tui.screens.reading import Reading
from negotiator.tui.widgets.keyline import Key
from negotiator.tui.wording import FINAL
from negotiator.tui.worth import against_staying, amount, of_wish

WARNED = "bold $alarm"


def before_saying(here: AtTable, move: Move, draft: Draft) -> Content:
    """The words, what they are worth to the player, and what speaks against them.

    Raises:
        NotPossible: the message makes no sense.
    """
    table = here.table
    # Packages to choose from are easier to tell apart on lines of their own.
    parts = [Content(here.said(move).replace(" Or: ", "\n\nOr: "))]
    worths = [table.own(one.structure, one.options) for one in draft.packages]
    staying = f"staying where you are: {amount(table, table.alternative)}"
    if len(worths) == 1:
        words = [Content(f"Worth to you: {of_wish(table, worths[0])}; {staying}.")]
    else:
        each = " or ".join(amount(table, own) for own in worths)
        words = [Content(f"Worth to you: {each} of your wish; {staying}.")]
    words += [Content.styled(one, WARNED) for one in _warnings(here, draft, min(worths))]
    return Content("\n\n").join([*parts, Content("\n").join(words)])


def _warnings(here: AtTable, draft: Draft, least: int) -> list[str]:
    found = []
    if warning := against_staying(here.table, least):
        found.append(f"{warning}.")
    if unequal(here.table, draft):
        found.append("≠ These packages are not worth the same to you, and you offer them as if they were.")
    limits = {limit.id: limit for limit in here.table.limits}
    barred: dict[str, list[str]] = {}
    for package in draft.packages:
        for at, limit in barred_terms(here.table, package):
            barred.setdefault(limit, []).append(here.table.terms[at].label)
    for limit, labels in barred.items():
        named = ", ".join(dict.fromkeys(labels))
        found.append(f"x Not for {here.name} to grant: {named}. {limits[limit].reason}")
    if draft.final:
        found.append(FINAL)
    return found


def before_leaving(here: AtTable, move: Move) -> Content:
    """What is left behind by leaving the table."""
    table = here.table
    left = [f"Staying where you are: {amount(table, table.alternative)}. {table.alternative_says}".rstrip()]
    if table.history[-1].by != "letter":
        theirs = [one.package for one in table.history if one.by == "them"]
        left += [f"{here.name}’s latest package: {of_wish(table, theirs[-1].own)}."] if theirs else []
    left.append(f"The letter: {of_wish(table, table.history[0].package.own)}.")
    words = [Content.styled("What you leave on the table", "$muted"), *map(Content, left)]
    return Content("\n\n").join([Content(here.said(move)), Content("\n").join(words)])


class Review(Reading[bool]):
    """Enter says it, Esc goes back to change it."""

    ABOUT = "What you would say. Enter says it; Esc goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "agree", "say it", tooltip="Say it: it cannot be unsaid at the table", id="agree"),
    ]

    def __init__(self, heading: str, text: Content, verb: str = "say it") -> None:
        """`verb` is what Enter does."""
        super().__init__()
        self._verb = verb
        self._heading = heading
        self._text = text

    def heading(self) -> str:
        """What this is about."""
        return self._heading

    def text(self, _width: int, /) -> Content:
        """The words."""
        return self._text

    def key_line(self) -> tuple[Key, ...]:
        """Enter with its verb."""
        return tuple(
            key._replace(label=self._verb) if key.key == "enter" else key for key in super().key_line()
        )

    def action_agree(self) -> None:
        """Say it."""
        self.dismiss(True)
