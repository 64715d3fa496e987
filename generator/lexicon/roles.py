"""Words that tell who did what to whom, and with what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.errors import InvalidLexicon
from generator.lexicon.rules import Example
from generator.lexicon.sources import read_knowledge
from generator.lexicon.weapons import WeaponLexicon, read_weapons
from generator.model.vocabulary import EventType, Stage

Form = Literal["base", "past", "ing"]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeedVerb:
    """One form of a verb that tells a deed.

    Attributes:
        rule: the verb's base, for `explain`.
        form: ``base`` (with the third person), ``past`` (with the participle) or ``ing``.
        then: further words that follow, or empty.
        type: the event type that it tells by itself, or None.
        object: what stands behind it: ``harmed``, ``weapon`` or nothing.
        at: prepositions that open what it is aimed at.
        weapon: whether a weapon may be its subject (``a bomb exploded``).
        armed: whether it tells a deed only where armed persons do it.
        doubtful: whether it tells its type only beside a doer or a weapon.
        person: whether a named person in front of it is its doer.
        bodily: whether it befalls persons, so that a bare name is a victim and no town.
        mutual: whether those behind it do it too (``clashed with``).
        state: whether a country in front of it is its doer.
    """

    rule: str
    form: Form
    then: Phrase
    type: EventType | None
    object: str
    at: frozenset[Phrase]
    weapon: bool
    armed: bool
    doubtful: bool
    person: bool
    bodily: bool
    mutual: bool
    state: bool


@dataclass(frozen=True, slots=True)
class DeedNoun:
    """A noun that tells a deed.

    Attributes:
        rule: its first form.
        words: all of its words.
        type: the event type that it tells by itself, or None.
        of: what ``of`` opens, ``harmed`` or nothing.
        on: prepositions that open what it is aimed at.
        own: whether a party in front of it is its doer.
        plain: whether it tells a deed only beside another one.
        stage: how far it came, or None.
        doubtful: whether it tells its type only beside a doer or a weapon.
        bodily: whether it befalls persons, so that a bare name is a victim and no town.
        mutual: whether ``between`` opens those who do it.
    """

    rule: str
    words: Phrase
    type: EventType | None
    of: str
    on: frozenset[Phrase]
    own: bool
    plain: bool
    stage: Stage | None
    doubtful: bool
    bodily: bool
    mutual: bool


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """Everything that ``roles.yml`` knows; all words in lower case.

    Attributes:
        anchors: words of which a sentence needs one to tell a deed.
        doubtful: rules that tell their type only beside a doer or a weapon.
        verbs: first word -> forms of verbs, those with most words first.
        nouns: first word -> nouns, those with most words first.
        staged: words in front of a deed's noun that make their subject its doer.
        behind: phrases in front of a deed's noun that make the party in front of them guilty.
        after: first word -> phrases that make the party behind them guilty.
        identified: first word -> phrases between doers and their name.
        airborne: heads of doers whose bombs fall from the air.
        prominent: head nouns of persons whose killing is an assassination.
        doers: head nouns of parties that do such deeds, by kind.
        violent: words in front of ``men`` and the like that make them armed.
        carrying: words behind ``men`` and the like in front of what they carry.
        groups: nouns that stand for those behind ``of``.
        marks: words that make an unknown band a group of its own.
        armies: head nouns that a name in capitals makes such a group.
        bands: head nouns of such groups.
        bounds: phrases in front of a number.
        owned: nouns of things that are somebody's.
        targets: head nouns of things aimed at, as tuples of words.
        weapons: words for weapons.
        unreal: words that make a deed one that did not happen.
        background: longest word -> phrases with it that place a deed among earlier ones.
        examples: sentences with ``doers > victims and targets | weapons``.
    """

    anchors: frozenset[str]
    doubtful: frozenset[str]
    verbs: Mapping[str, tuple[DeedVerb, ...]]
    nouns: Mapping[str, tuple[DeedNoun, ...]]
    staged: frozenset[Phrase]
    behind: frozenset[Phrase]
    after: Mapping[str, tuple[Phrase, ...]]
    identified: Mapping[str, tuple[Phrase, ...]]
    airborne: frozenset[str]
    prominent: frozenset[str]
    doers: Mapping[str, str]
    violent: frozenset[str]
    carrying: frozenset[str]
    groups: frozenset[str]
    marks: frozenset[str]
    armies: frozenset[str]
    bands: frozenset[str]
    bounds: frozenset[Phrase]
    owned: frozenset[str]
    targets: frozenset[Phrase]
    weapons: WeaponLexicon
    unreal: frozenset[str]
    background: Mapping[str, tuple[str, ...]]
    examples: tuple[Example, ...]

    def words(self) -> Iterator[str]:
        """Every word that stands in one of the lists."""
        yield from self.anchors
        yield from (word for phrase in (*self.targets, *self.weapons.heads) for word in phrase)
        for words in (self.doers, self.groups, self.marks, self.bands, self.weapons.kinds, self.unreal):
            yield from words


def read_roles(militants: Iterable[str], things: Iterable[str]) -> RoleLexicon:
    """Compile ``roles.yml``.

    Args:
        militants: head nouns of armed persons, besides those of the file.
        things: nouns of things that can be lost.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("roles.yml")
    verbs: dict[str, list[DeedVerb]] = {}
    for row in data["verbs"]:
        for word, verb in _verbs(row):
            verbs.setdefault(word, []).append(verb)
    nouns: dict[str, list[DeedNoun]] = {}
    for row in data["nouns"]:
        for noun in _nouns(row):
            nouns.setdefault(noun.words[0], []).append(noun)
    doers = {noun: kind for kind, names in data["doers"].items() for noun in names}
    doers.update(dict.fromkeys(militants, "armed"))
    after, identified = _opened(data["guilt"]["after"]), _opened(data["identified"])
    return RoleLexicon(
        anchors=frozenset((*verbs, *nouns, *after, *identified)),
        doubtful=frozenset(
            (
                *(verb.rule for rows in verbs.values() for verb in rows if verb.doubtful),
                *(noun.rule for found in nouns.values() for noun in found if noun.doubtful),
            )
        ),
        verbs={word: tuple(sorted(rows, key=lambda v: -len(v.then))) for word, rows in verbs.items()},
        nouns={word: tuple(sorted(rows, key=lambda n: -len(n.words))) for word, rows in nouns.items()},
        staged=_phrases(data["staged"]),
        behind=_phrases(data["guilt"]["behind"]),
        after=after,
        identified=identified,
        airborne=frozenset(data["airborne"]),
        prominent=frozenset(data["prominent"]),
        doers=doers,
        violent=frozenset(data["violent"]),
        carrying=frozenset(data["carrying"]),
        groups=frozenset(data["groups"]),
        marks=frozenset(data["marks"]),
        armies=frozenset(data["armies"]),
        bands=frozenset(data["bands"]),
        bounds=_phrases(data["bounds"]),
        owned=frozenset(data["owned"]),
        targets=_phrases((*data["targets"], *things)),
        weapons=read_weapons(data["weapons"], data["idle"]),
        unreal=frozenset(data["unreal"]),
        background=_by_longest(data["background"]),
        examples=tuple(Example(row["text"], row["gives"]) for row in data["examples"]),
    )


