"""Frames in which English tells what happened to counted persons."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import Outcome

FIGURES = "\ue000"
_SMALL = frozenset(
    (
        "their",
        "with",
        "the",
        "his",
        "her",
        "from",
        "into",
        "under",
        "being",
        "still",
        "for",
        "people",
        "since",
        "those",
        "away",
        "not",
        "yet",
        "over",
        "been",
    )
)


@dataclass(frozen=True, slots=True)
class TollFrame:
    """A frame and the words that fill its slot.

    Attributes:
        rule: the compiled frame; its group ``word`` is the outcome's word.
        outcomes: word, lower case -> outcome.
        gate: words, lower case, of which a sentence holds one wherever the frame matches.
        firsts: first words of the phrases in the slot, lower case: where a frame that begins with its word begins.
        leads: whether the frame begins with a figure, and not with its word.
        part: whether what it finds counts some of an earlier figure.
        single: whether one person told without a number may stand for the figure.
        counted: whether a number may stand for it.
        lists: whether the figures listed behind the one it finds share its outcome.
        continues: whether it takes the outcome of the toll in front of it.
    """

    rule: Rule
    outcomes: Mapping[str, Outcome]
    gate: frozenset[str]
    firsts: frozenset[str]
    leads: bool
    part: bool = False
    single: bool = False
    counted: bool = True
    lists: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class TollLexicon:
    """Everything that ``tolls.yml`` knows.

    Attributes:
        frames: in order of precedence.
        nouns: counted nouns that tell the outcome (``deaths``).
        noun_rule: the rule that reads those nouns, for `explain` and its examples.
        unreal: matches what stands before an outcome that did not happen.
        doubted: matches what stands before a figure that nobody vouches for.
        disowned: matches what stands behind such a figure.
        included: matches what stands between a toll and a part of it.
        illness: matches, behind ``cases``, what makes them cases of illness.
        damage: matches figures of things lost, over sketches.
        losses: words, lower case, of which a sentence that tells of things lost holds one.
        earlier: matches the words that open a sentence about figures given before.
        latest: matches the words that call a figure the newest.
        scope: matches what a figure covers, as the group ``scope``.
        framed: word, lower case -> the numbers of the frames that a sentence with it may match.
        triggers: words, lower case, of which a sentence needs one to hold a toll.
        singles: those of them by which one person without a number can be a toll.
        clause: matches, between a figure and its outcome, a word that opens another clause.
        cumulative: matches the words by which a figure sums up years or months: background, not news.
        superlative: matches, in front of them, a comparison that says nothing of the figure.
        former: matches what stands before a word for a toll given earlier.
        told_elsewhere: matches what stands before one person whose fate is told in passing.
        uncertain: words that do not tell the fate of one person without a number.
        unnamed: words that do not tell the fate of a bare name.
        modifiers: adjective of counted persons, lower case -> what befell them.
        elliptic: whether it tells a part, and what matches a figure that leaves out what it counts, over sketches.
        elliptic_words: words, lower case, of which a sentence with such a figure holds one.
        deeds: nouns of deeds that count their victims (``12 killings``).
        compounds: nouns behind such a noun by which it tells no deed (``death threats``).
        untold: words in front of a noun by which it tells nothing that happened (``attempted murders``).
        held: matches what stands before captives or survivors whom a bare noun counts.
        fates: that noun -> what befell them.
        kin: nouns of relatives; who lost one is bereaved.
        lives_before: matches what stands before lives that were lost.
        lives_after: matches what stands behind them.
    """

    frames: tuple[TollFrame, ...]
    nouns: Mapping[str, Outcome]
    noun_rule: Rule
    unreal: re.Pattern[str]
    doubted: re.Pattern[str]
    disowned: re.Pattern[str]
    included: re.Pattern[str]
    illness: re.Pattern[str]
    damage: tuple[re.Pattern[str], ...]
    losses: frozenset[str]
    earlier: re.Pattern[str]
    latest: re.Pattern[str]
    scope: re.Pattern[str]
    framed: Mapping[str, tuple[int, ...]]
    triggers: frozenset[str]
    singles: frozenset[str]
    clause: re.Pattern[str]
    cumulative: Rule
    superlative: re.Pattern[str]
    former: re.Pattern[str]
    told_elsewhere: re.Pattern[str]
    uncertain: frozenset[str]
    unnamed: frozenset[str]
    modifiers: Mapping[str, Outcome]
    elliptic: tuple[tuple[bool, re.Pattern[str]], ...]
    elliptic_words: frozenset[str]
    deeds: frozenset[str]
    compounds: frozenset[str]
    untold: frozenset[str]
    held: re.Pattern[str]
    fates: Mapping[str, Outcome]
    kin: frozenset[str]
    lives_before: re.Pattern[str]
    lives_after: re.Pattern[str]


def read_tolls() -> TollLexicon:
    """Compile ``tolls.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("tolls.yml")
    classes = {**data["classes"], "figures": FIGURES}
    slots = _slots(data)
    noun_entry = next(entry for entry in data["frames"] if entry.get("noun"))
    frames = tuple(_frame(entry, slots[entry["slot"]], classes) for entry in data["frames"] if entry is not noun_entry)
    return TollLexicon(
        frames=frames,
        nouns=slots["nouns"],
        noun_rule=read_rule({**noun_entry, "pattern": FIGURES}, {}, file="tolls.yml"),
        unreal=re.compile(data["unreal"]),
        doubted=re.compile(data["doubt"]["before"]),
        disowned=re.compile(data["doubt"]["after"]),
        included=re.compile(data["included"]),
        illness=re.compile(rf" of (?:\w+ )?{alternation(data['diseases'])}| (?!of )|[^ ]|$", re.IGNORECASE),
        damage=tuple(re.compile(_expanded(data["damage"][key], classes)) for key in ("pattern", "active")),
        losses=frozenset(data["damage"]["words"]),
        earlier=re.compile(data["supersession"]["earlier"]),
        latest=re.compile(data["supersession"]["latest"]),
        scope=re.compile(data["scope"]),
        framed=_framed(frames),
        triggers=frozenset().union(
            *(frame.gate for frame in frames if not frame.continues), slots["nouns"], *data["held"]["nouns"].values()
        ),
        singles=frozenset(
            _telling(word)
            for frame in frames
            if frame.single
            for word in frame.outcomes
            if word not in data["uncertain"]
        ),
        clause=re.compile(data["clause"]),
        cumulative=read_rule(data["cumulative"], {}, file="tolls.yml"),
        superlative=re.compile(data["superlative"]),
        former=re.compile(data["former"]),
        uncertain=frozenset(data["uncertain"]),
        unnamed=frozenset(data["unnamed"]),
        told_elsewhere=re.compile(data["told_elsewhere"]),
        modifiers={word: Outcome(name) for name, words in data["modifiers"].items() for word in words},
        elliptic=tuple(
            (key == "part", re.compile(_expanded(pattern, classes)))
            for key in ("whole", "part")
            for pattern in data["elliptic"][key]
        ),
        elliptic_words=frozenset(data["elliptic"]["words"]),
        deeds=frozenset(data["deeds"]),
        compounds=frozenset(data["compounds"]),
        untold=frozenset(data["untold"]),
        held=re.compile(data["held"]["before"]),
        fates={noun: Outcome(name) for name, nouns in data["held"]["nouns"].items() for noun in nouns},
        kin=frozenset(data["kin"]),
        lives_before=re.compile(data["lives"]["before"]),
        lives_after=re.compile(data["lives"]["after"]),
    )


