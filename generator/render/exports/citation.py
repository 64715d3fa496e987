"""How to cite an incident's page, as text and as BibTeX; no day is given that the record does not have."""

import re
from collections.abc import Mapping

from generator.model.incident import Incident
from generator.render.addresses import full_address, incident_path
from generator.render.site import Site
from generator.render.views.changes import changed_on

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_KEY = re.compile(r"[^a-z0-9]+")


def citation_text(incident: Incident, site: Site) -> str:
    """A line for a footnote: ``Title. Briefing, incident id, version of 2026-01-31. Address``."""
    version = changed_on(site.history.get(incident.id, ()))
    title = incident.title.text if incident.title.text.endswith((".", "?", "!")) else f"{incident.title.text}."
    parts = [f"{title} {site.name}, incident {incident.id}"]
    parts += [f", version of {version}"] if version else []
    parts += [f". {full_address(site.address, incident_path(incident.id))}"] if site.address else ["."]
    return "".join(parts)


def citation_bibtex(incident: Incident, site: Site) -> str:
    """An ``@misc`` entry whose key is the record's id."""
    version = changed_on(site.history.get(incident.id, ()))
    fields = {"title": f"{{{incident.title.text.translate(_TEX)}}}", "publisher": site.name.translate(_TEX)}
    if version:
        fields["year"] = version[:4]
    note = f"Incident {incident.id}" + (f", version of {version}" if version else "")
    fields["note"] = note.translate(_TEX)
    if site.address:
        fields["url"] = full_address(site.address, incident_path(incident.id))
    return _entry(_KEY.sub("-", incident.id).strip("-"), fields)


def _entry(key: str, fields: Mapping[str, str]) -> str:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{rows}}}"
