"""Pages that are set from a sample come out as the site engine makes them."""

import re
import shutil
from datetime import date

import pytest

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.pipeline.build import Run, build_site
from generator.pipeline.stages import Stages, Unwatched
from generator.publish.shell import prepare_shell
from generator.publish.site import publish_site
from generator.settings import EPOCH, Engine

pytestmark = pytest.mark.build


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def publish(workspace, pages, engine=Engine.STAMPED):
    return publish_site(workspace, tuple(pages), epoch=EPOCH, report=lambda line: None, engine=engine)


@pytest.fixture
def workspace(make_workspace):
    return make_workspace()


@pytest.fixture(scope="session")
def pages(navigation_pages, write_page):
    """Twelve incidents of different length, tags and words, beside the pages of the navigation."""
    kinds = ("armed-attack", "bombing", "fire", "riot")
    words = ("Attack & “reply”", "It's <b>bold</b>", "R&amp;D", "שלום 2nd", 'A "b" \\ c', "x' {{ 7*7 }}")
    made = []
    for number in range(12):
        tags = tuple(kinds[: number % 4 + 1])
        body = f'<p id="p{number}">{number}</p>\n</div>\n\n' + "".join(
            f"## Part {part}\n\n<div>\n<ul>\n\n<li>{part}</li>\n</ul>\n</div>\n\n" for part in range(number % 3 + 1)
        )
        page = write_page(f"incidents/i{number}.md", words[number % 6], "<!-- -->", tags=tags, description=words[5])
        made.append(Page(page.path, page.text.replace("<!-- -->\n</div>\n", body)))
    links = "".join(f'<li><a href="incidents/i{number}.html">{number}</a></li>' for number in range(12))
    return (write_page("index.md", "Home", f"<ul>{links}</ul>"), *navigation_pages[1:], *made)


def test_two_hundred_records_come_out_the_same_stamped_and_built_by_the_engine(copy_workspace, write_corpus):
    workspace = copy_workspace()
    write_corpus(workspace.seeds, 200)
    sites = []
    for engine in Engine:
        built = build_site(workspace, Run(date(2026, 6, 1), EPOCH, engine=engine), Stages(Unwatched()))
        assert built.incidents > 180
        assert built.published.rebuilt
        sites.append((tree(built.published.html), built.published.bundle.read_bytes()))
    (stamped, archive), (plain, other) = sites
    assert stamped.keys() == plain.keys()
    assert [name for name in plain if plain[name] != stamped[name]] == []
    assert archive == other


def test_only_a_few_pages_of_a_kind_go_through_the_engine(workspace, pages, tmp_path):
    small = prepare_shell(workspace.site, pages, tmp_path / "aside")
    assert len(list((small.site / "docs/incidents").glob("i*.md"))) <= 9
    assert len(list((small.site / "docs").glob("*/zq7x*.md"))) == len(small.kinds)


def test_where_no_kind_has_pages_enough_the_engine_builds_them_all(workspace, navigation_pages, tmp_path):
    assert prepare_shell(workspace.site, navigation_pages, tmp_path / "aside") is None


def test_stamped_pages_are_those_of_the_engine_whatever_their_words(workspace, pages):
    stamped = tree(publish(workspace, pages).html)
    assert tree(publish(workspace, pages, Engine.MKDOCS).html) == stamped
    assert not any("zq7x" in name for name in stamped)
    assert not (workspace.site / ".stage/shell").exists()


MARKDOWN = "<p>raw</p>\n\nA *word* of Markdown.\n"


def test_a_page_that_holds_markdown_is_left_to_the_engine(workspace, pages):
    own = [Page(page.path, page.text + MARKDOWN) if page.path == "incidents/i7.md" else page for page in pages]
    html = publish(workspace, own).html
    assert "<em>word</em>" in (html / "incidents/i7.html").read_text("utf-8")
    assert tree(html) == tree(publish(workspace, own, Engine.MKDOCS).html)


def test_a_page_that_people_link_to_is_there_for_the_engine(workspace, pages):
    about = workspace.site / "docs/about/index.md"
    about.write_text(about.read_text("utf-8") + "\nSee [one](../incidents/i5.md).\n", "utf-8")
    html = publish(workspace, pages).html
    assert 'href="../incidents/i5.html"' in (html / "about/index.html").read_text("utf-8")


def override(workspace, block, text):
    path = workspace.site / "overrides/main.html"
    path.write_text(path.read_text("utf-8") + f"{{% block {block} %}}{text}{{% endblock %}}\n", "utf-8")


def test_an_override_that_prints_title_and_address_in_its_own_way_is_followed(workspace, pages):
    override(workspace, "scripts", '{{ super() }}<p id="own">{{ page.title | e }} {{ page.url }}</p>')
    stamped = tree(publish(workspace, pages).html)
    assert b'<p id="own">R&amp;amp;amp;D incidents/i2.html</p>' in stamped["incidents/i2.html"]
    assert tree(publish(workspace, pages, Engine.MKDOCS).html) == stamped


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ super() }}<p>{{ page.content | length }}</p>", r"site/docs/incidents/i\d+\.md: .*alone, found"),
        ("{{ super() }}<p>{{ page.title | upper }}</p>", r"site/docs/incidents: .*ZQ7XTITLE"),
    ],
    ids=["what no slot holds", "what is made of a title"],
)
def test_a_theme_that_shows_more_than_the_slots_stops_the_build(workspace, pages, text, message):
    override(workspace, "scripts", text)
    with pytest.raises(BuildFailed, match=message) as failed:
        publish(workspace, pages)
    assert "--engine mkdocs" in str(failed.value)
    assert publish(workspace, pages, Engine.MKDOCS).rebuilt


def test_pages_in_the_navigation_stop_the_build_and_name_the_way_out(workspace, pages):
    settings = workspace.site / "mkdocs.yml"
    text = re.sub(r"^nav:\n(?:  .*\n)+", "", settings.read_text("utf-8"), flags=re.MULTILINE)
    settings.write_text(text.replace('not_in_nav: "*"', ""), "utf-8")
    with pytest.raises(BuildFailed, match=r"^site/mkdocs\.yml: .*navigation.*--engine mkdocs"):
        publish(workspace, pages)


def test_a_stamped_build_leaves_hand_written_files_where_they_are(workspace, pages):
    by_hand = tree(workspace.site / "docs/about") | tree(workspace.site / "overrides")
    publish(workspace, pages)
    after = tree(workspace.site / "docs/about") | tree(workspace.site / "overrides")
    assert {name: after[name] for name in by_hand} == by_hand
    shutil.rmtree(workspace.site / "html")
    assert publish(workspace, pages).rebuilt
