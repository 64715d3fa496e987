"""Records made by hand, small enough to count on one's fingers."""

from dataclasses import replace

import pytest

from generator.model.claim import Claim, Event, Party, Review, Said, Supersession, Toll
from generator.model.incident import Actor, Dates, Incident, Place, SourceDocument, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import (
    ActorType,
    Category,
    ClaimKind,
    EventType,
    Origin,
    Outcome,
    PlaceLevel,
    ReviewState,
)

AT = Citation("d1", Span(0, 1))


class Recorder:
    """Makes claims and records; what does not matter for a score is the same in all of them."""

    def toll(self, name, outcome, count, *, by="document", category="unspecified", part_of=None, replaces=None):
        what = Toll(Outcome(outcome), count, category=Category(category))
        supersedes = Supersession(replaces, "the latest total", AT) if replaces else None
        said = Said(by)
        return Claim(name, ClaimKind.TOLL, said, f"{name} words", AT, what=what, part_of=part_of, supersedes=supersedes)

    def speech(self, kind, quote, *, by="document", who=()):
        what = Party(who=who) if who else None
        return Claim(f"{kind}-{by}", ClaimKind(kind), Said(by), quote, AT, what=what)

    def event(self, kind="bombing", **roles):
        return Claim(
            "event", ClaimKind.EVENT, Said("document"), "It blew up.", AT, what=Event(EventType(kind), **roles)
        )

    def record(self, *claims, actors=(), places=(), types=("bombing",), start=None, end=None):
        days = (PartialDate.parse(day) if day else None for day in (start, end))
        return Incident(
            "x-00000000",
            Title("X", Origin.GENERATED),
            tuple(map(EventType, types)),
            Dates(None, None, *days),
            (SourceDocument("d1", "x.txt", "0" * 64, 1, Span(0, 1)),),
            actors=tuple(Actor(name, full, ActorType(kind), AT) for name, full, kind in actors),
            places=tuple(
                Place(name.lower(), name, PlaceLevel(level), AT, country=country) for name, level, country in places
            ),
            claims=claims,
        )

    def reviewed(self, incident, *states):
        claims = tuple(
            replace(claim, review=Review(ReviewState(state), "ed") if state else None)
            for claim, state in zip(incident.claims, states, strict=True)
        )
        return replace(incident, claims=claims)


@pytest.fixture(scope="session")
def make() -> Recorder:
    return Recorder()
