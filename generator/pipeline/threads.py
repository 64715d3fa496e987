"""Freshly extracted incidents, grouped by what they tell of: the documents of one incident become one word on it.

The grouping is that of all documents in every run, so that the order in which they came does not matter. What a
person had a hand in bounds it: such a record keeps its stories and takes none from another, and an editor is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.errors import InvalidRecord
from generator.lexicon.threads import ThreadLexicon
from generator.link.gathering import ThreadWeights
from generator.link.signatures import Signature, read_signature
from generator.link.threads import StoryIndex, find_threads
from generator.model.finding import Finding
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.values import value
from generator.pipeline.doubts import NOBODY, Grouping, People, find_doubts
from generator.store.holders import grouped, index_records
from generator.store.issues import gather_issues, latest_issue, retell
from generator.store.threading import Telling, join_tellings, story_order


@value
class Word:
    """The machine's one word on an incident.

    Attributes:
        incident: what the documents tell together.
        stories: ids of the incidents that its stories told each for itself, in their order.
    """

    incident: Incident
    stories: tuple[str, ...]


@value
class Threaded:
    """What the documents say, one word on each incident.

    Attributes:
        words: in the order of their first documents.
        homes: id of a story's incident -> id of the stored record that holds the story already.
        findings: incidents that may be one, and such as may be two, for an editor.
    """

    words: tuple[Word, ...]
    homes: Mapping[str, str]
    findings: tuple[Finding, ...]

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The words alone."""
        return tuple(each.incident for each in self.words)


class Threader:
    """Joins the incidents that several documents tell; what it compared and joined in one run it knows in the next.

    That changes nothing but the time that a run takes.

    Args:
        lexicon: what tells stories of one event.
    """

    def __init__(self, lexicon: ThreadLexicon) -> None:
        self._lexicon = lexicon
        self._weights = ThreadWeights(lexicon.weights, lexicon.same, lexicon.unsure)
        self._index = StoryIndex(self._weights)
        self._read: dict[str, tuple[Telling, Signature]] = {}
        self._joined: dict[tuple[str, ...], tuple[tuple[Telling, ...], tuple[Word, ...]]] = {}

    def thread(
        self,
        extracted: Sequence[Incident],
        stories: Mapping[str, Story],
        stored: Sequence[Incident] = (),
        people: People = NOBODY,
    ) -> Threaded:
        """The machine's words on the incidents that the documents tell.

        Args:
            extracted: every incident that the documents give now.
            stories: sha256 of a document -> its words.
            stored: the records as people have them, and the machine's last words on those that were deleted.
            people: what editors decided.
        """
        tellings = _tellings(extracted, stories, stored)
        homes = _homes([each.incident for each in tellings.values()], stored)
        signatures = self._signatures(tellings)
        self._index.update(signatures)
        threads = self._index.threads()
        parts: dict[str, tuple[str, ...]] = {}
        for group in threads.groups:
            labels = _labels(group, homes, people.is_touched)
            for part in _parted(group, labels, signatures, self._weights) if labels else (group,):
                parts |= dict.fromkeys(part, part)
        groups = dict.fromkeys(parts.get(name, (name,)) for name in tellings)
        words = self._words({group: tuple(tellings[name] for name in group) for group in groups})
        records = {name: word.incident.id for word in words for name in word.stories}
        grouping = Grouping(threads, homes, records, self._index.objections)
        return Threaded(words, homes, find_doubts(grouping, stored, people))

    def _signatures(self, tellings: Mapping[str, Telling]) -> dict[str, Signature]:
        told = {name: each for name, each in tellings.items() if each.story.sentences}
        known = {name: self._read[name] for name, each in told.items() if name in self._read}
        self._read = {
            name: known[name] if name in known and known[name][0] == each else (each, _signature(each, self._lexicon))
            for name, each in told.items()
        }
        return {name: signature for name, (_, signature) in self._read.items()}

    def _words(self, groups: Mapping[tuple[str, ...], tuple[Telling, ...]]) -> tuple[Word, ...]:
        known = {group: self._joined.get(group) for group in groups}
        self._joined = {
            group: before if before and before[0] == tellings else (tellings, _words(tellings, self._lexicon))
            for (group, tellings), before in zip(groups.items(), known.values(), strict=True)
        }
        return tuple(word for _, words in self._joined.values() for word in words)


def _tellings(
    extracted: Sequence[Incident], stories: Mapping[str, Story], stored: Sequence[Incident]
) -> dict[str, Telling]:
    """Each story's incident by its id, all issues of the story as one; of several with one id the first counts."""
    first: dict[str, Incident] = {}
    for each in extracted:
        first.setdefault(each.id, each)
    places = {name: number for number, name in enumerate(first)}
    tellings: dict[str, Telling] = {}
    for issues in gather_issues(first.values(), stored):
        try:
            told: tuple[Incident, ...] = (retell(issues),)
        except InvalidRecord:
            told = issues
        for each in told:
            tellings[each.id] = Telling(each, stories.get(latest_issue(each).sha256, Story(())))
    return dict(sorted(tellings.items(), key=lambda row: places[row[0]]))


def _homes(told: Sequence[Incident], stored: Sequence[Incident]) -> dict[str, str]:
    """Id of a story's incident -> id of the record that holds it already."""
    index = index_records(stored)
    return {each.id: name for name, group in grouped(told, index) if name in index.ids for each in group}


def _signature(telling: Telling, lexicon: ThreadLexicon) -> Signature:
    document = latest_issue(telling.incident).sha256
    return replace(read_signature(telling.incident, telling.story, lexicon), document=document)


def _labels(
    group: Sequence[str], homes: Mapping[str, str], is_touched: Callable[[str], bool]
) -> Mapping[str, str] | None:
    """Which stories of a group are bound to which record; None where no person's record is in the way.

    Stories that stand in records of the machine alone are bound to each other.
    """
    records = {homes[name] for name in group if name in homes}
    if len(records) < 2:
        return None
    touched = {name for name in sorted(records) if is_touched(name)}
    if not touched:
        return None
    return {name: homes[name] if homes[name] in touched else "" for name in group if name in homes}


def _parted(
    group: Sequence[str], labels: Mapping[str, str], signatures: Mapping[str, Signature], weights: ThreadWeights
) -> tuple[tuple[str, ...], ...]:
    """A group cut where records of people hold parts of it; what is new goes where it fits best."""
    if len(labels) < len(group):
        return find_threads((signatures[name] for name in group), weights, held=labels).groups
    parts: dict[str, list[str]] = {}
    for name in group:
        parts.setdefault(labels[name], []).append(name)
    return tuple(map(tuple, parts.values()))


def _words(tellings: Sequence[Telling], lexicon: ThreadLexicon) -> tuple[Word, ...]:
    """One word on what several stories tell; one on each where they cannot be joined."""
    ordered = sorted(tellings, key=story_order)
    try:
        return (Word(join_tellings(ordered, lexicon), tuple(each.incident.id for each in ordered)),)
    except InvalidRecord:
        return tuple(Word(each.incident, (each.incident.id,)) for each in ordered)
