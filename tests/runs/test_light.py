"""What the home screen needs before its first frame loads nothing heavy."""

import subprocess
import sys

import pytest

from tests.support import ROOT

HEAVY = {"pydantic", "textual", "filelock", "tomli_w", "negotiator.game.rules", "negotiator.scenario.models"}


@pytest.mark.parametrize(
    "code",
    [
        "from negotiator.runs.shelf import runs_in; runs_in(places.saves_folder('/nowhere'))",
        "from negotiator.runs.library import entries; entries((places.shipped_scenarios(),))",
        "from negotiator.runs.settings import load; load(places.settings_file())",
        "from negotiator.runs.cache import Cache; Cache(places.cache_folder()).get('scores', 'k')",
    ],
)
def test_listing_is_light(code: str) -> None:
    script = f"import sys\nfrom negotiator.runs import places\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(done.stdout.split())
