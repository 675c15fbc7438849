"""One mistake is one finding, at the place where it was made, with a mend that helps."""

import pytest

from tests.scenario.planted import SOUND, load, marked, plant, told

ASK = "[scenes.hall.choices.ask]\n"
GO = 'do = "Go on."\n'

FAULTS = [
    # code, what stands in the sound scenario, what is planted (« » around the place), the hint or a part of it
    # Format
    ("N020", "format = 1\n", "", "format = 1"),
    ("N021", "format = 1\n", "format = «2»\n", "newer"),
    ("N022", "format = 1\n", 'format = «"1"»\n', "format = 1"),
    ("N022", "format = 1\n", "format = «1.0»\n", "format = 1"),
    ("N022", "format = 1\n", "format = «0»\n", "format = 1"),
    ("N022", "format = 1\n", "format = «true»\n", "format = 1"),
    # Keys
    ("N101", 'title = "Small"', '«titel» = "Small"', "did you mean 'title'?"),
    ("N101", 'start = "hall"', 'start = "hall"\n«autor» = "x"', "did you mean 'author'?"),
    ("N101", "[player]\n", "[player]\n«nane» = 3\n", "did you mean"),
    ("N101", 'place = "The hall"', '«plaec» = "The hall"', "did you mean 'place'?"),
    ("N101", ASK, ASK + '«repyl» = "x"\n', "did you mean"),
    ("N101", 'kind = "answer"\ngoto = "letter"', 'kind = "answer"\n«gotto» = "letter"', "did you mean 'goto'?"),
    ("N101", 'say = "What is the budget?"', '«sya» = "What is the budget?"', "did you mean 'say'?"),
    ("N101", 'with = ["bo"]', '«wiht» = ["bo"]', "did you mean 'with'?"),
    ("N101", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\n«wth» = ["ana"]', "did you mean 'with'?"),
    ("N101", 'known_by = ["ana"]', '«known-by» = ["ana"]', "did you mean 'known_by'?"),
    ("N101", 'found = "the letter"', '«foud» = "the letter"', "did you mean 'found'?"),
    ("N101", "{ start = 0, min = -2, max = 4 }", "{ start = 0, «mni» = -2, max = 4 }", "did you mean 'min'?"),
    ("N101", 'one_of = ["cool", "warm"]', '«oneof» = ["cool", "warm"]', "did you mean 'one_of'?"),
    ("N101", "finesse = 2", "«finess» = 2", "did you mean 'finesse'?"),
    ("N101", 'more.warm = { when = "mood == warm"', 'more.warm = { «wehn» = "mood == warm"', "did you mean 'when'?"),
    ("N101", "{ weight = 3, ", "{ «wieght» = 3, ", "did you mean 'weight'?"),
    ("N101", 'on_expired = "late"', '«on-expired» = "late"', "did you mean 'on_expired'?"),
    ("N101", 'is = "$92,000"', '«iz» = "$92,000"', "did you mean 'is'?"),
    ("N101", 'when = "rapport >= 1 or visits(hall) >= 2"', '«whn» = "rapport >= 1"', "did you mean 'when'?"),
    ("N101", "[scenes.talk.choices.sign]", "[scenes.talk.«choises».sign]", "did you mean 'choices'?"),
    ("N101", "[endings.late]\n", "[endings.late]\n«zzz» = 1\n", "outcome"),
    ("N103", 'title = "Small"\n', "", "title"),
    ("N103", 'start = "hall"\n', "", "start"),
    ("N103", 'name = "Ana Duarte"\n', "", "name"),
    ("N103", 'title = "Gone"\n', "", "title"),
    ("N103", 'text = "You talk."\n', "", "text"),
    ("N103", "rapport = { start = 0, min = -2, max = 4 }", "«rapport» = { start = 0 }", "min"),
    ("N103", 'mood = { start = "cool", one_of = ["cool", "warm"] }', '«mood» = { start = "cool" }', "one_of"),
    ("N103", 'label = "Base salary", ', "", "label"),
    # Kinds of values
    ("N102", 'title = "Small"', "title = «5»", "quotation marks"),
    ("N102", 'title = "Small"', "title = «1979-05-27T07:32:00Z»", "quotation marks"),
    ("N102", 'title = "Small"', "title = «07:32:00»", "quotation marks"),
    ("N102", 'title = "Small"', "title = «nan»", "quotation marks"),
    ("N102", 'title = "Small"', 'title = «["Small"]»', "quotation marks"),
    ("N102", 'name = "Robin"', "name = «true»", "quotation marks"),
    ("N102", "field = 12", 'field = «"12"»', "write 12 without quotation marks"),
    ("N102", "field = 12", "field = «12.0»", "whole number"),
    ("N102", "days = 4\n", "days = «inf»\n", "whole number"),
    ("N102", "days = 4\n", "days = «true»\n", "whole number"),
    ("N102", "finesse = 2", 'finesse = «"2"»', "write 2 without quotation marks"),
    ("N102", "scores = { courage = 1, finesse = 2, fit = -1 }", "scores = «3»", "table"),
    ("N102", "change = { rapport = 1 }", 'change = { rapport = «"1"» }', "write 1 without quotation marks"),
    ("N102", "change = { rapport = 1 }", 'change = «"rapport"»', "table"),
    ("N102", "set = { asked = true }", "set = { asked = «1.5» }", ""),
    ("N102", 'learn = ["budget"]', 'learn = «"budget"»', 'learn = ["budget"]'),
    ("N102", 'learn = ["budget"]', "learn = [«3»]", "quotation marks"),
    ("N102", 'known_by = ["ana"]', 'known_by = «"ana"»', 'known_by = ["ana"]'),
    ("N102", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\nwith = «"ana"»', 'with = ["ana"]'),
    ("N102", GO, GO + 'once = «"yes"»\n', "write true without quotation marks"),
    ("N102", GO, GO + "once = «1»\n", "true or false"),
    ("N102", 'when = "rapport >= 1 or visits(hall) >= 2"', "when = «true»", "quotation marks"),
    ("N102", "rapport = { start = 0, min = -2, max = 4 }", "rapport = «3»", "min"),
    ("N102", 'mood = { start = "cool", one_of = ["cool", "warm"] }', 'mood = «"cool"»', "one_of"),
    ("N102", 'one_of = ["cool", "warm"]', 'one_of = «"cool"»', 'one_of = ["cool"]'),
    ("N102", "min = -2, max = 4", 'min = «"-2"», max = 4', "write -2 without quotation marks"),
    ("N109", 'stage = "conversation"', "stage = «3»", "candidate"),
    ("N102", "terms.base = { label", "terms.base = «3» # { label", "table"),
    ("N102", "outcomes.bad = {", "outcomes.bad = «3» # {", "table"),
    # Ids
    ("N108", "[people.bo]", "[people.«Cy»]\nname = 'x'\n[people.bo]", "small letters"),
    ("N108", "[scenes.hall.choices.go]", '[scenes.hall.choices.«"go on"»]', "small letters"),
    ("N108", "[facts.page-two]\n", '[facts."a.b"]\nsays = "x"\nfound = "y"\n[facts.page-two]\n', "small letters"),
    ("N108", "[people.bo]", f"[people.{'b' * 65}]\nname = 'x'\n[people.bo]", "small letters"),
    ("N108", 'title = "Small"', 'title = "Small"\nid = «"No Id"»', "small letters"),
    # Words
    ("N109", 'stage = "conversation"', 'stage = «"conversatoin"»', "did you mean 'conversation'?"),
    ("N109", 'seat = "hiring_manager"', 'seat = «"hiring-manager"»', "did you mean 'hiring_manager'?"),
    ("N109", 'kind = "answer"', 'kind = «"anwser"»', "did you mean 'answer'?"),
    ("N109", 'outcome = "expired"', 'outcome = «"banana"»', "signed"),
    ("N109", 'title = "Small"', 'title = "Small"\nundo = «"fre"»', "did you mean 'free'?"),
    # Bounds
    ("N110", "weight = 3", "weight = «0»", "at least 1"),
    ("N110", "courage = 1", "courage = «4»", "at most 3"),
    ("N110", "fit = -1", "fit = «-4»", "at least -3"),
    ("N110", "guarded = 2", "guarded = «11»", "at most 10"),
    ("N110", "days = 5\n", "days = «-1»\n", "at least 0"),
    ("N110", "field = 12", "field = «0»", "at least 1"),
    ("N110", "days = 4\n", f"days = «{'9' * 150}»\n", "too large"),
    ("N124", 'mood = { start = "cool", one_of = ["cool", "warm"] }', 'mood = { start = "cool", one_of = «[]» }', "at least one"),
    # Names
    ("N104", 'start = "hall"', 'start = «"hal"»', "did you mean 'hall'?"),
    ("N104", 'start = "hall"', 'start = «"signed"»', "scene"),
    ("N104", 'kind = "answer"\ngoto = "letter"', 'kind = "answer"\ngoto = «"lettre"»', "did you mean 'letter'?"),
    ("N104", 'kind = "answer"\ngoto = "letter"', 'kind = "answer"\ngoto = «"Letter"»', "did you mean 'letter'?"),
    ("N104", 'kind = "answer"\ngoto = "letter"', 'kind = "answer"\ngoto = «""»', ""),
    ("N104", 'on_expired = "late"', 'on_expired = «"here"»', ""),
    ("N104", 'goto = "talk", reply', 'goto = «"tlak"», reply', "did you mean 'talk'?"),
    ("N105", 'with = ["bo"]', 'with = [«"bob"»]', "did you mean 'bo'?"),
    ("N105", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\nwith = [«"anna"»]', "did you mean 'ana'?"),
    ("N105", 'from = "ana"', 'from = «"anna"»', "did you mean 'ana'?"),
    ("N105", 'known_by = ["ana"]', 'known_by = [«"anna"»]', "did you mean 'ana'?"),
    ("N105", 'known_by = ["ana"]', 'known_by = ["ana", «"Bo Lindqvist"»]', ""),
    ("N106", 'learn = ["budget"]', 'learn = [«"bugdet"»]', "did you mean 'budget'?"),
    ("N106", 'learn = ["budget"]', 'learn = ["budget", «"Budget two"»]', ""),
    ("N117", 'start = "cool"', 'start = «"col"»', "did you mean 'cool'?"),
    ("N117", "{ start = 0, min", "{ start = «9», min", "-2"),
    ("N119", "set = { asked = true }", "set = { asked = «1» }", "true or false"),
    ("N119", 'set = { mood = "warm" }', 'set = { mood = «"wram"» }', "did you mean 'warm'?"),
    ("N119", 'set = { mood = "warm" }', "set = { mood = «2» }", "cool"),
    ("N119", "set = { asked = true }", "set = { rapport = «5» }", "4"),
    ("N119", "set = { asked = true }", "set = { rapport = «true» }", "number"),
    ("N118", "change = { rapport = 1 }", "change = { «mood» = 1 }", "set"),
    ("N115", "asked = false", "asked = false\nstage = true", "another name"),
    ("N114", "[endings.late]\n", '[endings.«hall»]\noutcome = "lost"\ntitle = "x"\ntext = "y"\n[endings.late]\n', "rename one"),
    ("N244", 'found = "the letter"\n', "", "known_by"),
    ("N111", 'say = "What is the budget?"\n', "", "neither say nor do"),
    ("N111", 'say = "What is the budget?"\n', 'say = "What?"\ndo = "Wait."\n', "both say and do"),
    ("N112", 'kind = "answer"\ngoto = "letter"\n', 'kind = "answer"\n', "goto"),
    ("N112", 'set = { mood = "warm" }\n', 'set = { mood = "warm" }\ngoto = "talk"\n', "goto"),
    ("N113", "{ weight = 3, goto", '{ when = "not asked", goto', "when"),
    ("N107", "change = { rapport = 1 }", "change = { «raport» = 1 }", "did you mean 'rapport'?"),
    ("N107", "set = { asked = true }", "set = { «aksed» = true }", "did you mean 'asked'?"),
    ("N116", 'stage = "written_offer"\n', 'stage = "written_offer"\nrenamed_from = [«"hall"»]\n', "earlier name"),
    ("N241", "[endings.signed]\n", '[scenes.end]\ntext = "x"\n[endings.signed]\n', "choices"),
    # Conditions
    ("N121", 'when = "mood == warm"', 'when = "mood «=» warm"', "to compare, write =="),
    ("N121", 'when = "mood == warm"', 'when = "mood == warm«)»"', "take it away"),
    ("N121", 'when = "mood == warm"', 'when = "«(»mood == warm"', "add )"),
    ("N121", 'when = "mood == warm"', "when = '«(»mood == warm'", "add )"),
    ("N121", 'when = "mood == warm"', 'when = "\\tmood\\t«=>» warm"', "write >="),
    ("N121", 'when = "mood == warm"', "when = '''\nmood «=» warm'''", "to compare, write =="),
    ("N121", 'when = "mood == warm"', 'when = """\n  mood == cool \\\n  or mood «=» warm"""', "to compare, write =="),
    ("N121", 'when = "mood == warm"', 'when = "«"»', "leave `when` out"),
    ("N122", 'when = "mood == warm"', 'when = "«moood» == warm"', "did you mean 'mood'?"),
    ("N122", 'when = "mood == warm"', 'when = "visited(«hal»)"', "did you mean 'hall'?"),
    ("N122", 'when = "not knows(page-two)"', 'when = "not knows(«page-tow»)"', "did you mean 'page-two'?"),
    ("N122", "chose(hall.ask)", "chose(«hall.aks»)", "did you mean 'hall.ask'?"),
    ("N122", "chose(hall.ask)", "«chosen»(hall.ask)", "did you mean 'chose'?"),
    ("N123", 'when = "mood == warm"', 'when = "mood == «wram»"', "did you mean 'warm'?"),
    ("N123", 'when = "mood == warm"', 'when = "«mood == 1»"', "mood is one of"),
    ("N123", 'when = "rapport < 0"', 'when = "«rapport»"', "rapport >= 1"),
    ("N123", 'when = "asked"', 'when = "«asked < true»"', "=="),
    # Who is there
    ("N240", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\nwith = «["bo"]»', "hiring manager"),
    ("N240", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\nwith = «["ana", "bo"]»', "hiring manager"),
    ("N240", 'stage = "conversation"\nwith = ["ana"]\n', 'stage = "conversation"\n', "hiring manager"),
    ("N245", 'with = ["ana"]\nplace', 'with = ["bo"]\nplace', "known_by names ana"),
]  # fmt: skip


def test_the_sound_scenario_is_sound() -> None:
    assert told(load(SOUND).findings) == []


@pytest.mark.parametrize(("code", "old", "new", "hint"), FAULTS, ids=lambda one: one.replace("\n", "·")[:40])
def test_one_mistake_is_one_finding_at_its_place(code: str, old: str, new: str, hint: str) -> None:
    if "«" in new:
        text, spot = plant(old, new)
    else:
        assert SOUND.count(old) == 1
        text, spot = SOUND.replace(old, new), None
    loaded = load(text)
    assert [one.code for one in loaded.findings] == [code], told(loaded.findings)
    [found] = loaded.findings
    assert loaded.scenario is None
    assert hint in f"{found.message} | {found.hint} {found.help}"
    if spot is not None:
        assert (found.line, found.column) == spot[:2], told(loaded.findings)
        assert found.length == max(spot.length, 1)


def test_more_than_sixty_faults_are_held_to_their_line_and_column() -> None:
    marked_ones = {(code, old, new) for code, old, new, _ in FAULTS if "«" in new}
    assert len(marked_ones) >= 60
    assert len({code for code, _, _ in marked_ones}) >= 20


@pytest.mark.parametrize(
    ("missing", "header"),
    [
        ('name = "Ana Duarte"\n', "[people.ana]"),
        ('title = "Gone"\n', "[endings.gone]"),
        ('text = "You talk."\n', "[scenes.talk]"),
        ('say = "What is the budget?"\n', "[scenes.hall.choices.ask]"),
        ('found = "the letter"\n', "[facts.page-two]"),
    ],
)
def test_what_is_missing_is_said_of_its_table(missing: str, header: str) -> None:
    [found] = load(SOUND.replace(missing, "")).findings
    assert SOUND.split("\n")[found.line - 1] == header


WARNINGS = [
    # code, what stands in the sound scenario, what is planted
    ("N030", 'title = "Small"', 'title = "Sm«\\u001b»all"'),
    ("N030", 'with = ["bo"]\ntext', 'with = ["bo"]\nplace = "«\\u202e»back\\u0085"\ntext'),
    ("N302", "[accept]\n", '[accept]\n«N999» = "x"\n'),
    ("N243", GO, GO + "«days» = 1\n"),
    ("N246", 'kind = "answer"', 'kind = «"counter"»'),
    ("N242", 'goto = "gone"', 'goto = «"hall"»'),
    ("N247", "asked = false", "asked = false\n«idle» = false"),
    ("N248", "[scenes.hall.choices.go]\n", "[scenes.hall.choices.go]\nwhen = 'not quiet'\n"),
    ("N249", "[facts.page-two]\n", "[facts.idle]\nsays = 'x'\nfound = 'y'\n[facts.page-two]\n"),
    ("N301", 'text = "You talk."', f"«text» = '{'word ' * 250}'"),
]


@pytest.mark.parametrize(("code", "old", "new"), WARNINGS, ids=lambda one: one.replace("\n", "·")[:40])
def test_a_warning_stops_nothing_and_can_be_accepted(code: str, old: str, new: str) -> None:
    text = SOUND.replace("asked = false", "asked = false\nquiet = false") if code == "N248" else SOUND
    text = text.replace(old, new)
    spot = None
    if "«" in text:
        text, spot = marked(text)
    loaded = load(text)
    assert loaded.scenario is not None
    assert [one.code for one in loaded.findings] == [code], told(loaded.findings)
    if spot is not None:
        assert (loaded.findings[0].line, loaded.findings[0].column) == spot[:2]
    if code != "N302":
        assert load(accepting(text, code)).findings == ()


def accepting(text: str, code: str) -> str:
    return text.replace("[accept]\n", f'[accept]\n{code} = "We know."\n')


def test_an_error_cannot_be_accepted() -> None:
    text, _ = plant('start = "hall"', 'start = «"hal"»')
    assert [one.code for one in load(accepting(text, "N104")).findings] == ["N104"]


def test_all_mistakes_are_told_in_one_go_and_in_order() -> None:
    text = SOUND
    for old, new in (
        ('title = "Small"', "title = 5"),
        ('with = ["bo"]', 'with = ["bob"]'),
        ('when = "rapport < 0"', 'when = "raport < 0"'),
        ('goto = "gone"', 'goto = "gon"'),
    ):
        text = text.replace(old, new)
    findings = load(text).findings
    assert [one.code for one in findings] == ["N102", "N122", "N105", "N104"]
    assert [one.line for one in findings] == sorted(one.line for one in findings)


@pytest.mark.parametrize(
    "group", ["people", "scenes", "state", "facts", "endings", "offer", "player", "guide", "accept"]
)
@pytest.mark.parametrize("value", ['"text"', "3", '["a", "b"]', "true", "nan", "1979-05-27"])
def test_a_section_of_the_wrong_kind_is_one_finding(group: str, value: str) -> None:
    head, _, rest = SOUND.partition(f"[{group}")
    blocks = [
        block
        for block in f"{head}[{group}{rest}".split("\n\n")
        if not block.startswith((f"[{group}]", f"[{group}."))
    ]
    text = "\n\n".join(blocks).replace('title = "Small"', f'title = "Small"\n{group} = {value}')
    found = [one for one in load(text).findings if one.line == 3]
    others = [one for one in load(text).findings if one.line != 3]
    assert [one.code for one in found] == ["N102"], told(load(text).findings)
    if group not in ("state", "offer"):
        assert told(others) == []


def test_a_mistake_inside_a_misspelled_table_is_told_too() -> None:
    text = SOUND.replace("[scenes.talk.choices.", "[scenes.talk.choises.").replace(
        'kind = "accept"\ngoto = "signed"', 'kind = "accept"\ngotto = "sined"'
    )
    findings = load(text).findings
    assert [(one.code, one.line) for one in findings] == [
        ("N101", text[: text.index("choises")].count("\n") + 1),
        ("N101", text[: text.index("gotto")].count("\n") + 1),
        ("N104", text[: text.index("gotto")].count("\n") + 1),
    ]


def test_scenes_in_double_brackets_are_told_how_to_write_it() -> None:
    blocks = [block for block in SOUND.split("\n\n") if not block.startswith("[scenes.")]
    text = "\n\n".join(blocks) + '\n[[scenes]]\nid = "hall"\ntext = "x"\n\n[[scenes]]\ntext = "y"\n'
    [found] = load(text).findings
    assert found.code == "N102"
    assert "[scenes." in found.hint
    assert text.split("\n")[found.line - 1] == "[[scenes]]"


def test_findings_are_capped_and_the_rest_is_counted() -> None:
    states = "".join(f'wrong-{n} = "x"\n' for n in range(2000))
    loaded = load(SOUND.replace("[state]\n", f"[state]\n{states}"))
    assert loaded.scenario is None
    assert len(loaded.findings) <= 201
    assert sum(loaded.more.values()) == 2000 - len(loaded.findings)


def test_ten_thousand_wrong_targets_take_no_ten_thousand_searches() -> None:
    choices = "".join(
        f'[scenes.hall.choices.c{n}]\ndo = "x"\ngoto = "nowhere-{n}"\n[scenes.s{n}]\ntext = "x"\nchoices.a = {{ do = "x", goto = "late" }}\n'
        for n in range(5000)
    )
    findings = load(SOUND + choices).findings
    assert {one.code for one in findings} == {"N104"}
    assert len(findings) <= 201
