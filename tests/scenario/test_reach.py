"""What `check` sees that needs play: places nobody reaches, dead ends, loops, no offer, choices for nobody."""

from negotiator.analysis.reach import findings, look
from negotiator.scenario.findings import Finding
from negotiator.scenario.models import Scenario
from tests.scenario.planted import SOUND, load


def scenario(text: str) -> Scenario:
    loaded = load(text)
    assert loaded.scenario is not None, loaded.findings
    return loaded.scenario


def seen(old: str, new: str) -> list[Finding]:
    assert SOUND.count(old) == 1
    return findings(scenario(SOUND.replace(old, new)))


def test_a_sound_story_has_nothing_to_say() -> None:
    assert findings(scenario(SOUND)) == []


def test_a_scene_that_no_choice_names() -> None:
    attic = '[scenes.attic]\ntext = "x"\nchoices.down = { do = "x", goto = "hall" }\n[endings.signed]\n'
    [found] = seen("[endings.signed]\n", attic)
    assert (found.code, found.path) == ("N201", ("scenes", "attic"))


def test_of_a_lost_group_only_its_head_is_named() -> None:
    group = (
        '[scenes.attic]\ntext = "x"\nchoices.down = { do = "x", goto = "roof" }\n'
        '[scenes.roof]\ntext = "x"\nchoices.down = { do = "x", goto = "hall" }\n[endings.signed]\n'
    )
    [found] = seen("[endings.signed]\n", group)
    assert (found.code, found.path) == ("N201", ("scenes", "attic"))
    assert "1 more" in found.message


def test_an_ending_that_no_choice_names() -> None:
    [found] = seen(
        "[endings.late]\n", '[endings.moon]\noutcome = "lost"\ntitle = "x"\ntext = "x"\n[endings.late]\n'
    )
    assert (found.code, found.path) == ("N202", ("endings", "moon"))


def test_an_ending_behind_a_condition_that_never_holds() -> None:
    found = seen('when = "rapport >= 1 or visits(hall) >= 2"', 'when = "rapport >= 3"')
    assert [(one.code, one.path) for one in found] == [
        ("N206", ("scenes", "talk", "choices", "leave")),
        ("N202", ("endings", "gone")),
    ]


def test_a_dead_end_is_told_with_a_walk_to_it() -> None:
    [found] = [
        one
        for one in seen('say = "Where do I sign?"\n', 'say = "Where?"\nwhen = "rapport >= 1"\n')
        if one.code == "N203"
    ]
    assert found.path == ("scenes", "talk")
    assert "go, " in found.hint or "go," in found.hint


def test_a_scene_of_questions_alone_is_a_trap() -> None:
    found = seen('kind = "answer"\ngoto = "letter"', 'kind = "answer"\ngoto = "here"')
    assert ("N204", ("scenes", "hall")) in [(one.code, one.path) for one in found]


def test_a_loop_without_a_line_out() -> None:
    text = SOUND.replace('goto = "signed"', 'goto = "letter"').replace('goto = "gone"', 'goto = "letter"')
    text = text.replace("days = 5\n", "")
    codes = [(one.code, one.path) for one in findings(scenario(text))]
    assert ("N204", ("scenes", "hall")) in codes


def test_a_loop_whose_way_out_is_never_open() -> None:
    text = SOUND.replace('kind = "accept"\ngoto = "signed"', 'kind = "accept"\ngoto = "letter"')
    text = text.replace('when = "rapport >= 1 or visits(hall) >= 2"', 'when = "rapport >= 3"')
    text = text.replace("days = 5\n", "")
    assert "N204" in [one.code for one in findings(scenario(text))]


def test_a_story_without_a_written_offer() -> None:
    text = SOUND.replace('stage = "written_offer"\n', "").replace('stage = "conversation"\n', "")
    text = text.replace("and stage == conversation", "")
    assert "N205" in [one.code for one in findings(scenario(text))]


def test_a_choice_for_nobody() -> None:
    never = (
        '[scenes.hall.choices.never]\ndo = "x"\nwhen = "mood == warm"\ngoto = "letter"\n[endings.signed]\n'
    )
    [found] = seen("[endings.signed]\n", never)
    assert (found.code, found.path) == ("N206", ("scenes", "hall", "choices", "never"))
    assert found.severity == "warning"


def test_of_scenes_behind_a_condition_that_never_holds_the_first_is_named() -> None:
    group = (
        '[scenes.hall.choices.up]\ndo = "x"\nwhen = "rapport >= 4 and rapport < 2"\ngoto = "attic"\n'
        '[scenes.attic]\ntext = "x"\nchoices.on = { do = "x", goto = "roof" }\n'
        '[scenes.roof]\ntext = "x"\nchoices.down = { do = "x", goto = "moon" }\n[endings.moon]\noutcome = "lost"\n'
        'title = "x"\ntext = "x"\n[endings.signed]\n'
    )
    found = seen("[endings.signed]\n", group)
    assert [(one.code, one.path) for one in found] == [
        ("N206", ("scenes", "hall", "choices", "up")),
        ("N201", ("scenes", "attic")),
    ]
    assert "1 more" in found[1].message


def test_what_bounds_prove_needs_no_budget() -> None:
    never = (
        '[scenes.hall.choices.never]\ndo = "x"\nwhen = "mood == warm"\ngoto = "letter"\n[endings.signed]\n'
    )
    text = SOUND.replace("[endings.signed]\n", never)
    assert [one.code for one in findings(scenario(text), 1)] == ["N206"]


def test_a_walk_to_a_dead_end_is_a_shortest_one_when_all_was_looked_at() -> None:
    text = SOUND.replace('say = "Where do I sign?"\n', 'say = "Where?"\nwhen = "rapport >= 1"\n')
    reach = look(scenario(text))[1]
    assert reach.shortest
    assert reach.stuck["talk"].possible
    assert len(reach.stuck["talk"].walk) == len(reach.scenes["talk"].walk)
