"""Feeds of incidents: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.

The days in a feed say when a record came into the briefing and when it was changed, never when its event was. A
reader's program finds its way by full addresses, so there are feeds only where the site's address is known.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from generator.model.incident import Incident
from generator.model.page import Page
from generator.model.values import value
from generator.render.addresses import HOME, actor_path, full_address, incident_path, place_path
from generator.render.catalogue import Catalogue
from generator.render.site import HistoryLine, Site
from generator.render.views.incidents import types_line
from generator.render.views.standing import is_current

LATEST = 50
"""Most entries of a feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_DAY_LENGTH = 10


@value
class Entry:
    """An incident in a feed.

    Attributes:
        address: of its page.
        title: its headline.
        text: its summary.
        kinds: its event types, in words.
        added: day on which it came into the briefing.
        changed: day of its last change.
    """

    address: str
    title: str
    text: str
    kinds: str
    added: date
    changed: date


@value
class Feed:
    """A list of incidents that a reader may subscribe to.

    Attributes:
        name: what it is about.
        home: path of the page that shows the same list.
        folder: where its files lie, with a slash at its end, or empty.
        incidents: in any order.
    """

    name: str
    home: str
    folder: str
    incidents: tuple[Incident, ...]


def find_feeds(catalogue: Catalogue) -> Iterator[Feed]:
    """One of all incidents, one for each place and one for each named party that has a page."""
    site = catalogue.site
    yield Feed(site.name, HOME, "", site.incidents)
    for place in catalogue.registers.place_files:
        yield _feed(site, place.name, place_path(*place.key), (incident for incident, _ in place.met))
    for actor in (each for each in catalogue.registers.actor_files if each.has_page):
        yield _feed(site, actor.name, actor_path(*actor.key), (incident for incident, _ in actor.met))


def _feed(site: Site, name: str, home: str, incidents: Iterable[Incident]) -> Feed:
    return Feed(f"{name} · {site.name}", home, home.removesuffix(".md") + "/", tuple(incidents))


def render_feeds(feed: Feed, site: Site) -> tuple[Page, ...]:
    """The feed in its three forms; none where the site has no address."""
    if site.address is None:
        return ()
    entries = _entries(feed.incidents, site, site.address)
    return (
        Page(f"{feed.folder}feed.xml", _rss(feed, entries, site.address)),
        Page(f"{feed.folder}atom.xml", _atom(feed, entries, site.address)),
        Page(f"{feed.folder}feed.json", _json(feed, entries, site.address)),
    )


def _entries(incidents: Iterable[Incident], site: Site, address: str) -> tuple[Entry, ...]:
    """Current incidents whose history says when they came in, those changed last first."""
    found = []
    for each in filter(is_current, incidents):
        days = _days(site.history.get(each.id, ()))
        if days:
            place = full_address(address, incident_path(each.id))
            text = " ".join(sentence.text for sentence in each.summary) or each.title.text
            found.append(Entry(place, each.title.text, text, types_line(each), days[0], max(days)))
    return tuple(sorted(found, key=lambda each: (-each.changed.toordinal(), each.title, each.address))[:LATEST])


def _days(history: Sequence[HistoryLine]) -> list[date]:
    days = []
    for line in history:
        try:
            days.append(date.fromisoformat(str(line.get("on"))[:_DAY_LENGTH]))
        except ValueError:
            continue
    return days


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _written(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _rss(feed: Feed, entries: Sequence[Entry], address: str) -> str:
    root = ElementTree.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = _add(root, "channel")
    _add(channel, "title", feed.name)
    _add(channel, "link", full_address(address, feed.home))
    _add(channel, "description", f"{feed.name}: incidents as their sources tell them.")
    own = full_address(address, f"{feed.folder}feed.xml")
    _add(channel, "atom:link", href=own, rel="self", type="application/rss+xml")
    if entries:
        _add(channel, "lastBuildDate", format_datetime(_moment(entries[0].changed)))
    for each in entries:
        item = _add(channel, "item")
        _add(item, "title", each.title)
        _add(item, "link", each.address)
        _add(item, "guid", each.address, isPermaLink="true")
        _add(item, "description", each.text)
        for kind in each.kinds.split(" · "):
            _add(item, "category", kind)
        _add(item, "pubDate", format_datetime(_moment(each.added)))
    return _written(root)


def _atom(feed: Feed, entries: Sequence[Entry], address: str) -> str:
    root = ElementTree.Element("feed", {"xmlns": _ATOM})
    own = full_address(address, f"{feed.folder}atom.xml")
    _add(root, "title", feed.name)
    _add(root, "id", own)
    _add(root, "link", rel="self", href=own)
    _add(root, "link", rel="alternate", href=full_address(address, feed.home))
    last = max((each.changed for each in entries), default=date(1970, 1, 1))
    _add(root, "updated", _moment(last).isoformat())
    _add(_add(root, "author"), "name", feed.name)
    for each in entries:
        entry = _add(root, "entry")
        _add(entry, "title", each.title)
        _add(entry, "id", each.address)
        _add(entry, "link", rel="alternate", href=each.address)
        _add(entry, "published", _moment(each.added).isoformat())
        _add(entry, "updated", _moment(each.changed).isoformat())
        _add(entry, "summary", each.text)
        for kind in each.kinds.split(" · "):
            _add(entry, "category", term=kind)
    return _written(root)


def _json(feed: Feed, entries: Sequence[Entry], address: str) -> str:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.name,
        "home_page_url": full_address(address, feed.home),
        "feed_url": full_address(address, f"{feed.folder}feed.json"),
        "items": [
            {
                "id": each.address,
                "url": each.address,
                "title": each.title,
                "content_text": each.text,
                "date_published": _moment(each.added).isoformat(),
                "date_modified": _moment(each.changed).isoformat(),
                "tags": each.kinds.split(" · "),
            }
            for each in entries
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
