"""Words that tell who did what to whom, and with what."""

from collections.abc import Iterable, Iterator, Mapping

from generator.lexicon.deedwords import DeedNoun, DeedVerb, as_phrases, read_nouns, read_verbs
from generator.lexicon.rules import Example
from generator.lexicon.sources import read_knowledge
from generator.lexicon.weapons import WeaponLexicon, read_weapons
from generator.model.values import value

Phrase = tuple[str, ...]

PARTY = "party"
"""Rule of deeds of which the text tells nothing but who did them (``the assailants``)."""
AGENT = "agent"
"""Rule of deeds of which a passive tells who did them, and no verb of the list what they were."""
BREAKS = frozenset((";", "but"))
"""Behind them somebody else may act."""
SUSPECT = "doer-suspect"
"""Rule of doers of whom the text tells that they were caught."""


@value
class RoleLexicon:
    """Everything that ``roles.yml`` knows; all words in lower case.

    Attributes:
        anchors: words of which a sentence needs one to tell a deed.
        turns: the anchors, and the words behind which somebody else may act.
        doubtful: rules that tell their type only beside a doer or a weapon.
        verbs: first word -> forms of verbs, those with most words first.
        nouns: first word -> nouns, those with most words first.
        staged: words in front of a deed's noun that make their subject its doer.
        behind: phrases in front of a deed's noun that make the party in front of them guilty.
        after: first word -> phrases that make the party behind them guilty.
        identified: first word -> phrases between doers and their name.
        blaming: first word -> phrases between those who blame and the party that they blame.
        laying: verbs that lay a deed to or on a party -> that preposition.
        naming: verbs that give doers a name behind ``as``.
        guilty: first words of everything that holds a party guilty.
        compounds: nouns with which a deed's noun makes another thing.
        airborne: heads of doers whose bombs fall from the air.
        arms: head nouns of what a country fights with, so that a demonym in front tells the doer.
        rivals: head nouns of parties that fight among themselves.
        culprits: head nouns of parties of whom the word itself tells that they did it.
        crowds: head nouns of persons whose attacks are a riot.
        caught: head nouns of persons who are suspects where they are caught.
        vessels: vehicles whose seizure is a hijacking.
        militants: words for those against whom an operation of forces goes.
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
        courtly: verbs that bring somebody to court or into custody.
        faults: words of an accusation of neglect.
        besides: words of an accusation of something else than the deed.
        deeds: participles of an accusation that tell the deed, besides the verbs.
        unreal: words that make a deed one that did not happen.
        background: longest word -> phrases with it that place a deed among earlier ones.
        examples: sentences with ``doers > victims and targets | weapons``.
    """

    anchors: frozenset[str]
    turns: frozenset[str]
    doubtful: frozenset[str]
    verbs: Mapping[str, tuple[DeedVerb, ...]]
    nouns: Mapping[str, tuple[DeedNoun, ...]]
    staged: frozenset[Phrase]
    behind: frozenset[Phrase]
    after: Mapping[str, tuple[Phrase, ...]]
    identified: Mapping[str, tuple[Phrase, ...]]
    blaming: Mapping[str, tuple[Phrase, ...]]
    laying: Mapping[str, str]
    naming: frozenset[str]
    guilty: frozenset[str]
    compounds: frozenset[str]
    airborne: frozenset[str]
    arms: frozenset[str]
    rivals: frozenset[str]
    culprits: frozenset[str]
    crowds: frozenset[str]
    caught: frozenset[str]
    vessels: frozenset[str]
    militants: frozenset[str]
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
    courtly: frozenset[str]
    faults: frozenset[str]
    besides: frozenset[str]
    deeds: frozenset[str]
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
        for word, verb in read_verbs(row):
            verbs.setdefault(word, []).append(verb)
    nouns: dict[str, list[DeedNoun]] = {}
    for row in data["nouns"]:
        for noun in read_nouns(row):
            nouns.setdefault(noun.words[0], []).append(noun)
    doers = {noun: kind for kind, names in data["doers"].items() for noun in names}
    doers.update(dict.fromkeys(militants, "armed"))
    after, identified = _opened(data["guilt"]["after"]), _opened(data["identified"])
    blaming = _opened(data["guilt"]["blaming"])
    laying = {verb: joint for joint, listed in data["guilt"]["laying"].items() for verb in listed}
    naming = frozenset(data["guilt"]["naming"])
    guilty = frozenset((*after, *identified, *blaming, *laying, *naming))
    anchors = frozenset((*verbs, *nouns, *guilty))
    return RoleLexicon(
        anchors=anchors,
        turns=anchors | BREAKS,
        doubtful=frozenset(
            (
                *(verb.rule for rows in verbs.values() for verb in rows if verb.doubtful),
                *(noun.rule for found in nouns.values() for noun in found if noun.doubtful),
            )
        ),
        verbs={word: tuple(sorted(rows, key=lambda v: -len(v.then))) for word, rows in verbs.items()},
        nouns={word: tuple(sorted(rows, key=lambda n: -len(n.words))) for word, rows in nouns.items()},
        staged=as_phrases(data["staged"]),
        behind=as_phrases(data["guilt"]["behind"]),
        after=after,
        identified=identified,
        blaming=blaming,
        laying=laying,
        naming=naming,
        guilty=guilty,
        compounds=frozenset(data["compounds"]),
        airborne=frozenset(data["airborne"]),
        arms=frozenset(data["arms"]),
        rivals=frozenset(data["rivals"]),
        culprits=frozenset((*data["doers"]["deed"], *data["culprits"])),
        crowds=frozenset(data["crowds"]),
        caught=frozenset(data["caught"]),
        vessels=frozenset(data["vessels"]),
        militants=frozenset((*(noun for noun, kind in doers.items() if kind == "armed"), *data["hunted"])),
        prominent=frozenset(data["prominent"]),
        doers=doers,
        violent=frozenset(data["violent"]),
        carrying=frozenset(data["carrying"]),
        groups=frozenset(data["groups"]),
        marks=frozenset(data["marks"]),
        armies=frozenset(data["armies"]),
        bands=frozenset(data["bands"]),
        bounds=as_phrases(data["bounds"]),
        owned=frozenset(data["owned"]),
        targets=as_phrases((*data["targets"], *things)),
        weapons=read_weapons(data["weapons"], data["idle"]),
        courtly=frozenset(data["courtly"]),
        faults=frozenset(data["charges"]["faults"]),
        besides=frozenset(data["charges"]["besides"]),
        deeds=frozenset(data["charges"]["deeds"]),
        unreal=frozenset(data["unreal"]),
        background=_by_longest(data["background"]),
        examples=tuple(Example(row["text"], row["gives"]) for row in data["examples"]),
    )


def _opened(texts: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(as_phrases(texts), key=lambda each: (-len(each), each)):
        found.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _by_longest(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their longest word, the rarest that each has."""
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(max(text.split(), key=len), []).append(text)
    return {word: tuple(phrases) for word, phrases in found.items()}
