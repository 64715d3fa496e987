"""Findings as SARIF 2.1.0 (OASIS), the form that code scanning and editors read."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator import __version__
from generator.cli.printing import visible
from generator.model.finding import Finding, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif_text(findings: Sequence[Finding], *, prefix: str = "") -> str:
    """A SARIF log with one run.

    Columns count code points, as findings do. A finding about a file as a whole has no region.

    Args:
        findings: sorted.
        prefix: way from the top of the repository to the workspace, ending in ``/``.
    """
    codes = sorted({finding.code for finding in findings})
    rules = [{"id": code, "shortDescription": {"text": code.replace("-", " ")}} for code in codes]
    run = {
        "tool": {"driver": {"name": "briefing", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), prefix) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _result(finding: Finding, rule: int, prefix: str) -> dict[str, object]:
    hint = f"; {finding.hint}" if finding.hint else ""
    message = visible(f"expected {finding.expected}, found {finding.found}{hint}")
    place: dict[str, object] = {
        "artifactLocation": {"uri": quote(prefix + finding.file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
    }
    if finding.line is not None:
        column = {"startColumn": finding.column} if finding.column is not None else {}
        place["region"] = {"startLine": finding.line, **column}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "properties": {"expected": finding.expected, "found": finding.found, "hint": finding.hint},
    }
