"""`briefing check` in each of its forms."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.cli.annotations import SUMMARY_BYTES, annotation_lines, step_summary
from generator.cli.printing import count_line, finding_json, finding_lines
from generator.cli.sarif import sarif_text
from generator.model.finding import Finding
from generator.settings import Workspace

_SUMMARY = "GITHUB_STEP_SUMMARY"
_CHECKOUT = "GITHUB_WORKSPACE"


def _text(findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    del prefix
    yield from finding_lines(findings)
    yield count_line(findings)


def _json(findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    del prefix
    return map(finding_json, findings)


def _github(findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    return annotation_lines(findings, prefix=prefix)


def _sarif(findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    yield sarif_text(findings, prefix=prefix)


FORMS: Mapping[str, Callable[[Sequence[Finding], str], Iterator[str]]] = {
    "text": _text,
    "github": _github,
    "json": _json,
    "sarif": _sarif,
}
"""Form -> how it prints findings; files are named from the workspace, for a forge from the top of the checkout."""


def report_lines(form: str, findings: Sequence[Finding], workspace: Workspace) -> Iterator[str]:
    """The findings in one of the forms."""
    return FORMS[form](findings, _prefix(workspace))


def append_summary(findings: Sequence[Finding]) -> None:
    """Add all findings to the summary of the running step, where there is one; a summary that is full stays as it is.

    Raises:
        OSError: the file that the runner names cannot be written.
    """
    name = os.environ.get(_SUMMARY)
    if not name:
        return
    path = Path(name)
    taken = path.stat().st_size if path.exists() else 0
    with path.open("ab") as summary:
        summary.write(step_summary(findings, room=SUMMARY_BYTES - taken).encode("utf-8", "replace"))


def _prefix(workspace: Workspace) -> str:
    """Way from the checkout, or from the current folder, to the workspace, with a slash at its end."""
    top = Path(os.environ.get(_CHECKOUT) or Path.cwd()).resolve()
    inside = workspace.root.is_relative_to(top) and workspace.root != top
    return f"{workspace.root.relative_to(top).as_posix()}/" if inside else ""
