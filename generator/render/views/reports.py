"""How a reader reports an error: a form that opens with the record, the claim and its words filled in."""

from urllib.parse import parse_qs, urlencode, urlsplit

from generator.model.claim import Claim
from generator.render.catalogue import Dossier
from generator.render.encoding import is_web_address, one_line
from generator.render.words import shortened

_QUOTE_LENGTH = 300
"""Code points of a quote in an address; forges refuse addresses of more than about 8,000 bytes."""


def record_file(dossier: Dossier) -> str:
    """The record's file, as editors know it."""
    return f"content/incidents/{dossier.incident.id}.yml"


def report_href(dossier: Dossier, claim: Claim | None = None) -> str | None:
    """Address of the form for reporting an error, or None where the site names none.

    An address that names a ``template`` opens a form with fields: ``incident``, ``claim`` and ``quote`` are filled
    in. Any other takes ``title`` and ``body``.

    Args:
        dossier: the record.
        claim: the claim that the link stands at, or None for the record as a whole.
    """
    address = dossier.catalogue.site.report_url
    if address is None or not is_web_address(address):
        return None
    quote = shortened(one_line(claim.quote), _QUOTE_LENGTH) if claim is not None else ""
    fields = {"title": f"Error in {dossier.incident.id}"}
    if "template" in parse_qs(urlsplit(address).query):
        fields["incident"] = dossier.incident.id
        fields |= {"claim": claim.id, "quote": quote} if claim is not None else {}
    else:
        lines = [f"Record: {record_file(dossier)}", f"Claim: {claim.id if claim is not None else ''}"]
        lines += [f"Quote: {quote}"] if claim is not None else []
        fields["body"] = "\n".join((*lines, "What is wrong: ", "What the source says: ", ""))
    return f"{address}{'&' if '?' in address else '?'}{urlencode(fields, errors='replace')}"
