from collections.abc import Callable

import pytest

from generator.model.finding import Finding

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("{by: military, day: Saturday}", "{by: ①minister, day: Saturday}", "unknown-actor", id="speaker"),
        pytest.param("perpetrators: [bla]", "perpetrators: [bla, ①blf]", "unknown-actor", id="perpetrator"),
        pytest.param(
            "perpetrators: [bla], targets: [security forces]",
            "perpetrators: [bla], targets: [security forces], victims: [①army]",
            "unknown-actor",
            id="victim",
        ),
        pytest.param("what: {who: india}", "what: {who: ①iran}", "unknown-actor", id="accused"),
        pytest.param("where: [balochistan]", "where: [①punjab]", "unknown-place", id="where"),
        pytest.param("places: [quetta, gwadar]", "places: [quetta, ①turbat]", "unknown-place", id="listed place"),
        pytest.param(
            "name: Gwadar, level: district, in: balochistan",
            "name: Gwadar, level: district, in: ①sindh",
            "unknown-place",
            id="place within",
        ),
        pytest.param(
            "responds_to: accusation-india-military",
            "responds_to: ①accusation-india",
            "dangling-reference",
            id="reply",
        ),
        pytest.param(
            "supersedes: {claim: killed-militants-military",
            "supersedes: {claim: ①killed-militants",
            "dangling-reference",
            id="replaced figure",
        ),
        pytest.param(
            "[killed-law-enforcement-bugti, killed-civilians-bugti]",
            "[killed-law-enforcement-bugti, killed-civilians-bugti, ①killed-children]",
            "dangling-reference",
            id="summary",
        ),
        pytest.param(
            "publisher, dateline, url]\n",
            "publisher, dateline, url]\n  replaces: ①d7\n",
            "dangling-reference",
            id="re-issued document",
        ),
    ],
)
def test_an_id_that_nothing_has_is_told_at_its_place(old: str, new: str, code: str, found: Found) -> None:
    assert found("attacks", old, new) == [f"① error {code}"]


def test_a_part_of_an_unknown_figure_is_told(found: Found) -> None:
    assert found("ferry", "part_of: rescued-kitwana", "part_of: ①rescued") == ["① error dangling-reference"]


def test_an_id_that_begins_alike_is_offered(check: Check) -> None:
    (finding,) = check("attacks", "responds_to: accusation-india-military", "responds_to: accusation-india")
    assert finding.hint == "is it accusation-india-military?"
