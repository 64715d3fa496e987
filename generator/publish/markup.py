"""One built page as the gate sees it: its anchors, what it points to, and what should not be in it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.publish.policy import script_hash

_LOADING = {
    ("audio", "src"),
    ("body", "background"),
    ("embed", "src"),
    ("feimage", "href"),
    ("frame", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("script", "href"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
_LINKING = {("a", "href"), ("area", "href")}
_POINTING = {"canonical", "alternate", "prev", "next", "license", "author", "help", "search"}
_FORBIDDEN = {"applet", "base", "embed", "frame", "frameset", "iframe", "object", "style"}
_FORBIDDEN |= {"animate", "animatemotion", "animatetransform", "set"}
_FORBIDDEN_ATTRIBUTES = {"action", "formaction", "manifest", "ping", "srcdoc", "srcset", "style"}
_DATA_SCRIPTS = {"application/json", "application/ld+json"}
_SCRIPT_TAG = re.compile(r"<script[\s>/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page.

    Attributes:
        address: as the browser reads it, entities resolved.
        line: 1-based line of the page.
        loads: whether the browser fetches it by itself; else a reader has to follow it.
    """

    address: str
    line: int
    loads: bool


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Markup:
    """What was read from a page.

    Attributes:
        anchors: all ids.
        policy: the content security policy, if it stands before everything that loads or runs; else None.
        references: all addresses, in page order.
        faults: what is refused, in page order.
    """

    anchors: frozenset[str]
    policy: str | None
    references: tuple[Reference, ...]
    faults: tuple[Fault, ...]


def read_markup(text: str, *, scripts: frozenset[str]) -> Markup:
    """Read a page.

    Args:
        text: HTML of the page.
        scripts: hashes of the inline scripts that may stand in it.
    """
    reader = _Reader(scripts)
    reader.feed(text)
    reader.close()
    if len(_SCRIPT_TAG.findall(text)) != reader.script_tags:
        reader.refuse("hidden-script", "a script inside a comment or an attribute", line=1)
    return Markup(frozenset(reader.anchors), reader.policy, tuple(reader.references), tuple(reader.faults))


@dataclass
class _Script:
    line: int
    runs: bool
    body: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, scripts: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed = scripts
        self.anchors: set[str] = set()
        self.references: list[Reference] = []
        self.faults: list[Fault] = []
        self.policy: str | None = None
        self.script_tags = 0
        self.script: _Script | None = None

    def refuse(self, code: str, found: str, *, line: int | None = None) -> None:
        self.faults.append(Fault(code, found, line or self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.refuse("element", f"<{tag}>")
        values = {name.removeprefix("xlink:"): value or "" for name, value in attrs}
        for name, value in values.items():
            self._attribute(tag, name, value)
        if tag == "link":
            loads = not set(values.get("rel", "").casefold().split()) <= _POINTING
            self.references.append(Reference(values.get("href", ""), self.getpos()[0], loads))
        elif tag == "meta" and "http-equiv" in values:
            self._instruction(values["http-equiv"].casefold(), values.get("content", ""))
        elif tag == "script":
            self.script_tags += 1
            runs = "src" not in values and values.get("type", "").casefold() not in _DATA_SCRIPTS
            self.script = _Script(self.getpos()[0], runs)

    def _instruction(self, name: str, content: str) -> None:
        if name != "content-security-policy":
            self.refuse("element", f'<meta http-equiv="{name}">')
        elif not self.references and not self.script_tags and self.policy is None:
            self.policy = content

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            if value in self.anchors:
                self.refuse("duplicate-id", f'id="{value}" for the second time')
            self.anchors.add(value)
        elif name.startswith("on"):
            self.refuse("event-handler", f"{name}= of <{tag}>")
        elif name in _FORBIDDEN_ATTRIBUTES:
            self.refuse("attribute", f"{name}= of <{tag}>")
        elif (tag, name) in _LOADING or (tag, name) in _LINKING:
            self.references.append(Reference(value, self.getpos()[0], (tag, name) in _LOADING))

    def handle_data(self, data: str) -> None:
        if self.script:
            self.script.body.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script:
            body = "".join(self.script.body)
            if self.script.runs and script_hash(body) not in self.allowed:
                self.refuse("inline-script", f"an inline script: {body.strip()[:60]!r}", line=self.script.line)
            self.script = None
