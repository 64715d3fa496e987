"""The record of the real seed document: everything that the document says, with its words, and nothing else.

Each row was taken from the document by a reader; the span of the quoted sentence is what must hold the words.
"""

import re

import pytest

from generator.model.claim import Event, Party, Toll, Whereabouts
from generator.model.vocabulary import ClaimKind, EventType, Relation
from generator.store.repository import read_record

pytestmark = pytest.mark.build

BUGTI = "Sarfaraz Bugti"
MILITARY = "Pakistan's military"
BLA = "Baloch Liberation Army"
JAISWAL = "Randhir Jaiswal"
DOCUMENT = "document"

TOLLS = [
    # count, who, category, speaker, day, words of the sentence
    (145, "militants", "militants", BUGTI, "Sunday", "killed 145 militants over 40 hours"),
    (92, "militants", "militants", MILITARY, None, "92 militants were killed on Saturday"),
    (17, "law enforcement personnel", "security-forces", BUGTI, "Sunday", "17 law enforcement personnel"),
    (31, "civilians", "civilians", BUGTI, "Sunday", "31 civilians were killed"),
]
STATEMENTS = [
    # kind, speaker, day, words of the sentence
    ("statement", BUGTI, "Sunday", "highest number of militants killed in such a short span"),
    ("responsibility", BLA, None, "claimed responsibility for the attacks"),
    ("event", BLA, None, "claimed responsibility for the attacks"),
    ("accusation", MILITARY, "Saturday", 'carried out by "Indian-sponsored militants"'),
    ("denial", "India", "Sunday", "denied that assertion"),
    ("denial", JAISWAL, None, "We categorically reject the baseless allegations made by Pakistan"),
    ("statement", MILITARY, None, "repelled attempts by militants to seize control"),
    ("location", DOCUMENT, None, "across several districts simultaneously"),
    ("response", DOCUMENT, None, "Hospitals were placed on emergency footing"),
]
HEADLINES = [
    "Reopening of Gaza's Rafah crossing expected Monday",
    "Winter storm death toll in United States reaches 90",
    "Israeli strikes kill 26 in Gaza, health officials say",
    "US government starts likely brief shutdown as House fails to approve deal",
    "Thousands demonstrate in Minnesota and across US to protest ICE",
]
MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
CALENDAR = re.compile(rf"\b(?:19|20)[0-9]{{2}}\b|\b[0-9]{{1,2}} (?:{MONTHS})\b|\b(?:{MONTHS}) [0-9]")


@pytest.fixture(scope="module")
def record(built):
    workspace, _ = built
    (path,) = sorted(workspace.incidents.glob("*.yml"))
    return read_record(path)


@pytest.fixture(scope="module")
def incident(record):
    return record.incident


@pytest.fixture(scope="module")
def text(built):
    workspace, _ = built
    (path,) = sorted(workspace.seeds.iterdir())
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def find(incident, text):
    """The one claim of a kind, by a speaker, whose quote touches the sentence with these words."""
    names = {actor.id: actor.name for actor in incident.actors} | {DOCUMENT: DOCUMENT}

    def find_claim(kind, speaker, words, count=None):
        start = text.index(words)
        found = [
            claim
            for claim in incident.claims
            if (claim.kind, names[claim.said.by]) == (kind, speaker)
            and claim.at.span.start < start + len(words)
            and start < claim.at.span.end
            and (count is None or claim.what.count == count)
        ]
        assert len(found) == 1, f"{len(found)} claims of kind {kind} by {speaker} at “{words}”"
        return found[0]

    return find_claim


@pytest.mark.parametrize(
    ("count", "who", "category", "speaker", "day", "words"), TOLLS, ids=[f"{row[0]} {row[1]}" for row in TOLLS]
)
def test_a_toll_of_the_document_is_in_the_record(find, count, who, category, speaker, day, words):
    claim = find("toll", speaker, words, count)
    assert isinstance(claim.what, Toll)
    assert (claim.what.outcome, claim.what.who, claim.what.category) == ("killed", who, category)
    assert (claim.what.bound, claim.what.upper, claim.what.vague) == (None, None, None)
    assert claim.said.day == day


def test_the_record_holds_no_other_figure(incident):
    counts = sorted(claim.what.count for claim in incident.claims if isinstance(claim.what, Toll))
    assert counts == sorted(row[0] for row in TOLLS)


@pytest.mark.parametrize(
    ("kind", "speaker", "day", "words"), STATEMENTS, ids=[f"{row[0]} by {row[1]}" for row in STATEMENTS]
)
def test_a_claim_of_the_document_is_in_the_record(find, kind, speaker, day, words):
    assert find(kind, speaker, words).said.day == day


def test_every_quote_is_a_slice_of_the_document_within_one_sentence(incident, text):
    for claim in incident.claims:
        span = claim.at.span
        assert claim.quote == text[span.start : span.end]
        assert not re.search(r'[.?!]"? [A-Z"]', claim.quote.replace("Gen. ", "")), claim.quote


def test_the_newest_figure_replaces_the_one_before_because_the_document_says_so(find, text):
    newest = find("toll", BUGTI, "killed 145 militants", 145)
    before = find("toll", MILITARY, "92 militants", 92)
    assert newest.supersedes.claim == before.id
    assert newest.supersedes.basis == newest.supersedes.at.span.of(text) == "The latest total"
    assert before.supersedes is None


