import pytest

from generator.errors import InvalidRecord
from generator.store.record import parse_or_faults, parse_record
from generator.store.schema import MAX_VIOLATIONS, read_incident
from generator.store.yamlfile import load

ACTOR = "name: Sarfaraz Bugti"
TOLL = "killed: 145"
COUNTRY = "country: PK"
PARTY = "{who: bla, operation: Herof, gloss: black storm}"
SPEAKER = "{by: bla, day: null}"
CHARS = "chars: 2702"
TYPES = "types: [armed-attack, security-operation]"
DATES = "dates: {anchor: null"

BROKEN = [
    pytest.param("  note: other", "  nota: ¦other", "did you mean `note`?", id="unknown field"),
    pytest.param("kind: toll", "kind: ¦tol", "did you mean toll?", id="unknown kind"),
    pytest.param("kind: toll\n  what: ", "kind: statement\n  what: ¦", "remove it", id="figure in a statement"),
    pytest.param(
        "kind: toll\n  what: {", "kind: location\n  what: ¦{", "the field `places`", id="figure in a location"
    ),
    pytest.param(TOLL, 'killed: ¦"145"', "a whole number", id="count as text"),
    pytest.param(TOLL, "killed: ¦145.0", "a whole number", id="count with a fraction"),
    pytest.param(TOLL, "killed: ¦true", "a whole number", id="count as a boolean"),
    pytest.param(TOLL, "killed: ¦-1", "at least 0", id="count below zero"),
    pytest.param(TOLL, "killed: ¦null", "`vague`", id="no count and no word for it"),
    pytest.param(TOLL, "killed: 145, injured: ¦2", "exactly one outcome", id="two outcomes"),
    pytest.param("{killed: 145, ", "¦{", "exactly one outcome", id="no outcome"),
    pytest.param(TOLL, "killed: 145, upper: ¦150", "bound: range", id="upper without a range"),
    pytest.param(TOLL, "killed: 145, upper: ¦15, bound: range", "not below", id="upper below the count"),
    pytest.param(TOLL, "killed: 145, bound: ¦range", "`upper`", id="range without upper"),
    pytest.param("at: d1:612-661", "at: ¦d1:661-612", "d1:698-757", id="range that runs backwards"),
    pytest.param("at: d1:612-661", "at: ¦612-661", "d1:698-757", id="place without a document"),
    pytest.param('story: "0-2406"', "story: ¦2406", "double quotes", id="range as a number"),
    pytest.param(COUNTRY, "country: ¦Pakistan", "PK", id="country by name"),
    pytest.param(COUNTRY, "country: PK, lat: ¦30, lon: 67", "gazetteer", id="coordinates without a source"),
    pytest.param(COUNTRY, "country: PK, lat: ¦30, gazetteer: g:1", "both", id="half a coordinate"),
    pytest.param(COUNTRY, "lat: ¦91, lon: 67, gazetteer: g:1", "at most 90", id="beyond the pole"),
    pytest.param(ACTOR, "name: ¦145", "double quotes", id="name as a number"),
    pytest.param(ACTOR, "name: ¦null", "leave the field out", id="name as null"),
    pytest.param(ACTOR, 'name: ¦"  "', "some text", id="blank name"),
    pytest.param(ACTOR, 'name: ¦"a\\nb"', "one line", id="two lines"),
    pytest.param(ACTOR, 'name: ¦"a\\u2028b"', "one line", id="line separator"),
    pytest.param(ACTOR, 'name: ¦"a\\u0000b"', "U+0000", id="NUL by escape"),
    pytest.param(ACTOR, 'name: ¦"a\\u202eb"', "U+202E", id="bidirectional override by escape"),
    pytest.param(ACTOR, 'name: ¦"a\\ufffeb"', "U+FFFE", id="noncharacter by escape"),
    pytest.param(
        "quote: The military had said 92 militants were killed on Saturday.", 'quote: ¦"\\u0007"', "U+0007", id="bell"
    ),
    pytest.param("- id: bla-responsibility", "- id: ¦attack-bla", "again", id="repeated claim"),
    pytest.param("id: gwadar", "id: ¦quetta", "again", id="repeated place"),
    pytest.param("{id: bugti", "{id: ¦document", "own voice", id="actor called document"),
    pytest.param("schema: incident/1", "schema: ¦incident/2", "incident/1", id="other version"),
    pytest.param("id: balochistan-attacks-b1512c5f", "id: ¦../../etc", "small letters", id="id that leads out"),
    pytest.param(TYPES, "types: ¦[]", "at least 1", id="no type"),
    pytest.param(TYPES, "types: ¦[fire, riot, crime, other]", "at most 3", id="four types"),
    pytest.param(TYPES, "types: [fire, ¦fire]", "again", id="type twice"),
    pytest.param(TYPES, "types: ¦fire", "a list", id="type outside a list"),
    pytest.param(TYPES, "types: [¦fyre]", "did you mean fire?", id="unknown type"),
    pytest.param(DATES, "dates: {anchor: ¦2026-02-30", "a date", id="no such day"),
    pytest.param(DATES, "dates: {anchor: ¦2026-13", "a date", id="no such month"),
    pytest.param(DATES, "dates: {anchor: ¦31 January", "a date", id="day in words"),
    pytest.param(CHARS, "chars: 2702\n  url: ¦https://u:p@example.org/", "http", id="address with a user"),
    pytest.param(CHARS, "chars: 2702\n  url: ¦javascript:alert(1)", "http", id="address that runs"),
    pytest.param(CHARS, "chars: 2702\n  url: ¦https://example.org:99999/", "http", id="no such port"),
    pytest.param(CHARS, "chars: 2702\n  url: ¦https:///path", "http", id="address without a host"),
    pytest.param(CHARS, 'chars: 2702\n  url: ¦"https://example.org/a b"', "http", id="address with a space"),
    pytest.param("file: 000", "file: ¦../000", "below seeds/", id="file above its folder"),
    pytest.param("file: 000", "file: ¦/000", "below seeds/", id="file from the root"),
    pytest.param("b1512c5f912f", "¦B1512C5F912F", "64 hexadecimal", id="digest in capitals"),
    pytest.param(PARTY, "{who: ¦3}", "actor id", id="party as a number"),
    pytest.param(PARTY, "{who: ¦[]}", "actor id", id="no party"),
    pytest.param(PARTY, "¦[a]", "a mapping", id="list in place of fields"),
    pytest.param(PARTY, "¦{}", "at least 1", id="no fields"),
    pytest.param(SPEAKER, "¦bla", "a mapping", id="speaker without fields"),
    pytest.param(SPEAKER, "{by: bla, inferred: [¦who]}", "by, day", id="unknown inferred field"),
    pytest.param("level: province", "level: ¦[a]", "one of", id="list in place of a word"),
    pytest.param(DATES, "status: ¦{withdrawn: a, merged_into: b}\ndates: {anchor: null", "either", id="two states"),
    pytest.param("responds_to: m", "grade: ¦G7\n  responds_to: m", "A1 to F6", id="no such grade"),
    pytest.param("responds_to: m", "review: {state: ¦ok, by: me}\n  responds_to: m", "accepted", id="no such state"),
    pytest.param(
        "responds_to: m", "review: {state: accepted, by: me, seal: ¦x}\n  responds_to: m", "8 hex", id="no seal"
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_violation_is_told_where_it_stands(example_text: str, old: str, new: str, said: str) -> None:
    """The bar in the new text marks the place, and is no part of it."""
    assert old in example_text
    marked = example_text.replace(old, new, 1)
    before = marked[: marked.index("¦")].split("\n")
    with pytest.raises(InvalidRecord) as caught:
        parse_record(marked.replace("¦", ""), "f.yml")
    error = caught.value
    assert (error.file, error.line, error.column) == ("f.yml", len(before), len(before[-1]) + 1)
    assert said in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("field", ["schema", "id", "title", "types", "dates", "documents"])
def test_a_missing_field_is_named_at_the_place_of_its_parent(example_text: str, field: str) -> None:
    data, positions = load(example_text, "f")
    del data[field]
    with pytest.raises(InvalidRecord, match=f"f:2:1: .*the field `{field}`"):
        read_incident(data, positions, "f")


def test_a_toll_without_a_figure_is_refused_at_its_claim(example_text: str) -> None:
    text = example_text.replace("  what: {killed: 92, who: militants, category: militants}\n", "")
    line = text[: text.index("killed-militants-pk-military\n  kind")].count("\n") + 1
    with pytest.raises(InvalidRecord, match=f"f:{line}:3: .*the field `what` of a toll"):
        parse_record(text, "f")


def test_every_violation_of_a_file_is_told_in_order(example_text: str) -> None:
    text = example_text.replace(TOLL, 'killed: "145"').replace(PARTY, "{whom: bla}")
    text = text.replace(ACTOR, "name: 1").replace(TYPES, "types: []")
    faults = parse_or_faults(text, "f")
    assert isinstance(faults, tuple)
    assert [fault.found for fault in faults] == ["0", "the number 1", '"145"', 'the unknown field "whom"']


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TOLL, "killed: null, vague: dozens"),
        (TOLL, "killed: 145, upper: 150, bound: range"),
        (TOLL, "killed: 0"),
        (DATES, 'dates: {anchor: "2026"'),
        (DATES, "dates: {anchor: 2026-01, start: null"),
        (PARTY, "{who: [bla, india]}"),
        (SPEAKER, "{by: bla}"),
        (COUNTRY, "country: PK, lat: 30, lon: 67.5, gazetteer: geonames:1167528"),
        (CHARS, f"{CHARS}\n  url: https://пример.example/путь?q=1#x"),
        ("quote: The military had", 'quote: "The military\\r\\nhad'),
    ],
    ids=["vague", "range", "zero", "year", "month", "two parties", "no day", "coordinates", "address", "two lines"],
)
def test_what_the_contract_allows_is_read(example_text: str, old: str, new: str) -> None:
    text = example_text.replace(old, new, 1)
    if "\\r" in new:
        text = text.replace("killed on Saturday.\n", 'killed on Saturday."\n')
    assert parse_record(text, "f").incident.claims


def test_a_hostile_file_of_many_violations_is_answered(example_text: str) -> None:
    flood = ", ".join(f"unknown-{number}: 1" for number in range(7_000))
    text = example_text.replace(PARTY, "{" + flood + "}")
    faults = parse_or_faults(text, "f")
    assert isinstance(faults, tuple)
    assert len(faults) == MAX_VIOLATIONS
