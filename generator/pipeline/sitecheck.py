"""A site that was built before, looked at again."""

from pathlib import Path

from generator.errors import BriefingError
from generator.model.finding import Finding
from generator.publish.clean import learn_clean_scripts
from generator.publish.gate import HOME, check_site
from generator.read.files import read_folder
from generator.render.catalogue import open_catalogue
from generator.render.site import Site
from generator.render.verbatim import find_words
from generator.settings import Workspace
from generator.store.repository import read_records


def check_built_site(workspace: Workspace, html: Path) -> tuple[Finding, ...]:
    """Everything that `briefing check --site` reports of a built site, by file and line.

    What pages may run is learned from a clean build, and what they have to show from the records as they stand now.

    Args:
        workspace: whose settings and records the site was built from.
        html: folder of the site, or of the one in an unpacked bundle.

    Raises:
        BriefingError: there is no site in the folder, or the site engine does not take the settings.
    """
    if not (html / HOME).is_file():
        raise BriefingError(f"{html}: expected a built site with {HOME}, found none; build it, or name its folder")
    documents, _ = read_folder(workspace.seeds)
    records, _ = read_records(workspace)
    site = Site(
        tuple(record.incident for record in records),
        documents={(document.file, document.sha256): document for document in documents},
    )
    scripts = learn_clean_scripts(workspace.site, html)
    words = find_words(open_catalogue(site))
    return check_site(html, scripts=scripts, name=workspace.name(html.resolve()), words=words)
