"""What the last build that changed records brought, as the histories tell it: the same records, the same words.

A history line carries a day and no hour. The news is therefore that of the last day on which any record changed: all
that builds and editors did on it. A build that changes no record leaves it as it was.
"""

from collections.abc import Iterable, Sequence

from generator.model.incident import Incident
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.render.addresses import INCIDENTS, folded, incident_path, link_to
from generator.render.catalogue import Catalogue
from generator.render.phrase import Phrase, link, phrase, quoted
from generator.render.site import HistoryLine
from generator.render.views.changes import added_on
from generator.render.words import counted, date_words

_DAY_LENGTH = 10
_PROGRAM = "briefing"
_SHOWN = 5
_MOST = 40
NEW, CORRECTED, REVIEWED = "New", "Corrected by an editor", "Reviewed by an editor"
CHANGED, CLOSED = "Changed by the program", "Withdrawn or merged"


@value
class NewsItem:
    """An incident and what happened to its record."""

    title: Phrase
    detail: Phrase


@value
class NewsGroup:
    """Incidents to whose records the same happened.

    Attributes:
        label: what happened.
        count: how many there are.
        shown: the first ones, by title.
        more: the next ones, to be unfolded.
        rest: link to the list where there are still more; may be empty.
    """

    label: str
    count: int
    shown: tuple[NewsItem, ...]
    more: tuple[NewsItem, ...]
    rest: Phrase


@value
class NewsView:
    """What changed on the last day that brought any change.

    Attributes:
        lead: when, and that every incident is new where that is so.
        groups: new, corrected, closed, changed and reviewed records, each where there is one.
    """

    lead: Phrase
    groups: tuple[NewsGroup, ...]


def news_view(catalogue: Catalogue, page: str) -> NewsView | None:
    """The news of the last day in any history; None where no record has a history."""
    history = catalogue.site.history
    last = max((_day(line) for lines in history.values() for line in lines), default="")
    if not last:
        return None
    labels = (NEW, CORRECTED, CLOSED, CHANGED, REVIEWED)
    sorted_out: dict[str, list[tuple[Incident, int]]] = {label: [] for label in labels}
    for incident in catalogue.records:
        lines = [line for line in history.get(incident.id, ()) if _day(line) == last]
        if lines:
            sorted_out[_happened(incident, lines, history[incident.id])].append((incident, len(lines)))
    if len(sorted_out[NEW]) == len(catalogue.records):
        return NewsView(phrase(f"This is the first build: {counted(len(catalogue.records), 'new incident')}."), ())
    groups = (_group(label, rows, page) for label, rows in sorted_out.items() if rows)
    lead = f"Records last changed on {_words(last)}. That day says nothing of when events happened."
    return NewsView(phrase(lead), tuple(groups))


def _day(line: HistoryLine) -> str:
    return str(line.get("on") or "")[:_DAY_LENGTH]


def _words(day: str) -> str:
    try:
        return date_words(PartialDate.parse(day))
    except ValueError:
        return day


def _happened(incident: Incident, lines: Sequence[HistoryLine], history: Sequence[HistoryLine]) -> str:
    """What is most worth knowing of a record's changes of one day."""
    if incident.status is not None and any(str(line.get("field")).startswith("status") for line in lines):
        return CLOSED
    if added_on(history)[:_DAY_LENGTH] == _day(lines[0]):
        return NEW
    edited = [line for line in lines if line.get("by", _PROGRAM) != _PROGRAM]
    if not edited:
        return CHANGED
    return REVIEWED if all(line.get("field") == "review" for line in edited) else CORRECTED


def _group(label: str, rows: Iterable[tuple[Incident, int]], page: str) -> NewsGroup:
    ordered = sorted(rows, key=lambda row: (folded(row[0].title.text), row[0].id))
    items = tuple(_item(incident, changes, page, told=label != NEW) for incident, changes in ordered[:_MOST])
    rest = len(ordered) - len(items)
    more = phrase(link(f"and {counted(rest, 'more incident')}", link_to(INCIDENTS, seen_from=page))) if rest else ()
    return NewsGroup(label, len(ordered), items[:_SHOWN], items[_SHOWN:], more)


def _item(incident: Incident, changes: int, page: str, *, told: bool) -> NewsItem:
    href = link_to(incident_path(incident.id), seen_from=page)
    return NewsItem(phrase(quoted(incident.title.text, href=href)), phrase(counted(changes, "change")) if told else ())
