"""The issues of one story: which is the later one, and what they tell together."""

from dataclasses import replace

from generator.model.claim import Toll
from generator.model.incident import Incident
from generator.model.partialdate import PartialDate
from generator.store.issues import correct, gather_issues, latest_issue, retell

URL = "https://example.org/story"


def issue(incident: Incident, name: str, digest: str, **fields: object) -> Incident:
    source = replace(incident.documents[0], file=f"{name}.txt", sha256=digest * 64, url=URL, **fields)  # type: ignore[arg-type]
    return replace(incident, id=f"story-{digest * 8}", documents=(source,))


def recounted(incident: Incident, count: int) -> Incident:
    first = next(each for each in incident.claims if isinstance(each.what, Toll))
    quote = first.quote.replace(str(first.what.count), str(count))
    changed = replace(first, what=replace(first.what, count=count), quote=quote)
    return replace(incident, claims=tuple(changed if each is first else each for each in incident.claims))


def test_issues_stand_by_their_day(example: Incident) -> None:
    late = issue(example, "a", "a", published=PartialDate(2026, 2, 2))
    early = issue(example, "b", "b", published=PartialDate(2026, 2, 1))
    assert gather_issues([late, early]) == ((early, late),)


def test_of_two_issues_of_one_day_the_one_that_a_record_knows_is_the_earlier(example: Incident) -> None:
    first, second = issue(example, "z", "a"), issue(example, "a", "b")
    assert gather_issues([second, first]) == ((second, first),)
    assert gather_issues([second, first], stored=[first]) == ((first, second),)


def test_a_later_issue_changes_a_figure_under_its_id_and_what_it_leaves_out_stays(example: Incident) -> None:
    later = recounted(issue(example, "b", "b"), 152)
    later = replace(later, claims=tuple(each for each in later.claims if isinstance(each.what, Toll))[:1], summary=())
    whole = retell((issue(example, "a", "a"), later))
    assert [each.id for each in whole.claims] == [each.id for each in example.claims]
    changed = next(each for each in whole.claims if isinstance(each.what, Toll))
    assert (changed.what.count, changed.at.document) == (152, "d2")
    assert latest_issue(whole).id == "d2"
    assert latest_issue(whole).replaces == "d1"


def test_nothing_but_its_document_is_left_of_a_story_that_was_corrected(example: Incident) -> None:
    wrong = issue(example, "a", "a")
    right = replace(issue(example, "b", "b"), claims=example.claims[:1], summary=(), related=())
    right = replace(right, documents=(replace(right.documents[0], url=None),))
    whole = correct(wrong, right)
    assert [(each.file, each.replaces) for each in whole.documents] == [("a.txt", None), ("b.txt", "d1")]
    assert {each.at.document for each in whole.claims} == {"d2"}
