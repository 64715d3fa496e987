"""Claims of the record from claims of sentences: what is claimed, by whom, in which words."""

import re
from collections.abc import Iterator, Sequence

from generator.assemble.days import resolve_day
from generator.assemble.names import as_written, slug_of, telling_words
from generator.assemble.places import Scene
from generator.assemble.voices import Voices, carried_speech, said_by
from generator.model.claim import Claim, Damage, Party, Said, Toll, What, When, Whereabouts
from generator.model.document import Document
from generator.model.mention import Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import ClaimMention, SentenceReading
from generator.model.span import Citation, Span
from generator.model.values import replace, value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind


@value
class Drafted:
    """A claim of the record beside the words it came from.

    Attributes:
        claim: with a provisional id.
        mention: what the sentence said.
        sentence: number of the sentence.
        subject: what the id says besides kind and speaker.
        earlier: whether the speech lies before the story's other speech (pluperfect).
    """

    claim: Claim
    mention: ClaimMention
    sentence: int
    subject: str
    earlier: bool = False


def draft_claims(voices: Voices, readings: Sequence[SentenceReading], scene: Scene) -> list[Drafted]:
    """All claims of the record in document order, with provisional ids."""
    drafted: list[Drafted] = []
    for reading in readings:
        carried = carried_speech(voices.document, readings, reading)
        made = [
            draft
            for mention in reading.claims
            if (draft := _draft(voices, reading, mention, carried, scene)) is not None
        ]
        drafted += made
        drafted += _statements(voices, reading, carried, [draft.mention for draft in made] + list(reading.claims))
    return drafted


def _draft(
    voices: Voices, reading: SentenceReading, mention: ClaimMention, carried: Attribution | None, scene: Scene
) -> Drafted | None:
    attribution = mention.attribution
    if mention.claimer is not None:
        speaker = voices.cast.id_of(reading.index, mention.claimer)
        if speaker is None:
            return None
        said: Said | None = Said(
            speaker, day=mention.day.text if mention.day else None, when=_when(voices, mention.day)
        )
    else:
        said = said_by(voices, reading, attribution, carried)
    if said is None:
        return None
    what = _what(voices, reading, mention, scene)
    if what is None and mention.kind in (ClaimKind.TOLL, ClaimKind.DAMAGE, ClaimKind.LOCATION, ClaimKind.ACCUSATION):
        return None
    said, when = _ambiguous(voices, mention, said)
    quote = _trimmed(voices.document, mention.quote)
    claim = Claim(
        id="",
        kind=mention.kind,
        said=said,
        quote=quote.of(voices.document.text),
        at=Citation("d1", quote),
        what=what,
        when=when,
    )
    earlier = attribution is not None and attribution.earlier
    subject = _subject(mention, what)
    if mention.kind in (ClaimKind.BACKGROUND, ClaimKind.RESPONSE):
        subject = telling_words(quote.of(voices.document.folded))
    return Drafted(claim, mention, reading.index, subject, earlier)


def _when(voices: Voices, day: DayMention | None) -> PartialDate | None:
    return resolve_day(day, voices.anchor) if day is not None else None


def _ambiguous(voices: Voices, mention: ClaimMention, said: Said) -> tuple[Said, When | None]:
    """A day at the end of pluperfect speech may date the deed or the speaking: then it stays open."""
    day, attribution = mention.day, mention.attribution
    if day is None or mention.toll is None:
        return said, None
    if attribution is not None and attribution.earlier and attribution.day is None and said.day is None:
        return replace(said, ambiguous=("day",)), None
    resolved = _when(voices, day)
    return said, When(day.text, resolved, resolved)


def _trimmed(document: Document, span: Span) -> Span:
    return span.trimmed(document.text)


