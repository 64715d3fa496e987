"""Named parties: each plain name is read as the party that the list says."""

import pytest

from generator.extract.actors.names import known_names
from generator.extract.speech.attribution import find_attributions
from generator.lexicon.places import fold_name
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import ActorType

KNOWLEDGE = read_knowledge("actors.yml")
SECTIONS = ("groups", "organisations", "media", "institutions")


@pytest.mark.parametrize("section", SECTIONS)
def test_the_plain_names_of_a_party_are_read_as_that_party(section, lexicon, prose):
    missed = []
    for row in KNOWLEDGE[section]:
        for name in (row["name"], *row.get("acronyms", ()), *row.get("aka", ())):
            if name in row.get("ambiguous", ()) or not name[0].isupper():
                continue
            sentence = prose(f"Fighters of the {name} were seen there.")
            found = [actor for *_, actor in known_names(sentence, sentence.words, lexicon)]
            if [actor.id for actor in found] != [lexicon.actors.known[fold_name(name)].id]:
                missed.append((name, [actor.id for actor in found]))
    assert missed == []


@pytest.mark.parametrize("section", SECTIONS)
def test_no_two_parties_share_a_plain_name(section, lexicon):
    named = [
        (name, row["id"], lexicon.actors.known[fold_name(name)].id)
        for row in KNOWLEDGE[section]
        for name in (row["name"], *row.get("acronyms", ()), *row.get("aka", ()))
        if name not in row.get("ambiguous", ())
    ]
    assert [(name, own, other) for name, own, other in named if own != other] == []


def test_an_officer_with_a_name_is_read_as_a_person_with_that_office(lexicon, prose):
    missed = []
    for row in KNOWLEDGE["offices"]:
        office = row["one"]
        found = find_attributions(prose(f"The {office}, Zarina Oxley, said the road was closed."), (), lexicon)
        source = found[0].source if found else None
        if source is None or (source.name, source.type) != ("Zarina Oxley", ActorType(row["type"])):
            missed.append((office, source and (source.name, str(source.type), source.role)))
    assert missed == []


@pytest.mark.parametrize("section", ["forces", "bodies", "anonymous"])
def test_a_generic_party_is_read_by_its_head_noun(section, lexicon, prose):
    missed = []
    for row in KNOWLEDGE[section]:
        found = find_attributions(prose(f"The {row['one']} said the road was closed."), (), lexicon)
        source = found[0].source if found else None
        if source is None or source.type != ActorType(row["type"]):
            missed.append((row["one"], source and (source.name, str(source.type), source.rule)))
    assert missed == []
