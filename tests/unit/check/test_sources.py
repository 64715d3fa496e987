from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.model.document import Document
from generator.model.finding import Finding

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]
SEED = "000_a32e27e422697ddd.txt"


def test_a_source_that_is_not_in_seeds_is_told_at_its_name(
    check: Check, found: Found, documents: Mapping[str, Document]
) -> None:
    left = {name: one for name, one in documents.items() if name != SEED}
    assert found("attacks", "file: 000", "file: ①000", documents=left) == ["① error source-missing"]
    (finding,) = check(documents=left)
    assert SEED in finding.found


def test_a_source_that_was_edited_is_told_with_the_quotes_it_no_longer_holds(
    found: Found, documents: Mapping[str, Document]
) -> None:
    text = documents[SEED].text.replace("92 militants", "93 militants")
    edited = replace(documents[SEED], text=text, folded=text, sha256="f" * 64)
    faults = ("sha256: b1512", "sha256: ①b1512", "quote: The military", "quote: ②The military")
    assert found("attacks", *faults, documents={**documents, SEED: edited}) == [
        "① error source-changed",
        "② error quote-moved",
    ]


@pytest.mark.parametrize(
    ("record", "old", "new", "expected"),
    [
        pytest.param("attacks", "chars: 2702", "chars: ①2703", ["① error source-changed"], id="length"),
        pytest.param("ferry", 'story: "88-638"', 'story: ①"88-640"', ["① error source-changed"], id="story too long"),
        pytest.param(
            "ferry", 'story: "88-638"', 'story: ①"0-638"', ["① error source-changed"], id="front matter as story"
        ),
        pytest.param(
            "attacks",
            'related: "2408-2702"',
            'related: ①"2400-2702"',
            ["① error source-changed"],
            id="related headlines within the story",
        ),
        pytest.param(
            "ferry",
            "title: Fire on Pemba night ferry kills nine, police say",
            "title: ①Fire on Pemba ferry kills nine",
            ["① warning name-not-there"],
            id="headline reworded",
        ),
        pytest.param(
            "ferry",
            '  published: "2025-05-19"',
            '  published: "2025-05-19"\n  encoding: ①cp1252',
            ["① error source-changed"],
            id="encoding",
        ),
    ],
)
def test_what_a_record_says_of_its_source_is_compared(
    record: str, old: str, new: str, expected: list[str], found: Found
) -> None:
    assert found(record, old, new) == expected
