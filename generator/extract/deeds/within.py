"""Acts of speech that the said words themselves show: ``"We did this,"``, ``"Stop the shelling,"``."""

from collections.abc import Iterator, Sequence

from generator.extract.prose.matching import Prose
from generator.extract.speech.charges import named_party
from generator.extract.speech.claimers import party_in_front
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.mention import ActorMention, Attribution
from generator.model.reading import ClaimMention
from generator.model.vocabulary import ActorType, ClaimKind

_NAMING = frozenset((ClaimKind.ACCUSATION, ClaimKind.RESPONSIBILITY))
"""Claims that need a party, which a quotation alone does not give."""
_FORCES = frozenset((ActorType.STATE_FORCE, ActorType.ARMED_GROUP, ActorType.GOVERNMENT))
"""Parties that have forces of their own."""


def find_within(
    prose: Prose, rule: Rule, attributions: Sequence[Attribution], lexicon: Lexicon
) -> Iterator[ClaimMention]:
    """What a rule finds in the words that somebody says, one claim for each speech."""
    kind = ClaimKind(rule.label)
    options = rule.options or {}
    within = str(options["within"])
    for attribution in attributions:
        source = attribution.source
        if source is None or attribution.kind in (kind, ClaimKind.ACCUSATION):
            continue
        if any(other.kind is kind and other.source == source for other in attributions):
            continue
        if options.get("speaker") == "forces" and source.type not in _FORCES:
            continue
        found = _found(prose, rule, attribution, within)
        if found is None:
            continue
        party: tuple[ActorMention, ...] = ()
        if kind is ClaimKind.ACCUSATION:
            after = options.get("party") == "after"
            start, end = found
            blamed = named_party(prose, end, lexicon) if after else party_in_front(prose, start + 1, lexicon)
            if blamed is None or blamed.pronoun is not None or blamed.span == source.span or _is_nobody(blamed):
                continue
            party = (blamed,)
        yield ClaimMention(
            kind,
            attribution.span,
            attribution,
            rule.name,
            party=party,
            claimer=source if kind is ClaimKind.RESPONSIBILITY else None,
            answers=kind is ClaimKind.DENIAL,
        )
    if within == "cue" or kind in _NAMING or attributions or not prose.text.startswith('"'):
        return
    if rule.pattern.search(prose.text):
        yield ClaimMention(kind, prose.span(0, len(prose.text)), None, rule.name, answers=kind is ClaimKind.DENIAL)


def _is_nobody(party: ActorMention) -> bool:
    """Whether a phrase that is blamed names no party: a thing, or the weather."""
    return party.rule == "definite"


def _found(prose: Prose, rule: Rule, attribution: Attribution, within: str) -> tuple[int, int] | None:
    """Offsets of what a rule matches first in the words of a speech."""
    for start, text in _pieces(prose, attribution, within):
        match = rule.pattern.search(text)
        if match is not None:
            return start + match.start(), start + match.end()
    return None


def _pieces(prose: Prose, attribution: Attribution, within: str) -> Iterator[tuple[int, str]]:
    """Offsets and texts in which a rule looks: what is said, its quoted part, or what the reporting word opens."""
    if within == "cue":
        start = attribution.cue.start - prose.start
        yield start, prose.text[start:]
        return
    for content in attribution.contents:
        start, end = content.start - prose.start, content.end - prose.start
        if within == "direct":
            quote = prose.text.find('"', start, end)
            if quote < 0:
                continue
            start = quote
        yield start, prose.text[start:end]
