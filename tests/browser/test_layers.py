"""Each layer of the defence, taken out: the attack that it keeps off lands, and with the layer it does not.

The layers are those of a page's way to a reader: how a value is written into the body (the ``data`` filter), how the
theme writes the head (``overrides/main.html``), the gate behind the build, the policy in each page. An attack goes
through a body or head whose layer is missing; it is stopped by the gate, without the gate by the policy, and lands
where that is missing too. So none of the layers is there for show, and no test passes for want of an attack.
"""

import html
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from generator.errors import BuildFailed
from generator.lexicon.lexicon import load_lexicon
from generator.model.page import Page
from generator.model.vocabulary import Origin
from generator.pipeline.extraction import extract_document
from generator.publish.policy import CLEAN_PAGE
from generator.publish.site import publish_site
from generator.read.files import read_file
from generator.render.encoding import Encoded
from generator.render.environment import open_environment
from generator.render.exports.dress import dress_pages
from generator.render.pages import render_pages
from generator.render.site import Site
from generator.settings import EPOCH, builtin_templates

pytestmark = [pytest.mark.browser, pytest.mark.build]

STORY = "A car bomb killed 12 people at a market in Kabul on Monday, police said.\n"
TITLE = "Bombing </title><script>alert('head')</script><img src=x onerror=\"alert('body')\"> in Kabul"
TITLE_BLOCK = re.compile(r"{% block htmltitle %}.*?{% endblock %}", re.DOTALL)
TITLE_LINE = re.compile(r"^title: .*$", re.MULTILINE)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LEAK = "https://leak.example/x.js"


def identity(value):
    """A value as it stands: the filter without its work."""
    return Encoded(str(value))


def without_data_filter(workspace, environment):
    """Templates print values as they stand."""
    environment.filters["data"] = identity


def without_title_block(workspace, environment):
    """The theme's own title, which un-escapes a heading that was escaped rightly."""
    main = workspace.site / "overrides/main.html"
    cut, count = TITLE_BLOCK.subn("", main.read_text("utf-8"))
    assert count == 1
    main.write_text(cut, "utf-8")
    by_hand = workspace.site / "docs/about/by-hand.md"
    by_hand.write_text(f"# About {html.escape(TITLE)}\n", "utf-8")


def with_script_from_elsewhere(workspace, environment):
    """The settings name a script of another host."""
    settings = workspace.site / "mkdocs.yml"
    text, count = re.subn(
        "^extra_javascript: \\[", f"extra_javascript: [{LEAK}, ", settings.read_text("utf-8"), flags=re.M
    )
    assert count == 1
    settings.write_text(text, "utf-8")


def unescaped(page):
    """The page with the title in its front matter as the record has it."""
    return replace(page, text=TITLE_LINE.sub(lambda _: f"title: {json.dumps(TITLE)}", page.text, count=1))


@dataclass(frozen=True)
class Attack:
    """A way past a layer.

    Attributes:
        code: of the gate's finding.
        lands: whether a reader was hurt.
        prepare: takes the layer out of a workspace or of the templates.
        spoil: takes it out of a page.
        page: where the attack waits.
    """

    code: str
    lands: Callable[..., bool]
    prepare: Callable[..., None] = lambda workspace, environment: None
    spoil: Callable[..., Page] = lambda page: page
    page: str = "incidents/*kabul*.html"


ATTACKS = {
    "a value is written as it stands": Attack(
        "event-handler", lambda reader: "body" in reader.alerts, prepare=without_data_filter
    ),
    "a title is not escaped in the front matter": Attack(
        "event-handler", lambda reader: "head" in reader.alerts, spoil=unescaped
    ),
    "a heading is un-escaped by the theme": Attack(
        "event-handler", lambda reader: "head" in reader.alerts, prepare=without_title_block, page="about/by-hand.html"
    ),
    "a setting loads a script from elsewhere": Attack(
        "external",
        lambda reader: any(f"{LEAK}: net::" in complaint for complaint in reader.complaints),
        prepare=with_script_from_elsewhere,
    ),
}


def build(workspace, attack=None):
    """Build a site of one hostile record; returns the path of its page."""
    path = workspace.seeds / "story.txt"
    path.write_text(STORY, "utf-8")
    document = read_file(path, path.name).document
    made = extract_document(document, load_lexicon()).assembly.incident
    record = replace(made, title=replace(made.title, text=TITLE, origin=Origin.EDITOR))
    site = Site((record,), documents={(document.file, document.sha256): document}, codebook="# Codebook\n")
    environment = open_environment([builtin_templates()])
    if attack:
        attack.prepare(workspace, environment)
    pages = dress_pages(render_pages(site, environment), site)
    spoilt = tuple(attack.spoil(page) if attack and page.path.startswith("incidents/k") else page for page in pages)
    publish_site(workspace, spoilt, epoch=EPOCH, report=lambda line: None)
    return f"incidents/{record.id}.html"


@pytest.fixture(scope="module", params=ATTACKS.values(), ids=ATTACKS.keys())
def stopped(request, make_workspace):
    """An attack, the site that the gate did not let out, and what the gate said."""
    workspace = make_workspace("layers")
    with pytest.raises(BuildFailed) as raised:
        build(workspace, request.param)
    assert not (workspace.site / "html").exists()
    return request.param, workspace.site / ".stage/html", str(raised.value)


def page_of(attack, site):
    (page,) = site.glob(attack.page)
    return page


def test_with_every_layer_the_site_leaves_and_a_reader_sees_the_words(reader, make_workspace):
    workspace = make_workspace("sound")
    path = build(workspace)
    reader.open(workspace.site / "html" / path)
    assert reader.tab.title() == f"{TITLE} - Briefing"
    assert reader.tab.locator("h1").inner_text() == TITLE


def test_the_gate_stops_what_a_missing_layer_let_through(stopped):
    attack, _, message = stopped
    assert "did not pass the gate" in message
    assert attack.code in message


def test_without_the_gate_the_policy_stops_it_and_the_browser_says_so(stopped, make_reader):
    attack, site, _ = stopped
    reader = make_reader()
    reader.open(page_of(attack, site))
    assert not attack.lands(reader)
    assert any("Content Security Policy" in complaint for complaint in reader.complaints)


def test_without_gate_and_policy_it_lands(stopped, make_reader, tmp_path):
    attack, site, _ = stopped
    bare = shutil.copytree(site, tmp_path / "html")
    for page in bare.rglob("*.html"):
        text, count = POLICY.subn("", page.read_text("utf-8"))
        assert count == 1
        page.write_text(text, "utf-8")
    reader = make_reader()
    reader.open(page_of(attack, bare))
    assert attack.lands(reader)


def test_no_script_is_learned_from_a_page_that_a_source_is_on(stopped):
    _, site, _ = stopped
    policies = {POLICY.search(page.read_text("utf-8"))[0] for page in site.rglob("*.html")}
    assert len(policies) == 1
    assert "alert" not in (site / CLEAN_PAGE).read_text("utf-8")
