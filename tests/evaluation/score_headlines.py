"""Measures which incident each related headline is resolved to, over the corpus of threads.

    python tests/evaluation/score_headlines.py [FOLDER] [--misses]

Records are those that the program makes of the corpus; a record stands for the event that most of its documents tell.
A headline is right where the record that it leads to, or its own where it is marked as the same event, stands for an
event that the gold names; headlines of events that no record stands for do not count.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.threads import ThreadLexicon
from generator.link.headlines import link_headlines
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.vocabulary import Relation
from generator.pipeline.headlines import HeadlineReader
from generator.pipeline.seeds import harvest_documents
from generator.pipeline.stages import Stages, Unwatched
from generator.pipeline.threads import Threader
from generator.read.files import read_folder

CORPUS = Path(__file__).parent / "threads"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Headlines by how they came out, each with the file that carries it.

    Attributes:
        right: lead to the right incident.
        wrong: lead to another.
        missed: lead nowhere, though a record stands for their event.
    """

    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        """Of the headlines that lead anywhere."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of the headlines whose event has a record, and of those that lead astray."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong) + len(self.missed))


@dataclass(frozen=True, slots=True)
class Records:
    """What the program makes of a corpus, its headlines still open.

    Attributes:
        incidents: the records.
        mentions: headline or title -> what it names.
        stories: sha256 of a document -> its words.
        lexicon: what headlines are resolved with.
    """

    incidents: tuple[Incident, ...]
    mentions: Mapping[str, HeadlineMentions]
    stories: Mapping[str, Story]
    lexicon: ThreadLexicon


def score_headlines(folder: Path = CORPUS) -> Resolution:
    """Make records of a corpus, resolve their headlines and compare."""
    gold = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))
    made = make_records(folder)
    records = link_headlines(made.incidents, made.mentions, made.lexicon, made.stories)
    events = stand_for(records, gold["events"])
    covered = frozenset().union(*events.values())
    rows: dict[str, list[tuple[str, str]]] = {"right": [], "wrong": [], "missed": []}
    for file, text, event, record in _resolved(records, expected(gold["headlines"])):
        if record is not None:
            rows["right" if events[record] & event else "wrong"].append((file, text))
        elif event & covered:
            rows["missed"].append((file, text))
    return Resolution(tuple(rows["right"]), tuple(rows["wrong"]), tuple(rows["missed"]))


def make_records(folder: Path) -> Records:
    """The records of a corpus."""
    lexicon = load_lexicon()
    harvest = harvest_documents(read_folder(folder)[0], lexicon, Stages(Unwatched()), folder=folder.name)
    records = Threader(lexicon.threads).thread(harvest.incidents, harvest.stories).incidents
    return Records(records, HeadlineReader(lexicon).read(records), harvest.stories, lexicon.threads)


def stand_for(records: Sequence[Incident], events: Mapping[str, dict]) -> dict[str, frozenset[str]]:
    """Id of each record -> the events that most of its documents tell."""
    told: dict[str, set[str]] = {}
    for name, event in events.items():
        for document in event["documents"]:
            told.setdefault(f"{document}.txt", set()).add(name)
    done = {}
    for record in records:
        counts = Counter(name for document in record.documents for name in told.get(document.file, ()))
        most = max(counts.values(), default=0)
        done[record.id] = frozenset(name for name, count in counts.items() if count == most)
    return done


def expected(headlines: Mapping[str, list[dict]]) -> dict[tuple[str, str], frozenset[str]]:
    """File and text of each headline of the gold -> the events that it tells of."""
    return {
        (f"{name}.txt", row["text"]): frozenset(filter(None, (row["event"], row.get("also"))))
        for name, rows in headlines.items()
        for row in rows
    }


def _resolved(
    records: Sequence[Incident], known: Mapping[tuple[str, str], frozenset[str]]
) -> Iterator[tuple[str, str, frozenset[str], str | None]]:
    """Each headline of the gold: its file, its text, its events, and the record that it leads to."""
    for record in records:
        files = {document.id: document.file for document in record.documents}
        for headline in record.related:
            key = (files[headline.at.document], headline.text)
            if key in known:
                own = record.id if headline.relation is Relation.SAME_EVENT else None
                yield (*key, known[key], headline.link or own)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    found = score_headlines(options.folder)
    print(f"headlines: precision {found.precision:.3f}, recall {found.recall:.3f}")
    if options.misses:
        for title, rows in (("wrong", found.wrong), ("missed", found.missed)):
            print(title, *(f"  {file}  {text}" for file, text in rows), sep="\n")


if __name__ == "__main__":
    main()
