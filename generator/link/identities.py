"""Which page an incident id leads to, after renames and merges."""

from collections.abc import Iterable, Mapping

from generator.model.incident import Incident


def resolve_ids(incidents: Iterable[Incident]) -> Mapping[str, str]:
    """Each known id and alias with the id of the incident that now holds it.

    Merged incidents are followed to the end of the chain. An id whose chain ends nowhere or runs in a circle is
    left out, so that nothing is ever linked to it.
    """
    ordered = sorted(incidents, key=lambda incident: incident.id)
    step: dict[str, str] = {}
    for incident in ordered:
        target = incident.status.merged_into if incident.status else None
        step.setdefault(incident.id, target or incident.id)
    for incident in ordered:
        for alias in incident.aliases:
            step.setdefault(alias, incident.id)
    resolved = ((name, _end(name, step)) for name in step)
    return {name: end for name, end in resolved if end is not None}


def _end(name: str, step: Mapping[str, str]) -> str | None:
    seen = set()
    while name not in seen:
        seen.add(name)
        following = step.get(name)
        if following is None or following == name:
            return following
        name = following
    return None
