"""Who claims a deed: the group, not the voice on the telephone or the spokesman."""

import re
from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import known_mention, known_names
from generator.extract.prose.cuewords import skip_left
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after
from generator.extract.speech.sources import find_source, source_behind, subject_of
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DayMention
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
    found = find_source(prose, left, lexicon) if left else None
    source = found[0] if found is not None else None
    if source is None and match[0].startswith("claiming"):
        source = subject_of(prose, first, lexicon)
    group = _group_in(prose, source, match, lexicon)
    if group is not None:
        return group
    if source is not None and not _UNTOLD.isdisjoint(
        prose.text[source.span.start - prose.start : match.start()].lower().split()
    ):
        return None
    if source is None or _DOUBTED.search(prose.text[: max(0, source.span.start - prose.start)]):
        return None
    if source.type is ActorType.OFFICIAL:
        return None
    if source.type is ActorType.GOVERNMENT and not _DEED.search(prose.text, match.end(), match.end() + _LISTENING):
        return None
    return source


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
    if whole is not None and whole.named:
        return whole
    words = prose.words
    stop = phrase_after(words, first, lexicon)
    name = next((n for n in range(first, min(stop, first + _DESCRIBED)) if words[n].capital), stop)
    return read_actor(prose, name, stop, lexicon) if first < name < stop else whole


_DESCRIBED = 4
"""Words in lower case in front of a group's name, at most."""


def party_in_front(prose: Prose, offset: int, lexicon: Lexicon) -> ActorMention | None:
    """The party whose phrase ends at an offset, adverbs and auxiliaries left out."""
    first = next((n for n, word in enumerate(prose.words) if word.start >= offset), len(prose.words))
    left, _ = skip_left(prose, first, ())
    if left and prose.words[left - 1].text in ("who", "which", "that"):
        left -= 1
        left -= left > 0 and prose.words[left - 1].text == ","
    found = find_source(prose, left, lexicon) if left else None
    return found[0] if found is not None else None
