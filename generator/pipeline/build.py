"""The main job: documents, records, checks, pages, site."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.index.shards import build_index
from generator.lexicon.chains import read_chains
from generator.lexicon.lexicon import load_lexicon
from generator.link.headlines import link_headlines
from generator.link.index import index_headlines
from generator.link.relations import find_ties
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.page import Page
from generator.model.values import value
from generator.pipeline.checking import Checked, check_records, sort_findings
from generator.pipeline.headlines import HeadlineReader, without_shadows
from generator.pipeline.particulars import history_of, unsealed_in, with_backing
from generator.pipeline.records import bring_up_to_date
from generator.pipeline.seeds import harvest_documents
from generator.pipeline.stages import Stages
from generator.publish.pictures import can_draw
from generator.publish.site import Published, publish_site
from generator.read.files import read_folder
from generator.read.sitesettings import read_site_settings
from generator.render.environment import open_environment
from generator.render.exports.dress import dress_pages
from generator.render.exports.files import render_exports
from generator.render.pages import render_pages
from generator.render.search import with_hits
from generator.render.site import Site
from generator.settings import SEARCH_PIECES_FROM, Engine, Workspace, builtin_templates
from generator.store.journal import held
from generator.store.wire import as_data


@value
class Run:
    """What a build takes from outside of the workspace.

    Attributes:
        on: day of the run, for the histories.
        epoch: build time in seconds since 1970, for archive members.
        report_url: address that opens a form for reporting an error, or None.
        engine: how pages become HTML.
        pieces_from: number of incidents from which on the search index lies in pieces.
    """

    on: date
    epoch: int
    report_url: str | None = None
    engine: Engine = Engine.STAMPED
    pieces_from: int = SEARCH_PIECES_FROM


@value
class Built:
    """What a build did.

    Attributes:
        documents: how many were read.
        incidents: how many records there are.
        claims: how many they hold.
        findings: by file, line and column.
        changed: record files that changed, relative to the workspace.
        published: the site and its bundle.
        seconds: wall time of each stage, in order.
    """

    documents: int
    incidents: int
    claims: int
    findings: tuple[Finding, ...]
    changed: tuple[str, ...]
    published: Published
    seconds: tuple[tuple[str, float], ...]

    @property
    def changes(self) -> int:
        """Record files and pages that are other than before; a site built anew counts as one."""
        pages = self.published.pages
        return len(self.changed) + pages.written + pages.removed + self.published.rebuilt


def build_site(workspace: Workspace, run: Run, stages: Stages) -> Built:
    """Bring records and site up to date with the documents and with what people edited.

    A document or record that cannot be used is a finding, and the rest goes on.

    Raises:
        BriefingError: the workspace is held by another run, the disk refused, a template is broken, or the site did
            not pass the gate; what stood there before is whole.
    """
    with held(workspace.content):
        return _build(workspace, run, stages)


def _build(workspace: Workspace, run: Run, stages: Stages) -> Built:
    with stages.stage("read"):
        lexicon = load_lexicon()
        documents, unread = read_folder(workspace.seeds)
    harvest = harvest_documents(documents, lexicon, stages, folder=workspace.seeds.name)
    headlines = HeadlineReader(lexicon, harvest.stories)
    with stages.stage("records"):
        update = bring_up_to_date(workspace, harvest, headlines, on=run.on)
    with stages.stage("check"):
        checked = check_records(workspace, documents)
    with stages.stage("render"):
        site = _gather(workspace, checked, documents, headlines, run)
        ties = find_ties(site.incidents, harvest.stories, read_chains(), lexicon.threads)
        whole = with_backing(replace(site, ties=ties), harvest.stories)
        pages = _render(workspace, whole, pieces_from=run.pieces_from)
    with stages.stage("publish") as watcher:
        published = publish_site(
            workspace, pages, epoch=run.epoch, report=watcher.say, engine=run.engine, clock=stages.clock
        )
    findings = (
        *unread,
        *harvest.findings,
        *update.findings,
        *checked.findings,
        *published.findings,
    )
    return Built(
        documents=len(documents),
        incidents=len(checked.records),
        claims=sum(len(record.incident.claims) for record in checked.records),
        findings=sort_findings(findings),
        changed=update.changed,
        published=published,
        seconds=stages.seconds,
    )


def _gather(
    workspace: Workspace, checked: Checked, documents: Sequence[Document], headlines: HeadlineReader, run: Run
) -> Site:
    """Everything that the pages are made from.

    Headlines that an edited or hand-written record leaves open are linked here, for the pages alone.
    """
    stored = [record.incident for record in checked.records]
    mentions = headlines.read(stored)
    linked = {
        each.id: each
        for each in link_headlines(without_shadows(stored), mentions, headlines.threads, headlines.stories)
    }
    incidents = tuple(linked.get(each.id, each) for each in stored)
    settings = read_site_settings(workspace.site / "mkdocs.yml")
    return Site(
        incidents=incidents,
        documents={(document.file, document.sha256): document for document in documents},
        headlines=index_headlines(incidents, mentions),
        history={each.id: history_of(workspace, each) for each in incidents},
        codebook=_text(workspace.content / "codebook.md"),
        countries=load_lexicon().places.country_names,
        report_url=run.report_url,
        address=settings.address,
        draws=can_draw(),
        name=settings.name or "Briefing",
        plain={each.id: as_data(each) for each in incidents},
        unsealed={each.id: unsealed_in(each) for each in incidents},
    )


def _render(workspace: Workspace, site: Site, *, pieces_from: int) -> tuple[Page, ...]:
    pages = render_pages(site, open_environment((workspace.templates, builtin_templates())))
    found = with_hits(dress_pages(pages, site), site)
    index = build_index(found) if len(site.incidents) >= pieces_from else ()
    return (*found, *render_exports(site), *index)


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
