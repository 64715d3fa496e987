"""A record as one version of the workspace has it, with the sentences that its claims stand in."""

from collections.abc import Mapping
from dataclasses import field

from generator.model.incident import Record
from generator.model.values import value


@value
class Surroundings:
    """What stands around a quote within its sentences.

    Attributes:
        before: from the beginning of the first sentence to the quote.
        after: from the quote to the end of the last sentence.
    """

    before: str
    after: str


@value
class Edition:
    """A record as one version has it.

    Attributes:
        record: the record with its file.
        seals: the seal that each claim would have as it stands, by claim id.
        surroundings: what stands around the quote of a claim, by claim id, where its document is at hand.
    """

    record: Record
    seals: Mapping[str, str] = field(default_factory=dict)
    surroundings: Mapping[str, Surroundings] = field(default_factory=dict)
