"""What an editor is asked about the grouping of stories: records that may be one incident, and one that may be two."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.link.gathering import Threads
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident
from generator.model.values import value

_SHOWN = 3
"""Reasons that a finding gives."""


@value
class People:
    """What people decided on records, by their ids.

    Attributes:
        is_touched: whether a person had a hand in a record.
        is_parted: whether an editor split one of two records off the other.
    """

    is_touched: Callable[[str], bool] = lambda _: False
    is_parted: Callable[[str, str], bool] = lambda _one, _other: False


NOBODY = People()
"""Nobody decided anything."""


@value
class Grouping:
    """The machine's own grouping of stories, and what became of it.

    Attributes:
        threads: the groups that the stories make by what they say.
        homes: story -> id of the stored record that holds it already.
        records: story -> id of the machine's word that it went into.
        objections: what speaks against two stories telling of one incident, in words for readers.
    """

    threads: Threads
    homes: Mapping[str, str]
    records: Mapping[str, str]
    objections: Callable[[str, str], tuple[str, ...]]

    def record(self, story: str) -> str:
        """Id of the record of a story: the one that stands, else the one to come."""
        return self.homes.get(story, self.records[story])


def find_doubts(grouping: Grouping, stored: Sequence[Incident], people: People) -> tuple[Finding, ...]:
    """Records that the machine would group otherwise if nobody had worked on them, and pairs it is unsure of.

    Args:
        grouping: of all stories.
        stored: the records as people have them.
        people: what editors decided.
    """
    same: dict[tuple[str, str], tuple[str, ...]] = {}
    for pair, reasons in sorted(grouping.threads.reasons.items()):
        one, other = sorted(grouping.record(name) for name in pair)
        if one != other and grouping.records[pair[0]] != grouping.records[pair[1]]:
            same.setdefault((one, other), reasons)
    for doubt in grouping.threads.doubts:
        one, other = sorted(grouping.record(name) for name in doubt.ids)
        if one != other:
            same.setdefault((one, other), doubt.reasons)
    merged = {each.status.merged_into for each in stored if each.status is not None}
    apart = _apart(grouping, lambda name: name not in merged and people.is_touched(name))
    asked = (row for row in sorted(same.items()) if not people.is_parted(*row[0]))
    return (*(_may_be_one(pair, reasons) for pair, reasons in asked), *apart)


def _apart(grouping: Grouping, is_held: Callable[[str], bool]) -> Iterator[Finding]:
    """Records that a person had a hand in, whose stories the machine would not put together."""
    groups: dict[str, dict[int, list[str]]] = {}
    for number, group in enumerate(grouping.threads.groups):
        for name in group:
            if name in grouping.homes:
                groups.setdefault(grouping.homes[name], {}).setdefault(number, []).append(name)
    for record, parts in sorted(groups.items()):
        if len(parts) > 1 and is_held(record):
            own, *others = sorted(map(sorted, parts.values()), key=lambda names: (record not in names, names))
            yield _may_be_two(record, [names[0] for names in others], _against(grouping, own, others[0]))


def _against(grouping: Grouping, ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """What most often speaks against the stories of two groups telling of one incident."""
    heard = Counter(said for one in ours for other in theirs for said in grouping.objections(one, other))
    return tuple(said for said, _ in heard.most_common(_SHOWN))


def _may_be_one(pair: tuple[str, str], reasons: Iterable[str]) -> Finding:
    one, other = pair
    told = ", ".join(reasons)
    return Finding(
        f"content/incidents/{one}.yml",
        "same-incident",
        expected="one record for each incident",
        found=f"{other}, which may tell of the same one: {f'both have {told}' if told else 'the words are alike'}",
        hint=f"run `briefing merge-incidents {one} {other}` if it does",
        severity=Severity.NOTE,
    )


def _may_be_two(record: str, stories: Sequence[str], against: Sequence[str]) -> Finding:
    why = f"it has {', '.join(against)}" if against else "the two have little in common"
    return Finding(
        f"content/incidents/{record}.yml",
        "other-incident",
        expected="stories of one incident",
        found=f"{', '.join(stories)}, which by its words tells of another: {why}",
        hint="leave it if the stories belong together, else run `briefing split-incident` with their documents",
        severity=Severity.NOTE,
    )
