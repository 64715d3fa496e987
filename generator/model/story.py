"""The story of a document as the threads room reads it: its words without layout, and where and when it was told."""

import datetime

from generator.model.values import value


@value
class Story:
    """What one document tells, in its own words.

    Attributes:
        sentences: of the story, in order, as written; a headline is no sentence.
        title: the document's own headline, where it carries one.
        filed: place of the dateline, as written.
        published: day of publication, where stated.
        publisher: as stated.
        url: as stated.
    """

    sentences: tuple[str, ...]
    title: str | None = None
    filed: str | None = None
    published: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
