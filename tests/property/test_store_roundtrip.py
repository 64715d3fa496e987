"""What a record says survives the file, here and in other programs that read YAML, for any words in it.

The records are made by a seeded generator that takes every field of the schema and every awkward word in turn, many
times faster than a search for a smallest case could. A failure names the number that makes its record again.
"""

import random
from collections.abc import Callable
from typing import Any

import pytest
import yaml
import yaml12

from generator.model.vocabulary import (
    ABSENT_FIELDS,
    ActorType,
    Category,
    ClaimKind,
    EventType,
    Form,
    Origin,
    Outcome,
    PlaceLevel,
    Relation,
    ReviewState,
    Stage,
)
from generator.store.emitter import emit
from generator.store.record import parse_record, record_of
from generator.store.yamlfile import load

SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

AWKWARD = (
    *("no", "NO", "on", "off", "y", "N", "Yes", "true", "False", "null", "NULL", "~", "=", "<<", "12:30", "12:30:45"),
    *("190:20:30", "0145", "0777", "0o17", "0x1F", "0b1", "1e3", "1_000", ".5", "5.", "+1", "-0", ".inf", "-.INF"),
    *(".NaN", "145", "-3", "30.25", "2026-01-31", "2026-02-30", "2026-01-31 10:00:00Z", "-", "- a", "? a", ": a"),
    *("a: b", "a:", "a #b", "#", "&a", "*a", "!a", "!!str a", "|", ">", "%YAML 1.2", "@a", "`a", "{a}", "[a]", "a, b"),
    *(
        "{{ 7*7 }}",
        '"',
        "'",
        "it's",
        "''",
        "\\",
        "\\n",
        "\\x41",
        "---",
        "...",
        "--- a",
        "<<<<<<< HEAD",
        "=======",
        "a\u00a0b",
    ),
    *(
        "e\u0301",
        "ﬁ",
        "بلوچستان",
        "😀👍🏽",
        "a\u200db",
        "a\u00adb",
        "“We reject it”",
        "x" * 300,
        "a:[b",
        "a:?b",
        "http://a.b/?c=d#e",
    ),
)
UNSEEN = (
    "\x00",
    "\x07",
    "\t",
    "\n",
    "\r\n",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\U0001fffe",
)
LETTERS = "ab01 :#-,?[]{}\"'\\.+_eE~&*!|>%@`<=éя中"


