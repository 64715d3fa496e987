"""Which files the site has for machines."""

import json
from collections.abc import Iterable, Iterator

from generator.model.incident import Incident
from generator.model.page import Page
from generator.render.addresses import HOME, actor_path, incident_path, place_path
from generator.render.catalogue import Catalogue, open_catalogue
from generator.render.exports.feeds import Feed, render_feeds
from generator.render.exports.geo import places_geojson
from generator.render.exports.llms import render_llms
from generator.render.exports.tables import claims_csv, incidents_csv
from generator.render.site import Site


def render_exports(site: Site) -> Iterator[Page]:
    """Tables, map, feeds, an index, and each record as JSON."""
    yield Page("data/incidents.csv", incidents_csv(site))
    yield Page("data/claims.csv", claims_csv(site))
    yield Page("data/places.geojson", places_geojson(site))
    catalogue = open_catalogue(site)
    for feed in _feeds(catalogue):
        yield from render_feeds(feed, site)
    yield render_llms(catalogue)
    yield from _records(site)


def _feeds(catalogue: Catalogue) -> Iterator[Feed]:
    """One of all incidents, one for each place and one for each named party."""
    site = catalogue.site
    yield Feed(site.name, HOME, "", site.incidents)
    for place in catalogue.registers.place_files:
        yield _feed(site, place.name, place_path(*place.key), (incident for incident, _ in place.met))
    for actor in (each for each in catalogue.registers.actor_files if each.has_page):
        yield _feed(site, actor.name, actor_path(*actor.key), (incident for incident, _ in actor.met))


def _feed(site: Site, name: str, home: str, incidents: Iterable[Incident]) -> Feed:
    return Feed(f"{name} · {site.name}", home, home.removesuffix(".md") + "/", tuple(incidents))


def _records(site: Site) -> Iterator[Page]:
    """Each record as the contract has it."""
    for name in sorted(site.plain):
        text = json.dumps(site.plain[name], ensure_ascii=False, indent=1, default=str)
        yield Page(incident_path(name).removesuffix(".md") + ".json", text + "\n")
