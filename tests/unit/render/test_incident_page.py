"""The incident page as a reader gets it."""

import dataclasses
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model.claim import Claim, Damage, Event, Party, Review, Said, Toll, When
from generator.model.incident import Dates, Place, Status
from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.vocabulary import (
    Bound,
    Category,
    Charge,
    ClaimKind,
    EventType,
    Outcome,
    PlaceLevel,
    ReviewState,
    Stage,
)
from generator.render.site import Site

SOURCE = "../sources/000-a32e27e422697ddd-b1512c5f.html"
AT = Citation.parse("d1:0-10")


def toll(identifier, speaker, count, outcome=Outcome.KILLED, said=None, **fields):
    kept = {name: fields.pop(name) for name in ("where", "part_of", "supersedes", "review", "note") if name in fields}
    what = Toll(outcome, count, **fields)
    return Claim(identifier, ClaimKind.TOLL, said or Said(speaker), "the words", AT, what=what, **kept)


def with_claims(incident, *claims, **fields):
    return dataclasses.replace(incident, claims=claims, summary=(), **fields)


def row(page, claim):
    return " ".join(page.of(f"#claim-{claim}").split())


def test_the_page_begins_with_its_state_then_its_title_then_its_summary(seed_page):
    text = seed_page.text
    order = ["Unreviewed", "Coordinated attacks across", "killed 145 militants over 40 hours", "Key facts", "Toll"]
    order += [
        "Who said what",
        "Timeline",
        "Places",
        "Related headlines",
        "Source",
        "Changes",
        "Cite",
        "Report an error",
    ]
    places = [text.index(words) for words in order[:4]]
    assert places == sorted(places)
    assert seed_page.all("h2") == order[3:]


def test_each_sentence_of_the_summary_leads_to_its_claims(seed_page):
    cited = [values for _, values in seed_page.elements if values.get("class") == "b-cite"]
    assert [values["href"] for values in cited][:2] == [
        "#claim-killed-militants-bugti",
        "#claim-killed-militants-pk-military",
    ]
    assert cited[1]["aria-label"] == "Claim 2: 92 militants killed"
    assert {values["href"][1:] for values in cited} <= set(seed_page.ids)


def test_each_figure_opens_the_sentence_it_stands_in(seed_page):
    numbers = [values["href"] for _, values in seed_page.elements if values.get("class") == "b-number"]
    assert numbers == [f"{SOURCE}#s-0-170", f"{SOURCE}#s-923-1009", f"{SOURCE}#s-923-1009"]
    assert seed_page.all(".b-number") == ["145", "17", "31"]
    assert f"{SOURCE}#s-698-757" in seed_page.hrefs


def test_a_superseded_figure_is_struck_stays_on_the_page_and_says_why(seed_page):
    assert seed_page.all("s") == ["92", "militants"]
    assert "superseded" in row(seed_page, "killed-militants-pk-military")
    assert "Superseded by 145 (Sarfaraz Bugti): the text says “The latest total”." in seed_page.all("li")
    assert f"{SOURCE}#s-758-774" in seed_page.hrefs
    assert "92" not in seed_page.all(".b-number")


def test_the_day_that_can_be_read_two_ways_is_said_to_be_unclear(seed_page):
    assert row(seed_page, "killed-militants-pk-military").endswith("When said: not clear Review: Unreviewed")
    assert "Day unclear: the day in the text may be of what happened or of the statement." in seed_page.all("li")


def test_a_speaker_that_a_pronoun_stands_for_is_said_to_be_inferred(seed_page):
    assert seed_page.all("li").count("Speaker inferred from a pronoun (“He”).") == 2


def test_a_figure_names_its_speaker_with_role_day_and_occasion(seed_page):
    assert row(seed_page, "killed-militants-bugti") == (
        "145 militants, by security forces Who says so: Sarfaraz Bugti, chief minister of Balochistan "
        "When said: Sunday · press conference in Quetta Review: Unreviewed"
    )


def test_weekdays_without_a_date_stay_weekdays(seed_page):
    assert "The source names weekdays only: Friday, Saturday and Sunday. It carries no date." in seed_page.all("dd")
    assert seed_page.all("h3")[3:6] == ["Friday", "Saturday", "Sunday"]


