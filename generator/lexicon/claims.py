"""Rules for sentences that claim, accuse, deny or respond."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge, words


@dataclass(frozen=True, slots=True)
class ClaimLexicon:
    """Everything that ``claims.yml`` knows.

    Attributes:
        rules: in order of precedence; the label is the claim kind.
        triggers: word -> numbers of the rules that need it or another one like it.
        deeds: words and phrases for what somebody can be accused of, lower case.
        first_deeds: the first words of them.
        unnamed: nouns that name nobody in particular.
        arms: nouns of arms that strike for the country named in front of them.
        answers: matches what a denial denies.
        operation: matches the name given to a deed, with its gloss.
        targets: matches what was aimed at.
    """

    rules: tuple[Rule, ...]
    triggers: Mapping[str, tuple[int, ...]]
    deeds: frozenset[str]
    first_deeds: frozenset[str]
    unnamed: frozenset[str]
    arms: frozenset[str]
    answers: re.Pattern[str]
    operation: re.Pattern[str]
    targets: re.Pattern[str]


def needed_rules(lexicon: ClaimLexicon, vocabulary: Set[str]) -> list[Rule]:
    """The rules of which a sentence holds a word that they need, in order of precedence."""
    numbers = {number for word in lexicon.triggers.keys() & vocabulary for number in lexicon.triggers[word]}
    return [lexicon.rules[number] for number in sorted(numbers)]


def read_claims() -> ClaimLexicon:
    """Compile ``claims.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("claims.yml")
    rules = tuple(read_rule(entry, data["classes"], file="claims.yml") for entry in data["rules"])
    triggers: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(rules):
        for word in rule.needs:
            triggers[word] = (*triggers.get(word, ()), number)
    return ClaimLexicon(
        rules=rules,
        triggers=triggers,
        deeds=frozenset(words(data, "deeds")),
        first_deeds=frozenset(deed.split()[0] for deed in words(data, "deeds")),
        unnamed=frozenset(words(data, "unnamed")),
        arms=frozenset(words(data, "arms")),
        answers=re.compile(data["answers"]),
        operation=re.compile(data["operation"]),
        targets=re.compile(data["targets"].replace("{target}", alternation(data["target_nouns"]))),
    )
