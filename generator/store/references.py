"""References inside a record: which entries name which, by id, and how they follow when an id changes."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.vocabulary import DOCUMENT_VOICE, Outcome
from generator.store.units import Item

Names = Mapping[str, Mapping[str, str]]
"""For each list of a record: ids as they are, and as they are to be."""

Present = Mapping[str, Collection[str]]
"""For each list of a record: the ids that stand in it."""

_FIGURES = frozenset((*(outcome.value for outcome in Outcome), "of"))
_ACTORS = ("who", "perpetrators", "victims")
_CLAIMS = ("part_of", "responds_to")


def renamed(record: Item, names: Names) -> Item:
    """The record with other ids, wherever they are named."""
    if not any(names.values()):
        return record
    done: Item = _cited(record, names.get("documents", {}))
    for name, entry_of in (("documents", _document), ("actors", _actor), ("places", _place), ("claims", _claim)):
        if name in done:
            done[name] = [entry_of({**each, "id": _new(names, name, each["id"])}, names) for each in done[name]]
    if "summary" in done:
        done["summary"] = [{**each, "claims": _all(names, "claims", each["claims"])} for each in done["summary"]]
    if "rejected" in done:
        done["rejected"] = [{**each, "id": _new(names, each["list"], each["id"])} for each in done["rejected"]]
    return done


def references(claim: Item) -> Iterator[tuple[str, str]]:
    """The entries that a claim names: list and id."""
    if claim["said"]["by"] != DOCUMENT_VOICE:
        yield "actors", claim["said"]["by"]
    what = _parties(claim)
    for key in _ACTORS:
        yield from (("actors", each) for each in _listed(what.get(key)))
    yield from (("places", each) for each in (*_listed(what.get("places")), *claim.get("where", ())))
    if "supersedes" in claim:
        yield "claims", claim["supersedes"]["claim"]
    yield from (("claims", claim[key]) for key in _CLAIMS if key in claim)
    yield "documents", document_of(claim)


def without_absent(claim: Item, present: Present) -> Item:
    """The claim without what it can do without and that names an entry which is not there."""
    done = dict(claim)
    what = dict(_parties(claim))
    for key in (*_ACTORS, "places"):
        ids = _listed(what.get(key))
        left = [each for each in ids if each in present["places" if key == "places" else "actors"]]
        if len(left) < len(ids):
            what[key] = left[0] if len(left) == 1 and key == "who" else left
            if not left and key != "places":
                del what[key]
            done["what"] = what
    if not done.get("what", True):
        del done["what"]
    if "where" in done:
        done["where"] = [each for each in done["where"] if each in present["places"]]
    for key in _CLAIMS:
        if key in done and done[key] not in present["claims"]:
            del done[key]
    earlier = done.get("supersedes")
    if earlier and (earlier["claim"] not in present["claims"] or document_of(earlier) not in present["documents"]):
        del done["supersedes"]
    if not done.get("where", True):
        del done["where"]
    return done


def is_founded(claim: Item, present: Present) -> bool:
    """Whether the claim's speaker and its document are there."""
    speaker = claim["said"]["by"]
    return (speaker == DOCUMENT_VOICE or speaker in present["actors"]) and document_of(claim) in present["documents"]


def document_of(entry: Item) -> str:
    """Id of the document that an entry, or a passage of one, stands in."""
    return str(entry["at"]).partition(":")[0]


def roots_of(*records: Item) -> dict[str, str]:
    """Each document that re-issues another, and the first one of that story."""
    sources = [each for side in records for each in side.get("documents", ())]
    steps = {each["id"]: each["replaces"] for each in sources if "replaces" in each}
    roots: dict[str, str] = {}
    for name, step in steps.items():
        seen, first = {name}, step
        while first in steps and first not in seen:
            seen.add(first)
            first = steps[first]
        roots[name] = first
    return roots


def headline_key(headline: Item, roots: Mapping[str, str]) -> str:
    """What stands for the id of a headline: its text behind the first document of the story that lists it."""
    document = document_of(headline)
    return f"{roots.get(document, document)}: {headline['text']}"


def is_figure(what: Mapping[str, Any]) -> bool:
    """Whether the ``what`` of a claim is a toll or a count of damage, whose ``who`` is words and no id."""
    return not _FIGURES.isdisjoint(what)


def _parties(claim: Item) -> Mapping[str, Any]:
    what: Mapping[str, Any] = claim.get("what", {})
    return {} if is_figure(what) else what


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _new(names: Names, name: str, entry: str) -> str:
    return names.get(name, {}).get(entry, entry)


def _all(names: Names, name: str, entries: list[str]) -> list[str]:
    return [_new(names, name, each) for each in entries]


def _document(document: Item, names: Names) -> Item:
    earlier = document.get("replaces")
    return {**document, "replaces": _new(names, "documents", earlier)} if earlier else document


def _actor(actor: Item, _: Names) -> Item:
    return actor


def _place(place: Item, names: Names) -> Item:
    return {**place, "in": _new(names, "places", place["in"])} if "in" in place else place


def _claim(claim: Item, names: Names) -> Item:
    what = dict(_parties(claim))
    for key in (*_ACTORS, "places"):
        if key in what:
            ids = _all(names, "places" if key == "places" else "actors", _listed(what[key]))
            what[key] = ids[0] if isinstance(what[key], str) else ids
    done = {**claim, "what": what} if what else dict(claim)
    if claim["said"]["by"] != DOCUMENT_VOICE:
        done["said"] = {**claim["said"], "by": _new(names, "actors", claim["said"]["by"])}
    if "where" in claim:
        done["where"] = _all(names, "places", claim["where"])
    if "supersedes" in claim:
        done["supersedes"] = {**claim["supersedes"], "claim": _new(names, "claims", claim["supersedes"]["claim"])}
    for key in _CLAIMS:
        if key in claim:
            done[key] = _new(names, "claims", claim[key])
    return done


def _cited(value: Any, documents: Mapping[str, str]) -> Any:
    """The value with other document ids in the places of its passages."""
    if not documents:
        return dict(value)
    if isinstance(value, list):
        return [_cited(each, documents) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _moved(each, documents) if key == "at" else _cited(each, documents) for key, each in value.items()}


def _moved(at: Any, documents: Mapping[str, str]) -> Any:
    document, colon, span = str(at).partition(":")
    return f"{documents.get(document, document)}{colon}{span}"
