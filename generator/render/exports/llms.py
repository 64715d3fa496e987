"""An index of the site for language models: one Markdown file with the pages and what stands in each."""

import re

from generator.model.page import Page
from generator.render.addresses import ACTORS, HEADLINES, INCIDENTS, PLACES, full_address, html_path, incident_path
from generator.render.catalogue import Catalogue
from generator.render.views.incidents import description_of
from generator.render.views.lists import latest

PATH = "llms.txt"
_MARKS = re.compile(r"[\\`*_{}\[\]<>()#+!|~-]")
_LISTS = (
    ("Incidents", INCIDENTS, "all incidents by month"),
    ("Places", PLACES, "places with the incidents that name them"),
    ("Actors", ACTORS, "persons, forces, groups and offices, and what they claim"),
    ("Related headlines", HEADLINES, "headlines that documents carried, and what covers them"),
)
_FILES = (
    ("data/incidents.csv", "a row for each incident"),
    ("data/claims.csv", "a row for each claim, with its quote, speaker and place in the document"),
    ("data/places.geojson", "places with coordinates"),
)
_ABOUT = """\
Incidents as their sources tell them. Every figure, claim and denial keeps its sentence, its speaker and its day.
Figures of different speakers may differ and are never added up; a program took them from the documents, and a record
says how much of it an editor has accepted. Cite the source's words, not only this site.
"""


def render_llms(catalogue: Catalogue) -> Page:
    """The index; addresses are full where the site has one, else relative to this file."""
    site = catalogue.site

    def href(path: str) -> str:
        return full_address(site.address, path) if site.address else html_path(path)

    lines = [f"# {_plain(site.name)}", "", *(f"> {line}" for line in _ABOUT.splitlines()), "", "## Incidents", ""]
    for each in latest(catalogue):
        path = incident_path(each.id)
        data = href(path.removesuffix(".md") + ".json")
        lines.append(f"- [{_plain(each.title.text)}]({href(path)}) ([data]({data})): {_plain(description_of(each))}")
    lines += ["", "## Lists", ""]
    lines += [f"- [{name}]({href(path)}): {about}" for name, path, about in _LISTS]
    lines += ["", "## Data", "", *(f"- [{path}]({href(path)}): {about}" for path, about in _FILES), ""]
    return Page(PATH, "\n".join(lines))


def _plain(text: str) -> str:
    """A source's words on one line, each sign that Markdown knows written so that it stays a sign."""
    return _MARKS.sub(lambda found: "\\" + found[0], " ".join(text.split()))
