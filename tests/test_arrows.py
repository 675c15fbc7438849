"""The rooms import one way, and a command loads only what it needs: seen in a real interpreter."""

import ast
import subprocess
import sys

import pytest

from tests.support import ROOT

HEAVY = {"pydantic", "textual", "rich", "aiohttp", "numpy", "platformdirs", "filelock", "tomli_w", "argparse"}


def loaded(code: str) -> set[str]:
    """The modules that an interpreter has loaded after running `code`."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("room", "never"),
    [
        ("negotiator.scenario.models", {"negotiator.game", "negotiator.analysis", "textual"}),
        (
            "negotiator.game.play",
            {"negotiator.analysis", "negotiator.runs", "textual", "random", "pathlib", "datetime"},
        ),
        ("negotiator.analysis.debrief", {"negotiator.runs", "negotiator.report", "textual", "pathlib"}),
        ("negotiator.report.plain", {"negotiator.runs", "negotiator.tui", "textual"}),
    ],
)
def test_a_room_brings_only_what_stands_to_its_right(room: str, never: set[str]) -> None:
    base = "import negotiator.scenario.models, hashlib" if "scenario" not in room else "import pydantic"
    assert not (loaded(f"{base}\nimport {room}") - loaded(base)) & never


def test_the_engine_knows_no_file_clock_screen_or_global_luck() -> None:
    for path in [
        *(ROOT / "negotiator" / "game").glob("*.py"),
        *(ROOT / "negotiator" / "analysis").glob("*.py"),
    ]:
        tree = ast.parse(path.read_text("utf-8"))
        names = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        outside = {name.split(".")[0] for name in names} & {
            "os",
            "io",
            "pathlib",
            "time",
            "datetime",
            "secrets",
            "sys",
        }
        assert not outside, path
        assert "random" not in names or path.parent.name == "analysis", path
        calls = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"open", "print", "input", "eval", "exec"}, path


def test_the_version_loads_nothing_heavy() -> None:
    code = "sys.argv = ['negotiator', '--version']\nfrom negotiator.__main__ import main\nmain()"
    assert not loaded(code) & HEAVY


@pytest.mark.parametrize("command", ["list", "check", "runs"])
def test_a_command_that_does_not_draw_loads_no_screen(command: str) -> None:
    tail = {
        "list": "['list']",
        "check": "['check', 'scenarios/first-offer.toml']",
        "runs": "['runs', 'list']",
    }[command]
    assert not loaded(f"from negotiator.cli.main import run\nrun({tail})") & {"textual", "rich", "aiohttp"}
