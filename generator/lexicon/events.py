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
        weight: how strongly it tells the type, 1 to 3.
        rule: the entry as written, for `explain`.
    """

    words: tuple[str, ...]
    gap: tuple[str, ...]
    type: EventType
    weight: int
    rule: str


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
        kinds: type -> names and examples.
        incidents: types that are incidents by themselves.
        stages: matches what makes an event one that did not come about.
        stage_words: the words of which a text holds one where such a pattern matches, as a prefilter.
        weapons: matches the words for weapons.
    """

    phrases: Mapping[str, tuple[EventPhrase, ...]]
    kinds: Mapping[EventType, EventKind]
    incidents: frozenset[EventType]
    stages: Mapping[Stage, re.Pattern[str]]
    stage_words: tuple[str, ...]
    weapons: re.Pattern[str]


def event_tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of lower-case text, hyphenated ones whole."""
    return _TOKEN.finditer(text)


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
    return EventLexicon(
        phrases={word: tuple(sorted(found, key=lambda p: (-len(p.words), p.rule))) for word, found in phrases.items()},
        kinds=kinds,
        incidents=frozenset(EventType(name) for name in data["incidents"]),
        stages={Stage(name): re.compile(rf"\b{alternation(words)}\b") for name, words in data["stages"].items()},
        stage_words=tuple(dict.fromkeys(phrase for words in data["stages"].values() for phrase in words)),
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
    tails = _variants(tail.partition("}")[2].strip()) if tail else [""]
    for text in _variants(head.strip()):
        words = tuple(found[0] for found in event_tokens(text))
        if not words:
            raise InvalidLexicon(f"lexicon/events.yml: expected words, found {entry!r}")
        for gap in tails:
            yield EventPhrase(words, tuple(found[0] for found in event_tokens(gap)), kind, weight, entry)


_CHOICE = re.compile(r"\((?:\?:)?([^()]*)\)(\?)?|(\w| |-)\?")


def _variants(pattern: str) -> list[str]:
    """All texts that a pattern of choices ``(?:a|b)`` and optional parts ``x?`` stands for."""
    found = _CHOICE.search(pattern)
    if found is None:
        return [" ".join(pattern.split())]
    options = found[1].split("|") + ([""] if found[2] else []) if found[1] is not None else [found[3], ""]
    return [
        text for option in options for text in _variants(pattern[: found.start()] + option + pattern[found.end() :])
    ]
