"""Rules for sentences that claim, accuse, deny or respond."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
from generator.model.vocabulary import ClaimKind


@dataclass(frozen=True)
class ClaimRule(Rule):
    """A rule for claims, with its settings read; not slotted, as its base is not.

    Attributes:
        kind: the claim kind that its label tells.
        also: words of which the sentence must hold one besides those that the rule needs; empty where none is asked.
        besides: a third such choice.
        within: ``content``, ``direct`` or ``cue`` where the rule looks into what somebody says; else empty.
        own: ``we`` where a sentence without a reporting word counts as said if it speaks of itself so, ``always`` where
            any does; else empty.
        speaker: ``forces`` where only a party with arms can say it; else empty.
        party: where the party stands that is blamed: ``before``, ``after`` or ``inside`` the words.
        voice: where the one stands who says it: as for a party, or ``comma`` for behind the next comma.
        claimer: where the one stands who claims: ``before``, ``after``, or ``speaker``.
        unsaid: whether the words are a claim although nobody is named who says it.
    """

    kind: ClaimKind = ClaimKind.STATEMENT
    also: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    within: str = ""
    own: str = ""
    speaker: str = ""
    party: str = ""
    voice: str = ""
    claimer: str = ""
    unsaid: bool = False


@value
class Gate:
    """Which rules a sentence's words let through: each number is a set of rules, one bit for each.

    Attributes:
        masks: word -> the rules that need it, that ask for it also, and that ask for it besides.
        needs: the words that some rule needs.
        words: all those words.
        also: rules that ask for no second word.
        besides: rules that ask for no third word.
        plain: rules that look at the sentence itself.
        direct: rules that look at quoted words alone.
        own: rules that look at a sentence of ``we`` as well.
        always: rules that look at any sentence as at something said.
    """

    masks: Mapping[str, tuple[int, int, int]]
    needs: frozenset[str]
    words: frozenset[str]
    also: int
    besides: int
    plain: int
    direct: int
    own: int
    always: int


@value
class ClaimLexicon:
    """Everything that ``claims.yml`` knows.

    Attributes:
        rules: in order of precedence; the label is the claim kind.
        names: of the rules.
        gate: tells which rules a sentence needs.
        deeds: words and phrases for what somebody can be accused of, lower case.
        first_deeds: the first words of them and of the bare ones.
        bare_deeds: the same in their bare form, which is a verb only behind ``to`` and the like.
        weak_deeds: those that a firm or a club can do as well.
        parties: nouns of parties that can be blamed although they name nobody by themselves.
        unnamed: nouns that name nobody in particular.
        arms: nouns of arms that strike for the country named in front of them.
        answers: matches what a denial denies.
        voids: kind -> matches, behind a reporting word, what makes it no claim of that kind (``denied bail``).
        operation: matches the name given to a deed, with its gloss.
        targets: matches what was aimed at.
    """

    rules: tuple[ClaimRule, ...]
    names: frozenset[str]
    gate: Gate
    deeds: frozenset[str]
    first_deeds: frozenset[str]
    bare_deeds: frozenset[str]
    weak_deeds: frozenset[str]
    parties: frozenset[str]
    unnamed: frozenset[str]
    arms: frozenset[str]
    answers: re.Pattern[str]
    voids: Mapping[ClaimKind, re.Pattern[str]]
    operation: re.Pattern[str]
    targets: re.Pattern[str]


def needed_rules(
    lexicon: ClaimLexicon, vocabulary: Set[str], *, said: bool = True, quoted: bool = True
) -> list[ClaimRule]:
    """The rules of which a sentence holds the words that they need, in order of precedence.

    ``said`` tells whether somebody speaks in it, ``quoted`` whether it holds direct speech; rules for what is said are
    left out where nobody does.
    """
    gate = lexicon.gate
    if gate.needs.isdisjoint(vocabulary):
        return []
    needed, also, besides = 0, gate.also, gate.besides
    for word in gate.words & vocabulary:
        first, second, third = gate.masks[word]
        needed |= first
        also |= second
        besides |= third
    mask = needed & also & besides
    if mask and not said:
        mask &= gate.plain | gate.always | (0 if _FIRST_PERSON.isdisjoint(vocabulary) else gate.own)
    elif mask and not quoted:
        mask &= ~gate.direct
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lexicon.rules[lowest.bit_length() - 1])
        mask ^= lowest
    return found


_FIRST_PERSON = frozenset(("we", "i", "our", "us", "my"))


def read_claims() -> ClaimLexicon:
    """Compile ``claims.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("claims.yml")
    classes = {
        name: _grouped(_alternatives(part) if isinstance(part, str) else _either_case(part))
        for name, part in data["classes"].items()
    }
    rules = tuple(_rule(entry, classes) for entry in data["rules"])
    return ClaimLexicon(
        rules=rules,
        names=frozenset(rule.name for rule in rules),
        gate=_gate(rules),
        deeds=frozenset(words(data, "deeds")),
        first_deeds=frozenset(deed.split()[0] for key in ("deeds", "bare_deeds") for deed in words(data, key)),
        bare_deeds=frozenset(words(data, "bare_deeds")),
        weak_deeds=frozenset(words(data, "weak_deeds")),
        parties=_words(data["parties"]),
        unnamed=frozenset(words(data, "unnamed")),
        arms=frozenset(words(data, "arms")),
        answers=re.compile(data["answers"]),
        voids={ClaimKind(kind): re.compile(pattern) for kind, pattern in data["voids"].items()},
        operation=re.compile(data["operation"]),
        targets=re.compile(data["targets"].replace("{target}", alternation(data["target_nouns"]))),
    )


