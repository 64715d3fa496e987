"""Which incident a headline tells of, by all that the incident's record and stories say."""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.lexicon.threads import ThreadLexicon
from generator.link.coverage import GRACE, Setting, find_part, score, weigh
from generator.link.features import NO_MENTIONS
from generator.link.profiles import PAST, Profile, read_profile
from generator.link.rarity import Commonness
from generator.link.teasers import Teaser, read_teaser
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.values import value

MOST = 40
"""A name or word that more incidents of about the same time have brings none of them up."""

BEHIND_DAYS = 60
"""An incident longer before the carrying document is meant seldom."""

FAR_DAYS = 400
"""An incident so long before it is not meant."""

RARE = 6
"""A name or word that more incidents of longer ago have brings none of those up."""

CLOSE = 3
"""So many incidents, those that share the rarest words, are weighed."""

PART = 0.4
"""Part of the weight of a headline's words from which incidents are weighed though no country speaks for one."""

PAST_WORD = 0.3
"""Rarity of a word that a headline says of an earlier event, where incidents are looked for by it."""

FEW = 3
"""Incidents of one country and kind in the window that are weighed without a shared word."""


@value
class Candidate:
    """An incident that a headline may tell of.

    Attributes:
        profile: of the incident.
        values: the evidence.
    """

    profile: Profile
    values: Mapping[str, float]


class Resolver:
    """Finds the incident of a headline among those of a workspace.

    Args:
        incidents: current records.
        lexicon: common words, themes and weights.
        stories: sha256 of a document -> its words.
    """

    def __init__(
        self, incidents: Iterable[Incident], lexicon: ThreadLexicon, stories: Mapping[str, Story] | None = None
    ) -> None:
        self._lexicon = lexicon
        profiles = (read_profile(each, stories or {}, lexicon) for each in incidents)
        self._profiles = sorted(profiles, key=lambda each: (each.first, each.id))
        self._numbers = {each.id: number for number, each in enumerate(self._profiles)}
        self._firsts = [each.first for each in self._profiles]
        holders: dict[str, list[int]] = defaultdict(list)
        kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, each in enumerate(self._profiles):
            for key in each.places:
                holders[key].append(number)
            for country in each.countries:
                for kind in each.kinds:
                    kinds[country, kind].append(number)
        self._holders, self._kinds = holders, kinds
        self._common = Commonness({key: len(rows) for key, rows in holders.items()})

    def find(
        self,
        text: str,
        day: datetime.date | None,
        mentions: HeadlineMentions = NO_MENTIONS,
        own: str | None = None,
    ) -> tuple[str, tuple[str, ...]] | None:
        """The incident that a headline tells of with the words that say so, or None where none or several may be meant.

        Args:
            text: the headline.
            day: publication of the document that carries it.
            mentions: what was found in it.
            own: id of the incident that the document tells.
        """
        teaser = read_teaser(text, mentions, self._lexicon)
        if teaser is None:
            return None
        weights = self._lexicon.headline_weights
        ranked = sorted(
            (-score(each.values, weights), each.profile.id, each.profile) for each in self.candidates(teaser, day, own)
        )
        if not ranked or -ranked[0][0] < self._lexicon.link:
            return None
        if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < self._lexicon.margin:
            return None
        best = ranked[0][2]
        return best.id, _reasons(teaser, best)

    def candidates(self, teaser: Teaser, day: datetime.date | None, own: str | None = None) -> Iterator[Candidate]:
        """The incidents that share rare words with a headline, or alone its country and kind of event, weighed."""
        rarities = {item.shown: item.grade * max(map(self._common.rarity, item.keys)) for item in teaser.items}
        at = day.toordinal() if day else 0
        windows = self._windows(at)
        near: dict[int, float] = defaultdict(float)
        for item in teaser.items:
            for number in {number for key in item.keys for number in self._near(key, windows)}:
                near[number] += rarities[item.shown]
        for key in teaser.leads - {key for item in teaser.items for key in item.keys}:
            for number in self._near(key, windows):
                near[number] += PAST_WORD
        alike = self._alike(teaser, windows)
        least = PART * sum(rarities.values())
        close = sorted(near, key=lambda number: (-near[number], number))[:CLOSE]
        if not any(near[each] >= least or teaser.countries & self._profiles[each].countries for each in close):
            close = []
        if own in self._numbers:
            close.append(self._numbers[own])
        for number in dict.fromkeys((*close, *alike[:FEW])):
            profile = self._profiles[number]
            setting = Setting(at, profile.id == own, alike == [number])
            yield Candidate(profile, weigh(teaser, profile, rarities, setting))

    def _windows(self, day: int) -> Sequence[tuple[int, int, int]]:
        """Incidents that can be meant on a day: first and last number, and how many of them a word may bring up.

        Those without a day, those of longer ago, those of about that day.
        """
        undated = bisect_left(self._firsts, 1)
        if not day:
            return ((0, undated, MOST), (undated, len(self._firsts), MOST))
        edges = [bisect_left(self._firsts, at, undated) for at in (day - FAR_DAYS, day - BEHIND_DAYS, day + GRACE + 1)]
        windows = ((0, undated, MOST), (edges[0], edges[1], RARE), (edges[1], edges[2], MOST))
        return [each for each in windows if each[0] < each[1]]

    def _near(self, key: str, windows: Sequence[tuple[int, int, int]]) -> Iterator[int]:
        """Incidents in a window with a name or word, where that are few enough to say anything."""
        rows = self._holders.get(key)
        if rows is None:
            return
        for first, last, most in windows:
            start = bisect_left(rows, first)
            end = bisect_left(rows, last, start)
            if end - start <= most:
                yield from rows[start:end]

    def _alike(self, teaser: Teaser, windows: Sequence[tuple[int, int, int]]) -> list[int]:
        """Incidents in a window with the headline's country and kind of event; none where those are too many."""
        found: set[int] = set()
        if teaser.kind is not None:
            for country in teaser.countries:
                rows = self._kinds.get((country, teaser.kind), [])
                for first, last, _ in windows:
                    start = bisect_left(rows, first)
                    found.update(rows[start : bisect_left(rows, last, start)][: FEW + 1])
        return sorted(found) if len(found) <= FEW else []


def _reasons(teaser: Teaser, profile: Profile) -> tuple[str, ...]:
    """What a headline and an incident share, in words for readers: telling words, else what both are about."""
    parts = [(item.shown, find_part(item, profile.places)) for item in teaser.items]
    words = [shown for shown, part in parts if part is not None and part != PAST]
    subjects = [word for word, themes in teaser.subjects if not themes.isdisjoint(profile.themes)]
    return tuple(dict.fromkeys(words or subjects)) or ("country and kind of event",)


def carried_on(incident: Incident, document: str) -> datetime.date | None:
    """Publication of a document of a record, where it is known."""
    days: Sequence[datetime.date | None] = [
        each.published.exact for each in incident.documents if each.id == document and each.published
    ]
    return next(iter(days), None)
