"""Title and summary, composed from claims alone: every number in them stands in a cited claim."""

from collections.abc import Mapping, Sequence

from generator.assemble.phrases import (
    again_phrase,
    body_phrase,
    count_phrase,
    figure_phrase,
    headline_speaker,
    outcome_word,
    reported_tolls,
    sentence,
    speaker_phrase,
    to_be,
    told_apart,
)
from generator.model.claim import Claim, Party, Toll
from generator.model.incident import Actor, Place, SummarySentence
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind, Outcome, PlaceLevel

_RANK = (
    Outcome.KILLED,
    Outcome.ABDUCTED,
    Outcome.MISSING,
    Outcome.CASUALTIES,
    Outcome.INJURED,
    Outcome.INFECTED,
    Outcome.DETAINED,
    Outcome.EVACUATED,
    Outcome.DISPLACED,
)
_GRAVE = _RANK[:5]
_MOST_SENTENCES = 4
_MOST_TOLLS = 3


@value
class Story:
    """What title and summary are composed from.

    Attributes:
        noun: what a headline calls the event.
        claims: the record's claims in document order.
        actors: id -> actor.
        place: the main place, or None.
        outcome: what this kind of event is counted by first, where that is not deaths.
    """

    noun: str
    claims: tuple[Claim, ...]
    actors: Mapping[str, Actor]
    place: Place | None
    outcome: Outcome | None = None


def key_tolls(claims: Sequence[Claim], outcome: Outcome | None = None) -> tuple[Claim, ...]:
    """Tolls that count something and are neither replaced nor part of another, the gravest and earliest first."""
    replaced = {claim.supersedes.claim for claim in claims if claim.supersedes is not None}
    tolls = [
        (-1 if claim.what.outcome is outcome else _rank(claim.what), number, claim)
        for number, claim in enumerate(claims)
        if claim.kind is ClaimKind.TOLL
        and isinstance(claim.what, Toll)
        and claim.part_of is None
        and claim.id not in replaced
        and claim.what.count != 0
    ]
    return tuple(claim for _, _, claim in sorted(tolls, key=lambda row: row[:2]))


def _rank(toll: Toll) -> int:
    return _RANK.index(toll.outcome) if toll.outcome in _RANK else len(_RANK)


def compose_title(story: Story) -> str:
    """``Balochistan attacks: 145 militants killed, chief minister says``; without a toll only event and place."""
    name = story.place.name if story.place is not None else ""
    event = f"{name} {story.noun}".strip()
    event = event[0].upper() + event[1:]
    tolls = key_tolls(story.claims, story.outcome)
    if not tolls or not isinstance(tolls[0].what, Toll):
        kinds = {claim.kind for claim in story.claims}
        return f"{event}: competing accounts" if {ClaimKind.DENIAL, ClaimKind.ACCUSATION} <= kinds else event
    toll, speaker = tolls[0].what, headline_speaker(tolls[0], story.actors)
    return f"{event}: {count_phrase(toll, in_headline=True)} {outcome_word(toll.outcome)}" + (
        f", {speaker}" if speaker else ""
    )


def compose_summary(story: Story) -> tuple[SummarySentence, ...]:
    """At most four sentences: the key toll, further tolls, who is held responsible, who denies."""
    tolls = key_tolls(story.claims, story.outcome)
    first = _toll_sentences(story, tolls) if tolls else _denial_sentences(story)
    sentences = [*first, *_blame_sentences(story)]
    return tuple((sentences or _plain_sentences(story))[:_MOST_SENTENCES])


def _toll_sentences(story: Story, tolls: Sequence[Claim]) -> list[SummarySentence]:
    first, *rest = tolls
    sentences = []
    if first.said.by == DOCUMENT_VOICE or first.supersedes is None:
        same = _same_speech(first, rest)
        sentences.append(_assertion(story, [first, *same]))
        further: list[Claim] = [claim for claim in rest if claim.said.by == first.said.by and claim not in same]
        further = told_apart(further, (first, *same))
    else:
        sentences.append(_replacing(story, first))
        further = [claim for claim in rest if claim.said.by == first.said.by]
    if further:
        sentences.append(_assertion(story, further[:_MOST_TOLLS], again=True))
    graver = [
        claim
        for claim in rest
        if claim.said.by != first.said.by and isinstance(claim.what, Toll) and claim.what.outcome in _GRAVE
    ]
    if graver:
        sentences.append(
            _assertion(story, [claim for claim in graver if claim.said.by == graver[0].said.by][:_MOST_TOLLS])
        )
    return sentences


def _same_speech(first: Claim, rest: Sequence[Claim]) -> list[Claim]:
    """Further tolls of the very same words."""
    return [claim for claim in rest if claim.said.by == first.said.by and claim.at == first.at][: _MOST_TOLLS - 1]


