"""What the machine's words mean for the records that stand: which of them each goes to, and which are grouped anew."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.link.identities import resolve_ids
from generator.model.incident import Incident
from generator.model.values import value
from generator.pipeline.threads import Threaded, Word
from generator.store.regrouping import Regrouping


@value
class Standing:
    """The records of a workspace as a grouping meets them.

    Attributes:
        records: as people have them.
        is_touched: whether a person had a hand in a record, by its id.
        is_gone: whether a document's file is no longer there, by its name.
    """

    records: Sequence[Incident]
    is_touched: Callable[[str], bool]
    is_gone: Callable[[str], bool]


@value
class Placed:
    """The machine's words under the ids of the records that they go to.

    Attributes:
        incidents: in the order of their first documents; a word that is new keeps its own id.
        regrouping: what becomes of the records that no person touched.
    """

    incidents: tuple[Incident, ...]
    regrouping: Regrouping


def place_words(threaded: Threaded, standing: Standing) -> Placed:
    """Find the record of each word where words and records do not fit one to one.

    Of several records whose stories one word tells, that of the same id stays, else the one that holds the earliest
    story; the others lead to it from then on. Of several words on the stories of one record, that on the story which
    it was made from keeps it. A record that the machine closed is opened again for the story that it was made from.
    Only records that no person touched are grouped anew.
    """
    room = _Room(threaded, standing)
    closed: dict[str, str] = {}
    retold: dict[str, Incident] = {}
    incidents = []
    for word in threaded.words:
        holder, *others = room.claimants(word) or ("",)
        closed |= dict.fromkeys(others, holder)
        incident = replace(word.incident, id=holder) if holder else word.incident
        if holder and room.is_to_be_retold(holder, word):
            retold[holder] = incident
        incidents.append(incident)
        closed |= dict(room.astray(word, holder))
    stale = room.stale(closed, incidents)
    closed |= {name: place.id for name, place in stale.items()}
    retold |= {name: replace(place, id=name) for name, place in stale.items()}
    return Placed(tuple(incidents), Regrouping(closed, retold))


class _Room:
    """The records that a grouping may change, and the stories that each holds."""

    def __init__(self, threaded: Threaded, standing: Standing) -> None:
        self._standing = standing
        self._records = {each.id: each for each in standing.records}
        self._homes = {name: home for name, home in threaded.homes.items() if home in self._records}
        self._pages = resolve_ids(standing.records)
        self._told = {each.sha256 for word in threaded.words for each in word.incident.documents}
        word_of = {name: word.stories[0] for word in threaded.words for name in word.stories}
        self._spread: dict[str, set[str]] = {}
        for name, home in self._homes.items():
            self._spread.setdefault(home, set()).add(word_of[name])
        self._founders = self._founding(threaded.words)

    def _founding(self, words: Sequence[Word]) -> Mapping[str, str]:
        """Each record, and the story that it was made from: that of its id, else that of its first document."""
        found: dict[str, tuple[int, str]] = {}
        for word in words:
            for name in word.stories:
                home = self._homes.get(name)
                if home is None:
                    continue
                shas = {each.sha256 for each in word.incident.documents}
                place = next((n for n, each in enumerate(self._records[home].documents) if each.sha256 in shas), 0)
                found[home] = min(found.get(home, (place, name)), (-1 if name == home else place, name))
        return {home: name for home, (_, name) in found.items()}

    def claimants(self, word: Word) -> tuple[str, ...]:
        """Records that no person touched and that a word could go to, the one that stays first."""
        homes = dict.fromkeys(self._homes[name] for name in word.stories if name in self._homes)
        plain = len(homes) == 1 and all(len(self._spread[each]) == 1 for each in homes)
        touched = [each for each in homes if self._standing.is_touched(each)] if homes and not plain else []
        if touched or not homes:
            return ()
        open_ones = [each for each in homes if self._founders[each] in word.stories and self._is_open(each)]
        open_ones.sort(key=lambda each: (each != word.incident.id, word.stories.index(self._founders[each]), each))
        return tuple(open_ones) or tuple(name for name in word.stories if self._is_closed_by_machine(name))[:1]

    def astray(self, word: Word, holder: str) -> Iterator[tuple[str, str]]:
        """Records that the machine closed and that lead elsewhere than where their story is told, and that place."""
        for name in word.stories:
            target = holder or self._homes.get(name, word.incident.id)
            is_led = self._is_merged(name) and self._pages.get(name) != target
            if is_led and name != target and self._is_closed_by_machine(name):
                yield name, target

    def stale(self, closed: Mapping[str, str], placed: Sequence[Incident]) -> Mapping[str, Incident]:
        """Records that lead to one place and hold a document told at another, and the word at the first.

        What is said of a document goes where a record that holds it leads, so that such a one has to let go of it.

        Args:
            closed: the records that are closed now -> where they lead.
            placed: the words, under the ids of their records.
        """
        places = {each.id: each for each in placed}
        tellers: dict[str, set[str]] = {}
        for each in placed:
            for source in each.documents:
                tellers.setdefault(source.sha256, set()).add(each.id)
        leads = {**{name: end for name, end in self._pages.items() if name in self._records}, **closed}
        return {
            name: places[end]
            for name, end in sorted(leads.items())
            if end in places
            and name not in places
            and any(end not in tellers.get(one.sha256, {end}) for one in self._records[name].documents)
            and (name in closed or self._is_closed_by_machine(name))
        }

    def is_to_be_retold(self, record: str, word: Word) -> bool:
        """Whether a record has to let go of documents that another word tells now, or whose files are gone."""
        kept = {each.sha256 for each in word.incident.documents}
        files = {each.file for each in word.incident.documents}
        lost = [each for each in self._records[record].documents if each.sha256 not in kept]
        if self._records[record].status is None and not lost:
            return False
        free = [each for each in lost if each.sha256 in self._told or self._standing.is_gone(each.file)]
        settled = all(each in free or each.file in files for each in lost)
        return (bool(free) or not lost) and settled and not self._standing.is_touched(record)

    def _is_open(self, record: str) -> bool:
        return self._records[record].status is None

    def _is_merged(self, record: str) -> bool:
        status = self._records[record].status if record in self._records else None
        return status is not None and status.merged_into is not None

    def _is_closed_by_machine(self, record: str) -> bool:
        return self._is_merged(record) and not self._standing.is_touched(record)
