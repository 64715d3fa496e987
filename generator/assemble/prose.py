"""Title and summary in plain news English, composed from claims alone: every number in them stands in a cited claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.claim import Claim, Party, Toll
from generator.model.incident import Actor, Place, SummarySentence
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, Bound, Category, ClaimKind, Outcome, PlaceLevel

_BOUNDS = {
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_MOST: "up to {}",
    Bound.LESS_THAN: "fewer than {}",
    Bound.ABOUT: "about {}",
}
_NOUNS = {
    Category.CIVILIANS: "civilians",
    Category.SECURITY_FORCES: "members of the security forces",
    Category.MILITANTS: "militants",
    Category.CHILDREN: "children",
    Category.WOMEN: "women",
    Category.PASSENGERS: "passengers",
    Category.PROTESTERS: "protesters",
    Category.OFFICIALS: "officials",
}
_DONE = {
    Outcome.KILLED: "killed",
    Outcome.INJURED: "injured",
    Outcome.CASUALTIES: "killed or injured",
    Outcome.MISSING: "missing",
    Outcome.DETAINED: "detained",
    Outcome.ABDUCTED: "abducted",
    Outcome.DISPLACED: "displaced",
    Outcome.EVACUATED: "evacuated",
    Outcome.HOSPITALISED: "taken to hospital",
    Outcome.RESCUED: "rescued",
    Outcome.FREED: "freed",
    Outcome.SURRENDERED: "surrendered",
    Outcome.INFECTED: "infected",
    Outcome.AFFECTED: "affected",
}
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
_MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Story:
    """What title and summary are composed from.

    Attributes:
        noun: what a headline calls the event.
        claims: the record's claims in document order.
        actors: id -> actor.
        place: the main place, or None.
    """

    noun: str
    claims: tuple[Claim, ...]
    actors: Mapping[str, Actor]
    place: Place | None


def key_tolls(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Tolls that count something and are neither replaced nor part of another, the gravest outcome and earliest first."""
    replaced = {claim.supersedes.claim for claim in claims if claim.supersedes is not None}
    tolls = [
        (claim, claim.what)
        for claim in claims
        if isinstance(claim.what, Toll) and claim.part_of is None and claim.id not in replaced and claim.what.count != 0
    ]
    ranked = [(_rank(toll), number, claim) for number, (claim, toll) in enumerate(tolls)]
    return tuple(claim for _, _, claim in sorted(ranked, key=lambda row: row[:2]))


def _rank(toll: Toll) -> int:
    return _RANK.index(toll.outcome) if toll.outcome in _RANK else len(_RANK)


def compose_title(story: Story) -> str:
    """``Balochistan attacks: 145 militants killed, chief minister says``; without a toll the event and its place alone."""
    event = _event_phrase(story)
    tolls = key_tolls(story.claims)
    if not tolls or not isinstance(tolls[0].what, Toll):
        return f"{event}: competing accounts" if _is_disputed(story.claims) else event
    claim = tolls[0]
    speaker = _short_speaker(story, claim)
    return f"{event}: {count_phrase(tolls[0].what)} {_DONE[tolls[0].what.outcome]}" + (f", {speaker} {_says(story, claim)}" if speaker else "")


def _event_phrase(story: Story) -> str:
    name = story.place.name if story.place is not None else ""
    phrase = f"{name} {story.noun}".strip()
    return phrase[0].upper() + phrase[1:]


def _is_disputed(claims: Sequence[Claim]) -> bool:
    kinds = {claim.kind for claim in claims}
    return ClaimKind.DENIAL in kinds and ClaimKind.ACCUSATION in kinds


def count_phrase(toll: Toll) -> str:
    """The figure with its bound and whom it counts, in words a reader expects: ``at least 12 civilians``."""
    number = toll.vague or f"{toll.count:,}"
    if toll.bound is Bound.RANGE and toll.upper is not None:
        number = f"{toll.count:,} to {toll.upper:,}"
    elif toll.bound in _BOUNDS:
        number = _BOUNDS[toll.bound].format(number)
    who = _counted(toll)
    return f"{number} {who}"


