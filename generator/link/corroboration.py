"""Who says the same of an incident independently, and which documents only print again what another one said first.

Counted are speakers and publishers, never documents: a wire that five papers print is one source. Two claims say the
same where their values are equal; a count with a bound is another statement than the bare count.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.link.features import normalise_headline
from generator.model.backing import Backing, Reprint, Source
from generator.model.claim import Claim, Damage, Event, Party, Toll
from generator.model.incident import Incident, SourceDocument
from generator.model.vocabulary import Category

SENTENCE_WORDS = 8
"""Shorter sentences are said twice by chance."""

REPRINT_SHARE = 0.6
"""Part of the longer sentences of the shorter of two documents that both hold, from which one reprints the other."""

_DOCUMENT = "document"


def find_reprints(incident: Incident, texts: Mapping[str, Sequence[str]]) -> tuple[Reprint, ...]:
    """The documents of an incident that reprint an earlier one as a whole, in the order of their days.

    Args:
        incident: the record.
        texts: document id -> sentences of its story, as written.
    """
    return _Press(incident, texts).reprints


def find_backing(incident: Incident, texts: Mapping[str, Sequence[str]]) -> Mapping[str, Backing]:
    """Claim id -> what stands behind it, for each claim of a record that draws on several documents.

    Args:
        incident: the record.
        texts: document id -> sentences of its story, as written.
    """
    if len(incident.documents) < 2:
        return {}
    press = _Press(incident, texts)
    groups: dict[object, list[Claim]] = {}
    for claim in incident.claims:
        groups.setdefault(_meaning(claim), []).append(claim)
    return {claim.id: backing for group in groups.values() for backing in (_backing(group, press),) for claim in group}


class _Press:
    """The documents of an incident by who printed what first."""

    def __init__(self, incident: Incident, texts: Mapping[str, Sequence[str]]) -> None:
        gone = {each.replaces for each in incident.documents}
        living = [each for each in incident.documents if each.id not in gone]
        self.documents = {each.id: each for each in sorted(living, key=_order)}
        self.texts = {name: dict(_long(texts.get(name, ()))) for name in self.documents}
        self.holders: dict[str, list[str]] = {}
        for name, sentences in self.texts.items():
            for folded in sentences:
                self.holders.setdefault(folded, []).append(name)
        self.reprints = tuple(self._reprints())
        self.origins = {each.document: each for each in self.reprints}

    def _reprints(self) -> Iterator[Reprint]:
        for name, sentences in self.texts.items():
            shared: dict[str, list[str]] = {}
            for folded in sentences:
                for other in self.holders[folded]:
                    if other == name:
                        break
                    shared.setdefault(other, []).append(sentences[folded])
            for other, both in shared.items():
                if len(both) >= REPRINT_SHARE * min(len(sentences), len(self.texts[other])):
                    yield Reprint(name, other, tuple(both))
                    break

    def again(self, document: str, quote: str) -> Reprint | None:
        """Whose words a quote of a document is, where an earlier document has its sentence or all of it."""
        if document in self.origins:
            return self.origins[document]
        folded = normalise_headline(quote)
        for sentence, written in self.texts.get(document, {}).items():
            first = self.holders[sentence][0]
            if folded in sentence and first != document:
                return Reprint(document, first, (written,))
        return None

    def carriers(self, quote: str) -> Iterator[str]:
        """Documents that hold the sentence of a quote."""
        folded = normalise_headline(quote)
        for name, sentences in self.texts.items():
            if any(folded in sentence for sentence in sentences):
                yield name


def _order(document: SourceDocument) -> tuple[str, int]:
    return (str(document.published or "9999"), int(document.id[1:]))


def _long(sentences: Iterable[str]) -> Iterator[tuple[str, str]]:
    for sentence in sentences:
        folded = normalise_headline(sentence)
        if folded.count(" ") >= SENTENCE_WORDS - 1:
            yield folded, sentence


def _meaning(claim: Claim) -> object:
    """What a claim says, whoever says it and in whatever words; itself where only its words tell."""
    what = claim.what
    scope = normalise_headline(claim.scope.text) if claim.scope else None
    if isinstance(what, Toll):
        category = what.category if what.category is not Category.CIVILIANS else Category.UNSPECIFIED
        return claim.kind, replace(what, who=None, by=None, category=category), scope
    if isinstance(what, Event):
        return claim.kind, what.type, what.stage
    if isinstance(what, Party) and what.who:
        return claim.kind, tuple(sorted(what.who))
    if isinstance(what, Damage):
        return claim.kind, replace(what, of=normalise_headline(what.of)), scope
    return claim.id


def _backing(claims: Sequence[Claim], press: _Press) -> Backing:
    """The sources of claims that say the same, known by their speakers; a document's own voice by its publisher."""
    found: dict[tuple[str | None, str | None], list[str]] = {}
    again: dict[str, Reprint] = {}
    for claim in claims:
        for name in dict.fromkeys((claim.at.document, *press.carriers(claim.quote))):
            if name not in press.documents:
                continue
            copied = press.again(name, claim.quote)
            if copied is not None:
                again.setdefault(name, copied)
                continue
            publisher = press.documents[name].publisher
            own = (None, publisher and normalise_headline(publisher))
            key = own if claim.said.by == _DOCUMENT else (claim.said.by, None)
            found.setdefault(key, []).append(name)
    place = {name: number for number, name in enumerate(press.documents)}
    sources = []
    for (speaker, printer), names in found.items():
        documents = tuple(sorted(set(names), key=place.__getitem__))
        publisher = press.documents[documents[0]].publisher if printer else None
        sources.append(Source(speaker, publisher, documents))
    sources.sort(key=lambda each: (place[each.documents[0]], each.speaker or ""))
    counted = {name for each in sources for name in each.documents}
    left = tuple(again[name] for name in sorted(again, key=place.__getitem__) if name not in counted)
    return Backing(tuple(each.id for each in claims), tuple(sources), left)
