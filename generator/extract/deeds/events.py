"""Words that tell what kind of event a sentence is about."""

from generator.extract.prose.matching import Prose
from generator.lexicon.events import EventPhrase
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import EventMention
from generator.model.vocabulary import Stage

_GAP = 6


def find_events(prose: Prose, lexicon: Lexicon) -> tuple[EventMention, ...]:
    """All event words of a sentence in order; at most one of a type begins at a word."""
    phrases = lexicon.events.phrases
    tokens = prose.tokens()
    words = tuple([word for word, _, _ in tokens])
    found: list[EventMention] = []
    stage: Stage | None = None
    for at, word in enumerate(words):
        if word not in phrases or (word == "march" and at and prose.text[tokens[at][1]] == "M"):
            continue
        seen = set()
        for phrase in phrases[word]:
            if phrase.type in seen or not _fits(phrase, words, at):
                continue
            if not found:
                stage = find_stage(prose, lexicon)
            seen.add(phrase.type)
            span = prose.span(tokens[at][1], tokens[at + len(phrase.words) - 1][2])
            found.append(EventMention(span, phrase.type, phrase.weight, stage, phrase.rule))
    return tuple(found)


def _fits(phrase: EventPhrase, words: tuple[str, ...], at: int) -> bool:
    end = at + len(phrase.words)
    if end > at + 1 and words[at:end] != phrase.words:
        return False
    gap = phrase.gap
    if not gap:
        return True
    if gap[0] not in words[end : end + _GAP]:
        return False
    return any(words[start : start + len(gap)] == gap for start in range(end, min(len(words), end + _GAP)))


def find_stage(prose: Prose, lexicon: Lexicon) -> Stage | None:
    """How far the event came, where the sentence says that it did not come about."""
    text = prose.text.lower()
    if not any(map(text.__contains__, lexicon.events.stage_words)):
        return None
    return next((stage for stage, pattern in lexicon.events.stages.items() if pattern.search(text)), None)
