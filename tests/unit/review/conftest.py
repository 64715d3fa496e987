"""Two versions of a record, the second made from the first by replacing text, and the sheet of what differs."""

from pathlib import Path

import pytest

from generator.review.chapters import make_sheet
from generator.review.comparison import Comparison, compare
from generator.review.counts import count_fields
from generator.review.edition import Edition
from generator.store.record import parse_record
from generator.store.seals import seals_of

RECORD = Path(__file__).parents[1] / "check/records/balochistan-attacks-b1512c5f.yml"


@pytest.fixture(scope="session")
def text():
    """A clean record's file."""
    return RECORD.read_text("utf-8")


@pytest.fixture(scope="session")
def edition():
    """A record as one version has it, from its text."""

    def make(text, name="record", surroundings=None):
        record = parse_record(text, f"content/incidents/{name}.yml")
        return Edition(record, seals_of(record.incident), surroundings or {})

    return make


@pytest.fixture(scope="session")
def sheet_of():
    """The sheet of two lists of editions."""

    def make(before, after, unread=()):
        changes = compare(before, after)
        return make_sheet(Comparison("before", "after", changes, tuple(unread), count_fields(changes)))

    return make


@pytest.fixture
def changed(text, edition, sheet_of):
    """The sheet after replacing each first text by the second in the record."""

    def make(*pairs):
        new = text
        for old, instead in zip(pairs[::2], pairs[1::2], strict=True):
            assert new.count(old) >= 1, old
            new = new.replace(old, instead, 1)
        return sheet_of([edition(text)], [edition(new)])

    return make
