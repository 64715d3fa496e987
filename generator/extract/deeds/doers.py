"""Who did a deed: armed persons, forces, groups, countries and named persons."""

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import country_of, known_mention, known_names
from generator.extract.prose.chunks import MONTHS, Clause, phrase_from, without_opening
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType, Category

_ORGANISED = frozenset((ActorType.ARMED_GROUP, ActorType.STATE_FORCE))
HUMAN = frozenset((ActorType.PERSON, ActorType.OFFICIAL))


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
    first = without_opening(clause, start, end, lexicon)
    whole = _with_group(clause, end, lexicon)
    group = _known_group(clause, first, whole, lexicon)
    head = _head(clause, first, end)
    kind = read_kind(head, lexicon)
    if kind in ("plain", "human") and (
        not lexicon.roles.violent.isdisjoint(clause.lows[first:end]) or clause.lows[end : end + 2] == ("armed", "with")
    ):
        kind = "armed"
    if plain and kind is None and whole == end and (head,) in lexicon.roles.targets:
        return ()
    if clause.lows[end - 1] in lexicon.roles.groups and whole > end:
        inner = lexicon.roles.doers.get(_head(clause, end + 1, whole))
        kind = kind if kind not in (None, "plain") else inner or ("armed" if group else None)
    if kind in ("bodies", "bands") or (kind is None and group is None):
        body = _body(clause, first, end, lexicon, known=kind is not None or side)
        return (body,) if body is not None else ()
    if kind in ("plain", "human") and not plain and group is None:
        return ()
    if kind is None or (kind == "human" and group is not None):
        return (group,) if group is not None else ()
    if kind == "forces" and group is not None and whole > end:
        return (group, *_and_force(clause, whole, lexicon))
    if kind == "forces" and first == end - 1 and head in lexicon.roles.airborne:
        kind = "deed"
    if kind in ("plain", "human"):
        first = without_opening(clause, start, end, lexicon, numbers=True)
    if group is not None:
        first, whole = _beside(clause, (first, end, whole), group, lexicon)
    persons = read_crowd(clause, first, whole, kind, lexicon) if whole > first else None
    return tuple(mention for mention in (persons, group) if mention is not None)


def _and_force(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The second of two forces whose men acted together (``officers of the National Police and the Coast Guard``)."""
    if at >= len(clause.lows) or clause.lows[at] != "and":
        return ()
    stop = _through_name(clause, phrase_from(clause, at + 1, lexicon), lexicon)
    first = without_opening(clause, at + 1, stop, lexicon) if stop > at + 1 else stop
    if first == stop or not (clause.prose.words[first].capital and clause.prose.words[stop - 1].capital):
        return ()
    force = _body(clause, first, stop, lexicon, known=True)
    return (force,) if force is not None else ()


def read_culprit(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """A person named as the one who did it, or None."""
    first = without_opening(clause, start, end, lexicon)
    aside = start > 0 and clause.lows[start - 1] in lexicon.grammar.prepositions and clause.lows[start - 1] != "as"
    capital = clause.prose.words[first].capital and not aside
    mention = read_actor(clause.prose, first, end, lexicon) if capital else None
    if mention is None or not mention.named or mention.type not in HUMAN or not is_person(mention, lexicon):
        return None
    return replace(mention, rule="doer-named")


def read_states(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The country that a noun phrase is, or whose arms it names (``Kelvarian artillery``); nothing for another one."""
    first = without_opening(clause, start, end, lexicon)
    words = clause.prose.words
    if not any(word.capital for word in words[first:end]):
        return ()
    if clause.lows[end - 1] in lexicon.roles.arms:
        state = read_owner(clause, first, end - 1, lexicon)
        return (state,) if state is not None else ()
    mention = read_actor(clause.prose, first, end, lexicon) if words[first].capital else None
    return (mention,) if mention is not None and mention.rule == "country" else ()


def read_owner(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The country that a demonym in front of arms or of a deed names, or None; towns and other names tell nothing."""
    for at in range(start, end):
        word = clause.prose.words[at]
        meanings = lexicon.places.known.get(word.lower, ()) if word.capital else ()
        owned = at + 1 < len(clause.lows) and clause.lows[at + 1] == "'s"
        country = next((place.country for place in meanings if place.kind == ("name" if owned else "demonym")), None)
        name = lexicon.places.country_names.get(country) if country is not None else None
        if name is not None:
            span = clause.prose.span(word.start, word.end)
            return ActorMention(
                span, name, ActorType.GOVERNMENT, head="name", named=True, country=country, rule="arms-of"
            )
    return None


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


def _head(clause: Clause, start: int, end: int) -> str:
    """The last word of a phrase, with the one in front of it where both make one noun."""
    return clause.lows[end - 1] if end > start else ""


def _with_group(clause: Clause, end: int, lexicon: Lexicon) -> int:
    """Index behind the ``of`` phrase that says whose group, column or members these are."""
    lows = clause.lows
    if (
        end + 1 < len(lows)
        and lows[end] in ("of", "from")
        and lows[end - 1] in (*lexicon.roles.groups, *lexicon.roles.doers)
    ):
        stop = phrase_from(clause, end + 1, lexicon)
        if stop > end + 1:
            return _through_name(clause, stop, lexicon)
    return end


def _through_name(clause: Clause, stop: int, lexicon: Lexicon) -> int:
    """Index behind a name that goes on with ``of`` (``Sons of the Red Scarf``)."""
    words, lows = clause.prose.words, clause.lows
    if stop + 1 < len(words) and lows[stop] == "of" and words[stop - 1].capital:
        further = phrase_from(clause, stop + 1, lexicon)
        if further > stop + 1 and words[further - 1].capital:
            return further
    return stop


def _known_group(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The armed group or force named inside a phrase."""
    prose = clause.prose
    part = prose.words[start:end]
    for first, last, actor in known_names(prose, part, lexicon):
        if actor.type in _ORGANISED:
            return known_mention(prose, part[first : last + 1], actor)
    return None


def _body(clause: Clause, start: int, end: int, lexicon: Lexicon, *, known: bool) -> ActorMention | None:
    """A force, or an unknown group told by what its name says (``Popular Resistance Front``)."""
    prose, lows, roles = clause.prose, clause.lows, lexicon.roles
    words = prose.words[start:end]
    if not known and not any(word.capital for word in words) and lows[end - 1] not in roles.bands:
        return None
    mention = read_actor(prose, start, end, lexicon)
    own = (
        lows[end - 1] in roles.armies
        and len(words) > 1
        and all(word.capital for word in words)
        and not country_of(prose, words, lexicon)
    )
    marked = own or (lows[end - 1] in roles.bands and not roles.marks.isdisjoint(lows[start:end]))
    if (
        mention is not None
        and mention.type in _ORGANISED
        and (mention.known or (not marked and (mention.named or known)))
    ):
        return mention
    marked = marked or roles.doers.get(lows[end - 1]) == "bands"
    if marked or known:
        span = prose.span(prose.words[start].start, prose.words[end - 1].end)
        kind = ActorType.ARMED_GROUP if marked else ActorType.STATE_FORCE
        return ActorMention(span, clause.text(start, end), kind, head=lows[end - 1], named=marked, rule="band")
    return None


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
