"""How long whole builds take, beside the site engine alone: ``python tests/bench/bench_site.py [N ...]``.

For each number of stories: a cold build, one where nothing has changed, one after a person edited one record of all,
and the plain engine on the pages that the build wrote. Printed are processor seconds of this process and its children,
which a busy machine does not change much, and in brackets seconds on the wall. Asserts nothing.
"""

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from corpus import write_corpus

from generator.pipeline.build import Built, Run, build_site
from generator.pipeline.stages import Stages, Unwatched
from generator.publish.mkdocs import run_engine
from generator.settings import EPOCH, Workspace

CHECKOUT = Path(__file__).parents[2]
SIZES = (100, 1000)
RUN = Run(date(2026, 6, 1), EPOCH)


def make_workspace(root: Path, stories: int) -> Workspace:
    """A workspace as `briefing init` makes one, with so many documents."""
    for folder in ("templates", "site/overrides", "site/docs/about", "site/docs/assets"):
        shutil.copytree(CHECKOUT / folder, root / folder, ignore=shutil.ignore_patterns("codebook.md", "search"))
    shutil.copy(CHECKOUT / "site/mkdocs.yml", root / "site/mkdocs.yml")
    (root / "content").mkdir()
    shutil.copy(CHECKOUT / "content/codebook.md", root / "content/codebook.md")
    write_corpus(root / "seeds", stories)
    return Workspace(root)


def processor() -> float:
    """Seconds that this process and those that it waited for have taken."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def measured(name: str, work: Callable[[], object], whole: float = 0.0) -> float:
    """Do the work and print a row; returns its processor seconds."""
    wall, begun = time.perf_counter(), processor()
    result = work()
    took = processor() - begun
    share = f"{took / whole:6.0%} of cold" if whole else ""
    print(f"  {name:22} {took:8.1f} s  ({time.perf_counter() - wall:6.1f} s)  {share}", flush=True)
    if isinstance(result, Built):
        steps = (*result.seconds[:-1], *result.published.seconds)
        print("   ", ", ".join(f"{step} {seconds:.1f}" for step, seconds in steps), flush=True)
    return took


def edit_one(workspace: Workspace) -> None:
    """Give one record another title, as an editor would."""
    path = min(workspace.incidents.glob("*.yml"))
    lines = path.read_text("utf-8").splitlines()
    titled = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    lines[titled] = 'title: {text: "A title that an editor wrote", origin: edited}'
    path.write_text("\n".join(lines) + "\n", "utf-8")


def bench(stories: int, root: Path) -> None:
    """Print the table of one size."""
    workspace = make_workspace(root, stories)
    print(f"{stories:,} stories; processor seconds (wall)")

    def build() -> Built:
        return build_site(workspace, RUN, Stages(Unwatched(), time.process_time))

    cold = measured("cold", build)
    measured("unchanged", build, cold)
    edit_one(workspace)
    measured("one record changed", build, cold)
    plain = root / "plain"
    plain.mkdir()
    measured("the engine alone", lambda: run_engine(workspace.site, plain, epoch=EPOCH, report=print), cold)
    pages = sum(1 for _ in (workspace.site / "html").rglob("*.html"))
    size = sum(path.stat().st_size for path in (workspace.site / "html").rglob("*") if path.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {pages:,} pages, {size / 1e6:,.0f} MB; memory {memory} MB")


if __name__ == "__main__":
    for count in [int(each) for each in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bench(count, Path(folder) / "workspace")
