"""How many say the same of an incident, and which documents only print another one again."""

from collections.abc import Iterator

from generator.model.backing import Reprint, Source
from generator.model.claim import Claim
from generator.render.addresses import link_to
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, link, listing, phrase, quoted
from generator.render.words import counted

_SHOWN = 160
"""Code points of a shared sentence that a page shows."""


def backing_remarks(claim: Claim, dossier: Dossier) -> Iterator[Phrase]:
    """``Said independently by 2 sources: A (The Wire) and B (d3)``; nothing where one source alone says it.

    The sources are named at the first claim of those that say the same; the others lead there.
    """
    backing = dossier.catalogue.site.backing.get(dossier.incident.id, {}).get(claim.id)
    if backing is None or len(backing.sources) < 2:
        return
    first = next((each for each in backing.claims if each in dossier.claims), claim.id)
    if first != claim.id:
        told = link(f"{counted(len(backing.sources), 'source')} named at the first", dossier.claim_href(first))
        yield phrase("Said independently by ", told, ".")
        return
    named = listing(_source(each, dossier) for each in backing.sources)
    yield phrase(f"Said independently by {counted(len(backing.sources), 'source')}: ", named, ".")


def _source(source: Source, dossier: Dossier) -> Phrase:
    """A speaker, or the publisher of a document that says it in its own voice, with the documents."""
    said = dossier.actor(source.speaker) if source.speaker else phrase(quoted(source.publisher or ""))
    documents = listing(_document(each, dossier) for each in source.documents)
    return phrase(said, " (", documents, ")") if said else documents


def _document(identifier: str, dossier: Dossier) -> Phrase:
    document = dossier.documents.get(identifier)
    if document is None:
        return phrase(quoted(identifier))
    path = dossier.catalogue.sources[document.file, document.sha256]
    return phrase(quoted(document.publisher or document.file, href=link_to(path, seen_from=dossier.page)))


def reprint_words(reprint: Reprint, dossier: Dossier) -> Phrase:
    """``Prints The Wire again: 7 sentences are the same, the first “…”. It is not counted as a source of its own``."""
    first = reprint.sentences[0] if reprint.sentences else ""
    shown = first if len(first) <= _SHOWN else first[: _SHOWN - 1].rstrip() + "…"
    verb = "is" if len(reprint.sentences) == 1 else "are"
    return phrase(
        "Prints ",
        _document(reprint.of, dossier),
        f" again: {counted(len(reprint.sentences), 'sentence')} {verb} the same, the first “",
        quoted(shown),
        "”. It does not count as a source of its own.",
    )