def _assertion(story: Story, claims: Sequence[Claim], *, again: bool = False) -> SummarySentence:
    claims = told_apart(claims)
    speaker = claims[0].said.by
    cited = tuple(claim.id for claim in claims)
    if speaker == DOCUMENT_VOICE:
        return SummarySentence(
            sentence(f"{'it also' if again else 'the story'} reports that {reported_tolls(claims)}"), cited
        )
    actor = story.actors[speaker]
    subject = f"{again_phrase(actor)} also" if again else speaker_phrase(actor)
    return SummarySentence(sentence(f"{subject} said {reported_tolls(claims)}"), cited)


def _replacing(story: Story, claim: Claim) -> SummarySentence:
    """A figure beside the one that it replaces."""
    assert claim.supersedes is not None
    old = next(other for other in story.claims if other.id == claim.supersedes.claim)
    text = f"{speaker_phrase(story.actors[claim.said.by])} said {reported_tolls([claim])}"
    if not isinstance(old.what, Toll):
        return SummarySentence(sentence(text), (claim.id,))
    if old.said.by in (claim.said.by, DOCUMENT_VOICE):
        text += f"; the earlier figure was {figure_phrase(old.what)}"
    else:
        text += f"; {speaker_phrase(story.actors[old.said.by]).rstrip(',')} had earlier said {figure_phrase(old.what)}"
    return SummarySentence(sentence(text), (claim.id, old.id))


def _blame_sentences(story: Story) -> list[SummarySentence]:
    sentences = []
    claimed = next((claim for claim in story.claims if claim.kind is ClaimKind.RESPONSIBILITY), None)
    silent = next((claim for claim in story.claims if claim.kind is ClaimKind.NO_CLAIM), None)
    if claimed is not None:
        sentences.append(
            SummarySentence(
                sentence(f"{speaker_phrase(story.actors[claimed.said.by])} claimed responsibility"), (claimed.id,)
            )
        )
    elif silent is not None:
        sentences.append(SummarySentence("No group claimed responsibility.", (silent.id,)))
    blamers: set[str] = set()
    for claim in story.claims:
        if (
            claim.kind is ClaimKind.ACCUSATION
            and isinstance(claim.what, Party)
            and claim.what.who
            and claim.said.by not in blamers
        ):
            blamers.add(claim.said.by)
            sentences.append(_blame(story, claim, claim.what.who[0]))
    return sentences


def _blame(story: Story, claim: Claim, accused: str) -> SummarySentence:
    """Who blames whom, and who denies it."""
    blamed = body_phrase(story.actors[accused])
    text = (
        f"{blamed} {to_be(story.actors[accused])} blamed"
        if claim.said.by == DOCUMENT_VOICE
        else f"{speaker_phrase(story.actors[claim.said.by])} blamed {blamed}"
    )
    reply = next(
        (other for other in story.claims if other.responds_to == claim.id and other.said.by != DOCUMENT_VOICE), None
    )
    if reply is None:
        return SummarySentence(sentence(text), (claim.id,))
    denier = speaker_phrase(story.actors[reply.said.by]).rstrip(",")
    return SummarySentence(sentence(f"{text}; {denier} denied it"), (claim.id, reply.id))


def _denial_sentences(story: Story) -> list[SummarySentence]:
    """Where nothing is counted, the first denial of what the story tells."""
    denial = next(
        (
            c
            for c in story.claims
            if c.kind is ClaimKind.DENIAL and c.responds_to is None and c.said.by != DOCUMENT_VOICE
        ),
        None,
    )
    if denial is None:
        return []
    return [SummarySentence(sentence(f"{speaker_phrase(story.actors[denial.said.by])} issued a denial"), (denial.id,))]


def _plain_sentences(story: Story) -> list[SummarySentence]:
    """Where nothing is counted and nobody blamed: who denied, confirmed, warned or spoke."""
    for kind, words in (
        (ClaimKind.CONFIRMATION, "confirmed it"),
        (ClaimKind.WARNING, "gave a warning"),
        (ClaimKind.STATEMENT, f"gave an account of the {story.noun}"),
    ):
        claim = next((c for c in story.claims if c.kind is kind and c.said.by != DOCUMENT_VOICE), None)
        if claim is not None:
            return [SummarySentence(sentence(f"{speaker_phrase(story.actors[claim.said.by])} {words}"), (claim.id,))]
    return []


def place_for_title(places: Sequence[Place]) -> Place | None:
    """The place that a headline names: the first that is larger than a site or area; else the first."""
    return next(
        (place for place in places if place.level not in (PlaceLevel.SITE, PlaceLevel.AREA)),
        places[0] if places else None,
    )
