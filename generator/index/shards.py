"""An index in many small files, of which a query loads a few: words by their first letters, and cards of pages.

Each file is a script that hands its part to the search script, since a page on a disk may load scripts and nothing
else. A page has a key made of its address, never a running number, so that a new page changes the files of its own
words and its own card alone.

| file | holds |
|---|---|
| ``index.js`` | how many pages, how many files of cards, which files of words, and words too common to search |
| ``w-AB.js`` | the words that begin with these letters: keys of the pages, each with the word's weight there |
| ``c-N.js`` | cards: address, title, text and marked places of each page |
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.index.words import words_of
from generator.model.hit import Hit
from generator.model.page import Page

FOLDER = "assets/search/"
MANIFEST = f"{FOLDER}index.js"

TITLE, NAME, HEAD, TEXT = "9", "6", "3", "1"
"""How much a word weighs: in a title, as a name or figure, in a claim's heading, anywhere else."""

_KEY = 6
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SPLIT = 40_000
_CARDS = 8
_COMMON = 0.25
_FEW = 200

Postings = Mapping[str, str]
"""Keys of the pages with a word, each followed by the word's weight there, in one string."""


def build_index(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The index of all pages that a search can lead to, as files; the same pages give the same bytes."""
    found = {page.built: page.hits for page in sorted(pages, key=lambda page: page.path) if page.hits}
    keys = _keys(found)
    postings, common = _postings(found, keys)
    shards = dict(_shards(postings))
    blocks = _blocks(len(found))
    cards: list[dict[str, object]] = [{} for _ in range(blocks)]
    for path, hits in found.items():
        cards[int(keys[path], len(_SIGNS)) % blocks][keys[path]] = _card(path, hits)
    manifest = {"pages": len(found), "blocks": blocks, "shards": sorted(shards), "common": common}
    return (
        _script(MANIFEST, "open", manifest),
        *(_script(f"{FOLDER}c-{number}.js", f"cards/{number}", block) for number, block in enumerate(cards)),
        *(_script(f"{FOLDER}{_name(start)}.js", f"words/{start}", words) for start, words in shards.items()),
    )


def _keys(paths: Iterable[str]) -> dict[str, str]:
    """A short key for each page, made of its address; two that fall on one key are told apart by a second round."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        key = ""
        while not key or key in taken:
            key = _key(path + key)
        taken.add(key)
        keys[path] = key
    return keys


def _key(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")
    signs = []
    for _ in range(_KEY):
        number, place = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[place])
    return "".join(signs)


def _postings(found: Mapping[str, Sequence[Hit]], keys: Mapping[str, str]) -> tuple[Postings, list[str]]:
    """The pages of each word, and the words that are left out since too many pages have them."""
    lists: dict[str, list[str]] = {}
    for path, hits in found.items():
        key = keys[path]
        for word, weight in _weights(hits).items():
            lists.setdefault(word, []).append(key + weight)
    most = max(_FEW, int(len(found) * _COMMON))
    common = sorted(word for word, pages in lists.items() if len(pages) > most and not word.isdigit())
    return {word: "".join(sorted(lists[word])) for word in sorted(lists.keys() - set(common))}, common


def _weights(hits: Sequence[Hit]) -> dict[str, str]:
    """Each word of a page with the most that it weighs there."""
    page, *places = hits
    weights: dict[str, str] = {}
    for texts, weight in (
        ((page.text, *(place.text for place in places)), TEXT),
        (tuple(place.title for place in places), HEAD),
        (tuple(hit.names for hit in hits), NAME),
        ((page.title,), TITLE),
    ):
        weights.update((word, weight) for text in texts for word in words_of(text))
    return weights


def _shards(postings: Postings) -> Iterator[tuple[str, Postings]]:
    """The words in files by their first two letters, by more where a file would grow too large."""
    starts: dict[str, dict[str, str]] = {}
    for word, pages in postings.items():
        starts.setdefault(word[:2], {})[word] = pages
    for start, words in starts.items():
        yield from _split(start, words)


def _split(start: str, words: Mapping[str, str]) -> Iterator[tuple[str, Postings]]:
    if len(words) == 1 or sum(len(word) + len(pages) for word, pages in words.items()) <= _SPLIT:
        yield start, words
        return
    longer: dict[str, dict[str, str]] = {}
    for word, pages in words.items():
        longer.setdefault(word[: len(start) + 1], {})[word] = pages
    for inner, those in longer.items():
        if inner == start:
            yield start, those
        else:
            yield from _split(inner, those)


def _blocks(pages: int) -> int:
    """How many files of cards: a power of two, so that it seldom changes."""
    blocks = 1
    while blocks * _CARDS < pages:
        blocks *= 2
    return blocks


def _card(path: str, hits: Sequence[Hit]) -> list[object]:
    page, *places = hits
    return [path, page.title, page.text, [[place.anchor, place.title, place.text] for place in places]]


def _name(start: str) -> str:
    """File name of a shard: its letters, or the number of each sign where one is no ASCII letter or digit."""
    return f"w-{start}" if start.isascii() else "w-" + "".join(f"_{ord(sign):x}" for sign in start)


def _script(path: str, part: str, value: object) -> Page:
    """A file that hands over its part; no sign in it can end a script or a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Page(path, f"briefingSearch({json.dumps(part, ensure_ascii=False)},{text})\n")
