"""Laws of linking: the order of the records does not matter, twice is once, and every link leads somewhere else."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.link.features import normalise_headline
from generator.link.headlines import link_headlines
from generator.link.identities import resolve_ids
from generator.link.index import backlinks, index_headlines
from generator.model.headline import HeadlineMentions
from generator.model.incident import Dates, Incident, Place, RelatedHeadline, SourceDocument, Status, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import EventType, Origin, PlaceLevel, Relation

AT = Citation("d1", Span(0, 1))
NAMES = ("Gaza", "Rafah", "Sylhet", "ICE")
IDS = ("a", "b", "c", "d", "e", "f")

words = st.sampled_from(
    (
        "Rafah",
        "Gaza",
        "crossing",
        "reopens",
        "reopening",
        "storm",
        "winter",
        "toll",
        "reaches",
        "90",
        "26",
        "strikes",
        "bus",
        "canal",
        "Sylhet",
        "rains",
        "of",
        "ICE",
    )
)
headlines = st.lists(words, min_size=1, max_size=7).map(" ".join)
days = st.none() | st.integers(1, 28).map(lambda day: PartialDate(2026, 1, day))
statuses = (
    st.none()
    | st.builds(Status, withdrawn=st.just("mistaken"))
    | st.builds(Status, merged_into=st.sampled_from((*IDS, "gone")))
)
links = st.builds(
    RelatedHeadline,
    text=headlines,
    at=st.just(AT),
    link=st.none() | st.sampled_from((*IDS, "gone", "old-a")),
    relation=st.sampled_from(Relation),
)
open_headlines = st.builds(RelatedHeadline, text=headlines, at=st.just(AT))


@st.composite
def workspaces(draw: st.DrawFn) -> tuple[Incident, ...]:
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    return tuple(
        Incident(
            id=name,
            title=Title(draw(headlines), Origin.GENERATED),
            types=(EventType.OTHER,),
            dates=Dates(anchor=draw(days)),
            documents=(SourceDocument("d1", "x.txt", "0", 1, Span(0, 1), title=draw(st.none() | headlines)),),
            aliases=(f"old-{name}",),
            status=draw(statuses),
            places=tuple(
                Place(place.casefold(), place, PlaceLevel.AREA, AT)
                for place in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
            ),
            related=tuple(draw(st.lists(open_headlines | links, max_size=4))),
        )
        for name in ids
    )


def mentions_of(incidents: tuple[Incident, ...]) -> dict[str, HeadlineMentions]:
    texts = {headline.text for incident in incidents for headline in incident.related}
    texts |= {incident.title.text for incident in incidents}
    texts |= {document.title for incident in incidents for document in incident.documents if document.title}
    return {
        text: HeadlineMentions(places=tuple((name.casefold(), name) for name in NAMES if name in text.split()))
        for text in texts
    }


@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(incidents: tuple[Incident, ...], shuffler: random.Random) -> None:
    mentions = mentions_of(incidents)
    shuffled = list(incidents)
    shuffler.shuffle(shuffled)
    linked, other = link_headlines(incidents, mentions), link_headlines(shuffled, mentions)
    assert sorted(linked, key=lambda one: one.id) == sorted(other, key=lambda one: one.id)
    assert index_headlines(linked, mentions) == index_headlines(other, mentions)
    assert list(backlinks(linked).items()) == list(backlinks(other).items())


@given(workspaces())
def test_linking_twice_is_linking_once(incidents: tuple[Incident, ...]) -> None:
    mentions = mentions_of(incidents)
    once = link_headlines(incidents, mentions)
    assert link_headlines(once, mentions) == once


@given(workspaces())
def test_a_new_link_leads_to_another_current_record_and_says_why(incidents: tuple[Incident, ...]) -> None:
    pages = resolve_ids(incidents)
    current = {incident.id for incident in incidents if incident.status is None}
    for before, after in zip(incidents, link_headlines(incidents, mentions_of(incidents)), strict=True):
        for old, new in zip(before.related, after.related, strict=True):
            if new != old:
                assert old == replace(new, link=None, relation=Relation.UNRESOLVED, why=None)
                assert new.link in current
                assert new.link != pages.get(before.id, before.id)
                assert new.why


@given(workspaces())
def test_everything_but_the_open_headlines_stays_as_it_was(incidents: tuple[Incident, ...]) -> None:
    for before, after in zip(incidents, link_headlines(incidents, mentions_of(incidents)), strict=True):
        assert replace(after, related=before.related) == before
        assert [one.text for one in after.related] == [one.text for one in before.related]


@given(workspaces())
def test_every_carried_headline_has_one_entry_and_every_entry_resolves(incidents: tuple[Incident, ...]) -> None:
    mentions = mentions_of(incidents)
    linked = link_headlines(incidents, mentions)
    entries = index_headlines(linked, mentions)
    carried = {normalise_headline(headline.text) for incident in incidents for headline in incident.related}
    assert sorted(normalise_headline(entry.text) for entry in entries) == sorted(carried)
    ids = {entry.id for entry in entries}
    assert len(ids) == len(entries)
    known = {incident.id for incident in incidents}
    for entry in entries:
        assert entry.link is None or entry.link in known
        assert {neighbour.entry for neighbour in entry.neighbours} <= ids - {entry.id}
        assert all(neighbour.shared for neighbour in entry.neighbours)


@given(workspaces())
def test_headline_and_target_agree_on_the_link(incidents: tuple[Incident, ...]) -> None:
    linked = link_headlines(incidents, mentions_of(incidents))
    pages = resolve_ids(linked)
    leading = {
        (pages[headline.link], pages.get(incident.id, incident.id), headline.text)
        for incident in linked
        for headline in incident.related
        if headline.link in pages
    }
    back = {(target, *one) for target, found in backlinks(linked).items() for one in found}
    assert back == {one for one in leading if one[0] != one[1]}


@given(st.text(max_size=60))
@settings(max_examples=500)
def test_folding_a_folded_headline_changes_nothing(text: str) -> None:
    folded = normalise_headline(text)
    assert normalise_headline(folded) == folded


@given(st.text(max_size=60))
def test_only_an_empty_headline_folds_to_nothing(text: str) -> None:
    assert bool(normalise_headline(text)) == bool(text.strip())
