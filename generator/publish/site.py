"""Pages become a site and an offline bundle: the one door of this room."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import BuildFailed
from generator.model.finding import Finding, Severity
from generator.model.page import Page
from generator.model.values import value
from generator.publish.bundle import FOLDER, write_bundle
from generator.publish.gate import check_site
from generator.publish.mkdocs import run_engine
from generator.publish.pictures import draw_pictures
from generator.publish.policy import apply_policy
from generator.publish.search import SHARDS, add_search, write_index
from generator.publish.shell import Shell, prepare_shell, stamp_pages
from generator.publish.sitemap import write_sitemap
from generator.publish.stage import recover, swap_in, tidy
from generator.publish.stamp import Stamp, digest_inputs, digest_outputs, read_stamp, write_stamp
from generator.publish.tree import TreeChanges, write_tree
from generator.settings import Engine, Workspace

Report = Callable[[str], None]


@value
class Published:
    """What a build left behind.

    Attributes:
        html: folder of the site, for a server or a double click on its index.html.
        bundle: the offline archive.
        pages: what happened to the generated pages.
        rebuilt: False where nothing that goes into the site had changed, and it was left as it was.
        findings: what the gate noted, no errors among them.
        seconds: wall time of each step, in the order of the steps.
    """

    html: Path
    bundle: Path
    pages: TreeChanges
    rebuilt: bool
    findings: tuple[Finding, ...]
    seconds: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class _Steps:
    """The steps of a build, announced as they begin and timed."""

    report: Report
    clock: Callable[[], float]
    begun: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, step: str) -> None:
        self.begun.append((step, self.clock()))
        self.report(step)

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        ends = [*(start for _, start in self.begun[1:]), self.clock()]
        return tuple((step, end - start) for (step, start), end in zip(self.begun, ends, strict=True))


def publish_site(
    workspace: Workspace,
    pages: tuple[Page, ...],
    *,
    epoch: int,
    report: Report,
    engine: Engine = Engine.STAMPED,
    clock: Callable[[], float] = time.perf_counter,
) -> Published:
    """Write the pages, build the site, look at every file of it, and pack the bundle.

    The site is built aside and changes place with the old one when it has passed the gate, so that a build which
    fails or is interrupted leaves the old site whole. Where nothing has changed since the last build, nothing is done.
    The caller holds the workspace's lock.

    Args:
        workspace: whose ``site`` folder holds the engine's settings.
        pages: all generated pages.
        epoch: build time in seconds since 1970, for archive members.
        report: takes the name of each step as it begins, and each complaint of a build that fails, as one line.
        engine: how pages become HTML.
        clock: seconds, for the time of each step.

    Raises:
        BuildFailed: a page path, the engine or the gate refused, or the disk did; one line that says where.
    """
    try:
        return _publish(workspace, pages, epoch=epoch, engine=engine, steps=_Steps(report, clock))
    except OSError as error:
        place = workspace.name(Path(str(error.filename))) if error.filename else workspace.name(workspace.site)
        raise BuildFailed(f"{place}: expected to read or write it, found: {error.strerror or error}") from error


def _publish(workspace: Workspace, pages: tuple[Page, ...], *, epoch: int, engine: Engine, steps: _Steps) -> Published:
    site = workspace.site
    html, bundle, stage = site / "html", site / "bundle" / f"{FOLDER}.zip", site / ".stage"
    recover(html, stage / "old")
    steps.begin("pages")
    changes = write_tree(site / "docs", pages)
    inputs = digest_inputs(site, epoch=epoch, engine=engine)
    last = read_stamp(stage / "stamp.json")
    rebuild = last is None or (last.inputs, last.outputs) != (inputs, digest_outputs((html, bundle)))
    if rebuild or last is None:
        shutil.rmtree(stage / "html", ignore_errors=True)
        (stage / "html").mkdir(parents=True)
        steps.begin("engine")
        small = prepare_shell(site, pages, stage / "shell") if engine is Engine.STAMPED else None
        run_engine(small.site if small else site, stage / "html", epoch=epoch, report=steps.report)
        findings = _finish(workspace, stage / "html", pages, small, steps)
        shutil.rmtree(stage / "shell", ignore_errors=True)
        swap_in(stage / "html", html, stage / "old")
        steps.begin("bundle")
        write_bundle(html, bundle, epoch=epoch)
        last = Stamp(inputs, digest_outputs((html, bundle)), findings)
        write_stamp(stage / "stamp.json", last)
    return Published(html, bundle, changes, rebuild, last.findings, steps.seconds)


def _finish(
    workspace: Workspace, staged: Path, pages: tuple[Page, ...], small: Shell | None, steps: _Steps
) -> tuple[Finding, ...]:
    """Make what the engine built into the whole site; returns what the gate noted."""
    tidy(staged)
    scripts = apply_policy(staged)
    if any(page.path == SHARDS for page in pages):
        add_search(staged)
    if small:
        steps.begin("stamp")
        stamp_pages(small, staged)
    write_index(staged, pages)
    write_sitemap(staged, {page.built: page.changed for page in pages if page.changed})
    draw_pictures([page.card for page in pages if page.card], staged, staged.parent / "pictures")
    steps.begin("gate")
    words = {page.built: page.words for page in pages if page.words}
    findings = check_site(staged, scripts=scripts, name=workspace.name(workspace.site / "html"), words=words)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for error in errors:
        steps.report(str(error))
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise BuildFailed(f"the built site did not pass the gate: {errors[0]}{more}")
    return findings
