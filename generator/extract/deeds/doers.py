"""Who did a deed: armed persons, forces, groups, countries and named persons."""

from generator.extract.actors.actors import read_actor
from generator.extract.deeds.outfits import and_force, known_group, named_of, owner_of, read_body, with_group
from generator.extract.prose.chunks import MONTHS, Clause, without_opening
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.values import replace, value
from generator.model.vocabulary import ActorType, Category

HUMAN = frozenset((ActorType.PERSON, ActorType.OFFICIAL))
ANYBODY = frozenset(("doer-plain", "doer-human"))
"""Rules of doers whom only their deed makes so."""


def read_doers(
    clause: Clause, start: int, end: int, lexicon: Lexicon, *, plain: bool, side: bool = False
) -> tuple[ActorMention, ...]:
    """The perpetrators that a noun phrase names: the persons, and the group they belong to.

    Args:
        clause: the sentence.
        start: index of the first word.
        end: index behind the last word.
        lexicon: what the finders know.
        plain: whether words like ``men`` may stand for perpetrators.
        side: whether the words in front name a party of a fight, so that any name in capitals may be one.
    """
    if clause.lows[start] in ("my", "our", "your"):
        return ()
    end = _without_participle(clause, start, end, lexicon)
    first = without_opening(clause, start, end, lexicon)
    whole = with_group(clause, end, lexicon)
    group = known_group(clause, first, whole, lexicon)
    phrase = _Phrase(start, first, end, whole, group)
    kind = _kind_of(clause, phrase, lexicon)
    head = clause.lows[end - 1] if end > first else ""
    if (plain and kind is None and whole == end and (head,) in lexicon.roles.targets) or head in _HELPERS:
        return ()
    owner = _owner(clause, phrase, kind, lexicon, side=side)
    if owner is not None:
        return (owner,)
    if kind in ("bodies", "bands") or (kind is None and group is None):
        body = read_body(clause, first, end, lexicon, known=kind is not None or side)
        return (body,) if body is not None else ()
    if kind in ("plain", "human") and not plain and group is None:
        return ()
    return _persons(clause, phrase, kind, lexicon)


@value
class _Phrase:
    """A noun phrase: indexes of its first word, of the first behind its article, behind its head, behind its group."""

    start: int
    first: int
    end: int
    whole: int
    group: ActorMention | None


def _kind_of(clause: Clause, phrase: _Phrase, lexicon: Lexicon) -> str | None:
    """The kind of doers that a phrase tells: by its head, its adjectives, an age, or the group that they are of."""
    lows, roles, end, whole = clause.lows, lexicon.roles, phrase.end, phrase.whole
    head = lows[end - 1] if end > phrase.first else ""
    kind = read_kind(head, lexicon) or _aged(clause, phrase.first, end)
    if kind in ("plain", "human") and (
        not roles.violent.isdisjoint(lows[phrase.first : end]) or lows[end : end + 2] == ("armed", "with")
    ):
        kind = "armed"
    if lows[end - 1] not in roles.groups or whole == end or kind not in (None, "plain"):
        return kind
    named = any(word.capital for word in clause.prose.words[end + 1 : whole])
    banded = phrase.group is not None or (named and lows[whole - 1] in roles.bands)
    return roles.doers.get(lows[whole - 1]) or ("armed" if banded else "plain" if named else None)


def _owner(clause: Clause, phrase: _Phrase, kind: str | None, lexicon: Lexicon, *, side: bool) -> ActorMention | None:
    """The party of which a phrase names a part, a force or a machine, where it tells the doer better."""
    if phrase.group is not None:
        return None
    found = None
    if clause.lows[phrase.end - 1] in lexicon.roles.groups and phrase.whole > phrase.end:
        found = named_of(clause, phrase.end, phrase.whole, lexicon, side=side)
    if found is None and kind in ("forces", "bodies", "deed"):
        found = owner_of(clause, phrase.first, phrase.end, lexicon)
    return found