def test_the_timeline_tells_what_was_said_from_what_a_figure_covers(seed_page):
    entries = [text for text in seed_page.all("li") if text.endswith(" claim")]
    assert entries[:3] == [
        "Covered by a figure Sarfaraz Bugti: 145 militants killed claim",
        "Covered by a figure Sarfaraz Bugti: 145 militants killed claim",
        "Said or happened Pakistan's military: 92 militants killed claim",
    ]
    assert "Said India: denies the accusation by Pakistan's military claim" in entries


def test_denials_stand_below_the_accusation_they_answer(seed_page):
    accusation = row(seed_page, "military-blames-india")
    assert accusation.startswith("Pakistan's military · Saturday Accusation accuses India")
    assert "In answer India · Sunday Denial denies the accusation by Pakistan's military" in accusation
    assert "Randhir Jaiswal, Indian Foreign Ministry spokesperson · statement" in accusation
    assert seed_page.ids.count("claim-india-denies") == 1


def test_who_is_blamed_tells_claimed_from_accused_from_denied(seed_page):
    facts = seed_page.all("dd")
    assert "Baloch Liberation Army: claims responsibility" in facts
    assert "India: accused by Pakistan's military; denies it; denied by Randhir Jaiswal" in facts


def test_an_operation_in_answer_is_not_blamed_and_a_fault_is_told_from_the_deed(seed_incident, pages_of, reading):
    answer = Event(EventType.SECURITY_OPERATION, perpetrators=("pakistans-military",))
    record = with_claims(
        seed_incident,
        Claim("answer", ClaimKind.EVENT, Said("document"), "the words", AT, what=answer),
        Claim("fault", ClaimKind.ACCUSATION, Said("bugti"), "the words", AT, what=Party(("india",), of=Charge.FAULT)),
    )
    page = reading(pages_of(Site((record,)))[f"incidents/{record.id}.md"])
    facts = " ".join(" ".join(page.inside[".b-facts"]).split())
    assert "India: accused of a fault by Sarfaraz Bugti" in facts
    assert "Pakistan's military:" not in facts
    assert "accuses India of a fault" in " ".join(page.text.split())
    assert "Accused:" not in reading(pages_of(Site((record,)))["index.md"]).text


def test_the_claim_of_responsibility_carries_operation_and_gloss(seed_page):
    assert "claims responsibility for operation Herof (“black storm”)" in row(seed_page, "bla-responsibility")


def test_an_incomplete_list_of_places_is_called_one(seed_page):
    assert "Balochistan, Pakistan: Quetta, Gwadar, Mastung and Noshki, among others" in seed_page.all("dd")
    assert (
        "Quetta, Gwadar, Mastung and Noshki: the text names them as examples, not as the whole list."
        in seed_page.all("li")
    )


def test_places_stand_inside_one_another(seed_page):
    tree = seed_page.all(".b-tree")[0]
    assert tree == ("Balochistan province, Pakistan Quetta district Gwadar district Mastung district Noshki district")


def test_a_related_headline_without_an_incident_leads_to_its_entry(seed_page):
    assert "../headlines.html#h-rafah-11111111" in seed_page.hrefs
    assert len(seed_page.all(".b-headlines")[0].split("  ")) == 1


def test_what_the_document_lacks_is_said_in_words(seed_page):
    assert seed_page.all(".b-lacks") == [
        "It carries no headline, no byline, no publication date, no publisher, no dateline and no web address."
    ]


def test_every_claim_of_the_record_stands_on_the_page_once(seed_page, seed_incident):
    anchors = [anchor for anchor in seed_page.ids if anchor.startswith("claim-")]
    assert sorted(anchors) == sorted(f"claim-{claim.id}" for claim in seed_incident.claims)


def test_without_a_form_the_page_names_the_file_and_a_claim(seed_page):
    assert "content/incidents/balochistan-attacks-b1512c5f.yml" in seed_page.all("code")
    assert "attack-bla" in seed_page.all("code")


def test_a_form_for_errors_is_opened_with_the_record_filled_in(seed_incident, incident_page):
    page = incident_page(seed_incident, report_url="https://example.org/new?labels=error")
    href = next(href for href in page.hrefs if href.startswith("https:"))
    assert href.startswith(
        "https://example.org/new?labels=error&title=Error+in+balochistan-attacks-b1512c5f&body=Record"
    )


