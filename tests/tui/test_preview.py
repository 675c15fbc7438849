"""The preview beside an editor: versions come in, the panel tells what could happen, the coach stays where they are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negotiator.runs.rehearsal import Rehearsal
from negotiator.runs.reloading import Versions, judge
from negotiator.scenario.source import Source
from negotiator.tui.preview.findingspage import findings_page
from negotiator.tui.preview.panel import FINDINGS, HERE
from negotiator.tui.preview.screen import PreviewScreen
from negotiator.tui.preview.waiting import Asked, nothing_yet
from negotiator.tui.previewing import PreviewApp
from tests.tui.fakes import FakeDesk
from tests.tui.frames import Driven
from tests.tui.story import EVERYTHING

PATH = Path("the-quay.toml")
QUAY = EVERYTHING.lstrip()
HIDDEN = QUAY.replace(
    "[scenes.phone.choices.salary]", '[scenes.phone.choices.salary]\nwhen = "warmth >= 2 and knows(phone)"'
)


@dataclass
class On(Driven[PreviewApp]):
    """A preview on the screen."""

    at: int = 0

    async def save(self, text: str) -> None:
        """As the watch does it; every save comes a second later."""
        self.at += 1
        when = datetime(2031, 3, 4, 14, 3, 12 + self.at, tzinfo=UTC)
        self.app.post_message(PreviewApp.Saved(judge(Source(str(PATH), text), PATH, when)))
        await self.settle()

    @property
    def page(self) -> str:
        panel = self.app.preview.panel
        return panel.pages[panel.open].plain

    @property
    def run(self) -> Rehearsal:
        return self.app.preview.run


@asynccontextmanager
async def preview(
    text: str = QUAY, size: tuple[int, int] = (80, 24), asked: Asked | None = None
) -> AsyncIterator[On]:
    asked = asked or Asked()
    version = judge(Source(str(PATH), text), PATH, datetime(2031, 3, 4, 14, 3, 12, tzinfo=UTC))
    run = (
        Rehearsal(PATH, version.game, asked.moment(version.game), 7)
        if version.game
        else Rehearsal(PATH, nothing_yet(PATH))
    )
    app = PreviewApp(FakeDesk(), PreviewScreen(Versions.first(version), run, asked))
    async with app.run_test(size=size) as pilot:
        on = On(app, pilot)
        await on.settle()
        yield on


def test_the_story_has_a_choice_to_hide() -> None:
    assert HIDDEN != QUAY


async def test_a_save_is_on_the_screen_and_the_place_is_kept() -> None:
    async with preview() as on:
        await on.press("1")
        scene, steps = on.run.view.scene, on.run.steps
        await on.save(QUAY.replace("What is the salary", "What would be the salary"))
        assert (on.run.view.scene, on.run.steps) == (scene, steps)
        assert "the version of 14:03:13, 1 step in" in on.text


async def test_a_broken_save_leaves_the_last_good_version_to_play() -> None:
    async with preview() as on:
        await on.save(QUAY.replace('goto = "pier"', 'goto = "peer"'))
        line = next(one for one in on.text.splitlines() if "✗ line" in one)
        assert "no scene or ending 'peer'" in line
        assert "playing the version of 14:03:12" in " ".join(on.text.split())
        assert "finding" in on.text.splitlines()[-1]
        before = on.run.steps
        await on.press("1")
        assert on.run.steps == before + 1
        await on.save(QUAY)
        assert "✗" not in on.text
        assert on.run.steps == before + 1


async def test_a_step_that_is_gone_is_named() -> None:
    async with preview() as on:
        await on.press("2")
        await on.save(QUAY.replace("choices.salary]", "choices.wages]"))
        assert "the choice 'salary' is no longer there" in " ".join(on.text.split())
        assert on.run.steps == 0


async def test_findings_have_their_place_the_line_and_the_mend() -> None:
    async with preview(size=(60, 20)) as on:
        await on.save(QUAY.replace('goto = "pier"', 'goto = "peer"', 1))
        await on.press("f")
        place = next(line for line in on.page.splitlines() if line.startswith("the-quay.toml:"))
        number, column = map(int, place.split(":")[1:])
        source = QUAY.replace('goto = "pier"', 'goto = "peer"', 1).splitlines()[number - 1]
        assert source[column - 1 :].startswith('"peer"')
        excerpt, carets = on.page.splitlines()[2:4]
        assert excerpt.index('"peer"') == carets.index("^")
        assert "did you mean 'pier'?" in on.page


def test_a_place_is_never_broken_in_two() -> None:
    file = "/home/coach/cases/of/this/and/of/last/year/the-quay.toml"
    loaded = judge(Source(file, "format = 1\n"), PATH, datetime(2031, 3, 4, tzinfo=UTC)).loaded
    place = findings_page(loaded, 40, looking=False).plain.splitlines()[0]
    assert place == "… and/of/last/year/the-quay.toml:1:1"
    assert findings_page(loaded, 80, looking=False).plain.startswith(f"{file}:1:1\n")


async def test_what_only_play_shows_is_found_in_the_background() -> None:
    async with preview() as on:
        await on.save(
            QUAY + '\n[scenes.attic]\ntext = "Dust."\nchoices.down = { do = "Down.", goto = "phone" }\n'
        )
        await on.press("f")
        assert "nobody can reach the scene 'attic'" in on.page
        assert on.run.game.scenario.scenes["attic"]


async def test_why_a_choice_is_hidden_and_where_it_leads() -> None:
    async with preview(HIDDEN) as on:
        await on.press("h")
        said = on.page
        assert "salary  hidden, because" in said
        assert "✗ warmth is 2 or more (now 0)" in said
        assert "✗ you know" in said
        assert "→ pier" in said


async def test_numbers_still_choose_while_the_panel_tells_what_could_happen() -> None:
    async with preview() as on:
        await on.press("h", "1")
        assert on.run.steps == 1
        await on.press("f", "1")
        assert on.run.steps == 1, "nobody chooses what they cannot see"
        await on.press("escape", "1")
        assert on.run.steps == 2


async def test_beside_the_story_where_there_is_room_in_place_of_it_where_there_is_none() -> None:
    async with preview(size=(120, 40)) as on:
        assert "What could happen here" in on.text
        assert "fourteen years" in on.text
    async with preview(size=(60, 20)) as on:
        assert "What could happen here" not in on.text
        await on.press("h")
        assert "What could happen here" in on.text
        assert "fourteen years" not in on.text
        await on.press("h")
        assert "fourteen years" in on.text


async def test_another_window_size_moves_the_panel() -> None:
    async with preview() as on:
        await on.press("h")
        await on.pilot.resize_terminal(120, 40)
        await on.settle()
        assert "fourteen years" in on.text
        assert "What could happen here" in on.text


async def test_to_a_scene_by_some_letters_of_its_name_and_back() -> None:
    async with preview() as on:
        start = on.run.view.scene
        await on.press("g", *"pi", "backspace", *"ier", "enter")
        assert on.run.view.scene == "pier"
        await on.press("u")
        assert on.run.view.scene == start


async def test_another_state_by_hand() -> None:
    async with preview(HIDDEN) as on:
        await on.press("e", "right", "right")
        shown = on.text
        assert "warmth" in shown
        facts = list(on.run.game.fact_ids)
        await on.press("enter")
        assert on.run.play.state.values == (2,)
        await on.press("e", *["up"] * (len(facts) - facts.index("phone")), "space", "enter")
        assert [choice.id for choice in on.run.view.choices if choice.id == "salary"] == ["salary"]
        assert on.run.play.state.values == (2,)
        await on.press("u", "u")
        assert on.run.play.state.values == (0,)


async def test_beginning_where_it_was_asked_and_again() -> None:
    async with preview(asked=Asked("pier", ("warmth=2",), ("phone",))) as on:
        assert (on.run.view.scene, on.run.play.state.values) == ("pier", (2,))
        await on.press("1", "r")
        assert (on.run.view.scene, on.run.steps) == ("pier", 0)


async def test_a_file_that_was_never_good_is_waited_for() -> None:
    async with preview("format = 1\n", asked=Asked("pier")) as on:
        assert on.app.preview.panel.open == FINDINGS
        assert "nothing to play yet" in on.text
        await on.save(QUAY)
        assert on.run.view.scene == "pier"
        assert on.app.preview.panel.open == ""
    async with preview("format = 1\n", asked=Asked("peer")) as on:
        await on.save(QUAY)
        assert "There is no scene 'peer' in this story. Did you mean 'pier'?" in " ".join(on.text.split())
        assert on.run.view.scene == "phone"


async def test_a_new_version_closes_what_was_opened_over_the_old_one_and_a_broken_one_does_not() -> None:
    async with preview() as on:
        await on.press("n")
        await on.save("format = 1\n")
        assert on.app.screen is not on.app.preview
        await on.save(QUAY)
        assert on.app.screen is on.app.preview


async def test_at_an_ending_one_goes_back_or_begins_again() -> None:
    async with preview(asked=Asked("pier")) as on:
        while not on.run.view.ending:
            on.run.choose(on.run.view.choices[-1].id)
        steps = on.run.steps
        await on.save(QUAY)
        await on.press("2")
        assert on.run.steps == steps - 1
        on.run.choose(on.run.view.choices[-1].id)
        await on.save(QUAY + "\n")
        await on.press("3")
        assert on.run.steps == 0


HOSTILE = "[/b] [@click=app.quit]here[/] \\u001b]0;title\\u0007 \\u001b[2J {player"


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_hostile_text_is_text(size: tuple[int, int]) -> None:
    async with preview(size=size) as on:
        await on.save(QUAY.replace('goto = "pier"', f'goto = "{HOSTILE}"'))
        await on.press("f")
        assert "[@click=app.quit]" in on.page
        assert not any(ord(letter) < 32 and letter != "\n" for letter in on.page + on.text)
        await on.save(QUAY.replace('name = "Tess Amory"', 'name = "[/b][@click=app.quit]Tess"'))
        await on.press("h")
        assert on.app.preview.panel.open == HERE
        assert "[@click=app.quit]" in on.text


async def test_the_keys_of_the_preview_are_in_its_help_once_each() -> None:
    async with preview(size=(120, 40)) as on:
        keys = [one.id for one in on.app.preview.helped]
        assert len(keys) == len(set(keys))
        assert {"findings", "here", "go", "state", "undo-any", "restart"} <= set(keys)
        await on.press("question_mark")
        assert "Nothing is kept." in on.text
