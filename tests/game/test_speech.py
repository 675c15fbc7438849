"""The counterpart's words: enough of them, fit for anybody, safely filled in, none back too soon."""

import re
from collections import Counter
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.game.speech.bank import LINES
from negotiator.game.speech.filling import SLOT
from negotiator.game.speech.situations import SENTENCES, SLOTS, Mood, Situation, mood_of
from negotiator.game.speech.speaker import check_keys, line

LEAST = {
    Situation.COUNTER: 8,
    Situation.BARRED: 6,
    Situation.COUNTER_NEAR: 5,
    Situation.COUNTER_LAST: 5,
    Situation.ACCEPT: 5,
}
ALWAYS = {
    Situation.ACCEPT_ONE: {"which"},
    Situation.COUNTER: {"terms"},
    Situation.COUNTER_NEAR: {"terms"},
    Situation.COUNTER_LAST: {"terms"},
    Situation.BARRED: {"reason"},
    Situation.FULL_LIMIT: {"reason"},
    Situation.REOPENED: {"term"},
    Situation.TOLD: {"term"},
    Situation.SPARED: {"term"},
    Situation.FULL_ISSUE: {"option", "rank"},
    Situation.PART_ISSUE: {"option"},
    Situation.FULL_PRIORITIES: {"first", "second", "last"},
    Situation.PART_PRIORITIES: {"first"},
    Situation.FULL_FACT: {"fact"},
    Situation.PART_FACT: {"topic"},
}
MAY_BE_EMPTY = {
    Situation.BARRED: {"who"},
    Situation.FULL_LIMIT: {"who"},
    Situation.LIFTED: {"who"},
    Situation.NOT_LIFTED: {"who"},
    Situation.DEFLECT: {"term"},
    Situation.AGAIN: {"term"},
}
VALUES = {
    "terms": "base $190,000, and July for the review",
    "reason": "The band ends at $198,000, and only Len can move a title.",
    "who": "the president of distribution",
    "term": "Days in the field",
    "option": "Four days a week, Thursdays home by five, in writing",
    "rank": "the thing I need most",
    "which": "the second",
    "first": "Launch calendar",
    "second": "Base salary",
    "last": "Sign-on",
    "fact": "Two seats stand empty side by side.",
    "topic": "the plaque on the wall",
}
NUMBER = re.compile(
    r"[\d%]|\b(two|three|four|five|six|ten|dozen|hundred|thousand|half|double|twice|points)\b"
)
PERSON = re.compile(r"\b(he|she|him|her|his|hers|himself|herself)\b")
BANK = pytest.mark.parametrize(("situation", "mood"), list(LINES), ids=map("-".join, LINES))


def say(*lines: str, situation: Situation = Situation.COUNTER, **slots: str) -> str:
    return line({situation: lines}, situation, Mood.PLAIN, start=0, number=0, slots=slots)


def spoken_only(each: str) -> str:
    return " ".join(re.findall(r'"([^"]*)"', each))


def test_trust_has_three_moods() -> None:
    assert [mood_of(trust) for trust in (0, 3, 4, 6, 7, 10)] == [
        *(Mood.COLD, Mood.COLD),
        *(Mood.PLAIN, Mood.PLAIN),
        *(Mood.WARM, Mood.WARM),
    ]


def test_the_bank_has_enough_for_every_situation_and_mood() -> None:
    few = [(s, m) for s in Situation for m in Mood if len(LINES.get((s, m), ())) < LEAST.get(s, 4)]
    assert few == []


def test_no_line_stands_in_the_bank_twice() -> None:
    bare = Counter(re.sub(r"\W+", " ", each).lower() for lines in LINES.values() for each in lines)
    assert [each for each, times in bare.items() if times > 1] == []


@BANK
def test_the_lines_fit_anybody_and_any_deal(situation: Situation, mood: Mood) -> None:
    for each in LINES[situation, mood]:
        assert SLOTS[situation] >= set(re.findall(r"\{(.*?)\}", each)) >= ALWAYS.get(situation, set())
        assert not NUMBER.search(each.lower())
        assert not PERSON.search(each.lower())


@BANK
def test_the_lines_are_well_formed(situation: Situation, mood: Mood) -> None:
    for each in LINES[situation, mood]:
        assert each.isascii()
        assert not re.search(r"!|--|  ", each)
        assert each.count('"') % 2 == 0
        assert re.match(r'"?[A-Z{]', each)
        assert re.search(r'\."?$|\?"$|\{(reason|fact)\}$', each)
        assert not set(SLOT.findall(spoken_only(each))) & {*SENTENCES, "topic"}, "narration is not spoken"


@BANK
def test_the_lines_read_well_when_filled(situation: Situation, mood: Mood) -> None:
    for each in LINES[situation, mood]:
        said = say(each, situation=situation, **VALUES)
        assert not re.search(r'\{|  | [.,;:?]|\.\.|[.?]"? [a-z]|[.,;:?][.,;:?]', said)
        assert not said[0].islower()


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize(("situation", "empty"), MAY_BE_EMPTY.items())
def test_what_may_be_empty_leaves_a_line_to_say(situation: Situation, empty: set[str], mood: Mood) -> None:
    full = {name: value for name, value in VALUES.items() if name not in empty}
    for number in range(20):
        said = line({}, situation, mood, start=3, number=number, slots=full)
        assert not re.search(r'  | [.,;:?]|"[.,;:?]', said)
    assert any(not empty & set(SLOT.findall(each)) for each in LINES[situation, mood])


