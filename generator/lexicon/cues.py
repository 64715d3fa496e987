"""Words that report speech, and what stands about them."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from generator.lexicon.inflection import inflect
from generator.lexicon.rules import Example, alternation
from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
from generator.model.vocabulary import ClaimKind


@value
class Cue:
    """One family of reporting words.

    Attributes:
        kind: what the words do beyond saying.
        inverted: whether they may stand before their speaker.
        told: whether they take a hearer before the content.
        needs_source: whether they report only behind a source that is known to speak.
        clause: ``that``, ``figure``, ``as``, ``to``, ``quote``, ``object`` or ``any`` where they report only with such
            a clause or with a quotation; else empty.
        paper: whether they report only behind somebody's paper (``the ministry's bulletin``).
        matches: sentences in which they report.
        rejects: sentences in which they do not.
    """

    kind: ClaimKind
    inverted: bool = False
    told: bool = False
    needs_source: bool = False
    clause: str = ""
    paper: bool = False
    matches: tuple[Example, ...] = ()
    rejects: tuple[Example, ...] = ()


@value
class CueLexicon:
    """Everything that ``cues.yml`` knows.

    Attributes:
        verbs: reporting word or phrase, lower case -> family.
        bases: forms that only a plural subject takes (``officials report``).
        participles: forms that need no subject of their own (``..., accusing rivals``).
        nouns: reporting words that are nouns or adjectives as well.
        light: form of a verb that says little -> the nouns that make it report, and their family (``issued a denial``).
        further: first word of a reporting phrase -> the words behind it, longest phrase first.
        via: matches an occasion of speaking at its preposition.
        via_prepositions: words that open an occasion.
        via_nouns: words of which an occasion holds one, lower case.
        hearer: matches who is spoken to.
        according: matches ``according to``.
        owned: matches a phrase for somebody's account, with the group ``owner``.
        account_words: words of which a phrase for somebody's account holds one.
        papers: nouns of papers that speak for their author.
        sayings: nouns that report with ``that`` -> what they do beyond saying.
        breaks: matches the start of a clause that is not reported any more.
        triggers: first words of what reports speech by a verb.
    """

    verbs: Mapping[str, Cue]
    bases: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    light: Mapping[str, tuple[tuple[frozenset[str], Cue], ...]]
    further: Mapping[str, tuple[tuple[str, ...], ...]]
    via: re.Pattern[str]
    via_prepositions: frozenset[str]
    via_nouns: frozenset[str]
    hearer: re.Pattern[str]
    according: re.Pattern[str]
    owned: re.Pattern[str]
    account_words: frozenset[str]
    papers: frozenset[str]
    sayings: Mapping[str, ClaimKind]
    breaks: re.Pattern[str]
    triggers: frozenset[str]


def read_cues() -> CueLexicon:
    """Compile ``cues.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("cues.yml")
    doubling = frozenset(words(data, "doubling"))
    verbs: dict[str, Cue] = {}
    bases = set(_BASES)
    for row in data["verbs"]:
        cue = _cue(row)
        for lemma in row.get("lemmas", ()):
            forms = inflect(lemma, doubling)
            bases.add(forms.base)
            for form in (forms.base, forms.third, forms.past, forms.ing):
                verbs.setdefault(form, cue)
        for form in row.get("forms", ()):
            verbs.setdefault(form.lower(), cue)
    light = _light(data["light"], doubling)
    further: dict[str, tuple[tuple[str, ...], ...]] = {}
    for form in sorted(verbs, key=lambda form: (-form.count(" "), form)):
        first, *rest = form.split()
        if rest:
            further[first] = (*further.get(first, ()), tuple(rest))
    return CueLexicon(
        verbs=verbs,
        bases=frozenset(bases),
        participles=frozenset(
            form for form, cue in verbs.items() if form.split()[0].endswith("ing") and not cue.needs_source
        ),
        nouns=frozenset(words(data, "nouns")),
        light=light,
        further=further,
        via=re.compile(data["via"]),
        via_prepositions=frozenset(words(data, "via_prepositions")),
        via_nouns=frozenset(words(data, "via_nouns")),
        hearer=re.compile(data["hearer"]),
        according=re.compile(data["according"]),
        owned=re.compile(data["owned"]),
        account_words=frozenset(words(data, "account_words")),
        papers=frozenset(words(data, "papers")),
        sayings={noun: ClaimKind(kind) for kind, nouns in data["sayings"].items() for noun in nouns},
        breaks=re.compile(rf"{alternation(data['breaks'])}\b"),
        triggers=frozenset(form.split()[0] for form in verbs) | light.keys() | {"quoted"},
    )


_BASES = ("say", "tell", "think", "write", "beg", "ask", "find", "see", "feel", "show", "want", "swear", "fear")
"""Irregular verbs as a plural subject takes them."""


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(
        kind=ClaimKind(row["kind"]),
        inverted=bool(row.get("inverted")),
        told=bool(row.get("told")),
        needs_source=bool(row.get("needs_source")),
        clause=row.get("clause", ""),
        paper=bool(row.get("paper")),
        matches=tuple(Example(text) for text in row.get("matches", ())),
        rejects=tuple(Example(text) for text in row.get("rejects", ())),
    )


def _light(
    rows: Sequence[Mapping[str, Any]], doubling: Collection[str]
) -> dict[str, tuple[tuple[frozenset[str], Cue], ...]]:
    found: dict[str, tuple[tuple[frozenset[str], Cue], ...]] = {}
    for row in rows:
        cue, nouns = _cue(row), frozenset(row["nouns"])
        for verb in row["verbs"]:
            forms = inflect(verb, doubling)
            irregular = _IRREGULAR.get(verb, (forms.past, forms.ing))
            for form in dict.fromkeys((forms.base, forms.third, *irregular)):
                found[form] = (*found.get(form, ()), (nouns, cue))
    return found


_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "make": ("made", "making"),
    "give": ("gave", "given", "giving"),
    "send": ("sent", "sending"),
    "lay": ("laid", "laying"),
    "put": ("put", "putting"),
    "cast": ("cast", "casting"),
    "set": ("set", "setting"),
}
"""Past and participles of irregular verbs that take a noun of saying."""
