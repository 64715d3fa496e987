"""Laws of extraction that hold for any text at all, newsworthy or hostile."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check.report import check_record
from generator.errors import UnreadableDocument
from generator.extract.prose.matching import read_prose
from generator.extract.speech.sources import find_source
from generator.lexicon.lexicon import load_lexicon
from generator.model.document import Document
from generator.model.incident import Incident
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.pipeline.extraction import extract_document
from generator.read.plaintext import read_document
from generator.store.record import parse_record, record_of

ROOT = Path(__file__).parents[2]
STORIES = [path.read_text("utf-8") for path in sorted((ROOT / "tests/golden").glob("*/document.txt"))]
STORIES.append((ROOT / "seeds/000_a32e27e422697ddd.txt").read_text("utf-8"))
PIECES = sorted({word for story in STORIES for word in story.split(" ")})

slow = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

shuffled = st.lists(st.sampled_from(PIECES), min_size=1, max_size=120).map(" ".join)
noise = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300)
hostile = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            "'",
            "’s ",
            ", ",
            "said ",
            "killed ",
            "and ",
            "12 ",
            "of ",
            "who ",
            "\n",
            ". ",
            "(",
            "The ",
            "X ",
            "at least ",
            "one hundred and ",
            "million ",
            "between ",
            "in ",
        ]
    ),
    min_size=1,
    max_size=80,
).map("".join)


LINES = sorted(
    {
        line
        for path in (ROOT / "tests/evaluation/gold/dev").glob("*.txt")
        for line in path.read_text("utf-8").split("\n")
    }
)


@st.composite
def cut(draw: st.DrawFn) -> str:
    """Words of a line of real news, cut off at both ends as alerts and bad copies are."""
    words = draw(st.sampled_from(LINES)).split(" ")
    first = draw(st.integers(0, len(words) - 1))
    return " ".join(words[first : draw(st.integers(first + 1, len(words)))])


def read(text: str) -> Document | None:
    try:
        return read_document(text.encode(), "story.txt").document
    except UnreadableDocument:
        return None


def extract(document: Document) -> Incident:
    return extract_document(document, load_lexicon()).assembly.incident


@settings(slow, max_examples=300)
@given(cut())
def test_news_cut_off_anywhere_is_read_to_its_end(text: str) -> None:
    document = read(text)
    if document is not None:
        assert extract(document).documents[0].chars == len(text)


@slow
@given(shuffled | noise | hostile | st.sampled_from(STORIES))
def test_every_quote_is_an_exact_slice_of_its_document(text: str) -> None:
    document = read(text)
    if document is None:
        return
    for claim in extract(document).claims:
        assert claim.at.span.of(document.text) == claim.quote


@slow
@given(shuffled | noise | hostile)
def test_every_record_survives_its_file_and_has_no_finding(text: str) -> None:
    document = read(text)
    if document is None:
        return
    incident = extract(document)
    record = parse_record(record_of(incident), f"content/incidents/{incident.id}.yml")
    assert record.incident == incident
    assert [
        str(finding) for finding in check_record(record, {document.file: document}) if finding.severity == "error"
    ] == []


@slow
@given(shuffled | hostile)
def test_every_speaker_is_an_actor_or_the_document(text: str) -> None:
    document = read(text)
    if document is None:
        return
    incident = extract(document)
    actors = {actor.id for actor in incident.actors}
    assert {claim.said.by for claim in incident.claims} <= actors | {DOCUMENT_VOICE}


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_white_space_around_a_story_moves_offsets_and_changes_nothing_else(story: str) -> None:
    if story.startswith("---"):
        pytest.skip("front matter has to open the file")
    plain, moved = read(story), read("\n\n" + story)
    assert plain is not None
    assert moved is not None
    first, second = extract(plain).claims, extract(moved).claims
    assert [(c.id, c.quote, c.said.by, c.at.span.start + 2) for c in first] == [
        (c.id, c.quote, c.said.by, c.at.span.start) for c in second
    ]


@pytest.mark.timeout(90)
@pytest.mark.parametrize("piece", ["A", "12 ", "12 killed ", "he said, ", "one hundred and ", "a, ", '" '])
def test_no_text_holds_extraction_up(piece: str) -> None:
    document = read((piece * 100_000)[:100_000] + " x.")
    assert document is not None

    incident = extract(document)

    assert all(claim.quote in document.text for claim in incident.claims)


odd = st.lists(
    st.sampled_from(
        [
            "who ",
            "which ",
            "said",
            "said ",
            ", ",
            '"',
            "(",
            ") ",
            "the ",
            "told",
            "of ",
            "accusing ",
            "'s ",
            "A. ",
            "-",
            " ",
            "- ",
        ]
    ),
    max_size=24,
).map("".join)


@slow
@given(text=odd, cut=st.integers(0, 40))
def test_the_source_of_a_cue_is_sought_in_any_words_without_a_fault(text: str, cut: int) -> None:
    prose = read_prose(text)
    left = min(cut, len(prose.words))
    found = find_source(prose, left, load_lexicon())
    assert found is None or 0 <= found[1] <= left
