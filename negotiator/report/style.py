"""The styles that stand in every page."""

from importlib.resources import files


def stylesheet() -> str:
    """The style sheet, which comes with the program."""
    text = (files("negotiator.report") / "page.css").read_text("utf-8")
    # It stands inside a style element, which a "<" could end.
    assert "<" not in text
    return text


def colours() -> str:
    """The colours alone, by light and by dark: what a drawing needs that stands by itself."""
    return stylesheet().split("* {", 1)[0]
