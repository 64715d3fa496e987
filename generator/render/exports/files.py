"""Which files the site has for machines."""

import json
from collections.abc import Iterator

from generator.model.page import Page
from generator.render.addresses import incident_path
from generator.render.catalogue import open_catalogue
from generator.render.exports.feeds import find_feeds, render_feeds
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
    for feed in find_feeds(catalogue):
        yield from render_feeds(feed, site)
    yield render_llms(catalogue)
    yield from _records(site)


def _records(site: Site) -> Iterator[Page]:
    """Each record as the contract has it."""
    for name in sorted(site.plain):
        text = json.dumps(site.plain[name], ensure_ascii=False, indent=1, default=str)
        yield Page(incident_path(name).removesuffix(".md") + ".json", text + "\n")
