"""A generated page, read as far as it can be set without the site engine: its head, and its blocks of HTML.

The body of such a page is raw HTML blocks with headings of the second level between them. For these, Markdown does
nothing but give the headings their anchors. A page that holds anything else is left to the engine.
"""

import json
import posixpath
import re
from collections.abc import Mapping

from markdown.extensions.toc import slugify

from generator.model.page import Page
from generator.model.values import value

NO_TEXT = '""'
NO_TAGS = "tags: []"
"""What stands in the shape of a page's front matter where a text and the tags were."""

_FENCE = "---\n"
_UNSEARCHED = "search:\n  exclude: true\n"
_STRING = re.compile(r'^([A-Za-z_][A-Za-z0-9_]*): ("(?:[^"\\]|\\.)*")$', re.MULTILINE)
_TAGS = re.compile(r"^tags:\n((?:- [a-z0-9-]+\n)+)", re.MULTILINE)
_HEADING = re.compile(r"^## ([A-Za-z0-9]+(?:,? [A-Za-z0-9]+)*)\n\n(?=<)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>", re.IGNORECASE)
_VOID = frozenset(("br", "col", "hr", "img", "input", "wbr"))
_BLOCK = frozenset(
    "article aside blockquote details div dl figure footer header nav ol p section table ul".split()  # noqa: SIM905
)
"""Elements that Markdown takes as the beginning of a raw block, wherever it runs."""

_ENGINES_OWN = re.compile(r"<(?:[!?]|(?:script|style|textarea|pre|template)\b)", re.IGNORECASE)
"""What Markdown reads by rules of its own: comments, instructions, and elements whose inside is no markup."""

_BETWEEN = ("\n", "\n\n")
"""What may stand between two blocks for Markdown to leave it alone."""


@value
class Front:
    """A page's front matter.

    Attributes:
        texts: its texts by key, as they stand there.
        tags: each once, in the order in which the engine prints them.
        shape: the rest of it, with `NO_TEXT` and `NO_TAGS` in the place of those.
        body: what follows it.
    """

    texts: Mapping[str, str]
    tags: tuple[str, ...]
    shape: str
    body: str

    @property
    def is_searchable(self) -> bool:
        """Whether the search may lead to the page."""
        return _UNSEARCHED not in self.shape


@value
class Sheet:
    """A page that needs no Markdown.

    Attributes:
        path: of the page below the pages folder, with forward slashes.
        front: its front matter.
        headings: anchor and words of each, in page order.
        body: HTML of the page, as Markdown makes it.
    """

    path: str
    front: Front
    headings: tuple[tuple[str, str], ...]
    body: str

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return posixpath.basename(self.path).removesuffix(".md")


def read_front(page: Page) -> Front | None:
    """The front matter of a page; None where it has none, or is no page."""
    opening, fence, rest = page.text.partition(_FENCE)
    front, closing, body = rest.partition(f"\n{_FENCE}")
    if opening or not fence or not closing or not page.path.endswith(".md"):
        return None
    front += "\n"
    found = _TAGS.search(front)
    tags = found[1].replace("- ", "").split() if found else ()
    texts = {key: str(json.loads(text)) for key, text in _STRING.findall(front)}
    shape = _STRING.sub(rf"\1: {NO_TEXT}", _TAGS.sub(f"{NO_TAGS}\n", front, count=1))
    return Front(texts, tuple(sorted(set(tags))), shape, body)


def read_sheet(page: Page) -> Sheet | None:
    """A generated page, or None where only the engine can tell how it comes out."""
    front = read_front(page)
    if front is None or "title" not in front.texts or not _is_blocks(front.body):
        return None
    headings = tuple((slugify(words, "-"), words) for words in _HEADING.findall(front.body))
    if len(dict(headings)) < len(headings):
        return None
    made = _HEADING.sub(lambda heading: f'<h2 id="{slugify(heading[1], "-")}">{heading[1]}</h2>\n', front.body)
    return Sheet(page.path, front, headings, made.strip())


def _is_blocks(body: str) -> bool:
    """Whether everything outside of headings lies in raw blocks that Markdown hands on as they are."""
    if _ENGINES_OWN.search(body):
        return False
    depth = end = 0
    blocks = _HEADING.sub("", body).strip("\n")
    for tag in _TAG.finditer(blocks):
        closing, name = tag.groups()
        if depth == 0:
            between = blocks[end : tag.start()]
            if closing or name not in _BLOCK or between not in (_BETWEEN if end else ("",)):
                return False
        if closing:
            depth -= 1
        elif name not in _VOID and blocks[tag.end() - 2] != "/":
            depth += 1
        if depth == 0:
            end = tag.end()
    return depth == 0 and end == len(blocks)
