"""The history of a record in words.

The day on which a record was added orders the home page and is not shown: a reader would take it for the day of the
event. Later changes carry their day, as corrections do.
"""

import json
from collections.abc import Sequence

from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, joined, phrase, quoted
from generator.render.site import HistoryLine
from generator.render.words import date_words, shortened

_VALUE_LENGTH = 160
_DAY_LENGTH = 10
_WHOLE = "claim"
"""The field of a line about a claim as a whole."""

_PROGRAM = "briefing"
"""Who changed a record, where no person did."""


@value
class ChangeView:
    """One change.

    Attributes:
        day: when it was made, in words; empty for the first line.
        words: what was changed, by whom.
    """

    day: str
    words: Phrase


def added_on(history: Sequence[HistoryLine]) -> str:
    """ISO day on which the record was added; empty where no history says so."""
    return _text(history[0].get("on")) if history else ""


def changed_on(history: Sequence[HistoryLine]) -> str:
    """ISO day of the record's last change after the day on which it was added; empty where there was none."""
    last = max((_text(line.get("on"))[:_DAY_LENGTH] for line in history), default="")
    return last if last > added_on(history)[:_DAY_LENGTH] else ""


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _day(line: HistoryLine) -> str:
    text = _text(line.get("on"))
    try:
        return date_words(PartialDate.parse(text[:10]))
    except ValueError:
        return text


def _place(line: HistoryLine, dossier: Dossier) -> Phrase:
    """``Claim killed-civilians-bugti, what, killed``: which part of the record changed."""
    claim, field = _text(line.get("claim")), _text(line.get("field"))
    part = quoted(field.replace(".", ", ")) if field and field != _WHOLE else quoted("")
    if not claim:
        return joined([each for each in (phrase("Record"), phrase(part)) if each], ", ")
    href = dossier.claim_href(claim) if claim in dossier.claims else None
    return joined([each for each in (phrase("Claim ", quoted(claim, href=href)), phrase(part)) if each], ", ")


def _change(line: HistoryLine, dossier: Dossier) -> ChangeView:
    old, new = (shortened(_text(line.get(key)), _VALUE_LENGTH) for key in ("old", "new"))
    if line.get("field") == _WHOLE:
        what = phrase(" changed" if old and new else " added" if new else " removed")
    elif old and new:
        what = phrase(": “", quoted(old), "” became “", quoted(new), "”")
    elif old or new:
        what = phrase(": added “" if new else ": removed “", quoted(new or old), "”")
    else:
        what = phrase(" changed")
    return ChangeView(_day(line), phrase(_place(line, dossier), what, _by(line), "."))


def _by(line: HistoryLine) -> Phrase:
    by = _text(line.get("by"))
    return phrase(" by ", "the program" if by == _PROGRAM else quoted(by)) if by else ()


def _document(line: HistoryLine, dossier: Dossier) -> Phrase:
    """The document that brought a change, by the record's id for it or by name."""
    name = _text(line.get("document"))
    document = dossier.documents.get(name)
    return phrase(" from ", quoted(document.file if document else name)) if name else ()


def change_views(dossier: Dossier) -> tuple[ChangeView, ...]:
    """The record's changes, newest first; the last one says that it was added."""
    history = dossier.catalogue.site.history.get(dossier.incident.id, ())
    if not history:
        return ()
    first = history[0]
    added = ChangeView("", phrase("Added to this briefing", _document(first, dossier), _by(first), "."))
    return (*(_change(line, dossier) for line in reversed(history[1:])), added)
