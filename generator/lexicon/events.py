"""Words that tell what happened, indexed by their first word."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.lexicon.choices import TOKEN, is_parted, openings, variants, words_in, words_of
from generator.lexicon.hints import Hint, read_hints
from generator.lexicon.rules import Example, alternation
from generator.lexicon.sources import read_knowledge
from generator.model.values import value
from generator.model.vocabulary import EventType, Stage


@value
class EventPhrase:
    """One way to tell an event type.

    Attributes:
        words: lower case words that follow one another.
        gap: further words that stand within a few words behind them, or empty.
        type: the event type.
        weight: how strongly it tells the type, 1 to 3; 0 where it only keeps its words from telling theirs.
        rule: the entry as written, for `explain`.
    """

    words: tuple[str, ...]
    gap: tuple[str, ...]
    type: EventType
    weight: int
    rule: str


class Phrases(Mapping[str, tuple[EventPhrase, ...]]):
    """First word -> phrases, the longest first; they are spelled out when a text first holds the word.

    Args:
        entries: first word -> the entries that may begin with it.
        words: the first words that count; None for all.
    """

    __slots__ = ("_entries", "_spelled")

    def __init__(self, entries: Mapping[str, Sequence["_Entry"]], words: Collection[str] | None = None) -> None:
        self._entries = entries if words is None else {word: entries[word] for word in entries if word in words}
        self._spelled: dict[str, tuple[EventPhrase, ...]] = {}

    def __getitem__(self, word: str) -> tuple[EventPhrase, ...]:
        found = self._spelled.get(word)
        if found is None:
            every = [each for entry in self._entries[word] for each in _phrases(entry) if each.words[0] == word]
            found = self._spelled[word] = tuple(sorted(every, key=lambda each: (-len(each.words), each.rule)))
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class PhraseIndex:
    """Phrases by the words that they begin with, so that a text is read in one pass.

    Args:
        phrases: all of them.

    Attributes:
        openers: the first words of all phrases.
    """

    __slots__ = ("_ordered", "_phrases", "openers")

    def __init__(self, phrases: Mapping[str, tuple[EventPhrase, ...]]) -> None:
        self.openers = frozenset(phrases)
        self._phrases = phrases
        self._ordered: dict[str, tuple[tuple[EventPhrase, ...], dict[str, tuple[EventPhrase, ...]]]] = {}

    def at(self, words: tuple[str, ...], at: int) -> tuple[EventPhrase, ...]:
        """The phrases that may begin at one of the openers, the longest first."""
        ordered = self._ordered.get(words[at])
        if ordered is None:
            ordered = self._ordered[words[at]] = _by_second_word(self._phrases[words[at]])
        single, seconds = ordered
        if at + 1 == len(words):
            return single
        paired = seconds.get(words[at + 1], ())
        return (*paired, *single) if paired else single


def _by_second_word(
    phrases: Sequence[EventPhrase],
) -> tuple[tuple[EventPhrase, ...], dict[str, tuple[EventPhrase, ...]]]:
    """Those of one word, and the others by their second word; each in the order in which they stood."""
    seconds: dict[str, list[EventPhrase]] = {}
    for phrase in phrases:
        if len(phrase.words) > 1:
            seconds.setdefault(phrase.words[1], []).append(phrase)
    single = tuple([phrase for phrase in phrases if len(phrase.words) == 1])
    return single, {second: tuple(found) for second, found in seconds.items()}


@value
class EventKind:
    """How a type is named and checked.

    Attributes:
        title: how a headline names one such event.
        titles: how it names several.
        nouns: sharper name -> words that call for it.
        matches: sentences that tell the type.
        rejects: sentences that do not.
    """

    title: str
    titles: str
    nouns: Mapping[str, tuple[str, ...]]
    matches: tuple[Example, ...]
    rejects: tuple[Example, ...]


@value
class EventLexicon:
    """Everything that ``events.yml`` knows.

    Attributes:
        phrases: first word that tells something alone -> all phrases that begin with it, the longest first.
        words: the words of those phrases.
        index: all phrases, for reading.
        kinds: type -> names and examples.
        incidents: types that are incidents by themselves.
        mishaps: entries that tell of an incident which has no type of its own.
        stages: matches what makes an event one that did not come about.
        stage_words: the words of which a sentence holds one where such a pattern matches, as a prefilter.
        weapons: matches the words for weapons.
        hints: words that go with news of a type, in all their forms.
    """

    phrases: Mapping[str, tuple[EventPhrase, ...]]
    words: frozenset[str]
    index: PhraseIndex
    kinds: Mapping[EventType, EventKind]
    incidents: frozenset[EventType]
    mishaps: frozenset[str]
    stages: Mapping[Stage, re.Pattern[str]]
    stage_words: frozenset[str]
    weapons: re.Pattern[str]
    hints: Mapping[str, Hint]


def event_tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of lower-case text, hyphenated ones whole."""
    return TOKEN.finditer(text)


