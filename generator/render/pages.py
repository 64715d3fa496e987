"""Which pages there are."""

from collections.abc import Iterator

from jinja2 import Environment

from generator.model.incident import Incident
from generator.model.page import Page
from generator.render.addresses import (
    ACTORS,
    CODEBOOK,
    HEADLINES,
    HOME,
    INCIDENTS,
    PLACES,
    actor_path,
    incident_path,
    link_to,
    place_path,
)
from generator.render.catalogue import Catalogue, open_catalogue
from generator.render.encoding import front_matter
from generator.render.environment import render_template
from generator.render.phrase import phrase, quoted
from generator.render.site import Site
from generator.render.views.files import FileView, shelf_views
from generator.render.views.headlines import headlines_view
from generator.render.views.incidents import incident_view
from generator.render.views.lists import home_view, incidents_view
from generator.render.views.registers import actor_file_view, country_views, party_groups, place_file_view
from generator.render.views.sources import source_view

_WIDE = ("toc",)
_OWN_LABELS = ("tags",)


def render_pages(site: Site, environment: Environment) -> tuple[Page, ...]:
    """Every page that is made from records, by path; the same site gives the same bytes.

    Raises:
        InvalidTemplate: a template is missing or prints what it must not.
    """
    catalogue = open_catalogue(site)
    pages = [
        _home_page(catalogue, environment),
        *_list_pages(catalogue, environment),
        *_file_pages(catalogue, environment),
        *(_incident_page(catalogue, incident, environment) for incident in catalogue.records),
        *_moved_pages(catalogue, environment),
        *(_source_page(catalogue, key, environment) for key in sorted(catalogue.sources)),
    ]
    if site.codebook is not None:
        pages.append(Page(CODEBOOK, site.codebook))
    return tuple(sorted(pages, key=lambda page: page.path))


def _home_page(catalogue: Catalogue, environment: Environment) -> Page:
    head = front_matter(
        "Latest briefings",
        "News incidents as their sources tell them: every figure with its speaker, every claim with its sentence.",
        hide=_WIDE,
        searchable=False,
    )
    return Page(HOME, head + render_template(environment, "home.md.jinja", view=home_view(catalogue)))


def _list_pages(catalogue: Catalogue, environment: Environment) -> Iterator[Page]:
    about_incidents = "All incidents of this briefing, by month."
    about_headlines = "Every related headline that a document carried, and what covers it."
    about_places = "Every place that an incident names, with the incidents that name it."
    about_actors = "Every person, force, group and office that an incident names."
    for path, template, title, description, view in (
        (INCIDENTS, "incidents.md.jinja", "Incidents", about_incidents, incidents_view(catalogue)),
        (HEADLINES, "headlines.md.jinja", "Related headlines", about_headlines, headlines_view(catalogue)),
        (PLACES, "places.md.jinja", "Places", about_places, country_views(catalogue)),
        (ACTORS, "actors.md.jinja", "Actors", about_actors, party_groups(catalogue)),
    ):
        head = front_matter(title, description, hide=_WIDE, searchable=False)
        yield Page(path, head + render_template(environment, template, view=view))


def _file_pages(catalogue: Catalogue, environment: Environment) -> Iterator[Page]:
    """A page for each place, named party, kind of event, month and standing."""
    registers = catalogue.registers
    views: list[tuple[str, FileView]] = [
        *((place_path(*each.key), place_file_view(catalogue, each)) for each in registers.place_files),
        *((actor_path(*each.key), actor_file_view(catalogue, each)) for each in registers.actor_files if each.has_page),
        *shelf_views(catalogue),
    ]
    for path, view in views:
        found = path.startswith(("places/", "actors/"))
        head = front_matter(view.title, view.description, hide=_WIDE, searchable=found)
        yield Page(path, head + render_template(environment, "file.md.jinja", view=view))


def _incident_page(catalogue: Catalogue, incident: Incident, environment: Environment) -> Page:
    view = incident_view(catalogue, incident)
    searchable = not (incident.status and incident.status.merged_into)
    head = front_matter(view.title, view.description, tags=incident.types, hide=_OWN_LABELS, searchable=searchable)
    return Page(incident_path(incident.id), head + render_template(environment, "incident.md.jinja", view=view))


def _moved_pages(catalogue: Catalogue, environment: Environment) -> Iterator[Page]:
    """A page at each earlier id of a record, leading to its present one."""
    present = {incident.id for incident in catalogue.records}
    for alias, incident in catalogue.incidents.items():
        if alias in present:
            continue
        path = incident_path(alias)
        href = link_to(incident_path(incident.id), seen_from=path)
        target = phrase(quoted(incident.title.text, href=href))
        head = front_matter("Moved", "This page has a new address.", searchable=False)
        yield Page(path, head + render_template(environment, "moved.md.jinja", target=target))


def _source_page(catalogue: Catalogue, key: tuple[str, str], environment: Environment) -> Page:
    view = source_view(catalogue, key)
    title = f"Source: {view.name}"
    description = "A source document word for word, with every quoted span marked."
    head = front_matter(title, description, hide=_WIDE, searchable=False)
    return Page(catalogue.sources[key], head + render_template(environment, "source.md.jinja", view=view))
