"""Every example of ``cues.yml``."""

import pytest

from generator.extract.places.dates import find_days
from generator.extract.speech.attribution import find_attributions
from generator.lexicon.inflection import inflect
from generator.lexicon.sources import read_knowledge

KNOWLEDGE = read_knowledge("cues.yml")
FAMILIES = [*KNOWLEDGE["verbs"], *KNOWLEDGE["light"]]
MATCHES = [pytest.param(row, text, id=f"{row['kind']}: {text}") for row in FAMILIES for text in row.get("matches", ())]
REJECTS = [pytest.param(row, text, id=f"{row['kind']}: {text}") for row in FAMILIES for text in row.get("rejects", ())]


def forms_of(family):
    """Every form of a family's verbs; of a light verb each of its forms with each of its nouns."""
    words = {form.lower() for form in family.get("forms", ())}
    for lemma in (*family.get("lemmas", ()), *family.get("verbs", ())):
        forms = inflect(lemma, KNOWLEDGE["doubling"])
        words |= {forms.base, forms.third, forms.past, forms.ing, IRREGULAR.get(lemma, forms.past)}
    return {f"{word} {noun}" for word in words for noun in family["nouns"]} if "nouns" in family else words


IRREGULAR = {
    "make": "made",
    "give": "gave",
    "send": "sent",
    "lay": "laid",
    "put": "put",
    "set": "set",
}


@pytest.fixture
def cues(lexicon, prose):
    def find(text, family):
        sentence = prose(text)
        forms = forms_of(family)
        found = find_attributions(sentence, find_days(sentence, lexicon), lexicon)
        return [(attribution.verb, str(attribution.kind)) for attribution in found if attribution.verb in forms]

    return find


@pytest.mark.parametrize(("family", "text"), MATCHES)
def test_a_reporting_word_is_read_as_its_family_says(family, text, cues):
    assert [kind for _, kind in cues(text, family)] == [family["kind"]]


@pytest.mark.parametrize(("family", "text"), REJECTS)
def test_a_word_that_reports_nothing_is_left_alone(family, text, cues):
    assert cues(text, family) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: f"{family['kind']}: {family['matches'][0]}")
def test_every_family_has_an_example(family):
    assert family["matches"]
