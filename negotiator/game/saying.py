"""The player's side of a move in words: what is said or done when a choice is taken or a move made at the table."""

from collections.abc import Sequence
from typing import NamedTuple

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.talk import PRIORITIES, Message
from negotiator.game.bargain import Bargain, bargain_of
from negotiator.game.moves import read_issues, read_limit, read_message, read_package, read_question
from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.spoken import who_lifts
from negotiator.game.state import Move


class Saying(NamedTuple):
    """Words of the player, spoken or done."""

    text: str
    spoken: bool
    kind: str
    """question, counter, answer, accept, decline or empty."""


_BECAUSE = {
    Reason.INTEREST: "It is what the work needs from me.",
    Reason.COMPANY: "It is what would serve you best.",
    Reason.MARKET: "It is what the market pays.",
    Reason.FAIRNESS: "It seems only fair.",
    Reason.RELATIONSHIP: "I'd like us both to be glad of it.",
    Reason.RIVAL: "I have another offer.",
}
_ASKED = {
    PRIORITIES: {
        Form.OPEN: "What matters most to you in all this?",
        Form.NEGATIVE: "What worries you most in all this?",
        Form.POSITIVE: "Most of this would be easy for you, I take it?",
        Form.LEADING: "It's really only the money that is difficult, isn't it?",
    },
    "issue": {
        Form.OPEN: "{topic}: what would be best for you there, and how much does it matter?",
        Form.NEGATIVE: "{topic}: where does that hurt you?",
        Form.POSITIVE: "{topic}: that is no trouble for you, I take it?",
        Form.LEADING: "{topic}: surely that doesn't matter much to you?",
    },
    "limit": {
        Form.OPEN: "{topic} Who could change that?",
        Form.NEGATIVE: "{topic} Whom would I have to trouble about that?",
        Form.POSITIVE: "{topic} You could change that, I take it?",
        Form.LEADING: "{topic} Surely there are exceptions?",
    },
    "fact": {
        Form.OPEN: "Tell me about this: {topic}.",
        Form.NEGATIVE: "There is a difficulty about this, I think: {topic}. What is it?",
        Form.POSITIVE: "There is nothing difficult about this, I take it: {topic}?",
        Form.LEADING: "This is all in order, isn't it: {topic}?",
    },
}


def saying_of(game: Game, scene: int, move: Move) -> Saying:
    """The words of a move that was made in a scene (its position)."""
    if move.kind == "choose":
        model = game.places[scene].by_id[move.choice].model
        text = model.words
        return Saying(text, model.say is not None, model.kind or "")
    return _at_table(bargain_of(game), move)


def brief(game: Game, turn: Turn) -> str:
    """The words of a turn's move; of packages only what they change from the player's last one."""
    if turn.move.kind not in ("propose", "offer-set"):
        return saying_of(game, turn.before.scene, turn.move).text
    bargain, talk = bargain_of(game), turn.before.talk
    last = talk.sent[-1][-1] if talk and talk.sent else bargain.deal.letter
    return message_words(bargain, read_message(bargain, turn.move.kind, turn.move.line), last)


def _at_table(bargain: Bargain, move: Move) -> Saying:
    match move.kind:
        case "propose" | "offer-set":
            message = read_message(bargain, move.kind, move.line)
            return Saying(message_words(bargain, message), spoken=False, kind="counter")
        case "ask":
            return Saying(question(bargain, *read_question(bargain, move.line)), spoken=True, kind="question")
        case "tell":
            return Saying(
                _telling(bargain.deal, *read_issues(bargain, move.line)), spoken=True, kind="answer"
            )
        case "pause":
            limit = bargain.deal.limits[read_limit(bargain, move.line)]
            who = who_lifts(bargain, limit) or "whoever may decide it"
            return Saying(f"{limit.reason} Would you take that to {who}?", spoken=True, kind="question")
        case "accept":
            letter = move.line.strip() == "letter"
            text = "I'll take the letter as it stands." if letter else "Yes. That is a deal."
            return Saying(text, spoken=True, kind="accept")
        case "walk":
            return Saying("You thank them for their time, and leave the table.", spoken=False, kind="decline")
        case "try":
            text = f"You try another package: {package_words(bargain.deal, read_package(bargain, move.line))}"
            return Saying(text, spoken=False, kind="")
        case "reveal":
            return Saying("You look at their side of it.", spoken=False, kind="")
        case _:
            return Saying(
                _noted(bargain.deal, move.kind, *read_issues(bargain, move.line)), spoken=False, kind=""
            )


def message_words(bargain: Bargain, message: Message, before: Package | None = None) -> str:
    """A message as a deed: its packages, the reason given, and whether it is the last word.

    With a package that went before only what the new ones change is said.
    """
    packages = [package_words(bargain.deal, one, before) for one in message.packages]
    if message.packages == (before,):
        said = "You propose the same again."
    elif len(packages) == 1:
        said = f"You propose: {packages[0]}"
    else:
        said = "You offer a choice, all the same to you: " + " Or: ".join(packages)
    if message.citing:
        said += f" “{bargain.scenario.facts[message.citing].says}”"
    elif message.reason:
        said += f" “{_BECAUSE[message.reason]}”"
    return f"{said} And you call it your last word." if message.final else said


def package_words(deal: Deal, package: Package, before: Package | None = None) -> str:
    """A package in words: the shape, then what is other than in the letter.

    With a package that went before, only what is other than in that one.
    """
    if before is not None:
        return f"{'; '.join(package_changes(deal, package, before)) or 'No change'}."
    shape = deal.structures[package.structure].label
    terms = package_changes(deal, package, Package(package.structure, deal.letter.options))
    return f"{shape}. {'; '.join(terms)}." if terms else f"{shape}, as in the letter."


def package_changes(deal: Deal, package: Package, before: Package) -> tuple[str, ...]:
    """What a package has other than one that went before, in words: its shape, then term by term."""
    terms = tuple(
        f"{issue.label}: {issue.options[at].label}"
        for issue, at, had in zip(deal.issues, package.options, before.options, strict=True)
        if at != had
    )
    moved = package.structure != before.structure
    return (deal.structures[package.structure].label, *terms) if moved else terms


def question(bargain: Bargain, form: Form, topic: str) -> str:
    """The words of a question."""
    if topic == PRIORITIES:
        return _ASKED[PRIORITIES][form]
    if topic in bargain.issue_at:
        kind, words = "issue", bargain.deal.issues[bargain.issue_at[topic]].label
    elif topic in bargain.limit_ids:
        kind, words = "limit", bargain.deal.limits[bargain.limit_ids.index(topic)].reason
    else:
        kind, words = "fact", bargain.scenario.facts[topic].topic
    return _ASKED[kind][form].replace("{topic}", words)


def _telling(deal: Deal, matters: Sequence[int], spared: Sequence[int]) -> str:
    said = []
    if matters:
        said.append(f"What matters to me: {_labels(deal, matters)}.")
    if spared:
        said.append(f"What I don't need: {_labels(deal, spared)}.")
    return " ".join(said)


def _noted(deal: Deal, kind: str, matters: Sequence[int], least: Sequence[int]) -> str:
    if kind == "declare":
        return f"You put down what matters most to you: {_labels(deal, matters)}."
    last = f"; least: {_labels(deal, least)}" if least else ""
    return f"You guess what matters most to them: {_labels(deal, matters)}{last}."


def _labels(deal: Deal, issues: Sequence[int]) -> str:
    return ", ".join(deal.issues[at].label for at in issues)
