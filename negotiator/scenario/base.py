"""What every table of the file is built from: ids, lines, texts, and the closed model."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from negotiator.scenario.text import paragraphs, single_line

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=64)]
Text = Annotated[str, BeforeValidator(paragraphs)]
Line = Annotated[str, BeforeValidator(single_line)]
Stage = Literal["candidate", "written_offer", "conversation", "decision"]
Seat = Literal["recruiter", "hr", "peer", "hiring_manager", "executive", "other"]
Kind = Literal["question", "answer", "counter", "meet", "visit", "wait", "accept", "decline"]
Result = Literal["signed", "declined", "lost", "withdrawn", "expired"]


class Model(BaseModel):
    """A table of the file: unknown keys are refused and nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