def _persons(clause: Clause, phrase: _Phrase, kind: str | None, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The persons that a phrase describes, or the group that it names in their place."""
    first, end, whole, group = phrase.first, phrase.end, phrase.whole, phrase.group
    if kind is None or (kind == "human" and group is not None):
        return (group,) if group is not None else ()
    if kind == "forces" and group is not None and whole > end:
        return (group, *and_force(clause, whole, lexicon))
    if kind == "forces" and first == end - 1 and clause.lows[end - 1] in lexicon.roles.airborne:
        kind = "deed"
    if kind in ("plain", "human"):
        first = without_opening(clause, phrase.start, end, lexicon, numbers=True)
    if group is not None:
        first, whole = _beside(clause, (first, end, whole), group, lexicon)
        if kind == "armed" and group.type is ActorType.ARMED_GROUP:
            return (group,)
    persons = read_crowd(clause, first, whole, kind, lexicon) if whole > first else None
    if kind == "forces" and whole > end and persons is not None:
        return (persons, *and_force(clause, whole, lexicon))
    return tuple(mention for mention in (persons, group) if mention is not None)


def _without_participle(clause: Clause, start: int, end: int, lexicon: Lexicon) -> int:
    """Index behind the persons of a phrase, without what a participle or an adjective tells of them behind."""
    roles, lows = lexicon.roles, clause.lows
    for at in range(start + 1, end):
        told = lows[at] in _BOUND or lows[at] in roles.carrying or lows[at].endswith("ing")
        if told and read_kind(lows[at - 1], lexicon) is not None and not clause.prose.words[at].capital:
            return at
    return end


_BOUND = frozenset(("loyal", "allied", "linked", "affiliated", "aligned", "sympathetic", "close", "opposed", "alike"))
"""Adjectives behind the persons whom they describe (``fighters loyal to N. N.``)."""
_HELPERS = frozenset(
    (
        *("bystander", "bystanders", "passer-by", "passers-by", "bodyguard", "bodyguards"),
        *("magistrate", "magistrates", "juror", "jurors", "jury", "coroner"),
    )
)
"""Persons who stand by, guard somebody or judge the deed."""


def _aged(clause: Clause, start: int, end: int) -> str | None:
    """The kind of persons told by their age, whatever they are called (``a 20-year-old loner``)."""
    return "plain" if any(low.endswith("-year-old") for low in clause.lows[start:end]) else None


def read_culprit(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """A person named as the one who did it, or None."""
    first = without_opening(clause, start, end, lexicon)
    aside = start > 0 and clause.lows[start - 1] in lexicon.grammar.prepositions and clause.lows[start - 1] != "as"
    capital = clause.prose.words[first].capital and not aside
    mention = read_actor(clause.prose, first, end, lexicon) if capital else None
    if mention is None or not mention.named or mention.type not in HUMAN or not is_person(mention, lexicon):
        return None
    return replace(mention, rule="doer-named")


def _beside(clause: Clause, bounds: tuple[int, int, int], group: ActorMention, lexicon: Lexicon) -> tuple[int, int]:
    """The persons of a named group without its name: ``fighters`` of ``Red Front fighters``."""
    first, end, whole = bounds
    words = clause.prose.words
    if whole > end:
        return first, whole if clause.lows[end - 1] in lexicon.roles.groups else end
    last = next((n for n in range(first, end) if clause.prose.start + words[n].end >= group.span.end), end - 1)
    start = last + 1
    while start < end and (
        clause.lows[start] in lexicon.roles.groups or not words[start].wordlike or words[start].text == "'s"
    ):
        if start == end - 1:
            break
        start += 1
    return start, end


def read_kind(head: str, lexicon: Lexicon) -> str | None:
    """What kind of doers a head noun tells; persons of any calling are ``human``."""
    kind = lexicon.roles.doers.get(head)
    if kind is not None or head.endswith("-year-old"):
        return kind or "plain"
    category = lexicon.persons.plural.get(head) or lexicon.persons.singular.get(head)
    return _KINDS.get(category, "human") if category is not None else None


_KINDS = {Category.SECURITY_FORCES: "forces", Category.MILITANTS: "armed", Category.PERPETRATORS: "deed"}


def read_crowd(clause: Clause, start: int, end: int, kind: str | None, lexicon: Lexicon) -> ActorMention:
    """Persons that a phrase describes; ``kind`` is the kind of doers that they are."""
    prose = clause.prose
    span = prose.span(prose.words[start].start, prose.words[end - 1].end)
    text = clause.text(start, end)
    return ActorMention(
        span, _uncapitalised(text, start, lexicon), ActorType.CROWD, head=clause.lows[end - 1], rule=f"doer-{kind}"
    )


def _uncapitalised(text: str, start: int, lexicon: Lexicon) -> str:
    """The phrase without the capital that only the beginning of a sentence gives it."""
    first = fold_name(text.split(" ", 1)[0])
    named = start or first in lexicon.places.known or first in lexicon.actors.longest
    return text if named else text[0].lower() + text[1:]


def is_person(mention: ActorMention, lexicon: Lexicon) -> bool:
    """Whether a name may be a person's: no place, no people, no month and no number by itself."""
    words = mention.name.lower().split()
    known = lexicon.numerals.values
    if len(words) > 1:
        return not any(word in known for word in words)
    word = words[0]
    return not (
        word in lexicon.places.known
        or word in known
        or word in MONTHS
        or word in lexicon.grammar.function_words
        or word.endswith("ly")
    )
