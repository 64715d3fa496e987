"""The party that opens a sentence, as its speaker or without speaking."""

from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after
from generator.extract.speech.sources import source_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution

_LABEL = 10
"""Words of a label in front of a story's own (``UPDATE (13:05):``), at most."""


def find_present(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Who opens a sentence with name and office without speaking in it; nobody where somebody speaks."""
    if attributions or lexicon.actors.opening_offices.isdisjoint(prose.vocabulary):
        return ()
    subject = subject_of(prose, len(prose.words), lexicon)
    if subject is None or not subject.named or subject.rule not in ("office-name", "titled", "name-description"):
        return ()
    several = " and " in prose.text[subject.span.start - prose.start : subject.span.end - prose.start + _AND]
    return () if several else (subject,)


_AND = 5
"""Code points of an ``and`` behind a party."""


def subject_of(prose: Prose, before: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that opens the sentence, for a participle that has no other source (``..., accusing rivals``)."""
    first = next((n + 1 for n, word in enumerate(prose.words[:_LABEL]) if word.text == ":"), 0)
    if first and not (prose.words[0].text.isupper() or prose.words[0].text.isdigit()):
        first = 0
    end = phrase_after(prose.words, first, lexicon)
    whole = source_behind(prose, first, lexicon) if end < len(prose.words) and prose.words[end].text == "," else end
    source = read_actor(prose, first, min(whole, before), lexicon) if end > first else None
    return source if source is not None and may_speak(source, lexicon) else None
