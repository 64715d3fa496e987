"""A workspace's documents, read and turned into incidents; one bad document keeps no other from its record."""

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.values import value
from generator.pipeline.extraction import Extraction, extract_document, omissions, story_of
from generator.pipeline.stages import Stages

_PACKAGE = Path(__file__).parents[1]
_SAID = 300


@value
class Harvest:
    """What the documents gave.

    Attributes:
        incidents: one for each incident that a document tells of.
        findings: documents that tell of none, as notes, and those on which the program failed.
        stories: sha256 of a document that tells of one -> its words.
    """

    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]
    stories: Mapping[str, Story] = field(default_factory=dict)


def harvest_documents(documents: Sequence[Document], lexicon: Lexicon, stages: Stages, *, folder: str) -> Harvest:
    """The incidents of all documents.

    Args:
        documents: as read.
        lexicon: what the finders know.
        stages: for the time and the progress.
        folder: what findings put before a document's name.
    """
    incidents: list[Incident] = []
    findings: list[Finding] = []
    stories: dict[str, Story] = {}
    with stages.stage("extract", len(documents)) as watcher:
        for document in documents:
            name = f"{folder}/{document.file}"
            result = try_extract(document, lexicon, name=name)
            if isinstance(result, Finding):
                findings.append(result)
            elif result.assembly.relevant:
                incidents += [assembly.incident for assembly in result.assemblies]
                stories[document.sha256] = story_of(result)
            else:
                findings.append(_no_incident(name, result))
            if not isinstance(result, Finding):
                findings += omissions(result, name)
            watcher.advance()
    return Harvest(tuple(incidents), tuple(findings), stories)


def try_extract(document: Document, lexicon: Lexicon, *, name: str) -> Extraction | Finding:
    """What a document says; where the program fails on it, that as a finding, so that the run goes on."""
    try:
        return extract_document(document, lexicon)
    except Exception as error:
        return Finding(
            name,
            "extraction-failed",
            expected="a document that the program can read to its end",
            found=describe_failure(error),
            hint="this is a fault of the program, please report it with the document",
        )


def describe_failure(error: Exception) -> str:
    """An unforeseen error in one line, with the place in the program where it arose."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:_SAID]
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno) for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not places:
        return said
    path, line = places[-1]
    return f"{said} ({path.relative_to(_PACKAGE.parent).as_posix()}:{line})"


def _no_incident(name: str, extraction: Extraction) -> Finding:
    types = ", ".join(extraction.assembly.incident.types)
    return Finding(
        name,
        "no-incident",
        expected="a story that tells of an incident",
        found=f"one about {types}",
        hint="it gets no record and no page",
        severity=Severity.NOTE,
    )