@given(st.integers(0, 2**40), st.sampled_from(Situation), st.sampled_from(Mood))
def test_nothing_is_said_again_before_the_list_is_used_up(
    start: int, situation: Situation, mood: Mood
) -> None:
    length = len(LINES[situation, mood])
    said = [line({}, situation, mood, start=start, number=n, slots=VALUES) for n in range(2 * length)]
    assert len(set(said)) == length
    assert said[:length] == said[length:]


def test_lines_that_lack_a_word_are_passed_over_and_the_others_still_take_turns() -> None:
    own = {"barred": ["Ask {who}.", "No.", "{term}? No.", "Not mine."]}
    said = [line(own, Situation.BARRED, Mood.COLD, start=5, number=n, slots={"who": " "}) for n in range(4)]
    assert said == ["Not mine.", "No.", "Not mine.", "No."]


def test_a_list_in_which_every_line_lacks_a_word_gives_way_to_the_next() -> None:
    own = {"barred-warm": ["Ask {who}."], "barred": ["No."]}
    assert line(own, Situation.BARRED, Mood.WARM, start=0, number=0, slots={}) == "No."
    assert line(own, Situation.BARRED, Mood.WARM, start=0, number=0, slots={"who": "Len"}) == "Ask Len."
    only = line(
        {"barred-warm": ["Ask {who}."]},
        Situation.BARRED,
        Mood.WARM,
        start=0,
        number=0,
        slots=VALUES | {"who": ""},
    )
    assert VALUES["reason"] in only


def test_the_authors_words_come_before_the_banks_and_those_for_the_mood_before_all() -> None:
    own = {"counter": ["Plainly: {terms}."], "counter-warm": ["Gladly: {terms}."], "counter-cold": []}

    def said(mood: Mood, words: dict[str, list[str]]) -> str:
        return line(words, Situation.COUNTER, mood, start=0, number=0, slots={"terms": "this"})

    assert [said(mood, own) for mood in Mood] == ["Plainly: this.", "Plainly: this.", "Gladly: this."]
    assert said(Mood.COLD, {"counter-near": ["No."]}) == LINES[Situation.COUNTER, Mood.COLD][0].replace(
        "{terms}", "this"
    )


@pytest.mark.parametrize(
    "value",
    [
        "{0.__class__}",
        "{terms}",
        "{terms!r:>99}",
        "[/b]",
        "[bold red]",
        "{",
        "}",
        "{{}}",
        "%s",
        "\\1",
        "\\g<0>",
    ],
)
def test_a_hostile_value_stays_as_it_is(value: str) -> None:
    assert say("So: {terms}, then.", terms=value) == f"So: {value}, then."


def test_an_unknown_slot_and_a_stray_brace_stay_as_written() -> None:
    written = "{x} and {terms.real} and {0} and { terms } and {who} and } {"
    assert say(written, terms="this", who="Len") == written


@given(
    st.text(ascii_lowercase + "{}[].,?! \\$%\"'", max_size=40),
    st.text(ascii_lowercase + '{}.,?! "', max_size=20),
)
def test_no_text_whatever_makes_the_speaker_fail(written: str, value: str) -> None:
    said = say(written + "{terms}", terms=value)
    assert "  " not in said
    assert not re.search(r"(?<!\.)\.\.$", said)


@pytest.mark.parametrize(
    ("written", "value", "said"),
    [
        ("{terms}. Yes.", "the second", "The second. Yes."),
        ('"{terms}," it is.', "the second", '"The second," it is.'),
        ('A nod. "{terms}."', "base as it is", 'A nod. "Base as it is."'),
        ("Done. {terms} might.", "the president", "Done. The president might."),
        ('"I could..." {terms}.', "that", '"I could..." That.'),
        ("Well... {terms}.", "that", "Well... that."),
        ("So: {terms}.", "that", "So: that."),
        ("So: {terms}.", "that.", "So: that."),
        ("So: {terms}, then.", "that.", "So: that, then."),
        ("So: {terms}.", "that...", "So: that..."),
        ("So: {terms}.", "that?", "So: that?"),
        ("So:  {terms} , then", " this \n and  that ", "So: this and that, then"),
        ("That..", "", "That."),
        ("That...", "", "That..."),
    ],
)
def test_a_filled_line_reads_as_if_written_in_one_go(written: str, value: str, said: str) -> None:
    assert say(written, terms=value) == said


def test_a_whole_sentence_gets_its_stop_where_the_author_left_it_out() -> None:
    assert (
        say('{reason} "Sorry."', situation=Situation.BARRED, reason="only Len can")
        == 'Only Len can. "Sorry."'
    )
    assert say('"Sorry." {reason}', situation=Situation.BARRED, reason="Can he?") == '"Sorry." Can he?'


def test_an_authors_slips_are_named() -> None:
    own = {
        "counter": ["{terms}."],
        "counter-wram": ["{terms}."],
        "counter-near-cold": ["{terms} and {term}", "{Terms}", "{term} again"],
        "accept": ["Yes, {which}."],
        "weather": ["Rain."],
    }
    assert check_keys(own) == [
        ("counter-wram", 'no situation at the table has this name, is "counter-warm" meant?'),
        ("counter-near-cold", "nothing is filled in for {Terms} here; it has {terms}"),
        ("counter-near-cold", "nothing is filled in for {term} here; it has {terms}"),
        ("accept", "nothing is filled in for {which} here; it has no slots"),
        ("weather", "no situation at the table has this name"),
    ]


def test_every_key_and_slot_of_the_table_is_good() -> None:
    own = {
        f"{situation}{mood}": [f"{{{name}}}" for name in SLOTS[situation]]
        for situation in Situation
        for mood in ("", *(f"-{mood}" for mood in Mood))
    }
    assert check_keys(own) == []
