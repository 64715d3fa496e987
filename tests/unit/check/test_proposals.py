from collections.abc import Callable

Found = Callable[..., list[str]]
Check = Callable[..., tuple[object, ...]]

LAST = "  quote: The ferry had been repaired on March 3, 2025.\n  at: d1:593-638\n"


def test_each_proposal_that_nobody_settled_is_told_at_its_place(found: Found, check: Check) -> None:
    proposals = (
        "proposals:\n"
        "- ①at: claims.repair\n  ours: {kind: background}\n  theirs: null\n"
        "- ②at: title\n  ours: a\n  theirs: b\n  why: an editor set it\n"
    )
    assert found("ferry", LAST, LAST + proposals) == ["① warning open-proposal", "② warning open-proposal"]
    first, second = check("ferry", LAST, LAST + proposals.replace("①", "").replace("②", ""))
    assert "does not read it any more" in str(first)
    assert "an editor set it" in str(second)
