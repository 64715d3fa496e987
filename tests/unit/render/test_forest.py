"""Things below one another: each once, whatever the record says."""

from hypothesis import given
from hypothesis import strategies as st

from generator.render.forest import LEVELS, grow_forest

KEYS = "abcdefgh"
PARENTS = st.dictionaries(st.sampled_from(KEYS), st.none() | st.sampled_from(KEYS + "xy"))


def reached(forest):
    found = []
    waiting = list(reversed(forest.roots))
    while waiting:
        key = waiting.pop()
        found.append(key)
        waiting.extend(reversed(forest.below[key]))
    return found


@given(PARENTS)
def test_every_key_is_reached_exactly_once(parents):
    assert sorted(reached(grow_forest(parents))) == sorted(parents)


@given(PARENTS)
def test_a_key_stands_below_the_one_it_names_or_begins_a_tree(parents):
    forest = grow_forest(parents)
    for outer, inner in forest.below.items():
        assert all(parents[key] == outer for key in inner)


def test_order_is_kept_on_every_level():
    forest = grow_forest({"c": None, "b": "c", "a": "c", "d": None})
    assert forest.roots == ("c", "d")
    assert forest.below["c"] == ("b", "a")


def test_a_circle_is_cut_at_its_first_key():
    forest = grow_forest({"a": "b", "b": "a"})
    assert forest.roots == ("a",)
    assert forest.below == {"a": ("b",), "b": ()}


def test_a_chain_of_thousands_stays_within_the_levels_that_a_page_can_show():
    keys = [f"k{number}" for number in range(5000)]
    forest = grow_forest({key: keys[number - 1] if number else None for number, key in enumerate(keys)})
    assert len(reached(forest)) == 5000
    assert len(forest.below[keys[LEVELS - 2]]) == 5000 - LEVELS + 1
