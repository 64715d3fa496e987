import datetime
from collections.abc import Mapping

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.threads import ThreadLexicon
from generator.link.headlines import link_headlines
from generator.link.resolution import Resolver
from generator.model.claim import Claim, Said, Toll
from generator.model.headline import HeadlineMentions
from generator.model.incident import Dates, Incident, Place, RelatedHeadline, SourceDocument, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.story import Story
from generator.model.vocabulary import ClaimKind, EventType, Origin, Outcome, PlaceLevel, Relation

AT = Citation("d1", Span(0, 9))
DAY = datetime.date(2024, 5, 14)
FERRY = HeadlineMentions(type=EventType.TRANSPORT_ACCIDENT)
STORY = Story(
    (
        "A ferry with pupils of a school on board sank off Tolverra in southern Norway on Tuesday, and nine people"
        " died, the coast guard said.",
        "Divers searched the wreck through the night while relatives waited in the boathouse of Tolverra.",
        "The accordions of the pupils, wrapped in tarpaulin, washed ashore beside a lighthouse, the keeper said.",
    ),
    title="Ferry with pupils sinks off Tolverra, nine dead",
    published=DAY,
)
OTHER = Story(
    (
        "A bus with pensioners left the road near Askvind in northern Norway on Sunday, and four people died there, the"
        " police said.",
        "The driver had slept for two hours, a passenger told the newspaper of the valley.",
    ),
    title="Bus with pensioners leaves road near Askvind, four dead",
    published=DAY - datetime.timedelta(2),
)


def record(name: str, story: Story, dead: int, place: str, related: tuple[str, ...] = ()) -> Incident:
    document = SourceDocument(
        "d1",
        f"{name}.txt",
        name.ljust(64, "0"),
        1000,
        Span(0, 900),
        title=story.title,
        published=PartialDate.of(story.published or DAY),
    )
    return Incident(
        id=name,
        title=Title(story.title or "", Origin.DOCUMENT),
        types=(EventType.TRANSPORT_ACCIDENT,),
        dates=Dates(start=PartialDate.of(story.published or DAY)),
        documents=(document,),
        places=(Place("p1", place, PlaceLevel.CITY, AT, country="NO"),),
        claims=(Claim("c1", ClaimKind.TOLL, Said("document"), f"{dead} people died", AT, Toll(Outcome.KILLED, dead)),),
        related=tuple(RelatedHeadline(text, AT) for text in related),
    )


def stories() -> Mapping[str, Story]:
    return {"ferry".ljust(64, "0"): STORY, "bus".ljust(64, "0"): OTHER}


@pytest.fixture(scope="module")
def lexicon() -> ThreadLexicon:
    return load_lexicon().threads


@pytest.fixture(scope="module")
def resolver(lexicon: ThreadLexicon) -> Resolver:
    return Resolver((record("ferry", STORY, 9, "Tolverra"), record("bus", OTHER, 4, "Askvind")), lexicon, stories())


def found(resolver: Resolver, text: str, days: int = 1, mentions: HeadlineMentions = FERRY) -> str | None:
    answer = resolver.find(text, DAY + datetime.timedelta(days), mentions)
    return answer[0] if answer else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nine drown as Norwegian ferry goes down off Tolverra", id="the event in other words"),
        pytest.param("Accordions wash ashore after Tolverra sinking", id="words of the body"),
        pytest.param("Norway: divers search wreck of Tolverra ferry", id="what came after"),
    ],
)
def test_a_headline_is_known_by_what_the_documents_say(resolver: Resolver, text: str) -> None:
    assert found(resolver, text) == "ferry"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ferry sinks off Bastia in southern France, nine dead", id="another country"),
        pytest.param("Boat capsizes near Kvernmo in Norway, six dead", id="a name that nobody knows"),
        pytest.param("Norway ferry fire put out, nobody hurt", id="nobody hurt"),
        pytest.param("Norway raises price of salmon", id="another matter of the country"),
        pytest.param("What is a lifeboat for? Tolverra ferry pupils explain", id="a subject and no event"),
    ],
)
def test_a_headline_of_something_else_stays_open(resolver: Resolver, text: str) -> None:
    assert found(resolver, text) is None


@pytest.mark.parametrize(("days", "name"), [(-20, None), (-3, None), (0, "ferry"), (20, "ferry"), (500, None)])
def test_only_an_incident_of_the_days_before_is_meant(resolver: Resolver, days: int, name: str | None) -> None:
    assert found(resolver, "Nine drown as Norwegian ferry goes down off Tolverra", days) == name


def test_the_reader_is_told_which_words_are_shared(resolver: Resolver) -> None:
    answer = resolver.find("Accordions wash ashore after Tolverra sinking", DAY, FERRY)
    assert answer is not None
    assert {"Tolverra", "ashore"} <= set(answer[1])


def test_without_the_stories_only_what_the_record_says_is_known(lexicon: ThreadLexicon) -> None:
    bare = Resolver((record("ferry", STORY, 9, "Tolverra"),), lexicon)
    assert found(bare, "Ferry with pupils sinks off Tolverra: nine dead") == "ferry"
    assert found(bare, "Accordions wash ashore beside lighthouse") is None


def test_two_incidents_told_alike_leave_a_headline_open(lexicon: ThreadLexicon) -> None:
    twins = Resolver((record("ferry", STORY, 9, "Tolverra"), record("wreck", STORY, 9, "Tolverra")), lexicon, stories())
    assert found(twins, "Ferry sinks off Tolverra, nine dead") is None


def test_the_order_of_the_incidents_makes_no_difference(lexicon: ThreadLexicon) -> None:
    both = (record("ferry", STORY, 9, "Tolverra"), record("bus", OTHER, 4, "Askvind"))
    for text in ("Four die as bus of pensioners crashes in Norway", "Tolverra mourns pupils of the ferry"):
        answers = {str(Resolver(each, lexicon, stories()).find(text, DAY, FERRY)) for each in (both, both[::-1])}
        assert len(answers) == 1


def test_a_headline_on_its_own_event_is_marked_and_one_on_another_is_linked(lexicon: ThreadLexicon) -> None:
    own, other = "Norwegian ferry: accordions wash ashore at Tolverra", "Norway: pensioners' bus leaves road at Askvind"
    incidents = (record("ferry", STORY, 9, "Tolverra", (own, other)), record("bus", OTHER, 4, "Askvind"))
    linked = link_headlines(incidents, {own: FERRY, other: FERRY}, lexicon, stories())[0].related
    assert [(each.link, each.relation) for each in linked] == [
        (None, Relation.SAME_EVENT),
        ("bus", Relation.OTHER_EVENT),
    ]
    assert all(each.why and each.why.startswith("shares ") for each in linked)