class Maker:
    """Makes values of a record from one number.

    Args:
        number: the seed.
        wild: whether text may hold what no record may, so that the file itself is tried and not the schema.
    """

    def __init__(self, number: int, *, wild: bool = False) -> None:
        self.chance = random.Random(number)
        self._wild = wild

    def one(self, *choices: Any) -> Any:
        return self.chance.choice(choices)

    def some(self, make: Callable[[], Any], least: int = 0, most: int = 3) -> list[Any]:
        return [make() for _ in range(self.chance.randint(least, most))]

    def text(self) -> str:
        word = "".join(self.chance.choices(LETTERS, k=self.chance.randint(1, 12)))
        found: str = self.one(self.one(*AWKWARD), f"{self.one(*AWKWARD)} {self.one(*AWKWARD)}", word)
        if self._wild and self.chance.random() < 0.2:
            found = f"{found}{self.one(*UNSEEN)}{self.one('', found)}"
        return found if found.strip() or self._wild else "x"

    def slug(self) -> str:
        return self.one("", "n", "145", "no", "x-") + "".join(self.chance.choices("abc01-", k=5)).strip("-") + "z"

    def words(self) -> list[str]:
        return self.some(self.text, 1)

    def slugs(self) -> list[str]:
        return self.some(self.slug, 1)

    def day(self) -> str:
        return self.one("2026", "2026-01", "2026-01-31", "0999-12-31", "2024-02-29")

    def cited(self) -> str:
        start = self.one(0, 7, self.chance.randrange(10**8))
        return f"d{self.one(1, 2, 30)}:{start}-{start + self.chance.randint(1, 999)}"

    def count(self) -> int:
        return self.one(0, 1, 145, self.chance.randrange(10**12))

    def maybe(self, fields: dict[str, Any], **makers: Callable[[], Any]) -> dict[str, Any]:
        """A mapping with some more fields, each made only where it is taken."""
        return fields | {name.rstrip("_"): make() for name, make in makers.items() if self.chance.random() < 0.4}

    def figure(self, outcome: str) -> dict[str, Any]:
        lowest = self.count() // 2
        forms = ({outcome: lowest}, {outcome: lowest, "upper": lowest + 1, "bound": "range"})
        return self.one(*forms, {outcome: None, "vague": self.text()}, {outcome: lowest, "bound": "at-least"})

    def toll(self) -> dict[str, Any]:
        more = {"who": self.text, "category": lambda: self.one(*CATEGORIES).value, "by": self.text}
        return self.maybe(self.figure(self.one(*Outcome).value), **more)

    def event(self) -> dict[str, Any]:
        lists = {"perpetrators": self.slugs, "targets": self.words, "victims": self.slugs, "weapons": self.words}
        return self.maybe({"type": self.one(*EventType).value}, stage=lambda: self.one(*Stage).value, **lists)

    def party(self) -> dict[str, Any]:
        who = {"who": self.one(self.slug(), [self.slug(), self.slug()])}
        return self.maybe(who, operation=self.text, gloss=self.text)

    def what(self, kind: str) -> dict[str, Any]:
        made: dict[str, Callable[[], dict[str, Any]]] = {
            "event": self.event,
            "toll": self.toll,
            "location": lambda: self.maybe({"places": self.slugs()}, complete=lambda: self.one(True, False)),
            "damage": lambda: {"of": self.text()} | self.one({"vague": self.text()}, {"count": self.count()}),
            "background": self.one(self.event, self.toll),
        }
        make = made.get(kind, self.party if kind in PARTIES else None)
        return {"what": make()} if make else {}

    def said(self) -> dict[str, Any]:
        unsure = lambda: [self.one("by", "day", "when", "via", "cue", "form")]  # noqa: E731
        more = {"via": self.text, "cue": self.text, "form": lambda: self.one(*Form).value, "inferred": unsure}
        said = {"by": self.slug(), "day": self.one(None, self.text())}
        return self.maybe(said, when=self.day, **more, ambiguous=unsure, at=self.cited)

    def claim(self) -> dict[str, Any]:
        kind = self.one(*ClaimKind).value
        claim = {"id": self.slug(), "kind": kind} | self.what(kind)
        claim = self.maybe(claim, scope=lambda: {"text": self.text(), "at": self.cited()})
        claim = self.maybe(claim, when=lambda: self.maybe({"text": self.text()}, start=self.day, end=self.day))
        claim = self.maybe(claim, where=self.slugs)
        claim |= {"said": self.said(), "quote": self.text(), "at": self.cited()}
        review = {"state": self.one(*ReviewState).value, "by": self.text()}
        replaces = {"claim": self.slug(), "basis": self.text(), "at": self.cited()}
        links = {"supersedes": lambda: replaces, "part_of": self.slug, "responds_to": self.slug}
        return self.maybe(claim, **links, review=lambda: review, grade=lambda: "B2", note=self.text)

    def document(self) -> dict[str, Any]:
        sha = "".join(self.chance.choices("0123456789", k=64))
        document = {"id": self.slug(), "file": self.one("a.txt", "no", "0145", "#x", "b/c d.txt"), "sha256": sha}
        document |= {"id": f"d{self.one(1, 2, 30)}", "chars": self.count(), "story": "0-2406"}
        more = {"title": self.text, "published": self.day, "publisher": self.text, "url": lambda: "https://a.b/?c#d"}
        more |= {"language": lambda: self.one("no", "en", "pt-BR"), "absent": lambda: [self.one(*ABSENT_FIELDS)]}
        return self.maybe(document, related=lambda: "2408-2702", **more)

    def actor(self) -> dict[str, Any]:
        actor = {"id": self.slug(), "name": self.text(), "type": self.one(*ActorType).value}
        return self.maybe(actor, role=self.text, aka=self.words) | {"at": self.cited()}

    def place(self) -> dict[str, Any]:
        place = {"id": self.slug(), "name": self.text(), "level": self.one(*PlaceLevel).value}
        place = self.maybe(place, in_=self.slug, country=lambda: self.one("NO", "PK"))
        if self.chance.random() < 0.5:
            place |= {
                "lat": self.chance.uniform(-90, 90),
                "lon": self.one(-0.0, 30.0, 1e-7, self.chance.uniform(-1, 1)),
            }
            place |= {"gazetteer": "geonames:1167528"}
        return place | {"at": self.cited()}

    def headline(self) -> dict[str, Any]:
        headline = {"text": self.text(), "at": self.cited(), "link": self.one(None, self.slug())}
        return self.maybe(headline | {"relation": self.one(*Relation).value}, why=self.text)

    def anything(self, depth: int = 3) -> Any:
        scalar = self.one(
            None, True, False, 0, -7, 10**17, 0.1, -0.0, 1e22, self.chance.uniform(-1e6, 1e6), self.text()
        )
        if not depth or self.chance.random() < 0.5:
            return scalar
        if self.chance.random() < 0.5:
            return self.some(lambda: self.anything(depth - 1))
        return {self.one("a", "no", "b_2", "x-1"): self.anything(depth - 1) for _ in range(2)}

    def proposal(self) -> dict[str, Any]:
        return self.maybe({"at": self.text(), "ours": self.anything(), "theirs": self.anything()}, why=self.text)

    def rejected(self) -> dict[str, Any]:
        return self.maybe({"id": self.text(), "list": "claims"}, why=self.text, by=self.text)

    def record(self) -> dict[str, Any]:
        """A record as plain data, fields in canonical order."""
        title = {"text": self.text(), "origin": self.one(*Origin).value}
        record = self.maybe({"schema": "incident/1", "id": self.slug()}, aliases=self.slugs)
        record |= {"title": title, "types": [self.one(*EventType).value]}
        days = {"start": self.day, "end": self.day, "days": self.words, "basis": self.text}
        record = self.maybe(record, status=lambda: self.maybe({"withdrawn": self.text()}, by=self.text, since=self.day))
        record["dates"] = self.maybe({"anchor": self.one(None, self.day())}, **days)
        sentence = lambda: {"text": self.text(), "claims": self.some(self.slug)}  # noqa: E731
        record = self.maybe(record, summary=lambda: self.some(sentence, 1))
        record["documents"] = keyed(self.some(self.document, 1))
        keys = {"actors": self.actor, "places": self.place, "claims": self.claim}
        record |= {name: keyed(self.some(make, 1)) for name, make in keys.items()}
        lists = {"related": self.headline, "rejected": self.rejected, "proposals": self.proposal}
        record = self.maybe(record, **{name: lambda make=make: self.some(make, 1) for name, make in lists.items()})
        return self.maybe(record, note=self.text)


CATEGORIES = tuple(each for each in Category if each is not Category.UNSPECIFIED)
PARTIES = ("responsibility", "accusation", "denial", "condemnation", "warning", "demand")


def keyed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({item["id"]: item for item in items}.values())


def same(one: object, other: object) -> bool:
    """Equal, with the same types all the way down."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def check_round_trip(number: int) -> None:
    """One record through every reader; each fourth one is wild."""
    wild = number % 4 == 3
    data = Maker(number, wild=wild).record()
    text = emit(data)
    assert same(load(text, "f")[0], data)
    assert emit(load(text, "f")[0]) == text
    assert same(yaml.load(text, Loader=SAFE_LOADER), data)
    assert same(yaml12.parse_yaml(text), data)
    if not wild:
        assert record_of(parse_record(text, "f").incident) == text


def test_a_thousand_records_read_the_same_everywhere() -> None:
    for number in range(1_000):
        check_round_trip(number)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("part", range(10))
def test_a_hundred_thousand_records_read_the_same_everywhere(part: int) -> None:
    for number in range(10_000 * part, 10_000 * (part + 1)):
        check_round_trip(number)