def _counted(toll: Toll) -> str:
    if toll.who and not toll.who.split()[-1].lower() in ("bodies", "deaths", "body", "lives", "cases", "arrests", "others", "more"):
        return toll.who
    if toll.category in _NOUNS:
        return _NOUNS[toll.category]
    return "person" if toll.count == 1 else "people"


def _short_speaker(story: Story, claim: Claim) -> str:
    """Who says it, as a headline would: the office of a person, the name of a body; nothing for the document itself."""
    if claim.said.by == DOCUMENT_VOICE:
        return ""
    actor = story.actors[claim.said.by]
    if actor.type is ActorType.OFFICIAL and actor.role:
        return actor.role.split(",")[0].split(" of ")[0].split(" for ")[0].strip()
    return actor.name


def _says(story: Story, claim: Claim) -> str:
    name = _short_speaker(story, claim)
    last = name.split()[-1].lower() if name else ""
    plural = last in ("officials", "residents", "police", "authorities", "witnesses", "forces", "villagers", "relatives", "sources", "rescuers", "doctors")
    return "say" if plural else "says"


def _speaker(story: Story, actor_id: str) -> str:
    """The speaker as the subject of a sentence."""
    actor = story.actors[actor_id]
    if actor.type is ActorType.OFFICIAL and actor.role and actor.role not in actor.name:
        return f"{actor.name}, {_article(actor.role)},"
    return _with_article(actor)


_BARE = (ActorType.PERSON, ActorType.OFFICIAL)
_PROPER_BODIES = (ActorType.GOVERNMENT,)


def _article(role: str) -> str:
    """A role as an apposition: ranks and plain titles stand without an article."""
    return role if role[0].isupper() else f"the {role}"


def _with_article(actor: Actor) -> str:
    name = actor.name
    first = name.split()[0]
    if actor.type in _BARE and first[0].isupper():
        return name
    if "'s " in name or "’s " in name or first[0].isupper() and actor.type in (*_PROPER_BODIES, ActorType.MEDIA):
        return name
    if first.lower() in ("officials", "residents", "witnesses", "police", "relatives", "villagers", "health", "local", "security", "both"):
        return name
    return f"the {name}" if first[0].islower() or actor.type in (ActorType.ARMED_GROUP, ActorType.ORGANISATION, ActorType.STATE_FORCE) else name


def compose_summary(story: Story) -> tuple[SummarySentence, ...]:
    """At most four sentences: the key toll, further tolls, who is held responsible, who denies."""
    sentences: list[SummarySentence] = []
    tolls = key_tolls(story.claims)
    if tolls:
        sentences += _toll_sentences(story, tolls)
    sentences += _blame_sentences(story)
    if not sentences:
        sentences += _plain_sentences(story)
    return tuple(sentences[:_MOST_SENTENCES])


def _toll_sentences(story: Story, tolls: Sequence[Claim]) -> list[SummarySentence]:
    first, *rest = tolls
    sentences = [_lead_sentence(story, first)]
    same = [claim for claim in rest if claim.said.by == first.said.by][:3]
    others = [claim for claim in rest if claim.said.by != first.said.by and isinstance(claim.what, Toll)]
    if same:
        sentences.append(_reported(story, first.said.by, same, again=True))
    graver = [claim for claim in others if isinstance(claim.what, Toll) and claim.what.outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.ABDUCTED)]
    if graver:
        sentences.append(_reported(story, graver[0].said.by, [claim for claim in graver if claim.said.by == graver[0].said.by][:2]))
    return sentences


def _lead_sentence(story: Story, claim: Claim) -> SummarySentence:
    assert isinstance(claim.what, Toll)
    text, cited = _assertion(story, claim.said.by, [claim]), [claim.id]
    if claim.supersedes is not None:
        old = next(other for other in story.claims if other.id == claim.supersedes.claim)
        if isinstance(old.what, Toll):
            number = count_phrase(old.what).split(" ")[0] if old.what.bound is None and old.what.vague is None else count_phrase(old.what)
            if old.said.by in (claim.said.by, DOCUMENT_VOICE):
                text += f"; the earlier figure was {number}"
            else:
                text += f"; {_speaker(story, old.said.by).rstrip(',')} had earlier said {number}"
            cited.append(old.id)
    return SummarySentence(_sentence(text), tuple(cited))