def reports(page):
    """The filled-in fields of each link to the form for errors, by what the link says."""
    found = [href for href in page.hrefs if href.startswith("https://example.org/")]
    return [{name: values[0] for name, values in parse_qs(urlsplit(href).query).items()} for href in found]


def test_each_claim_opens_a_form_with_fields_for_itself(seed_incident, incident_page):
    found = reports(incident_page(seed_incident, report_url="https://example.org/new?template=error.yml"))
    by_claim = {fields["claim"]: fields for fields in found if "claim" in fields}
    assert sorted(by_claim) == sorted(claim.id for claim in seed_incident.claims)
    for claim in seed_incident.claims:
        assert by_claim[claim.id] == {
            "template": "error.yml",
            "title": f"Error in {seed_incident.id}",
            "incident": seed_incident.id,
            "claim": claim.id,
            "quote": claim.quote if len(claim.quote) <= 300 else by_claim[claim.id]["quote"],
        }


def test_each_claim_opens_a_form_without_fields_with_itself_in_the_text(seed_incident, incident_page):
    found = reports(incident_page(seed_incident, report_url="https://example.org/new"))
    bodies = [fields["body"] for fields in found]
    for claim in seed_incident.claims:
        assert any(f"\nClaim: {claim.id}\nQuote: {claim.quote[:100]}" in body for body in bodies)


@pytest.mark.parametrize("sign", ["a", "\U0001f525", "\ud800", "\n", "&"], ids=ascii)
def test_an_address_of_the_form_stays_short_whatever_is_quoted(sign, seed_incident, incident_page):
    claim = dataclasses.replace(seed_incident.claims[0], quote=f"x{sign * 5000}")
    record = dataclasses.replace(seed_incident, claims=(claim, *seed_incident.claims[1:]))
    page = incident_page(record, report_url="https://example.org/new?template=error.yml")
    assert max(len(href) for href in page.hrefs) < 4500


def test_without_a_form_no_claim_offers_one(seed_page):
    assert not [href for href in seed_page.hrefs if "claim=" in href]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://me@example.org/"])
def test_a_form_address_that_is_no_web_address_is_not_used(seed_incident, incident_page, address):
    assert not any(":" in href for href in incident_page(seed_incident, report_url=address).hrefs)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"count": 12, "bound": Bound.AT_LEAST}, "at least 12", id="at least"),
        pytest.param({"count": 12, "bound": Bound.MORE_THAN}, "more than 12", id="more than"),
        pytest.param({"count": 12, "bound": Bound.AT_MOST}, "at most 12", id="at most"),
        pytest.param({"count": 12, "bound": Bound.LESS_THAN}, "fewer than 12", id="fewer than"),
        pytest.param({"count": 12, "bound": Bound.ABOUT}, "about 12", id="about"),
        pytest.param({"count": 10, "upper": 20, "bound": Bound.RANGE}, "10 to 20", id="a range"),
        pytest.param({"count": None, "vague": "dozens", "bound": Bound.VAGUE}, "dozens", id="a word"),
        pytest.param({"count": 1200}, "1,200", id="thousands"),
        pytest.param({"count": 0}, "0", id="a stated zero"),
    ],
)
def test_a_figure_says_in_words_how_it_limits_the_number(seed_incident, incident_page, fields, words):
    page = incident_page(with_claims(seed_incident, toll("killed-bugti", "bugti", **fields)))
    assert page.all(".b-number") == [words]
    assert page.all(".b-figure") == [words]


def test_a_word_for_a_figure_joins_its_persons_as_english_does(seed_incident, seed_site, pages_of, reading):
    claim = toll("killed-bugti", "bugti", None, vague="dozens", who="civilians")
    incident = with_claims(seed_incident, claim)
    pages = pages_of(dataclasses.replace(seed_site, incidents=(incident,)))
    (line,) = reading(pages["incidents/index.md"]).all(".b-toll")
    assert line.startswith("dozens of civilians killed ")


