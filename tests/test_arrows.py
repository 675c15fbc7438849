"""The rooms import one way, and a command loads only what it needs: seen in a real interpreter."""

import subprocess
import sys

import pytest

from tests.support import ROOT

HEAVY = {"pydantic", "textual", "rich", "aiohttp", "numpy", "platformdirs", "filelock", "tomli_w", "argparse"}


def loaded(code: str) -> set[str]:
    """The modules that an interpreter has loaded after running `code`."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("room", "never"),
    [
        ("negotiator.scenario.models", {"negotiator.game", "negotiator.analysis", "textual"}),
        ("negotiator.game.play", {"negotiator.analysis", "negotiator.runs", "textual", "random", "pathlib", "datetime"}),
        ("negotiator.analysis.debrief", {"negotiator.runs", "negotiator.report", "textual", "pathlib"}),
        ("negotiator.report.plain", {"negotiator.runs", "negotiator.tui", "textual"}),
    ],
)
def test_a_room_brings_only_what_stands_to_its_right(room: str, never: set[str]) -> None:
    base = loaded("import pydantic, re, difflib")
    assert not (loaded(f"import pydantic, re, difflib\nimport {room}") - base) & never


def test_the_version_loads_nothing_heavy() -> None:
    code = "sys.argv = ['negotiator', '--version']\nfrom negotiator.__main__ import main\nmain()"
    assert not loaded(code) & HEAVY


@pytest.mark.parametrize("command", ["list", "check", "runs"])
def test_a_command_that_does_not_draw_loads_no_screen(command: str) -> None:
    tail = {"list": "['list']", "check": "['check', 'scenarios/first-offer.toml']", "runs": "['runs', 'list']"}[command]
    assert not loaded(f"from negotiator.cli.main import run\nrun({tail})") & {"textual", "rich", "aiohttp"}
