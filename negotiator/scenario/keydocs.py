"""What each key of the format is for: the docstrings of the models, read from their source when they are wanted."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from negotiator.scenario.base import Model

EXACTLY_ONE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Choice": (("say", "do"), ("goto", "outcomes")),
    "Alternative": (("worth", "points"),),
}
"""By the name of the model: pairs of keys of which a table has exactly one."""


def about(kind: type[Model]) -> str:
    """What a table is for, in one paragraph."""
    return " ".join((kind.__doc__ or "").split())


def key_docs(kind: type[Model]) -> dict[str, str]:
    """What each key of a table is for, by the key as the author writes it. Every key has a sentence."""
    said: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if issubclass(one, Model) and one is not Model:
            said |= _docstrings(one.__module__).get(one.__name__, {})
    return {info.alias or name: said[name] for name, info in kind.model_fields.items()}


@cache
def _docstrings(module: str) -> dict[str, dict[str, str]]:
    """For every class of a module the docstrings below its fields."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {one.name: dict(_below_fields(one)) for one in tree.body if isinstance(one, ast.ClassDef)}


def _below_fields(table: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(table.body, table.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield field.target.id, " ".join(str(below.value.value).split())
