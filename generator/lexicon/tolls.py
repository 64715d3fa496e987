"""Frames in which English tells what happened to counted persons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import Outcome

FIGURES = "\ue000"


@dataclass(frozen=True, slots=True)
class TollFrame:
    """A frame and the words that fill its slot.

    Attributes:
        rule: the compiled frame; its group ``word`` is the outcome's word.
        outcomes: word, lower case -> outcome.
        part: whether what it finds counts some of an earlier figure.
    """

    rule: Rule
    outcomes: Mapping[str, Outcome]
    part: bool = False


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
        earlier: matches the words that open a sentence about figures given before.
        latest: matches the words that call a figure the newest.
        scope: matches what a figure covers, as the group ``scope``.
        triggers: words of which a sentence needs one to hold a toll.
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
    earlier: re.Pattern[str]
    latest: re.Pattern[str]
    scope: re.Pattern[str]
    triggers: frozenset[str]


def read_tolls() -> TollLexicon:
    """Compile ``tolls.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("tolls.yml")
    classes = {**data["classes"], "figures": FIGURES}
    slots = _slots(data)
    frames, noun_rule = [], None
    for entry in data["frames"]:
        words = slots[entry["slot"]]
        filled = {**entry, "pattern": entry.get("pattern", FIGURES)}
        rule = read_rule(filled, {**classes, "word": alternation(words)}, file="tolls.yml")
        if entry.get("noun"):
            noun_rule = rule
        else:
            frames.append(TollFrame(rule, words, bool(entry.get("part"))))
    assert noun_rule is not None
    return TollLexicon(
        frames=tuple(frames),
        nouns=slots["nouns"],
        noun_rule=noun_rule,
        unreal=re.compile(data["unreal"]),
        doubted=re.compile(data["doubt"]["before"]),
        disowned=re.compile(data["doubt"]["after"]),
        included=re.compile(data["included"]),
        illness=re.compile(rf" of (?:\w+ )?{alternation(data['diseases'])}| (?!of )|[^ ]|$", re.IGNORECASE),
        damage=tuple(re.compile(_expanded(data["damage"][key], classes)) for key in ("pattern", "active")),
        earlier=re.compile(data["supersession"]["earlier"]),
        latest=re.compile(data["supersession"]["latest"]),
        scope=re.compile(data["scope"]),
        triggers=frozenset(word.split()[0].lower() for words in slots.values() for word in words)
        | frozenset(word.split()[-1].lower() for words in slots.values() for word in words),
    )


def _expanded(pattern: str, classes: Mapping[str, str]) -> str:
    return read_rule({"name": "damage", "pattern": pattern}, classes, file="tolls.yml").pattern.pattern


def _slots(data: Mapping[str, Any]) -> dict[str, dict[str, Outcome]]:
    slots: dict[str, dict[str, Outcome]] = {key: {} for key in ("parts", "gravely")}
    for entry in data["outcomes"]:
        outcome = Outcome(entry["outcome"])
        for slot, words in entry.items():
            if slot != "outcome":
                for word in words:
                    slots.setdefault(slot, {}).setdefault(word, outcome)
    for key in ("parts", "gravely"):
        for name, words in data[key].items():
            for word in words:
                slots[key].setdefault(word, Outcome(name))
    return slots
