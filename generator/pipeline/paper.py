"""One incident as a file of its own: for a printer, a letter, or a desk without the site."""

from collections.abc import Iterator
from pathlib import Path

from generator.errors import UnreadableDocument
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.finding import Finding
from generator.model.incident import Incident
from generator.model.story import Story
from generator.pipeline.editing import find_record
from generator.pipeline.extraction import story_of
from generator.pipeline.particulars import history_of, unsealed_in, with_backing
from generator.pipeline.seeds import try_extract
from generator.publish.atomic import replace_file
from generator.publish.pdf import find_browser, print_pdf
from generator.publish.standalone import write_standalone
from generator.read.files import read_file
from generator.read.sitesettings import read_site_settings
from generator.render.environment import open_environment
from generator.render.printed import render_paper
from generator.render.site import Site
from generator.settings import Workspace, builtin_templates
from generator.store.repository import read_records


def write_paper(workspace: Workspace, name: str, *, epoch: int | None = None) -> tuple[Path, ...]:
    """Write an incident, as its record stands, beside the bundle; nothing is built and no record is changed.

    Args:
        workspace: where the records lie.
        name: id of the record, an earlier id of it, or the beginning of an id that no other has.
        epoch: day of a PDF to write too, in seconds since 1970; None writes none.

    Returns:
        The HTML file, and the PDF where one is wanted.

    Raises:
        BriefingError: there is no such record, a template is broken, or no browser printed the PDF; then nothing was
            written.
        OSError: a file cannot be written.
    """
    browser = None if epoch is None else find_browser()
    records, faults = read_records(workspace)
    incident = find_record(records, faults, name).incident
    environment = open_environment((workspace.templates, builtin_templates()))
    sheet = render_paper(_site_of(workspace, incident), incident, environment)
    page = write_standalone(sheet.title, sheet.style, sheet.body)
    files = {f"{incident.id}.html": page.encode("utf-8")}
    if browser is not None and epoch is not None:
        files[f"{incident.id}.pdf"] = print_pdf(page, browser=browser, epoch=epoch)
    folder = workspace.site / "bundle"
    for file, data in files.items():
        replace_file(folder / file, data)
    return tuple(folder / file for file in files)


def _site_of(workspace: Workspace, incident: Incident) -> Site:
    """As much of the site as the incident needs."""
    lexicon = load_lexicon()
    settings = read_site_settings(workspace.site / "mkdocs.yml")
    site = Site(
        incidents=(incident,),
        history={incident.id: history_of(workspace, incident)},
        countries=lexicon.places.country_names,
        address=settings.address,
        name=settings.name or "Briefing",
        unsealed={incident.id: unsealed_in(incident)},
    )
    if len(incident.documents) == 1:
        return site
    return with_backing(site, dict(_stories(workspace, incident, lexicon)))


def _stories(workspace: Workspace, incident: Incident, lexicon: Lexicon) -> Iterator[tuple[str, Story]]:
    """Words of the incident's documents that lie there as they were, by sha256."""
    for document in incident.documents:
        try:
            found = read_file(workspace.seeds / document.file, document.file).document
        except UnreadableDocument:
            continue
        extraction = try_extract(found, lexicon, name=document.file)
        if found.sha256 == document.sha256 and not isinstance(extraction, Finding):
            yield found.sha256, story_of(extraction)
