"""What the pages of a site have to show word for word: what the gate looks for when the site is built."""

from collections.abc import Iterator, Mapping

from generator.model.incident import Incident
from generator.render.addresses import html_path, incident_path
from generator.render.catalogue import Catalogue


def find_words(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Values by the path of the built page.

    An incident's page shows its title, its summary, the quote of every claim and every related headline; a document's
    page shows every quote that was taken from it.
    """
    site = catalogue.site
    words = {html_path(incident_path(each.id)): frozenset(_record_words(each)) for each in site.incidents}
    quotes: dict[tuple[str, str], set[str]] = {}
    for incident in site.incidents:
        files = {each.id: (each.file, each.sha256) for each in incident.documents}
        for claim in incident.claims:
            quotes.setdefault(files.get(claim.at.document, ("", "")), set()).add(claim.quote)
    for key, path in catalogue.sources.items():
        if key in site.documents:
            words[html_path(path)] = frozenset(quotes.get(key, ()))
    return words


def _record_words(incident: Incident) -> Iterator[str]:
    yield incident.title.text
    yield from (sentence.text for sentence in incident.summary)
    yield from (claim.quote for claim in incident.claims)
    yield from (headline.text for headline in incident.related)
