"""The whole room: real builds with the real engine."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.publish.bundle import FOLDER, PAGES
from generator.publish.site import publish_site
from generator.publish.tree import TreeChanges
from generator.settings import EPOCH

pytestmark = pytest.mark.build

PROGRAM = """
import json, sys
from pathlib import Path
from generator.model.page import Page
from generator.publish.site import publish_site
from generator.settings import EPOCH, Workspace
pages = tuple(Page(*page) for page in json.loads(Path(sys.argv[2]).read_text("utf-8")))
publish_site(Workspace(Path(sys.argv[1])), pages, epoch=EPOCH, report=print)
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def publish(workspace, pages, report=lambda line: None):
    return publish_site(workspace, tuple(pages), epoch=EPOCH, report=report)


@pytest.fixture
def workspace(make_workspace):
    return make_workspace()


@pytest.fixture
def pages(navigation_pages, write_page):
    home = write_page(
        "index.md", "Home", '<p><a href="incidents/index.html">all</a> <a href="incidents/a.html">a</a></p>'
    )
    incident = write_page("incidents/a.md", "Attacks", '<p id="f145">145</p>', tags=("bombing", "armed-attack"))
    return [home, *navigation_pages[1:], incident]


def test_a_build_gives_a_site_and_a_bundle_and_a_second_one_leaves_both_alone(workspace, pages):
    steps = []
    first = publish(workspace, pages, steps.append)
    assert (first.rebuilt, first.findings) == (True, ())
    assert first.pages == TreeChanges(written=7, removed=0, unchanged=0)
    assert steps == [name for name, _ in first.seconds] == ["pages", "engine", "gate", "bundle"]
    assert "145" in (first.html / "incidents/a.html").read_text("utf-8")
    with zipfile.ZipFile(first.bundle) as packed:
        assert f"{FOLDER}/{PAGES}/incidents/a.html" in packed.namelist()
    before = {path: path.stat().st_mtime_ns for path in workspace.site.rglob("*")}
    second = publish(workspace, pages)
    assert second.rebuilt is False
    assert second.pages == TreeChanges(written=0, removed=0, unchanged=7)
    assert {path: path.stat().st_mtime_ns for path in workspace.site.rglob("*")} == before


@pytest.mark.parametrize("lost", ["html", "bundle", "html/incidents/a.html", ".stage/stamp.json"])
def test_a_lost_output_is_built_again(workspace, pages, lost):
    first = publish(workspace, pages)
    whole = tree(first.html)
    place = workspace.site / lost
    place.rename(workspace.root / "gone")
    assert publish(workspace, pages).rebuilt
    assert tree(first.html) == whole
    assert first.bundle.is_file()


def test_a_page_that_is_gone_leaves_the_site_too(workspace, pages, navigation_pages):
    publish(workspace, pages)
    after = publish(workspace, navigation_pages)
    assert after.pages == TreeChanges(written=1, removed=1, unchanged=5)
    assert not (after.html / "incidents/a.html").exists()


def faulty(page: Page, old: str, new: str) -> Page:
    assert old in page.text
    return Page(page.path, page.text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</div>", "</div>\n\n[b](b.md)", r"^site/docs/incidents/a\.md: .*b\.md"),
        ("- bombing", '- "<b>"', r"^site/docs/incidents/a\.md: .*tag"),
        ('<p id="f145">', '<p id="__search">', r"site/html/incidents/a\.html:\d+: error: duplicate-id"),
        ("145</p>", '<a href="b.html">b</a></p>', r"site/html/incidents/a\.html:\d+: error: broken-link"),
        ("145</p>", '<img src="https://example.org/x.png"></p>', r"a\.html:\d+: error: external"),
        ("145</p>", "<script>alert(1)</script></p>", r"a\.html:\d+: error: inline-script"),
        ("145</p>", '<span onclick="alert(1)">145</span></p>', r"a\.html:\d+: error: event-handler"),
        ('title: "Attacks"', 'title: "<script>alert(1)</script>"', r"a\.html:\d+: error: inline-script"),
    ],
    ids=["dead Markdown link", "tag", "id of the engine", "dead link", "remote image", "script", "handler", "title"],
)
def test_a_faulty_page_fails_in_one_line_and_leaves_the_old_site(workspace, pages, old, new, message):
    first = publish(workspace, pages)
    before = tree(first.html), first.bundle.read_bytes()
    said = []
    with pytest.raises(BuildFailed, match=message) as failed:
        publish(workspace, [*pages[:-1], faulty(pages[-1], old, new)], said.append)
    assert "\n" not in str(failed.value)
    assert "Traceback" not in str(failed.value)
    assert all("\n" not in line for line in said)
    assert (tree(first.html), first.bundle.read_bytes()) == before


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mkdocs.yml", None, r"^site/mkdocs\.yml: expected .*found no such file"),
        ("mkdocs.yml", "site_name: [", r"^site/mkdocs\.yml: "),
        ("mkdocs.yml", "site_name: x\ntheme: none-such\n", r"^site/mkdocs\.yml: .*none-such"),
        ("overrides/main.html", "{% nonsense %}", r"nonsense"),
        (
            "overrides/main.html",
            '{% extends "base.html" %}{% block site_meta %}{% endblock %}',
            r"overrides/main\.html",
        ),
    ],
    ids=["no settings", "no YAML", "no theme", "no template", "no head"],
)
def test_faulty_settings_fail_in_one_line(workspace, pages, name, text, message):
    (workspace.site / name).unlink()
    if text is not None:
        (workspace.site / name).write_text(text)
    with pytest.raises(BuildFailed, match=message) as failed:
        publish(workspace, pages)
    assert "\n" not in str(failed.value)
    assert not (workspace.site / "html").exists()


