"""What a record says as a whole: title, types, dates, status, note and summary.

Title and summary rest on claims. Where nobody edited them they follow the machine only as far as the merged claims
do, and the base stays behind with them, so that they catch up once what was held back is settled.
"""

import re
from collections.abc import Iterator, Mapping

from generator.model.values import value
from generator.store.entrymerge import EDITED, LOST, Entries, proposal
from generator.store.references import is_figure
from generator.store.units import DATES, SCALARS, UNITS, UNKNOWN, Item, meet, same

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens"
)
_SPELLED = frozenset(_NUMBER_WORDS.split())
_WORD = re.compile(r"[a-z]+")


@value
class Head:
    """The record's own values after the merge.

    Attributes:
        ours: what the record says.
        base: what counts as the machine's last word.
        proposals: what an editor is to decide.
    """

    ours: Item
    base: Item
    proposals: tuple[Item, ...]


@value
class Sources:
    """The three records whose heads meet.

    Attributes:
        ours: the record.
        base: the machine's last word, None where it is lost.
        theirs: its new word.
        whole: whether that speaks for all documents of the record.
    """

    ours: Item
    base: Item | None
    theirs: Item
    whole: bool


def human_sentences(ours: Item, base: Item | None) -> tuple[Item, ...]:
    """The summary, where a person changed it: then all of it stays, and so does what it rests on."""
    said = ours.get("summary", [])
    return () if base is not None and said == base.get("summary", []) else tuple(said)


def claims_behind(title: Item, ours: Item, claims: Entries) -> frozenset[str]:
    """Ids of our claims whose figures a title gives, though the merged claims have them no more."""
    missing = _numbers(title["text"]) - _all_stated(claims.standing)
    return frozenset(each["id"] for each in ours.get("claims", ()) if missing & _stated(each))


def merge_head(sources: Sources, claims: Entries) -> Head:
    """Title, types, dates, status, note and summary."""
    ours, base, theirs = sources.ours, sources.base, sources.theirs
    if not sources.whole and base is not None:
        summary = _in_part(base.get("summary", []), theirs.get("summary", []), claims)
        theirs = {**theirs, **{key: base.get(key) for key in ("title", "dates", *SCALARS)}, "summary": summary}
    head: Item = {}
    last: Item = {}
    asked: list[Item] = []
    for key in SCALARS:
        before = UNKNOWN if base is None else base.get(key)
        head[key], open_question = meet(ours.get(key), before, theirs.get(key))
        last[key] = theirs.get(key)
        asked += _asked(key, ours.get(key), theirs.get(key), base) if open_question else []
    head["dates"], last["dates"], more = _dates(ours["dates"], base and base["dates"], theirs["dates"])
    asked += more
    for key, followed in (("title", _title), ("summary", _summary)):
        before = UNKNOWN if base is None else base.get(key)
        if base is not None and same(ours.get(key), before):
            head[key] = last[key] = followed(ours, theirs, claims)
            continue
        head[key], open_question = meet(ours.get(key), before, theirs.get(key))
        last[key] = theirs.get(key)
        asked += _asked(key, ours.get(key), theirs.get(key), base) if open_question else []
    return Head(_said(head), _said(last), tuple(asked))


def _said(head: Item) -> Item:
    return {key: value for key, value in head.items() if value not in (None, [])}


def _asked(path: str, ours: object, theirs: object, base: Item | None) -> list[Item]:
    return [proposal(path, ours, theirs, LOST if base is None else EDITED)]


def _dates(ours: Item, base: Item | None, theirs: Item) -> tuple[Item, Item, list[Item]]:
    """The dates, each for itself; first and last day stay together where the machine's would not fit ours."""
    for held in (False, True):
        merged: Item = {}
        asked: list[Item] = []
        for key in DATES:
            before = UNKNOWN if base is None else base.get(key)
            keep = held and key in ("start", "end")
            merged[key], open_question = meet(ours.get(key), before, theirs.get(key), held=keep)
            asked += _asked(f"dates.{key}", ours.get(key), theirs.get(key), base) if open_question else []
        if not _runs_backwards(merged):
            break
    filled = {key: value for key, value in merged.items() if value not in (None, []) or key == "anchor"}
    return filled, theirs, asked


def _runs_backwards(dates: Item) -> bool:
    start, end = str(dates.get("start") or ""), str(dates.get("end") or "")
    length = min(len(start), len(end))
    return start[:length] > end[:length]


def _title(ours: Item, theirs: Item, claims: Entries) -> Item:
    """The machine's title, unless a figure that it gives was held back or left out."""
    new: Item = theirs["title"]
    stated = _numbers(new["text"])
    behind = [
        each for each in claims.sides.theirs.values() if is_figure(each.get("what", {})) and stated & _stated(each)
    ]
    held_back = not all(_stands(each["id"], claims) for each in behind)
    return dict(ours["title"]) if held_back else new


def _summary(ours: Item, theirs: Item, claims: Entries) -> list[Item]:
    """The machine's sentences whose claims all stand as it says; for another, ours about the same claims."""
    left = [each for each in ours.get("summary", ()) if _holds(each, claims)]
    done: list[Item] = []
    for sentence in theirs.get("summary") or ():
        if all(_stands(name, claims) for name in sentence["claims"]):
            done.append(sentence)
            left = [each for each in left if each["text"] != sentence["text"]]
            continue
        for known in sorted(left, key=lambda each: set(each["claims"]) != set(sentence["claims"])):
            if not set(known["claims"]).isdisjoint(sentence["claims"]):
                done.append(known)
                left.remove(known)
                break
    return done


def _in_part(base: list[Item], theirs: list[Item], claims: Entries) -> list[Item]:
    """The sentences of a base with several stories, those of the stories that were read again as they are now."""
    sides = claims.sides
    again = {name for name, each in sides.base.items() if name in sides.theirs or sides.speaks_for(each)}
    told = [again.issuperset(each["claims"]) for each in base]
    if not any(told):
        return base
    first = told.index(True)
    rest = [each for each, is_told in zip(base[first:], told[first:], strict=True) if not is_told]
    return [*base[:first], *theirs, *rest]


def _stands(name: str, claims: Entries) -> bool:
    """Whether a claim stands in the merged record as the machine has it."""
    merged, theirs = claims.standing.get(name), claims.sides.theirs.get(name)
    if merged is None:
        return False
    return theirs is None or all(same(unit.of(merged), unit.of(theirs)) for unit in UNITS["claims"])


def _holds(sentence: Item, claims: Entries) -> bool:
    """Whether the claims of one of our sentences are still there, and as they were."""
    ours, merged = claims.sides.ours, claims.standing
    units = UNITS["claims"]
    return all(
        name in ours and name in merged and all(same(unit.of(ours[name]), unit.of(merged[name])) for unit in units)
        for name in sentence["claims"]
    )


def _stated(claim: Item) -> frozenset[str]:
    return frozenset(_numbers_of(claim))


def _all_stated(claims: Mapping[str, Item]) -> set[str]:
    return {number for each in claims.values() for number in _numbers_of(each)}


def _numbers_of(claim: Item) -> Iterator[str]:
    yield from _numbers(claim["quote"])
    what = claim.get("what", {})
    if is_figure(what):
        yield from (str(value) for value in what.values() if isinstance(value, int))


def _numbers(text: str) -> frozenset[str]:
    """Numbers that a text writes: digits without separators, and number words."""
    digits = {found[0].replace(",", "") for found in _NUMBER.finditer(text)}
    return frozenset(digits | (_SPELLED & set(_WORD.findall(text.casefold()))))