def read_phrases(words: tuple[str, ...], index: PhraseIndex) -> Iterator[tuple[int, EventPhrase]]:
    """The phrases that words hold, each with the index of its first word.

    What stands inside a longer phrase, or begins it, tells nothing.

    Args:
        words: words in lower case, in order.
        index: the phrases.
    """
    behind = 0
    openers = index.openers
    for at in [at for at, word in enumerate(words) if word in openers]:
        seen: list[EventType] = []
        covered, longest = behind, 0
        for phrase in index.at(words, at):
            end = at + len(phrase.words)
            if end <= covered or end < longest or phrase.type in seen or not _fits(phrase, words, at, end):
                continue
            longest = max(longest, end)
            behind = max(behind, end)
            if phrase.weight:
                seen.append(phrase.type)
                yield at, phrase
            else:
                covered = max(covered, end)


def _fits(phrase: EventPhrase, words: tuple[str, ...], at: int, end: int) -> bool:
    if end > at + 2 and words[at:end] != phrase.words:
        return False
    gap = phrase.gap
    if not gap:
        return True
    if gap[0] not in words[end : end + _GAP]:
        return False
    return any(words[start : start + len(gap)] == gap for start in range(end, min(len(words), end + _GAP)))


_GAP = 6
"""Words behind a phrase in which its further words stand."""


def read_events() -> EventLexicon:
    """Compile ``events.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("events.yml")
    entries: dict[str, list[_Entry]] = {}
    for text, kind, weight in _rows(data):
        for word, pattern in openings(text.partition(".{0,")[0].strip()):
            entries.setdefault(word, []).append(_Entry(pattern, text, kind, weight))
    telling = {word for word, found in entries.items() if any(entry.weight and entry.spells(word) for entry in found)}
    return EventLexicon(
        phrases=Phrases(entries, telling),
        words=frozenset(word for opener in telling for entry in entries[opener] for word in words_of(entry.pattern)),
        index=PhraseIndex(Phrases(entries)),
        kinds={EventType(row["type"]): _kind(row) for row in data["types"]},
        incidents=frozenset(EventType(name) for name in data["incidents"]),
        mishaps=frozenset(data["mishaps"]),
        stages={Stage(name): re.compile(rf"\b{alternation(words)}\b") for name, words in data["stages"].items()},
        stage_words=frozenset(phrase.split()[0] for words in data["stages"].values() for phrase in words),
        weapons=re.compile(rf"\b(?:{'|'.join(data['weapons'])})\b"),
        hints=read_hints(),
    )


_DECISIVE = 3
"""Weight of the words of mishaps."""


def _kind(row: Mapping[str, Any]) -> EventKind:
    return EventKind(
        title=row["title"],
        titles=row["titles"],
        nouns={name: tuple(words) for name, words in row.get("nouns", {}).items()},
        matches=tuple(Example(text) for text in row.get("matches", ())),
        rejects=tuple(Example(text) for text in row.get("rejects", ())),
    )


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, EventType, int]]:
    """Every entry of the file with its type and weight."""
    for row in data["types"]:
        kind = EventType(row["type"])
        yield from ((text, kind, weight) for weight, texts in row["words"].items() for text in texts)
    yield from ((text, EventType.OTHER, _DECISIVE) for text in data["mishaps"])
    yield from ((text, EventType.OTHER, 0) for text in data["idle"])


class _Entry(NamedTuple):
    """An entry as far as it begins with one word: spelled out it may be a thousand phrases, few of which are ever met.

    Attributes:
        pattern: the words without the gap, the choice of the first word made.
        text: the entry as written.
        type: its event type.
        weight: how strongly it tells the type.
    """

    pattern: str
    text: str
    type: EventType
    weight: int

    def spells(self, word: str) -> bool:
        """Whether the word alone is one of its phrases."""
        return not is_parted(self.pattern) and any(words_in(text) == (word,) for text in variants(self.pattern))


def _phrases(entry: _Entry) -> Iterator[EventPhrase]:
    tail = entry.text.partition(".{0,")[2]
    gaps = [words_in(text) for text in variants(tail.partition("}")[2].strip())] if tail else [()]
    for text in variants(entry.pattern):
        for gap in gaps:
            yield EventPhrase(words_in(text), gap, entry.type, entry.weight, entry.text)