@pytest.mark.parametrize("step", ["pages", "engine", "gate", "bundle"])
def test_ctrl_c_at_any_step_leaves_a_whole_site_and_the_next_run_mends_the_rest(workspace, pages, step):
    old = tree(publish(workspace, pages).html)
    changed = [*pages[:-1], faulty(pages[-1], "145", "152")]

    def interrupt(line):
        if line == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(workspace, changed, interrupt)
    seen = tree(workspace.site / "html")
    after = publish(workspace, changed)
    assert seen in (old, tree(after.html))
    assert after.rebuilt
    with zipfile.ZipFile(after.bundle) as packed:
        assert b"152" in packed.read(f"{FOLDER}/{PAGES}/incidents/a.html")


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(workspace, pages, tmp_path):
    old = tree(publish(workspace, pages).html)
    changed = [*pages[:-1], faulty(pages[-1], "145", "152")]
    (tmp_path / "pages.json").write_text(json.dumps([[page.path, page.text] for page in changed]), "utf-8")
    command = [sys.executable, "-c", PROGRAM, str(workspace.root), str(tmp_path / "pages.json")]
    seen = []
    for delay in (0.1, 0.3, 0.5, 0.7):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as running:
            time.sleep(delay)
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)
        seen.append(tree(workspace.site / "html"))
    new = tree(publish(workspace, changed).html)
    assert all(site in (old, new) for site in seen)


def test_the_same_pages_give_the_same_bytes_anywhere(make_workspace, pages, tmp_path):
    (tmp_path / "pages.json").write_text(json.dumps([[page.path, page.text] for page in pages]), "utf-8")
    outputs = []
    surroundings = (
        ("one", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LANG": "C"}),
        ("off dir #1 ü 100%", {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LANG": "C.UTF-8"}),
    )
    for number, (name, variables) in enumerate(surroundings):
        workspace = make_workspace(name)
        command = [sys.executable, "-c", PROGRAM, str(workspace.root), str(tmp_path / "pages.json")]
        umask = (0o022, 0o077)[number]
        environment = {"PATH": os.environ["PATH"]} | variables
        subprocess.run(command, env=environment, umask=umask, check=True, stdout=subprocess.DEVNULL)
        bundle = workspace.site / f"bundle/{FOLDER}.zip"
        outputs.append((tree(workspace.site / "html"), bundle.read_bytes()))
    assert outputs[0] == outputs[1]


def test_no_word_of_the_site_names_a_remote_address_that_is_loaded_or_the_building_machine(workspace, pages):
    site = publish(workspace, pages)
    for name, data in tree(site.html).items():
        assert str(workspace.root).encode() not in data, name
        if name.endswith((".html", ".css", ".json")):
            assert b"//unpkg.com" not in data, name
            assert b"fonts.g" not in data, name


def test_a_site_with_an_address_names_it_on_the_server_and_not_in_the_bundle(workspace, pages):
    settings = workspace.site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nsite_url: https://example.org/briefing/\n", "utf-8")
    site = publish(workspace, pages)
    address = b"https://example.org/briefing/incidents/a.html"
    assert b'<link rel="canonical" href="%s">' % address in (site.html / "incidents/a.html").read_bytes()
    assert address in (site.html / "sitemap.xml").read_bytes()
    with zipfile.ZipFile(site.bundle) as packed:
        assert not any(b"https://example.org" in packed.read(name) for name in packed.namelist())


def test_a_full_disk_is_one_line_that_names_the_place(workspace, pages, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device", str(workspace.site / "docs/index.md"))

    monkeypatch.setattr("generator.publish.site.write_tree", full)
    with pytest.raises(BuildFailed, match=r"^site/docs/index\.md: .*No space left on device$"):
        publish(workspace, pages)
