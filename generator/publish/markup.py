"""One built page as the gate sees it: its anchors, its words, what it points to, and what should not be in it.

A page is read by a grammar that is stricter than that of browsers: every ``<`` begins a plain tag, a comment or the
doctype, and stands nowhere else but in a script that the site engine wrote. Where that holds, all readers of HTML see
the same tags, so that nothing hides in what one of them takes for a comment and another one for markup. Where it does
not hold, the page is refused.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from generator.model.values import value
from generator.publish.allowed import ELEMENTS, is_allowed
from generator.publish.policy import script_hash

_ATTRIBUTE = r"""[a-z_][a-z0-9_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=`]+))?"""
_TAG = re.compile(rf"(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:\s+{_ATTRIBUTE})*)\s*/?", re.IGNORECASE)
_PAIR = re.compile(r"""\s+([a-z_][a-z0-9_.:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=`]+))?""", re.IGNORECASE)
_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;?")
_KNOWN_TAGS = 20_000

_LOADING = {("img", "src"), ("link", "href"), ("script", "src"), ("source", "src"), ("use", "href")}
_LINKING = {("a", "href")}
_POINTING = {"canonical", "alternate", "feed", "prev", "next", "license", "author", "help", "search"}
_DATA_SCRIPTS = {"application/json", "application/ld+json"}


@value
class Reference:
    """An address in a page.

    Attributes:
        address: as the browser reads it, entities resolved.
        loads: whether the browser fetches it by itself; else a reader has to follow it.
    """

    address: str
    loads: bool


@value
class Fault:
    """Something in a page that the gate refuses.

    Attributes:
        code: short name of the kind of fault.
        found: what stands there.
        line: 1-based line of the page.
    """

    code: str
    found: str
    line: int


@value
class Markup:
    """What was read from a page.

    Attributes:
        anchors: all ids.
        policy: the content security policy, if it stands before everything that loads or runs; else None.
        references: where each address first stands, in code points, in page order.
        faults: what is refused, in page order.
        words: the text between the tags, scripts left out, entities not resolved; `plain_text` reads it.
    """

    anchors: frozenset[str]
    policy: str | None
    references: Mapping[Reference, int]
    faults: tuple[Fault, ...]
    words: str


def read_markup(text: str, *, scripts: frozenset[str]) -> Markup:
    """Read a page.

    Args:
        text: HTML of the page.
        scripts: hashes of the inline scripts that may stand in it.
    """
    reader = _Reader(text.split("<"), scripts)
    reader.read()
    starts = [end + number for number, end in enumerate(accumulate(map(len, reader.pieces)))]
    faults = tuple(Fault(code, found, line_of(text, starts[number - 1])) for number, code, found in reader.faults)
    references = {reference: starts[number - 1] for reference, number in reader.references.items()}
    return Markup(frozenset(reader.anchors), reader.policy, references, faults, "".join(reader.words))


def line_of(text: str, offset: int) -> int:
    """The 1-based line on which the code point at ``offset`` stands."""
    return text.count("\n", 0, offset) + 1


def plain_text(words: str) -> str:
    """What a reader gets of words as they stand between tags: each entity becomes its sign."""
    return _REFERENCE.sub(_resolved, words)


@lru_cache(maxsize=4096)
def _sign(reference: str) -> str:
    return html.unescape(reference)


def _resolved(found: re.Match[str]) -> str:
    return _sign(found[0])


@value
class _Tag:
    """What the inside of a tag says; the same on every page where it stands."""

    name: str
    ends: bool = False
    id: str | None = None
    references: tuple[Reference, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=_KNOWN_TAGS)
def _read_tag(inside: str) -> _Tag | None:
    """A tag by what stands between its angle brackets, or None where that is no plain tag."""
    found = _TAG.fullmatch(inside)
    if found is None or "<" in inside:
        return None
    name = found["name"].lower()
    if found["end"]:
        return _Tag(name, ends=True) if not found["attributes"].strip() else None
    pairs = [(key.lower(), html.unescape(_unquoted(text))) for key, text in _PAIR.findall(found["attributes"])]
    values = dict(pairs)
    if len(values) < len(pairs):
        return None
    faults = tuple(_tag_faults(name, values))
    return _Tag(name, False, values.get("id"), tuple(_references(name, values)), faults, values)


def _unquoted(text: str) -> str:
    return text[1:-1] if text.startswith(('"', "'")) else text


def _tag_faults(name: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if name not in ELEMENTS:
        yield "element", f"<{name}>"
    for key in values:
        if key.startswith("on"):
            yield "event-handler", f"{key}= of <{name}>"
        elif name in ELEMENTS and not is_allowed(name, key):
            yield "attribute", f"{key}= of <{name}>"
    instruction = values.get("http-equiv", "content-security-policy").casefold()
    if instruction != "content-security-policy":
        yield "element", f'<meta http-equiv="{instruction}">'


def _references(name: str, values: Mapping[str, str]) -> Iterator[Reference]:
    for key, address in values.items():
        pair = (name, key.removeprefix("xlink:"))
        if pair == ("link", "href"):
            yield Reference(address, loads=not set(values.get("rel", "").casefold().split()) <= _POINTING)
        elif pair in _LOADING or pair in _LINKING:
            yield Reference(address, loads=pair in _LOADING)


@dataclass(slots=True)
class _Reader:
    """Reads the pieces of a page that begin behind each ``<``; the first piece is what stands before any.

    Attributes:
        pieces: the page.
        scripts: hashes of the inline scripts that may stand in it.
        anchors: all ids.
        policy: as `Markup` has it.
        references: number of the piece where each first stands.
        faults: number of the piece, code, and what was found.
        words: the text between the tags, in order.
        runs: whether a script has begun, from a file or inline.
    """

    pieces: list[str]
    scripts: frozenset[str]
    anchors: set[str] = field(default_factory=set)
    policy: str | None = None
    references: dict[Reference, int] = field(default_factory=dict)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    runs: bool = False

    def read(self) -> None:
        """Read every piece."""
        if self.pieces[0].strip("\ufeff \t\r\n"):
            self.faults.append((1, "malformed", f"{self.pieces[0][:40]!r} before the first tag"))
        number, last = 1, len(self.pieces)
        while number < last:
            inside, closed, text = self.pieces[number].partition(">")
            tag = _read_tag(inside) if closed else None
            if tag is None:
                self.words.append(self._other(number))
                number += 1
                continue
            if not tag.ends:
                self._begin(tag, number)
                if tag.name in ("script", "title", "textarea"):
                    text, number = self._raw(tag, text, number)
            self.words.append(text)
            number += 1

    def _begin(self, tag: _Tag, number: int) -> None:
        if tag.id is not None:
            if tag.id in self.anchors:
                self.faults.append((number, "duplicate-id", f'id="{tag.id}" for the second time'))
            self.anchors.add(tag.id)
        for code, found in tag.faults:
            self.faults.append((number, code, found))
        if tag.name == "meta" and "http-equiv" in tag.values and not self.references and not self.runs:
            self.policy = self.policy or tag.values.get("content", "")
        for reference in tag.references:
            self.references.setdefault(reference, number)

    def _other(self, number: int) -> str:
        """A comment or the doctype, whose words nobody reads; anything else is refused, and its words are read."""
        piece = self.pieces[number]
        if piece.startswith("!--"):
            inside, closed, text = piece[3:].partition("-->")
            plain = not inside.startswith((">", "->")) and "--!>" not in inside
        else:
            inside, closed, text = piece.partition(">")
            plain = number == 1 and inside.casefold() == "!doctype html"
        if closed and plain:
            return text
        self.faults.append((number, "malformed", repr(f"<{piece[:60]}")))
        return piece

    def _raw(self, tag: _Tag, text: str, number: int) -> tuple[str, int]:
        """The words of an element whose inside is no markup, and the piece with its end tag."""
        end = number + 1
        while end < len(self.pieces) and not self.pieces[end].casefold().startswith(f"/{tag.name}"):
            end += 1
        if tag.name == "script":
            self._script(tag, "<".join((text, *self.pieces[number + 1 : end])), number)
            text = ""
        elif end > number + 1:
            self.faults.append((number, "malformed", f"markup inside <{tag.name}>"))
        return text, end - 1

    def _script(self, tag: _Tag, body: str, number: int) -> None:
        """A script may come from a file, be one of the engine's own, or hold data that no parser takes for markup."""
        if "src" in tag.values:
            self.runs = True
            if body.strip():
                self.faults.append((number, "inline-script", f"words inside a script from a file: {body[:60]!r}"))
        elif tag.values.get("type", "").casefold() in _DATA_SCRIPTS:
            if "<" in body or not _is_json(body):
                self.faults.append((number, "data-script", repr(body.strip()[:60])))
        else:
            self.runs = True
            if script_hash(body) not in self.scripts or "<!--" in body:
                self.faults.append((number, "inline-script", f"an inline script: {body.strip()[:60]!r}"))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