def _either_case(phrases: Iterable[str]) -> list[str]:
    """Patterns for plain words, the longest first, the first letter large or small."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return [f"[{phrase[0].upper()}{phrase[0]}]{re.escape(phrase[1:])}" for phrase in ordered]


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a class that is one group of them (``(?:a|b)``); any other class alone."""
    inner = pattern[3:-1] if pattern.startswith("(?:") and pattern.endswith(")") else ""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(inner):
        depth += (sign in "([") - (sign in ")]")
        if depth < 0:
            return [pattern]
        if sign == "|" and not depth:
            found.append(inner[start:at])
            start = at + 1
    return [*found, inner[start:]] if inner else [pattern]


def _grouped(alternatives: Sequence[str]) -> str:
    """A group that matches any of some patterns, tried by their first letter: twenty branches instead of eighty."""
    letters: dict[str, list[str]] = {}
    for alternative in alternatives:
        opening = _FIRST_LETTER.match(alternative)
        letters.setdefault(opening[0] if opening else "", []).append(alternative[opening.end() if opening else 0 :])
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items()) + ")"


_FIRST_LETTER = re.compile(r"[a-z](?![?*+{])|\[[A-Z][a-z]\](?![?*+{])")


def _rule(entry: Mapping[str, Any], classes: Mapping[str, str]) -> ClaimRule:
    rule = read_rule({**entry, "needs": _words(entry.get("needs", ()))}, classes, file="claims.yml")
    options = rule.options or {}
    own = options.get("own", "")
    return ClaimRule(
        rule.name,
        rule.source,
        rule.needs,
        rule.label,
        rule.options,
        rule.matches,
        rule.rejects,
        kind=ClaimKind(rule.label),
        also=_words(options.get("also", ())),
        besides=_words(options.get("besides", ())),
        own="we" if own is True else own,
        unsaid=bool(options.get("unsaid")),
        voice=options.get("source", ""),
        **{key: options.get(key, "") for key in ("within", "speaker", "party", "claimer")},
    )


def _words(entry: str | Iterable[str]) -> frozenset[str]:
    """Words of a list, or of a text in which blanks part them (which YAML reads faster)."""
    return frozenset(entry.split() if isinstance(entry, str) else entry)


def _gate(rules: Sequence[ClaimRule]) -> Gate:
    masks: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for place, group in enumerate((rule.needs, rule.also, rule.besides)):
            for word in group:
                masks.setdefault(word, [0, 0, 0])[place] |= 1 << number
    return Gate(
        masks={word: (first, second, third) for word, (first, second, third) in masks.items()},
        needs=frozenset(word for rule in rules for word in rule.needs),
        words=frozenset(masks),
        also=_bits(not rule.also for rule in rules),
        besides=_bits(not rule.besides for rule in rules),
        plain=_bits(not rule.within for rule in rules),
        direct=_bits(rule.within == "direct" for rule in rules),
        own=_bits(rule.own == "we" for rule in rules),
        always=_bits(rule.own == "always" for rule in rules),
    )


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << number for number, flag in enumerate(flags) if flag)
