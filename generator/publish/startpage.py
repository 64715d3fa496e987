"""The first page of a bundle: what to open, what the form on the web has besides, how to see that all is unchanged."""

import html
import re

from generator.publish.standalone import write_standalone
from generator.publish.sums import SUMS

START = "START-HERE.html"
"""The file that a reader opens; its name says so in any file manager."""

README = "README.txt"
"""The same for a reader without a browser at hand."""

_TITLE = re.compile(r"<title>(?P<text>.*?)</title>", re.DOTALL)
_LISTS = (
    ("index.html", "Latest briefings"),
    ("incidents/index.html", "All incidents"),
    ("headlines.html", "Related headlines"),
    ("places/index.html", "Places"),
    ("actors/index.html", "Actors"),
    ("about/index.html", "How this site is made"),
)
_LEFT_OUT = (
    "Feeds, the map of the site for search engines and previews for social media: nothing on a disk reads them.",
    "Pages of publishers and the form for reporting errors: the links to them are here, and need a connection.",
)
_STYLE = """
:root { color-scheme: light dark; font: 1.05rem/1.55 system-ui, sans-serif }
html { background: Canvas; color: CanvasText }
body { margin: 0 auto; max-width: 42rem; padding: 2.5rem 1.25rem }
h1 { font: 700 2rem/1.2 Georgia, "Times New Roman", "Liberation Serif", serif; margin: 0 0 .5rem }
h2 { border-top: 1px solid; font-size: 1.15rem; margin: 2rem 0 .5rem; padding-top: 1rem }
.open { border: 2px solid; display: inline-block; font-size: 1.25rem; font-weight: 700; padding: .7rem 1.3rem }
a { color: LinkText }
a:focus-visible { outline: 3px solid; outline-offset: 3px }
code { overflow-wrap: anywhere }
"""
_BODY = """<main>
<h1>{name}, offline</h1>
<p>The whole site on this disk. Nothing is loaded from the network, and the search works too.</p>
<p><a class="open" href="{folder}/index.html">Open the briefings</a></p>
<h2>Straight to a list</h2>
<ul>
{lists}
</ul>
<h2>What only the form on the web has</h2>
<ul>
{left_out}
</ul>
<h2>Is it unchanged?</h2>
<p>The file <code>{sums}</code> lists a checksum of every file. In the folder of this page run
<code>briefing verify .</code> or <code>sha256sum --check {sums}</code>.</p>
</main>"""
_README = """{name}, offline

Open {start} in a browser. Nothing is loaded from the network; the search works too.

To see that no file was changed, run in this folder:

    sha256sum --check {sums}
"""


def site_name(home: str) -> str:
    """What the site is called, by the title of its home page."""
    found = _TITLE.search(home)
    return " ".join(html.unescape(found["text"]).split()) if found else "Briefing"


def write_start_page(name: str, folder: str, pages: frozenset[str]) -> str:
    """The start page of the site ``name``.

    Args:
        name: what the site is called.
        folder: where the site lies, seen from the start page.
        pages: its pages, relative to that folder; a list that is not among them is not offered.
    """
    lists = (f'<li><a href="{folder}/{path}">{label}</a></li>' for path, label in _LISTS if path in pages)
    body = _BODY.format(
        name=html.escape(name),
        folder=folder,
        lists="\n".join(lists),
        left_out="\n".join(f"<li>{words}</li>" for words in _LEFT_OUT),
        sums=SUMS,
    )
    return write_standalone(f"Start here - {name}", _STYLE, body)


def write_readme(name: str) -> str:
    """The same in a few lines of plain text."""
    return _README.format(name=name, start=START, sums=SUMS)
