"""Deeds that speech puts to a party: ``rebels stormed the mission, survivors said``."""

from collections.abc import Iterator, Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_before
from generator.extract.speech.charges import OWN, country_in, is_military, plain_name
from generator.extract.speech.sources import find_source
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution
from generator.model.reading import ClaimMention
from generator.model.vocabulary import ActorType, ClaimKind

_BEFORE_DEED = frozenset(
    [
        "had",
        "have",
        "has",
        "also",
        "then",
        "first",
        "repeatedly",
        "deliberately",
        "again",
        "later",
        "reportedly",
        "allegedly",
        "illegally",
    ]
)
_TRYING = frozenset(("tried", "attempted", "sought", "planned", "threatened", "wanted"))
_OF_STATE = frozenset((ActorType.GOVERNMENT, ActorType.STATE_FORCE))
_OUTSIDERS = frozenset((ActorType.CROWD, ActorType.PERSON, ActorType.ORGANISATION))
"""Speakers for whom the forces of a state are the others."""
_MOST_DEEDS = 3
"""Deeds of one speech that are looked at."""


def find_charges(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Speech that puts a violent deed to a party: ``rebels stormed the mission, survivors said``."""
    deeds = lexicon.claims.first_deeds & prose.vocabulary
    if not deeds:
        return
    at = [number for number, word in enumerate(prose.words) if word.text in deeds and number]
    for attribution in attributions:
        if attribution.source is None or attribution.kind is not ClaimKind.STATEMENT:
            continue
        for content in attribution.contents:
            first, end = content.start - prose.start, content.end - prose.start
            inside = [number for number in at if first <= prose.words[number].start < end]
            party = _doer(prose, first, inside, attribution.source, lexicon) if inside else None
            if party is not None:
                pair = split_pair(prose, party, lexicon)
                yield ClaimMention(ClaimKind.ACCUSATION, attribution.span, attribution, "deed-reported", party=pair)
                break


def split_pair(prose: Prose, party: ActorMention, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The two parties that ``and`` joins (``the army and the rebels``); the one party where no two are told."""
    words = [n for n, word in enumerate(prose.words) if party.span.start <= prose.start + word.start < party.span.end]
    joint = next((n for n in words[1:-1] if prose.words[n].text == "and"), None)
    if joint is None or party.known is not None:
        return (party,)
    pair = (read_actor(prose, words[0], joint, lexicon), read_actor(prose, joint + 1, words[-1] + 1, lexicon))
    sides = tuple(each for each in pair if each is not None and each.type in _PAIRED and each.rule != "definite")
    return sides if len(sides) == len(pair) else (party,)


_PAIRED = frozenset(
    (ActorType.ARMED_GROUP, ActorType.STATE_FORCE, ActorType.GOVERNMENT, ActorType.CROWD, ActorType.PERSON)
)


def _doer(
    prose: Prose, start: int, numbers: Sequence[int], speaker: ActorMention, lexicon: Lexicon
) -> ActorMention | None:
    """The party of another side in front of the first violent deed that has a subject; else None.

    ``start`` is the offset at which the clause begins, ``numbers`` are the words of it that may tell a deed.
    """
    tried = 0
    for number in numbers:
        deed = _deed_at(prose, number, lexicon)
        if deed is None or _is_reduced(prose, number, lexicon):
            continue
        tried += 1
        party = _in_front(prose, start, number, lexicon)
        if party is not None:
            return party if _is_other_side(party, speaker, deed, lexicon) else None
        if tried == _MOST_DEEDS:
            return None
    return None


def _deed_at(prose: Prose, number: int, lexicon: Lexicon) -> str | None:
    """The deed that a word tells alone or with the next one; its bare form only where it is a verb."""
    words, claims = prose.words, lexicon.claims
    pair = f"{words[number].text} {words[number + 1].text}" if number + 1 < len(words) else ""
    deed = next(
        (deed for deed in (pair, words[number].text) if deed in claims.deeds or deed in claims.bare_deeds), None
    )
    if deed in claims.bare_deeds and words[number - 1].text not in _BEFORE_BARE:
        return None
    return deed


_BEFORE_BARE = frozenset(("to", "did", "would", "could", "will", "not"))
"""In front of the bare form of a deed: a verb (``tried to storm``); elsewhere it is a noun (``the strike``)."""


def _is_reduced(prose: Prose, verb: int, lexicon: Lexicon) -> bool:
    """Whether a participle only tells of the noun in front of it (``militants killed in raids``): it has no object."""
    words = prose.words
    if words[verb].text in _WITHOUT_OBJECT or verb + 1 >= len(words):
        return verb + 1 >= len(words)
    following = words[verb + 1]
    if following.text in ("at", "into") and words[verb].text in ("shot", "shoot"):
        return False
    if following.text in ("at", "more", "up") and verb + 2 < len(words) and words[verb + 2].text in _BOUNDS:
        return False
    return not following.wordlike or following.lower in lexicon.grammar.prepositions | lexicon.grammar.conjunctions


_BOUNDS = frozenset(("least", "most", "than", "to"))
"""Second words of a figure's bound: what follows a deed is an object (``killed at least nine``)."""
_WITHOUT_OBJECT = frozenset(("fired", "fire", "opened", "carried", "set"))


def _in_front(prose: Prose, start: int, verb: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that is the subject of a deed."""
    words = prose.words
    left = verb
    if left > 1 and words[left - 1].text == "to" and words[left - 2].text in _TRYING:
        left -= 2
    while left and words[left - 1].text in _BEFORE_DEED:
        left -= 1
    armed = left > 1 and words[left - 1].lower in lexicon.claims.arms
    first = phrase_before(words, left - armed, lexicon)
    if first >= left - armed or words[first].start < start or words[first].lower in OWN:
        return None
    if armed:
        return country_in(prose, first, left - 1, lexicon)
    if first and words[first - 1].text in ("with", "by", "near"):
        found = find_source(prose, left, lexicon)
        return found[0] if found is not None and found[0].type is not ActorType.PERSON else None
    head = _head(prose, first, left)
    if words[head].lower in lexicon.claims.unnamed:
        whose = next((n for n in range(head + 1, left) if words[n].text in ("from", "of")), None)
        party = read_actor(prose, whose + 1, left, lexicon) if whose is not None else None
        return party if party is not None and party.named and party.type is ActorType.ARMED_GROUP else None
    party = read_actor(prose, first, left, lexicon) or plain_name(prose, first, left)
    return party if party is not None and party.pronoun is None and party.rule != "definite" else None


def _head(prose: Prose, first: int, left: int) -> int:
    """Index of the noun that a phrase is about: the one in front of its first preposition."""
    words = prose.words
    stop = next(
        (n for n in range(first + 1, left) if words[n].text in ("of", "from", "in", "on", "at", "with", "for")), left
    )
    return stop - 1


def _is_other_side(party: ActorMention, speaker: ActorMention, deed: str, lexicon: Lexicon) -> bool:
    """Whether a party is not the speaker's own: forces of a state are the others for outsiders and for other states."""
    if party.type is ActorType.PERSON or (party.known is not None and party.known == speaker.known):
        return False
    if party.span.overlaps(speaker.span) or party.name == speaker.name:
        return False
    if party.type in _OF_STATE:
        if speaker.type in _OUTSIDERS:
            return party.country is None or party.country != speaker.country
        if party.country is None or (speaker.country is None and not _may_be_struck(party, speaker)):
            return False
        return party.country != speaker.country
    if party.type is ActorType.ORGANISATION:
        return party.named and deed not in lexicon.claims.weak_deeds
    return party.type in (ActorType.ARMED_GROUP, ActorType.CROWD)


def _may_be_struck(party: ActorMention, speaker: ActorMention) -> bool:
    """Whether an office without a country reports the arms of a named state: none calls its own side's by name."""
    return party.rule == "arms-of" and speaker.type is ActorType.OFFICIAL and not is_military(speaker)
