"""What the pictures show that other services put beside a link to an incident.

A picture costs as much time as a page, and links are shared while an incident is news: only the newest have one, and
only where the site's address is known, without which nobody can share a link.
"""

from collections.abc import Mapping

from generator.model.incident import Incident
from generator.model.page import Card
from generator.render.catalogue import Catalogue, open_dossier
from generator.render.encoding import one_line
from generator.render.phrase import plain
from generator.render.views.incidents import types_line
from generator.render.views.lists import latest
from generator.render.views.places import place_line

NEWEST = 50
"""Most incidents with a picture."""

FOLDER = "pictures"


def find_cards(catalogue: Catalogue) -> Mapping[str, Card]:
    """The cards of the newest incidents, by id; none where the site has no address or nothing draws."""
    if catalogue.site.address is None or not catalogue.site.draws:
        return {}
    return {each.id: _card(catalogue, each) for each in latest(catalogue)[:NEWEST]}


def _card(catalogue: Catalogue, incident: Incident) -> Card:
    path = f"{FOLDER}/{incident.id}.png"
    place = plain(place_line(open_dossier(catalogue, incident, "index.md")))
    detail = " · ".join(part for part in (place, catalogue.site.name) if part)
    return Card(path, types_line(incident), one_line(incident.title.text), one_line(detail))
