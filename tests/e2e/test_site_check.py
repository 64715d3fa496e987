"""``briefing check --site``: a built site looked at again, against a clean build and the records."""

import json
import shutil
import zipfile

import pytest

from generator.publish.bundle import FOLDER, PAGES
from generator.publish.policy import script_hash

pytestmark = pytest.mark.build

SCRIPT = "document.title='x'"


@pytest.fixture
def site(built, tmp_path):
    """A copy of the built site that a test may change, beside the workspace."""
    return shutil.copytree(built[0].site / "html", tmp_path / "html")


@pytest.fixture
def check(briefing, built):
    """Looks at a site; returns the exit code and the codes of the findings."""

    def run(*place):
        done = briefing("check", "--site", *place, "--format", "json", cwd=built[0].root)
        return done.code, [json.loads(line)["code"] for line in done.lines]

    return run


def test_the_site_of_the_workspace_passes(briefing, built):
    done = briefing("check", "--site", cwd=built[0].root)
    assert (done.code, done.lines) == (0, ["0 findings"])


def test_a_bundle_that_was_unpacked_passes(check, built, tmp_path):
    with zipfile.ZipFile(next((built[0].site / "bundle").glob("*.zip"))) as packed:
        packed.extractall(tmp_path)
    assert check(tmp_path / FOLDER / PAGES) == (0, [])


def test_a_figure_that_was_changed_in_a_page_is_found_by_the_record(check, site):
    (page,) = (path for path in (site / "incidents").glob("*.html") if path.name != "index.html")
    text = page.read_text("utf-8")
    assert "145" in text
    page.write_text(text.replace("145", "154"), "utf-8")
    code, codes = check(site)
    assert code == 1
    assert set(codes) == {"words"}


def test_a_script_is_found_though_the_policy_of_every_page_was_changed_to_let_it_run(check, site):
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8").replace("script-src 'self'", f"script-src 'self' {script_hash(SCRIPT)}")
        page.write_text(text.replace("</body>", f"<script>{SCRIPT}</script></body>"), "utf-8")
    code, codes = check(site)
    assert code == 1
    assert set(codes) == {"policy", "inline-script"}


def test_a_folder_without_a_site_is_named_in_one_line(briefing, built, tmp_path):
    done = briefing("check", "--site", tmp_path, cwd=built[0].root)
    assert done.code == 1
    assert done.err.splitlines() == [
        f"error: {tmp_path}: expected a built site with index.html, found none; build it, or name its folder"
    ]