def test_figures_that_differ_between_speakers_stand_side_by_side_and_say_so(seed_incident, incident_page):
    page = incident_page(
        with_claims(
            seed_incident,
            toll("killed-a", "bugti", 12, category=Category.CIVILIANS),
            toll("killed-b", "pk-military", 15, category=Category.CIVILIANS),
        )
    )
    assert page.all(".b-number") == ["12", "15"]
    assert page.all(".b-flag") == ["Accounts differ", "Accounts differ", "accounts differ"]
    remarks = page.all("li")
    assert "Accounts differ: 15 (Pakistan's military)." in remarks
    assert "Accounts differ: 12 (Sarfaraz Bugti)." in remarks
    assert page.all("s") == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"speaker": "bugti", "count": 15}, id="the same speaker"),
        pytest.param({"speaker": "india", "count": 12}, id="the same figure"),
        pytest.param({"speaker": "india", "count": 15, "outcome": Outcome.INJURED}, id="another outcome"),
        pytest.param({"speaker": "india", "count": 15, "category": Category.CHILDREN}, id="another category"),
        pytest.param({"speaker": "india", "count": 5, "part_of": "killed-a"}, id="a part of it"),
        pytest.param({"speaker": "india", "count": 15, "where": ("gwadar",)}, id="another place"),
    ],
)
def test_figures_that_do_not_contradict_each_other_are_not_said_to_differ(seed_incident, incident_page, other):
    first = toll("killed-a", "bugti", 12, category=Category.CIVILIANS, where=("quetta",))
    second = toll("killed-b", **{"category": Category.CIVILIANS, **other})
    page = incident_page(with_claims(seed_incident, first, second))
    assert "ccounts differ" not in page.text


def test_figures_are_never_added_up(seed_incident, incident_page):
    page = incident_page(
        with_claims(
            seed_incident,
            toll("killed-a", "bugti", 11, category=Category.CIVILIANS),
            toll("killed-b", "bugti", 13, category=Category.SECURITY_FORCES),
        )
    )
    assert not re.search(r"\b24\b", page.text)


def test_claims_that_editors_looked_at_are_counted_and_named(seed_incident, incident_page):
    accepted, disputed = Review(ReviewState.ACCEPTED, "mk"), Review(ReviewState.DISPUTED, "rt")
    page = incident_page(
        with_claims(
            seed_incident,
            toll("killed-a", "bugti", 11, review=accepted),
            toll("injured-a", "bugti", 13, Outcome.INJURED, review=disputed),
            toll("missing-a", "bugti", 14, Outcome.MISSING),
        )
    )
    assert page.all(".b-state") == ["Partly reviewed 1 of 3 claims is accepted. 1 claim is disputed."]
    assert page.all(".b-verdict") == ["Review: Accepted by mk", "Review: Disputed by rt", "Review: Unreviewed"]


def test_a_withdrawn_record_opens_with_its_notice(seed_incident, incident_page):
    status = Status(withdrawn="It was an exercise.", by="mk", since=PartialDate(2026, 3, 4))
    page = incident_page(dataclasses.replace(seed_incident, status=status))
    notice = "Withdrawn This record was withdrawn by mk on Wednesday, 4 March 2026. Reason: It was an exercise."
    assert page.all(".b-state") == [notice]
    assert page.text.index("withdrawn by mk") < page.text.index("Coordinated attacks")


def test_known_dates_are_written_out_and_order_the_timeline(seed_incident, incident_page):
    dates = Dates(
        anchor=PartialDate(2026, 3, 5),
        basis="front matter",
        start=PartialDate(2026, 3, 3),
        end=PartialDate(2026, 3, 4),
        days=("Tuesday",),
    )
    late = toll("killed-a", "bugti", 1, said=Said("bugti", day="Wednesday", when=PartialDate(2026, 3, 4)))
    early = dataclasses.replace(
        toll("injured-a", "bugti", 2, Outcome.INJURED), when=When("on Tuesday", PartialDate(2026, 3, 3))
    )
    page = incident_page(with_claims(seed_incident, late, early, dates=dates))
    assert "Tuesday, 3 March 2026 to Wednesday, 4 March 2026" in page.all("dd")
    assert "Counted from Thursday, 5 March 2026 (front matter)." in page.all("li")
    days = [heading for heading in page.all("h3") if "March" in heading]
    assert days == ["Tuesday, 3 March 2026", "Wednesday, 4 March 2026"]


def test_a_weekday_that_fits_its_date_is_not_said_twice(seed_incident, incident_page):
    said = Said("bugti", day="Wednesday", when=PartialDate(2026, 3, 4))
    page = incident_page(with_claims(seed_incident, toll("killed-a", "bugti", 1, said=said)))
    assert row(page, "killed-a").endswith("When said: Wednesday, 4 March 2026 Review: Unreviewed")


