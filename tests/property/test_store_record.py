"""The law of the record: noun, plain data and file say the same, and the schema lets in nothing else."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.errors import InvalidRecord
from generator.model.claim import (
    Claim,
    Damage,
    Event,
    Party,
    Review,
    Said,
    Scope,
    Supersession,
    Toll,
    When,
    Whereabouts,
)
from generator.model.incident import (
    Actor,
    Dates,
    Incident,
    Place,
    Proposal,
    RelatedHeadline,
    SourceDocument,
    Status,
    SummarySentence,
    Title,
    Tombstone,
)
from generator.model.partialdate import PartialDate
from generator.model.signs import UNSTORABLE
from generator.model.span import Citation, Span
from generator.model.vocabulary import (
    ABSENT_FIELDS,
    ActorType,
    Bound,
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
from generator.store.history import find_changes, history_text, read_changes
from generator.store.jsonschema import json_schema
from generator.store.record import parse_record, record_of
from generator.store.schema import examine, read_incident
from generator.store.wire import as_data
from generator.store.yamlfile import load

unhurried = settings(deadline=None)

EXAMPLE = Path(__file__).parents[1] / "unit" / "store" / "balochistan-attacks.yml"
VALIDATOR = Draft202012Validator(json_schema())

WORDS = [
    "145",
    "no",
    "a: b",
    "a #b",
    "12:30",
    "Gaza, say",
    "[x]",
    '"We"',
    "null",
    "2026-01-31",
    "é",
    "بلوچستان",
    "{{x}}",
]
LINE_ENDS = "\n\r\t\u2028\u2029"


def people_text(*, lines: bool) -> st.SearchStrategy[str]:
    signs = st.characters(exclude_categories=["Cs", "Cc"])
    free = st.text(st.one_of(signs, st.sampled_from(LINE_ENDS)) if lines else signs, min_size=1, max_size=12)
    clean = free.map(lambda text: UNSTORABLE.sub("x", text) if lines else one_line(text))
    return st.one_of(st.sampled_from(WORDS), clean.map(lambda text: text if text.strip() else "x"))


def one_line(text: str) -> str:
    return "".join("x" if sign in LINE_ENDS else sign for sign in UNSTORABLE.sub("x", text))


line, prose = people_text(lines=False), people_text(lines=True)
slug = st.sampled_from(["a", "b", "no", "145", "null", "on", "bla-2", "0x1f", "12e3"])
day = st.one_of(
    st.builds(PartialDate, st.integers(1, 9999)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(PartialDate.of),
)
cited = st.builds(
    lambda start, length: Citation("d1", Span(start, start + length)), st.integers(0, 99_999), st.integers(1, 9_999)
)
span = cited.map(lambda citation: citation.span)
count = st.integers(0, 10**9)


def some(inner: st.SearchStrategy[Any], smallest: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(inner, min_size=smallest, max_size=2).map(tuple)


def maybe(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), inner)


def keyed(noun: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(noun, max_size=3, unique_by=lambda each: each.id).map(tuple)


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    number = draw(maybe(count))
    vague = draw(line) if number is None else draw(maybe(line))
    if number is not None and draw(st.booleans()):
        return {"count": number, "upper": number + draw(count), "bound": Bound.RANGE, "vague": vague}
    bounds = st.sampled_from([bound for bound in Bound if bound is not Bound.RANGE])
    return {"count": number, "bound": draw(maybe(bounds)), "vague": vague}


@st.composite
def tolls(draw: st.DrawFn) -> Toll:
    category = draw(st.sampled_from(Category))
    outcome = draw(st.sampled_from(Outcome))
    return Toll(outcome, who=draw(maybe(line)), category=category, by=draw(maybe(line)), **draw(figures()))


damages = st.builds(lambda of, figure: Damage(of, **figure), line, figures())
events = st.builds(
    Event, st.sampled_from(EventType), maybe(st.sampled_from(Stage)), some(slug), some(line), some(slug), some(line)
)
parties = st.builds(Party, some(slug, 1), maybe(line), maybe(line))
whereabouts = st.builds(Whereabouts, some(slug), maybe(st.booleans()))
WHATS = {
    ClaimKind.EVENT: maybe(events),
    ClaimKind.TOLL: tolls(),
    ClaimKind.LOCATION: maybe(whereabouts),
    ClaimKind.DAMAGE: maybe(damages),
    ClaimKind.BACKGROUND: st.one_of(st.none(), events, tolls(), damages),
}
PARTY_KINDS = ("responsibility", "accusation", "denial", "condemnation", "warning", "demand")

saids = st.builds(
    Said,
    by=st.one_of(slug, st.just("document")),
    day=maybe(line),
    when=maybe(day),
    via=maybe(line),
    cue=maybe(line),
    form=maybe(st.sampled_from(Form)),
    inferred=some(st.sampled_from(["by", "day"])),
    ambiguous=some(st.sampled_from(["by", "day"])),
    at=maybe(cited),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(ClaimKind))
    return Claim(
        id=draw(slug),
        kind=kind,
        what=draw(WHATS.get(kind, maybe(parties) if kind.value in PARTY_KINDS else st.none())),
        scope=draw(maybe(st.builds(Scope, prose, cited))),
        when=draw(maybe(st.builds(When, prose, maybe(day), maybe(day)))),
        where=draw(some(slug)),
        said=draw(saids),
        quote=draw(prose),
        at=draw(cited),
        supersedes=draw(maybe(st.builds(Supersession, slug, prose, cited))),
        part_of=draw(maybe(slug)),
        responds_to=draw(maybe(slug)),
        review=draw(maybe(st.builds(Review, st.sampled_from(ReviewState), line, maybe(st.just("0123abcd"))))),
        grade=draw(maybe(st.just("B2"))),
        note=draw(maybe(prose)),
    )


@st.composite
def places(draw: st.DrawFn) -> Place:
    located = draw(st.booleans())
    return Place(
        id=draw(slug),
        name=draw(line),
        level=draw(st.sampled_from(PlaceLevel)),
        at=draw(cited),
        within=draw(maybe(slug)),
        country=draw(maybe(st.sampled_from(["PK", "NO", "ON"]))),
        lat=draw(st.floats(-90, 90)) if located else None,
        lon=draw(st.floats(-180, 180)) if located else None,
        gazetteer="geonames:1167528" if located else None,
    )


documents = st.builds(
    SourceDocument,
    id=st.sampled_from(["d1", "d2", "d30"]),
    file=st.sampled_from(["a.txt", "b/c d.txt", "0145", "no", "#x.txt"]),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    chars=count,
    story=span,
    related=maybe(span),
    title=maybe(line),
    published=maybe(day),
    publisher=maybe(line),
    url=maybe(st.just("https://example.org/a?b=c#d")),
    language=maybe(st.sampled_from(["en", "no", "pt-BR"])),
    encoding=maybe(st.just("cp1252")),
    absent=some(st.sampled_from(ABSENT_FIELDS)),
    replaces=maybe(st.just("d1")),
)
anything = st.recursive(
    st.one_of(line, st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9)),
    lambda inner: st.one_of(some(inner), st.dictionaries(st.sampled_from(["a", "no", "b_2"]), inner, max_size=2)),
    max_leaves=4,
)
incidents = st.builds(
    Incident,
    id=slug,
    title=st.builds(Title, line, st.sampled_from(Origin)),
    types=st.lists(st.sampled_from(EventType), min_size=1, max_size=3, unique=True).map(tuple),
    dates=st.builds(Dates, maybe(day), maybe(line), maybe(day), maybe(day), some(line)),
    documents=st.lists(documents, min_size=1, max_size=2, unique_by=lambda each: each.id).map(tuple),
    aliases=some(slug),
    status=st.one_of(
        st.none(),
        st.builds(Status, withdrawn=line, by=maybe(line), since=maybe(day)),
        st.builds(Status, merged_into=slug),
    ),
    summary=some(st.builds(SummarySentence, line, some(slug))),
    actors=keyed(st.builds(Actor, slug, line, st.sampled_from(ActorType), cited, maybe(line), some(line))),
    places=keyed(places()),
    claims=keyed(claims()),
    related=some(st.builds(RelatedHeadline, line, cited, maybe(slug), st.sampled_from(Relation), maybe(line))),
    rejected=some(st.builds(Tombstone, slug, line, maybe(line), maybe(line))),
    proposals=some(st.builds(Proposal, line, anything, anything, maybe(line))),
    note=maybe(prose),
)


@unhurried
@given(incidents)
def test_noun_data_and_file_say_the_same(incident: Incident) -> None:
    data = as_data(incident)
    assert read_incident(data, {}, "f") == incident
    assert read_incident(json.loads(json.dumps(data)), {}, "f") == incident
    text = record_of(incident)
    assert load(text, "f")[0] == data
    assert parse_record(text, "f").incident == incident
    assert record_of(parse_record(text, "f").incident) == text


@unhurried
@given(incidents)
def test_an_editor_is_not_warned_of_a_sound_record(incident: Incident) -> None:
    assert list(VALIDATOR.iter_errors(as_data(incident))) == []


@unhurried
@given(incidents, incidents)
def test_changes_tell_what_differs_and_read_back(old: Incident, new: Incident) -> None:
    assert find_changes(old, old, on="2026-11-22") == ()
    changes = find_changes(old, new, on="2026-11-22")
    assert all(change.old != change.new for change in changes)
    assert read_changes(history_text(changes), "f") == (changes, ())


values = st.recursive(
    st.one_of(st.sampled_from([*WORDS, "", " ", "d1:0-5", "\x00", "\u202e", "a\nb", "document", "killed", "fire"]))
    | st.none()
    | st.booleans()
    | st.integers(-3, 10**13)
    | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["id", "killed", "upper", "who", "of", "type", "bound", "x"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def paths(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: list[Any] = []
    if isinstance(data, dict):
        steps = list(data)
    elif isinstance(data, list):
        steps = list(range(len(data)))
    return [path, *(each for step in steps for each in paths(data[step], (*path, step)))]  # type: ignore[index]


@pytest.fixture(scope="module")
def example_data() -> dict[str, Any]:
    return load(EXAMPLE.read_text(encoding="utf-8"), "f")[0]


@unhurried
@given(draw=st.data())
def test_a_record_with_anything_anywhere_is_read_or_refused(example_data: dict[str, Any], draw: st.DataObject) -> None:
    data = copy.deepcopy(example_data)
    path = draw.draw(st.sampled_from(paths(data)[1:]), label="path")
    parent: Any = data
    for step in path[:-1]:
        parent = parent[step]
    change = draw.draw(st.sampled_from(["replace", "add", "drop"]))
    if change == "replace":
        parent[path[-1]] = draw.draw(values)
    elif change == "drop":
        del parent[path[-1]]
    elif isinstance(parent, dict):
        parent[draw.draw(st.sampled_from(["note", "what", "url", "lat", "upper", "grade", "x"]))] = draw.draw(values)
    result = examine(data, {}, "f")
    if isinstance(result, Incident):
        assert read_incident(as_data(result), {}, "f") == result
        assert list(VALIDATOR.iter_errors(data)) == [], "an editor would be warned of what is read"
    else:
        assert all(isinstance(each, InvalidRecord) and str(each).isprintable() for each in result)
        assert result
