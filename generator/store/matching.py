"""Sticky ids: the machine's entries are recognised by what they say and take the ids that the record knows them by.

The base keeps a copy of what editors deleted, so that a deleted entry is recognised too and cannot come back under
another id. An id that now stands for something else gets a fresh suffix.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.values import value
from generator.store.likeness import ACTORS, PLACES, Likeness, claim_likeness, exact_claim
from generator.store.references import document_of, renamed, roots_of
from generator.store.units import Item

_LONGEST = 96

Forms = Mapping[str, Sequence[Item]]
"""Known entries by id, each as the machine said it last and as the record has it."""


@value
class Recognised:
    """The machine's new word in the record's own ids.

    Attributes:
        record: the machine's word.
        covered: documents for whose passages it speaks: its own, and those that it re-issues under their file's name.
        roots: each document that re-issues others, and the first of them.
        whole: whether it knows every document of the record that no later one replaces.
        stale: whether later documents replace all of its own.
    """

    record: Item
    covered: frozenset[str]
    roots: Mapping[str, str]
    whole: bool
    stale: bool


def aligned(base: Item, ours: Item) -> Item:
    """The base with the ids that editors gave to entries of the record."""
    names: dict[str, dict[str, str]] = {}
    for name, key_of in _KEYS.items():
        known = {each["id"] for each in ours.get(name, ())}
        before = {each["id"] for each in base.get(name, ())}
        added = {key_of(each): each["id"] for each in reversed(ours.get(name, [])) if each["id"] not in before}
        missing = {each["id"]: added.get(key_of(each)) for each in base.get(name, ()) if each["id"] not in known}
        names[name] = {old: new for old, new in missing.items() if new}
        names[name] = {old: new for old, new in names[name].items() if list(names[name].values()).count(new) == 1}
        base = renamed(base, {name: names[name]})
    return base


def _named(entry: Item) -> object:
    return entry["name"].casefold(), entry.get("type"), entry.get("level")


_KEYS: Mapping[str, Callable[[Item], object]] = {
    "documents": lambda entry: entry["sha256"],
    "actors": _named,
    "places": _named,
    "claims": exact_claim,
}


def recognise(theirs: Item, base: Item, ours: Item) -> Recognised:
    """The machine's new word, each entry under the id that base or record know it by.

    Args:
        theirs: as extracted.
        base: the machine's last word, `aligned`; empty where it is lost.
        ours: the record.
    """
    theirs, earlier = _with_documents(theirs, base, ours)
    documents = {each["id"] for each in theirs["documents"]}
    for name, likeness in (("actors", ACTORS), ("places", PLACES)):
        forms = _forms(name, base, ours)
        found = _assign(theirs.get(name, []), forms, likeness)
        theirs = renamed(theirs, {name: _unique(theirs.get(name, ()), found, forms)})
        told = {each["id"]: each for each in base.get(name, ()) if document_of(each) not in documents | set(earlier)}
        if told:  # what stands in another story is not this one's to change
            theirs = {**theirs, name: [told.get(each["id"], each) for each in theirs.get(name, ())]}
    forms = _forms("claims", base, ours)
    roots = roots_of(theirs, base, ours)
    near = {
        name: each
        for name, each in forms.items()
        if document_of(each[0]) in documents or document_of(each[0]) in earlier
    }
    claims = _match_claims(theirs.get("claims", []), forms, near, roots)
    theirs = renamed(theirs, {"claims": _unique(theirs.get("claims", ()), claims, forms)})
    replaced = {each["replaces"] for side in (base, ours) for each in side.get("documents", ()) if "replaces" in each}
    live = {each["id"] for each in base.get("documents", ())} - replaced - set(earlier)
    in_place = {old for old, same_file in earlier.items() if same_file}
    return Recognised(theirs, frozenset(documents | in_place), roots, live <= documents, documents <= replaced)


def _with_documents(theirs: Item, base: Item, ours: Item) -> tuple[Item, dict[str, bool]]:
    """The machine's word with known ids of documents; and the documents it re-issues, whether under the same name."""
    known = {each["id"]: each for side in (base, ours) for each in side.get("documents", ())}
    by_digest = {each["sha256"]: name for name, each in known.items()}
    names, fresh = {}, {}
    number = max((int(name[1:]) for name in known), default=0)
    for each in theirs["documents"]:
        name = by_digest.get(each["sha256"])
        if name is None:
            number += 1
            name = fresh[each["id"]] = f"d{number}"
        names[each["id"]] = name
    theirs = renamed(theirs, {"documents": names})
    documents = []
    for each in theirs["documents"]:
        before = known.get(each["id"], {}).get("replaces")
        if "replaces" in each:
            documents.append(each)
        elif each["id"] in fresh.values():
            documents.append(_reissue(each, known))
        else:
            documents.append({**each, "replaces": before} if before else each)
    steps = {each["id"]: each for each in (*known.values(), *documents)}
    earlier: dict[str, bool] = {}
    for each in documents:
        later, in_place = each, True
        while "replaces" in later and later["replaces"] in steps and later["replaces"] not in earlier:
            before = steps[later["replaces"]]
            in_place = in_place and before["file"] == later["file"]
            earlier[before["id"]] = in_place
            later = before
    own = {each["id"] for each in documents}
    return {**theirs, "documents": documents}, {name: file for name, file in earlier.items() if name not in own}


