"""How a value is written into a page: the body by `data` and `address`, the front matter by `front_matter`.

Markdown, HTML, YAML and the theme each give meaning to some ASCII sign. Inside raw HTML every such sign of a value
is written as a numeric character reference, so none of them sees it and the reader sees exactly the source's text.
"""

import html
import json
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model.vocabulary import EventType

_SIGNS = {code: f"&#{code};" for code in range(1, 0x80) if not (chr(code).isalnum() or chr(code) == " ")}
_IMPOSSIBLE = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")
_WRITTEN = str.maketrans(_SIGNS | _IMPOSSIBLE)
_LOCAL = re.compile(r"(?!\Z)(?:\.\./)*(?:[A-Za-z0-9_-][A-Za-z0-9._/-]*)?(?:#[A-Za-z0-9._~%-]+)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")


class Encoded(Markup):
    """Text that may stand in a page: the only kind of value that a template prints."""

    __slots__ = ()


def data(value: object) -> Encoded:
    """A value of a document or record, for the body of a raw HTML block or a double-quoted attribute.

    Letters, digits, spaces and everything beyond ASCII stay; each other sign becomes ``&#N;``, line breaks and tabs
    included. NUL and lone surrogates, which no page can hold, become U+FFFD.

    Raises:
        TypeError: the value is neither text nor a whole number; a view must decide how it reads.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"the data filter takes text or a whole number, found {type(value).__name__}")
    return Encoded(str(value).translate(_WRITTEN))


def is_web_address(text: str) -> bool:
    """Whether the text is an http or https address of a host, with no user name in it and nothing unprintable."""
    if not text.isprintable() or " " in text or "\\" in text:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def address(value: object) -> Encoded:
    """Where a link leads, for a double-quoted ``href``: a page of this site, or an http or https address.

    Raises:
        ValueError: it is neither, so a browser might run it.
    """
    if isinstance(value, str) and (_LOCAL.fullmatch(value) or is_web_address(value)):
        return data(value)
    raise ValueError(f"expected a relative .html link or an http(s) address, found {str(value)[:40]!r}")


def one_line(text: str) -> str:
    """The text on one line: control signs and runs of white space become one space."""
    return " ".join(_CONTROL.sub(" ", text).split())


def front_matter(
    title: str,
    description: str,
    *,
    tags: Sequence[EventType] = (),
    hide: Sequence[str] = (),
    searchable: bool = True,
) -> str:
    """The YAML head of a page, fences included; title and description are plain text, not escaped by the caller.

    Both are HTML-escaped once and written as JSON strings: themes print them into the page's head and navigation.
    """
    lines = ["---"]
    for key, text in (("title", title), ("description", description)):
        escaped = html.escape(one_line(text), quote=True)
        lines.append(f"{key}: {json.dumps(escaped, ensure_ascii=False)}")
    for key, values in (("tags", [EventType(tag).value for tag in tags]), ("hide", list(hide))):
        if values:
            lines.extend((f"{key}:", *(f"- {value}" for value in values)))
    if not searchable:
        lines.extend(("search:", "  exclude: true"))
    return "\n".join((*lines, "---", "", ""))
