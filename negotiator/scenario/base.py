"""What every table of the file is built from: ids, lines, texts, and the closed model."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from negotiator.scenario.text import paragraphs, single_line


class Braces(StrEnum):
    """What may stand in braces in a text."""

    NAMES = "names"
    """People and the player: `{ana}`."""
    STORY = "story"
    """Also what changes while one plays: `{rapport}`, `{days-left}`, shared texts."""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=64)]
Text = Annotated[str, BeforeValidator(paragraphs), Braces.NAMES]
"""Paragraphs that read the same in every play."""
Story = Annotated[str, BeforeValidator(paragraphs), Braces.STORY]
"""Paragraphs that are read in the middle of a play."""
Line = Annotated[str, BeforeValidator(single_line), Braces.NAMES]
"""One line that reads the same in every play."""
Plain = Annotated[str, BeforeValidator(single_line)]
"""One line in which a brace is a brace: names themselves, and lines with slots of their own."""
CONDITION = "condition"
Condition = Annotated[str, CONDITION]
"""Read by `conditions.parse`."""
Stage = Literal["candidate", "written_offer", "conversation", "decision"]
Seat = Literal["recruiter", "hr", "peer", "hiring_manager", "executive", "other"]
Kind = Literal["question", "answer", "counter", "meet", "visit", "wait", "accept", "decline"]
Result = Literal["signed", "declined", "lost", "withdrawn", "expired"]


class Model(BaseModel):
    """A table of the file: unknown keys are refused and nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
