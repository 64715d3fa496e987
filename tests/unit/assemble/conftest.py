"""Stories read from first word to record, with the real lexicon."""

from collections.abc import Callable

import pytest

from generator.check.report import check_record
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.claim import Claim
from generator.model.incident import Incident
from generator.pipeline.extraction import Extraction, extract_document
from generator.read.plaintext import read_document
from generator.store.record import parse_record, record_of


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def extract(lexicon: Lexicon) -> Callable[..., Extraction]:
    """What becomes of a story; ``published`` is the day its front matter states."""

    def extract_story(text: str, published: str | None = None) -> Extraction:
        front = f"---\npublished: {published}\n---\n" if published else ""
        return extract_document(read_document((front + text).encode(), "story.txt").document, lexicon)

    return extract_story


@pytest.fixture(scope="session")
def incident(extract: Callable[..., Extraction]) -> Callable[..., Incident]:
    return lambda text, published=None: extract(text, published).assembly.incident


@pytest.fixture(scope="session")
def claims(incident: Callable[..., Incident]) -> Callable[..., dict[str, Claim]]:
    """Every claim of a story's record by its id."""
    return lambda text, published=None: {claim.id: claim for claim in incident(text, published).claims}


@pytest.fixture(scope="session")
def findings() -> Callable[[Extraction], list[str]]:
    """What an editor would be told to repair in the record of a story."""

    def check(extraction: Extraction) -> list[str]:
        made = extraction.assembly.incident
        record = parse_record(record_of(made), f"content/incidents/{made.id}.yml")
        return [str(finding) for finding in check_record(record, {extraction.document.file: extraction.document})]

    return check
