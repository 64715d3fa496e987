"""Figures of the same persons over several documents: their range, how they moved, and what an editor said of them."""

import dataclasses
import re

import pytest

from generator.model.backing import Reprint
from generator.model.claim import Claim, Review, Said, Supersession, Toll
from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.vocabulary import Bound, Category, ClaimKind, Outcome, ReviewState
from generator.render.site import Site

DAYS = (PartialDate(2026, 3, 3), PartialDate(2026, 3, 4), PartialDate(2026, 3, 6))


def toll(number, count, document="d1", speaker="bugti", **fields):
    kept = {name: fields.pop(name) for name in ("supersedes", "review", "part_of") if name in fields}
    fields = {"category": Category.CIVILIANS, "who": "civilians", **fields}
    at = Citation.parse(f"{document}:{number * 10}-{number * 10 + 5}")
    what = Toll(fields.pop("outcome", Outcome.KILLED), count, **fields)
    return Claim(f"killed-{number}", ClaimKind.TOLL, Said(speaker), "words", at, what=what, **kept)


@pytest.fixture
def told(seed_incident):
    """A record of three documents, with these figures; published on three days or on none."""

    def tell(*claims, days=DAYS):
        (first,) = seed_incident.documents
        documents = tuple(
            dataclasses.replace(
                first, id=f"d{n}", file=f"{n}.txt", sha256=str(n) * 64, publisher=f"Wire {n}", published=day
            )
            for n, day in enumerate(days, start=1)
        )
        return dataclasses.replace(seed_incident, documents=documents, claims=claims, summary=(), related=())

    return tell


def ranges(page):
    return [" ".join(text.split()) for text in page.inside.get(".b-range", ())]


def test_the_range_of_figures_in_several_words_is_called_by_their_category(told, incident_page):
    one, other = toll(1, 4), toll(2, 9, "d2", "pk-military")
    guest = dataclasses.replace(one, what=dataclasses.replace(one.what, who="guest"))
    assert ranges(incident_page(told(guest, other), history={}))[0].startswith("civilians Lowest 4")


def test_the_range_names_the_lowest_the_latest_and_the_highest_with_their_speakers(told, incident_page):
    page = incident_page(told(toll(1, 4), toll(2, 9, "d2", "pk-military"), toll(3, 6, "d3", "india")), history={})
    assert ranges(page) == [
        "civilians Lowest 4 (Sarfaraz Bugti) Latest 6 (India), Friday, 6 March 2026 Highest 9 (Pakistan's military)"
    ]


def test_a_figure_alone_or_said_twice_has_no_range(told, incident_page):
    assert ranges(incident_page(told(toll(1, 4)))) == []
    assert ranges(incident_page(told(toll(1, 4), toll(2, 4, "d2", "india")))) == []


def test_figures_of_other_persons_or_outcomes_have_ranges_of_their_own(told, incident_page):
    children = {"category": Category.CHILDREN, "who": "children"}
    page = incident_page(
        told(
            toll(1, 4),
            toll(2, 9, "d2", "india"),
            toll(3, 1, **children),
            toll(4, 2, "d2", "india", **children),
            toll(5, 30, outcome=Outcome.INJURED),
        )
    )
    assert [text.split()[0] for text in ranges(page)] == ["civilians", "children"]


def test_a_superseded_figure_and_a_part_of_one_are_outside_the_range(told, incident_page):
    basis = Supersession("killed-1", "rose to", Citation.parse("d2:5-12"))
    page = incident_page(
        told(
            toll(1, 1),
            toll(2, 9, "d2", supersedes=basis),
            toll(3, 2, "d3", part_of="killed-2"),
            toll(4, 7, "d3", "india"),
        )
    )
    (words,) = ranges(page)
    assert "Lowest 7" in words
    assert "Highest 9" in words
    assert page.all("s") == ["1", "civilians"]


def test_without_days_no_figure_is_called_the_latest(told, incident_page):
    (words,) = ranges(incident_page(told(toll(1, 4), toll(2, 9, "d2", "india"), days=(None, None, None))))
    assert "Latest not known, since no day is stated" in words


def test_a_reprint_makes_no_figure_newer(told, incident_page):
    record = told(toll(1, 9), toll(2, 6, "d2", "india"), toll(3, 9, "d3", "document"))
    reprint = Reprint("d3", "d1", ("Nine died.",))
    (words,) = ranges(incident_page(record, reprints={record.id: (reprint,)}))
    assert "Latest 6 (India), Wednesday, 4 March 2026" in words


def test_a_word_for_a_figure_is_neither_lowest_nor_highest(told, incident_page):
    page = incident_page(
        told(toll(1, None, vague="dozens"), toll(2, 9, "d2", "india"), toll(3, 12, "d3", "pk-military"))
    )
    (words,) = ranges(page)
    assert "Lowest 9" in words
    assert "dozens" in page.all(".b-figure")


def test_the_same_figure_by_two_speakers_is_one_key_figure_that_names_both(told, incident_page):
    page = incident_page(told(toll(1, 4), toll(2, 4, "d2", "india"), toll(3, 4, "d3", "pk-military")))
    assert page.all(".b-number") == ["4"]
    assert page.all(".b-by")[0].endswith("Pakistan's military, India and 1 other")