def _what(voices: Voices, reading: SentenceReading, mention: ClaimMention, scene: Scene) -> What | None:
    if mention.kind in (ClaimKind.TOLL, ClaimKind.BACKGROUND) and mention.toll is not None:
        figure, numeral = mention.toll.figure, mention.toll.figure.numeral
        return Toll(
            outcome=mention.toll.outcome,
            count=numeral.count,
            upper=numeral.upper,
            bound=numeral.bound,
            vague=numeral.vague,
            who=_written(voices, figure.who, reading),
            category=figure.category,
            by=_written(voices, mention.toll.by, reading),
        )
    if mention.kind is ClaimKind.DAMAGE and mention.damage is not None and mention.damage.who is not None:
        numeral = mention.damage.numeral
        return Damage(
            of=mention.damage.who, count=numeral.count, upper=numeral.upper, bound=numeral.bound, vague=numeral.vague
        )
    if mention.kind is ClaimKind.LOCATION:
        ids = tuple(scene.ids[place.key] for place in mention.places if place.key in scene.ids)
        return Whereabouts(ids, mention.complete) if ids else None
    parties = (mention.claimer,) if mention.kind is ClaimKind.RESPONSIBILITY and mention.claimer else mention.party
    who = tuple(dict.fromkeys(i for party in parties if (i := voices.cast.id_of(reading.index, party)) is not None))
    if not (who or mention.operation):
        return None
    return Party(who, _written(voices, mention.operation, reading), _written(voices, mention.gloss, reading))


def _written(voices: Voices, words: str | None, reading: SentenceReading) -> str | None:
    return as_written(voices.document, words, reading.span) if words is not None else None


_GENERAL = re.compile(r"\b(?:personnel|people|persons|others|other|more|bodies|deaths|lives|victims)\b")
_DIGIT = re.compile(r"\d")


def _subject(mention: ClaimMention, what: What | None) -> str:
    if isinstance(what, Toll):
        category = "" if what.category == "unspecified" else what.category.value
        words = _GENERAL.sub("", what.who or "").strip().split(" of ")[0].split()
        plain = " ".join([word for word in words if _DIGIT.search(word) is None])
        return slug_of(plain or category or "people", words=3)
    if isinstance(what, Damage):
        return slug_of(what.of, words=3)
    return ""


def _statements(
    voices: Voices, reading: SentenceReading, carried: Attribution | None, claimed: Sequence[ClaimMention]
) -> Iterator[Drafted]:
    """What was said in a sentence and is no sharper claim."""
    if (reading.past and not reading.attributions) or reading.scope is not None:
        return
    speeches = [
        a
        for a in reading.attributions
        if (a.kind is ClaimKind.STATEMENT or _is_mere_charge(a, reading))
        and a.contents
        and not _is_continued(a, reading)
    ]
    if not speeches and carried is not None:
        speeches = [carried]
    for speech in speeches:
        span = speech.span if speech is not carried else reading.span
        if any(
            claim.quote.overlaps(span)
            and (_is_same_speech(claim.attribution, speech) or _is_told(claim, speech) or speech is carried)
            for claim in claimed
        ):
            continue
        said = said_by(voices, reading, speech if speech is not carried else None, carried)
        if said is None or said.by == DOCUMENT_VOICE:
            continue
        quote = _trimmed(voices.document, span)
        mention = ClaimMention(
            ClaimKind.STATEMENT, span, speech, speech.rule if speech is not carried else "carried-quote"
        )
        claim = Claim(
            id="", kind=ClaimKind.STATEMENT, said=said, quote=quote.of(voices.document.text), at=Citation("d1", quote)
        )
        yield Drafted(claim, mention, reading.index, _gist(speech, voices.document, span), speech.earlier)


def _is_same_speech(one: Attribution | None, other: Attribution) -> bool:
    return one is not None and one.cue == other.cue


def _is_mere_charge(attribution: Attribution, reading: SentenceReading) -> bool:
    """Whether somebody is blamed who is no party of the record (``blamed "outside hands"``): then it is only said."""
    return attribution.kind is ClaimKind.ACCUSATION and not any(
        _is_same_speech(claim.attribution, attribution) for claim in reading.claims
    )


def _is_told(claim: ClaimMention, speech: Attribution) -> bool:
    """Whether the document itself claims what a speech would say again; a toll beside what is said is another thing."""
    if claim.attribution is not None:
        return False
    return claim.toll is None or any(content.overlaps(claim.toll.figure.span) for content in speech.contents)


def _is_continued(attribution: Attribution, reading: SentenceReading) -> bool:
    """Whether the speech only goes on with one of the same sentence (``adding that ...``)."""
    return any(
        other is not attribution
        and other.span.covers(attribution.cue)
        and other.cue < attribution.cue
        and (other.kind is ClaimKind.STATEMENT or attribution.verb.endswith("ing"))
        for other in reading.attributions
    )


def _gist(speech: Attribution, document: Document, span: Span) -> str:
    """Two telling words of what was said, for the id; never a figure or a day."""
    content = speech.contents[0] if speech.contents and span.overlaps(speech.contents[0]) else span
    return telling_words(content.of(document.folded))