def test_a_source_that_says_nothing_of_time_is_said_to(seed_incident, incident_page):
    page = incident_page(with_claims(seed_incident, toll("a", "bugti", 1), dates=Dates()))
    assert "The source does not say when." in page.all("dd")
    assert "Timeline" not in page.all("h2")


def test_an_event_that_was_foiled_says_so_and_by_whose_account(seed_incident, incident_page):
    what = Event(EventType.BOMBING, stage=Stage.FOILED, perpetrators=("bla",), weapons=("a car bomb",))
    claim = Claim("bombing-bla", ClaimKind.EVENT, Said("document"), "the words", AT, what=what)
    page = incident_page(with_claims(seed_incident, claim))
    assert "Bombing (foiled) by Baloch Liberation Army with a car bomb, as told by the document itself" in page.all(
        "dd"
    )
    assert "Baloch Liberation Army: named by the document itself" in page.all("dd")


def test_that_nobody_claimed_it_is_a_fact_with_a_speaker(seed_incident, incident_page):
    claim = Claim("no-claim", ClaimKind.NO_CLAIM, Said("document"), "No group claimed", AT)
    page = incident_page(with_claims(seed_incident, claim))
    assert "Nobody has claimed responsibility, according to the document itself" in page.all("dd")


def test_damage_is_counted_in_things(seed_incident, incident_page):
    what = Damage("houses", 40, bound=Bound.AT_LEAST)
    claim = Claim("damage-houses", ClaimKind.DAMAGE, Said("document"), "the words", AT, what=what)
    assert "at least 40 houses" in row(incident_page(with_claims(seed_incident, claim)), "damage-houses")


def test_words_that_several_claims_quote_are_printed_once_with_all_that_they_come_to(seed_incident, incident_page):
    speaks = Said("bla")
    whole, part = Citation.parse("d1:0-40"), Citation.parse("d1:0-30")
    deed = Event(EventType.BOMBING, perpetrators=("bla",))
    page = incident_page(
        with_claims(
            seed_incident,
            Claim("says-it", ClaimKind.STATEMENT, speaks, "It was us", part),
            Claim("claims-it", ClaimKind.RESPONSIBILITY, speaks, "It was us, it said", whole, what=Party(("bla",))),
            Claim("bombing", ClaimKind.EVENT, speaks, "It was us, it said", whole, what=deed),
            Claim("other", ClaimKind.STATEMENT, Said("bugti"), "It was us", part),
        )
    )
    assert page.all("blockquote") == ["It was us, it said", "It was us"]
    assert len(page.inside[".b-claim"]) == 2
    assert "Event bombing by Baloch Liberation Army" in row(page, "bombing")
    assert {"claim-says-it", "claim-claims-it", "claim-bombing", "claim-other"} <= set(page.ids)


def test_what_fits_on_the_first_screen_is_shown_and_the_rest_waits(seed_incident, incident_page):
    speakers = ("bugti", "pk-military", "bla", "india", "jaiswal", "document")
    claims = [Claim(f"says-{by}", ClaimKind.STATEMENT, Said(by), "the words", AT) for by in speakers]
    page = incident_page(with_claims(seed_incident, *claims, toll("killed", "jaiswal", 4)))
    assert "2 more" in page.all("summary")
    shown = page.all("dd")
    assert shown.index("Randhir Jaiswal, Indian Foreign Ministry spokesperson") < shown.index("Pakistan's military")
    assert "The document itself" not in shown
    assert "The document itself" in page.all("li")


def test_a_denial_of_a_figure_stands_on_its_own_and_at_the_figure(seed_incident, incident_page):
    denial = Claim(
        "india-denies", ClaimKind.DENIAL, Said("india"), "not true", AT, what=Party(), responds_to="killed-a"
    )
    page = incident_page(with_claims(seed_incident, toll("killed-a", "bugti", 12), denial))
    assert "Denial by India." in page.all("li")
    assert "denies 12 people killed, said by Sarfaraz Bugti" in row(page, "india-denies")
    assert page.ids.count("claim-india-denies") == 1


