"""Every example of ``cues.yml``."""

import pytest

from generator.extract.attribution import find_attributions
from generator.extract.dates import find_days
from generator.lexicon.sources import read_knowledge

FAMILIES = read_knowledge("cues.yml")["verbs"]
MATCHES = [pytest.param(row, text, id=f"{row['kind']}: {text}") for row in FAMILIES for text in row.get("matches", ())]
REJECTS = [pytest.param(row, text, id=f"{row['kind']}: {text}") for row in FAMILIES for text in row.get("rejects", ())]


@pytest.fixture
def cues(lexicon, prose):
    def find(text, family):
        sentence = prose(text)
        forms = {form.lower() for form in family["forms"]}
        found = find_attributions(sentence, find_days(sentence, lexicon), lexicon)
        return [(attribution.verb, str(attribution.kind)) for attribution in found if attribution.verb in forms]

    return find


@pytest.mark.parametrize(("family", "text"), MATCHES)
def test_a_reporting_word_is_read_as_its_family_says(family, text, cues):
    assert [kind for _, kind in cues(text, family)] == [family["kind"]]


@pytest.mark.parametrize(("family", "text"), REJECTS)
def test_a_word_that_reports_nothing_is_left_alone(family, text, cues):
    assert cues(text, family) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: f"{family['kind']}: {family['forms'][0]}")
def test_every_family_has_an_example(family):
    assert family["matches"]
