"""How an incident's page is cited, and where its record can be had as data."""

from generator.model.values import value
from generator.render.addresses import incident_path, link_to
from generator.render.catalogue import Dossier
from generator.render.exports.citation import citation_bibtex, citation_text


@value
class CiteView:
    """How to cite the record, and where to take it along.

    Attributes:
        text: for a footnote.
        bibtex: an entry for a bibliography, line by line.
        data: the record as JSON, or None where the site does not have it.
    """

    text: str
    bibtex: str
    data: str | None


def cite_view(dossier: Dossier) -> CiteView:
    """How the dossier's incident is cited."""
    incident, site = dossier.incident, dossier.catalogue.site
    data = incident_path(incident.id).removesuffix(".md") + ".json"
    return CiteView(
        citation_text(incident, site),
        citation_bibtex(incident, site).rstrip(),
        link_to(data, seen_from=dossier.page) if incident.id in site.plain else None,
    )
