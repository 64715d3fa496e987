"""What a reader of the published site may rely on, seen with a real browser."""

from collections.abc import Callable

import pytest

from generator.model.page import Page
from generator.publish.site import Published

pytestmark = [pytest.mark.browser, pytest.mark.build]

HOSTILE = (
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "[x](javascript:alert(3))",
    "{{ 7*7 }}",
    '--8<-- "mkdocs.yml"',
    r"2nd {++x++} \(y\) R&D &lt;b&gt; &amp;amp;",
    "שלום עולם",
    "title: <script>alert(4)</script>",
)


@pytest.fixture(scope="session")
def site(
    built_site: Callable[..., Published],
    navigation_pages: tuple[Page, ...],
    write_page: Callable[..., Page],
    as_data: Callable[[str], str],
) -> Published:
    links = "".join(f'<li><a href="h{number}.html">{as_data(title)}</a></li>' for number, title in enumerate(HOSTILE))
    figure = '<p id="f145">145 militants, the operation dubbed Herof: <q>“black storm”</q>, Pakistan’s military</p>'
    pages = [page for page in navigation_pages if page.path != "incidents/index.md"]
    pages.append(write_page("incidents/index.md", "Incidents", f'<ul>{links}<li><a href="a.html">A</a></li></ul>'))
    pages.append(write_page("incidents/a.md", "Attacks across Balochistan", figure, tags=("armed-attack",)))
    for number, title in enumerate(HOSTILE):
        body = f'<p><bdi>{as_data(title)}</bdi></p>\n<h2 id="part">{as_data(title)}</h2>\n<p>needle{number}</p>'
        pages.append(write_page(f"incidents/h{number}.md", title, body, tags=("bombing",)))
    return built_site(tuple(pages), "reading")


@pytest.fixture(scope="session")
def disk(site, unpack):
    """The address of the unpacked bundle, in a folder whose name is hard on addresses."""
    return unpack(site.bundle, "off dir #1 ü 100%").as_uri() + "/"


@pytest.fixture(params=["disk", "http"])
def root(request, site, serve, disk):
    """The address of the site's root: the bundle from a disk, the site from a server."""
    return disk if request.param == "disk" else serve(site.html)


@pytest.mark.parametrize("words", ["Herof", "black storm", "pakistan 145"])
def test_search_finds_a_word_of_an_incident_and_leads_there(reader, root, words):
    reader.open(f"{root}index.html")
    rows = reader.search(words)
    rows.filter(has_text="Attacks across Balochistan").locator("a").first.click()
    reader.tab.wait_for_url("**/incidents/a.html*")
    assert reader.tab.locator("h1").first.inner_text() == "Attacks across Balochistan"


def test_the_built_folder_itself_opens_from_a_disk_and_is_searched(reader, site):
    reader.open(site.html / "incidents/a.html")
    assert reader.search("Herof").count() == 1


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=[title[:24] for title in HOSTILE])
def test_a_hostile_title_is_shown_verbatim_and_runs_nothing(reader, root, number):
    title = HOSTILE[number]
    reader.open(f"{root}incidents/h{number}.html")
    tab = reader.tab
    assert tab.title() == f"{title} - Briefing"
    assert tab.locator("h1").inner_text() == title
    assert tab.locator("[data-md-component=header-topic]").text_content().strip() == title
    assert tab.locator("meta[name=description]").get_attribute("content") == title
    assert tab.locator("bdi").inner_text() == title
    found = reader.search(f"needle{number}")
    assert title in found.first.locator("h1").first.text_content()
    assert found.first.locator(".md-tag").first.text_content() == "bombing"
    assert tab.locator("main script").count() == 1


def test_the_search_result_of_a_query_that_is_markup_shows_text(reader, root):
    reader.open(f"{root}index.html")
    texts = reader.search("script alert").all_text_contents()
    assert any("</title><script>alert(1)</script>" in text for text in texts)
    assert reader.tab.locator(".md-search-result__item script, .md-search-result__item img").count() == 0


@pytest.mark.parametrize("kept", [True, False], ids=["with the policy", "without it"])
@pytest.mark.parametrize("way", ["disk", "http"])
def test_the_policy_and_nothing_else_stops_an_injected_script(make_reader, site, serve, unpack, kept, way):
    folder = unpack(site.bundle, "injected")
    page = folder / "incidents/a.html"
    text = page.read_text("utf-8")
    assert text.count('<meta http-equiv="Content-Security-Policy"') == 1
    if not kept:
        text = text.replace('http-equiv="Content-Security-Policy"', 'name="x"')
    injected = "<script>document.documentElement.dataset.ran = 1</script><img src=x onerror=\"alert('x')\">"
    page.write_text(text.replace("</article>", injected + "</article>"), "utf-8")
    reader = make_reader()
    reader.open(page if way == "disk" else serve(folder) + "incidents/a.html")
    reader.tab.wait_for_timeout(200)
    ran = reader.tab.locator("html").get_attribute("data-ran")
    assert (ran, reader.alerts) == ((None, []) if kept else ("1", ["x"]))


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_light_and_dark_follow_the_system_until_the_reader_chooses(make_reader, root, scheme, other):
    names = {"light": "default", "dark": "slate"}
    reader = make_reader(color_scheme=scheme)
    reader.open(f"{root}index.html")
    body = reader.tab.locator("body")
    assert body.get_attribute("data-md-color-scheme") == names[scheme]
    reader.tab.get_by_title(f"Switch to {other} mode").click()
    assert body.get_attribute("data-md-color-scheme") == names[other]
    reader.open(f"{root}headlines.html")
    assert body.get_attribute("data-md-color-scheme") == names[other]
    reader.assert_quiet()


def test_the_search_dialog_has_a_name(reader, root):
    reader.open(f"{root}index.html")
    assert reader.tab.get_by_role("dialog", name="Search").count() == 1


def test_every_link_of_the_navigation_leads_to_its_page(reader, root):
    sections = ("Latest", "Incidents", "Headlines", "Places", "Actors")
    ways = {
        "Tabs": (*sections, "About"),
        "All sections": (*sections, "How this site is made", "For editors", "Codebook"),
    }
    for label, names in ways.items():
        for name in names:
            reader.open(f"{root}incidents/a.html")
            part = reader.tab.get_by_role("navigation", name=label, exact=True)
            part.get_by_role("link", name=name, exact=True).click()
            reader.tab.wait_for_load_state()
            assert reader.tab.locator("article h1").count() == 1


def test_the_page_for_an_address_that_leads_nowhere_offers_the_search_and_every_list(reader, site, serve):
    reader.open(f"{serve(site.html)}404.html")
    links = reader.tab.locator("article a")
    names = [name.strip() for name in links.all_inner_texts()]
    assert {"Latest", "Incidents", "Headlines", "Places", "Actors", "How this site is made"} <= set(names)
    assert reader.search("Herof").count() == 1
    for name in names:
        reader.open(f"{serve(site.html)}404.html")
        links.get_by_text(name, exact=True).click()
        reader.tab.wait_for_load_state()
        assert reader.tab.locator("article h1").count() == 1


def test_the_reader_of_these_tests_notices_a_request_that_leaves_the_machine(make_reader):
    reader = make_reader()
    reader.open("about:blank")
    with reader.tab.expect_event("requestfailed"):
        reader.tab.evaluate("new Image().src = 'http://example.org/x.png'")
    assert reader.strays == ["http://example.org/x.png"]
    assert "ERR_NAME_NOT_RESOLVED" in reader.complaints[0]
