"""`negotiator graph FILE`: the story as a map: text, a drawing, or a graph for other programs."""

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a scenario file")
    parser.add_argument(
        "--format",
        choices=("text", "svg", "mermaid", "dot", "json"),
        default="text",
        help="text (default), a drawing (svg), or for other programs: mermaid, dot, json",
    )
    parser.add_argument("--out", metavar="FILE", help="write it into this file")


def run(args: argparse.Namespace) -> int:
    """Draw the map of a scenario.

    Raises:
        NegotiatorError: the file has errors in it, or the map cannot be written.
    """
    from negotiator.analysis.provedmap import proved_map
    from negotiator.cli.writing import hand_over, hand_over_data
    from negotiator.game.compiling import compile_game
    from negotiator.scenario.loader import require

    story, _ = proved_map(compile_game(require(args.file)))
    match args.format:
        case "svg":
            from negotiator.report.storymap_svg import story_svg

            text = story_svg(story)
        case "mermaid":
            from negotiator.report.storymap_export import mermaid

            text = mermaid(story)
        case "dot":
            from negotiator.report.storymap_export import dot

            text = dot(story)
        case "json":
            from negotiator.report.storymap_data import story_data

            return hand_over_data(story_data(story), args.out)
        case _:
            from negotiator.cli.output import width
            from negotiator.report.storymap_text import story_lines

            text = "\n".join(story_lines(story, width())) + "\n"
    return hand_over(text, args.out, markup=args.format == "svg")
