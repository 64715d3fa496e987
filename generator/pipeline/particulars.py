"""What a page tells of an incident besides its record: its history, broken seals, what stands behind its claims."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from generator.link.corroboration import find_backing, find_reprints
from generator.model.incident import Incident
from generator.model.story import Story
from generator.render.site import HistoryLine, Site
from generator.settings import Workspace
from generator.store.repository import read_history
from generator.store.seals import is_broken


def history_of(workspace: Workspace, incident: Incident) -> tuple[HistoryLine, ...]:
    """The lines of the incident's history, oldest first."""
    return tuple(asdict(change) for change in read_history(workspace, incident.id)[0])


def unsealed_in(incident: Incident) -> frozenset[str]:
    """Ids of the claims that are other than they were when an editor accepted them."""
    return frozenset(claim.id for claim in incident.claims if is_broken(claim))


def with_backing(site: Site, stories: Mapping[str, Story]) -> Site:
    """The site with what stands behind the claims of incidents that several documents tell.

    Args:
        site: with its incidents.
        stories: words of their documents, by sha256; one that is missing backs nothing.
    """
    texts = {
        each.id: {
            document.id: stories[document.sha256].sentences for document in each.documents if document.sha256 in stories
        }
        for each in site.incidents
        if len(each.documents) > 1
    }
    several = [each for each in site.incidents if each.id in texts]
    return replace(
        site,
        backing={each.id: find_backing(each, texts[each.id]) for each in several},
        reprints={each.id: find_reprints(each, texts[each.id]) for each in several},
    )
