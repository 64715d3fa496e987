import pytest

from generator.store.order import ordered


@pytest.mark.parametrize(
    ("ours", "base", "theirs", "expected"),
    [
        pytest.param("abc", "abc", "cab", "cab", id="the machine's"),
        pytest.param("bac", "abc", "cab", "bac", id="a person's"),
        pytest.param("abc", "abc", "axbc", "axbc", id="a new one beside its neighbour"),
        pytest.param("bac", "abc", "axbc", "baxc", id="a new one in a person's order"),
        pytest.param("haijbc", "abc", "cab", "hcaijb", id="a person's own beside their neighbours"),
        pytest.param("abc", "abc", "ac", "abc", id="one that the machine dropped and that stays"),
        pytest.param("abc", "", "cab", "abc", id="no base"),
    ],
)
def test_the_order_of_a_list(ours: str, base: str, theirs: str, expected: str) -> None:
    standing = set(ours) | set(theirs)
    assert "".join(ordered(ours, base, theirs, standing)) == expected
    assert "".join(ordered(expected, theirs, theirs, standing)) == expected, "a second time"


def test_what_a_part_of_the_stories_adds_comes_last_and_moves_nothing() -> None:
    assert ordered("abc", "abc", "db", "abcd", follow=False) == ("a", "b", "c", "d")
    assert ordered("abc", "abc", "db", "abcd") == ("a", "d", "b", "c"), "else it follows"
