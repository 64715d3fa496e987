from dataclasses import replace

from generator.model.incident import Incident, Status
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


def of_one(incident: Incident, digest: str, *slugs: str, **fields: object) -> list[Incident]:
    """Several incidents of one document."""
    return [replace(version(incident, "a", digest, **fields), id=f"{slug}-{digest * 8}") for slug in slugs]


def test_several_incidents_of_a_story_keep_apart_when_it_is_issued_anew(example: Incident) -> None:
    old = of_one(example, "a", "raid", "flood", "strike")
    for slugs in (("raid", "flood", "strike"), ("strike", "flood", "raid"), ("blast", "flood", "strike")):
        new = of_one(example, "b", *slugs)
        found = {each.id: name for name, group in grouped(new, index_records(old)) for each in group}
        assert sorted(found.values()) == sorted(each.id for each in old)
        assert [found[f"{slug}-bbbbbbbb"] for slug in ("flood", "strike")] == ["flood-aaaaaaaa", "strike-aaaaaaaa"]


def test_several_incidents_of_a_story_keep_apart_when_both_issues_are_new(example: Incident) -> None:
    old, new = of_one(example, "a", "raid", "flood"), of_one(example, "b", "flood", "blast")
    assert names(grouped([*old, *new], Index())) == [
        ("raid-aaaaaaaa", ["raid-aaaaaaaa", "blast-bbbbbbbb"]),
        ("flood-aaaaaaaa", ["flood-aaaaaaaa", "flood-bbbbbbbb"]),
    ]


def test_an_incident_more_in_a_new_issue_is_a_record_of_its_own(example: Incident) -> None:
    index = index_records(of_one(example, "a", "raid", "flood"))
    found = grouped(of_one(example, "b", "raid", "flood", "strike"), index)
    assert [name for name, _ in found] == ["raid-aaaaaaaa", "flood-aaaaaaaa", "strike-bbbbbbbb"]


def test_news_of_a_record_that_was_merged_go_to_the_one_that_has_its_documents(example: Incident) -> None:
    one, gone = version(example, "a", "a"), version(example, "b", "b", url="https://example.org/b")
    both = replace(one, documents=(*one.documents, *gone.documents))
    closed = replace(gone, status=Status(merged_into=one.id))
    reissued = version(example, "c", "c", url="https://example.org/b")
    index = index_records([both, closed])
    assert names(grouped([one, gone, reissued], index)) == [(one.id, [one.id, gone.id, reissued.id])]
    # Who merged by hand and took no document over gets no claims of it.
    assert names(grouped([gone], index_records([one, closed]))) == [(gone.id, [gone.id])]


def test_records_that_were_merged_in_a_circle_keep_their_news(example: Incident) -> None:
    one, other = version(example, "a", "a"), version(example, "b", "b")
    sources = (*one.documents, *other.documents)
    circle = [
        replace(one, documents=sources, status=Status(merged_into=other.id)),
        replace(other, documents=sources, status=Status(merged_into=one.id)),
    ]
    found = grouped([one, other], index_records(circle))
    assert sorted(each.id for _, group in found for each in group) == [one.id, other.id]