def test_claims_that_answer_each_other_in_a_circle_are_each_shown_once(seed_incident, incident_page):
    one = Claim("one", ClaimKind.DENIAL, Said("india"), "no", AT, responds_to="two")
    two = Claim("two", ClaimKind.DENIAL, Said("bla"), "no", AT, responds_to="one")
    ids = incident_page(with_claims(seed_incident, one, two)).ids
    assert ids.count("claim-one") == ids.count("claim-two") == 1


def test_figures_that_supersede_each_other_in_a_circle_are_each_shown_once(seed_incident, incident_page):
    basis = seed_incident.claims[1].supersedes
    one = toll("one", "india", 1, supersedes=dataclasses.replace(basis, claim="two"))
    two = toll("two", "india", 2, supersedes=dataclasses.replace(basis, claim="one"))
    ids = incident_page(with_claims(seed_incident, one, two)).ids
    assert ids.count("claim-one") == ids.count("claim-two") == 1


def test_places_in_a_circle_are_each_shown_once(seed_incident, incident_page):
    places = (
        Place("a", "Alpha", PlaceLevel.CITY, AT, within="b"),
        Place("b", "Beta", PlaceLevel.CITY, AT, within="a"),
    )
    tree = incident_page(dataclasses.replace(seed_incident, places=places, claims=(), summary=())).all(".b-tree")[0]
    assert tree == "Alpha city Beta city"


def test_a_speaker_that_the_record_does_not_know_is_shown_by_its_id(seed_incident, incident_page):
    page = incident_page(with_claims(seed_incident, toll("killed-a", "nobody", 12)))
    assert "Who says so: nobody" in row(page, "killed-a")


def test_a_span_outside_the_story_is_linked_to_the_page_of_the_document(seed_incident, incident_page):
    claim = dataclasses.replace(toll("killed-a", "bugti", 12), at=Citation.parse("d1:2500-2510"))
    hrefs = incident_page(with_claims(seed_incident, claim)).hrefs
    assert SOURCE in hrefs
    assert f"{SOURCE}#s-2500" not in hrefs


def test_later_changes_carry_their_day_and_the_first_line_does_not(seed_incident, incident_page):
    lines = (
        {"on": "2026-03-01", "by": "briefing", "document": "d1", "field": "added", "new": seed_incident.id},
        {
            "on": "2026-03-04",
            "by": "mk",
            "claim": "killed-civilians-bugti",
            "field": "what.killed",
            "old": 31,
            "new": 32,
        },
        {"on": "2026-03-05", "by": "mk", "claim": "gone", "field": "claim", "old": {"id": "gone"}, "new": None},
        {"on": "2026-03-06", "by": "mk", "claim": None, "field": "note", "old": None, "new": "seen"},
    )
    page = incident_page(seed_incident, history={seed_incident.id: lines})
    assert page.all(".b-part") == [
        "Friday, 6 March 2026 Note mk",
        "Thursday, 5 March 2026 Claim gone, removed mk",
        "Wednesday, 4 March 2026 Claim killed-civilians-bugti, killed mk",
    ]
    assert (page.all("del"), page.all("ins")) == (["31"], ["seen", "32"])
    assert page.all(".b-added") == ["Added to this briefing from 000_a32e27e422697ddd.txt by the program."]
    assert "1 March" not in page.text


@pytest.mark.parametrize(
    ("who", "outcome", "words"),
    [
        pytest.param("deaths", Outcome.KILLED, "12 deaths", id="deaths"),
        pytest.param("charred bodies", Outcome.KILLED, "12 charred bodies", id="bodies"),
        pytest.param("suspected cases", Outcome.INFECTED, "12 suspected cases", id="cases"),
        pytest.param("farmers", Outcome.KILLED, "12 farmers killed", id="persons"),
        pytest.param(None, Outcome.HOSPITALISED, "12 people taken to hospital", id="nobody named"),
    ],
)
def test_persons_whose_name_tells_the_outcome_are_not_told_it_twice(
    seed_incident, pages_of, reading, who, outcome, words
):
    incident = with_claims(seed_incident, toll("killed-bugti", "bugti", 12, outcome, who=who))
    listed = reading(pages_of(Site((incident,)))["incidents/index.md"])
    (line,) = listed.all(".b-toll")
    assert line.startswith(f"{words} ")


def test_a_word_for_a_figure_contradicts_no_figure(seed_incident, incident_page):
    page = incident_page(with_claims(seed_incident, toll("a", "bugti", None, vague="dozens"), toll("b", "india", 52)))
    assert "ccounts differ" not in page.text


