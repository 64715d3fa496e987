"""Records that no person touched say what the machine says."""

from dataclasses import replace

from generator.model.incident import Incident, Title, Tombstone
from generator.model.vocabulary import Origin
from generator.store.following import followed, is_told_whole, is_untouched


def test_a_record_in_another_order_and_without_what_the_machine_dropped_is_untouched(example: Incident) -> None:
    turned = replace(example, actors=tuple(reversed(example.actors)), claims=tuple(reversed(example.claims)))
    gone = replace(example.claims[-1], id="gone")
    base = replace(example, claims=(*example.claims, gone), rejected=(Tombstone("gone", "claims", "dropped"),))
    assert is_untouched(turned, base)


def test_an_edit_a_deletion_and_a_note_are_a_persons(example: Incident) -> None:
    for ours in (
        replace(example, title=Title("Another", Origin.EDITOR)),
        replace(example, rejected=(Tombstone("x", "claims", "wrong"),)),
        replace(example, note="seen"),
        replace(example, aliases=("former-00000000",)),
    ):
        assert not is_untouched(ours, example)


def test_the_machines_word_takes_the_ids_that_the_record_knows(example: Incident) -> None:
    claims = tuple(replace(each, id=f"{each.id}-9") for each in example.claims)
    alone = tuple(replace(each, part_of=None, responds_to=None, supersedes=None) for each in (*claims, *example.claims))
    theirs = replace(example, id="other-00000000", claims=alone[: len(claims)], summary=())
    ours = replace(example, claims=alone[len(claims) :], summary=())
    assert [each.id for each in followed(ours, theirs).claims] == [each.id for each in ours.claims]
    assert followed(ours, theirs).id == ours.id


def test_a_word_that_lacks_a_document_of_the_record_is_not_the_whole(example: Incident) -> None:
    more = replace(example.documents[0], id="d2", sha256="f" * 64)
    assert is_told_whole(example, replace(example, documents=(*example.documents, more)))
    assert not is_told_whole(replace(example, documents=(*example.documents, more)), example)
