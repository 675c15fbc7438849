"""The pages in a real Chromium: nothing in the console, nothing asked of the network, the sheet on two sides."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from negotiator.analysis.compare import compare
from negotiator.report.compare import comparison_page
from negotiator.report.debrief import debrief_page
from negotiator.report.html import page_html
from negotiator.report.prepare import preparation_page
from tests.report.runs import case, dealt, sheet

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
pytestmark = pytest.mark.skipif(
    not BROWSER, reason="no Chromium on this machine: the pages are not opened in a real browser"
)

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # What the browser wants of its maker for itself, it does not get.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
KEPT = (
    "What did it cost you, going above and beyond?",
    "When Sioux Falls calls tonight, who picks up?",
    "I'd like to say yes to you. What I can't tell yet is whether it's the right work, for either of us.",
)
NOT_A_PAGE = "not an origin"
"""Initiator of what the browser asks for by itself."""


@dataclass
class Opened:
    """What a page did when it was opened."""

    document: str
    console: list[str]
    asked: list[str]
    """Addresses it wanted something from."""


def opened(path: Path, folder: Path) -> Opened:
    """Open a file with an empty profile."""
    log = folder / "net.json"
    done = run(path, folder, "--enable-logging=stderr", "--v=0", f"--log-net-log={log}", "--dump-dom")
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = [event["params"] for event in events if "initiator" in event.get("params", {})]
    return Opened(
        done.stdout,
        re.findall(r"CONSOLE[^\n]*", done.stderr),
        [one["url"] for one in asked if one["initiator"] != NOT_A_PAGE and "url" in one],
    )


def run(path: Path, folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'profile'}", *more, path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)


@pytest.mark.parametrize("which", ["dealt", "flagship", "comparison", "sheet"])
def test_a_page_says_nothing_to_the_console_and_asks_nothing_of_the_network(
    which: str, tmp_path: Path
) -> None:
    page = {
        "dealt": lambda: debrief_page(dealt(), "abc234"),
        "flagship": lambda: debrief_page(case("curious"), "abc234"),
        "comparison": lambda: comparison_page(
            compare(case("curious"), case("incurious")), ("abc234", "def567")
        ),
        "sheet": lambda: preparation_page(sheet("curious", KEPT)),
    }[which]()
    path = tmp_path / "page.html"
    path.write_text(page_html(page), "utf-8")
    seen = opened(path, tmp_path)
    assert page.title in seen.document
    assert seen.console == []
    assert seen.asked == []


def test_the_instrument_sees_what_it_looks_for(tmp_path: Path) -> None:
    address = "http://127.0.0.1:9/x.png"
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><title>t</title><img src={address}><script>console.warn('hm')</script>", "utf-8"
    )
    seen = opened(path, tmp_path)
    assert any("hm" in line for line in seen.console)
    assert address in seen.asked


def test_the_policy_of_a_page_holds_even_if_something_slipped_in(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    slipped = "<main id=\"main\"><img src=http://127.0.0.1:9/x.png><script>document.title='taken'</script>"
    path.write_text(page_html(debrief_page(dealt())).replace('<main id="main">', slipped), "utf-8")
    seen = opened(path, tmp_path)
    assert "taken</title>" not in seen.document
    assert seen.asked == []
    assert seen.console


def test_the_sheet_prints_on_two_sides(tmp_path: Path) -> None:
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(page_html(preparation_page(sheet("curious", KEPT))), "utf-8")
    run(path, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == 2


def test_on_paper_every_decision_stands_open(tmp_path: Path) -> None:
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("no pdftotext on this machine: what is printed is not read back")
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(page_html(debrief_page(case("curious"))), "utf-8")
    run(path, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    text = subprocess.run(
        [reader, "-layout", printed, "-"], capture_output=True, text=True, check=True
    ).stdout
    text = " ".join(text.split())
    for decision in case("curious").decisions:
        if decision.coach:
            assert " ".join(decision.coach.split()[:5]) in text, decision.number