@pytest.mark.parametrize(
    ("quote", "basis"),
    [
        ("He also said 12 were killed", "a pronoun (“He”)"),
        ("“He needs an enemy,” Bugti’s aide added", "the sentences around it"),
        ("“It is over,” she told reporters", "a pronoun (“she”)"),
        ("12 were killed, while it rained", "the sentences around it"),
    ],
)
def test_a_pronoun_counts_only_where_it_can_stand_for_the_speaker(seed_incident, incident_page, quote, basis):
    said = Said("bugti", inferred=("by",))
    claim = dataclasses.replace(toll("killed-a", "bugti", 12, said=said), quote=quote)
    assert f"Speaker inferred from {basis}." in incident_page(with_claims(seed_incident, claim)).all("li")


def test_places_without_a_container_stand_in_the_country_that_the_record_names(seed_incident, incident_page):
    places = (
        Place("pakistan", "Pakistan", PlaceLevel.COUNTRY, AT, country="PK"),
        Place("quetta", "Quetta", PlaceLevel.CITY, AT, country="PK"),
        Place("gwadar", "Gwadar", PlaceLevel.CITY, AT, country="PK"),
        Place("zahedan", "Zahedan", PlaceLevel.CITY, AT, country="IR"),
    )
    page = incident_page(dataclasses.replace(seed_incident, places=places, claims=(), summary=()))
    assert page.all(".b-tree")[0] == "Pakistan country Quetta city Gwadar city Zahedan city, Iran"
    assert page.all(".b-place") == ["— Quetta and Gwadar, Pakistan; Zahedan, Iran"]
    assert "Pakistan: Quetta and Gwadar" in page.all("dd")


def test_a_place_called_like_its_country_is_named_once(seed_incident, incident_page):
    city = Place("iran", "Iran", PlaceLevel.CITY, AT, country="IR")

    page = incident_page(dataclasses.replace(seed_incident, places=(city,), claims=(), summary=()))

    assert page.all(".b-place") == ["— Iran"]
    assert "Iran, Iran" not in page.text


def test_places_of_one_country_name_it_once_at_the_head_of_the_page(seed_incident, incident_page):
    places = (
        Place("quetta", "Quetta", PlaceLevel.CITY, AT, country="PK"),
        Place("gwadar", "Gwadar", PlaceLevel.CITY, AT, country="PK"),
        Place("sea", "Arabian Sea", PlaceLevel.AREA, AT),
    )
    page = incident_page(dataclasses.replace(seed_incident, places=places, claims=(), summary=()))
    assert page.all(".b-place") == ["— Quetta and Gwadar, Pakistan; Arabian Sea"]


def test_what_came_before_is_no_part_of_the_timeline(seed_incident, incident_page):
    claim = Claim(
        "earlier", ClaimKind.BACKGROUND, Said("document"), "the words", AT, when=When("in 1993", PartialDate(1993))
    )
    page = incident_page(with_claims(seed_incident, claim, dates=Dates()))
    assert "Timeline" not in page.all("h2")
    assert "When it happened: “in 1993”." in page.text


def test_an_event_that_says_no_more_than_its_type_is_not_repeated(seed_incident, incident_page):
    claim = Claim("event", ClaimKind.EVENT, Said("document"), "the words", AT, what=Event(EventType.ARMED_ATTACK))
    facts = incident_page(with_claims(seed_incident, claim)).all("dd")
    assert facts[:2] == [
        "Armed attack; Security operation",
        "Balochistan, Pakistan: Quetta, Gwadar, Mastung and Noshki",
    ]


def test_the_page_says_how_to_cite_it_and_leads_to_the_record(seed_incident, pages_of, reading):
    site = Site(
        (seed_incident,),
        plain={seed_incident.id: {}},
        history={seed_incident.id: ({"on": "2026-02-03"}, {"on": "2026-02-09"})},
    )
    page = reading(pages_of(site)[f"incidents/{seed_incident.id}.md"])
    (cited,) = page.inside[".b-cite-as"]
    words = " ".join(cited.split())
    assert words.startswith(
        f"{seed_incident.title.text}. Briefing, incident {seed_incident.id}, version of 2026-02-09."
    )
    assert "@misc{balochistan-attacks-b1512c5f," in words
    assert f"{seed_incident.id}.json" in page.hrefs
