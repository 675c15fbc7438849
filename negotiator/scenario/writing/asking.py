"""What a condition names, by the places of the names in its text."""

import re
from collections.abc import Iterator

from negotiator.scenario.conditions import Call, Compare, Expr, Junction, Name, Not
from negotiator.scenario.findings import Path
from negotiator.scenario.meaning import FLAG, LETTER, STRUCTURE, Names
from negotiator.scenario.writing.things import Kind, Thing

Asked = tuple[Thing, int, int]
"""A thing, and the offset and length of its id in the text of the condition."""

_PART = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_ONE_NAME = {
    "knows": (Kind.FACT, ("facts",)),
    "visited": (Kind.SCENE, ("scenes",)),
    "visits": (Kind.SCENE, ("scenes",)),
    "trust": (Kind.PERSON, ("people",)),
    "agreed": (Kind.ISSUE, ("deal", "issues")),
}


def asked(expr: Expr, text: str, names: Names) -> Iterator[Asked]:
    """Every name in a condition that is an id; `expr` is what `text` parses to."""
    if isinstance(expr, Junction):
        for term in expr.terms:
            yield from asked(term, text, names)
    elif isinstance(expr, Not):
        yield from asked(expr.term, text, names)
    elif isinstance(expr, Compare):
        yield from _side(expr.left, expr.right, text, names)
        yield from _side(expr.right, expr.left, text, names)
    elif isinstance(expr, Call):
        yield from _call(expr, text)
    elif isinstance(expr, Name) and expr.text in names.states:
        yield _at(Thing(Kind.STATE, ("state", expr.text)), expr)


def _side(node: Expr, other: Expr, text: str, names: Names) -> Iterator[Asked]:
    """One side of a comparison: a name may be a word of the other side, also where a state has that name."""
    if isinstance(node, Name) and node.text not in FLAG and (above := _words(node.text, other, names)):
        kind, path = above
        yield _at(Thing(kind, (*path, node.text)), node)
    else:
        yield from asked(node, text, names)


def _words(word: str, other: Expr, names: Names) -> tuple[Kind, Path] | None:
    """Whose word it is, when the other side of a comparison has such a word."""
    if isinstance(other, Call) and other.function == "agreed":
        issue = other.argument.text
        if issue == LETTER or word not in names.terms.get(issue, ()):
            return None
        if issue == STRUCTURE:
            return Kind.STRUCTURE, ("deal", "structures")
        return Kind.OPTION, ("deal", "issues", issue, "options")
    if isinstance(other, Name) and not other.quoted:
        words = names.states.get(other.text, ())
        if words != FLAG and word in words:
            return Kind.WORD, ("state", other.text)
    return None


def _call(node: Call, text: str) -> Iterator[Asked]:
    start = node.argument.at
    parts = [
        (match.group(), start + match.start(), match.end() - match.start())
        for match in _PART.finditer(text[start : start + node.argument.length])
    ]
    if node.function == "chose" and len(parts) == 2:
        (scene, *scene_at), (choice, *choice_at) = parts
        yield Thing(Kind.SCENE, ("scenes", scene)), scene_at[0], scene_at[1]
        yield Thing(Kind.CHOICE, ("scenes", scene, "choices", choice)), choice_at[0], choice_at[1]
    elif node.function in _ONE_NAME and len(parts) == 1:
        kind, above = _ONE_NAME[node.function]
        name, at, length = parts[0]
        if node.function != "agreed" or name not in (STRUCTURE, LETTER):
            yield Thing(kind, (*above, name)), at, length


def _at(thing: Thing, name: Name) -> Asked:
    return (thing, name.at + 1, name.length - 2) if name.quoted else (thing, name.at, name.length)
