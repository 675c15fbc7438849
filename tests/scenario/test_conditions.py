"""The condition parser: what binds how, and every mistake at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.scenario.conditions import (
    MAX_DEPTH,
    MAX_LENGTH,
    Call,
    Compare,
    ConditionError,
    Expr,
    Junction,
    Name,
    Not,
    Num,
    parse,
)

OPS = ("==", "!=", "<", "<=", ">", ">=")


def bare(expr: Expr) -> object:
    """The tree without its places."""
    if isinstance(expr, Num):
        return expr.value
    if isinstance(expr, Name):
        return expr.text
    if isinstance(expr, Call):
        return (expr.function, [expr.argument.text])
    if isinstance(expr, Not):
        return ("not", bare(expr.term))
    if isinstance(expr, Compare):
        return (expr.op, bare(expr.left), bare(expr.right))
    return (expr.op, *(bare(term) for term in expr.terms))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", "a"),
        ("  a\t\n ", "a"),
        ("a or b and c", ("or", "a", ("and", "b", "c"))),
        ("(a or b) and c", ("and", ("or", "a", "b"), "c")),
        ("a or b or c", ("or", "a", "b", "c")),
        ("not a and b", ("and", ("not", "a"), "b")),
        ("not (a and b)", ("not", ("and", "a", "b"))),
        ("not not a", ("not", ("not", "a"))),
        ("not a == b", ("not", ("==", "a", "b"))),
        ("a >= -3 and b<2", ("and", (">=", "a", -3), ("<", "b", 2))),
        ("days-left < 3", ("<", "days-left", 3)),
        ("knows(page-two)", ("knows", ["page-two"])),
        ("chose ( hall . ask )", ("chose", ["hall.ask"])),
        ("mood == 'very warm'", ("==", "mood", "very warm")),
        ('mood == "cool"', ("==", "mood", "cool")),
        ("((((a))))", "a"),
    ],
)
def test_what_binds_how(text: str, tree: object) -> None:
    assert bare(parse(text)) == tree


@pytest.mark.parametrize(
    ("text", "at", "length"),
    [
        ("", 0, 1),
        ("   ", 0, 1),
        ("a = b", 2, 1),
        ("a => 2", 2, 2),
        ("a =< 2", 2, 2),
        ("a <> 2", 2, 2),
        ("a && b", 2, 2),
        ("a || b", 2, 2),
        ("!a", 0, 1),
        ("a + 1 > 2", 2, 1),
        ("a -1", 2, 2),
        ("a ≥ 2", 2, 1),
        ("mood == “warm”", 8, 1),
        ("a b", 2, 1),
        ("a and", 5, 1),
        ("and a", 0, 3),
        ("a or or b", 5, 2),
        ("not", 3, 1),
        ("(a", 0, 1),
        ("a)", 1, 1),
        ("()", 1, 1),
        ("knows()", 0, 5),
        ("knows(", 0, 5),
        ("knows(a", 5, 1),
        ("knows(3)", 0, 5),
        ("chose(a.)", 0, 5),
        ("1 < a < 3", 6, 1),
        ("a == 12345678901", 5, 11),
        ("a == 1.5", 6, 1),
        ("a == 'open", 5, 1),
        ("a == \x00", 5, 1),
        ("x" * (MAX_LENGTH + 1), 0, 1),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, at: int, length: int) -> None:
    with pytest.raises(ConditionError) as told:
        parse(text)
    assert (told.value.at, told.value.length) == (at, length), told.value.message


@pytest.mark.parametrize("piece", ["(", "not ", "not ("])
def test_depth_is_bounded(piece: str) -> None:
    with pytest.raises(ConditionError, match=f"more than {MAX_DEPTH} levels"):
        parse(piece * 200 + "a" + ")" * (200 * piece.count("(")))
    within = MAX_DEPTH // (1 + (piece == "not ("))
    parse(piece * within + "a" + ")" * (within * piece.count("(")))


ID = st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3})?", fullmatch=True).filter(
    lambda word: word not in ("and", "or", "not")
)
SIDE = (
    st.integers(-(10**8), 10**8).map(str)
    | ID
    | st.builds("knows({})".format, ID)
    | st.builds("chose({}.{})".format, ID, ID)
)
LEAF = SIDE | st.tuples(SIDE, st.sampled_from(OPS), SIDE).map(" ".join)
TREE = st.recursive(
    LEAF,
    lambda inner: (
        st.tuples(st.sampled_from(("and", "or")), st.lists(inner, min_size=2, max_size=3))
        | st.tuples(st.just("not"), st.lists(inner, min_size=1, max_size=1))
    ),
    max_leaves=12,
)


def printed(tree: str | tuple[str, list[object]]) -> str:
    """A tree as text, every part in brackets."""
    if isinstance(tree, str):
        return tree
    op, terms = tree
    parts = [f"({printed(term)})" for term in terms]  # type: ignore[arg-type]  # recursive trees have no exact type
    return f"not {parts[0]}" if op == "not" else f" {op} ".join(parts)


def shape(tree: str | tuple[str, list[object]]) -> object:
    """What parsing the printed tree has to give."""
    if isinstance(tree, str):
        return bare(parse(tree))
    op, terms = tree
    return (op, *(shape(term) for term in terms))  # type: ignore[arg-type]  # as above


@given(TREE)
def test_a_printed_tree_is_parsed_back(tree: str | tuple[str, list[object]]) -> None:
    assert bare(parse(printed(tree))) == shape(tree)


@given(TREE)
def test_each_part_spans_its_own_text(tree: str | tuple[str, list[object]]) -> None:
    text = printed(tree)
    stack = [parse(text)]
    while stack:
        expr = stack.pop()
        piece = text[expr.at : expr.at + expr.length]
        if isinstance(expr, Num | Name | Call):
            assert bare(parse(piece)) == bare(expr)
        elif isinstance(expr, Not):
            stack.append(expr.term)
        else:
            stack += expr.terms if isinstance(expr, Junction) else (expr.left, expr.right)


WORDS = st.sampled_from(
    [
        "a",
        "not",
        "and",
        "or",
        "(",
        ")",
        ".",
        "==",
        "<",
        ">=",
        "=",
        "3",
        "-2",
        "knows",
        "'",
        '"',
        " ",
        "\n",
        "é",
        "!",
    ]
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=30).map(" ".join))
def test_any_text_is_a_tree_or_a_mistake_within_it(text: str) -> None:
    try:
        parse(text)
    except ConditionError as told:
        mistake = told
    else:
        return
    assert 0 <= mistake.at <= len(text)
    assert mistake.length >= 1
    assert mistake.message
