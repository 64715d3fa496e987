"""Records for the render room: the seed's, written out by hand, and one that is hostile in every field."""

import dataclasses
import enum
import hashlib
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from generator.model.claim import Claim, Event, Party, Said, Scope, Supersession, Toll, Whereabouts
from generator.model.document import Document
from generator.model.headline import HeadlineEntry, Neighbour
from generator.model.incident import (
    Actor,
    Dates,
    Incident,
    Place,
    RelatedHeadline,
    SourceDocument,
    SummarySentence,
    Title,
)
from generator.model.page import Page
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import (
    ActorType,
    Category,
    ClaimKind,
    EventType,
    Origin,
    Outcome,
    PlaceLevel,
)
from generator.render.environment import open_environment
from generator.render.pages import render_pages
from generator.render.site import Site

ROOT = Path(__file__).parents[3]
FILE = "000_a32e27e422697ddd.txt"
SHA = "b1512c5f912f903c0de4fbac97ad337524700af7d3a1b0319b50fa3fdadc45cb"
INCIDENT = "balochistan-attacks-b1512c5f"

COUNTRIES = {"PK": "Pakistan", "IR": "Iran"}

HEADLINES = (
    ("Reopening of Gaza's Rafah crossing expected Monday", "d1:2408-2458", "h-rafah-11111111"),
    ("Winter storm death toll in United States reaches 90", "d1:2459-2510", "h-storm-22222222"),
    ("Israeli strikes kill 26 in Gaza, health officials say", "d1:2511-2564", "h-strikes-33333333"),
    ("US government starts likely brief shutdown as House fails to approve deal", "d1:2565-2638", "h-house-44444444"),
    ("Thousands demonstrate in Minnesota and across US to protest ICE", "d1:2639-2702", "h-ice-55555555"),
)


def cite(text: str) -> Citation:
    return Citation.parse(text)


@pytest.fixture(scope="session")
def environment():
    return open_environment([ROOT / "templates"])


@pytest.fixture(scope="session")
def seed_document() -> Document:
    raw = (ROOT / "seeds" / FILE).read_bytes()
    text = raw.decode("utf-8")
    return Document(FILE, text, text, hashlib.sha256(raw).hexdigest(), Span(0, len(text)))


