"""The history of a record in words: what it said before, what it says since, who changed it.

The day on which a record was added orders the home page and is not shown: a reader would take it for the day of the
event. Later changes carry their day, as corrections do.
"""

from collections.abc import Mapping, Sequence

from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, joined, phrase, quoted
from generator.render.site import HistoryLine
from generator.render.views.edits import field_words, value_words
from generator.render.words import date_words

_DAY_LENGTH = 10
_WHOLE = "claim"
"""The field of a line about a claim as a whole."""

_PROGRAM = "briefing"
"""Who changed a record, where no person did."""

_ASIDE = ("related", "places", "actors", "documents", "proposals", "rejected")
"""Parts of a record that say where things lie and how they are called: their changes are shown when asked for."""


@value
class ChangeView:
    """One change.

    Attributes:
        day: when it was made, in words; empty for the first line.
        part: which part of the record it changed.
        old: what stood there; empty where nothing did.
        new: what stands there since; empty where it was removed.
        by: who changed it, and which document brought it; may be empty.
    """

    day: str
    part: Phrase
    old: Phrase
    new: Phrase
    by: Phrase


@value
class ChangesView:
    """The changes of a record, newest first.

    Attributes:
        main: of claims, title, summary, days and status.
        aside: of places, actors, documents and headlines.
        added: that the record was added, and what from; empty where no history says so.
    """

    main: tuple[ChangeView, ...]
    aside: tuple[ChangeView, ...]
    added: Phrase

    @property
    def aside_count(self) -> int:
        """How many changes are shown when asked for."""
        return len(self.aside)


def added_on(history: Sequence[HistoryLine]) -> str:
    """ISO day on which the record was added; empty where no history says so."""
    return _text(history[0], "on") if history else ""


def changed_on(history: Sequence[HistoryLine]) -> str:
    """ISO day of the record's last change after the day on which it was added; empty where there was none."""
    last = max((_text(line, "on")[:_DAY_LENGTH] for line in history), default="")
    return last if last > added_on(history)[:_DAY_LENGTH] else ""


def _text(line: HistoryLine, key: str) -> str:
    found = line.get(key)
    return "" if found is None else str(found)


def _day(line: HistoryLine) -> str:
    text = _text(line, "on")
    try:
        return date_words(PartialDate.parse(text[:_DAY_LENGTH]))
    except ValueError:
        return text


def _part(line: HistoryLine, dossier: Dossier) -> Phrase:
    """``Claim killed-civilians-bugti, figure of killed``: which part of the record changed."""
    claim, field = _text(line, "claim"), _text(line, "field")
    part = _fate(line) if field == _WHOLE else field_words(field, in_claim=bool(claim))
    if not claim:
        return part or phrase("Record")
    href = dossier.claim_href(claim) if claim in dossier.claims else None
    return joined(filter(None, (phrase("Claim ", quoted(claim, href=href)), part)), ", ")


def _fate(line: HistoryLine) -> Phrase:
    """What became of a claim as a whole."""
    if line.get("old") is None:
        return phrase("added")
    return phrase("removed") if line.get("new") is None else phrase("changed")


def _by(line: HistoryLine) -> Phrase:
    by = _text(line, "by")
    return phrase("the program" if by == _PROGRAM else quoted(by)) if by else ()


def _from(line: HistoryLine, dossier: Dossier) -> Phrase:
    """The document that brought a change, by the record's id for it or by name."""
    name = _text(line, "document")
    document = dossier.documents.get(name)
    return phrase("from ", quoted(document.file if document else name)) if name else ()


def _change(line: HistoryLine, dossier: Dossier) -> ChangeView:
    old, new = line.get("old"), line.get("new")
    both = isinstance(old, Mapping) and isinstance(new, Mapping)
    return ChangeView(
        day=_day(line),
        part=_part(line, dossier),
        old=value_words(old, new if both else None),
        new=value_words(new, old if both else None),
        by=joined(filter(None, (_by(line), _from(line, dossier))), ", "),
    )


def changes_view(dossier: Dossier) -> ChangesView | None:
    """The record's changes, or None where it has no history."""
    history = dossier.catalogue.site.history.get(dossier.incident.id, ())
    if not history:
        return None
    main: list[ChangeView] = []
    aside: list[ChangeView] = []
    for line in reversed(history[1:]):
        first = _text(line, "field").partition(".")[0]
        listed = aside if first in _ASIDE and not _text(line, "claim") else main
        listed.append(_change(line, dossier))
    by = _by(history[0])
    brought = filter(None, (_from(history[0], dossier), phrase("by ", by) if by else ()))
    return ChangesView(tuple(main), tuple(aside), phrase("Added to this briefing ", joined(brought, " "), "."))
