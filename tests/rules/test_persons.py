"""Counted nouns: persons by category, nouns that tell an outcome, and things that are never persons."""

import pytest

from generator.extract.figures.figures import count_figures
from generator.lexicon.lexicon import load_lexicon

PERSONS = load_lexicon().persons
CATEGORIES = sorted(set(PERSONS.plural.values()))


def figure_of(prose, text, lexicon):
    found = count_figures(prose(text), lexicon)
    return next((figure for figure in found if not figure.article), None)


def where(noun):
    """Contacts are counted where they are those of the sick."""
    return "in quarantine" if noun.startswith("contact") else "there"


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_plural_nouns_of_a_category_count_persons_of_it(category, lexicon, prose):
    missed = []
    for noun, its in PERSONS.plural.items():
        if its != category:
            continue
        figure = figure_of(prose, f"The mayor counted 12 {noun} {where(noun)}.", lexicon)
        if figure is None or (figure.person, figure.category, figure.numeral.count) != (True, category, 12):
            missed.append((noun, figure and (figure.who, figure.person, str(figure.category))))
    assert missed == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_singular_nouns_of_a_category_count_one_person_of_it(category, lexicon, prose):
    missed = []
    for noun, its in PERSONS.singular.items():
        if its != category:
            continue
        figure = figure_of(prose, f"The mayor counted one {noun} {where(noun)}.", lexicon)
        if figure is None or (figure.person, figure.category, figure.numeral.count) != (True, category, 1):
            missed.append((noun, figure and (figure.who, figure.person, str(figure.category))))
    assert missed == []


def test_things_are_never_counted_as_persons(lexicon, prose):
    taken = []
    for noun in sorted(PERSONS.things - PERSONS.plural.keys() - PERSONS.singular.keys()):
        figure = figure_of(prose, f"The mayor counted 12 {noun} there.", lexicon)
        if figure is not None and figure.person:
            taken.append((noun, figure.who))
    assert taken == []


def test_no_noun_counts_both_persons_and_things():
    assert sorted(PERSONS.things & (PERSONS.plural.keys() | PERSONS.singular.keys())) == []
