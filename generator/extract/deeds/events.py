"""Words that tell what kind of event a sentence is about."""

from generator.extract.prose.matching import Prose
from generator.lexicon.events import read_phrases
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import EventMention
from generator.model.vocabulary import Stage

_POINTING = frozenset(("the", "this", "these", "that", "those"))


def find_events(prose: Prose, lexicon: Lexicon) -> tuple[EventMention, ...]:
    """All event words of a sentence in order; at most one of a type begins at a word."""
    index = lexicon.events.index
    words = prose.told()
    if index.openers.isdisjoint(words):
        return ()
    starts: list[int] = []
    found: list[EventMention] = []
    stage: Stage | None = None
    for at, phrase in read_phrases(words, index):
        starts = starts or prose.told_from()
        if phrase.words == ("march",) and at and prose.text[starts[at]] == "M":
            continue
        if not found:
            stage = find_stage(prose, lexicon)
        last = at + len(phrase.words) - 1
        span = prose.span(starts[at], starts[last] + len(words[last]))
        definite = not _POINTING.isdisjoint(words[max(0, at - 2) : at])
        found.append(EventMention(span, phrase.type, phrase.weight, stage, phrase.rule, definite))
    return tuple(found)


def find_hints(prose: Prose, lexicon: Lexicon) -> frozenset[str]:
    """The words of a sentence that go with news of a type, in lower case."""
    return prose.vocabulary & lexicon.events.hints.keys()


def find_stage(prose: Prose, lexicon: Lexicon) -> Stage | None:
    """How far the event came, where the sentence says that it did not come about."""
    if lexicon.events.stage_words.isdisjoint(prose.vocabulary):
        return None
    text = prose.text.lower()
    return next((stage for stage, pattern in lexicon.events.stages.items() if pattern.search(text)), None)
