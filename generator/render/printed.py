"""One incident for paper, for a reader who has nothing else of the site."""

from jinja2 import Environment, TemplateNotFound

from generator.errors import InvalidTemplate
from generator.model.incident import Incident
from generator.model.values import value
from generator.render.catalogue import open_catalogue
from generator.render.environment import render_template
from generator.render.site import Site
from generator.render.views.printed import print_view

_STYLE = "print.css"


@value
class Sheet:
    """What a self-contained page is put together from.

    Attributes:
        title: plain text.
        style: its style sheet.
        body: HTML of its body, every value in it encoded.
    """

    title: str
    style: str
    body: str


def render_paper(site: Site, incident: Incident, environment: Environment) -> Sheet:
    """An incident with its quotes as notes.

    Args:
        site: what is known about the incident; it needs to hold no other.
        incident: the record.
        environment: where the template and the style sheet are; the workspace's own win over the built-in ones.

    Raises:
        InvalidTemplate: one of them is missing, or prints what it must not.
    """
    view = print_view(open_catalogue(site), incident)
    body = render_template(environment, "print.html.jinja", view=view, site=site.name)
    return Sheet(f"{incident.title.text} - {site.name}", _read_style(environment), body)


def _read_style(environment: Environment) -> str:
    assert environment.loader is not None
    try:
        style, _, _ = environment.loader.get_source(environment, _STYLE)
    except TemplateNotFound as error:
        raise InvalidTemplate(f"{_STYLE}: expected a style sheet of this name, found none in any folder") from error
    if "<" in style:
        raise InvalidTemplate(f"{_STYLE}: expected a style sheet without '<', which could end it early, found one")
    return style
