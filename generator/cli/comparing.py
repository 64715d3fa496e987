"""`briefing diff`: the review sheet, to the output and, if wanted, as a whole to a file."""

from pathlib import Path

from generator.pipeline.comparing import compare_versions
from generator.publish.atomic import replace_file
from generator.review.chapters import make_sheet
from generator.review.markdown import render_markdown
from generator.review.plain import render_text
from generator.settings import open_workspace


def review_sheet(folder: Path | None, versions: tuple[str, str | None], form: str, full: Path | None) -> str:
    """The sheet in the form asked for; Markdown is cut to what a comment may hold.

    Args:
        folder: where the workspace is, if that was said.
        versions: commit before, commit after or None for the files as they lie there.
        form: ``markdown`` or ``text``.
        full: a file that gets the whole sheet, or None.

    Raises:
        BriefingError: no workspace, no repository, or no such commit.
        OSError: the file cannot be written.
    """
    sheet = make_sheet(compare_versions(open_workspace(folder or Path.cwd()), *versions))
    if full is not None:
        whole = render_markdown(sheet, limit=None) if form == "markdown" else render_text(sheet)
        replace_file(full, whole.encode("utf-8", "replace"))
    if form == "text":
        return render_text(sheet)
    return render_markdown(sheet, rest=_whereabouts(full))


def _whereabouts(full: Path | None) -> str:
    return f"the whole is in {full.name}, on a forge among the artifacts of the run" if full else ""
