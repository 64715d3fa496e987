"""Who claims a deed: the group, not the voice on the telephone or the spokesman."""

import re
from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import known_mention, known_names
from generator.extract.prose.cuewords import skip_left
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after, phrase_before
from generator.extract.speech.charges import is_military, plain_name
from generator.extract.speech.openers import subject_of
from generator.extract.speech.sources import find_source, source_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DayMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType

_DOUBTED = re.compile(r"\b(?:not|whether|if|never|doubt\w*|den(?:y|ied|ies))\b[^,.;]{0,25}\Z")
"""In front of somebody who claims: the claim is somebody else's, and doubted."""
_FOR_WHOM = re.compile(
    r"\b(?:on behalf of|in the name of|signed by|speak(?:ing)? for|represent(?:ing)?|belong(?:ing)? to|members? of|"
    r"spokes(?:man|woman|person) for|commanders? of|leaders? of|wing of|attributed to|"
    r"identif\w+ (?:himself|themselves|itself) as) "
)
"""Words between a voice and the group it speaks for."""
_DEED = re.compile(
    r"\b(?:attack|strike|bomb|blast|raid|kill|death|shoot|assassinat|ambush|assault|massacre|downing)\w*"
)
_SINGLE = frozenset((ActorType.PERSON, ActorType.OFFICIAL, ActorType.CROWD, ActorType.MEDIA))
_LISTENING = 90
"""Code points behind the claim in which the claimed deed is named."""


def find_claimer(
    prose: Prose, match: re.Match[str], days: Sequence[DayMention], lexicon: Lexicon
) -> ActorMention | None:
    """The party that claims a deed in the words of a match; None where nobody does or somebody doubts it."""
    first = next((n for n, word in enumerate(prose.words) if word.start >= match.start()), len(prose.words))
    left, _ = skip_left(prose, first, days)
    quoted = _quoted_name(prose, left)
    if quoted is not None:
        return quoted
    if left and prose.words[left - 1].text in ("who", "which", "that"):
        left -= 1
        left -= left > 0 and prose.words[left - 1].text == ","
    source = subject_before(prose, left, lexicon)
    verb = match[0].split(maxsplit=1)[0]
    paper = source is not None and source.name.lower() in lexicon.cues.papers
    if ((source is None or paper) and verb.endswith("ing")) or _points_back(source):
        subject = subject_of(prose, first, lexicon)
        subject = subject if subject is not None and subject.rule != "name" else _group_before(prose, first, lexicon)
        source = subject or (None if paper else source)
    group = _group_in(prose, source, match, lexicon)
    claimant = group or source
    if _OF_ITSELF.search(match[0]) and claimant is not None and claimant.type not in _GROUPS:
        return None
    if group is not None:
        return group
    if source is not None and source.name.lower() in _MONTHS:
        return None
    if source is not None and not _UNTOLD.isdisjoint(
        prose.text[source.span.start - prose.start : match.start()].lower().split()
    ):
        return None
    if source is None or _DOUBTED.search(prose.text[: max(0, source.span.start - prose.start)]):
        return None
    if _OTHERS.search(match[0]) and not _acts_together(prose, source):
        return None
    if source.type is ActorType.OFFICIAL:
        return source if "by" not in match[0] and _TOLD.match(match[0]) and is_military(source) else None
    if source.type is ActorType.GOVERNMENT and not _DEED.search(prose.text, match.end(), match.end() + _LISTENING):
        return None
    return source


_OF_ITSELF = re.compile(r" the (?:group|movement|organi[sz]ation|militia|faction|militants|rebels|insurgents) ")
"""A noun by which a group tells of itself; behind anybody else's ``said`` it is another party."""
_GROUPS = frozenset((ActorType.ARMED_GROUP, ActorType.ORGANISATION))


def _group_before(prose: Prose, before: int, lexicon: Lexicon) -> ActorMention | None:
    """The nearest group that a name in front of word ``before`` tells (``the Red Front sent a video in which it``)."""
    words = prose.words
    for last in range(min(before, len(words)) - 1, max(-1, before - _NEAREST), -1):
        if not words[last].capital:
            continue
        first = phrase_before(words, last + 1, lexicon)
        group = read_actor(prose, first, last + 1, lexicon) if first <= last else None
        if group is not None and group.named and group.type in (ActorType.ARMED_GROUP, ActorType.ORGANISATION):
            return group
    return None


_NEAREST = 14
"""Words in front of a claim among which its group is looked for."""


def _points_back(source: ActorMention | None) -> bool:
    """Whether a source is a pronoun or a station that carried the words: the sentence's subject claims."""
    return source is not None and (source.pronoun in ("it", "they") or source.type is ActorType.MEDIA)


def _acts_together(prose: Prose, source: ActorMention) -> bool:
    """Whether a party that tells a deed of ``it`` or ``they`` can mean itself: firms and plain persons cannot."""
    if source.type not in _PEOPLE:
        return True
    start = source.span.start - prose.start
    words = prose.text[max(0, start - _STYLED) : source.span.end - prose.start]
    return is_military(source) or _BAND.search(words) is not None


_PEOPLE = frozenset((ActorType.PERSON, ActorType.CROWD, ActorType.COMPANY, ActorType.MEDIA))
_STYLED = 24
"""Code points in front of a name in which it may be called a group's (``a group calling itself``)."""
_BAND = re.compile(r"\b(?:group|organi[sz]ation|movement|outfit|network|cell|sect|army|fighters|militants|rebels)\b")
_OTHERS = re.compile(r" (?:it|they|its|their) ")
"""Subjects that a person without arms does not speak of himself by."""
_MONTHS = frozenset(
    word
    for line in ("january february march april may june july august september october november december",)
    for word in line.split()
)
_TOLD = re.compile(r"(?:told|said|says|announced|announces|declared|claimed|acknowledged|admitted|confirmed|stated)\b")
"""Words with which an officer tells what his side did; ``accepted responsibility`` is a politician's."""
_UNTOLD = frozenset(("any", "neither", "nor", "no", "some", "same", "alleged", "another", "other"))
"""Words of a subject that names no party: ``any group``, ``the same group``."""


