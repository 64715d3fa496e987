"""A story cut into what it is about, what else it says of that, and what it tells of earlier or other events."""

import re

from generator.lexicon.threads import ThreadLexicon
from generator.model.story import Story
from generator.model.values import value

HEAD_SENTENCES = 2
"""Sentences of the opening; a story says there what it is about."""

HEAD_SIGNS = 60
"""A shorter sentence does not count as one of them."""

_CREDIT = re.compile(r"\((?:[A-Z][\w.&]*[ /]?){1,4}\)|[—–-]\s*[A-Z]{2,5}\s*$|^\d{1,2}[:.]\d\d ")
_ENDED = (".", "!", "?", '"', "”", "'", "’", ")", "…")


@value
class Zones:
    """The words of a story by what they are said of.

    Attributes:
        head: headline and opening.
        body: the rest.
        past: clauses on earlier or other events, of both.
    """

    head: tuple[str, ...]
    body: tuple[str, ...]
    past: tuple[str, ...]


def cut_zones(story: Story, lexicon: ThreadLexicon) -> Zones:
    """The zones of a story; every word stands in one of them."""
    head: list[str] = []
    body: list[str] = []
    past: list[str] = []
    opened = 0
    for sentence in (_CREDIT.sub(" ", each) for each in told(story.sentences)):
        if sentence.startswith("(") and lexicon.replaces.search(sentence):
            continue
        now, before = _divided(sentence, lexicon)
        zone = head if opened < HEAD_SENTENCES else body
        if now:
            zone.append(now)
        if before:
            past.append(before)
        opened += len(sentence) >= HEAD_SIGNS
    title = story.title or ""
    now, before = _divided(title, lexicon)
    return Zones(tuple(filter(None, (now, *head))), tuple(body), tuple(filter(None, (*past, before))))


def told(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences up to the last one that ends like one; what follows are headlines of other stories."""
    last = max((number for number, each in enumerate(sentences, start=1) if each.rstrip().endswith(_ENDED)), default=0)
    return sentences[:last] or sentences


def _divided(sentence: str, lexicon: ThreadLexicon) -> tuple[str, str]:
    """What a sentence says of its event, and from where on it speaks of an earlier one."""
    low = sentence.lower()
    if lexicon.earlier.search(low):
        return "", sentence
    found = lexicon.past.search(low)
    if found is None or len(low) != len(sentence):
        return sentence, ""
    return sentence[: found.start()], sentence[found.start() :]
