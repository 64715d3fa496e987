"""Frames of tolls, and the words of a sentence by which a frame is tried at all."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.model.values import value
from generator.model.vocabulary import Outcome

_NONE: frozenset[str] = frozenset()

Openings = Mapping[str, tuple[tuple[frozenset[str], tuple[int, ...]], ...]]
"""Word, lower case -> the further words that a sentence needs, and the numbers of the frames that it may match then."""


@value
class TollFrame:
    """A frame and the words that fill its slot.

    Attributes:
        rule: the compiled frame; its group ``word`` is the outcome's word.
        outcomes: word, lower case -> outcome.
        gate: words, lower case, of which a sentence holds one wherever the frame matches: the rarest that it needs.
        gated: whether those stand beside its phrases, and not in them.
        also: further words, lower case, of which it holds one too; empty where it needs none.
        firsts: first words of the phrases in the slot, lower case: where a frame that begins with its word begins.
        leads: whether the frame begins with a figure, and not with its word.
        part: whether what it finds counts some of an earlier figure.
        single: whether one person told without a number may stand for the figure.
        counted: whether a number may stand for it.
        lists: whether the figures listed behind the one it finds share its outcome.
        continues: whether it takes the outcome of the toll in front of it.
        bare: whether it reads only persons told without an article (``Man arrested``).
        sure: whether it reads only figures whose noun counts persons.
        behind: matches, where its word begins, what must stand in front; None where nothing need.
        unsaid: whether it reads only numbers without a noun.
        zero: whether it tells of those whom it counts that nothing befell them (``both escaped unhurt``).
    """

    rule: Rule
    outcomes: Mapping[str, Outcome]
    gate: frozenset[str]
    gated: bool
    also: frozenset[str]
    firsts: frozenset[str]
    leads: bool
    part: bool = False
    single: bool = False
    counted: bool = True
    lists: bool = False
    continues: bool = False
    bare: bool = False
    sure: bool = False
    unsaid: bool = False
    behind: re.Pattern[str] | None = None
    zero: bool = False


def read_frames(
    entries: Sequence[Mapping[str, Any]],
    slots: Mapping[str, Mapping[str, Outcome]],
    classes: Mapping[str, str],
    lookup: Mapping[str, Sequence[str]],
) -> tuple[tuple[TollFrame, ...], Openings]:
    """The frames in order of precedence, and the words that open them.

    Args:
        entries: the frames as the lexicon writes them.
        slots: name of a slot -> its phrases -> outcome.
        classes: word classes of the patterns.
        lookup: words by which a phrase is ``never``, and by which it is ``seldom`` looked up.

    Raises:
        InvalidLexicon: an entry is broken.
    """
    telling = cache(partial(_telling, never=frozenset(lookup["never"]), seldom=frozenset(lookup["seldom"])))
    texts = {name: alternation(phrases) for name, phrases in slots.items()}
    frames: list[TollFrame] = []
    found: dict[str, dict[frozenset[str], list[int]]] = {}
    for number, entry in enumerate(entries):
        phrases = slots[entry["slot"]]
        frame = _frame(entry, phrases, {**classes, "word": texts[entry["slot"]]}, frozenset(map(telling, phrases)))
        frames.append(frame)
        for phrase in sorted(frame.gate if frame.gated else phrases):
            word = phrase if frame.gated else telling(phrase)
            rest = frozenset(phrase.lower().split()) - {word} if " " in phrase else _NONE
            found.setdefault(word, {}).setdefault(rest, []).append(number)
    openings = {
        word: tuple((rest, tuple(dict.fromkeys(numbers))) for rest, numbers in rows.items())
        for word, rows in found.items()
    }
    return tuple(frames), openings


def frames_of(vocabulary: frozenset[str], frames: Sequence[TollFrame], openings: Openings) -> list[TollFrame]:
    """The frames that the words of a sentence, lower case, allow, in order of precedence."""
    numbers: set[int] = set()
    for word in openings.keys() & vocabulary:
        for rest, opened in openings[word]:
            if rest <= vocabulary:
                numbers.update(opened)
    allowed = [frames[number] for number in sorted(numbers)]
    return [frame for frame in allowed if not frame.also or not frame.also.isdisjoint(vocabulary)]


def _frame(
    entry: Mapping[str, Any], words: Mapping[str, Outcome], classes: Mapping[str, str], telling: frozenset[str]
) -> TollFrame:
    leads = entry["pattern"].startswith("{figures}")
    slot = classes["word"]
    rule = read_rule(entry, {**classes, "word": slot if leads else f"(?i:{slot})"}, file="tolls.yml")
    gated = "gate" in entry
    return TollFrame(
        rule,
        words,
        gate=frozenset(entry["gate"]) if gated else telling,
        gated=gated,
        also=telling if gated else frozenset(entry.get("also", ())),
        firsts=frozenset(word.split()[0].lower() for word in words),
        leads=leads,
        part=bool(entry.get("part")),
        single=bool(entry.get("single")),
        counted=not entry.get("only_single"),
        lists=bool(entry.get("lists")),
        continues=bool(entry.get("continues")),
        bare=bool(entry.get("bare")),
        sure=bool(entry.get("sure")),
        unsaid=bool(entry.get("unsaid")),
        behind=re.compile(entry["behind"] + r"\Z") if "behind" in entry else None,
        zero=bool(entry.get("zero")),
    )


def _telling(phrase: str, *, never: frozenset[str], seldom: frozenset[str]) -> str:
    """The longest word of a phrase that other sentences seldom hold."""
    words = phrase.lower().split()
    rare = [word for word in words if word not in never]
    return max([word for word in rare if word not in seldom] or rare or words, key=len)
