"""Words that tell what happened, indexed by their first word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import InvalidLexicon
from generator.lexicon.rules import Example, alternation
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import EventType, Stage

_TOKEN = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases by the words that they begin with, so that a text is read in one pass.

    Attributes:
        openers: the first words of all phrases.
        single: word -> phrases of that word alone.
        paired: first word -> second word -> phrases of two words and more, the longest first.
    """

    openers: frozenset[str]
    single: Mapping[str, tuple[EventPhrase, ...]]
    paired: Mapping[str, Mapping[str, tuple[EventPhrase, ...]]]

    def at(self, words: tuple[str, ...], at: int) -> tuple[EventPhrase, ...]:
        """The phrases that may begin at a word, the longest first."""
        single = self.single.get(words[at], ())
        seconds = self.paired.get(words[at])
        if seconds is None or at + 1 == len(words):
            return single
        paired = seconds.get(words[at + 1], ())
        return (*paired, *single) if paired else single


def index_phrases(phrases: Mapping[str, tuple[EventPhrase, ...]]) -> PhraseIndex:
    """An index of phrases that are listed by their first words, the longest first."""
    single: dict[str, tuple[EventPhrase, ...]] = {}
    paired: dict[str, dict[str, tuple[EventPhrase, ...]]] = {}
    for word, rows in phrases.items():
        alone = tuple(phrase for phrase in rows if len(phrase.words) == 1)
        if alone:
            single[word] = alone
        for phrase in rows:
            if len(phrase.words) > 1:
                seconds = paired.setdefault(word, {})
                seconds[phrase.words[1]] = (*seconds.get(phrase.words[1], ()), phrase)
    return PhraseIndex(frozenset(phrases), single, paired)


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Everything that ``events.yml`` knows.

    Attributes:
        phrases: first word -> phrases, the longest first.
        index: the same phrases, for reading.
        kinds: type -> names and examples.
        incidents: types that are incidents by themselves.
        stages: matches what makes an event one that did not come about.
        stage_words: the words of which a sentence holds one where such a pattern matches, as a prefilter.
        weapons: matches the words for weapons.
    """

    phrases: Mapping[str, tuple[EventPhrase, ...]]
    index: PhraseIndex
    kinds: Mapping[EventType, EventKind]
    incidents: frozenset[EventType]
    stages: Mapping[Stage, re.Pattern[str]]
    stage_words: frozenset[str]
    weapons: re.Pattern[str]


def event_tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of lower-case text, hyphenated ones whole."""
    return _TOKEN.finditer(text)


def read_phrases(words: tuple[str, ...], index: PhraseIndex) -> Iterator[tuple[int, EventPhrase]]:
    """The phrases that words hold, each with the index of its first word.

    What stands inside a longer phrase that began before it tells nothing.

    Args:
        words: words in lower case, in order.
        index: the phrases.
    """
    behind = 0
    openers = index.openers
    for at in [at for at, word in enumerate(words) if word in openers]:
        seen: list[EventType] = []
        covered = behind
        for phrase in index.at(words, at):
            end = at + len(phrase.words)
            if end <= covered or phrase.type in seen or not _fits(phrase, words, at, end):
                continue
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
    phrases: dict[str, list[EventPhrase]] = {}
    kinds = {}
    for row in data["types"]:
        kind = EventType(row["type"])
        kinds[kind] = _kind(row)
        for weight, entries in row["words"].items():
            for entry in entries:
                for phrase in _phrases(entry, kind, weight):
                    phrases.setdefault(phrase.words[0], []).append(phrase)
    for entry in data["idle"]:
        for phrase in _phrases(entry, EventType.OTHER, 0):
            phrases.setdefault(phrase.words[0], []).append(phrase)
    listed = {word: tuple(sorted(found, key=lambda p: (-len(p.words), p.rule))) for word, found in phrases.items()}
    return EventLexicon(
        phrases={
            word: rows
            for word, rows in listed.items()
            if any(len(phrase.words) == 1 and phrase.weight for phrase in rows)
        },
        index=index_phrases(listed),
        kinds=kinds,
        incidents=frozenset(EventType(name) for name in data["incidents"]),
        stages={Stage(name): re.compile(rf"\b{alternation(words)}\b") for name, words in data["stages"].items()},
        stage_words=frozenset(phrase.split()[0] for words in data["stages"].values() for phrase in words),
        weapons=re.compile(rf"\b(?:{'|'.join(data['weapons'])})\b"),
    )


def _kind(row: Mapping[str, Any]) -> EventKind:
    return EventKind(
        title=row["title"],
        titles=row["titles"],
        nouns={name: tuple(words) for name, words in row.get("nouns", {}).items()},
        matches=tuple(Example(text) for text in row.get("matches", ())),
        rejects=tuple(Example(text) for text in row.get("rejects", ())),
    )


def _phrases(entry: str, kind: EventType, weight: int) -> Iterator[EventPhrase]:
    head, _, tail = entry.partition(".{0,")
    gaps = [_words(text) for text in _variants(tail.partition("}")[2].strip())] if tail else [()]
    for text in _variants(head.strip()):
        words = _words(text)
        if not words:
            raise InvalidLexicon(f"lexicon/events.yml: expected words, found {entry!r}")
        for gap in gaps:
            yield EventPhrase(words, gap, kind, weight, entry)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


_CHOICE = re.compile(r"\((?:\?:)?([^()]*)\)(\?)?|(\w| |-)\?")


def _variants(pattern: str) -> list[str]:
    """All texts that a pattern of choices ``(?:a|b)`` and optional parts ``x?`` stands for."""
    found = _CHOICE.search(pattern) if "(" in pattern or "?" in pattern else None
    if found is None:
        return [" ".join(pattern.split())]
    options = found[1].split("|") + ([""] if found[2] else []) if found[1] is not None else [found[3], ""]
    return [
        text for option in options for text in _variants(pattern[: found.start()] + option + pattern[found.end() :])
    ]
