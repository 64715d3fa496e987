"""A changed field and its values in words, so that a history can be read without knowing the record's format."""

from collections.abc import Mapping, Sequence

from generator.render.phrase import Phrase, joined, phrase, quoted
from generator.render.words import number_words, shortened

_LENGTH = 240
"""Code points of a value that a page shows; the record's history holds it whole."""

_FIELDS = {
    "title": "Title",
    "summary": "Summary",
    "types": "Types of event",
    "status": "Status",
    "note": "Note",
    "aliases": "Earlier names of the record",
    "dates": "Days",
    "documents": "Document",
    "actors": "Actor",
    "places": "Place",
    "related": "Headline",
    "proposals": "Proposal",
    "rejected": "Rejected entry",
}
"""The record's own fields, as the history names them."""

_OF_CLAIMS = {
    "kind": "what it does",
    "what": "what it says",
    "scope": "what the figure covers",
    "when": "when it happened",
    "where": "where",
    "said": "speaker",
    "said.by": "speaker",
    "said.day": "day of speaking",
    "said.when": "date of speaking",
    "said.via": "occasion",
    "said.cue": "reporting word",
    "said.form": "form of speech",
    "said.inferred": "what is inferred of the speech",
    "said.ambiguous": "what is unclear of the speech",
    "quote": "quoted words",
    "at": "place of the quoted words",
    "supersedes": "the figure it replaces",
    "part_of": "the figure it is a part of",
    "responds_to": "what it answers",
    "review": "review",
    "grade": "grade",
    "note": "note",
}
"""Fields of a claim; one below them, such as ``what.killed``, is named by its last part."""

_REVIEW = {"state", "by", "seal"}
"""Keys of an editor's word on a claim."""

_BOOKKEEPING = ("at", "id", "schema", "sha256", "seal")
"""Keys inside a value that say nothing to a reader."""

_TELLING = ("quote", "text", "name", "file")
"""Keys that stand for a whole entry, the first that it has."""


def field_words(field: str, *, in_claim: bool) -> Phrase:
    """``Place, Kiev, country``, ``killed``, ``day of speaking``; empty where no field is named."""
    if not field:
        return ()
    if in_claim:
        known = _OF_CLAIMS.get(field)
        return phrase(known) if known else phrase(quoted(_spoken(field.rpartition(".")[2])))
    first, _, rest = field.partition(".")
    named = phrase(_FIELDS[first]) if first in _FIELDS else phrase(quoted(_spoken(first)))
    return joined(filter(None, (named, phrase(quoted(rest)))), ": ")


def _spoken(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")


def value_words(found: object, other: object = None) -> Phrase:
    """A value of a record's history as a reader can take it; empty where there is none.

    Args:
        found: text, number, list or mapping, as the history holds it.
        other: the value on the other side of the change; what both have alike is left out.
    """
    text = _spelled(found, other)
    return phrase(quoted(shortened(text, _LENGTH))) if text else ()


def _spelled(found: object, other: object = None) -> str:
    if found is None:
        return ""
    if isinstance(found, bool):
        return "yes" if found else "no"
    if isinstance(found, int):
        return number_words(found)
    if isinstance(found, Mapping):
        return _spelled_review(found) if set(found) <= _REVIEW else _spelled_mapping(found, other)
    if isinstance(found, Sequence) and not isinstance(found, str):
        return "; ".join(filter(None, map(_spelled, found)))
    return str(found)


def _spelled_review(review: Mapping[str, object]) -> str:
    """``accepted by mk``."""
    return " by ".join(str(review[key]) for key in ("state", "by") if review.get(key))


def _spelled_mapping(found: Mapping[str, object], other: object) -> str:
    """What differs from the other side; of an entry that is new or gone, the words it stands for."""
    if isinstance(other, Mapping):
        keys = [key for key in found if key not in _BOOKKEEPING and found[key] != other.get(key)]
        return "; ".join(f"{_spoken(key)}: {_spelled(found[key], other.get(key)) or 'none'}" for key in keys)
    for key in _TELLING:
        if found.get(key):
            return _spelled(found[key])
    told = ((_spoken(key), _spelled(each)) for key, each in found.items() if key not in _BOOKKEEPING)
    return "; ".join(f"{key}: {words}" for key, words in told if words)
