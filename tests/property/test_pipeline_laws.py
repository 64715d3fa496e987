"""Whatever visible words a document holds: its record can be stored, reads back the same, and has no error."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.check.report import check_record
from generator.errors import UnreadableDocument
from generator.lexicon.lexicon import load_lexicon
from generator.model.finding import Severity
from generator.pipeline.extraction import extract_document
from generator.read.plaintext import read_document
from generator.store.record import parse_record, record_of

CHECKOUT = Path(__file__).parents[2]
STORIES = [
    path.read_text("utf-8")
    for path in (*sorted((CHECKOUT / "seeds").glob("*.txt")), *sorted(CHECKOUT.glob("tests/golden/*/document.txt")))
]
SENTENCES = sorted({part for story in STORIES for part in re.split(r"(?<=[.?!\"”])\s+|\n+", story) if part.strip()})
WORDS = sorted({word for story in STORIES for word in story.split()})
ODD = [
    "\ufeff",
    "\u2028",
    "\t",
    "\r\n",
    "\n\n",
    "“",
    "”",
    "'",
    '"',
    "...",
    "—",
    "{{ 7*7 }}",
    "</title>",
    "# ",
    "- ",
    ": ",
    "&*!|>%@`",
    "𝟙𝟚 ",
    "١٢ ",
    "ﬁ",
    "İ",
    "ß",
    "�",
]

news = st.lists(st.sampled_from(SENTENCES) | st.sampled_from(WORDS) | st.sampled_from(ODD), min_size=1, max_size=14)
texts = st.builds(lambda parts, glue: glue.join(parts), news, st.sampled_from([" ", "\n", "\n\n", ", ", ""]))


def extracted(text):
    try:
        document = read_document(text.encode(), "story.txt").document
    except UnreadableDocument:
        return None, None
    return document, extract_document(document, load_lexicon()).assembly


@settings(max_examples=300, deadline=None)
@given(texts)
@example("A\tshort history of canals\n\nTwo people were killed in Kabul.")
@example("٢ lives")
@example("x2024-06-20")
@example("Read more\nJ\n.\n\nIh   t")
def test_every_document_gives_a_record_that_reads_back_the_same_without_a_fault(text):
    document, assembly = extracted(text)
    if assembly is None:
        return
    file = f"content/incidents/{assembly.incident.id}.yml"
    record = parse_record(record_of(assembly.incident), file)
    assert record.incident == assembly.incident
    findings = check_record(record, {document.file: document})
    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []
    assert len(assembly.evidence) == len(assembly.incident.claims)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[:40])
def test_a_document_gives_the_same_record_every_time(story):
    assert record_of(extracted(story)[1].incident) == record_of(extracted(story)[1].incident)
