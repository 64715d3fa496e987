"""Short alerts over all event types: most are read whole, with their type and who did it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.model.claim import Event, Party
from generator.pipeline.extraction import Extraction, extract_document
from generator.read.plaintext import read_document

FLOOR_TYPES = 0.88
FLOOR_RELEVANCE = 0.94
FLOOR_PERPETRATORS = 0.82
Row = tuple[tuple[str, ...], list[list[str]], Extraction]


@pytest.fixture(scope="module")
def alerts() -> list[Row]:
    lexicon, rows = load_lexicon(), []
    for line in Path(__file__).with_name("alerts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kinds, doers, text = (part.strip() for part in line.split("|", 2))
            told = [] if doers == "-" else [each.strip().lower().split("/") for each in doers.split(";")]
            read = extract_document(read_document(text.encode(), "alert.txt").document, lexicon)
            rows.append((tuple(kinds.split("/")), told, read))
    return rows


def doers_of(extraction: Extraction) -> Iterator[str]:
    for assembly in extraction.assemblies:
        names = {actor.id: actor.name.lower() for actor in assembly.incident.actors}
        for claim in assembly.incident.claims:
            match claim.what:
                case Event(perpetrators=found) | Party(who=found):
                    yield from (names[each] for each in found)


def test_alerts_of_incidents_are_told_from_other_news(alerts: list[Row]) -> None:
    right = [(kinds != ("none",)) == any(each.relevant for each in read.assemblies) for kinds, _, read in alerts]
    assert sum(right) / len(right) >= FLOOR_RELEVANCE


def test_the_main_type_of_an_alert_is_one_that_its_reader_gave(alerts: list[Row]) -> None:
    right = [read.assembly.incident.types[0].value in kinds for kinds, _, read in alerts if kinds != ("none",)]
    assert sum(right) / len(right) >= FLOOR_TYPES


def test_most_of_those_who_did_it_are_named(alerts: list[Row]) -> None:
    found = [
        any(name in doer or doer in name for doer in doers_of(read) for name in names)
        for _, told, read in alerts
        for names in told
    ]
    assert sum(found) / len(found) >= FLOOR_PERPETRATORS


def test_nobody_does_what_nature_and_accidents_do(alerts: list[Row]) -> None:
    calm = {"natural-disaster", "severe-weather", "fire", "transport-accident", "industrial-accident", "epidemic"}
    blamed = [read.document.text for kinds, _, read in alerts if set(kinds) <= calm and any(doers_of(read))]
    assert blamed == []
