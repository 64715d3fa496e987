"""Documents of one invented event, from files to one record."""

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.seeds import harvest_documents
from generator.pipeline.stages import Stages, Unwatched
from generator.pipeline.threads import Threader
from generator.read.files import read_folder

HEAD = '---\ntitle: "{title}"\npublished: {day}\npublisher: {publisher}\nurl: {url}\n---\n'
FIRST = (
    "A bomb exploded in a wool market in Trevanka on Monday, killing at least six people, police said.\n"
    "The blast tore the roof from the stalls of the carders from Oldra at about 9:30 a.m., captain Ivo Lamsdorf said.\n"
    "No group has claimed responsibility for the attack on the market, which opens twice a week.\n"
)
LATER = (
    "The death toll of Monday's bomb attack on the wool market in Trevanka has risen to nine, captain Ivo Lamsdorf "
    "said on Tuesday.\n"
    "Three carders from Oldra died of their injuries overnight.\n"
)
OTHER = (
    "A ferry sank off the island of Marrow on Thursday, drowning four people, the coast guard said.\n"
    "The ferry had left Port Celandine at dawn, harbour master Una Brock said.\n"
)


@pytest.fixture
def threaded(tmp_path):
    def thread(**documents):
        for name, (title, day, publisher, text, *address) in documents.items():
            url = f"https://{publisher.replace(' ', '-')}.example/{address[0] if address else name}"
            head = HEAD.format(title=title, day=day, publisher=publisher, url=url.lower())
            (tmp_path / f"{name}.txt").write_text(head + text, "utf-8")
        lexicon = load_lexicon()
        harvest = harvest_documents(read_folder(tmp_path)[0], lexicon, Stages(Unwatched()), folder="seeds")
        return Threader(lexicon.threads).thread(harvest.incidents, harvest.stories).incidents

    return thread


@pytest.fixture
def record(threaded):
    joined, *others = threaded(
        a=("Bomb kills six in Trevanka wool market", "2025-05-05", "Northern Wire", FIRST),
        b=("Six killed in Trevanka market bombing", "2025-05-05", "Evening Lamp", FIRST),
        c=("Trevanka wool market bomb: toll rises to nine", "2025-05-06", "Oldra Post", LATER),
        d=("Ferry sinks off Marrow", "2025-05-08", "Oldra Post", OTHER),
    )
    assert [each.documents[0].file for each in others] == ["d.txt"]
    return joined


def test_documents_of_one_event_are_one_record_in_the_order_of_publication(record):
    assert [(each.id, each.file) for each in record.documents] == [("d1", "a.txt"), ("d2", "b.txt"), ("d3", "c.txt")]


def test_the_latest_document_gives_the_title(record):
    assert record.title.text == "Trevanka wool market bomb: toll rises to nine"


def test_a_reprint_adds_no_claim(record):
    assert "d2" not in {claim.at.document for claim in record.claims}


def test_a_later_toll_takes_the_place_of_an_earlier_one_by_its_own_words(record):
    (toll,) = (claim for claim in record.claims if claim.supersedes and claim.at.document == "d3")
    assert (toll.what.count, toll.supersedes.basis) == (9, "risen to")
    assert next(claim for claim in record.claims if claim.id == toll.supersedes.claim).what.count == 6


def test_a_correction_takes_the_place_of_the_story_that_it_replaces(threaded):
    (joined,) = threaded(
        a=("Bomb kills six in Trevanka wool market", "2025-05-05", "Northern Wire", FIRST),
        b=(
            "CORRECTED: Bomb kills five in Trevanka wool market",
            "2025-05-05",
            "Northern Wire",
            FIRST.replace("six", "five"),
        ),
    )
    assert [each.replaces for each in joined.documents] == [None, "d1"]
    assert {claim.at.document for claim in joined.claims} == {"d2"}


def test_a_story_that_is_issued_anew_among_others_speaks_with_its_latest_issue(threaded):
    first = ("Bomb kills six in Trevanka wool market", "2025-05-05", "Northern Wire", FIRST, "wool")
    anew = (
        "Bomb kills seven in Trevanka wool market",
        "2025-05-06",
        "Northern Wire",
        FIRST.replace("six", "7"),
        "wool",
    )
    (joined,) = threaded(a=first, b=("Six killed in Trevanka", "2025-05-05", "Evening Lamp", FIRST), c=anew)
    assert {each.file: each.replaces for each in joined.documents} == {"a.txt": None, "b.txt": None, "c.txt": "d1"}
    issued = next(each.id for each in joined.documents if each.file == "c.txt")
    counts = {(claim.at.document, claim.what.count) for claim in joined.claims if claim.kind == "toll"}
    assert (issued, 7) in counts
    assert ("d1", 6) not in counts


def test_what_a_later_issue_merely_does_not_repeat_stays(threaded):
    short = "".join(FIRST.splitlines(keepends=True)[:1])
    (joined,) = threaded(
        a=("Bomb kills six in Trevanka wool market", "2025-05-05", "Northern Wire", FIRST, "wool"),
        b=("Bomb kills six in Trevanka", "2025-05-06", "Northern Wire", short, "wool"),
    )
    assert [each.replaces for each in joined.documents] == [None, "d1"]
    assert {claim.at.document for claim in joined.claims} == {"d1", "d2"}


def test_an_issue_of_a_story_is_the_earlier_one_by_its_day_whatever_its_file_is_called(threaded):
    (joined,) = threaded(
        a=("Bomb kills seven in Trevanka", "2025-05-06", "Northern Wire", FIRST.replace("six", "seven"), "wool"),
        b=("Bomb kills six in Trevanka", "2025-05-05", "Northern Wire", FIRST, "wool"),
    )
    assert [(each.file, each.replaces) for each in joined.documents] == [("b.txt", None), ("a.txt", "d1")]
    assert [claim.what.count for claim in joined.claims if claim.kind == "toll"] == [7]


def test_a_town_that_two_desks_spell_in_their_own_ways_is_one_place(threaded):
    joined, *others = threaded(
        a=("Bomb kills six in Trevanka wool market", "2025-05-05", "Northern Wire", FIRST),
        b=("Trevancka wool market bomb: nine dead", "2025-05-06", "Oldra Post", LATER.replace("Trevanka", "Trevancka")),
    )
    assert others == []
    assert [place.name for place in joined.places if place.name.startswith("Trev")] == ["Trevanka"]
