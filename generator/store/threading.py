"""What several documents tell of one incident, joined to the machine's one word on it, in an order of its own.

The latest document gives title and summary; the first one the id. A document that is a reprint of another adds no
claim, and a story that corrects an earlier one takes its place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.lexicon.naming import name_key
from generator.lexicon.threads import ThreadLexicon
from generator.model.claim import Claim, Supersession, Toll
from generator.model.incident import Actor, Dates, Incident, Place
from generator.model.span import Citation, Span
from generator.model.story import Story
from generator.model.values import value
from generator.model.vocabulary import EventType
from generator.store.issues import correct
from generator.store.joining import Names, joined, new_names

REPRINT_SHARE = 0.6
"""Part of a document's sentences that another has too, from which it is a reprint."""

SHORTEST = 5
"""Words of a sentence that says anything when two documents share it."""

_MOST_TYPES = 3
_FROM = re.compile(r"(?i)\b(?:up|down) from (?:an earlier |the previous )?(?P<number>[\d,]+)")
_WORD = re.compile(r"\w+")


@value
class Telling:
    """An incident as one story tells it.

    Attributes:
        incident: the record that the story gave, in all its issues.
        story: the words of its latest issue.
    """

    incident: Incident
    story: Story


def join_tellings(tellings: Iterable[Telling], lexicon: ThreadLexicon) -> Incident:
    """The one word on an incident that several documents tell; the order given does not matter.

    Args:
        tellings: one for each story.
        lexicon: what says that a story or a figure takes the place of an earlier one.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    ordered = _corrected(sorted(tellings, key=story_order), lexicon)
    whole = ordered[0].incident
    told = [set(_sentences(ordered[0].story))]
    latest: tuple[str, Incident, Names | None] = (_issued(ordered[0]), whole, None)
    for telling in ordered[1:]:
        names = _names(whole, telling.incident)
        whole = joined(whole, telling.incident, names)
        sentences = set(_sentences(telling.story))
        again = any(_share(sentences, others) >= REPRINT_SHARE for others in told)
        told.append(sentences)
        if not again and telling.story.published and _issued(telling) >= latest[0]:
            latest = (_issued(telling), telling.incident, names)
    whole = _finished(whole, ordered, lexicon)
    return whole if latest[2] is None else _retold(whole, latest[1], latest[2])


def story_order(telling: Telling) -> tuple[str, str, str]:
    """Where a story stands among those of its incident: by the day of its first issue, undated ones last; by file."""
    first = telling.incident.documents[0]
    return (str(first.published or telling.story.published or "9999"), first.file, telling.incident.id)


def _issued(telling: Telling) -> str:
    return str(telling.story.published or "")


def _corrected(ordered: Sequence[Telling], lexicon: ThreadLexicon) -> list[Telling]:
    """The stories, each that corrects an earlier one of its publisher in the place of that one."""
    done: list[Telling] = []
    for telling in ordered:
        opening = " ".join((telling.story.title or "", *telling.story.sentences[:1]))
        publisher = telling.story.publisher
        same = [n for n, each in enumerate(done) if publisher is not None and each.story.publisher == publisher]
        if not same or not lexicon.replaces.search(opening):
            done.append(telling)
            continue
        own = set(_sentences(telling.story))
        place = max(same, key=lambda n: (len(own & set(_sentences(done[n].story))), n))
        done[place] = Telling(correct(done[place].incident, telling.incident), telling.story)
    return done


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
    known = one.gazetteer is not None and other.gazetteer is not None
    same = one.gazetteer == other.gazetteer if known else _place_key(one.name) == _place_key(other.name)
    return same and (one.country == other.country or None in (one.country, other.country))


def _place_key(name: str) -> tuple[str, ...]:
    """What two desks' spellings of a place have in common: ``Noshki`` and ``Nushki`` are one."""
    return tuple(name_key(word) for word in _WORD.findall(name))


def _says_same(one: Claim, other: Claim) -> bool:
    """Whether two claims with equal words claim the same: of a kind, and of one figure where they count."""
    figures = [claim.what if isinstance(claim.what, Toll) else None for claim in (one, other)]
    return one.kind == other.kind and figures[0] == figures[1]


def _finished(whole: Incident, ordered: Sequence[Telling], lexicon: ThreadLexicon) -> Incident:
    types = Counter(kind for telling in ordered for kind in telling.incident.types[:1] if kind is not EventType.OTHER)
    ranked = sorted(types, key=lambda kind: -types[kind])
    more = [kind for telling in ordered for kind in telling.incident.types if kind is not EventType.OTHER]
    kinds = tuple(dict.fromkeys((*ranked, *more)))[:_MOST_TYPES] or whole.types
    after = replace(whole, types=kinds, dates=_dates(ordered))
    return replace(after, actors=_with_aka(after, ordered), claims=_superseding(after, lexicon.basis))


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
    dated = sorted(
        (str(each.published), number, each.id) for number, each in enumerate(whole.documents) if each.published
    )
    order = {name: number for number, (_, _, name) in enumerate(dated)}
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


def _retold(whole: Incident, latest: Incident, names: Names) -> Incident:
    """The record under the title and summary of its latest document."""
    ids = {each.id for each in whole.claims}
    summary = tuple(
        replace(each, claims=tuple(dict.fromkeys(names["claims"].get(name, name) for name in each.claims)))
        for each in latest.summary
    )
    sound = tuple(each for each in summary if ids.issuperset(each.claims))
    return replace(whole, title=latest.title, summary=sound or whole.summary)
