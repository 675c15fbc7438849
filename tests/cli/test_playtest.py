"""`negotiator playtest` as it is used: its report, its exit codes, the commands it prints, and Ctrl-C."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.stories import story as generated
from tests.analysis.playtest.stories import DEAD_END, SOUND, TRAP, UNREACHED, VANISHING
from tests.cli.conftest import Command
from tests.support import FRAME, ROOT, SCENARIOS


def written(folder: Path, text: str, name: str = "small.toml") -> Path:
    path = folder / name
    path.write_text(FRAME + text, "utf-8")
    return path


def in_a_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a printed command as a person would who pastes it, but with `negotiator` of this checkout."""
    assert command.startswith("negotiator play ")
    run = f"{shlex.quote(sys.executable)} -m negotiator {command.removeprefix('negotiator ')} --format json"
    folders = {f"NEGOTIATOR_{name}": str(folder / name.lower()) for name in ("SAVES", "CACHE", "CONFIG")}
    return subprocess.run(
        run,
        shell=True,
        cwd=ROOT,
        env=os.environ | folders,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def commands(data: Any) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Everything that comes with a walk that was replayed."""
    return [
        (one, one["walk"])
        for one in (*data["spots"], *data["troubles"])
        if one["walk"] and one["walk"]["exact"]
    ]


def test_nothing_to_mend_is_exit_code_0(command: Command, tmp_path: Path) -> None:
    done = command("playtest", written(tmp_path, SOUND), "--plays", "50")
    assert done.code == 0
    assert "Nothing to mend." in done.out
    assert "proved" in done.out
    assert done.err == ""


@pytest.mark.parametrize("text", [DEAD_END, TRAP, VANISHING, UNREACHED])
def test_errors_are_exit_code_1_and_come_first(command: Command, tmp_path: Path, text: str) -> None:
    done = command("playtest", written(tmp_path, text), "--plays", "50")
    assert done.code == 1
    assert "to mend." in done.out.splitlines()[2]
    assert done.out.index("error: ") < done.out.index("Endings")


def test_warnings_count_only_when_strict(command: Command, tmp_path: Path) -> None:
    text = SOUND + '[scenes.desk.choices.never]\nsay = "n"\nwhen = "visits(hall) > 7"\ngoto = "gone"\n'
    path = written(tmp_path, text)
    assert command("playtest", path, "--plays", "50").code == 0
    assert command("playtest", path, "--plays", "50", "--strict").code == 1


def test_what_cannot_run_is_exit_code_2(command: Command, tmp_path: Path) -> None:
    assert command("playtest", tmp_path / "nowhere.toml").code == 2
    broken = written(tmp_path, SOUND.replace('goto = "desk"', 'goto = "dusk"'))
    assert command("playtest", broken).code == 2
    path = written(tmp_path, SOUND)
    for wrong in (
        ("--plays", "0"),
        ("--seconds", "-1"),
        ("--seconds", "nan"),
        ("--memory", "9"),
        ("--cores", "0"),
    ):
        done = command("playtest", path, *wrong)
        assert (done.code, done.out) == (2, ""), wrong
        assert wrong[0] in done.err


def test_the_document_has_the_keys_that_are_promised(command: Command, tmp_path: Path) -> None:
    data = command("playtest", written(tmp_path, SOUND), "--plays", "50", "--format", "json").data
    assert set(data) == {
        "format", "errors", "warnings", "notes", "scenario", "title", "language", "file", "interrupted", "searched",
        "sampled", "troubles", "spots", "ranges", "shares", "distributions", "players", "judged", "judged_ground",
        "length", "deal", "teaching",
    }  # fmt: skip
    assert data["searched"] | {"states": 0} == {
        "complete": True, "states": 0, "stopped": "when there was nothing left to look at", "undecided": "",
    }  # fmt: skip
    by_id = {one["id"]: one for one in data["spots"]}
    assert by_id["gone"]["reached"] == "reached"
    assert by_id["gone"]["ground"] == {"basis": "proved", "plays": 0}
    assert {one["ground"]["basis"] for one in data["shares"]} == {"proved"}
    assert [one["name"] for one in data["players"]] == [
        "random",
        "bold",
        "smooth",
        "fitting",
        "asking",
        "hurried",
    ]
    pages = (ROOT / "docs" / "playtest.md").read_text("utf-8")
    assert [key for key in data if f"`{key}`" not in pages] == []


def test_every_command_leads_to_its_spot(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND, "a case; with 'odd' $name.toml")
    made = playtest(path, "--plays", "50", "--format", "json")
    found = commands(loaded(made))
    assert len(found) == 10
    for one, walk in found:
        data = loaded(in_a_shell(walk["command"], tmp_path))
        assert "error" not in data, walk["command"]
        arrived = [
            data["scene"],
            data["ending"],
            *(f"{line['scene']}.{line['choice']}" for line in data["log"]),
        ]
        arrived += [f"{line['scene']}.{line['choice']}.{line['outcome']}" for line in data["log"]]
        assert one["id"] in arrived, walk["command"]


@pytest.mark.parametrize(("text", "scene"), [(VANISHING, "desk"), (DEAD_END, "cellar"), (TRAP, "yard")])
def test_a_command_leads_to_the_trouble(tmp_path: Path, text: str, scene: str) -> None:
    data = loaded(playtest(written(tmp_path, text), "--plays", "50", "--format", "json"))
    [trouble] = [one for one in data["troubles"] if one["fault"] != "not reached"]
    there = loaded(in_a_shell(trouble["walk"]["command"], tmp_path))
    assert (there["scene"], there["ended"]) == (scene, False)
    open_ = [choice["id"] for choice in there["choices"] if choice["enabled"]]
    assert open_ == (["wait"] if text is TRAP else [])


def test_the_endings_of_the_full_case_are_reached_by_their_commands(tmp_path: Path) -> None:
    path = SCENARIOS / "two-roles-one-title.toml"
    data = loaded(playtest(path, "--plays", "3000", "--seconds", "0", "--format", "json"))
    ends = [(one, walk) for one, walk in commands(data) if one.get("kind") == "ending"]
    assert len(ends) == 13
    for one, walk in ends[::3]:
        assert loaded(in_a_shell(walk["command"], tmp_path))["ending"] == one["id"], walk["command"]


def test_a_command_is_one_line_in_the_text(command: Command, tmp_path: Path) -> None:
    out = command("playtest", written(tmp_path, VANISHING), "--plays", "50").out
    [line] = {line.strip() for line in out.splitlines() if "--moves" in line and "ask; go" in line}
    assert line.startswith("negotiator play ")
    assert line.endswith('--moves "ask; go"')


def test_everything_is_listed_with_a_walk_when_asked_for(command: Command, tmp_path: Path) -> None:
    out = command("playtest", written(tmp_path, SOUND), "--plays", "50", "--all").out
    assert "outcome desk.push.slips" in out
    assert out.count("--moves") >= 10


def test_hostile_words_never_reach_the_terminal(command: Command, tmp_path: Path) -> None:
    text = SOUND.replace('title = "Gone"', 'title = "\\u001b[31mGone\\u202e"')
    out = command("playtest", written(tmp_path, text), "--plays", "50").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def loaded(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.stderr == ""
    return json.loads(done.stdout)


def playtest(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "negotiator", "playtest", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def interrupted(arguments: Sequence[str | Path], when: str) -> tuple[int, str, str]:
    """Ctrl-C for the whole group of processes, as a terminal sends it, once the bar says what is being done."""
    primary, secondary = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "negotiator", "playtest", *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=secondary, start_new_session=True,
    ) as child:  # fmt: skip
        os.close(secondary)
        seen = b""
        while when.encode() not in seen.replace(b"\r", b""):
            seen += os.read(primary, 4096)
        os.killpg(child.pid, signal.SIGINT)
        out, _ = child.communicate(timeout=60)
        seen += _rest(primary)
    os.close(primary)
    return child.returncode, out.decode(), seen.decode()


def _rest(handle: int) -> bytes:
    try:
        return os.read(handle, 1 << 16)
    except OSError:  # a pseudo-terminal whose other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_ctrl_c_while_playing_gives_the_report_so_far(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_text(generated(100), "utf-8")
    code, out, said = interrupted([path, "--seconds", "0", "--plays", "5000000", "--cores", "2"], "Playing [")
    assert code == 130
    assert "Interrupted: this is what had been found by then." in out
    assert "Traceback" not in said
    assert "Endings" in out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_ctrl_c_while_searching_gives_the_report_so_far(tmp_path: Path) -> None:
    path = tmp_path / "hub.toml"
    hub = '[scenes.hall]\ntext = "t"\n' + "\n".join(
        f'choices.q{at} = {{ say = "q", goto = "here" }}' for at in range(60)
    )
    path.write_text(FRAME + hub + '\nchoices.out = { do = "o", goto = "signed" }\n', "utf-8")
    code, out, said = interrupted([path, "--seconds", "600", "--format", "json"], "Searching [")
    assert code == 130
    assert '"interrupted": true' in out
    assert '"stopped": "when it was interrupted"' in out
    assert "Traceback" not in said
