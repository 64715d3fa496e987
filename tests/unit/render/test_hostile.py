"""A record that is hostile in every field reads word for word and runs nothing."""

import dataclasses
import html
import re

import pytest
import yaml

from generator.model.claim import Review
from generator.model.document import Document
from generator.model.incident import Status
from generator.model.span import Span
from generator.model.vocabulary import ReviewState
from generator.render.site import Site

PAYLOADS = {
    "a closed title and a script": "</title><script>alert(1)</script>",
    "an image that fails": '"><img src=x onerror=alert(1)>',
    "a Markdown link": "[x](javascript:alert(1))",
    "a reference link": "[x][1] ![y](z.png) <javascript:alert(1)>",
    "a macro": "{{ 7*7 }} {% raw %} ${7*7}",
    "a snippet": '--8<-- "mkdocs.yml"',
    "editing marks and mathematics": r"2nd {++x++} \(y\) $z$ H~2~O a^2^ :smile: (c)",
    "Hebrew, and an override": "בנימין 'נתניהו' \u05f4x\u05f4",
    "character references": "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "attribute lists": '{: onclick="alert(1)" } {#__search} { .x }',
    "front matter": "---\ntitle: <script>\n---\n",
    "blocks": "\n\n# Heading\n\n    code\n\n* item\n\n> quote\n\n<script>alert(1)</script>\n\n",
    "an open comment": "<!-- <![CDATA[ <? </bdi></p></td></div></section> --",
    "abbreviations and footnotes": "*[HTML]: x\n[^1]: y [^1]\n[1]: javascript:alert(1)",
}

NASTY = (
    "tables",
    "toc",
    "attr_list",
    "md_in_html",
    "def_list",
    "footnotes",
    "abbr",
    "admonition",
    "smarty",
    "pymdownx.critic",
    "pymdownx.caret",
    "pymdownx.tilde",
    "pymdownx.mark",
    "pymdownx.betterem",
    "pymdownx.smartsymbols",
    "pymdownx.magiclink",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.keys",
)

TAGS = {
    "a",
    "article",
    "bdi",
    "blockquote",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "header",
    "li",
}
TAGS |= {"aside", "del", "ins", "mark", "nav", "ol", "p", "pre", "s", "section", "span", "strong", "summary"}
TAGS |= {"table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"aria-label", "aria-labelledby", "class", "colspan", "dir", "href", "id", "rel", "scope"}
ATTRIBUTES |= {f"data-{name}" for name in ("actor", "day", "facet", "kind", "place", "standing", "value")}
UNSHOWN = {"Dates.basis"}
"""Shown with the day that dates are counted from, which this record lacks."""


@pytest.fixture(scope="module", params=PAYLOADS.values(), ids=PAYLOADS.keys())
def hostile(request, poisoned, seed_incident, seed_headlines):
    """A hostile site, its record's texts, and the payload."""
    payload = request.param
    review = Review(ReviewState.DISPUTED, "x")
    claims = tuple(dataclasses.replace(claim, review=review, note="x", grade="A1") for claim in seed_incident.claims)
    actors = tuple(dataclasses.replace(actor, role="x", aka=("x", "y")) for actor in seed_incident.actors)
    related = tuple(dataclasses.replace(each, why="x") for each in seed_incident.related)
    record = dataclasses.replace(
        seed_incident, claims=claims, actors=actors, related=related, note="x", status=Status(withdrawn="x", by="y")
    )
    found: dict[str, str] = {}
    record = poisoned(record, payload, found)
    source = record.documents[0]
    text = (payload + "\n") * (2800 // len(payload))
    document = Document(source.file, text, text, source.sha256, Span(0, len(text)))
    headlines = poisoned(seed_headlines, payload, found)
    history = (
        {"on": payload, "by": payload, "document": payload},
        {"claim": payload, "field": payload, "new": payload},
    )
    site = Site(
        (record,),
        documents={(source.file, source.sha256): document},
        headlines=headlines,
        history={record.id: history},
        report_url="https://example.org/new",
    )
    return site, found, payload


@pytest.fixture(scope="module", params=[("tables", "toc"), NASTY], ids=["the site's extensions", "every extension"])
def hostile_pages(request, hostile, pages_of, reading, tmp_path_factory):
    """The hostile pages as a browser gets them."""
    site = hostile[0]
    configs = (
        {"pymdownx.snippets": {"base_path": str(tmp_path_factory.mktemp("empty"))}} if len(request.param) > 2 else {}
    )
    return {path: reading(page, request.param, configs) for path, page in pages_of(site).items()}


def test_no_page_has_an_element_or_attribute_that_is_not_ours(hostile_pages):
    for path, page in hostile_pages.items():
        assert {tag for tag, _ in page.elements} <= TAGS, path
        assert {name for _, values in page.elements for name in values} <= ATTRIBUTES, path


def test_every_link_is_a_page_of_the_site_or_the_form_for_errors(hostile_pages):
    for path, page in hostile_pages.items():
        for href in page.hrefs:
            assert re.fullmatch(r"(?:\.\./)*[a-z0-9/-]*(?:\.html)?(?:#[A-Za-z0-9%-]+)?", href) or href.startswith(
                "https://example.org/new?"
            ), path


def test_every_text_of_the_record_reads_word_for_word(hostile, hostile_pages):
    found = hostile[1]
    texts = "".join(page.text for page in hostile_pages.values())
    missing = {field for text, field in found.items() if text not in texts}
    assert missing == UNSHOWN


def test_the_headline_of_the_page_is_the_records_title(hostile, hostile_pages):
    record = hostile[0].incidents[0]
    assert hostile_pages[f"incidents/{record.id}.md"].of("h1") == record.title.text


def test_no_element_takes_an_id_of_the_themes(hostile_pages):
    for path, page in hostile_pages.items():
        assert not [name for name in page.ids if name.startswith("__")], path


def test_front_matter_holds_the_escaped_title_and_nothing_from_the_record_besides(hostile, pages_of):
    site, _, _ = hostile
    record = site.incidents[0]
    for path, page in pages_of(site).items():
        head = yaml.safe_load(page.text.split("---\n")[1])
        assert set(head) <= {"title", "description", "tags", "hide", "search"}, path
        assert not re.search("[<>\"']", head["title"] + head["description"]), path
    head = yaml.safe_load(pages_of(site)[f"incidents/{record.id}.md"].text.split("---\n")[1])
    assert html.unescape(head["title"]).split() == record.title.text.split()
    assert head["tags"] == ["armed-attack", "security-operation"]


def test_page_paths_are_plain(hostile, pages_of):
    assert all(re.fullmatch(r"[a-z0-9/.-]+\.md", path) for path in pages_of(hostile[0]))


def test_names_and_quotes_are_isolated_from_the_direction_of_the_page(hostile, hostile_pages):
    record = hostile[0].incidents[0]
    page = hostile_pages[f"incidents/{record.id}.md"]
    assert {values.get("dir") for tag, values in page.elements if tag == "blockquote"} == {"auto"}
    isolated = {" ".join(text.split()) for text in (*page.inside["bdi"], *page.inside["blockquote"])}
    for claim in record.claims:
        assert " ".join(claim.quote.split()) in isolated
    for actor in record.actors:
        assert " ".join(actor.name.split()) in isolated


def test_the_story_of_the_document_reads_word_for_word(hostile, hostile_pages):
    site = hostile[0]
    document = next(iter(site.documents.values()))
    page = next(page for path, page in hostile_pages.items() if path.startswith("sources/"))
    assert "".join(page.inside[".b-text"]) == site.incidents[0].documents[0].story.of(document.text)
