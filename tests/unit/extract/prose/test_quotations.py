"""Single quotation marks are made double; apostrophes are left alone."""

import pytest

from generator.extract.prose.quotations import with_double_quotes


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        pytest.param("'We ran,' she said.", '"We ran," she said.', id="quotation"),
        pytest.param("'It's gone,' she said.", '"It\'s gone," she said.', id="apostrophe-inside"),
        pytest.param("He called it 'a lie' twice.", 'He called it "a lie" twice.', id="few-words"),
        pytest.param("The workers' homes were lost.", "The workers' homes were lost.", id="possessive"),
        pytest.param("It was gone in '98.", "It was gone in '98.", id="year"),
        pytest.param("'We ran.", '"We ran.', id="goes-on"),
        pytest.param("Nobody told us.'", 'Nobody told us."', id="ends"),
    ],
)
def test_quotation_marks_are_doubled(text: str, doubled: str) -> None:
    assert with_double_quotes(text) == doubled
