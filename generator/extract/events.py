"""Words that tell what kind of event a sentence is about."""

from generator.extract.matching import Prose
from generator.lexicon.events import EventPhrase, event_tokens
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import EventMention
from generator.model.vocabulary import Stage

_GAP = 6


def find_events(prose: Prose, lexicon: Lexicon) -> tuple[EventMention, ...]:
    """All event words of a sentence in order; at most one of a type begins at a word."""
    phrases = lexicon.events.phrases
    tokens = list(event_tokens(prose.text.lower()))
    words = [token[0] for token in tokens]
    found = []
    stage: Stage | None = None
    staged = False
    for at, word in enumerate(words):
        if word == "march" and at and prose.text[tokens[at].start()] == "M":
            continue
        seen = set()
        for phrase in phrases.get(word, ()):
            if phrase.type in seen or not _fits(phrase, words, at):
                continue
            if not staged:
                stage, staged = find_stage(prose, lexicon), True
            seen.add(phrase.type)
            span = prose.span(tokens[at].start(), tokens[at + len(phrase.words) - 1].end())
            found.append(EventMention(span, phrase.type, phrase.weight, stage, phrase.rule))
    return tuple(found)


def _fits(phrase: EventPhrase, words: list[str], at: int) -> bool:
    end = at + len(phrase.words)
    if tuple(words[at:end]) != phrase.words:
        return False
    if not phrase.gap:
        return True
    size = len(phrase.gap)
    return any(tuple(words[start : start + size]) == phrase.gap for start in range(end, min(len(words), end + _GAP)))


def find_stage(prose: Prose, lexicon: Lexicon) -> Stage | None:
    """How far the event came, where the sentence says that it did not come about."""
    text = prose.text.lower()
    return next((stage for stage, pattern in lexicon.events.stages.items() if pattern.search(text)), None)
