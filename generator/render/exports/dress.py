"""Pages with what programs read in their heads, and what the rest of the build has to know of them.

The head of ``site/overrides/main.html`` prints what stands in the front matter: ``linked`` data, the path of a
``picture``, the way to a ``feed``.
"""

import json
from collections.abc import Iterable, Mapping

from generator.model.incident import Incident
from generator.model.page import Card, Page
from generator.model.values import replace, value
from generator.render.addresses import incident_path, link_to
from generator.render.catalogue import open_catalogue
from generator.render.exports.cards import find_cards
from generator.render.exports.feeds import find_feeds
from generator.render.exports.linked import linked_data
from generator.render.site import Site
from generator.render.verbatim import find_words
from generator.render.views.changes import added_on, changed_on
from generator.render.views.standing import is_current

_FENCE = "\n---\n"
"""Ends the front matter of a page."""


@value
class _Wardrobe:
    """What pages are dressed with.

    Attributes:
        site: what they are made from.
        records: by the path of their page.
        feeds: path of the RSS feed of what a page lists, by the path of that page.
        cards: by the id of their incident.
        words: what a page has to show, by the path of the built page.
    """

    site: Site
    records: Mapping[str, Incident]
    feeds: Mapping[str, str]
    cards: Mapping[str, Card]
    words: Mapping[str, frozenset[str]]


def dress_pages(pages: Iterable[Page], site: Site) -> tuple[Page, ...]:
    """The pages, each with the front matter, the day and the words that its record or list gives it."""
    catalogue = open_catalogue(site)
    wardrobe = _Wardrobe(
        site,
        records={incident_path(each.id): each for each in site.incidents},
        feeds={feed.home: f"{feed.folder}feed.xml" for feed in find_feeds(catalogue)} if site.address else {},
        cards=find_cards(catalogue),
        words=find_words(catalogue),
    )
    return tuple(_dressed(page, wardrobe) for page in pages)


def _dressed(page: Page, wardrobe: _Wardrobe) -> Page:
    record = wardrobe.records.get(page.path)
    card = wardrobe.cards.get(record.id) if record else None
    lines = {}
    if record and is_current(record):
        lines["linked"] = linked_data(record, wardrobe.site)
    if card:
        lines["picture"] = card.path
    if page.path in wardrobe.feeds:
        lines["feed"] = link_to(wardrobe.feeds[page.path], seen_from=page.path)
    text = page.text
    if lines:
        front, fence, body = text.partition(_FENCE)
        text = "\n".join((front, *(f"{key}: {json.dumps(held)}" for key, held in lines.items()))) + fence + body
    words = wardrobe.words.get(page.built, frozenset())
    return replace(page, text=text, changed=_last_day(record, wardrobe.site), card=card, words=words)


def _last_day(record: Incident | None, site: Site) -> str | None:
    """ISO day on which a record was changed, or came into the briefing; of a list nothing says when it changed."""
    history = site.history.get(record.id, ()) if record else ()
    return changed_on(history) or added_on(history)[:10] or None
