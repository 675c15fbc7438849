"""The table in plain play: packages, questions and priorities by numbered lists, one question at a time."""

from collections.abc import Callable, Sequence

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Form
from negotiator.cli.output import folded, say
from negotiator.game.bargain import bargain_of
from negotiator.game.saying import package_words, question
from negotiator.game.state import Move
from negotiator.game.tableview import LimitView, PackageView, TableView, table_view
from negotiator.runs.session import Session

Read = Callable[[str], str | None]
"""Asks for a line; None at the end of input."""

KEYS = (
    ("d", "put a package together and send it"),
    ("a", "ask about something"),
    ("m", "say what matters to you, and what you do not need"),
    ("o", "have something carried to whoever may decide it"),
    ("y", "take what lies on the table"),
    ("w", "leave the table"),
)
REASONS = {
    "interest": "it is what the work needs from you",
    "company": "it would serve the company",
    "market": "it is what the market pays",
    "fairness": "it seems fair",
    "relationship": "you would like both to be glad of it",
    "rival": "you have another offer (you have not)",
}
FORMS = {
    "open": "openly",
    "negative-assumption": "assuming there is trouble",
    "positive-assumption": "assuming there is none",
    "leading": "putting the answer into their mouth",
}
MOST = 3
"""Packages in a message."""


