"""The condition language: text becomes a syntax tree with places, by a small parser of our own.

or-term    := and-term ("or" and-term)*
and-term   := not-term ("and" not-term)*
not-term   := "not" not-term | comparison
comparison := primary [("==" | "!=" | "<" | "<=" | ">" | ">=") primary]
primary    := number | name | quoted | name "(" name ["." name] ")" | "(" or-term ")"
"""

import re
from functools import lru_cache
from typing import NamedTuple

from negotiator.scenario.condition_mends import mend_beside, mend_of

MAX_DEPTH = 32
MAX_LENGTH = 4000


class ConditionError(Exception):
    """A mistake in a condition: `at` and `length` are characters from the start of its text."""

    def __init__(
        self, message: str, at: int, length: int = 1, hint: str = "", *, undeclared: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.length = max(length, 1)
        self.hint = hint
        self.undeclared = undeclared
        """The name is not declared (as against: it is, and does not fit here)."""
        self.bare = ""
        """The undeclared name, where it stands by itself and not in a function's brackets."""


class Num(NamedTuple):
    """A whole number."""

    value: int
    at: int
    length: int


class Name(NamedTuple):
    """A bare or quoted name: a state, a word, `stage`, `true` and so on."""

    text: str
    at: int
    length: int
    quoted: bool = False


class Call(NamedTuple):
    """`function(argument)`; the argument keeps its dots."""

    function: str
    argument: Name
    at: int
    length: int


class Compare(NamedTuple):
    """`left op right`."""

    op: str
    left: "Expr"
    right: "Expr"
    at: int
    length: int


class Not(NamedTuple):
    """`not term`."""

    term: "Expr"
    at: int
    length: int


class Junction(NamedTuple):
    """`a and b and …` or `a or b or …`."""

    op: str
    terms: tuple["Expr", ...]
    at: int
    length: int


Expr = Num | Name | Call | Compare | Not | Junction


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<number>-?\d+(?![A-Za-z0-9_]))
    |(?P<name>[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)
    |(?P<quoted>"[^"]*"|'[^']*')
    |(?P<op>==|!=|<=|>=|<(?!>)|>)
    |(?P<mark>[().])
    |(?P<wrong>=>|=<|<>|&&|\|\||=|!|[^\s])""",
    re.VERBOSE,
)


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        word = match.group()
        if kind == "wrong":
            raise ConditionError(
                f"'{word}' has no meaning in a condition",
                match.start(),
                len(word),
                mend_of(word),
            )
        if kind == "number" and len(word) > 10:
            raise ConditionError(
                "this number is too long", match.start(), len(word), "use at most nine digits"
            )
        found.append(_Token(kind, word, match.start()))
    return found


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.text = text
        self.next = 0
        self.depth = 0

    def peek(self, *words: str) -> bool:
        return self.next < len(self.tokens) and self.tokens[self.next].text in words

    def take(self) -> _Token:
        token = self.tokens[self.next]
        self.next += 1
        return token

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            at = self.tokens[min(self.next, len(self.tokens) - 1)].at
            raise ConditionError(
                f"this condition is more than {MAX_DEPTH} levels deep",
                at,
                1,
                "take away brackets that are not needed",
            )

    def whole(self) -> Expr:
        if not self.tokens:
            raise ConditionError("this condition is empty", 0, 1, "leave `when` out, or say what must hold")
        expr = self.junction("or")
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            if token.text == ")":
                raise ConditionError("this bracket closes nothing", token.at, 1, "take it away")
            before, after = self.tokens[self.next - 1], self.tokens[self.next + 1 : self.next + 2]
            named = before.kind == token.kind == "name"
            hint = mend_beside(
                before.text,
                self.text[token.at :],
                token.text,
                named=token.kind == "name",
                sentence=named and [one.kind for one in after] == ["name"],
            )
            if token.kind == "number" and token.text.startswith("-"):
                hint = mend_of("-")
            raise ConditionError(f"'{token.text}' was not expected here", token.at, len(token.text), hint)
        return expr

    def junction(self, op: str) -> Expr:
        terms = [self.junction("and") if op == "or" else self.negation()]
        while self.peek(op):
            self.take()
            terms.append(self.junction("and") if op == "or" else self.negation())
        if len(terms) == 1:
            return terms[0]
        return Junction(op, tuple(terms), *_span(terms[0], terms[-1]))

    def negation(self) -> Expr:
        if not self.peek("not"):
            return self.comparison()
        token = self.take()
        self.deeper()
        term = self.negation()
        self.depth -= 1
        return Not(term, token.at, term.at + term.length - token.at)

    def comparison(self) -> Expr:
        left = self.primary()
        if self.next >= len(self.tokens) or self.tokens[self.next].kind != "op":
            return left
        op = self.take()
        right = self.primary()
        if self.next < len(self.tokens) and self.tokens[self.next].kind == "op":
            again = self.tokens[self.next]
            raise ConditionError(
                "two comparisons in a row",
                again.at,
                len(again.text),
                "write `a < b and b < c`, each by itself",
            )
        return Compare(op.text, left, right, *_span(left, right))

    def primary(self) -> Expr:
        if self.next >= len(self.tokens):
            raise ConditionError(
                "the condition stops too early", len(self.text), 1, "something is missing at the end"
            )
        token = self.take()
        if token.text == "(" and token.kind == "mark":
            self.deeper()
            inner = self.junction("or")
            self.depth -= 1
            self.close(token)
            return inner
        if token.kind == "number":
            return Num(int(token.text), token.at, len(token.text))
        if token.kind == "quoted":
            return Name(token.text[1:-1], token.at, len(token.text), quoted=True)
        if token.kind == "name" and token.text not in ("and", "or", "not"):
            if self.peek("("):
                return self.call(token)
            return Name(token.text, token.at, len(token.text))
        raise ConditionError(
            f"'{token.text}' was not expected here",
            token.at,
            len(token.text),
            "a name or a number belongs here",
        )

    def call(self, function: _Token) -> Call:
        opener = self.take()
        parts: list[str] = []
        first = self.tokens[self.next] if self.next < len(self.tokens) else opener
        while True:
            if self.next >= len(self.tokens) or self.tokens[self.next].kind not in ("name", "quoted"):
                raise ConditionError(
                    f"{function.text}( ) needs a name in its brackets", function.at, len(function.text), ""
                )
            part = self.take()
            parts.append(part.text[1:-1] if part.kind == "quoted" else part.text)
            if not self.peek("."):
                break
            self.take()
        last = self.tokens[self.next - 1]
        argument = Name(".".join(parts), first.at, last.at + len(last.text) - first.at)
        self.close(opener)
        end = self.tokens[self.next - 1].at + 1
        return Call(function.text, argument, function.at, end - function.at)

    def close(self, opener: _Token) -> None:
        if not self.peek(")"):
            raise ConditionError("this bracket is never closed", opener.at, 1, "add ) where it should end")
        self.take()


def _span(first: Expr, last: Expr) -> tuple[int, int]:
    return first.at, last.at + last.length - first.at


@lru_cache(maxsize=4096)
def parse(text: str) -> Expr:
    """The tree of a condition.

    Raises:
        ConditionError: where the text is not a condition, with the place inside it.
    """
    if len(text) > MAX_LENGTH:
        raise ConditionError(f"this condition is longer than {MAX_LENGTH} characters", 0, 1, "say it shorter")
    return _Parser(text).whole()
