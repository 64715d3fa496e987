"""Weapons by the words of the text."""

from collections.abc import Callable

import pytest

from generator.extract.deeds.weapons import find_weapons
from generator.extract.prose.chunks import read_clause
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        pytest.param("Woman killed in Gao by man with knife", ["knife"], id="one word closes the text"),
        pytest.param("A man with a knife killed a nurse in Gao.", ["knife"], id="inside"),
        pytest.param("He was killed by a car bomb", ["car bomb"], id="two words close the text"),
    ],
)
def test_a_weapon_is_found_wherever_it_stands(
    text: str, weapons: list[str], prose: Callable[[str], Prose], lexicon: Lexicon
) -> None:
    found = find_weapons(read_clause(prose(text)), lexicon)

    assert [span.of(text) for _, _, span in found] == weapons
