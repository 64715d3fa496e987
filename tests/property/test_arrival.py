"""The same documents give the same records, in whatever order they come, and after one has gone again.

The same but for what the contract makes sticky: ids of records and entries, numbers of documents, the order of lists.
"""

import json
import random
import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.lexicon.lexicon import load_lexicon
from generator.link.identities import resolve_ids
from generator.pipeline.headlines import HeadlineReader
from generator.pipeline.records import bring_up_to_date
from generator.pipeline.seeds import Harvest, harvest_documents
from generator.pipeline.stages import Stages, Unwatched
from generator.pipeline.threads import Threader
from generator.read.files import read_file
from generator.settings import Workspace
from generator.store.journal import held
from generator.store.repository import read_records
from generator.store.wire import as_data

CORPORA = [Path(__file__).parents[1] / "evaluation" / name for name in ("threads", "threads_held")]
DAY = date(2026, 6, 1)
MOST = 8
"""Documents of a set."""


@cache
def reader():
    return HeadlineReader(load_lexicon())


@cache
def told(path):
    """What one document gives, extracted once."""
    return harvest_documents([read_file(path, path.name).document], load_lexicon(), Stages(Unwatched()), folder="seeds")


def harvest(paths):
    """What some documents give, in the order of the paths."""
    parts = [told(path) for path in paths]
    stories = {name: story for part in parts for name, story in part.stories.items()}
    return Harvest(tuple(each for part in parts for each in part.incidents), (), stories)


@cache
def events(folder):
    gold = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))
    return tuple(tuple(folder / f"{name}.txt" for name in each["documents"]) for each in gold["events"].values())


def some_documents(number):
    """A small set of documents on two events that stand beside each other in a corpus."""
    chance = random.Random(number)
    folder = CORPORA[number % len(CORPORA)]
    place = chance.randrange(len(events(folder)) - 1)
    paths = sorted({path for event in events(folder)[place : place + 2] for path in event})
    return sorted(chance.sample(paths, min(len(paths), MOST))), chance


class Desk:
    """A workspace into which documents come, on the desk of one who remembers what was read before."""

    def __init__(self, root):
        self.workspace = Workspace(root)
        self.workspace.seeds.mkdir(parents=True)
        self.workspace.incidents.mkdir(parents=True)
        self.paths = []
        self.threader = Threader(load_lexicon().threads)

    def receive(self, *paths):
        self.paths = sorted({*self.paths, *paths})
        for path in paths:
            shutil.copy(path, self.workspace.seeds)
        return self.build()

    def lose(self, path):
        self.paths.remove(path)
        (self.workspace.seeds / path.name).unlink()
        return self.build()

    def build(self):
        with held(self.workspace.content):
            news = harvest(self.paths)
            return bring_up_to_date(self.workspace, news, reader(), on=DAY, threader=self.threader)

    def records(self):
        incidents = [record.incident for record in read_records(self.workspace)[0]]
        files = {each.id: " ".join(sorted(source.file for source in each.documents)) for each in incidents}
        pages = {name: files[end] for name, end in resolve_ids(incidents).items()}
        return sorted(normal_form(each, pages) for each in incidents if each.status is None)


def normal_form(incident, pages):
    """A record as text, with what it names in place of ids, and lists of entries sorted."""
    record = as_data(incident)
    names = {each["id"]: each["file"] for each in record["documents"]}
    names |= {each["id"]: f"{each['name']} ({each['type']})" for each in record.get("actors", ())}
    names |= {each["id"]: f"{each['name']} ({each['level']})" for each in record.get("places", ())}
    names |= {each["id"]: f"{each['kind']} {each['quote']} {each.get('what')}" for each in record.get("claims", ())}

    def named(value, key):
        if isinstance(value, dict):
            return {name: named(each, name) for name, each in value.items() if name != "id"}
        if isinstance(value, list):
            return [named(each, key) for each in value]
        if key == "at":
            document, _, span = value.partition(":")
            return f"{names[document]} {span}"
        if key == "link":
            return pages[value] if value else value
        if key == "why":  # names the document by its number
            return re.sub(r"document d\d+", "document", value)
        return names.get(value, value) if key in REFERENCES else value

    lists = {name: sorted(json.dumps(named(each, name)) for each in record.get(name, ())) for name in LISTS}
    head = {name: named(value, name) for name, value in record.items() if name not in ("id", *LISTS)}
    return json.dumps({**lists, **head}, sort_keys=True, indent=1)


LISTS = ("documents", "actors", "places", "claims", "related")
REFERENCES = frozenset(
    (
        *("replaces", "by", "who", "in", "where", "perpetrators", "victims", "places"),
        *("claim", "claims", "part_of", "responds_to"),
    )
)


def assert_shuffles_agree(count):
    for number in range(count):
        paths, chance = some_documents(number)
        once = harvest(paths)
        chance.shuffle(paths)
        again = harvest(paths)
        lexicon = load_lexicon().threads
        words = [Threader(lexicon).thread(each.incidents, each.stories).incidents for each in (once, again)]
        assert sorted(words[0], key=repr) == sorted(words[1], key=repr), [path.name for path in paths]


def assert_arrival_agrees(number, tmp_path):
    paths, chance = some_documents(number)
    at_once, one_by_one = Desk(tmp_path / "once"), Desk(tmp_path / "one")
    at_once.receive(*paths)
    assert at_once.build().changed == ()
    chance.shuffle(paths)
    for path in paths:
        one_by_one.receive(path)
    assert one_by_one.build().changed == ()
    assert one_by_one.records() == at_once.records(), [path.name for path in paths]


def test_the_documents_in_any_order_make_the_same_words():
    assert_shuffles_agree(50)


@pytest.mark.slow
def test_the_documents_in_a_thousand_orders_make_the_same_words():
    assert_shuffles_agree(1000)


@pytest.mark.parametrize("number", range(2))
def test_documents_that_come_one_by_one_make_the_records_of_all_at_once(number, tmp_path):
    assert_arrival_agrees(number, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(2, 30))
def test_documents_that_come_one_by_one_in_many_orders_make_the_records_of_all_at_once(number, tmp_path):
    assert_arrival_agrees(number, tmp_path)


@pytest.mark.parametrize(
    "number", [4, pytest.param(5, marks=pytest.mark.slow), pytest.param(6, marks=pytest.mark.slow)]
)
def test_a_document_that_goes_leaves_the_records_as_if_it_had_never_come(number, tmp_path):
    paths, chance = some_documents(number)
    before, after = Desk(tmp_path / "before"), Desk(tmp_path / "after")
    gone = chance.choice([path for path in paths if path.name != paths[0].name])
    before.receive(*(path for path in paths if path != gone))
    after.receive(*paths)
    after.lose(gone)
    assert after.build().changed == ()
    kept = [each for each in after.records() if json.loads(each)["documents"] != [gone.name]]
    standing = [each for each in kept if f'"{gone.name}' not in each]
    assert standing == before.records()
