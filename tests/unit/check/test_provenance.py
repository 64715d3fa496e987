from collections.abc import Callable

import pytest

from generator.model.finding import Finding

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]


def test_the_clean_workspace_has_no_findings(check: Check) -> None:
    assert check() == ()


@pytest.mark.parametrize(
    ("old", "new", "stands_at"),
    [
        pytest.param("at: d1:698-757", "at: ①d1:699-757", "d1:698-757", id="range off by one"),
        pytest.param("at: d1:486-534", "at: ①d1:1-49", "d1:486-534", id="scope"),
        pytest.param("at: d1:762-774", "at: ①d1:762-773", "d1:762-774", id="basis"),
        pytest.param("at: d1:2459-2510", "at: ①d1:2408-2459", "d1:2459-2510", id="headline"),
    ],
)
def test_a_quote_that_stands_elsewhere_is_told_with_its_place(
    old: str, new: str, stands_at: str, check: Check, found: Found
) -> None:
    assert found("attacks", old, new) == ["① error quote-moved"]
    (finding,) = check("attacks", old, new)
    assert finding.file == "content/incidents/balochistan-attacks-b1512c5f.yml"
    assert finding.hint == f"the quote stands at {stands_at}: write that"


def test_a_quote_that_stands_nowhere_is_told_at_its_words(check: Check, found: Found) -> None:
    faults = ("attacks", "quote: The military had said 92 militants", "quote: ①The military had said 92 fighters")
    assert found(*faults) == ["① error quote-moved"]
    (finding,) = check(*faults)
    assert finding.hint == "copy the words from the document, sign by sign"
    assert "The military had said 92 militants were killed" in finding.expected


def test_a_quote_with_other_quotation_marks_is_told_to_copy_those_of_the_document(check: Check) -> None:
    (finding,) = check(
        "attacks",
        "quote: several districts simultaneously, including Quetta, Gwadar, Mastung and Noshki\n  at: d1:1939-2017",
        "quote: Pakistan's largest and poorest province\n  at: d1:1023-1062",
    )
    assert finding.code == "quote-moved"
    assert finding.hint.startswith("the document has it at 1023-1062 with other quotation marks")


def test_a_quote_that_stands_twice_is_not_guessed_at(check: Check) -> None:
    (finding,) = check(
        "attacks",
        "quote: claimed responsibility for the attacks\n  at: d1:1254-1292",
        "quote: the attacks\n  at: d1:1254-1265",
    )
    assert finding.code == "quote-moved"
    assert "stands at" not in finding.hint


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("at: d1:698-757", "at: ①d1:698-9999", ["① error outside-document"], id="claim"),
        pytest.param(
            "in Quetta, at: d1:612-696", "in Quetta, at: ①d1:9000-9001", ["① error outside-document"], id="speaker"
        ),
        pytest.param("at: d1:1231-1253", "at: ①d1:2700-2703", ["① error outside-document"], id="actor"),
        pytest.param("at: d1:1991-1997", "at: ①d2:1991-1997", ["① error unknown-document"], id="no such document"),
        pytest.param(
            "name: Gwadar, level: district, in: balochistan, country: PK, at: d1:1991-1997",
            "name: ①Gwadar, level: district, in: balochistan, country: PK, at: d1:1999-2006",
            ["① warning name-not-there"],
            id="place elsewhere",
        ),
        pytest.param(
            "name: Pakistan, level: country, country: PK, at: d1:1023-1041",
            "name: ①Denmark, level: country, country: DK, at: d1:1490-1496",
            ["① warning name-not-there"],
            id="country of other people",
        ),
        pytest.param("name: Sarfaraz Bugti", "name: ①Sarfraz Bugti", ["① warning name-not-there"], id="actor misspelt"),
        pytest.param(
            "quote: The military had said 92 militants were killed on Saturday.\n  at: d1:698-757",
            "quote: ①toll in United States reaches 92\n  at: ②d1:2478-2510",
            ["① error quote-moved", "② error outside-story"],
            id="claim from a related headline",
        ),
        pytest.param(
            "{text: Reopening of Gaza's Rafah crossing expected Monday, at: d1:2408-2458",
            "{text: counterterrorism units, at: ①d1:2076-2098",
            ["① error outside-story"],
            id="headline from the story",
        ),
    ],
)
def test_a_citation_that_leads_nowhere_is_told(old: str, new: str, expected: list[str], found: Found) -> None:
    assert found("attacks", old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("at: d1:1231-1253", "at: d1:1207-1253", id="slice holds the name"),
        pytest.param("at: d1:612-661", "at: d1:656-661", id="name holds the slice"),
        pytest.param("aka: [The military], at: d1:1420-1439", "aka: [The military], at: d1:698-710", id="another name"),
        pytest.param("name: Pakistan, level", "name: PAKISTAN, level", id="case"),
        pytest.param(
            "name: Pakistan, level: country, country: PK, at: d1:1023-1041",
            "name: India, level: country, country: IN, at: d1:1490-1496",
            id="country told by its people",
        ),
        pytest.param("name: Pakistan's military", "name: Pakistan’s military", id="quotation marks"),
    ],
)
def test_a_name_may_be_cited_in_several_ways(old: str, new: str, found: Found) -> None:
    assert found("attacks", old, new) == []