class PlainTable:
    """Asks its way through one thing at the table, and gives back the move; None when nothing is to be done."""

    def __init__(self, session: Session, read: Read, columns: int) -> None:
        self.session = session
        self.read = read
        self.columns = columns
        self.ways: dict[str, Callable[[], Move | None]] = {
            "d": self.package,
            "a": self.ask,
            "m": self.tell,
            "o": self.pause,
            "y": self.accept,
            "w": self.walk,
        }

    def lies(self) -> None:
        """What lies on the table, and what can be done: in full when one sits down, by its keys afterwards."""
        table = self.table
        deal = bargain_of(self.session.game).deal
        theirs = table.on_table != table.history[0].package
        package = Package(table.on_table.structure, table.on_table.options)
        whose = "Their package lies there" if theirs else "The letter lies there"
        self.words(f"{whose}. {package_words(deal, package)} {self.worth(table.on_table.own)}")
        if table.thin:
            self.words(table.thin)
        if self.session.play.state.talk:
            self.words("At the table: d package, a ask, m what matters, o carried up, y take it, w leave.")
            return
        say("", "At the table:")
        for key, does in KEYS:
            self.words(f"{key}   {does}", indent="  ", hang="      ")

    @property
    def table(self) -> TableView:
        """The table as it stands."""
        return table_view(self.session.game, self.session.play.state)

    def worth(self, own: int) -> str:
        """A package's worth to the player, in words."""
        table = self.table
        share = 100 * own // table.wish if table.wish > 0 else 0
        stay = "more" if own > table.alternative else "no more" if own == table.alternative else "less"
        return f"Worth to you {share} percent of the best there is here; {stay} than staying where you are."

    def package(self) -> Move | None:
        """Put one package together, or up to three equal ones."""
        table = self.table
        lines: list[str] = []
        while True:
            line = self.one_package()
            if line is None:
                return None
            lines.append(line)
            if (
                len(lines) == MOST
                or self.asked("Send it (Enter), or add another that is the same to you (+)? ") != "+"
            ):
                break
        reason = self._reason(table)
        if reason is None:
            return None
        return Move("propose" if len(lines) == 1 else "offer-set", line=" | ".join(lines) + reason)

    def one_package(self, start: PackageView | None = None) -> str | None:
        """The line of a package, begun from `start` or from what lies on the table; None when it was left."""
        table = self.table
        open_ = [at for at, shape in enumerate(table.shapes) if shape.open]
        shape = open_[0]
        if len(open_) > 1:
            picked = self.pick("Which shape of the job?", [table.shapes[at].label for at in open_])
            if picked is None:
                return None
            shape = open_[picked]
        start = start or table.on_table
        if start.structure != shape:
            start = table.shapes[shape].default
        options = list(start.options)
        while True:
            say("", table.shapes[shape].label)
            for at, term in enumerate(table.terms):
                option = term.options[options[at]]
                barred = (
                    f" (not theirs to grant: {self._limit(table, option.barred).who})"
                    if option.barred
                    else ""
                )
                known = f" [them: {term.known}]" if term.known else ""
                self.words(f"{at + 1:>2}. {term.label}: {option.label}{barred}{known}", hang="    ")
            self.words(self.worth(table.own(shape, tuple(options))))
            word = self.asked("Number of a term to change it, Enter when it is ready, x to leave it: ")
            if word is None or word == "x":
                return None
            if not word:
                return self._line(table, shape, options)
            if word.isdecimal() and 1 <= int(word[:4]) <= len(options):
                self._change(table, shape, options, int(word[:4]) - 1)
            else:
                self.words(f"“{word}” is no number of a term.")

    def _change(self, table: TableView, shape: int, options: list[int], at: int) -> None:
        term, allowed = table.terms[at], table.shapes[shape].allowed[at]
        shown = []
        for n in allowed:
            option = term.options[n]
            gain = option.own - term.options[options[at]].own
            limit = self._limit(table, option.barred) if option.barred else None
            hangs = f"; hangs on: {option.event}" if option.event else ""
            barred = f"; only {limit.who or 'somebody above'} may allow it" if limit else ""
            shown.append(f"{option.label} ({gain:+d} points for you{hangs}{barred})")
        picked = self.pick(term.label, shown)
        if picked is not None:
            options[at] = allowed[picked]

    @staticmethod
    def _limit(table: TableView, name: str) -> LimitView:
        return next(limit for limit in table.limits if limit.id == name)

    @staticmethod
    def _line(table: TableView, shape: int, options: Sequence[int]) -> str:
        usual = table.shapes[shape].default.options
        terms = [
            f"{term.id}={term.options[at].id}"
            for term, at, plain in zip(table.terms, options, usual, strict=True)
            if at != plain
        ]
        return " ".join([table.shapes[shape].id, *terms])

    def _reason(self, table: TableView) -> str | None:
        reasons = list(table.reasons)
        said = [f"{REASONS[one]}{' (said before)' if one in table.used else ''}" for one in reasons]
        picked = self.pick("With what reason? Enter for none", said, none=True)
        if picked is None:
            return None
        if picked < 0:
            return ""
        words = f" because={reasons[picked]}"
        facts = self.session.view.facts
        if facts and reasons[picked] in ("interest", "company"):
            fact = self.pick(
                "Resting on something you have learned? Enter for nothing",
                [one.says for one in facts],
                none=True,
            )
            if fact is not None and fact >= 0:
                words += f" citing={facts[fact].id}"
        last = self.asked("Is it your last word, take it or leave it? (y, or Enter for no) ")
        return f"{words} final=yes" if last == "y" else words

    def ask(self) -> Move | None:
        """A question about something."""
        table = self.table
        topics = table.topics
        told = {"full": " (told)", "partly": " (half told)", "nothing": ""}
        picked = self.pick("About what?", [f"{one.words}{told[one.level]}" for one in topics])
        if picked is None:
            return None
        bargain = bargain_of(self.session.game)
        forms = [
            f"{FORMS[form]}: “{question(bargain, Form(form), topics[picked].id)}”" for form in table.forms
        ]
        form = self.pick("How?", forms)
        return None if form is None else Move("ask", line=f"{table.forms[form]} {topics[picked].id}")

    def tell(self) -> Move | None:
        """What matters, and what does not."""
        terms = self.table.terms
        for at, term in enumerate(terms, 1):
            say(f"{at:>2}. {term.label}")
        word = self.asked(
            "What matters to you? Numbers; with a minus what you do not need (3 7 -2). Enter for nothing: "
        )
        if not word:
            return None
        named = [self.named(one, [term.id for term in terms]) for one in word.replace(",", " ").split()]
        if not all(named):
            self.words("Those are not all numbers of terms.")
            return None
        return Move("tell", line=" ".join(one for one in named if one))

    @staticmethod
    def named(word: str, ids: Sequence[str]) -> str:
        minus, number = ("-", word[1:]) if word.startswith("-") else ("", word)
        if not number.isdecimal() or not 1 <= int(number[:4]) <= len(ids):
            return ""
        return minus + ids[int(number[:4]) - 1]

    def pause(self) -> Move | None:
        """A limit that is carried upstairs."""
        limits = [one for one in self.table.limits if not one.lifted]
        if not limits:
            self.words("Nothing stands in the way of what they may grant.")
            return None
        said = [
            f"{one.reason} ({one.who or 'somebody above'} may){' It has been asked, and was refused' if one.refused else ''}"
            for one in limits
        ]
        picked = self.pick("What should be carried up? It costs a day", said)
        return None if picked is None else Move("pause", line=limits[picked].id)

    def accept(self) -> Move | None:
        """Take what lies there: their latest package, or the letter."""
        table = self.table
        if not table.turn or table.on_table == table.history[0].package:
            return Move("accept", line="letter") if self.sure("Take the letter as it stands?") else None
        picked = self.pick("Take what?", ["their latest package", "the letter as it stands"])
        if picked is None:
            return None
        return Move("accept", line="letter" if picked else "")

    def walk(self) -> Move | None:
        """Leave the table."""
        return Move("walk") if self.sure("Leave the table without a deal?") else None

    def declare(self) -> Move | None:
        """Own priorities, the dearest first."""
        issues = bargain_of(self.session.game).deal.issues
        for at, issue in enumerate(issues, 1):
            say(f"{at:>2}. {issue.label}")
        word = self.asked(
            "What matters most to you? One to three numbers, the dearest first. Enter for nothing: "
        )
        named = [
            self.named(one, [one.id for one in issues]) for one in (word or "").replace(",", " ").split()
        ]
        if not named or not all(named):
            return None
        return Move("declare", line=" ".join(named))

    def sure(self, what: str) -> bool:
        """Whether it is meant."""
        return self.asked(f"{what} (y, or Enter for no) ") == "y"

    def pick(self, head: str, rows: Sequence[str], *, none: bool = False) -> int | None:
        """One of the rows by its number, -1 for none where that is allowed; None to leave it."""
        say("", *folded(f"{head}:", self.columns))
        for at, row in enumerate(rows, 1):
            say(*folded(f"{at:>2}. {row}", self.columns, hang="    "))
        while True:
            word = self.asked(f"{'1' if len(rows) == 1 else f'1-{len(rows)}'}, x to leave it: ")
            if word is None or word == "x":
                return None
            if not word and none:
                return -1
            if word.isdecimal() and 1 <= int(word[:4]) <= len(rows):
                return int(word[:4]) - 1
            self.words(f"There are {len(rows)} to choose from.")

    def asked(self, prompt: str) -> str | None:
        """A line, in small letters."""
        word = self.read(prompt)
        return None if word is None else word.lower()

    def words(self, text: str, *, indent: str = "", hang: str = "") -> None:
        """A line for the player."""
        say(*folded(text, self.columns, indent=indent, hang=hang))