def test_the_newest_figure_keeps_what_it_covers_and_where_it_was_said(find, text):
    newest = find("toll", BUGTI, "killed 145 militants", 145)
    assert newest.what.by.endswith("security forces")
    assert newest.scope.text == newest.scope.at.span.of(text)
    assert newest.scope.text.startswith("includes militants killed in raids on Friday and Saturday")
    assert newest.said.via == "press conference in Quetta"
    assert "Sarfaraz Bugti" in newest.said.at.span.of(text)


def test_a_day_with_two_readings_is_left_open(find):
    claim = find("toll", MILITARY, "92 militants", 92)
    assert (claim.said.day, claim.said.ambiguous) == (None, ("day",))


@pytest.mark.parametrize(("count", "words"), [(17, "17 law enforcement"), (31, "31 civilians")])
def test_a_speaker_behind_a_pronoun_is_marked_as_inferred(find, count, words):
    assert set(find("toll", BUGTI, words, count).said.inferred) == {"by", "day"}


def test_both_denials_answer_the_accusation(find, incident):
    accusation = find("accusation", MILITARY, "Indian-sponsored militants")
    assert isinstance(accusation.what, Party)
    assert [actor.name for actor in incident.actors if actor.id in accusation.what.who] == ["India"]
    answers = [find("denial", "India", "denied that assertion"), find("denial", JAISWAL, "categorically reject")]
    assert [answer.responds_to for answer in answers] == [accusation.id, accusation.id]
    assert answers[1].said.via == "statement"


def test_the_claim_of_responsibility_keeps_the_operations_name_and_its_gloss(find, incident):
    claim = find("responsibility", BLA, "claimed responsibility")
    (group,) = (actor for actor in incident.actors if actor.name == BLA)
    assert (claim.what.who, claim.what.operation, claim.what.gloss) == ((group.id,), "Herof", "black storm")
    assert (group.type, group.role) == ("armed-group", "banned separatist group")


def test_the_attack_is_told_in_its_claimers_words(find, incident):
    claim = find("event", BLA, "claimed responsibility")
    assert isinstance(claim.what, Event)
    (group,) = (actor for actor in incident.actors if actor.name == BLA)
    assert (claim.what.type, claim.what.perpetrators) == (EventType.ARMED_ATTACK, (group.id,))
    assert claim.what.targets == ("security forces",)


def test_four_districts_are_an_incomplete_list_inside_balochistan_pakistan(find, incident):
    claim = find("location", DOCUMENT, "several districts")
    places = {place.id: place for place in incident.places}
    assert isinstance(claim.what, Whereabouts)
    assert claim.what.complete is False
    listed = [places[name] for name in claim.what.places]
    assert [place.name for place in listed] == ["Quetta", "Gwadar", "Mastung", "Noshki"]
    assert {place.level for place in listed} == {"district"}
    (province,) = {places[place.within] for place in listed}
    assert (province.name, province.level, province.country) == ("Balochistan", "province", "PK")


def test_speakers_keep_their_offices(incident):
    roles = {actor.name: actor.role for actor in incident.actors}
    assert roles[BUGTI] == "chief minister of Balochistan"
    assert roles[JAISWAL] == "Indian Foreign Ministry spokesperson"


def test_five_related_headlines_stand_in_document_order(incident, text):
    assert [headline.text for headline in incident.related] == HEADLINES
    for headline in incident.related:
        assert headline.at.span.of(text) == headline.text
        assert (headline.link, headline.relation) == (None, Relation.UNRESOLVED)


def test_the_document_is_described_with_all_that_it_lacks(incident, text):
    (document,) = incident.documents
    assert document.sha256.startswith("b1512c5f912f903c")
    assert document.chars == len(text) == 2702
    assert (str(document.story), str(document.related)) == ("0-2406", "2408-2702")
    assert document.absent == ("title", "byline", "published", "publisher", "dateline", "url")


def test_the_record_is_about_an_attack_on_weekdays_without_a_date(incident):
    assert incident.types[0] is EventType.ARMED_ATTACK
    assert EventType.SECURITY_OPERATION in incident.types
    dates = incident.dates
    assert (dates.anchor, dates.start, dates.end) == (None, None, None)
    assert set(dates.days) == {"Friday", "Saturday", "Sunday"}
    assert incident.id.endswith("-b1512c5f")


def test_title_and_summary_name_only_figures_that_the_document_states(incident):
    prose = " ".join((incident.title.text, *(sentence.text for sentence in incident.summary)))
    assert set(re.findall(r"[0-9]+", prose)) <= {"145", "92", "17", "31"}
    assert all(sentence.claims for sentence in incident.summary)
    assert {"145", "92", "17", "31"} <= set(re.findall(r"[0-9]+", prose))
    for name in ("Baloch Liberation Army", "India"):
        assert name in prose


def test_the_record_holds_no_calendar_date_and_no_sum(record):
    values = re.sub(r"sha256: [0-9a-f]{64}|(?:\bid|file|claims?): \S+|d1:[0-9-]+", "", record.text)
    assert CALENDAR.findall(values) == []
    assert re.findall(r"\b(?:193|237)\b", record.text) == []


def test_every_kind_of_claim_is_one_that_the_reader_found(incident):
    kinds = {claim.kind for claim in incident.claims}
    assert kinds == {ClaimKind(row[0]) for row in STATEMENTS} | {ClaimKind.TOLL}
