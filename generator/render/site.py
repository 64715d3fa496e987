"""Everything a set of pages is made from."""

from collections.abc import Mapping
from dataclasses import field

from generator.model.backing import Backing, Reprint
from generator.model.document import Document
from generator.model.headline import HeadlineEntry
from generator.model.incident import Incident
from generator.model.tie import Tie
from generator.model.values import value

HistoryLine = Mapping[str, object]
"""One line of a record's history: ``on``, ``by``, ``document``, ``claim``, ``field``, ``old``, ``new``."""


@value
class Site:
    """What the site is about.

    Attributes:
        incidents: the records, in any order.
        documents: their sources by file name and sha256; one may be missing, and then its page says so.
        headlines: entries of the Headlines page, in the order of the page.
        history: lines of each record's history by incident id, oldest first; the first tells when it was added.
        codebook: Markdown of the codebook, written by hand, or None to leave that page out.
        countries: English names of countries by ISO 3166-1 alpha-2 code; a code without one is shown itself.
        report_url: address that opens a form for reporting an error, or None where there is none.
        address: where the site lies on the web (http or https), or None where its settings do not say.
        draws: whether the program can draw pictures.
        name: what the site is called.
        ties: what ties an incident to others, by its id.
        backing: what stands behind the claims of an incident that several documents tell, by claim and incident id.
        reprints: documents of an incident that print another one again, by its id.
        plain: each record as plain data, by id, for the machine forms.
        unsealed: ids of the claims that were changed since an editor reviewed them, by incident id.
    """

    incidents: tuple[Incident, ...]
    documents: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    headlines: tuple[HeadlineEntry, ...] = ()
    history: Mapping[str, tuple[HistoryLine, ...]] = field(default_factory=dict)
    codebook: str | None = None
    countries: Mapping[str, str] = field(default_factory=dict)
    report_url: str | None = None
    address: str | None = None
    draws: bool = False
    name: str = "Briefing"
    ties: Mapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    backing: Mapping[str, Mapping[str, Backing]] = field(default_factory=dict)
    reprints: Mapping[str, tuple[Reprint, ...]] = field(default_factory=dict)
    plain: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    unsealed: Mapping[str, frozenset[str]] = field(default_factory=dict)
