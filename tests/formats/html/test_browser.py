"""The page in a real browser, where there is one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from magcite.formats import Format, WriteOptions

from ..rendering import render
from ..sample_report import sample_report
from .parsing import parse

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=3000"),
]
PROBE = """<script>
const type = (text) => { const box = document.getElementById("f-topic"); box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true })); };
const shown = () => [...document.querySelectorAll("article")].filter((one) => one.offsetParent).map((one) => one.id);
const say = (name) => { const line = document.createElement("pre"); line.dataset.probe = name;
  line.textContent = shown().join(" "); document.body.append(line); };
const wait = (time) => new Promise((done) => setTimeout(done, time));
(async () => {
  say("all"); type("cramps older"); await wait(400); say("words"); type(""); await wait(400);
  const level = document.getElementById("f-severity"); level.value = "3";
  level.dispatchEvent(new Event("input", { bubbles: true })); await wait(50); say("errors");
  level.value = "0"; const review = document.getElementById("f-review");
  for (const choice of ["with", "without", "any"]) { review.value = choice;
    review.dispatchEvent(new Event("input", { bubbles: true })); await wait(50); say(`review-${choice}`); }
  const box = document.querySelector("[value=contradicted]"); box.click();
  await wait(50); say("verdict"); box.click(); const order = document.getElementById("f-order"); order.value = "worst";
  order.dispatchEvent(new Event("input", { bubbles: true })); await wait(50); say("worst");
})();
</script>"""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: the page is not opened in a browser"
)


def _open(page: str, folder: Path, *flags: str) -> str:
    file = folder / "report.html"
    file.write_text(page, encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, encoding="utf-8")
    return done.stdout


def test_the_script_runs_under_its_policy_and_shows_the_filters(tmp_path: Path) -> None:
    (form,) = parse(_open(render(Format.HTML), tmp_path, "--dump-dom")).find("form")
    assert "hidden" not in form.attributes


def test_a_script_that_is_not_ours_is_kept_from_running(tmp_path: Path) -> None:
    page = render(Format.HTML).replace("</footer>", "</footer><script>document.title = 'broken in'</script>")
    assert "<title>broken in" not in _open(page, tmp_path, "--dump-dom")


def test_the_filters_narrow_the_statements_down(tmp_path: Path) -> None:
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", render(Format.HTML))
    document = parse(_open(page.replace("</body>", f"{PROBE}</body>"), tmp_path, "--dump-dom"))
    found = {node.attributes["data-probe"]: node.text.split() for node in document.find("pre")}
    everything = [f"s-{audited.assertion.id}" for claim in sample_report().claims for audited in claim.assertions]
    assert found["all"] == everything
    assert found["words"] == ["s-cramps"]
    assert found["errors"] == ["s-mood.b"]
    assert found["review-with"] == ["s-mood.b"]
    assert found["review-without"] == [one for one in everything if one != "s-mood.b"]
    assert found["review-any"] == everything
    assert found["verdict"] == [one for one in everything if one != "s-mood.b"]
    assert found["worst"][:3] == ["s-mood.a", "s-mood.b", "s-mixed"]
    assert sorted(found["worst"]) == sorted(everything)


def test_the_page_is_drawn_on_a_phone_and_on_a_desk(tmp_path: Path) -> None:
    for width in (500, 1280):
        picture = tmp_path / f"{width}.png"
        _open(
            render(Format.HTML, options=WriteOptions()),
            tmp_path,
            f"--screenshot={picture}",
            f"--window-size={width},900",
        )
        assert picture.stat().st_size > 10_000
