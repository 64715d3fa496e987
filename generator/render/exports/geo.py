"""Places with coordinates as GeoJSON (RFC 7946); a place without a gazetteer entry has no point and is left out."""

import json
from collections import defaultdict

from generator.model.incident import Incident, Place
from generator.render.addresses import html_path, incident_path
from generator.render.site import Site
from generator.render.views.standing import is_current


def places_geojson(site: Site) -> str:
    """A feature for each gazetteer entry, with the current incidents that name it; longitude before latitude."""
    known: dict[str, Place] = {}
    named: dict[str, list[Incident]] = defaultdict(list)
    for incident in sorted(filter(is_current, site.incidents), key=lambda each: each.id):
        for place in incident.places:
            if place.gazetteer and place.lat is not None and place.lon is not None:
                known.setdefault(place.gazetteer, place)
                named[place.gazetteer].append(incident)
    features = [_feature(known[key], named[key]) for key in sorted(known)]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _feature(place: Place, incidents: list[Incident]) -> dict[str, object]:
    told = {each.id: _told(each) for each in incidents}
    return {
        "type": "Feature",
        "id": place.gazetteer,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "level": place.level.value,
            "country": place.country,
            "incidents": list(told.values()),
        },
    }


def _told(incident: Incident) -> dict[str, str]:
    return {"id": incident.id, "title": incident.title.text, "href": html_path(incident_path(incident.id))}
