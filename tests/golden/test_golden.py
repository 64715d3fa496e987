"""Each folder holds a document, `record.yml` (what the rules make of it, read line by line) and `facts.yml`.

The facts were noted by a reader from the text alone, before the rules saw it. After a change of the rules, compare
`briefing extract tests/golden/NAME/document.txt` with `record.yml` and read the difference before replacing it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.lexicon.lexicon import load_lexicon
from generator.model.claim import Claim, Toll
from generator.model.vocabulary import ClaimKind
from generator.pipeline.extraction import Extraction, extract_document
from generator.read.plaintext import read_document
from generator.store.record import record_of

HERE = Path(__file__).parent
NAMES = sorted(path.parent.name for path in HERE.glob("*/document.txt"))


@dataclass(frozen=True)
class Golden:
    """A document, the record that the rules make of it, and what a careful reader noted beforehand."""

    name: str
    extraction: Extraction
    facts: dict[str, Any]

    @property
    def tolls(self) -> list[Claim]:
        claims = self.extraction.assembly.incident.claims
        return [claim for claim in claims if claim.kind is ClaimKind.TOLL and isinstance(claim.what, Toll)]

    def speaker(self, claim: Claim) -> str:
        """Every name of the speaker of a claim, for comparison."""
        actors = {actor.id: actor for actor in self.extraction.assembly.incident.actors}
        actor = actors.get(claim.said.by)
        return claim.said.by if actor is None else " ".join((actor.name, actor.role or "", *actor.aka))


@pytest.fixture(params=NAMES)
def golden(request: pytest.FixtureRequest) -> Golden:
    folder = HERE / request.param
    document = read_document((folder / "document.txt").read_bytes(), "document.txt").document
    facts = yaml.safe_load((folder / "facts.yml").read_text("utf-8"))
    return Golden(request.param, extract_document(document, load_lexicon()), facts)


@pytest.fixture(scope="session")
def known_misses() -> dict[str, list[str]]:
    return yaml.safe_load((HERE / "known_misses.yml").read_text("utf-8"))


_ACTS = {"responsibility", "no-claim", "accusation", "denial", "condemnation", "confirmation", "warning", "demand"}


def words(text: str) -> set[str]:
    return set(re.sub(r"[^\w ]", " ", text.lower()).split()) - {"of", "in", "and", "the", "s", "a", "at"}


def same_place(claim: Claim, quote: str) -> bool:
    return claim.quote in quote or quote in claim.quote or words(claim.quote) <= words(quote)


def pairs(golden: Golden) -> list[tuple[dict[str, Any], Claim | None]]:
    """Each toll that the reader noted with the claim that states it."""
    free = golden.tolls
    found = []
    for fact in golden.facts.get("tolls", []):
        if fact.get("background"):
            continue
        claim = next((c for c in free if states(c, fact)), None)
        if claim is not None:
            free.remove(claim)
        found.append((fact, claim))
    return found


def states(claim: Claim, fact: dict[str, Any]) -> bool:
    toll = claim.what
    assert isinstance(toll, Toll)
    return toll.outcome == fact["outcome"] and toll.count == fact.get("count") and same_place(claim, fact["quote"])


def test_the_record_is_the_one_that_was_read_line_by_line(golden: Golden) -> None:
    assembly = golden.extraction.assembly
    if not golden.facts["relevant"]:
        assert not (HERE / golden.name / "record.yml").exists()
        return
    assert record_of(assembly.incident) == (HERE / golden.name / "record.yml").read_text("utf-8")


def test_relevance_is_the_readers_but_for_the_known_misses(golden: Golden, known_misses: dict[str, list[str]]) -> None:
    right = golden.extraction.assembly.relevant is golden.facts["relevant"]
    assert right is (golden.name not in known_misses["relevance"])


def test_main_type_is_one_that_the_reader_gave(golden: Golden) -> None:
    assert golden.extraction.assembly.incident.types[0] in golden.facts["types"]


def test_no_toll_stands_in_the_record_that_the_reader_did_not_find(golden: Golden) -> None:
    noted = [claim.id for _, claim in pairs(golden) if claim is not None]
    assert [claim.id for claim in golden.tolls if claim.id not in noted] == []


def test_bounds_of_tolls_are_the_readers(golden: Golden) -> None:
    for fact, claim in pairs(golden):
        if claim is not None and isinstance(claim.what, Toll):
            assert (claim.what.bound or None, claim.what.upper) == (fact.get("bound"), fact.get("upper")), claim.id


def test_ages_years_money_and_distances_are_no_tolls(golden: Golden) -> None:
    counted = {fact.get("count") for fact in golden.facts.get("tolls", [])}
    noted = (str(trap) for trap in golden.facts.get("not_tolls", []))
    traps = {int(text.replace(",", "")) for text in noted if re.fullmatch(r"[\d,]+", text)}
    stated = {claim.what.count for claim in golden.tolls if isinstance(claim.what, Toll)}
    assert stated & (traps - counted) == set()


def test_every_toll_that_the_reader_found_is_there_but_for_the_known_misses(
    golden: Golden, known_misses: dict[str, list[str]]
) -> None:
    missed = [f"{fact['outcome']} {fact.get('count')}" for fact, claim in pairs(golden) if claim is None]
    assert missed == known_misses.get("tolls", {}).get(golden.name, [])


def test_speakers_of_tolls_are_the_readers_but_for_the_known_misses(
    golden: Golden, known_misses: dict[str, list[str]]
) -> None:
    wrong = [
        claim.id
        for fact, claim in pairs(golden)
        if claim is not None and not words(fact["by_speaker"]) & words(golden.speaker(claim))
    ]
    assert wrong == known_misses.get("speakers", {}).get(golden.name, [])


def test_days_of_speaking_are_the_readers(golden: Golden) -> None:
    for fact, claim in pairs(golden):
        if claim is not None and fact.get("day"):
            assert claim.said.day == fact["day"], claim.id


def test_claims_that_the_reader_found_are_there_but_for_the_known_misses(
    golden: Golden, known_misses: dict[str, list[str]]
) -> None:
    free = [claim for claim in golden.extraction.assembly.incident.claims if claim.kind in _ACTS]
    missed = []
    for fact in golden.facts.get("claims", []):
        claim = next((c for c in free if c.kind == fact["kind"] and same_place(c, fact["quote"])), None)
        if claim is None:
            missed.append(f"{fact['kind']} {fact['speaker']}")
        else:
            free.remove(claim)
    assert missed == known_misses.get("claims", {}).get(golden.name, [])


def test_statements_that_the_reader_found_are_there_but_for_the_known_misses(
    golden: Golden, known_misses: dict[str, list[str]]
) -> None:
    said = [claim for claim in golden.extraction.assembly.incident.claims if claim.said.by != "document"]
    missed = [
        fact["speaker"]
        for fact in golden.facts.get("statements", [])
        if not any(same_place(c, fact["quote"]) and words(fact["speaker"]) & words(golden.speaker(c)) for c in said)
    ]
    assert missed == known_misses.get("statements", {}).get(golden.name, [])


def test_the_day_of_the_event_is_the_readers(golden: Golden) -> None:
    dates = golden.extraction.assembly.incident.dates
    start, anchor = golden.facts.get("start"), golden.facts.get("anchor")
    assert (str(dates.start) if dates.start else None) == start
    assert (str(dates.anchor) if dates.anchor else None) == anchor


def test_countries_are_among_the_readers(golden: Golden) -> None:
    countries = {place.country for place in golden.extraction.assembly.incident.places if place.country}
    assert countries <= set(golden.facts.get("countries", []))


def test_related_headlines_are_counted_as_the_reader_counts(golden: Golden) -> None:
    assert len(golden.extraction.assembly.incident.related) == golden.facts.get("related", 0)
