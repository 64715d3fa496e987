from collections.abc import Callable

import pytest

from generator.model.finding import Finding

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("record", "faults", "expected"),
    [
        pytest.param(
            "attacks",
            (
                "kind: accusation",
                "kind: ①accusation",
                "at: d1:1457-1517",
                "at: d1:1457-1517\n  responds_to: ②denial-india",
            ),
            ["① error odd-reply", "② error circular-reference"],
            id="an accusation answers its own denial",
        ),
        pytest.param(
            "attacks",
            ("kind: accusation", "kind: condemnation", "responds_to: ", "responds_to: ①"),
            ["① warning odd-reply"],
            id="a denial answers a condemnation",
        ),
        pytest.param(
            "attacks",
            ("supersedes: {claim: killed-militants-military", "supersedes: {claim: ①denial-india"),
            ["① error unlike-figures"],
            id="a toll replaces a denial",
        ),
        pytest.param(
            "attacks",
            ("supersedes: {claim: killed-militants-military", "supersedes: {claim: ①killed-militants-bugti"),
            ["① error circular-reference"],
            id="a figure replaces itself",
        ),
        pytest.param(
            "attacks",
            (
                "supersedes: {claim: ",
                "supersedes: {claim: ①",
                "at: d1:698-757",
                "at: d1:698-757\n  supersedes: {claim: killed-militants-bugti, basis: The military, at: d1:698-710}",
            ),
            ["① error circular-reference"],
            id="two figures replace each other",
        ),
        pytest.param(
            "attacks",
            ("level: country, country: PK", "level: country, in: ①quetta, country: PK"),
            ["① error circular-reference"],
            id="a country within its city",
        ),
        pytest.param(
            "ferry",
            ("part_of: rescued-kitwana", "part_of: ①injured-kitwana"),
            ["① error circular-reference"],
            id="a figure is a part of itself",
        ),
    ],
)
def test_a_chain_that_makes_no_sense_is_told(
    record: str, faults: tuple[str, ...], expected: list[str], found: Found
) -> None:
    assert found(record, *faults) == expected


def test_a_circle_is_shown_step_by_step(check: Check) -> None:
    (finding,) = check("attacks", "level: country, country: PK", "level: country, in: quetta, country: PK")
    assert finding.found == "pakistan → quetta → balochistan → pakistan"