def test_the_newest_of_differing_key_figures_stands_first_with_its_day(told, incident_page):
    page = incident_page(told(toll(1, 4), toll(2, 9, "d2", "india")))
    assert page.all(".b-number") == ["9", "4"]
    newest, older = page.all(".b-by")[:2]
    assert newest.endswith("India, 4 Mar")
    assert older.endswith("Sarfaraz Bugti, 3 Mar")


@pytest.mark.parametrize(
    ("review", "changed", "words"),
    [
        pytest.param(None, False, "Unreviewed", id="nobody looked"),
        pytest.param(Review(ReviewState.ACCEPTED, "mk", "0" * 8), False, "Accepted by mk", id="accepted"),
        pytest.param(Review(ReviewState.ACCEPTED, "mk", "0" * 8), True, "Changed since accepted by mk", id="changed"),
        pytest.param(Review(ReviewState.DISPUTED, "rt", "0" * 8), True, "Changed since disputed by rt", id="disputed"),
    ],
)
def test_each_figure_says_in_words_how_it_stands_with_the_editors(told, incident_page, review, changed, words):
    record = told(toll(1, 4, review=review))
    page = incident_page(record, unsealed={record.id: frozenset({"killed-1"} if changed else ())})
    assert page.all(".b-verdict") == [f"Review: {words}"]
    assert ("changed since" in page.of(".b-state")) is changed


def charts(page):
    return [values for tag, values in page.elements if tag == "svg" and values["class"] == "b-chart"]


def test_figures_that_moved_over_days_are_drawn_and_listed(told, incident_page):
    basis = Supersession("killed-1", "rose to", Citation.parse("d2:5-12"))
    page = incident_page(
        told(
            toll(1, 4),
            toll(2, 9, "d2", supersedes=basis),
            toll(3, 12, "d3", "india", bound=Bound.AT_LEAST),
        )
    )
    (chart,) = charts(page)
    assert chart["role"] == "img"
    named = chart["aria-labelledby"].split()
    assert page.of(f"#{named[0]}") == "Figures by day: civilians killed"
    assert page.of(f"#{named[1]}") == "3 figures on 3 days: the lowest 4, the highest 12."
    shapes = [
        values["class"].split()[1]
        for tag, values in page.elements
        if tag == "path" and "b-chart-mark" in values["class"]
    ]
    assert shapes[:3] == ["b-chart-replaced", "b-chart-differs", "b-chart-differs"]
    assert page.all(".b-chart-figure-words") == ["4", "9", "≥ 12"]
    assert page.all(".b-chart-keys")[0] == "accounts differ superseded"
    rows = [" ".join(text.split()) for text in page.all(".b-chart-table")]
    assert rows[0].endswith(
        "Tuesday, 3 March 2026 4 Sarfaraz Bugti superseded "
        "Wednesday, 4 March 2026 9 Sarfaraz Bugti accounts differ "
        "Friday, 6 March 2026 at least 12 India accounts differ"
    )


def test_without_days_the_columns_are_the_documents(told, incident_page):
    page = incident_page(told(toll(1, 4), toll(2, 9, "d3"), days=(None, DAYS[1], None)))
    assert page.all(".b-chart-words")[-2:] == ["Doc 1", "Doc 3"]
    assert "Doc 3: Wire 3 9 Sarfaraz Bugti stands" in page.all(".b-chart-table")[0]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([toll(1, 4), toll(2, 9)], id="two in one document"),
        pytest.param([toll(1, 4), toll(2, 4, "d2")], id="the same figure twice"),
        pytest.param([toll(1, 4), toll(2, 9, "d2", category=Category.CHILDREN)], id="other persons"),
        pytest.param([toll(1, 4), toll(2, 9, "d2", outcome=Outcome.INJURED)], id="another outcome"),
        pytest.param([toll(1, 4), toll(2, None, "d2", vague="dozens")], id="a word for a figure"),
        pytest.param([toll(1, 4), toll(2, 3, "d2", part_of="killed-1")], id="a part of the other"),
    ],
)
def test_what_did_not_move_is_not_drawn(told, incident_page, claims):
    assert charts(incident_page(told(*claims))) == []


def test_a_chart_holds_no_style_and_the_same_record_gives_the_same_bytes(told, pages_of):
    record = told(toll(1, 4), toll(2, 9, "d2"), toll(3, 6, "d3", "india"))
    one, two = (pages_of(Site((record,)))[f"incidents/{record.id}.md"].text for _ in range(2))
    assert one == two
    drawn = re.search(r"<svg.*?</svg>", one, re.DOTALL).group()
    assert not re.search(r"style|<script|href|url\(", drawn)
    assert len(drawn) < 4000


def test_more_days_than_fit_are_left_to_the_table(seed_incident, incident_page):
    (first,) = seed_incident.documents
    days = [PartialDate(2026, 3, day) for day in range(1, 13)]
    documents = tuple(
        dataclasses.replace(first, id=f"d{n}", file=f"{n}.txt", sha256=f"{n:064d}", published=day)
        for n, day in enumerate(days, start=1)
    )
    claims = tuple(toll(n, n, f"d{n}") for n in range(1, 13))
    page = incident_page(dataclasses.replace(seed_incident, documents=documents, claims=claims, summary=(), related=()))
    assert "Only the last 8 columns are drawn; the table has all." in page.text
    assert page.all(".b-chart-figure-words") == [str(n) for n in range(5, 13)]
    assert len(re.findall("March 2026", page.all(".b-chart-table")[0])) == 12
