"""The codebook and the word lists cover every word that a record may hold."""

from dataclasses import fields
from pathlib import Path

import pytest

from generator.model import vocabulary
from generator.model.claim import Claim
from generator.model.incident import Incident
from generator.render import words

CODEBOOK = (Path(__file__).parents[3] / "content" / "codebook.md").read_text(encoding="utf-8")
LISTS = (
    vocabulary.EventType,
    vocabulary.ClaimKind,
    vocabulary.Outcome,
    vocabulary.Bound,
    vocabulary.Category,
    vocabulary.ActorType,
    vocabulary.PlaceLevel,
    vocabulary.Stage,
    vocabulary.Relation,
)


@pytest.mark.parametrize("word", [word for each in LISTS for word in each], ids=lambda word: f"{word!r}")
def test_the_codebook_explains_every_fixed_word(word):
    assert f"`{word.value}`" in CODEBOOK


@pytest.mark.parametrize("kind", [Incident, Claim], ids=lambda kind: kind.__name__)
def test_the_codebook_names_every_field(kind):
    missing = [each.name for each in fields(kind) if f"`{each.name}`" not in CODEBOOK]
    assert missing == []


def test_every_fixed_word_has_english_without_hyphens_where_prose_has_none():
    for kind in vocabulary.EventType:
        assert "-" not in words.event_words(kind)
    for category in vocabulary.Category:
        assert "-" not in words.category_words(category)
    for claim in vocabulary.ClaimKind:
        assert "-" not in words.kind_words(claim)
    for relation in vocabulary.Relation:
        assert words.relation_words(relation)
