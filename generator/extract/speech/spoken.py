"""Claims that a reporting word itself makes: denied, accused, condemned, warned, demanded, confirmed."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.prose.matching import Prose
from generator.extract.speech.charges import named_party
from generator.extract.speech.sources import find_source
from generator.lexicon.events import event_tokens
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution
from generator.model.reading import ClaimMention
from generator.model.vocabulary import ClaimKind

_SPOKEN = frozenset(
    (
        ClaimKind.DENIAL,
        ClaimKind.ACCUSATION,
        ClaimKind.CONDEMNATION,
        ClaimKind.WARNING,
        ClaimKind.DEMAND,
        ClaimKind.CONFIRMATION,
    )
)
_OBJECT = re.compile(r"(?: squarely| firmly)?(?: on| of| for| at(?: the door of)?| with| against)? ")
_BLAMED_ON = re.compile(r" (?:the |this |that |these |those |it|them)[^,.;\"]{0,60}? on (?=[\w\"])")
_SURE = ("den", "refut", "disown", "disavow", "disp", "distan", "repudiat", "rebut", "debunk", "rubbish", "gainsa")
"""Beginnings of verbs that deny whatever their object is."""
_AS = re.compile(r"(?: [^,.;\"]{1,50})?? as |(?: [^,.;]{1,50}) aside\b")
"""Behind a denial: what somebody takes the thing for (``dismissed the letter as a fake``)."""
_POINTS = re.compile(r" (?:that|it|this)(?: on \w+day)?[.,;]?(?: |$)")
_FIGURE = re.compile(
    r" (?:the|that|those|such|any|all|these|his|her|its|their)(?: [\w'-]+){0,3}? "
    r"(?:figures?|toll|count|number|estimate|version|"
    r"account|report|reports|claims?|charges?|story|suggestions?|rumou?rs?|assertions?|link|links|involvement|role|blame)\b"
)
_OPENS_CLAUSE = re.compile(r" that \w")


def find_spoken(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> Iterator[ClaimMention]:
    """The claims of a sentence that are made by the word that reports them."""
    for attribution in attributions:
        if attribution.source is None or attribution.kind not in _SPOKEN:
            continue
        party = None
        if attribution.kind is ClaimKind.ACCUSATION:
            party = _blamed(prose, attribution, lexicon)
            if party is None or _is_retort(prose, attribution, attributions, lexicon):
                continue
        if attribution.kind is ClaimKind.DENIAL and not _denies(prose, attribution, lexicon):
            continue
        yield ClaimMention(
            attribution.kind,
            attribution.span,
            attribution,
            attribution.rule,
            party=(party,) if party is not None else (),
            answers=attribution.kind is ClaimKind.DENIAL,
        )


def _blamed(prose: Prose, attribution: Attribution, lexicon: Lexicon) -> ActorMention | None:
    """Whom a reporting word blames: its object, what follows ``on``, or the subject of a passive."""
    end = attribution.cue.end - prose.start
    if attribution.rule == "passive":
        content = attribution.contents[0].end - prose.start if attribution.contents else 0
        left = next((n for n, word in enumerate(prose.words) if word.start >= content), 0)
        found = find_source(prose, left, lexicon)
        return found[0] if found is not None else None
    if attribution.verb.startswith("blam"):
        on = _BLAMED_ON.match(prose.text, end)
        if on is not None:
            return named_party(prose, on.end(), lexicon)
    object_ = _OBJECT.match(prose.text, end)
    return named_party(prose, object_.end(), lexicon) if object_ is not None else None


def _is_retort(prose: Prose, attribution: Attribution, attributions: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether an accusation only rounds off a denial (``denied it, accusing rivals of ...``) and names no deed."""
    denied = any(
        other.kind is ClaimKind.DENIAL and other.source == attribution.source and other.cue < attribution.cue
        for other in attributions
    )
    if not denied or not attribution.verb.endswith("ing"):
        return False
    charge = prose.text[attribution.cue.end - prose.start :].lower()
    words = [found[0] for found in event_tokens(charge)]
    kinds = {phrase.type for word in words for phrase in lexicon.events.phrases.get(word, ()) if len(phrase.words) == 1}
    return kinds.isdisjoint(lexicon.events.incidents)


def _denies(prose: Prose, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether a denial denies a deed or a word; a dismissed manager or a rejected budget is none."""
    after = prose.text[attribution.cue.end - prose.start :][:90]
    phrase = " " in attribution.verb and not attribution.verb.endswith(_PARTICLES)
    if attribution.verb.startswith(_SURE) or phrase or attribution.rule == "passive":
        return True
    if _FIGURE.match(after):
        return True
    if _POINTS.match(after) and not _OPENS_CLAUSE.match(after):
        return True
    return lexicon.claims.answers.search(after) is not None or '"' in after[:60] or _AS.match(after) is not None


_PARTICLES = (" off", " aside", " away", " at")
"""Behind a verb of these, what is denied may be a question or a hand as well."""