@pytest.fixture(scope="session")
def seed_incident(seed_document: Document) -> Incident:
    text = seed_document.text

    def claim(identifier: str, kind: ClaimKind, at: str, said: Said, **fields: object) -> Claim:
        where = cite(at)
        return Claim(identifier, kind, said, where.span.of(text), where, **fields)

    bugti = Said("bugti", day="Sunday", inferred=("by", "day"))
    latest = Supersession("killed-militants-pk-military", "The latest total", cite("d1:758-774"))
    covered = cite("d1:477-610")
    claims = (
        claim(
            "attack-bla",
            ClaimKind.EVENT,
            "d1:1254-1418",
            Said("bla"),
            what=Event(EventType.ARMED_ATTACK, perpetrators=("bla",), targets=("security forces",)),
        ),
        claim(
            "killed-militants-bugti",
            ClaimKind.TOLL,
            "d1:0-170",
            Said("bugti", day="Sunday", via="press conference in Quetta", at=cite("d1:612-696")),
            what=Toll(Outcome.KILLED, 145, who="militants", category=Category.MILITANTS, by="security forces"),
            scope=Scope(covered.span.of(text), covered),
            supersedes=latest,
            note="other speaker, wider scope than 92; never add the two",
        ),
        claim(
            "killed-militants-pk-military",
            ClaimKind.TOLL,
            "d1:698-757",
            Said("pk-military", ambiguous=("day",)),
            what=Toll(Outcome.KILLED, 92, who="militants", category=Category.MILITANTS),
        ),
        claim(
            "killed-law-enforcement-bugti",
            ClaimKind.TOLL,
            "d1:923-1009",
            bugti,
            what=Toll(Outcome.KILLED, 17, who="law enforcement personnel", category=Category.SECURITY_FORCES),
        ),
        claim(
            "killed-civilians-bugti",
            ClaimKind.TOLL,
            "d1:923-1009",
            bugti,
            what=Toll(Outcome.KILLED, 31, who="civilians", category=Category.CIVILIANS),
        ),
        claim(
            "highest-in-such-a-span",
            ClaimKind.STATEMENT,
            "d1:782-921",
            Said("bugti", day="Sunday", inferred=("day",)),
        ),
        claim(
            "bla-responsibility",
            ClaimKind.RESPONSIBILITY,
            "d1:1254-1371",
            Said("bla"),
            what=Party(("bla",), "Herof", "black storm"),
        ),
        claim(
            "military-blames-india",
            ClaimKind.ACCUSATION,
            "d1:1420-1517",
            Said("pk-military", day="Saturday"),
            what=Party(("india",)),
        ),
        claim(
            "india-denies",
            ClaimKind.DENIAL,
            "d1:1562-1668",
            Said("india", day="Sunday"),
            responds_to="military-blames-india",
        ),
        claim(
            "india-denies-quote",
            ClaimKind.DENIAL,
            "d1:1670-1811",
            Said("jaiswal", via="statement"),
            responds_to="military-blames-india",
        ),
        claim("seizures-repelled", ClaimKind.STATEMENT, "d1:2158-2282", Said("pk-military")),
        claim(
            "districts-hit",
            ClaimKind.LOCATION,
            "d1:1932-2017",
            Said("document"),
            what=Whereabouts(("quetta", "gwadar", "mastung", "noshki"), complete=False),
        ),
        claim("hospitals-emergency", ClaimKind.RESPONSE, "d1:2100-2157", Said("document")),
    )
    districts = (("quetta", "d1:1983-1989"), ("gwadar", "d1:1991-1997"), ("mastung", "d1:1999-2006"))
    return Incident(
        id=INCIDENT,
        title=Title("Coordinated attacks across Balochistan: competing accounts", Origin.GENERATED),
        types=(EventType.ARMED_ATTACK, EventType.SECURITY_OPERATION),
        dates=Dates(basis="weekdays only; the document carries no date", days=("Friday", "Saturday", "Sunday")),
        documents=(
            SourceDocument(
                "d1",
                FILE,
                SHA,
                2702,
                Span(0, 2406),
                related=Span(2408, 2702),
                absent=("title", "byline", "published", "publisher", "dateline", "url"),
            ),
        ),
        summary=(
            SummarySentence(
                "Balochistan's chief minister said security forces killed 145 militants over 40 hours; "
                "the military had earlier said 92.",
                ("killed-militants-bugti", "killed-militants-pk-military"),
            ),
            SummarySentence(
                "He also said 17 law enforcement personnel and 31 civilians were killed.",
                ("killed-law-enforcement-bugti", "killed-civilians-bugti"),
            ),
            SummarySentence(
                "The Baloch Liberation Army claimed responsibility. Pakistan's military blamed "
                '"Indian-sponsored militants"; India denied it.',
                ("bla-responsibility", "military-blames-india", "india-denies"),
            ),
        ),
        actors=(
            Actor(
                "bugti",
                "Sarfaraz Bugti",
                ActorType.OFFICIAL,
                cite("d1:612-661"),
                role="chief minister of Balochistan",
            ),
            Actor("pk-military", "Pakistan's military", ActorType.STATE_FORCE, cite("d1:1420-1439")),
            Actor(
                "bla",
                "Baloch Liberation Army",
                ActorType.ARMED_GROUP,
                cite("d1:1207-1253"),
                role="banned separatist group",
            ),
            Actor("india", "India", ActorType.GOVERNMENT, cite("d1:1519-1560")),
            Actor(
                "jaiswal",
                "Randhir Jaiswal",
                ActorType.OFFICIAL,
                cite("d1:1739-1791"),
                role="Indian Foreign Ministry spokesperson",
            ),
        ),
        places=(
            Place("balochistan", "Balochistan", PlaceLevel.PROVINCE, cite("d1:80-106"), country="PK"),
            *(
                Place(name, name.capitalize(), PlaceLevel.DISTRICT, cite(at), within="balochistan")
                for name, at in (*districts, ("noshki", "d1:2011-2017"))
            ),
        ),
        claims=claims,
        related=tuple(RelatedHeadline(words, cite(at)) for words, at, _ in HEADLINES),
    )


@pytest.fixture(scope="session")
def seed_headlines() -> tuple[HeadlineEntry, ...]:
    shared = {
        "h-rafah-11111111": (Neighbour("h-strikes-33333333", ("Gaza",)),),
        "h-strikes-33333333": (Neighbour("h-rafah-11111111", ("Gaza",)),),
    }
    return tuple(
        HeadlineEntry(anchor, words, (INCIDENT,), neighbours=shared.get(anchor, ())) for words, _, anchor in HEADLINES
    )