def _quoted_name(prose: Prose, left: int) -> ActorMention | None:
    """A name between quotation marks, with brackets behind it or not, that ends in front of word ``left``."""
    words = prose.words
    end = left
    if end and words[end - 1].text in (")", "]"):
        end = next((n for n in range(end - 2, max(-1, end - 10), -1) if words[n].text in ("(", "[")), 0)
    if end < _LEAST_QUOTED or words[end - 1].text != '"':
        return None
    start = next((n for n in range(end - 2, max(-1, end - 10), -1) if words[n].text == '"'), None)
    if start is None or start + 1 >= end - 1 or not start or words[end - 2].text in (",", ".", "!", "?"):
        return None
    span = prose.span(words[start + 1].start, words[end - 2].end)
    name = prose.text[words[start + 1].start : words[end - 2].end]
    return ActorMention(span, name, ActorType.ARMED_GROUP, named=True, rule="quoted-name")


_LEAST_QUOTED = 3


def _group_in(prose: Prose, source: ActorMention | None, match: re.Match[str], lexicon: Lexicon) -> ActorMention | None:
    """The group that a voice speaks for, named between the voice and its claim or beside its name."""
    if source is not None and (source.type not in _SINGLE):
        return None
    start = source.span.start - prose.start if source is not None else 0
    for joint in _FOR_WHOM.finditer(prose.text, max(0, start), match.end() + _LISTENING):
        if joint.start() > match.end() and source is not None and not joint[0].startswith(("on behalf", "in the name")):
            continue
        first = next((n for n, word in enumerate(prose.words) if word.start >= joint.end()), None)
        if first is None:
            continue
        group = _named_group(prose, first, lexicon)
        if group is not None and group.named and group.type not in _SINGLE:
            return group
    if source is None:
        return None
    words = [word for word in prose.words if source.span.start <= prose.start + word.start < source.span.end]
    for begins, ends, actor in known_names(prose, words, lexicon):
        if actor.type is ActorType.ARMED_GROUP:
            return known_mention(prose, words[begins : ends + 1], actor)
    return None


def _named_group(prose: Prose, first: int, lexicon: Lexicon) -> ActorMention | None:
    """The group that a phrase names, behind what it is called by others (``the outlawed Red Hand Front``)."""
    whole = read_actor(prose, first, source_behind(prose, first, lexicon), lexicon)
    if whole is not None and whole.named and whole.type not in _SINGLE:
        return whole
    words = prose.words
    stop = phrase_after(words, first, lexicon)
    plain = read_actor(prose, first, stop, lexicon)
    if plain is not None and plain.named and plain.type not in _SINGLE:
        return plain
    name = next((n for n in range(first, min(stop, first + _DESCRIBED)) if words[n].capital), stop)
    return read_actor(prose, name, stop, lexicon) if first < name < stop else whole


_DESCRIBED = 4
"""Words in lower case in front of a group's name, at most."""


def spoken_for(prose: Prose, source: ActorMention, lexicon: Lexicon) -> ActorMention:
    """The group for which somebody speaks by his own words or title; the speaker himself where none is named."""
    if source.type not in _SINGLE:
        return source
    joint = _FOR_WHOM.search(prose.text, max(0, source.span.start - prose.start), source.span.end - prose.start)
    first = next((n for n, word in enumerate(prose.words) if joint and word.start >= joint.end()), None)
    group = _named_group(prose, first, lexicon) if first is not None else None
    return group if group is not None and group.named and group.type not in _SINGLE else source


def party_in_front(prose: Prose, offset: int, lexicon: Lexicon) -> ActorMention | None:
    """The party whose phrase ends at an offset, adverbs and auxiliaries left out."""
    first = next((n for n, word in enumerate(prose.words) if word.start >= offset), len(prose.words))
    left, _ = skip_left(prose, first, ())
    quoted = _quoted_name(prose, left) if left and prose.words[left - 1].text == '"' else None
    if quoted is not None:
        return replace(quoted, type=ActorType.CROWD, named=quoted.name[0].isupper(), rule="described")
    if left and prose.words[left - 1].text in ("who", "which", "that"):
        left -= 1
        left -= left > 0 and prose.words[left - 1].text == ","
    return subject_before(prose, left, lexicon)


def subject_before(prose: Prose, left: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that is the subject of what begins at word ``left``; what stands between two commas is passed over."""
    words = prose.words
    if not left:
        return None
    found = find_source(prose, left, lexicon)
    if found is None and words[left - 1].text == ",":
        opens = next((n for n in range(left - 2, max(0, left - _ASIDE), -1) if words[n].text == ","), None)
        if opens and words[opens + 1].lower in lexicon.grammar.prepositions:
            return subject_before(prose, opens, lexicon)
    if found is not None:
        return found[0]
    named = plain_name(prose, phrase_before(words, left, lexicon), left)
    if named is not None:
        return named
    first = next((n for n in range(left - 1, max(-1, left - _NEAR), -1) if words[n].lower in _ARTICLES), None)
    return read_actor(prose, first, left, lexicon) if first is not None and first < left - 1 else None


_ASIDE = 14
"""Words that stand between two commas behind a subject, at most."""
_NEAR = 6
"""Words of a plain subject (``the armed wing of the group``), at most."""
_ARTICLES = frozenset(("the", "a", "an"))
