"""Home, incidents, headlines, places and actors: what a reader finds an incident by."""

import dataclasses

from generator.model.claim import Toll
from generator.model.headline import HeadlineEntry, Neighbour
from generator.model.incident import Dates, Title
from generator.model.partialdate import PartialDate
from generator.model.tie import Tie, TieKind
from generator.model.vocabulary import Bound, EventType, Origin, Outcome, Relation
from generator.render.site import Site


def titled(incident, identifier, title, **fields):
    return dataclasses.replace(incident, id=identifier, title=Title(title, Origin.EDITOR), **fields)


def test_a_card_says_what_where_how_many_who_and_how_sure(seed_pages, reading):
    card = reading(seed_pages["index.md"]).all(".b-card")
    assert card == [
        "Armed attack · Security operation Balochistan, Pakistan "
        "Coordinated attacks across Balochistan: competing accounts "
        "Balochistan's chief minister said security forces killed 145 militants over 40 hours; "
        "the military had earlier said 92. "
        "145 militants killed according to Sarfaraz Bugti, Sunday "
        "17 law enforcement personnel killed according to Sarfaraz Bugti, Sunday "
        "31 civilians killed according to Sarfaraz Bugti, Sunday "
        "Claimed by Baloch Liberation Army · Accused: India (denies it) "
        "Friday, Saturday and Sunday, no full date Unreviewed"
    ]


def test_the_home_page_counts_and_leads_to_the_lists(seed_pages, reading):
    home = reading(seed_pages["index.md"])
    assert home.all(".b-counts") == ["1 document 1 incident 13 claims What changed last"]
    lists = ["incidents/index.html", "places/index.html", "actors/index.html", "headlines.html", "about/index.html"]
    assert set(lists) <= set(home.hrefs)


def test_the_home_page_shows_what_was_added_last_first_then_by_title(seed_incident, pages_of, reading):
    incidents = (
        titled(seed_incident, "old-00000000", "A Old"),
        titled(seed_incident, "b-00000000", "b New"),
        titled(seed_incident, "a-00000000", "A new"),
        titled(seed_incident, "none-00000000", "A without history"),
    )
    history = {
        "old-00000000": ({"on": "2026-01-01"}, {"on": "2026-06-01"}),
        "b-00000000": ({"on": "2026-02-01"},),
        "a-00000000": ({"on": "2026-02-01"},),
    }
    page = reading(pages_of(Site(incidents, history=history))["index.md"])
    assert page.all(".b-headline") == ["A new", "b New", "A Old", "A without history"]
    assert not [card for card in page.all(".b-card") if "2026" in card]


def test_the_home_page_stops_at_twelve_and_leads_to_the_rest(seed_incident, pages_of, reading):
    incidents = tuple(titled(seed_incident, f"i{number:02}-00000000", f"Title {number:02}") for number in range(13))
    page = reading(pages_of(Site(incidents))["index.md"])
    assert len(page.all(".b-card")) == 12
    assert "All 13 incidents" in page.text


def dated(day):
    return Dates(start=PartialDate.parse(day))


def test_incidents_are_listed_by_month_the_latest_first_and_those_without_a_date_last(seed_incident, pages_of, reading):
    incidents = (
        titled(seed_incident, "z-00000000", "Zeta", dates=dated("2025-03-02")),
        titled(seed_incident, "n-00000000", "No day"),
        titled(seed_incident, "y-00000000", "Year", dates=dated("2024")),
        titled(seed_incident, "a-00000000", "alpha", dates=dated("2025-03-02")),
        titled(seed_incident, "l-00000000", "Late", dates=dated("2025-03-09")),
    )
    page = reading(pages_of(Site(incidents))["incidents/index.md"])
    months = ["March 2025 3 incidents", "2024 1 incident", "No date in the source 1 incident"]
    assert page.all("h2") == months
    assert page.all(".b-headline") == ["Late", "alpha", "Zeta", "Year", "No day"]
    assert {"month-2025-03", "month-undated"} <= set(page.ids)
    assert "../days/2025-03.html" in page.hrefs


def test_a_row_says_what_where_how_many_who_when_and_how_sure(seed_pages, reading):
    (row,) = reading(seed_pages["incidents/index.md"]).all("li")[-1:]
    assert row == (
        "Armed attack · Security operation Balochistan, Pakistan "
        "Coordinated attacks across Balochistan: competing accounts "
        "145 militants killed according to Sarfaraz Bugti, Sunday "
        "Friday, Saturday and Sunday, no full date Unreviewed"
    )


def test_of_one_day_of_arrival_the_latest_event_comes_first_on_the_home_page(seed_incident, pages_of, reading):
    incidents = (
        titled(seed_incident, "a-00000000", "A", dates=dated("2025-03-02")),
        titled(seed_incident, "b-00000000", "B", dates=dated("2025-03-09")),
        titled(seed_incident, "c-00000000", "C"),
    )
    assert reading(pages_of(Site(incidents))["index.md"]).all(".b-headline") == ["B", "A", "C"]


