"""A document's page: word for word, every quoted span marked and anchored, a way back to every claim."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.claim import Claim, Said
from generator.model.document import Document
from generator.model.headline import HeadlineEntry
from generator.model.incident import RelatedHeadline
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import ClaimKind
from generator.render.site import Site
from generator.render.views.story import paragraphs_of, passages_of

SOURCE = "sources/000-a32e27e422697ddd-b1512c5f.md"
INCIDENT = "../incidents/balochistan-attacks-b1512c5f.html"


@pytest.fixture(scope="module")
def source_page(seed_pages, reading):
    return reading(seed_pages[SOURCE])


def statement(identifier, start, end, document="d1"):
    return Claim(identifier, ClaimKind.STATEMENT, Said("bugti"), "words", Citation(document, Span(start, end)))


def site_of(incident, text, *claims):
    """A site with one document of this text, all of it story."""
    source = dataclasses.replace(incident.documents[0], story=Span(0, len(text)), chars=len(text), related=None)
    alone = dataclasses.replace(incident, documents=(source,), claims=claims, summary=(), related=())
    document = Document(source.file, text, text, source.sha256, Span(0, len(text)))
    return Site((alone,), documents={(source.file, source.sha256): document})


def test_the_story_of_the_seed_stands_on_its_page_word_for_word(source_page, seed_document):
    assert "".join(source_page.inside[".b-text"]) == seed_document.text[:2406]
    assert len(source_page.inside[".b-text"]) == 13


def test_every_quote_is_marked_at_its_anchor(source_page, seed_incident):
    for claim in seed_incident.claims:
        assert source_page.of(f"#s-{claim.at.span}") == claim.quote, claim.id
    assert source_page.of("#s-698-757") == "The military had said 92 militants were killed on Saturday."


def test_words_that_support_a_figure_are_marked_apart_from_quotes(source_page):
    classes = {
        values["id"]: values["class"] for tag, values in source_page.elements if tag == "mark" and "id" in values
    }
    assert classes["s-758-774"] == classes["s-477-610"] == "b-support"
    assert classes["s-698-757"] == "b-quote"


def test_every_claim_has_its_way_back_and_leads_to_its_words(source_page, seed_incident):
    for claim in seed_incident.claims:
        assert f"{INCIDENT}#claim-{claim.id}" in source_page.hrefs
        assert f"#s-{claim.at.span}" in source_page.hrefs


def test_many_claims_are_listed_above_the_text_and_few_are_not(
    source_page, seed_site, seed_incident, pages_of, reading
):
    few = dataclasses.replace(seed_incident, claims=seed_incident.claims[:3], summary=())
    page = reading(pages_of(dataclasses.replace(seed_site, incidents=(few,)))[SOURCE])
    assert "All claims that rest on this document, in its order" in source_page.all("summary")
    assert "summary" not in page.inside


def test_claims_stand_beside_the_paragraph_they_are_taken_from(source_page):
    beside = [text for text in source_page.all(".b-paragraph") if text.startswith("He also said")]
    assert beside[0].endswith(
        "Figure 17 law enforcement personnel killed — Sarfaraz Bugti Figure 31 civilians killed — Sarfaraz Bugti"
    )


def test_the_headlines_printed_with_it_lead_to_their_entries(source_page):
    assert "../headlines.html#h-ice-55555555" in source_page.hrefs


def test_a_document_that_is_not_at_hand_says_so_and_keeps_the_anchors(seed_incident, pages_of, reading):
    page = reading(pages_of(Site((seed_incident,)))[SOURCE])
    assert "The text of this document is not at hand" in page.of(".b-caution")
    assert page.of("#s-698-757").strip().startswith("The military had said 92 militants")
    assert "s-758-774" in page.ids
    assert len(page.ids) == len(set(page.ids))


def test_a_document_with_other_bytes_is_not_taken_for_the_one_that_was_read(
    seed_site, seed_document, pages_of, reading
):
    other = {("000_a32e27e422697ddd.txt", "0" * 64): seed_document}
    page = reading(pages_of(dataclasses.replace(seed_site, documents=other))[SOURCE])
    assert ".b-text" not in page.inside


def test_what_the_document_says_about_itself_is_listed(seed_incident, pages_of, reading):
    source = dataclasses.replace(
        seed_incident.documents[0],
        title="Attack in Balochistan",
        publisher="Agency",
        published=PartialDate(2026, 2, 1),
        url="https://example.org/story?a=1",
        absent=("byline",),
    )
    pages = pages_of(Site((dataclasses.replace(seed_incident, documents=(source,)),)))
    page = reading(pages[SOURCE])
    assert page.all("h1") == ["Attack in Balochistan"]
    assert "Sunday, 1 February 2026" in page.all("dd")
    assert ("a", {"href": "https://example.org/story?a=1", "rel": "noopener noreferrer nofollow"}) in page.elements
    assert page.all(".b-lacks") == ["It carries no byline."]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://user:pw@example.org/", "ftp://example.org/x"])
def test_an_address_that_is_no_web_address_is_printed_and_not_linked(seed_incident, pages_of, reading, url):
    source = dataclasses.replace(seed_incident.documents[0], url=url)
    page = reading(pages_of(Site((dataclasses.replace(seed_incident, documents=(source,)),)))[SOURCE])
    assert url in page.all("dd")
    assert url not in page.hrefs


def test_a_document_of_two_incidents_names_both_and_leads_back_to_each(seed_site, seed_incident, pages_of, reading):
    twin = dataclasses.replace(seed_incident, id="twin-00000000")
    page = reading(pages_of(dataclasses.replace(seed_site, incidents=(seed_incident, twin)))[SOURCE])
    assert f"{INCIDENT}#claim-india-denies" in page.hrefs
    assert "../incidents/twin-00000000.html#claim-india-denies" in page.hrefs
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("one\ntwo\nthree", ["one\n", "two\n", "three"], id="a line each"),
        pytest.param("one\ntwo\n\nthree\nfour", ["one\ntwo\n\n", "three\nfour"], id="a blank line between"),
        pytest.param("one\r\ntwo", ["one\r\n", "two"], id="carriage returns"),
        pytest.param("one\n \t\n\ntwo", ["one\n \t\n\n", "two"], id="a line of spaces"),
        pytest.param("one", ["one"], id="one line"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs_end_at_blank_lines_else_at_every_line(text, paragraphs):
    assert [span.of(text) for span in paragraphs_of(text, Span(0, len(text)))] == paragraphs


def outlined(passages):
    """Marked passages as one line: (anchor and text of a quote), [of support]."""
    written = ""
    for each in passages:
        inner = outlined(each.inside) if each.inside else each.text
        label = f"{each.anchor}:" if each.anchor else ""
        written += {"": inner, "quote": f"({label}{inner})", "support": f"[{label}{inner}]"}[each.strength]
    return written


@pytest.mark.parametrize(
    ("quotes", "support", "outline"),
    [
        pytest.param([(1, 8), (3, 5)], [], "a(s-1-8:bc(s-3-5:de)fgh)ij", id="one inside another"),
        pytest.param([(1, 5), (3, 8)], [], "a(s-1-5:bc(s-3-8:de))(fgh)ij", id="crossing"),
        pytest.param([(1, 5), (1, 8)], [], "a(s-1-8:(s-1-5:bcde)fgh)ij", id="the same start"),
        pytest.param([(1, 5)], [(1, 5)], "a(s-1-5:[bcde])fghij", id="a quote that is support too"),
        pytest.param([(1, 3)], [(3, 5)], "a(s-1-3:bc)[s-3-5:de]fghij", id="side by side"),
        pytest.param([(0, 10)], [(7, 9)], "(s-0-10:abcdefg[s-7-9:hi]j)", id="support inside a quote"),
    ],
)
def test_quotes_are_marked_whole_and_cut_only_where_they_cross(quotes, support, outline):
    passages = passages_of(
        "abcdefghij", Span(0, 10), [Span(*each) for each in quotes], [Span(*each) for each in support]
    )
    assert outlined(passages) == outline


def test_a_quote_over_two_paragraphs_has_its_anchor_in_the_first():
    first, second = (passages_of("abcdefghij", span, [Span(3, 8)], []) for span in (Span(0, 5), Span(5, 10)))
    assert (outlined(first), outlined(second)) == ("abc(s-3-8:de)", "(fgh)ij")


def test_hundreds_of_quotes_inside_one_another_keep_their_anchors():
    text = "x" * 2000
    quotes = [Span(place, 2000 - place) for place in range(900)]
    outline = outlined(passages_of(text, Span(0, 2000), quotes, []))
    assert all(f"(s-{place}-{2000 - place}:" in outline for place in range(900))
    assert outline.count("x") == 2000


STORY = st.text(st.sampled_from("ab \n\r\t<>&*_#[](){}`\\\"'-=+~^$:;.!|é\u2028א😀"), min_size=1, max_size=120)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=STORY, data=st.data())
def test_any_story_with_any_quotes_reads_word_for_word(seed_incident, pages_of, reading, text, data):
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    spans = data.draw(st.lists(ends, max_size=4))
    claims = [statement(f"c{number}", *span) for number, span in enumerate(spans)]
    page = reading(pages_of(site_of(seed_incident, text, *claims))[SOURCE])
    assert "".join(page.inside[".b-text"]) == text
    assert {f"s-{start}-{end}" for start, end in spans} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def letters(passages, *, marked=False):
    """Every sign with whether it is marked, in order."""
    for each in passages:
        inside = marked or bool(each.strength)
        if each.inside:
            yield from letters(each.inside, marked=inside)
        else:
            yield from ((sign, inside) for sign in each.text)


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(lambda pair: pair[0] < pair[1]), max_size=12
).map(lambda pairs: [Span(*pair) for pair in pairs])


@given(quotes=SPANS, support=SPANS, ends=st.tuples(st.integers(0, 20), st.integers(20, 40)))
def test_every_sign_is_printed_once_and_marked_where_a_span_covers_it(quotes, support, ends):
    text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
    within = Span(*ends)
    found = list(letters(passages_of(text, within, quotes, support)))
    covered = {place for span in (*quotes, *support) for place in range(span.start, span.end)}
    assert found == [(text[place], place in covered) for place in range(within.start, within.end)]


@given(quotes=SPANS)
def test_every_span_that_begins_here_has_its_anchor_once(quotes):
    outline = outlined(passages_of("." * 40, Span(0, 40), quotes, []))
    for span in quotes:
        assert outline.count(f"(s-{span}:") == 1


def test_a_headline_that_differs_only_in_signs_finds_its_entry(seed_incident, pages_of, reading):
    headline = RelatedHeadline("Gaza’s  crossing, reopened", Citation.parse("d1:2408-2458"))
    record = dataclasses.replace(seed_incident, related=(headline,))
    entry = HeadlineEntry("h-x", "Gaza's crossing reopened", (record.id,))
    page = reading(pages_of(Site((record,), headlines=(entry,)))[SOURCE])
    assert "../headlines.html#h-x" in page.hrefs
