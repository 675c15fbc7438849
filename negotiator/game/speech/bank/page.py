"""How the bank is written down: one line of speech a line, grouped by situation and mood."""

from collections.abc import Mapping

from negotiator.game.speech.situations import Mood, Situation

Bank = Mapping[tuple[Situation, Mood], tuple[str, ...]]


def spoken(pages: Mapping[Situation, Mapping[Mood, str]]) -> Bank:
    """
    The lines by situation and mood, in the order written; a backslash carries a line on.

    They fit any person and any deal: no pronoun for the speaker, no number, no claim about what something is
    worth. An option stands alone ("{term}: {option}."), no verb has to agree with a term, and what an author
    wrote as the narrator ({reason}, {fact}, {topic}) stays outside the quotation marks.
    """
    return {
        (situation, mood): tuple(" ".join(line.split()) for line in page.splitlines() if line.strip())
        for situation, moods in pages.items()
        for mood, page in moods.items()
    }
