"""A debrief as a Markdown page."""

import re

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.wording import ARC, OUTCOMES, alternative, marks, noted, said

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")


def debrief_markdown(debrief: Debrief) -> str:
    """The whole debrief; story text is escaped, so it reads as it was written."""
    out = [f"# {escape(debrief.title)}", f"**{escape(debrief.sentence)}**", escape(debrief.story)]
    if debrief.ending:
        out.append(f"Outcome: {OUTCOMES[debrief.ending.outcome]}.")
    if debrief.ending_coach:
        out.append(f"> {escape(debrief.ending_coach)}")
    turning = next((one for one in debrief.decisions if one.number == debrief.turning), None)
    if turning:
        out += ["## The turning point", *_decision(turning)]
    out.append("## Courage, finesse, fit")
    for gauge in debrief.gauges:
        number = "" if gauge.score is None else f" ({gauge.score} of 100)"
        terms = "".join(
            f"\n  - {term.mark:+d} {escape(term.text)} (decision {term.decision})" for term in gauge.terms
        )
        out.append(f"- **{gauge.name.capitalize()}**: {gauge.band}{number}{terms}")
    if not debrief.scores.proved:
        out.append("These scores are held against the widest range seen in sample plays, not a proved one.")
    out.append(f"## You learned {len(debrief.learned)} of {debrief.facts_in_all} things")
    out += [f"- {escape(noted(fact))}" for fact in debrief.learned]
    if debrief.wanted:
        out.append("## What they wanted")
        out += [f"- **{escape(one.person.name)}**: {escape(one.wants)}" for one in debrief.wanted]
    out.append("## Decision by decision")
    for decision in debrief.decisions:
        out += _decision(decision)
    if debrief.undone:
        out.append(f"Taken back: {debrief.undone}.")
    return "\n\n".join(out) + "\n"


def _decision(decision: Decision) -> list[str]:
    place = f", {escape(decision.place)}" if decision.place else ""
    out = [
        f"### {decision.number}. {ARC[decision.stage].capitalize()}{place}",
        f"**{escape(said(decision))}**",
    ]
    out += [escape(reply) for reply in decision.replies]
    out += [f"- Noted: {escape(noted(fact))}" for fact in decision.learned]
    out.append(f"*{marks(decision)}*")
    if decision.coach:
        out.append(f"> {escape(decision.coach)}")
    if decision.others:
        out.append("\n".join(f"- or: {escape(alternative(other))}" for other in decision.others))
    return out


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "\n\n".join(
        _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", paragraph)) for paragraph in text.split("\n\n")
    )
