import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.link.headlines import link_headlines
from generator.model.claim import Claim, Said, Toll
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident, RelatedHeadline, Status
from generator.model.span import Citation, Span
from generator.model.vocabulary import ClaimKind, EventType, Outcome, Relation

AT = Citation("d1", Span(0, 9))

RAFAH = "Reopening of Gaza's Rafah crossing expected Monday"
STORM = "Winter storm death toll in United States reaches 90"
STRIKES = "Israeli strikes kill 26 in Gaza, health officials say"

Make = Callable[..., Incident]


@pytest.fixture
def dead() -> tuple[Claim, ...]:
    """A claim that counts some dead."""
    return (
        Claim("killed-people-document", ClaimKind.TOLL, Said("document"), "Nine died", AT, Toll(Outcome.KILLED, 9)),
    )


Mentions = Mapping[str, HeadlineMentions]


def only(incidents: tuple[Incident, ...], name: str) -> RelatedHeadline:
    (headline,) = next(one for one in incidents if one.id == name).related
    return headline


def test_a_headline_leads_to_the_incident_with_that_title(incident: Make, mentions: Mentions) -> None:
    records = (incident("a", related=(STORM,)), incident("b", "Winter storm death toll in United States reaches 90."))
    found = only(link_headlines(records, mentions), "a")
    assert (found.link, found.relation) == ("b", Relation.OTHER_EVENT)
    assert found.why == "same words as the title of “Winter storm death toll in United States reaches 90.”"


def test_a_headline_leads_to_the_incident_whose_document_has_it(incident: Make, mentions: Mentions) -> None:
    records = (incident("a", related=(RAFAH,)), incident("b", "Border opens", headline=RAFAH.replace("'", "’")))
    found = only(link_headlines(records, mentions), "a")
    assert (found.link, found.why) == ("b", "same headline as document d1 of “Border opens”")


def test_a_headline_never_leads_to_its_own_incident(incident: Make, mentions: Mentions) -> None:
    (record,) = link_headlines((incident("a", RAFAH, related=(RAFAH,), headline=RAFAH),), mentions)
    assert record.related[0].link is None


def test_rare_words_and_a_place_are_enough(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(RAFAH,)),
        incident("b", "Rafah crossing reopens for the first time in months"),
        incident("c", "Aid trucks wait at Rafah crossing"),
    )
    found = only(link_headlines(records, mentions), "a")
    assert (found.link, found.relation) == ("b", Relation.OTHER_EVENT)
    assert found.why == "shares Rafah, Reopening, crossing"


def test_of_two_documents_with_the_same_headline_the_title_decides(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(RAFAH,)),
        incident("b", "Border opens", headline=RAFAH),
        incident("c", RAFAH, headline=RAFAH),
    )
    assert only(link_headlines(records, mentions), "a").link == "c"


def test_a_headline_of_endless_digits_is_only_a_headline(incident: Make, mentions: Mentions) -> None:
    endless = "Gaza ceasefire vote toll reaches " + "9" * 9000
    records = (incident("a", related=(endless,)), incident("b", "Gaza ceasefire vote 12"))
    assert only(link_headlines(records, mentions), "a").link == "b"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        pytest.param(RAFAH, "Border crossing reopening celebrated in Minnesota", id="words without a place"),
        pytest.param(STRIKES, "Ceasefire talks over Gaza resume", id="a place without words"),
        pytest.param(STRIKES, "Israeli strikes kill 12 in Gaza, health ministry says", id="another figure"),
        pytest.param(STORM, "US storm-chaser film wins prize", id="a country and one word"),
        pytest.param(
            "Gaza ceasefire vote splits cabinet as coalition partner threatens walkout",
            "Gaza hospital cabinet: ceasefire holds",
            id="two words of eight",
        ),
        pytest.param("Live updates", "Live updates", id="words that any story may carry"),
    ],
)
def test_a_headline_that_may_be_another_event_stays_open(
    headline: str, title: str, incident: Make, mentions: Mentions
) -> None:
    found = only(link_headlines((incident("a", related=(headline,)), incident("b", title)), mentions), "a")
    assert (found.link, found.relation, found.why) == (None, Relation.UNRESOLVED, None)


def test_a_toll_that_has_grown_is_still_the_same_storm(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(STORM,), day="2026-02-01"),
        incident("b", "Winter storm kills 71 across United States", day="2026-01-30"),
    )
    assert only(link_headlines(records, mentions), "a").link == "b"


def test_a_toll_does_not_shrink(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(STORM,), day="2026-02-01"),
        incident("b", "Winter storm kills 120 across United States", day="2026-01-30"),
    )
    assert only(link_headlines(records, mentions), "a").link is None


def test_a_storm_of_another_month_is_another_storm(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(STORM,), day="2026-02-01"),
        incident("b", "Winter storm kills 71 across United States", day="2025-12-20"),
    )
    assert only(link_headlines(records, mentions), "a").link is None