def _frame(entry: Mapping[str, Any], words: Mapping[str, Outcome], classes: Mapping[str, str]) -> TollFrame:
    leads = entry["pattern"].startswith("{figures}")
    slot = alternation(words)
    rule = read_rule(entry, {**classes, "word": slot if leads else f"(?i:{slot})"}, file="tolls.yml")
    return TollFrame(
        rule,
        words,
        gate=frozenset(entry.get("gate") or map(_telling, words)),
        firsts=frozenset(word.split()[0].lower() for word in words),
        leads=leads,
        part=bool(entry.get("part")),
        single=bool(entry.get("single")),
        counted=not entry.get("only_single"),
        lists=bool(entry.get("lists")),
        continues=bool(entry.get("continues")),
    )


def _framed(frames: Sequence[TollFrame]) -> dict[str, tuple[int, ...]]:
    framed: dict[str, tuple[int, ...]] = {}
    for number, frame in enumerate(frames):
        for word in sorted(frame.gate):
            framed[word] = (*framed.get(word, ()), number)
    return framed


def _telling(phrase: str) -> str:
    """The longest word of a phrase that other sentences seldom hold."""
    words = phrase.lower().split()
    return max((word for word in words if word not in _SMALL), key=len, default=words[0])


def _expanded(pattern: str, classes: Mapping[str, str]) -> str:
    return read_rule({"name": "damage", "pattern": pattern}, classes, file="tolls.yml").pattern.pattern


def _slots(data: Mapping[str, Any]) -> dict[str, dict[str, Outcome]]:
    groups = ("parts", "gravely", "places")
    slots: dict[str, dict[str, Outcome]] = {key: {} for key in groups}
    rows: Iterable[tuple[Outcome, str, Iterable[str]]] = (
        *((Outcome(row["outcome"]), slot, row[slot]) for row in data["outcomes"] for slot in row if slot != "outcome"),
        *((Outcome(name), key, words) for key in groups for name, words in data[key].items()),
    )
    for outcome, slot, words in rows:
        for word in words:
            slots.setdefault(slot, {}).setdefault(word, outcome)
    return slots
