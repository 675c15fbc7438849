"""Marks that are not TOML's: what a word processor, another keyboard or another language has put in their place."""

from negotiator.scenario.mending import applied, is_safe
from negotiator.scenario.source import Source
from negotiator.scenario.toml_blame import Blame, write
from negotiator.scenario.toml_scan import CURLY, CURLY_SINGLE, DASHES, Slip, Statement

FIX = "`negotiator check --fix` mends it"
_TOLD = {
    Slip.QUOTE: ("N007", "a curly quotation mark cannot enclose a text", 'use straight ones: "'),
    Slip.DASH: ("N016", "a long dash cannot stand here", "write -, a plain hyphen"),
    Slip.SPACE: ("N017", "a space that is not a plain one stands here", "write a plain space"),
    Slip.COMMENT: ("N018", "// does not begin a comment", "write #"),
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)


def judge_marks(source: Source, statement: Statement, offset: int) -> Blame | None:
    """The first mark of a word processor in the statement, when it stands no further on than the error."""
    edit = next((one for one in statement.edits if one.start <= offset), None)
    if edit is None:
        return None
    code, message, hint = _TOLD[edit.slip]
    if edit.slip is Slip.SPACE and not edit.new:
        message, hint = "a character that is not seen stands here", "delete it"
    if edit.slip is Slip.SPACE or not is_safe(source.text, statement):
        fix = FIX if is_safe(source.text, statement) else ""
        return Blame(code, message, edit.start, edit.end - edit.start, hint, fix)
    line, _ = source.position(edit.start)
    start, end = source.offset(line, 1), source.offset(line, 1) + len(source.line(line))
    here = tuple(one for one in statement.edits if start <= one.start and one.end <= end)
    mended = applied(source.text[start:end], here, start).strip()
    return Blame(code, message, edit.start, edit.end - edit.start, write(mended, hint), FIX)


def judge_character(said: str, source: Source, offset: int) -> Blame | None:
    """A character that cannot stand where the parser stopped, wherever it stands."""
    letter = source.text[offset : offset + 1]
    if letter and letter not in "\n\t" and (ord(letter) < 32 or ord(letter) == 127):
        return Blame("N013", f"the character U+{ord(letter):04X} cannot stand here", offset, 1, "delete it")
    if "Unescaped '\\'" in said or "hex value" in said or "Unicode scalar" in said:
        at = source.text.rfind("\\", 0, offset + 1)
        hint = "write \\\\ for a backslash, or put the text between single quotation marks"
        message = "a backslash begins a special character, and there is none like this"
        return Blame("N014", message, max(at, 0), 2, hint)
    if letter and letter in CURLY + CURLY_SINGLE:
        return Blame("N007", _TOLD[Slip.QUOTE][1], offset, 1, _TOLD[Slip.QUOTE][2])
    if letter == "`":
        return Blame("N007", "a backtick cannot enclose a text", offset, 1, 'use straight quotation marks: "')
    if letter and letter in DASHES:
        return Blame("N016", _TOLD[Slip.DASH][1], offset, 1, _TOLD[Slip.DASH][2])
    if letter and ord(letter) in _FULL_WIDTH:
        plain = chr(ord(letter) - 0xFEE0)
        return Blame("N032", f"'{letter}' is a wide character, not a plain one", offset, 1, f"write {plain}")
    return None