def test_without_days_a_country_and_two_words_are_too_little(incident: Make, mentions: Mentions) -> None:
    records = (incident("a", related=(STORM,)), incident("b", "Winter storm kills 71 across United States"))
    assert only(link_headlines(records, mentions), "a").link is None


def test_two_incidents_that_fit_alike_leave_it_open(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(RAFAH,)),
        incident("b", "Rafah crossing reopens"),
        incident("c", "Rafah crossing reopened, aid waits"),
    )
    assert only(link_headlines(records, mentions), "a").link is None


def test_of_two_with_the_same_title_the_nearer_day_is_taken(incident: Make, mentions: Mentions) -> None:
    day = datetime.date(2026, 3, 1)
    records = (
        incident("a", related=("Markets close higher again",), day=str(day)),
        incident("b", "Markets close higher again", day=str(day - datetime.timedelta(days=2))),
        incident("c", "Markets close higher again", day=str(day - datetime.timedelta(days=90))),
    )
    assert only(link_headlines(records, mentions), "a").link == "b"


@pytest.mark.parametrize(
    "touched",
    [
        pytest.param({"link": "c", "relation": Relation.SAME_EVENT, "why": "editor"}, id="another link"),
        pytest.param({"link": "gone", "relation": Relation.UNRESOLVED}, id="a link without a relation"),
        pytest.param({"relation": Relation.BACKGROUND}, id="no link wanted"),
    ],
)
def test_what_an_editor_wrote_stays(touched: dict[str, object], incident: Make, mentions: Mentions) -> None:
    carrier = incident("a", related=(RAFAH,))
    edited = replace(carrier.related[0], **touched)
    records = (replace(carrier, related=(edited,)), incident("b", RAFAH))
    assert only(link_headlines(records, mentions), "a") == edited


def test_a_merged_record_is_followed_to_the_one_that_holds_it(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(RAFAH,)),
        incident("b", RAFAH, status=Status(merged_into="c")),
        incident("c", "Border opens", status=Status(merged_into="d-old")),
        incident("d", "Gaza border opens", aliases=("d-old",)),
    )
    found = only(link_headlines(records, mentions), "a")
    assert (found.link, found.why) == ("d", f"same words as the earlier title “{RAFAH}”")


@pytest.mark.parametrize(
    "status",
    [
        pytest.param(Status(withdrawn="it did not happen", by="ed"), id="withdrawn"),
        pytest.param(Status(merged_into="nowhere"), id="merged into nothing"),
        pytest.param(Status(merged_into="b"), id="merged into itself"),
    ],
)
def test_a_record_without_a_current_page_gets_no_links(status: Status, incident: Make, mentions: Mentions) -> None:
    records = (incident("a", related=(RAFAH,)), incident("b", RAFAH, status=status))
    assert only(link_headlines(records, mentions), "a").link is None


CANAL = "Sylhet ferry canal rescue goes on"


@pytest.mark.parametrize(
    ("told", "link"),
    [
        (HeadlineMentions(places=(("sylhet", "Sylhet"),)), "b"),
        (HeadlineMentions(places=(("sylhet", "Sylhet"),), type=EventType.TRANSPORT_ACCIDENT), "b"),
        (HeadlineMentions(places=(("sylhet", "Sylhet"),), type=EventType.BOMBING), None),
    ],
    ids=["no kind", "same kind", "another kind"],
)
def test_rare_words_do_not_join_events_of_different_kinds(
    told: HeadlineMentions, link: str | None, incident: Make
) -> None:
    other = replace(incident("b", "Ferry sinks in Sylhet canal"), types=(EventType.TRANSPORT_ACCIDENT,))
    named = {CANAL: told, other.title.text: HeadlineMentions(places=(("sylhet", "Sylhet"),))}
    assert only(link_headlines((incident("a", related=(CANAL,)), other), named), "a").link == link


@pytest.mark.parametrize(("outcome", "link"), [(Outcome.KILLED, "b"), (Outcome.DETAINED, None)])
def test_rare_words_do_not_join_tolls_of_different_outcomes(
    outcome: Outcome, link: str | None, incident: Make, dead: tuple[Claim, ...]
) -> None:
    other = incident("b", "Ferry sinks in Sylhet canal", claims=dead)
    place = (("sylhet", "Sylhet"),)
    named = {
        CANAL: HeadlineMentions(places=place, tolls=(Toll(outcome, None, vague="dozens"),)),
        other.title.text: HeadlineMentions(places=place),
    }
    assert only(link_headlines((incident("a", related=(CANAL,)), other), named), "a").link == link


def test_a_shared_documents_title_leads_to_the_record_that_bears_it(incident: Make, mentions: Mentions) -> None:
    records = (
        incident("a", related=(RAFAH,)),
        incident("b", RAFAH, headline=RAFAH),
        incident("c", "Sylhet attack: two killed", headline=RAFAH),
    )
    linked = link_headlines(records, mentions)
    assert only(linked, "a").link == "b"
    assert linked[2].documents == records[2].documents
