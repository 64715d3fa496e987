"""Where pages lie and how their parts are called: paths below the pages folder, anchors, relative links.

Both forms of the site serve ``x.md`` as ``x.html``, so every link is relative and ends in ``.html``. Anchors carry a
prefix of ours and never begin with two underscores, which the theme uses.
"""

import hashlib
import posixpath
import re
import unicodedata
from urllib.parse import quote

from generator.model.span import Span

_SLUG_LENGTH = 48

HOME = "index.md"
INCIDENTS = "incidents/index.md"
HEADLINES = "headlines.md"
PLACES = "places/index.md"
ACTORS = "actors/index.md"
ABOUT = "about/index.md"
CODEBOOK = "about/codebook.md"


def folded(text: str) -> str:
    """The text as names are compared: compatibility forms, case, curly quotes and runs of white space are one."""
    even = unicodedata.normalize("NFKC", text).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(even.casefold().split())


def slug(text: str) -> str:
    """Up to 48 lower-case ASCII letters, digits and single hyphens; may be empty."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_SLUG_LENGTH].rstrip("-")


def _tagged(text: str, digest: str) -> str:
    """A slug and 8 hex of a hash: unique, never empty, never a reserved file name."""
    return "-".join(part for part in (slug(text), digest[:8]) if part)


def incident_path(identifier: str) -> str:
    """Page of an incident."""
    return f"incidents/{identifier}.md"


def source_path(file: str, sha256: str) -> str:
    """Page of a document: the slug of its file name without folder and ending, and 8 hex of its hash."""
    stem = posixpath.splitext(posixpath.basename(file))[0]
    return f"sources/{_tagged(stem, sha256)}.md"


def place_path(name: str, country: str) -> str:
    """Page of a place, told from its namesakes by its country."""
    return f"places/{_named(name, country)}.md"


def actor_path(name: str, kind: str) -> str:
    """Page of a party, told from its namesakes by its type."""
    return f"actors/{_named(name, kind)}.md"


def kind_path(kind: str) -> str:
    """Page of an event type."""
    return f"kinds/{kind}.md"


def month_path(month: str) -> str:
    """Page of a month, ``2026-01``, of a year, or of the incidents without a date."""
    return f"days/{month or 'undated'}.md"


def standing_path(standing: str) -> str:
    """Page of the incidents that stand at one point of review, ``partly-reviewed``."""
    return f"standings/{standing}.md"


def country_anchor(code: str) -> str:
    """Anchor of a country on the page of all places, by its code in lower case; of places of none, ``country-none``."""
    return f"country-{code or 'none'}"


def claim_anchor(claim: str) -> str:
    """Anchor of a claim on its incident's page."""
    return f"claim-{claim}"


def span_anchor(span: Span) -> str:
    """Anchor of a quoted span on its document's page: where it starts and ends, in code points."""
    return f"s-{span}"


def _named(name: str, key: str) -> str:
    """Slug of a name and 8 hex over what tells it from its namesakes."""
    even = folded(name)
    return _tagged(even, hashlib.sha256(f"{even}\n{key}".encode("utf-8", "replace")).hexdigest())


def html_path(path: str) -> str:
    """Where the engine puts a page: ``incidents/x.md`` is ``incidents/x.html``; another file stays where it is."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def full_address(address: str, path: str) -> str:
    """The address of a page on the web.

    Args:
        address: of the site, http or https, with or without a slash at its end.
        path: of the page or file below the pages folder.
    """
    return f"{address.rstrip('/')}/{html_path(path)}"


def link_to(target: str, anchor: str = "", *, seen_from: str) -> str:
    """Relative link from the page ``seen_from`` to the page or file ``target``, both paths below the pages folder."""
    fragment = f"#{quote(anchor, safe='')}" if anchor else ""
    if target == seen_from:
        return fragment or html_path(posixpath.basename(target))
    there, here = target.split("/"), seen_from.split("/")
    shared = 0
    while there[shared] == here[shared]:
        shared += 1
    way = [".."] * (len(here) - shared - 1) + there[shared:]
    return html_path("/".join(way)) + fragment