def _reissue(document: Item, known: Mapping[str, Item]) -> Item:
    """A new document with the one it re-issues: the latest with its file's name, or with its address."""
    replaced = {each["replaces"] for each in known.values() if "replaces" in each}
    for key in ("file", "url"):
        found = [name for name, each in known.items() if key in document and each.get(key) == document[key]]
        latest = [name for name in found if name not in replaced] or found
        if latest:
            return {**document, "replaces": latest[-1]}
    return document


def _forms(name: str, base: Item, ours: Item) -> dict[str, list[Item]]:
    forms: dict[str, list[Item]] = {}
    for side in (base, ours):
        for each in side.get(name, ()):
            forms.setdefault(each["id"], []).append(each)
    return forms


def _match_claims(theirs: list[Item], forms: Forms, near: Forms, roots: Mapping[str, str]) -> dict[str, str]:
    """The machine's ids, and those of known claims; what is not near is known by its very words alone."""
    found: dict[str, str] = {}
    for prefer in (True, False):
        keys: dict[str, list[str]] = {}
        for name, entries in forms.items():
            for key in {exact_claim(each) for each in entries}:
                keys.setdefault(key, []).append(name)
        for each in theirs:
            if each["id"] in found:
                continue
            names = [name for name in keys.get(exact_claim(each), ()) if name not in found.values()]
            if prefer:
                names = [name for name in names if name == each["id"]]
            if names:
                found[each["id"]] = names[0]
    return _assign(theirs, near, (claim_likeness(roots),), found)


def _assign(
    theirs: Sequence[Item], forms: Forms, likeness: Sequence[Likeness], found: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Each of the machine's entries with the known one it is most like, by the first likeness that finds one."""
    done = dict(found or {})
    for like in likeness:
        taken = set(done.values())
        open_ones = [(name, entries) for name, entries in forms.items() if name not in taken]
        left = [each for each in theirs if each["id"] not in done]
        if not open_ones or not left:
            break
        scored = [
            (-score, number, name, each["id"])
            for number, each in enumerate(left)
            for name, entries in open_ones
            if (score := max(like(entry, each) for entry in entries)) > 0
        ]
        for _, _, name, own in sorted(scored, key=lambda row: row[:3]):
            if own not in done and name not in taken:
                done[own] = name
                taken.add(name)
    return done


def _unique(theirs: Iterable[Item], found: Mapping[str, str], known: Iterable[str]) -> dict[str, str]:
    """New ids of the machine's entries: known ones, else their own, with a suffix where that stands for another."""
    names = dict(found)
    used = {*known, *found.values()}
    for each in theirs:
        own = each["id"]
        if own in found:
            continue
        name, number = own, 1
        while name in used:
            number += 1
            name = f"{own[:_LONGEST]}-{number}"
        used.add(name)
        names[own] = name
    return names