def _phrases(texts: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(text.split()) for text in texts)


def _opened(texts: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(_phrases(texts), key=lambda each: (-len(each), each)):
        found.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _by_longest(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their longest word, the rarest that each has."""
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(max(text.split(), key=len), []).append(text)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _verbs(row: Mapping[str, Any]) -> Iterator[tuple[str, DeedVerb]]:
    forms = _forms(row["forms"])
    for then in row.get("then", ("",)):
        for word, form in forms.items():
            yield (
                word,
                DeedVerb(
                    rule=" ".join((row["forms"][0], then)).strip(),
                    form=form,
                    then=tuple(then.split()),
                    type=EventType(row["type"]) if "type" in row else None,
                    object=row.get("object", ""),
                    at=_phrases(row.get("at", ())),
                    weapon=row.get("weapon", False),
                    armed=row.get("armed", False),
                    doubtful=row.get("doubtful", False),
                    person=row.get("person", False),
                    bodily=row.get("bodily", False),
                    mutual=row.get("mutual", False),
                    state=row.get("state", False),
                ),
            )


def _forms(forms: list[str]) -> dict[str, Form]:
    """Every form of a verb with what it is; a single base stands for a regular verb.

    Raises:
        InvalidLexicon: neither one form nor at least four.
    """
    if len(forms) == 1:
        base = forms[0]
        forms = [base, f"{base}s", f"{base}ed", f"{base}ing"]
        if base.endswith(("p", "b")) and base[-2] in "aeiou" and base not in ("bomb", "firebomb", "carbomb"):
            forms += [f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"]
            return dict(zip(forms, ("base", "base", "past", "ing", "past", "ing"), strict=True))
    if len(forms) < 4:
        raise InvalidLexicon(f"lexicon/roles.yml: expected one form or at least four, found {forms}")
    found: dict[str, Form] = dict.fromkeys(forms[2:-1], "past")
    found.update({forms[-1]: "ing"})
    for word in forms[:2]:
        found.setdefault(word, "base")
    return found


def _nouns(row: Mapping[str, Any]) -> Iterator[DeedNoun]:
    for form in row["forms"]:
        yield DeedNoun(
            rule=row["forms"][0],
            words=tuple(form.split()),
            type=EventType(row["type"]) if "type" in row else None,
            of=row.get("of", ""),
            on=_phrases(row.get("on", ())),
            own=row.get("own", False),
            plain=row.get("plain", False),
            stage=Stage(row["stage"]) if "stage" in row else None,
            doubtful=row.get("doubtful", False),
            bodily=row.get("bodily", False),
            mutual=row.get("mutual", False),
        )
