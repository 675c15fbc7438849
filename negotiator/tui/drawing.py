"""Story, turns and endings as styled text. Text of scenarios never passes through markup."""

from textwrap import shorten

from textual.content import Content

from negotiator.game.view import EndingView, View
from negotiator.tui.telling import Told, Training

BREAK = "· · ·"
BEGINS = 136
"""Characters of a message of packages that are shown with its answer: it was read before it was sent."""


def paragraphs(texts: tuple[str, ...], style: str = "") -> Content:
    """Paragraphs with an empty line between them."""
    return Content("\n\n").join([Content.styled(text, style) for text in texts])


def scene(view: View) -> Content:
    """The scene one is in."""
    return paragraphs(view.paragraphs)


def ending(end: EndingView) -> Content:
    """Where the story stopped."""
    return Content("\n\n").join([Content.styled(end.title, "bold"), paragraphs(end.paragraphs)])


def reply(told: Told, accent: str, *, training: bool, whole: bool = False) -> Content:
    """What was said, what came back and what changed; a long message only begins, unless `whole`."""
    said = str(told.said)
    if told.message and not whole:
        said = shorten(said, BEGINS, placeholder=" …")
    parts = [Content.assemble(("▸ ", f"bold {accent}"), (said, f"bold {accent}"))]
    if told.replies:
        parts.append(paragraphs(told.replies))
    if told.notes:
        parts.append(
            Content("\n").join([Content.styled(f"▫ {note}", "italic $muted") for note in told.notes])
        )
    if training and told.training:
        parts.append(coached(told.training))
    return Content("\n\n").join(parts)


def coached(training: Training) -> Content:
    """The three marks and the coach's note, as training mode shows them at once."""
    if training.counted:
        finesse = _signed(training.finesse) if training.asked else "–"
        marks = f"courage {_signed(training.courage)}   finesse {finesse}   fit {_signed(training.fit)}"
    else:
        marks = "taken before: counts once"
    parts = [Content.styled(marks, "bold")]
    if training.coach:
        parts.append(Content.assemble(("The coach: ", "bold $muted"), (training.coach, "$muted")))
    return Content("\n").join(parts)


def turn(told: Told, before: View, after: View, accent: str, *, training: bool) -> Content:
    """A whole turn: the reply, then the new scene, the ending, or what is new in the same scene."""
    parts = [reply(told, accent, training=training)]
    if after.ending:
        parts += [Content.styled(BREAK, "$muted"), ending(after.ending)]
    elif told.moved:
        parts += [Content.styled(BREAK, "$muted"), scene(after)]
    elif fresh := tuple(text for text in after.paragraphs if text not in before.paragraphs):
        parts.append(paragraphs(fresh))
    return Content("\n\n").join([part for part in parts if part])


def _signed(mark: int) -> str:
    return f"+{mark}" if mark > 0 else str(mark)