def _reported(story: Story, speaker: str, claims: Sequence[Claim], *, again: bool = False) -> SummarySentence:
    return SummarySentence(_sentence(_assertion(story, speaker, claims, again=again)), tuple(claim.id for claim in claims))


def _assertion(story: Story, speaker: str, claims: Sequence[Claim], *, again: bool = False) -> str:
    phrases = [(count_phrase(claim.what), claim.what) for claim in claims if isinstance(claim.what, Toll)]
    clauses: list[str] = []
    for text, toll in phrases:
        done = _DONE[toll.outcome]
        verb = "was" if toll.count == 1 and toll.bound is None else "were"
        verb = "" if toll.outcome is Outcome.SURRENDERED else f"{verb} "
        if clauses and clauses[-1].endswith(f"were {done}"):
            clauses[-1] = clauses[-1].removesuffix(f" were {done}") + f" and {text} were {done}"
        else:
            clauses.append(f"{text} {verb}{done}")
    content = " and ".join(clauses) if len(clauses) < 3 else ", ".join(clauses[:-1]) + " and " + clauses[-1]  # noqa: PLR2004 - a list of three takes commas
    if speaker == DOCUMENT_VOICE:
        return content
    subject = _pronoun(story, speaker) if again else _speaker(story, speaker)
    return f"{subject} {'also ' if again else ''}said {content}"


def _pronoun(story: Story, speaker: str) -> str:
    """How a second sentence takes up a speaker: the last name of a person, the name of a body."""
    actor = story.actors[speaker]
    return actor.name.split()[-1] if actor.type in _BARE and actor.name[0].isupper() else _with_article(actor)


def _blame_sentences(story: Story) -> list[SummarySentence]:
    parts: list[tuple[str, str]] = []
    for claim in story.claims:
        if claim.kind is ClaimKind.RESPONSIBILITY:
            parts.append((f"{_speaker(story, claim.said.by)} claimed responsibility", claim.id))
            break
    else:
        silent = next((claim for claim in story.claims if claim.kind is ClaimKind.NO_CLAIM), None)
        if silent is not None:
            parts.append(("no group claimed responsibility", silent.id))
    sentences = [SummarySentence(_sentence(text), (claim_id,)) for text, claim_id in parts]
    blamed: set[str] = set()
    for claim in story.claims:
        if claim.kind is not ClaimKind.ACCUSATION or not isinstance(claim.what, Party) or not claim.what.who or claim.said.by in blamed:
            continue
        blamed.add(claim.said.by)
        accused = _with_article(story.actors[claim.what.who[0]])
        speaker = "" if claim.said.by == DOCUMENT_VOICE else _speaker(story, claim.said.by)
        text = f"{speaker} blamed {accused}" if speaker else f"{accused} is blamed"
        cited = [claim.id]
        reply = next((other for other in story.claims if other.responds_to == claim.id), None)
        if reply is not None:
            text += f"; {_speaker(story, reply.said.by).rstrip(',')} denied it"
            cited.append(reply.id)
        sentences.append(SummarySentence(_sentence(text), tuple(cited)))
    return sentences


def _plain_sentences(story: Story) -> list[SummarySentence]:
    """Where nothing is counted and nobody blamed: who denied or said what, as a pointer to the claims."""
    for kind, verb in ((ClaimKind.DENIAL, "issued a denial"), (ClaimKind.CONFIRMATION, "confirmed it"), (ClaimKind.WARNING, "issued a warning")):
        claim = next((c for c in story.claims if c.kind is kind and c.said.by != DOCUMENT_VOICE), None)
        if claim is not None:
            return [SummarySentence(_sentence(f"{_speaker(story, claim.said.by)} {verb}"), (claim.id,))]
    claim = next((c for c in story.claims if c.kind is ClaimKind.STATEMENT), None)
    if claim is None:
        return []
    return [SummarySentence(_sentence(f"{_speaker(story, claim.said.by)} gave an account of the {story.noun}"), (claim.id,))]


def _sentence(text: str) -> str:
    text = text.strip()
    return text[0].upper() + text[1:] + "."


def place_for_title(places: Sequence[Place]) -> Place | None:
    """The place that a headline names: the first that is larger than a site; else the first."""
    return next((place for place in places if place.level not in (PlaceLevel.SITE, PlaceLevel.AREA)), places[0] if places else None)
