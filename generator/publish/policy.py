"""What a built page may load and run: a content security policy, fixed by hashes of the engine's own scripts.

The hashes are learned from the engine's error page, which is built without any page of ours, so no word of a source
can be in it. Nothing is ever learned from the page that a policy is for.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from generator.errors import BuildFailed

CLEAN_PAGE = "404.html"
"""The engine's page without content."""

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script", re.DOTALL | re.IGNORECASE)
_SCOPE = re.compile(r'(?<=new URL\(")[^"]*(?=",location\))')
_CHARSET = '<meta charset="utf-8">'
_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self' {scripts}"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("frame-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("object-src", "'none'"),
)


def script_hash(body: str) -> str:
    """The source expression that lets exactly this inline script run."""
    digest = hashlib.sha256(body.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def learn_scripts(clean: str, *, depth: int) -> tuple[str, ...]:
    """Hashes of the engine's inline scripts, in page order, each once.

    One of them names the way from the page to the site's root, so it is told apart for each depth.

    Args:
        clean: HTML of the engine's page without content.
        depth: folders between the site's root and its deepest page.
    """
    roots = (".", *("/".join([".."] * level) for level in range(1, depth + 1)))
    hashes: dict[str, None] = {}
    for found in _INLINE.finditer(clean):
        if "src=" in found["attributes"] or "type=" in found["attributes"]:
            continue
        body = found["body"]
        for variant in (body, *(_SCOPE.sub(root, body) for root in roots)):
            hashes[script_hash(variant)] = None
    return tuple(hashes)


def write_policy(scripts: Iterable[str]) -> str:
    """The policy as text: only the site's own files, and those inline scripts."""
    allowed = " ".join(scripts)
    return "; ".join(f"{name} {value.format(scripts=allowed)}".strip() for name, value in _DIRECTIVES)


def apply_policy(html: Path) -> tuple[str, ...]:
    """Write the policy into the head of every page of a built site, before anything that could load or run.

    Returns:
        The script hashes that the policy allows.

    Raises:
        BuildFailed: the engine's page without content is missing, or a page has no head of ours.
    """
    clean = html / CLEAN_PAGE
    if not clean.is_file():
        raise BuildFailed(
            f"{CLEAN_PAGE}: expected the engine's error page, found none; keep it in the theme's settings"
        )
    pages = sorted(html.rglob("*.html"))
    depth = max(len(page.relative_to(html).parts) - 1 for page in pages)
    scripts = learn_scripts(clean.read_bytes().decode("utf-8"), depth=depth)
    meta = f'{_CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="{write_policy(scripts)}">'
    for page in pages:
        text = page.read_bytes().decode("utf-8")
        before, found, after = text.partition(_CHARSET)
        if not found or "<script" in before:
            raise BuildFailed(
                f"{page.relative_to(html).as_posix()}: expected {_CHARSET} before the first script, found none; "
                "restore overrides/main.html"
            )
        page.write_bytes((before + meta + after).encode("utf-8"))
    return scripts
