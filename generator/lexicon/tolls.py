"""Frames in which English tells what happened to counted persons."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.lexicon.rules import LatePattern, Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge
from generator.lexicon.tollframes import Openings, TollFrame, read_frames
from generator.lexicon.tollwords import TollWords, read_toll_words
from generator.model.values import value
from generator.model.vocabulary import Outcome

FIGURES = "\ue000"


@value
class TollLexicon:
    """Everything that ``tolls.yml`` knows.

    Attributes:
        frames: in order of precedence.
        nouns: counted nouns that tell the outcome (``deaths``).
        noun_rule: the rule that reads those nouns, for `explain` and its examples.
        unreal_words: words, lower case, one of which such a text holds, unless a verb there ends in ``n't``.
        unreal: matches what stands before an outcome that did not happen.
        doubting: words, lower case, of which a sentence with a doubted figure holds one.
        doubted: matches what stands before a figure that nobody vouches for.
        disowned: matches what stands behind such a figure.
        included: matches what stands between a toll and a part of it.
        illness: matches, behind ``cases``, what makes them cases of illness.
        damage: matches figures of things lost, over sketches.
        losses: words, lower case, of which a sentence that tells of things lost holds one.
        earlier: matches the words that open a sentence about figures given before.
        latest: matches the words that call a figure the newest.
        scope: matches what a figure covers, as the group ``scope``.
        openings: the words by which a sentence may match frames.
        triggers: words, lower case, of which a sentence needs one to hold a toll.
        told: those of them that tell an outcome by themselves, without a frame.
        clause_words: words, lower case, one of which opens such a clause.
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
        beyond: matches a verb in front of a figure that makes it a lower limit.
        ensuing: matches, behind a toll's words, what further befell its persons: groups ``gap``, ``aux``, ``word``.
        ensuing_object: the same behind an active verb, with a pronoun for the persons.
        joining: words, lower case, of which a sentence with such a second outcome holds one.
        befalling: words of ``ensuing``, lower case -> outcome.
        done: words of ``ensuing_object`` -> outcome.
        passive_only: words of ``ensuing`` that tell nothing without a form of ``be``.
        elided: matches, over a figure's sign, a participle that leaves out its verb (``his sister badly hurt``).
        fallen: words of ``elided`` -> outcome.
        words: what speaks for an outcome where no frame tells it, and how much.
    """

    frames: tuple[TollFrame, ...]
    nouns: Mapping[str, Outcome]
    noun_rule: Rule
    unreal_words: frozenset[str]
    unreal: LatePattern
    doubting: frozenset[str]
    doubted: LatePattern
    disowned: LatePattern
    included: LatePattern
    illness: LatePattern
    damage: tuple[Rule, ...]
    losses: frozenset[str]
    earlier: LatePattern
    latest: LatePattern
    scope: LatePattern
    openings: Openings
    triggers: frozenset[str]
    told: frozenset[str]
    clause_words: frozenset[str]
    clause: LatePattern
    cumulative: Rule
    superlative: LatePattern
    former: LatePattern
    told_elsewhere: LatePattern
    uncertain: frozenset[str]
    unnamed: frozenset[str]
    modifiers: Mapping[str, Outcome]
    elliptic: tuple[tuple[bool, Rule], ...]
    elliptic_words: frozenset[str]
    deeds: frozenset[str]
    compounds: frozenset[str]
    untold: frozenset[str]
    held: LatePattern
    fates: Mapping[str, Outcome]
    kin: frozenset[str]
    lives_before: LatePattern
    lives_after: LatePattern
    beyond: LatePattern
    ensuing: Rule
    ensuing_object: Rule
    joining: frozenset[str]
    befalling: Mapping[str, Outcome]
    done: Mapping[str, Outcome]
    passive_only: frozenset[str]
    elided: Rule
    fallen: Mapping[str, Outcome]
    words: TollWords


def read_tolls() -> TollLexicon:
    """Compile ``tolls.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("tolls.yml")
    classes = {**data["classes"], "figures": FIGURES}
    slots = _slots(data)
    noun_entry = next(entry for entry in data["frames"] if entry.get("noun"))
    befalling = {**slots["participles"], **slots["intransitive"]}
    fallen = {word: befell for word, befell in befalling.items() if befell in (Outcome.KILLED, Outcome.INJURED)}
    befalling = {word: befell for word, befell in befalling.items() if word not in data["ensuing"]["not"]}
    entries = [entry for entry in data["frames"] if entry is not noun_entry]
    frames, openings = read_frames(entries, slots, classes, data["lookup"])
    return TollLexicon(
        frames=frames,
        nouns=slots["nouns"],
        noun_rule=read_rule({**noun_entry, "pattern": FIGURES}, {}, file="tolls.yml"),
        unreal_words=frozenset(data["unreal_words"]),
        unreal=LatePattern(data["unreal"]),
        doubting=frozenset(data["doubt"]["words"]),
        doubted=LatePattern(data["doubt"]["before"]),
        disowned=LatePattern(data["doubt"]["after"]),
        included=LatePattern(data["included"]),
        illness=LatePattern(rf" of (?:\w+ )?{alternation(data['diseases'])}| (?!of )|[^ ]|$", re.IGNORECASE),
        damage=tuple(_expanded(data["damage"][key], classes) for key in ("pattern", "active")),
        losses=frozenset(data["damage"]["words"]),
        earlier=LatePattern(data["supersession"]["earlier"]),
        latest=LatePattern(data["supersession"]["latest"]),
        scope=LatePattern(data["scope"]),
        openings=openings,
        triggers=frozenset().union(
            *(frame.gate for frame in frames if not frame.continues), slots["nouns"], *data["held"]["nouns"].values()
        ),
        told=frozenset().union(slots["nouns"], *data["held"]["nouns"].values(), *data["modifiers"].values()),
        clause_words=frozenset(data["clause_words"]),
        clause=LatePattern(data["clause"]),
        cumulative=read_rule(data["cumulative"], {}, file="tolls.yml"),
        superlative=LatePattern(data["superlative"]),
        former=LatePattern(data["former"]),
        uncertain=frozenset(data["uncertain"]),
        unnamed=frozenset(data["unnamed"]),
        told_elsewhere=LatePattern(data["told_elsewhere"]),
        modifiers={word: Outcome(name) for name, words in data["modifiers"].items() for word in words},
        elliptic=tuple(
            (key == "part", _expanded(pattern, classes))
            for key in ("whole", "part")
            for pattern in data["elliptic"][key]
        ),
        elliptic_words=frozenset(data["elliptic"]["words"]),
        deeds=frozenset(data["deeds"]),
        compounds=frozenset(data["compounds"]),
        untold=frozenset(data["untold"]),
        held=LatePattern(data["held"]["before"]),
        fates={noun: Outcome(name) for name, nouns in data["held"]["nouns"].items() for noun in nouns},
        kin=frozenset(data["kin"]),
        lives_before=LatePattern(data["lives"]["before"]),
        lives_after=LatePattern(data["lives"]["after"]),
        beyond=LatePattern(data["beyond"]),
        ensuing=_ensuing(data["ensuing"]["subject"], befalling, classes),
        ensuing_object=_ensuing(data["ensuing"]["object"], slots["verbs"], classes),
        joining=frozenset(data["ensuing"]["words"]),
        befalling=befalling,
        done=slots["verbs"],
        passive_only=frozenset(slots["participles"]).difference(slots["intransitive"]),
        elided=_ensuing(data["ensuing"]["elided"], fallen, classes),
        fallen=fallen,
        words=read_toll_words(data["outcomes"]),
    )


def _ensuing(pattern: str, words: Mapping[str, Outcome], classes: Mapping[str, str]) -> Rule:
    return _expanded(pattern, {**classes, "word": alternation(words)})


def _expanded(pattern: str, classes: Mapping[str, str]) -> Rule:
    return read_rule({"name": "toll", "pattern": pattern}, classes, file="tolls.yml")


def _slots(data: Mapping[str, Any]) -> dict[str, dict[str, Outcome]]:
    groups = ("numbered", "parts", "gravely", "places")
    slots: dict[str, dict[str, Outcome]] = {key: {} for key in groups}
    rows: Iterable[tuple[Outcome, str, Iterable[str]]] = (
        *((Outcome(row["outcome"]), slot, row[slot]) for row in data["outcomes"] for slot in row if slot != "outcome"),
        *((Outcome(name), key, words) for key in groups for name, words in data[key].items()),
    )
    for outcome, slot, words in rows:
        for word in words:
            slots.setdefault(slot, {}).setdefault(word, outcome)
    return slots
