"""Gold: what a careful reader took from a document, against which extraction is measured."""

from collections.abc import Mapping
from enum import StrEnum

from generator.model.document import Document
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, Outcome

Alternatives = tuple[str, ...]
"""Accepted forms of one value; any of them is right."""


class Role(StrEnum):
    """What fills an event template of the MUC-4 evaluation."""

    PERPETRATOR = "PerpInd"
    ORGANISATION = "PerpOrg"
    TARGET = "Target"
    VICTIM = "Victim"
    WEAPON = "Weapon"


@value
class GoldToll:
    """A figure of persons.

    Attributes:
        outcome: what happened to them.
        value: persons, or None for a vague word.
        by: the speaker; None where the document itself speaks.
    """

    outcome: Outcome
    value: int | None
    by: str | None = None


@value
class GoldClaim:
    """A claim of a kind other than toll and statement, with its clause or sentence."""

    kind: ClaimKind
    quote: str


@value
class GoldStatement:
    """Words that the document attributes to somebody."""

    speaker: str
    quote: str


@value
class GoldTemplate:
    """One event of a MUC-4 key: its accepted types and what fills each role."""

    types: Alternatives
    fillers: Mapping[Role, tuple[Alternatives, ...]]


@value
class Gold:
    """A reading of one document; a field that is None was not read and is not scored.

    Attributes:
        relevant: whether the document tells of an incident.
        types: event types; classes of the MUC-4 evaluation where ``coarse``.
        coarse: whether ``types`` names the classes of the MUC-4 evaluation.
        countries: ISO 3166-1 alpha-2.
        places: names below the country.
        dates: first and last accepted day (ISO 8601) of each incident.
        perpetrators: who did it or is said to have done it.
        organised: whether ``perpetrators`` names organised parties alone.
        claimed_by: who claimed responsibility.
        claimed: whether anybody did.
        killed: current total, persons.
        injured: current total, persons.
        tolls: every figure of persons that the story tells as news, replaced ones included.
        background: figures of persons from other events and longer times.
        claims: claims of speech.
        statements: everything attributed.
        templates: events of a MUC-4 key.
    """

    relevant: bool | None = None
    types: tuple[Alternatives, ...] | None = None
    coarse: bool = False
    countries: tuple[Alternatives, ...] | None = None
    places: tuple[Alternatives, ...] | None = None
    dates: tuple[tuple[str, str], ...] | None = None
    perpetrators: tuple[Alternatives, ...] | None = None
    organised: bool = False
    claimed_by: tuple[Alternatives, ...] | None = None
    claimed: bool | None = None
    killed: int | None = None
    injured: int | None = None
    tolls: tuple[GoldToll, ...] | None = None
    background: tuple[GoldToll, ...] | None = None
    claims: tuple[GoldClaim, ...] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    templates: tuple[GoldTemplate, ...] | None = None


@value
class GoldDocument:
    """A document with its reading."""

    document: Document
    gold: Gold
