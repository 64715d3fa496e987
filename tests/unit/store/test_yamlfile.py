from contextlib import nullcontext

import pytest
import yaml

from generator.errors import InvalidRecord
from generator.model.incident import Position
from generator.store import yamlfile
from generator.store.yamlfile import load

HEADER = "# yaml-language-server: $schema=../incident.schema.json\n"


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of the YAML library, since not every platform has the fast one."""
    name: str = request.param
    if not hasattr(yaml, name):
        pytest.skip(f"the YAML library came without {name}")
    monkeypatch.setattr(yamlfile, "_ENGINE", getattr(yaml, name))
    return name


def refusal(text: str) -> InvalidRecord:
    with pytest.raises(InvalidRecord) as caught:
        load(text, "f.yml")
    assert "\n" not in str(caught.value)
    return caught.value


REFUSED = [
    pytest.param("a: 1\nb: {x: 1, x: 2}", "duplicate-key", (3, 11), id="duplicate key"),
    pytest.param("name: 1\nNAME: 2", "duplicate-key", (3, 1), id="duplicate key in capitals"),
    pytest.param('"caf\\u00e9": 1\n"cafe\\u0301": 2', "duplicate-key", (3, 1), id="duplicate key spelled otherwise"),
    pytest.param("a: &x 1", "anchor", (2, 4), id="anchor"),
    pytest.param("a: &x {b: 1}", "anchor", (2, 4), id="anchor of a mapping"),
    pytest.param("&x a: 1", "anchor", (2, 1), id="anchor of a key"),
    pytest.param("a: *x", "alias", (2, 4), id="alias"),
    pytest.param("*x : 1", "alias", (2, 1), id="alias as a key"),
    pytest.param("<<: {a: 1}", "merge-key", (2, 1), id="merge key"),
    pytest.param("a: !!str 1", "tag", (2, 4), id="tag"),
    pytest.param("a: ! b", "tag", (2, 4), id="bare tag"),
    pytest.param("a: !!python/object/apply:os.system [ls]", "tag", (2, 4), id="tag that runs code"),
    pytest.param("!!map {a: 1}", "tag", (2, 1), id="tag at the top"),
    pytest.param("a: 1\n---\nb: 2", "documents", (3, 1), id="two documents"),
    pytest.param("---\na: 1", "documents", (2, 1), id="document start"),
    pytest.param("a: 1\n...\n", "documents", (3, 1), id="document end"),
    pytest.param("%YAML 1.1\n---\na: 1", "documents", (2, 1), id="directive"),
    pytest.param("a: 1 # why", "comment", (2, 6), id="comment behind a value"),
    pytest.param("a: 1\n# why\nb: 2", "comment", (3, 1), id="comment between keys"),
    pytest.param("a: 1\n#", "comment", (3, 1), id="comment at the end"),
    pytest.param("a: [1, # why\n  2]", "comment", (2, 8), id="comment in a list"),
    pytest.param("a: # why\n  b: 1", "comment", (2, 4), id="comment behind a key"),
    pytest.param("a: | # why\n  text", "comment", (2, 6), id="comment behind a block mark"),
    pytest.param("a: |\n  # text\n# why\nb: 1", "comment", (4, 1), id="comment behind a block"),
    pytest.param('a: "x" # "', "comment", (2, 8), id="comment behind quotes"),
    pytest.param("a: b\n  # why\n", "comment", (3, 3), id="comment behind plain text"),
    pytest.param("a: 'é😀' # why", "comment", (2, 9), id="comment behind wide signs"),
    pytest.param("a:\t1", "tab", (2, 3), id="tab"),
    pytest.param('a: "x\ty"', "tab", (2, 6), id="tab in quotes"),
    pytest.param("a: \x00", "control-character", (2, 4), id="NUL"),
    pytest.param("a: \x1b[31m", "control-character", (2, 4), id="escape"),
    pytest.param("a: \x85b: 2", "control-character", (2, 4), id="next line"),
    pytest.param("a: \u2028b: 2", "control-character", (2, 4), id="line separator"),
    pytest.param("a: \ufeff", "control-character", (2, 4), id="byte order mark inside"),
    pytest.param("a: \ud800", "control-character", (2, 4), id="surrogate"),
    pytest.param("a: \U0001ffff", "control-character", (2, 4), id="noncharacter"),
    pytest.param("a: x\u202ey", "control-character", (2, 5), id="bidirectional override"),
    pytest.param("- a", "not-a-mapping", (2, 1), id="list at the top"),
    pytest.param("text", "not-a-mapping", (2, 1), id="text at the top"),
    pytest.param("", "not-a-mapping", (2, 1), id="nothing but a comment"),
    pytest.param("1: x", "key-not-text", (2, 1), id="number as a key"),
    pytest.param("true: x", "key-not-text", (2, 1), id="boolean as a key"),
    pytest.param("? [a]\n: 1", "key-not-text", (2, 3), id="list as a key"),
    pytest.param("a: " + "[" * 13 + "]" * 13, "too-deep", (2, 15), id="nesting"),
    pytest.param("a: " + "[" * 100_000, "too-deep", (2, 15), id="bottomless nesting"),
    pytest.param("a: b: c", "yaml", (2, 5), id="two colons"),
    pytest.param('a: "x', "yaml", (2, 6), id="open quote"),
    pytest.param("a: [1\nb: 2", "yaml", None, id="open bracket"),
    pytest.param('a: "\\uqqqq"', "yaml", None, id="broken escape"),
    pytest.param('a: "\\ud83d\\ude00"', None, None, id="halves of a pair as escapes"),
    pytest.param('a: "\\Uffffffff"', "yaml", None, id="escape beyond Unicode"),
]


@pytest.mark.parametrize(("text", "code", "place"), REFUSED)
def test_what_a_record_may_not_use_is_refused_where_it_stands(
    text: str, code: str | None, place: tuple[int, int] | None
) -> None:
    error = refusal(HEADER + text)
    assert error.file == "f.yml"
    assert code in (error.code, None)
    assert place in ((error.line, error.column), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: x#y", "x#y"),
        ('a: "x # y"', "x # y"),
        ("a: 'x # y'", "x # y"),
        ('a: "x\n  # y"', "x # y"),
        ("a: |\n  # x\n  y # z\n", "# x\ny # z\n"),
        ("a: https://example.org/#top", "https://example.org/#top"),
    ],
    ids=["plain", "double quotes", "single quotes", "quotes over lines", "block", "address"],
)
def test_a_number_sign_inside_text_is_no_comment(text: str, value: str) -> None:
    assert load(HEADER + text, "f")[0] == {"a": value}


def test_comment_lines_at_the_very_top_are_allowed() -> None:
    assert load("# one\n\n#two\n  # three\na: 1", "f")[0] == {"a": 1}


def test_words_that_versions_of_yaml_read_differently_stay_text() -> None:
    text = "a: NO\nb: on\nc: 12:30\nd: 0145\ne: 2026-01-31\nf: 1e3\ng: 0x10\nh: ~\ni: 12:30:45\nj: 0777"
    expected = ["NO", "on", "12:30", "0145", "2026-01-31", "1e3", "0x10", "~", "12:30:45", "0777"]
    assert list(load(text, "f")[0].values()) == expected


def test_every_value_has_its_place() -> None:
    _, positions = load("id: x\nactors:\n- {id: é, name: y}\nlist: [1, 2]\n", "f")
    assert positions == {
        (): Position(1, 1),
        ("id",): Position(1, 5),
        ("actors",): Position(3, 1),
        ("actors", 0): Position(3, 3),
        ("actors", 0, "id"): Position(3, 8),
        ("actors", 0, "name"): Position(3, 17),
        ("list",): Position(4, 7),
        ("list", 0): Position(4, 8),
        ("list", 1): Position(4, 11),
    }


BOMBS = {
    "commas": "a: [" + "," * 1000,
    "brackets and braces": "[{" * 50_000,
    "question marks": "? " * 100_000,
    "colons": "a: " + ":" * 100_000,
    "dashes": "- " * 100_000,
    "an open quote": 'a: "' + "x\n" * 100_000,
    "quotes": 'a: ["' + '", "' * 50_000,
    "number signs in a quote": 'a: "' + "# " * 100_000 + '"\nb: 1',
    "spaces and number signs": "a: b" + " #" * 100_000,
    "billion laughs": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "short keys": "{" + ", ".join(f"k{number}: 1" for number in range(20_000)) + "}",
    "blank lines": "\n" * 200_000 + "#",
}


HARMLESS = {BOMBS["number signs in a quote"]}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_hostile_text_is_settled_and_by_no_other_error(bomb: str) -> None:
    with pytest.raises(InvalidRecord) if bomb not in HARMLESS else nullcontext() as caught:
        load(bomb, "f")
    assert caught is None or len(str(caught.value)) < 400
