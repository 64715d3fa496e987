"""What stands behind a claim across the documents of an incident."""

from generator.model.values import value


@value
class Reprint:
    """A document that prints again what another one said first.

    Attributes:
        document: id of the later one.
        of: id of the earliest one that has the sentences.
        sentences: those that both hold, as the later one writes them, in its order.
    """

    document: str
    of: str
    sentences: tuple[str, ...]


@value
class Source:
    """One who says something, in every document that has it from him.

    Attributes:
        speaker: actor id; None where documents say it in their own voice.
        publisher: of those documents, where nobody is quoted; None where it is not stated.
        documents: ids, in the record's order.
    """

    speaker: str | None
    publisher: str | None
    documents: tuple[str, ...]


@value
class Backing:
    """What stands behind a claim.

    Attributes:
        claims: ids of all claims that say the same, this one among them, in the record's order.
        sources: independent of each other, in the order of their first documents.
        reprints: documents that have it word for word from one of those, and are not counted.
    """

    claims: tuple[str, ...]
    sources: tuple[Source, ...]
    reprints: tuple[Reprint, ...] = ()
