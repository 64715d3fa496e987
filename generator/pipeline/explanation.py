"""Why a record says what it says: its head, and each claim with its rules, its speaker and its sentence."""

from collections.abc import Iterable

from generator.assemble.incident import Assembly
from generator.model.claim import Claim
from generator.model.incident import Incident
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.pipeline.extraction import Extraction
from generator.store.wireclaim import claim_data

_WEIGHTS = "weights.yml"
_APART = "apart.yml"
_TYPES = 3
"""Types whose scores are told."""
_PARTS = 5
"""Parts of the score for relevance that are told."""


@value
class Explanation:
    """One claim and where it comes from.

    Attributes:
        claim: the claim.
        rule: name of the rule that fired.
        what: its values as the record writes them (``killed: 145``), or empty.
        speaker: name of the speaker, or empty for the document's own voice.
        sentence: number of the sentence, 0-based.
        span: the sentence, code points of the document.
        reasons: ``value: rule (file of the lexicon)`` for each value.
    """

    claim: Claim
    rule: str
    what: str
    speaker: str
    sentence: int
    span: Span
    reasons: tuple[str, ...] = ()


@value
class RecordExplanation:
    """One record of a document and where it comes from.

    Attributes:
        incident: the record.
        relevant: whether it tells of an incident.
        head: label -> what it rests on, for the record as a whole.
        claims: every claim, in the record's order.
    """

    incident: Incident
    relevant: bool
    head: tuple[tuple[str, str], ...]
    claims: tuple[Explanation, ...]


def explain_records(extraction: Extraction) -> tuple[RecordExplanation, ...]:
    """Every record of a document, the main one first."""
    return tuple(
        RecordExplanation(
            assembly.incident, assembly.relevant, tuple(_head(assembly)), _explain_claims(extraction, assembly)
        )
        for assembly in extraction.assemblies
    )


def explain_claims(extraction: Extraction) -> tuple[Explanation, ...]:
    """Every claim of a document's main record, in its order."""
    return _explain_claims(extraction, extraction.assembly)


def _explain_claims(extraction: Extraction, assembly: Assembly) -> tuple[Explanation, ...]:
    sentences = extraction.layout.sentences
    names = {actor.id: actor.name for actor in assembly.incident.actors} | {DOCUMENT_VOICE: ""}
    return tuple(
        Explanation(
            claim,
            rule=evidence.rule,
            what=_what(claim),
            speaker=names.get(claim.said.by, claim.said.by),
            sentence=evidence.sentence,
            span=sentences[evidence.sentence].span,
            reasons=tuple(map(str, evidence.reasons)),
        )
        for claim, evidence in zip(assembly.incident.claims, assembly.evidence, strict=True)
    )


def _head(assembly: Assembly) -> Iterable[tuple[str, str]]:
    """What type, relevance, places, days and actors rest on; what sets a further incident apart comes first."""
    if assembly.apart:
        yield "apart", f"{assembly.apart} ({_APART})"
    if assembly.verdict is not None:
        scores = ", ".join(f"{kind} {points:.1f}" for kind, points in assembly.verdict.scores[:_TYPES])
        yield "type", f"{scores} ({_WEIGHTS})"
        parts = ", ".join(f"{name} {points:+.1f}" for name, points in assembly.verdict.weighed[:_PARTS])
        yield "relevance", f"{parts} ({_WEIGHTS})"
    for label, field in (("words", "types"), ("places", "places"), ("days", "dates"), ("actors", "actors")):
        found = [str(reason).partition(".")[2] for reason in assembly.reasons if reason.path.startswith(f"{field}.")]
        if found:
            yield label, "; ".join(found)


def _what(claim: Claim) -> str:
    what = claim_data(claim).get("what")
    pairs = what.items() if isinstance(what, dict) else ()
    return ", ".join(f"{name}: {_shown(value)}" for name, value in pairs)


def _shown(value: object) -> str:
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)
