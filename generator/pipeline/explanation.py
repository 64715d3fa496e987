"""Why a record says what it says: each claim with its rule, its speaker and its sentence."""

from dataclasses import dataclass

from generator.model.claim import Claim
from generator.model.span import Span
from generator.model.vocabulary import DOCUMENT_VOICE
from generator.pipeline.extraction import Extraction
from generator.store.wireclaim import claim_data


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim and where it comes from.

    Attributes:
        claim: the claim.
        rule: name of the rule that fired.
        what: its values as the record writes them (``killed: 145``), or empty.
        speaker: name of the speaker, or empty for the document's own voice.
        sentence: number of the sentence, 0-based.
        span: the sentence, code points of the document.
    """

    claim: Claim
    rule: str
    what: str
    speaker: str
    sentence: int
    span: Span


def explain_claims(extraction: Extraction) -> tuple[Explanation, ...]:
    """Every claim of a document's record, in its order."""
    assembly, sentences = extraction.assembly, extraction.layout.sentences
    names = {actor.id: actor.name for actor in assembly.incident.actors} | {DOCUMENT_VOICE: ""}
    return tuple(
        Explanation(
            claim,
            rule=evidence.rule,
            what=_what(claim),
            speaker=names.get(claim.said.by, claim.said.by),
            sentence=evidence.sentence,
            span=sentences[evidence.sentence].span,
        )
        for claim, evidence in zip(assembly.incident.claims, assembly.evidence, strict=True)
    )


def _what(claim: Claim) -> str:
    what = claim_data(claim).get("what")
    pairs = what.items() if isinstance(what, dict) else ()
    return ", ".join(f"{name}: {_shown(value)}" for name, value in pairs)


def _shown(value: object) -> str:
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)
