"""Forces, bands and countries that did a deed, and those whose men or machines did it."""

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import country_of, known_mention, known_names
from generator.extract.prose.chunks import Clause, phrase_from, without_opening
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType


def and_force(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The second of two forces whose men acted together (``officers of the National Police and the Coast Guard``)."""
    if at >= len(clause.lows) or clause.lows[at] != "and":
        return ()
    stop = through_name(clause, phrase_from(clause, at + 1, lexicon), lexicon)
    first = without_opening(clause, at + 1, stop, lexicon) if stop > at + 1 else stop
    if first == stop or not (clause.prose.words[first].capital and clause.prose.words[stop - 1].capital):
        return ()
    force = read_body(clause, first, stop, lexicon, known=True)
    return (force,) if force is not None else ()


def named_of(clause: Clause, end: int, whole: int, lexicon: Lexicon, *, side: bool) -> ActorMention | None:
    """The group named behind ``faction of`` or ``members of``; None where what stands there is no group's name."""
    first = without_opening(clause, end + 1, whole, lexicon)
    if not (clause.prose.words[first].capital and clause.prose.words[whole - 1].capital):
        return None
    found = read_body(clause, first, whole, lexicon, known=side)
    return found if found is not None and (side or (found.named and found.type in _ORGANISED)) else None


def owner_of(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party whose machines or men a phrase names (``drones of the Kelvarian army``, ``the junta's jets``)."""
    head = clause.lows[end - 1]
    machine = head in lexicon.roles.airborne or head in _MACHINES
    if machine and "'s" in clause.lows[start : end - 1]:
        mark = end - 1 - clause.lows[start:end][::-1].index("'s")
        return read_body(clause, start, mark, lexicon, known=True) if mark > start else None
    if machine and end - start > 1:
        force = lexicon.roles.doers.get(clause.lows[end - 2]) == "bodies"
        return None if force else read_owner(clause, start, end, lexicon)
    if clause.lows[end : end + 1] not in (("of",), ("from",)) or not (machine or head in _MEN):
        return None
    stop = through_name(clause, phrase_from(clause, end + 1, lexicon), lexicon)
    first = without_opening(clause, end + 1, stop, lexicon) if stop > end + 1 else stop
    if first == stop:
        return None
    named = any(word.capital for word in clause.prose.words[first:stop])
    force = lexicon.roles.doers.get(clause.lows[stop - 1]) in ("bodies", "bands", "forces")
    return read_body(clause, first, stop, lexicon, known=True) if named or force else None


_MACHINES = frozenset(
    (
        *(
            "jet",
            "jets",
            "gunboat",
            "gunboats",
            "artillery",
            "aircraft",
            "warplane",
            "warplanes",
            "warship",
            "warships",
        ),
        *("tanks", "vessels"),
    )
)
"""Machines of war, besides those of the list that fly."""

_MEN = frozenset(("forces",))
"""Heads of phrases in which ``of`` names the party itself."""


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


def with_group(clause: Clause, end: int, lexicon: Lexicon) -> int:
    """Index behind the ``of`` phrase that says whose group, column or members these are."""
    lows = clause.lows
    if (
        end + 1 < len(lows)
        and lows[end] in ("of", "from")
        and lows[end - 1] in (*lexicon.roles.groups, *lexicon.roles.doers)
    ):
        stop = phrase_from(clause, end + 1, lexicon)
        cut = next((n for n in range(end + 2, stop) if _tells_deed(clause, n, lexicon)), stop)
        if cut > end + 1:
            return through_name(clause, cut, lexicon)
    return end


def _tells_deed(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether a word inside a phrase is the irregular past of a verb (``two rival clans fought``)."""
    word = clause.prose.words[at]
    return not word.capital and any(verb.form == "past" for verb in lexicon.roles.verbs.get(clause.lows[at], ()))


def through_name(clause: Clause, stop: int, lexicon: Lexicon) -> int:
    """Index behind a name that goes on with ``of`` (``Sons of the Red Scarf``)."""
    words, lows = clause.prose.words, clause.lows
    if stop + 1 < len(words) and lows[stop] == "of" and words[stop - 1].capital:
        further = phrase_from(clause, stop + 1, lexicon)
        if further > stop + 1 and words[further - 1].capital:
            return further
    return stop


def known_group(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The armed group or force named inside a phrase."""
    prose = clause.prose
    part = prose.words[start:end]
    for first, last, actor in known_names(prose, part, lexicon):
        if actor.type in _ORGANISED:
            return known_mention(prose, part[first : last + 1], actor)
    return None


def read_body(clause: Clause, start: int, end: int, lexicon: Lexicon, *, known: bool) -> ActorMention | None:
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
    told = (
        lows[end - 1] in _BANDS
        and not prose.words[end - 1].capital
        and any(word.capital and word.start > 1 for word in words[:-1])
        and not country_of(prose, words, lexicon)
    )
    marked = own or told or (lows[end - 1] in roles.bands and not roles.marks.isdisjoint(lows[start:end]))
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


_BANDS = frozenset(
    ("group", "movement", "militia", "faction", "gang", "cartel", "clan", "clans", "tribe", "mafia", "sect", "militias")
)
"""Nouns behind a name of which they make a group's (``the Nur al-Haqq group``)."""

_ORGANISED = frozenset((ActorType.ARMED_GROUP, ActorType.STATE_FORCE))
