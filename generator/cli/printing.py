"""Everything that commands print, as lines."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.finding import Finding, Severity
from generator.model.span import Span
from generator.pipeline.batch import answer_fields
from generator.pipeline.explanation import Explanation, explain_records
from generator.pipeline.extraction import Extraction
from generator.store.record import record_of

if TYPE_CHECKING:
    from generator.pipeline.build import Built

_ON, _OFF = "\x1b[1;7m", "\x1b[0m"


def visible(text: str) -> str:
    """The text on one line; signs that a terminal would obey or hide are shown as �."""
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "�" for sign in text)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line each."""
    return (visible(str(finding)) for finding in findings)


def finding_json(finding: Finding) -> str:
    """A finding as a JSON object on one line."""
    return json.dumps(asdict(finding))


def count_line(findings: Sequence[Finding]) -> str:
    """``3 findings: 1 error, 2 notes``."""
    counts = Counter(finding.severity for finding in findings)
    parts = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return counted(len(findings), "finding") + (f": {', '.join(parts)}" if parts else "")


def counted(number: int, noun: str) -> str:
    """``1 page``, ``2 pages``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def build_lines(built: "Built") -> Iterator[str]:
    """What a build did: where both forms lie, counts, times, changes; the changes last."""
    yield f"site       {seen_from_here(built.published.html / 'index.html')}"
    yield f"bundle     {seen_from_here(built.published.bundle)}"
    yield f"documents  {built.documents:,}"
    yield f"incidents  {built.incidents:,}"
    yield f"claims     {built.claims:,}"
    yield f"findings   {count_line(built.findings).replace(' findings', '').replace(' finding', '')}"
    yield f"seconds    {_times(built)}"
    yield change_line(built)


def change_line(built: "Built") -> str:
    """``0 changes``, or how many, and of what."""
    pages = built.published.pages
    parts = [
        (len(built.changed), f"{counted(len(built.changed), 'file')} of content/"),
        (pages.written, f"{counted(pages.written, 'page')} written"),
        (pages.removed, f"{counted(pages.removed, 'page')} removed"),
        (built.published.rebuilt, "site and bundle built anew"),
    ]
    named = ", ".join(text for number, text in parts if number)
    return f"{counted(built.changes, 'change')}: {named or 'records, pages, site and bundle are as they were'}"


def seen_from_here(path: Path) -> str:
    """A path as the user would type it: relative to the current folder where it lies below, else absolute."""
    here = Path.cwd()
    return os.path.relpath(path, here) if path.is_relative_to(here) else str(path)


def record_lines(extraction: Extraction, findings: Sequence[Finding]) -> Iterator[str]:
    """Each record as its canonical YAML file holds it; findings have no place in it."""
    del findings
    for number, assembly in enumerate(extraction.assemblies):
        if number:
            yield "---"
        yield record_of(assembly.incident).removesuffix("\n")


def batch_lines(extraction: Extraction, findings: Sequence[Finding]) -> Iterator[str]:
    """The record as a line of the batch form."""
    yield json.dumps(answer_fields(extraction, findings))


def explanation_lines(extraction: Extraction, *, colour: bool) -> Iterator[str]:
    """Each record with what it rests on as a whole, and each claim with its values, rules, speaker and sentence.

    Args:
        extraction: the document and what was found in it.
        colour: mark the quote by the terminal's inverse video, else by ``>>>`` and ``<<<``.
    """
    marks = (_ON, _OFF) if colour else (">>>", "<<<")
    for number, record in enumerate(explain_records(extraction)):
        if number:
            yield ""
        further = f", further incident {number}" if number else ""
        relevant = "" if record.relevant else ", but no incident"
        yield f"{extraction.document.file}{further}: {counted(len(record.claims), 'claim')}{relevant}"
        yield visible(f"{record.incident.id}  [{', '.join(record.incident.types)}]")
        yield from (f"  {label:<9} {visible(words)}" for label, words in record.head)
        for explanation in record.claims:
            yield ""
            yield from _explained(explanation, extraction.document.text, marks)


def _explained(explanation: Explanation, text: str, marks: tuple[str, str]) -> Iterator[str]:
    claim = explanation.claim
    yield visible(f"{claim.id}  [{claim.kind.value}]" + (f"  {explanation.what}" if explanation.what else ""))
    yield f"  rule      {visible(explanation.rule)}"
    if explanation.reasons:
        yield f"  because   {visible('; '.join(explanation.reasons))}"
    yield f"  speaker   {visible(_speech(explanation))}"
    span, quote = explanation.span, claim.at.span
    inside = Span(max(span.start, min(quote.start, span.end)), min(span.end, max(quote.end, span.start)))
    before, after = Span(span.start, inside.start).of(text), Span(inside.end, span.end).of(text)
    marked = visible(before) + marks[0] + visible(inside.of(text)) + marks[1] + visible(after)
    yield f"  sentence  {explanation.sentence + 1} ({span}): {marked}"
    if not span.covers(quote):
        yield f"  quote     {quote}: {visible(claim.quote)}"


def _speech(explanation: Explanation) -> str:
    said = explanation.claim.said
    parts = [explanation.speaker or "the document itself", said.day, said.via]
    for label, names in (("inferred", said.inferred), ("two readings", said.ambiguous)):
        if names:
            parts.append(f"{label}: {' and '.join(names)}")
    return ", ".join(part for part in parts if part)


def _times(built: "Built") -> str:
    steps = ", ".join(f"{name} {seconds:.2f}" for name, seconds in built.published.seconds)
    stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in built.seconds)
    return f"{stages} ({steps}); all {sum(seconds for _, seconds in built.seconds):.2f}"
