"""What several documents tell of one incident, joined to the machine's one word on it, in an order of its own.

The latest document gives title and summary; the first one the id. A document that is a reprint of another adds no
claim, and one that replaces an earlier version takes the place of its claims.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.lexicon.threads import ThreadLexicon
from generator.model.claim import Claim, Supersession, Toll
from generator.model.incident import Actor, Dates, Incident, Place
from generator.model.span import Citation, Span
from generator.model.story import Story
from generator.model.vocabulary import EventType
from generator.store.joining import Names, joined, new_names

REPRINT_SHARE = 0.6
"""Part of a document's sentences that another has too, from which it is a reprint."""

SHORTEST = 5
"""Words of a sentence that says anything when two documents share it."""

_MOST_TYPES = 3
_FROM = re.compile(r"(?i)\b(?:up|down) from (?:an earlier |the previous )?(?P<number>[\d,]+)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """An incident as one document tells it.

    Attributes:
        incident: the record that the document gave.
        story: the document's words.
    """

    incident: Incident
    story: Story


def join_tellings(tellings: Iterable[Telling], lexicon: ThreadLexicon) -> Incident:
    """The one word on an incident that several documents tell; the order given does not matter.

    Args:
        tellings: one for each document.
        lexicon: what says that a story or a figure takes the place of an earlier one.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    ordered = sorted(tellings, key=_order)
    whole = ordered[0].incident
    held: dict[str, str] = {each.sha256: each.id for each in whole.documents}
    told = [set(_sentences(ordered[0].story))]
    replaced: dict[str, str] = {}
    reprints: set[str] = set()
    latest: tuple[Incident, Names] | None = None
    for number, telling in enumerate(ordered[1:], start=1):
        names = _names(whole, telling.incident)
        whole = joined(whole, telling.incident, names)
        own = names["documents"][telling.incident.documents[0].id]
        held[telling.incident.documents[0].sha256] = own
        earlier = _replaced(telling, ordered[:number], lexicon)
        sentences = set(_sentences(telling.story))
        if earlier is not None:
            replaced[own] = held[earlier.incident.documents[0].sha256]
        elif any(_share(sentences, others) >= REPRINT_SHARE for others in told):
            reprints.add(own)
        told.append(sentences)
        if telling.story.published and own not in reprints:
            latest = (telling.incident, names)
    return _retold(_finished(whole, ordered, replaced, lexicon), latest)


def _order(telling: Telling) -> tuple[str, str, str]:
    """Dated documents first, by day; then the undated ones; equal ones by file."""
    return (str(telling.story.published or "9999"), telling.incident.documents[0].file, telling.incident.id)


def _sentences(story: Story) -> Iterator[str]:
    for sentence in story.sentences:
        words = _WORD.findall(sentence.casefold())
        if len(words) >= SHORTEST:
            yield " ".join(words)


def _share(ours: set[str], theirs: set[str]) -> float:
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _names(whole: Incident, coming: Incident) -> Names:
    """The ids under which a document's entries come in: parties and places of one name are one entry."""
    names = new_names([whole], [coming])
    for each in coming.actors:
        twin = next((one for one in whole.actors if _is_one_actor(one, each)), None)
        if twin is not None:
            names["actors"][each.id] = twin.id
    for place in coming.places:
        known = next((one for one in whole.places if _is_one_place(one, place)), None)
        if known is not None:
            names["places"][place.id] = known.id
    quotes: dict[str, list[Claim]] = {}
    for claim in whole.claims:
        quotes.setdefault(_folded(claim.quote), []).append(claim)
    for claim in coming.claims:
        same = quotes.get(_folded(claim.quote), [])
        twin_claim = next((one for one in same if _says_same(one, claim)), None)
        if twin_claim is not None:
            names["claims"][claim.id] = twin_claim.id
            same.remove(twin_claim)
    return names


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_one_actor(one: Actor, other: Actor) -> bool:
    known = {_folded(name) for name in (one.name, *one.aka)}
    return one.type == other.type and not known.isdisjoint(map(_folded, (other.name, *other.aka)))


def _is_one_place(one: Place, other: Place) -> bool:
    same = _folded(one.name) == _folded(other.name) or (one.gazetteer is not None and one.gazetteer == other.gazetteer)
    return same and (one.country == other.country or None in (one.country, other.country))


def _says_same(one: Claim, other: Claim) -> bool:
    """Whether two claims with equal words claim the same: of a kind, and of one figure where they count."""
    figures = [claim.what if isinstance(claim.what, Toll) else None for claim in (one, other)]
    return one.kind == other.kind and figures[0] == figures[1]


def _replaced(telling: Telling, before: Sequence[Telling], lexicon: ThreadLexicon) -> Telling | None:
    """The latest earlier document of the same publisher that a document says it replaces."""
    opening = " ".join((telling.story.title or "", *telling.story.sentences[:1]))
    same = [each for each in before if each.story.publisher == telling.story.publisher]
    if telling.story.publisher is None or not same or not lexicon.replaces.search(opening):
        return None
    return same[-1]


def _finished(
    whole: Incident, ordered: Sequence[Telling], replaced: Mapping[str, str], lexicon: ThreadLexicon
) -> Incident:
    documents = tuple(
        replace(each, replaces=replaced[each.id]) if each.id in replaced else each for each in whole.documents
    )
    types = Counter(kind for telling in ordered for kind in telling.incident.types[:1] if kind is not EventType.OTHER)
    ranked = sorted(types, key=lambda kind: -types[kind])
    more = [kind for telling in ordered for kind in telling.incident.types if kind is not EventType.OTHER]
    kinds = tuple(dict.fromkeys((*ranked, *more)))[:_MOST_TYPES] or whole.types
    gone = frozenset(replaced.values())
    claims = tuple(each for each in whole.claims if each.at.document not in gone)
    after = replace(whole, documents=documents, types=kinds, dates=_dates(ordered), claims=_without(claims))
    return replace(after, actors=_with_aka(after, ordered), claims=_superseding(after, lexicon.basis))


def _without(left: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims left, without references to those that are gone."""
    ids = {each.id for each in left}
    return tuple(
        replace(
            each,
            supersedes=each.supersedes if each.supersedes and each.supersedes.claim in ids else None,
            part_of=each.part_of if each.part_of in ids else None,
            responds_to=each.responds_to if each.responds_to in ids else None,
        )
        for each in left
    )


def _dates(ordered: Sequence[Telling]) -> Dates:
    """The dates that most documents give, of those the first one's."""
    known = [telling.incident.dates for telling in ordered if telling.incident.dates.start]
    if not known:
        return ordered[0].incident.dates
    starts = Counter(str(each.start) for each in known)
    start = max(starts, key=lambda day: (starts[day], -[str(each.start) for each in known].index(day)))
    return next(each for each in known if str(each.start) == start)


def _with_aka(whole: Incident, ordered: Sequence[Telling]) -> tuple[Actor, ...]:
    """The parties, each with the spellings that other documents use."""
    spelled = [actor for telling in ordered for actor in telling.incident.actors]
    done = []
    for actor in whole.actors:
        names = dict.fromkeys(actor.aka)
        for each in spelled:
            if _is_one_actor(actor, each):
                names |= dict.fromkeys((each.name, *each.aka))
        names.pop(actor.name, None)
        done.append(replace(actor, aka=tuple(names)))
    return tuple(done)


def _superseding(whole: Incident, basis: re.Pattern[str]) -> tuple[Claim, ...]:
    """The claims, a toll taking the place of an earlier document's where its own words say that it does."""
    order = {document.id: number for number, document in enumerate(whole.documents) if document.published}
    claims: list[Claim] = []
    for each in whole.claims:
        found = basis.search(each.quote) if each.supersedes is None and each.at.document in order else None
        earlier = [one for one in whole.claims if found and _is_earlier(one, each, order) and _may_give_way(one, each)]
        if found is None or not earlier:
            claims.append(each)
            continue
        start = each.at.span.start + found.start()
        cited = Citation(each.at.document, Span(start, start + len(found[0])))
        last = max(earlier, key=lambda one: (order[one.at.document], one.id))
        claims.append(replace(each, supersedes=Supersession(last.id, found[0], cited)))
    return tuple(claims)


def _is_earlier(one: Claim, other: Claim, order: Mapping[str, int]) -> bool:
    """Whether a claim stands in a document that appeared before that of the other."""
    return one.at.document in order and order[one.at.document] < order[other.at.document]


def _may_give_way(earlier: Claim, later: Claim) -> bool:
    """Whether a later toll may replace an earlier one: of one outcome and category, and of the figure it names."""
    ours, theirs = earlier.what, later.what
    if not isinstance(ours, Toll) or not isinstance(theirs, Toll):
        return False
    named = _FROM.search(later.quote)
    fits = named is None or str(ours.count) == named["number"].replace(",", "")
    return ours.outcome == theirs.outcome and ours.category == theirs.category and ours.count != theirs.count and fits


def _retold(whole: Incident, latest: tuple[Incident, Names] | None) -> Incident:
    """The record under the title and summary of its latest document."""
    if latest is None:
        return whole
    incident, names = latest
    ids = {each.id for each in whole.claims}
    summary = tuple(
        replace(each, claims=tuple(dict.fromkeys(names["claims"].get(name, name) for name in each.claims)))
        for each in incident.summary
    )
    sound = tuple(each for each in summary if ids.issuperset(each.claims))
    return replace(whole, title=incident.title, summary=sound or whole.summary)
