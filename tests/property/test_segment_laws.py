"""Laws of segmentation: spans are ordered, apart, trimmed, inside each other, and nothing of the story is lost."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import Document, Layout
from generator.model.span import Span
from generator.read.normalise import fold
from generator.segment.layout import lay_out

unhurried = settings(deadline=None)
"""A busy machine is no counterexample."""

WORDS = (
    "The army", "killed", "17", "people", "in Gao", "U.S.", "Gen. Obi", "No.", "Jan. 3", "a.m.", "said", "He",
    "Acme Inc.", "J. K.", "Yahoo!", "e.g.", "3.5", "“We came. We saw,”", '"It is over."', '"', "(", ")", "[TEXT]", "'",
    "…", "...", ".", "?", "!", ". ", ".\n", "\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "- ", "• ", "É", "\u200b",
    "GAO, March 4 (Wire) - ", "Related:", "READ MORE: ", "By Ada Obi", "© 2024", "Winter storm toll reaches 90\n",
    "Who owns the water?\n", ".[1] ",
)  # fmt: skip
texts = (
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
    | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
    | st.text()
)
bodies = st.tuples(st.sampled_from(["", "---\ntitle: A\n---\n"]), texts)


def document_of(above: str, text: str) -> Document:
    whole = above + text
    return Document("x", whole, fold(whole), "0" * 64, Span(len(above), len(whole)))


def laid_out(parts: tuple[str, str]) -> tuple[Document, Layout]:
    document = document_of(*parts)
    return document, lay_out(document)


@unhurried
@given(bodies)
def test_sentences_are_ordered_apart_trimmed_and_inside_their_paragraphs(parts: tuple[str, str]) -> None:
    document, layout = laid_out(parts)

    spans = [sentence.span for sentence in layout.sentences]
    assert all(upper.end <= lower.start for upper, lower in pairwise(spans))
    for sentence in layout.sentences:
        words = sentence.span.of(document.folded)
        assert words
        assert words == words.strip()
        assert layout.paragraphs[sentence.paragraph].covers(sentence.span)


@unhurried
@given(bodies)
def test_every_visible_sign_of_a_paragraph_stands_in_exactly_one_sentence(parts: tuple[str, str]) -> None:
    document, layout = laid_out(parts)

    for number, paragraph in enumerate(layout.paragraphs):
        held = [s.span.of(document.folded) for s in layout.sentences if s.paragraph == number]
        assert "".join("".join(held).split()) == "".join(paragraph.of(document.folded).split())


@unhurried
@given(bodies)
def test_paragraphs_stand_inside_the_story_and_everything_inside_the_body(parts: tuple[str, str]) -> None:
    document, layout = laid_out(parts)

    assert document.body.covers(layout.story)
    assert all(upper.end <= lower.start for upper, lower in pairwise(layout.paragraphs))
    assert all(layout.story.covers(paragraph) and len(paragraph) for paragraph in layout.paragraphs)
    outside = [span for span in (layout.related, layout.title, layout.byline) if span is not None]
    assert all(document.body.covers(span) for span in outside)


@unhurried
@given(bodies)
def test_headlines_are_one_line_inside_the_related_block_and_in_no_paragraph(parts: tuple[str, str]) -> None:
    document, layout = laid_out(parts)

    assert bool(layout.headlines) == (layout.related is not None)
    for headline in layout.headlines:
        assert layout.related is not None
        assert layout.related.covers(headline)
        assert headline.of(document.folded).strip()
        assert not set("\r\n") & set(headline.of(document.folded))
        assert not any(paragraph.overlaps(headline) for paragraph in layout.paragraphs)


@unhurried
@given(bodies)
def test_a_dateline_stands_in_the_story_and_in_no_paragraph(parts: tuple[str, str]) -> None:
    _, layout = laid_out(parts)

    if layout.dateline is not None:
        dateline = layout.dateline
        assert layout.story.covers(dateline.span)
        assert all(
            dateline.span.covers(part) for part in (dateline.place, dateline.day, dateline.agency) if part is not None
        )
        assert not any(paragraph.overlaps(dateline.span) for paragraph in layout.paragraphs)


@unhurried
@given(texts)
def test_what_stands_above_the_body_does_not_change_the_layout(text: str) -> None:
    above = "---\ntitle: A\n---\n"

    plain, moved = lay_out(document_of("", text)), lay_out(document_of(above, text))

    assert [span.shifted(len(above)) for span in plain.paragraphs] == list(moved.paragraphs)
    assert [s.span.shifted(len(above)) for s in plain.sentences] == [s.span for s in moved.sentences]
    assert [span.shifted(len(above)) for span in plain.headlines] == list(moved.headlines)


@unhurried
@given(st.lists(st.sampled_from([word for word in WORDS if "\r" not in word]), max_size=60).map(" ".join))
def test_windows_line_ends_cut_the_same_words(text: str) -> None:
    windows = text.replace("\n", "\r\n")

    def words(whole: str) -> list[list[str]]:
        layout = lay_out(document_of("", whole))
        return [sentence.span.of(whole).split() for sentence in layout.sentences]

    assert words(windows) == words(text)