@pytest.fixture(scope="session")
def seed_site(seed_incident, seed_document, seed_headlines) -> Site:
    added = {
        "on": "2026-11-22",
        "by": "briefing",
        "document": "d1",
        "claim": None,
        "field": "added",
        "old": None,
        "new": INCIDENT,
    }
    return Site(
        incidents=(seed_incident,),
        documents={(FILE, SHA): seed_document},
        headlines=seed_headlines,
        history={INCIDENT: (added,)},
        countries=COUNTRIES,
        codebook=(ROOT / "content" / "codebook.md").read_text(encoding="utf-8"),
    )


VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")
SPACED = ("p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "tr", "summary", "blockquote", "span")


class Reading(HTMLParser):
    """What a reader and a browser get from a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.open: list[tuple[str, list[str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if tag in VOID:
            return
        names = [tag, *(f".{name}" for name in values.get("class", "").split())]
        names += [f"#{values['id']}"] if "id" in values else []
        self.open.append((tag, names))
        for name in names:
            self.inside.setdefault(name, []).append("")

    def handle_endtag(self, tag):
        if tag in SPACED:
            self.texts.append("\n")
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.texts.append(data)
        for name in {name for _, names in self.open for name in names}:
            self.inside[name][-1] += data

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def of(self, name: str) -> str:
        """Text of the last element with this tag, .class or #id; white space as it stands."""
        return self.inside[name][-1]

    def all(self, name: str) -> list[str]:
        """Text of every such element, white space folded."""
        return [" ".join(text.split()) for text in self.inside.get(name, ())]

    @property
    def hrefs(self) -> list[str]:
        return [values["href"] for tag, values in self.elements if tag == "a"]

    @property
    def ids(self) -> list[str]:
        return [values["id"] for _, values in self.elements if "id" in values]


def split_page(text: str) -> tuple[str, str]:
    """Front matter and body."""
    _, head, body = text.split("---\n", 2)
    return head, body


@pytest.fixture(scope="session")
def reading():
    """Read a page as the site engine makes it: Markdown to HTML, then parsed."""

    def read(page: Page, extensions=("tables", "toc"), configs=None) -> Reading:
        _, body = split_page(page.text)
        return Reading(markdown.markdown(body, extensions=list(extensions), extension_configs=configs or {}))

    return read


@pytest.fixture(scope="session")
def pages_of(environment):
    """All pages of a site by path."""
    return lambda site: {page.path: page for page in render_pages(site, environment)}


@pytest.fixture(scope="session")
def seed_pages(pages_of, seed_site):
    return pages_of(seed_site)


@pytest.fixture(scope="session")
def seed_page(seed_pages, reading) -> Reading:
    """The seed's incident page."""
    return reading(seed_pages[f"incidents/{INCIDENT}.md"])


@pytest.fixture(scope="session")
def incident_page(pages_of, reading):
    """The page of an incident that stands alone on its site."""

    def read(incident: Incident, **fields: object) -> Reading:
        return reading(pages_of(Site((incident,), countries=COUNTRIES, **fields))[f"incidents/{incident.id}.md"])

    return read


IDS = ("id", "sha256", "within", "country", "claim", "part_of", "responds_to", "link", "merged_into", "perpetrators")
LISTED = ("victims", "places", "where", "by", "who", "carriers", "entry", "inferred", "ambiguous", "absent", "language")
"""Fields that hold ids, codes or closed words; ``who`` and ``by`` are names except in a toll, a review, a status."""

FREE = {("Incident", "places"), ("Toll", "who"), ("Toll", "by"), ("Review", "by"), ("Status", "by")}


@pytest.fixture(scope="session")
def poisoned():
    """A copy of a record in which every free text is the payload and a number; and those texts by field."""

    def poison(value, payload: str, found: dict[str, str], field: str = ""):
        if isinstance(value, enum.Enum):
            return value
        if isinstance(value, str):
            text = f"{payload} {len(found) + 1000}"
            found[text] = field
            return text
        if isinstance(value, tuple):
            return tuple(poison(each, payload, found, field) for each in value)
        if isinstance(value, SummarySentence):
            return dataclasses.replace(value, text=poison(value.text, payload, found, "SummarySentence.text"))
        if dataclasses.is_dataclass(value) and not isinstance(value, Citation | Span | PartialDate):
            kind = type(value).__name__
            changed = {
                each.name: poison(getattr(value, each.name), payload, found, f"{kind}.{each.name}")
                for each in dataclasses.fields(value)
                if each.name not in (*IDS, *LISTED) or (kind, each.name) in FREE
            }
            return dataclasses.replace(value, **changed)
        return value

    return poison
