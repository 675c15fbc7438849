"""Moves at the table as lines of words: how a script, a log and a person write them, and how they are read.

propose STRUCTURE issue=option … [because=REASON] [citing=FACT] [final=yes]
offer-set STRUCTURE issue=option … | STRUCTURE issue=option … [because=REASON] [citing=FACT] [final=yes]
ask FORM TOPIC
tell ISSUE … -ISSUE …
"""

from collections.abc import Iterable, Mapping

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.talk import Message
from negotiator.game.bargain import Bargain
from negotiator.game.impossible import NotPossible
from negotiator.scenario.meaning import suggest

MOST_PACKAGES = 3
SAID_WITH = ("because", "citing", "final")
"""Keys of a message that are no issues."""
LONGEST = 4000
"""Characters of a line."""


def read_package(bargain: Bargain, text: str) -> Package:
    """A package from "revised base=k196 title=senior"; what is not named stays as in the letter.

    Raises:
        NotPossible: a name is not known, or the shape does not allow the option.
    """
    words = text.split()
    if not words:
        raise NotPossible("A package begins with its structure.", _there_are(bargain.shape_at))
    structure = _known(words[0], bargain.shape_at, "structure")
    options = list(bargain.default(structure).options)
    for word in words[1:]:
        name, mark, value = word.partition("=")
        if not mark:
            raise NotPossible(
                f"'{word}' is no term.", "A term is written issue=option, for example base=k190."
            )
        issue = _known(name, bargain.issue_at, "issue")
        option = _known(value, bargain.option_at[issue], f"option of {name}")
        allowed = bargain.deal.structures[structure].only.get(issue)
        if allowed is not None and option not in allowed:
            ids = [one.id for at, one in enumerate(bargain.deal.issues[issue].options) if at in allowed]
            raise NotPossible(f"In '{words[0]}' there is no {name}={value}.", _there_are(ids))
        options[issue] = option
    return Package(structure, tuple(options))


def read_message(bargain: Bargain, kind: str, line: str) -> Message:
    """A message from the line of `propose` or `offer-set`.

    Raises:
        NotPossible: it is no message; the hint says how one is written.
    """
    if len(line) > LONGEST:
        raise NotPossible("This message is too long.", "Name only the terms that differ from the letter.")
    said: dict[str, str] = {}
    parts: list[str] = []
    for part in line.split("|"):
        terms = []
        for word in part.split():
            key, mark, value = word.partition("=")
            if mark and key in SAID_WITH and key not in bargain.issue_at:
                said[key] = value
            else:
                terms.append(word)
        parts.append(" ".join(terms))
    packages = tuple(read_package(bargain, part) for part in parts)
    _count(kind, packages)
    return Message(packages, *_with(bargain, said))


def _count(kind: str, packages: tuple[Package, ...]) -> None:
    if kind == "propose" and len(packages) != 1:
        raise NotPossible("To propose is to send one package.", "Two or three go with offer-set.")
    if kind == "offer-set" and not 2 <= len(packages) <= MOST_PACKAGES:
        raise NotPossible("An offer-set has two or three packages, divided by |.", "One goes with propose.")
    if len(set(packages)) < len(packages):
        raise NotPossible("Two of these packages are the same.", "Let them differ in at least one term.")


def _with(bargain: Bargain, said: Mapping[str, str]) -> tuple[Reason, str, bool]:
    reasons = [reason.value for reason in Reason if reason]
    reason = said.get("because", "")
    if reason and reason not in reasons:
        raise NotPossible(f"There is no reason '{reason}'.", suggest(reason, reasons) or _there_are(reasons))
    citing = said.get("citing", "")
    if citing and citing not in bargain.scenario.facts:
        facts = bargain.scenario.facts
        raise NotPossible(f"There is no fact '{citing}'.", suggest(citing, facts))
    if citing and not reason:
        reason = Reason.COMPANY.value
    return Reason(reason), citing, said.get("final") in ("yes", "true")


def read_question(bargain: Bargain, line: str) -> tuple[Form, str]:
    """Form and topic of a question. Without a form it is an open one.

    Raises:
        NotPossible: form or topic is not known.
    """
    words = line.split()
    forms = [form.value for form in Form]
    if len(words) == 1:
        words.insert(0, Form.OPEN.value)
    if len(words) != 2:
        raise NotPossible("A question is: ask FORM TOPIC.", _there_are(forms))
    form, topic = words
    if form not in forms:
        raise NotPossible(f"There is no form '{form}'.", suggest(form, forms) or _there_are(forms))
    topics = bargain.topics()
    if topic not in topics:
        raise NotPossible(f"There is no topic '{topic}' here.", suggest(topic, topics) or _there_are(topics))
    return Form(form), topic


def read_issues(bargain: Bargain, line: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Issues named, and issues named with a minus, each in the order they are said.

    Raises:
        NotPossible: none is named, one is not known, or one is named both ways.
    """
    words = line.split()
    if not words:
        raise NotPossible("No issue is named.", _there_are(bargain.issue_at))
    plus = [_known(word, bargain.issue_at, "issue") for word in words if not word.startswith("-")]
    minus = [_known(word[1:], bargain.issue_at, "issue") for word in words if word.startswith("-")]
    if set(plus) & set(minus):
        raise NotPossible("One issue is named both ways.", "Say it with a minus or without.")
    return tuple(dict.fromkeys(plus)), tuple(dict.fromkeys(minus))


def read_limit(bargain: Bargain, line: str) -> int:
    """Position of a limit.

    Raises:
        NotPossible: it is not known.
    """
    return _known(line.strip(), {name: at for at, name in enumerate(bargain.limit_ids)}, "limit")


def said_package(bargain: Bargain, package: Package) -> str:
    """The words of a package: its structure and every term that is not the shape's own default."""
    deal = bargain.deal
    usual = bargain.default(package.structure)
    terms = [
        f"{issue.id}={issue.options[at].id}"
        for issue, at, plain in zip(deal.issues, package.options, usual.options, strict=True)
        if at != plain
    ]
    return " ".join([deal.structures[package.structure].id, *terms])


def said_message(bargain: Bargain, message: Message) -> tuple[str, str]:
    """Kind and line of the move that sends a message."""
    line = " | ".join(said_package(bargain, one) for one in message.packages)
    if message.reason:
        line += f" because={message.reason}"
    if message.citing:
        line += f" citing={message.citing}"
    if message.final:
        line += " final=yes"
    return ("propose" if len(message.packages) == 1 else "offer-set"), line


def _known(name: str, known: Mapping[str, int], what: str) -> int:
    if name not in known:
        raise NotPossible(
            f"There is no {what} '{name[:40]}'.", suggest(name[:40], known) or _there_are(known)
        )
    return known[name]


def _there_are(names: Iterable[str]) -> str:
    return f"There are: {', '.join(names)}"