def test_a_list_of_headlines_shows_the_closest_neighbours_and_folds_the_others(seed_incident, pages_of, reading):
    names = [HeadlineEntry(f"h-{number}", f"Headline {number}", ("x",)) for number in range(20)]
    shares = tuple(Neighbour(each.id, ("Kabul", "Herat") if each.id == "h-9" else ("Kabul",)) for each in names)
    first = HeadlineEntry("h-first", "First", tuple(f"i-{number}" for number in range(6)), neighbours=shares)
    page = reading(pages_of(Site((seed_incident,), headlines=(first, *names)))["headlines.md"])
    assert page.inside[".b-neighbours"][1].split("\n")[1:3] == [
        "shares Kabul and Herat with Headline 9",
        "shares Kabul with Headline 0",
    ]
    assert page.all("summary") == ["More incidents that carry it", "More headlines that share a name"]
    assert "and 5 more" in page.all(".b-neighbours")[-1]


def test_headlines_that_share_a_place_find_each_other(seed_pages, reading):
    page = reading(seed_pages["headlines.md"])
    shown = [" ".join(text.split()) for text in page.inside["#h-rafah-11111111"]]
    assert shown == [
        "Reopening of Gaza's Rafah crossing expected Monday "
        "Carried with Coordinated attacks across Balochistan: competing accounts "
        "shares Gaza with Israeli strikes kill 26 in Gaza, health officials say"
    ]
    assert {"#h-strikes-33333333", "#h-rafah-11111111"} <= set(page.hrefs)
    assert "incidents/balochistan-attacks-b1512c5f.html" in page.hrefs


def test_a_headline_shows_what_its_words_tell(seed_site, pages_of, reading):
    entry = dataclasses.replace(
        seed_site.headlines[0],
        type=EventType.SEVERE_WEATHER,
        places=("<b>Ohio</b>",),
        tolls=(Toll(Outcome.KILLED, 90, bound=Bound.AT_LEAST), Toll(Outcome.INJURED, None, vague="dozens")),
    )
    plain = dataclasses.replace(seed_site.headlines[1])
    page = reading(pages_of(Site(seed_site.incidents, headlines=(entry, plain)))["headlines.md"])
    assert "Severe weather · <b>Ohio</b> · at least 90 killed · dozens injured" in page.all(".b-carriers")
    assert len(page.all(".b-carriers")) == 3


def test_a_headline_that_an_incident_covers_leads_there_and_back(seed_site, seed_incident, pages_of, reading):
    storm = titled(seed_incident, "storm-00000000", "Storm in the United States", related=())
    entries = (
        dataclasses.replace(seed_site.headlines[1], link=storm.id, why="shares United States, storm"),
        HeadlineEntry("h-other", "Another", ("gone-00000000",)),
    )
    related = tuple(
        dataclasses.replace(each, link=storm.id, why="shares United States, storm") if "storm" in each.text else each
        for each in seed_incident.related
    )
    carrier = dataclasses.replace(seed_incident, related=related)
    pages = pages_of(Site((carrier, storm), headlines=entries))
    from_carrier = reading(pages[f"incidents/{carrier.id}.md"])
    assert "storm-00000000.html" in from_carrier.hrefs
    assert "covered by Storm in the United States (shares United States, storm)" in from_carrier.text
    entry = reading(pages["headlines.md"])
    assert "Covered by Storm in the United States: shares United States, storm" in entry.all(".b-covered")
    back = reading(pages["incidents/storm-00000000.md"])
    assert "Headlines that lead here" in back.all("h3")
    assert "balochistan-attacks-b1512c5f.html" in back.hrefs


def test_headlines_that_nobody_covers_are_the_watch_list_and_those_of_one_incident_stand_together(
    seed_site, seed_incident, pages_of, reading
):
    storm = titled(seed_incident, "storm-00000000", "Storm in the United States", related=())
    entries = (
        HeadlineEntry("h-1", "Storm kills ninety", ("x",), link=storm.id),
        HeadlineEntry("h-2", "Talks collapse", ("x", "y")),
        HeadlineEntry("h-3", "Ninety dead in winter storm", ("x",), link=storm.id),
        HeadlineEntry("h-4", "Gone", ("x",), link="gone-00000000"),
    )
    page = reading(pages_of(Site((storm,), headlines=entries))["headlines.md"])
    assert page.all("h2") == ["Without a briefing", "Covered"]
    assert page.all("h3") == ["Storm in the United States"]
    assert page.all(".b-headline") == ["Talks collapse", "Gone", "Storm kills ninety", "Ninety dead in winter storm"]


def test_an_incident_keeps_headlines_of_its_event_from_background_and_other_news(seed_incident, pages_of, reading):
    earlier = titled(seed_incident, "earlier-00000000", "An earlier raid", related=())
    relations = [
        (Relation.SAME_EVENT, None),
        (Relation.OTHER_EVENT, earlier.id),
        (Relation.UNRESOLVED, None),
        (Relation.BACKGROUND, None),
        (Relation.OTHER_EVENT, "gone-00000000"),
    ]
    related = tuple(
        dataclasses.replace(each, relation=relation, link=target)
        for each, (relation, target) in zip(seed_incident.related, relations, strict=True)
    )
    carrier = dataclasses.replace(seed_incident, related=related)
    ties = {carrier.id: (Tie(earlier.id, TieKind.BACKGROUND, ("Quetta",), "days after a raid"),)}
    page = reading(pages_of(Site((carrier, earlier), ties=ties))[f"incidents/{carrier.id}.md"])
    (shown,) = page.inside[".b-related"]
    texts = [each.text for each in related]
    order = ["The same event", texts[0], "Background", texts[1], texts[3], "Other news", texts[2], texts[4]]
    places = [shown.index(text) for text in order]
    assert places == sorted(places)
