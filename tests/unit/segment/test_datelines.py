"""Datelines before a story's first word."""

import pytest

from generator.model.span import Span
from generator.read.normalise import fold
from generator.read.plaintext import read_document
from generator.segment.datelines import find_dateline
from generator.segment.layout import lay_out

REST = "Nine people died on Friday."


@pytest.mark.parametrize(
    ("dateline", "place", "day", "agency"),
    [
        ("NAIROBI, March 4 (Lakes Agency) - ", "NAIROBI", "March 4", "Lakes Agency"),
        ("NAIROBI, March 4, 2024 (Lakes Agency) — ", "NAIROBI", "March 4, 2024", "Lakes Agency"),
        ("KABUL — ", "KABUL", None, None),
        ("KABUL -- ", "KABUL", None, None),
        ("KABUL: ", "KABUL", None, None),
        ("PARIS (AP) —", "PARIS", None, "AP"),
        ("Paris (AP) — ", "Paris", None, "AP"),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", None, "AP"),
        ("SPRINGFIELD, Ill. (AP) - ", "SPRINGFIELD, Ill.", None, "AP"),
        ("NEW YORK/LONDON, Dec 3 (Wire) - ", "NEW YORK/LONDON", "Dec 3", "Wire"),
        ("GENEVA, 12 November 2024 - ", "GENEVA", "12 November 2024", None),
        ("Geneva, 12 November 2024 – ", "Geneva", "12 November 2024", None),
        ("SAO TOMÉ, Sept. 5 - ", "SAO TOMÉ", "Sept. 5", None),
        ("PORT-AU-PRINCE, Monday (Wire) - ", "PORT-AU-PRINCE", "Monday", "Wire"),
        ("PORT-AU-PRINCE — ", "PORT-AU-PRINCE", None, None),
        ("KABUL--", "KABUL", None, None),
        ("ST. JOHN'S, 3rd May - ", "ST. JOHN'S", "3rd May", None),
        ("BEIJING, March 4 (New-Wire) -- ", "BEIJING", "March 4", "New-Wire"),
        ("TULA, May 14, 2025. /Plain Wire/. ", "TULA", "May 14, 2025", "Plain Wire"),
        ("TULA, May 14 /Plain Wire/ - ", "TULA", "May 14", "Plain Wire"),
        ("Lokoja, March 18, 2026 (NBW) ", "Lokoja", "March 18, 2026", "NBW"),
        ("Cuttack (Odisha), Nov 5 (BSW) ", "Cuttack (Odisha)", "Nov 5", "BSW"),
        ("Quito, Jun 14 (SIW).- ", "Quito", "Jun 14", "SIW"),
        ("Gao / Geneva, 12 August 2025. ", "Gao / Geneva", "12 August 2025", None),
        ("Gao, Monday. ", "Gao", "Monday", None),
    ],
)
def test_a_dateline_gives_place_day_and_agency(dateline: str, place: str, day: str | None, agency: str | None) -> None:
    text = dateline + REST

    found = find_dateline(fold(text), 0)

    assert found is not None
    assert found.span == Span(0, len(dateline.rstrip()))
    assert found.place.of(text) == place
    assert (found.day and found.day.of(text)) == day
    assert (found.agency and found.agency.of(text)) == agency


@pytest.mark.parametrize(
    ("dateline", "place", "day"),
    [
        ("GAO (MALI), 3 JAN 90 (WIRE) -- [TEXT] ", "GAO (MALI)", "3 JAN 90"),
        ("GAO, JUNE 11 89 (WIRE) -- [TEXT] [CONTINUED] ", "GAO", "JUNE 11 89"),
        ("GAO, NO DATE (RADIO) -- [SPEECH] ", "GAO", None),
    ],
)
def test_wires_in_capitals_have_datelines_with_remarks_of_the_desk(dateline: str, place: str, day: str | None) -> None:
    text = dateline + "NINE PEOPLE DIED."

    found = find_dateline(text, 0)

    assert found is not None
    assert found.span.of(text) == dateline.rstrip()
    assert (found.place.of(text), found.day and found.day.of(text)) == (place, day)


@pytest.mark.parametrize(
    "text",
    [
        "The army - which denied it - left.",
        "NATO-led troops left.",
        "SOUTH-Korean troops left.",
        "U.S. troops left - again.",
        "BREAKING: Nine people died.",
        "UPDATE 1 - Nine people died.",
        "EXCLUSIVE - Nine people died.",
        "THE ARMY - WHICH DENIED IT - LEFT.",
        "TOLL: NINE DEAD.",
        "Nairobi: nine people died.",
        "Ada Obi - a doctor - left.",
        "A - B",
        "march 4 (Wire) - nine died.",
        "May 4. Nine people died.",
        "Monday, May 4. Nine people died.",
        "Gao. Nine people died.",
        "Gao (Mali) Nine people died.",
        "General Ada Obi, Mali (Army) Nine died.",
        "Ada Obi, 4 March street. Nine died.",
        "GAO\nNine people died.",
        "Gao, Mali\nNine people died.",
        "",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert find_dateline(fold(text), 0) is None


@pytest.mark.parametrize("note", ["", "(Corrects the toll in paragraph 2)\n\n", "Raid kills nine\n\n"])
def test_the_first_sentence_begins_behind_the_dateline(note: str) -> None:
    text = f"{note}GAO, March 4 (Wire) - {REST}\nTwo lived.\n"

    layout = lay_out(read_document(text.encode(), "x.txt").document)

    assert layout.dateline is not None
    assert REST in [sentence.span.of(text) for sentence in layout.sentences]
    assert layout.story.covers(layout.dateline.span)


def test_a_dateline_on_a_line_of_its_own_leaves_no_empty_paragraph() -> None:
    text = f"GAO, March 4 (Wire) -\n{REST}\n"

    layout = lay_out(read_document(text.encode(), "x.txt").document)

    assert layout.dateline is not None
    assert [paragraph.of(text) for paragraph in layout.paragraphs] == [REST]


def test_a_place_with_its_country_on_a_line_of_its_own_is_a_dateline() -> None:
    text = f"GAO, Mali\n\n{REST}\n"

    layout = lay_out(read_document(text.encode(), "x.txt").document)

    assert layout.dateline is not None
    assert layout.dateline.place.of(text) == "GAO, Mali"
    assert layout.title is None
    assert [paragraph.of(text) for paragraph in layout.paragraphs] == [REST]


@pytest.mark.parametrize("label", ["URGENT\n", "BULLETIN ", "UPDATE 2: ", "1ST LEAD "])
def test_how_urgent_a_story_is_stands_before_its_dateline(label: str) -> None:
    text = f"{label}HALDUN, MARCH 9, 2026 (TARA) -- A BUS OVERTURNED."
    found = find_dateline(text, 0)
    assert found is not None
    assert found.place.of(text) == "HALDUN"
