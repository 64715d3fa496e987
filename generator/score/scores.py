"""Scores: one tally for each field of the reading, over all documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.model.gold import Alternatives, Gold, GoldToll
from generator.model.incident import Incident
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, Outcome, PlaceLevel
from generator.score.recorded import (
    SPEECH_KINDS,
    claimers,
    current_total,
    perpetrators,
    speaker_names,
    statements,
    toll_claims,
)
from generator.score.tally import Miss, Tally, match_values
from generator.score.templates import CLASSES, SlotCounts, Slots, count_slots
from generator.score.wording import is_same_clause, is_same_name, is_same_speech, tokens

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")

_SECOND_TYPE = 2
_YES = ("yes",)


@value
class Answer:
    """What was extracted from one document.

    Attributes:
        relevant: whether the document is held to tell of an incident.
        incidents: its records.
    """

    relevant: bool
    incidents: tuple[Incident, ...]


@dataclass(slots=True)
class Share:
    """How often something held.

    Attributes:
        right: times it held.
        all: times it was asked.
    """

    right: int = 0
    all: int = 0

    @property
    def percent(self) -> float:
        """Percent of the times; 0 if it was never asked."""
        return 100 * self.right / self.all if self.all else 0.0


@dataclass(slots=True)
class Scores:
    """Everything counted over a gold set.

    Attributes:
        documents: how many were scored.
        unanswered: how many of them had no answer; they count as empty ones.
        tallies: precision and recall by field.
        exact: documents whose total of an outcome is exactly right, by field.
        dates: documents with a day inside the accepted range.
        speakers: matched tolls whose speaker is right.
        slots: template fillers by slot.
    """

    documents: int = 0
    unanswered: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    exact: dict[str, Share] = field(default_factory=dict)
    dates: Share = field(default_factory=Share)
    speakers: Share = field(default_factory=Share)
    slots: dict[str, SlotCounts] = field(default_factory=dict)
    date_misses: list[Miss] = field(default_factory=list)

    def misses(self, name: str) -> tuple[Miss, ...]:
        """Every difference in one field, in the order of the documents."""
        if name == "date":
            return tuple(self.date_misses)
        return tuple(self.tallies[name].misses) if name in self.tallies else ()


NOTHING = Answer(relevant=False, incidents=())


def score_answers(readings: Iterable[tuple[str, Gold, Answer | None]]) -> Scores:
    """Compare the answer to each document with its reading.

    Args:
        readings: name of the document, its reading, and what was extracted, or None.
    """
    scores = Scores()
    for name, gold, answer in readings:
        scores.documents += 1
        scores.unanswered += answer is None
        _Comparison(scores, name, gold, answer or NOTHING).run()
    return scores


@value
class _Comparison:
    """One document's reading beside its records."""

    scores: Scores
    name: str
    gold: Gold
    answer: Answer

    def run(self) -> None:
        """Count every field that was read."""
        self._relevance()
        self._names()
        self._totals()
        self._dates()
        self._tolls()
        self._speech()
        if self.gold.templates is not None:
            slots = count_slots(self.answer.incidents if self.answer.relevant else (), self.gold.templates)
            _add_slots(self.scores.slots, slots)

    def _count(
        self,
        field_name: str,
        wanted: Sequence[Wanted],
        found: Sequence[Found],
        is_same: Callable[[Wanted, Found], bool],
        *,
        repeats: bool = False,
    ) -> tuple[tuple[Wanted, Found], ...]:
        tally = self.scores.tallies.setdefault(field_name, Tally())
        pairs, missed, spurious = match_values(wanted, found, is_same, repeats=repeats)
        tally.right += len(pairs)
        tally.found += len(pairs) + len(spurious)
        tally.wanted += len(wanted)
        tally.misses += [Miss(self.name, field_name, False, _shown(value)) for value in missed]
        tally.misses += [Miss(self.name, field_name, True, _shown(value)) for value in spurious]
        return pairs

    def _relevance(self) -> None:
        if self.gold.relevant is not None:
            wanted, found = (_YES if yes else () for yes in (self.gold.relevant, self.answer.relevant))
            self._count("relevance", wanted, found, _equal)

    def _names(self) -> None:
        gold, incidents = self.gold, self.answer.incidents
        if gold.types is not None:
            self._count("types", gold.types, _types(incidents, coarse=gold.coarse), _among)
        if gold.countries is not None:
            codes = dict.fromkeys(place.country for each in incidents for place in each.places if place.country)
            self._count("countries", gold.countries, tuple(codes), _among)
        if gold.places is not None:
            places = [
                (place.name,) for each in incidents for place in each.places if place.level is not PlaceLevel.COUNTRY
            ]
            self._count("places", gold.places, places, is_same_name, repeats=True)
        if gold.perpetrators is not None:
            named = [
                each.names
                for incident in incidents
                for each in perpetrators(incident)
                if each.organised or not gold.organised
            ]
            self._count("perpetrators", gold.perpetrators, named, is_same_name, repeats=True)
        claimed = [each.names for incident in incidents for each in claimers(incident)]
        if gold.claimed_by is not None:
            self._count("claimed_by", gold.claimed_by, claimed, is_same_name, repeats=True)
        if gold.claimed is not None:
            self._count("claimed", _YES if gold.claimed else (), _YES if claimed else (), _equal)

    def _totals(self) -> None:
        for outcome, wanted in ((Outcome.KILLED, self.gold.killed), (Outcome.INJURED, self.gold.injured)):
            if wanted is None:
                continue
            found = current_total(self.answer.incidents, outcome) or 0
            share = self.scores.exact.setdefault(outcome.value, Share())
            share.right += found == wanted
            share.all += 1
            self._count(outcome.value, (wanted,) if wanted else (), (found,) if found else (), _equal)

    def _dates(self) -> None:
        if not self.gold.dates:
            return
        days = [
            (_day(each.dates.start), _day(each.dates.end or each.dates.start, last=True))
            for each in self.answer.incidents
        ]
        hit = any(
            low <= day <= high for start, end in days if start for low, high in self.gold.dates for day in (start, end)
        )
        self.scores.dates.right += hit
        self.scores.dates.all += 1
        if not hit:
            wanted = " or ".join(" to ".join(dict.fromkeys(pair)) for pair in self.gold.dates)
            found = " or ".join(" to ".join(dict.fromkeys(pair)) for pair in days if pair[0]) or "no day"
            self.scores.date_misses.append(Miss(self.name, "date", bool(days and days[0][0]), f"{found}, not {wanted}"))

    def _tolls(self) -> None:
        for name, gold, kind in (
            ("tolls", self.gold.tolls, ClaimKind.TOLL),
            ("background", self.gold.background, ClaimKind.BACKGROUND),
        ):
            if gold is not None:
                self._figures(name, gold, kind)

    def _figures(self, name: str, gold: Sequence[GoldToll], kind: ClaimKind) -> None:
        found = [
            (toll.outcome, toll.count, speaker_names(incident, claim))
            for incident, claim, toll in toll_claims(self.answer.incidents, kind)
        ]
        wanted = [(toll.outcome, toll.value, toll.by) for toll in gold]
        pairs = self._count(name, wanted, found, _same_toll)
        if kind is not ClaimKind.TOLL:
            return
        for (_, _, speaker), (_, _, names) in pairs:
            if speaker:
                self.scores.speakers.all += 1
                self.scores.speakers.right += not tokens(speaker).isdisjoint(tokens(" ".join(names)))

    def _speech(self) -> None:
        if self.gold.claims is not None:
            wanted = [(claim.kind, claim.quote) for claim in self.gold.claims]
            claims = [
                (claim.kind, claim.quote)
                for each in self.answer.incidents
                for claim in each.claims
                if claim.kind in SPEECH_KINDS
            ]
            self._count("claims", wanted, claims, _same_claim)
        if self.gold.statements is not None:
            said = [(statement.speaker, statement.quote) for statement in self.gold.statements]
            found = tuple(statements(self.answer.incidents))
            self._count("statements", said, found, _same_statement, repeats=True)


