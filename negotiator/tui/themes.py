"""Three themes of our own, each with the accent of a candidate and that of the catbird seat."""

from dataclasses import dataclass

from textual.theme import Theme


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, as hex strings."""

    ground: str
    ink: str
    muted: str
    """Quiet text: still read, so held to the same contrast."""
    line: str
    """Rules and pips; never the only carrier of a meaning."""
    candidate: str
    """The accent until the written offer."""
    seat: str
    """The accent from the written offer on."""
    alarm: str
    lifted: str
    """Ground of what lies above: panels, the highlighted row."""
    paper: str
    """The letter."""
    paper_ink: str
    paper_muted: str


PALETTES = {
    "dusk": Palette(
        ground="#14161f",
        ink="#dcd9cf",
        muted="#9c9dab",
        line="#4a4e61",
        candidate="#93bce0",
        seat="#ecbc62",
        alarm="#f09a8a",
        lifted="#1e212d",
        paper="#efe6d2",
        paper_ink="#2a2620",
        paper_muted="#675d4c",
    ),
    "paper": Palette(
        ground="#f6f1e5",
        ink="#2b2722",
        muted="#665e53",
        line="#bfb39b",
        candidate="#245a86",
        seat="#8a4a08",
        alarm="#a1291b",
        lifted="#ebe4d3",
        paper="#fffdf7",
        paper_ink="#2b2722",
        paper_muted="#6b6255",
    ),
    "contrast": Palette(
        ground="#000000",
        ink="#ffffff",
        muted="#d0d0d0",
        line="#9a9a9a",
        candidate="#8fd6ff",
        seat="#ffd75f",
        alarm="#ffb0a0",
        lifted="#1a1a1a",
        paper="#ffffff",
        paper_ink="#000000",
        paper_muted="#3a3a3a",
    ),
}
"""Which texts stand on which ground is said by `pairs`."""

NAMES = tuple(PALETTES)
DEFAULT = "dusk"


def pairs(palette: Palette) -> dict[str, tuple[str, str]]:
    """Every pair of text and ground that a screen draws, by a name for the test's report."""
    on_ground = {
        f"{name} on {where}": (text, ground)
        for where, ground in (("ground", palette.ground), ("lifted", palette.lifted))
        for name, text in (
            ("ink", palette.ink),
            ("muted", palette.muted),
            ("candidate", palette.candidate),
            ("seat", palette.seat),
            ("alarm", palette.alarm),
        )
    }
    on_paper = {
        "ink on paper": (palette.paper_ink, palette.paper),
        "muted on paper": (palette.paper_muted, palette.paper),
    }
    return on_ground | on_paper


def theme(name: str) -> Theme:
    """The theme as Textual takes it; our own colours are variables of the stylesheets."""
    colours = PALETTES[name]
    return Theme(
        name=name,
        primary=colours.candidate,
        secondary=colours.muted,
        accent=colours.candidate,
        warning=colours.seat,
        error=colours.alarm,
        success=colours.candidate,
        foreground=colours.ink,
        background=colours.ground,
        surface=colours.ground,
        panel=colours.lifted,
        dark=name != "paper",
        variables={
            "ground": colours.ground,
            "ink": colours.ink,
            "muted": colours.muted,
            "line": colours.line,
            "candidate": colours.candidate,
            "seat": colours.seat,
            "alarm": colours.alarm,
            "lifted": colours.lifted,
            "paper": colours.paper,
            "paper-ink": colours.paper_ink,
            "paper-muted": colours.paper_muted,
            "text-muted": colours.muted,
            "block-cursor-background": colours.lifted,
            "block-cursor-foreground": colours.candidate,
            "scrollbar": colours.line,
            "scrollbar-hover": colours.muted,
            "scrollbar-active": colours.muted,
            "scrollbar-background": colours.ground,
            "scrollbar-background-hover": colours.ground,
            "scrollbar-background-active": colours.ground,
            "border": colours.line,
            "border-blurred": colours.line,
        },
    )
