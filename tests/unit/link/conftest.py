"""Incidents and headline mentions as the pipeline hands them to the room."""

from collections.abc import Callable, Mapping

import pytest

from generator.model.headline import HeadlineMentions
from generator.model.incident import Dates, Incident, RelatedHeadline, SourceDocument, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import EventType, Origin

COUNTRIES = {"US": ("United States", "US"), "IL": ("Israel", "Israeli"), "PK": ("Pakistan",)}
PLACES = ("Gaza", "Rafah", "Minnesota", "Sylhet", "Barishal")
ACTORS = ("ICE", "House", "Red Crescent")

RAFAH = "Reopening of Gaza's Rafah crossing expected Monday"
STORM = "Winter storm death toll in United States reaches 90"
STRIKES = "Israeli strikes kill 26 in Gaza, health officials say"
SHUTDOWN = "US government starts likely brief shutdown as House fails to approve deal"
MINNESOTA = "Thousands demonstrate in Minnesota and across US to protest ICE"
SEED = (RAFAH, STORM, STRIKES, SHUTDOWN, MINNESOTA)


def _named(text: str) -> HeadlineMentions:
    words = text.replace("'s", "").replace(",", "").split()
    countries = [(key, names[0]) for key, names in COUNTRIES.items() if any(name in text for name in names)]
    places = [(name.casefold(), name) for name in PLACES if name in words]
    actors = [(name.casefold(), name) for name in ACTORS if name in text]
    return HeadlineMentions(places=(*countries, *places), actors=tuple(actors))


class Mentions(dict[str, HeadlineMentions]):
    """Finds the places and actors of any text that is asked for, as the pipeline would have done before."""

    def get(self, text: str, _default: object = None) -> HeadlineMentions:  # type: ignore[override]
        return _named(text)


@pytest.fixture
def mentions() -> Mapping[str, HeadlineMentions]:
    return Mentions()


@pytest.fixture
def incident() -> Callable[..., Incident]:
    """A record with a title, the headlines that its document carries, and whatever else the test is about."""

    def make(
        name: str,
        title: str = "",
        *,
        related: tuple[str, ...] = (),
        day: str | None = None,
        headline: str | None = None,
        **more: object,
    ) -> Incident:
        document = SourceDocument("d1", f"{name}.txt", "0" * 64, 1000, Span(0, 900), title=headline)
        return Incident(
            id=name,
            title=Title(title or f"Incident called {name}", Origin.GENERATED),
            types=(EventType.OTHER,),
            dates=Dates(anchor=PartialDate.parse(day) if day else None),
            documents=(document,),
            related=tuple(RelatedHeadline(text, Citation("d1", Span(900, 950))) for text in related),
            **more,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture
def seed_headlines() -> tuple[str, ...]:
    """The related headlines of the seed document."""
    return SEED