def _types(incidents: Sequence[Incident], *, coarse: bool) -> tuple[str, ...]:
    """The leading types of all records, each once; of a record the first alone where classes are asked for."""
    if coarse:
        leading = [CLASSES.get(each.types[0], each.types[0].value) for each in incidents if each.types]
    else:
        leading = [kind.value for each in incidents for kind in each.types[:_SECOND_TYPE]]
    return tuple(dict.fromkeys(leading))


def _add_slots(total: dict[str, SlotCounts], slots: Slots) -> None:
    for name, counts in slots.items():
        total.setdefault(name, SlotCounts()).add(counts)


def _equal(wanted: object, found: object) -> bool:
    return wanted == found


def _among(wanted: Alternatives, found: str) -> bool:
    return found in wanted


def _same_toll(wanted: tuple[Outcome, int | None, object], found: tuple[Outcome, int | None, object]) -> bool:
    return wanted[:2] == found[:2]


def _same_claim(wanted: tuple[ClaimKind, str], found: tuple[ClaimKind, str]) -> bool:
    return wanted[0] is found[0] and is_same_clause(wanted[1], found[1])


def _same_statement(wanted: tuple[str, str], found: tuple[str, str]) -> bool:
    return not tokens(wanted[0]).isdisjoint(tokens(found[0])) and is_same_speech(wanted[1], found[1])


def _day(day: PartialDate | None, *, last: bool = False) -> str:
    """A day in full; of a month or year the first, or the last as far as comparing needs it."""
    if day is None:
        return ""
    text = str(day)
    rest = "-12-31" if last else "-01-01"
    return text + rest[len(text) - len("2026") :]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " / ".join(_shown(item) for item in value if item is not None)
    return str(value)


def f1_of(slots: Mapping[str, SlotCounts], names: Sequence[str]) -> tuple[float, float, float, int]:
    """Micro precision, recall, F1 (percent) and the number of gold fillers over some slots."""
    found_right, found, wanted_right, wanted = (
        sum(getattr(slots[name], part) for name in names if name in slots)
        for part in ("found_right", "found", "wanted_right", "wanted")
    )
    precision = 100 * found_right / found if found else 0.0
    recall = 100 * wanted_right / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0, wanted
