from dataclasses import replace

from generator.model.incident import Incident
from generator.model.partialdate import PartialDate
from generator.store.holders import Index, grouped, index_records, is_older


def version(incident: Incident, name: str, digest: str, **fields: object) -> Incident:
    source = replace(incident.documents[0], file=f"{name}.txt", sha256=digest * 64, **fields)  # type: ignore[arg-type]
    return replace(incident, id=f"{name}-{digest * 8}", documents=(source,))


def names(groups: tuple[tuple[str, tuple[Incident, ...]], ...]) -> list[tuple[str, list[str]]]:
    return [(name, [each.id for each in group]) for name, group in groups]


def test_incidents_of_other_documents_are_records_of_their_own(example: Incident) -> None:
    first, second = version(example, "a", "a"), version(example, "b", "b")
    assert names(grouped([first, second], Index())) == [(first.id, [first.id]), (second.id, [second.id])]


def test_a_record_is_known_by_id_alias_document_file_and_address(example: Incident) -> None:
    url = "https://example.org/story"
    record = replace(version(example, "a", "a", url=url), aliases=("former-aaaaaaaa",))
    index = index_records([record])
    for news in (
        record,
        replace(record, id="former-aaaaaaaa"),
        replace(record, id="drifted-aaaaaaaa"),
        replace(version(example, "a", "b"), id="same-file-bbbbbbbb"),
        version(example, "c", "c", url=url),
    ):
        assert grouped([news], index)[0][0] == record.id


def test_two_incidents_of_one_document_keep_apart(example: Incident) -> None:
    one = version(example, "a", "a")
    other = replace(one, id="other-aaaaaaaa")
    assert len(grouped([one, other], Index())) == 2
    drifted = replace(other, id="drifted-aaaaaaaa")
    assert names(grouped([one, drifted], index_records([one, other]))) == [
        (one.id, [one.id]),
        (other.id, [drifted.id]),
    ]


def test_versions_of_one_story_stand_by_their_day(example: Incident) -> None:
    url = "https://example.org/story"
    late = version(example, "a", "a", url=url, published=PartialDate(2026, 2, 2))
    early = version(example, "b", "b", url=url, published=PartialDate(2026, 2, 1))
    assert names(grouped([late, early], Index())) == [(late.id, [early.id, late.id])]
    assert is_older(early, late)
    assert not is_older(late, early)
    assert not is_older(late, late)


def test_a_deleted_record_is_known_by_its_document_alone_if_that_is_clear(example: Incident) -> None:
    news = version(example, "new", "a")
    assert grouped([news], index_records([], deleted=["old-aaaaaaaa"]))[0][0] == "old-aaaaaaaa"
    assert grouped([news], index_records([], deleted=["old-aaaaaaaa", "older-aaaaaaaa"]))[0][0] == news.id


def test_the_front_page_of_a_publisher_makes_no_two_stories_one(example):
    front = "https://example.org/"
    first, second = version(example, "a", "a", url=front), version(example, "c", "c", url=front)
    assert [len(group) for _, group in grouped([first, second], index_records([]))] == [1, 1]
