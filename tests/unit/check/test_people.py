from collections.abc import Callable

from generator.model.finding import Finding

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]

LAST = "  quote: The ferry had been repaired on March 3, 2025.\n  at: d1:593-638\n"


def test_a_deletion_without_a_reason_is_told(found: Found) -> None:
    rejected = (
        "rejected:\n- {id: killed-crew, list: claims, why: counted twice}\n- ①{id: killed-children, list: claims}\n"
    )
    assert found("ferry", LAST, LAST + rejected) == ["① warning reason-missing"]
