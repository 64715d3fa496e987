"""Record files of people who mean harm, or whose editor does: each is refused at its place, or read for what it says.

A row is a name, the file, and what it comes to: the code and place of the one refusal, or the data. Large files are
made when they are needed. ``tests/bench/bench_yaml.py`` measures the time and the memory that each of them takes.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
import yaml

from generator.errors import InvalidRecord
from generator.store import yamlfile
from generator.store.record import parse_record
from generator.store.recordtext import MAX_BYTES
from generator.store.yamlfile import MAX_NODES, load, read_text

File = bytes | str | Callable[[], bytes | str]
Refused = tuple[str, int, int]
Row = tuple[str, File, Refused | dict[str, object]]


def times(piece: str, count: int, *, before: str = "", after: str = "") -> Callable[[], str]:
    return lambda: before + piece * count + after


def filled(piece: str, *, before: str = "", after: str = "") -> Callable[[], str]:
    """A file of the largest size, made of one piece over and over."""
    return lambda: before + piece * ((MAX_BYTES - len((before + after).encode())) // len(piece.encode())) + after


def laughs(levels: int) -> str:
    return "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 'lol'}]\n" for n in range(levels))


def merges(levels: int) -> str:
    rows = "".join(f"k{n}: &k{n} {{<<: [*k{n - 1}, *k{n - 1}], a{n}: 1}}\n" for n in range(1, levels))
    return f"k0: &k0 {{a: 1}}\n{rows}"


def numbered(count: int) -> str:
    return "".join(f"k{number}: 1\n" for number in range(count))


TAGS: list[Row] = [
    (f"tag {tag}", f"a: 1\nb: {tag} {value}\n", ("tag", 2, 4))
    for tag, value in (
        ("!", "x"),
        ("!!str", "1"),
        ("!!int", '"1"'),
        ("!!float", "1"),
        ("!!bool", '"no"'),
        ("!!null", '""'),
        ("!!binary", "aGVsbG8="),
        ("!!timestamp", "2026-01-31"),
        ("!!set", "{a, b}"),
        ("!!omap", "[a: 1]"),
        ("!!pairs", "[a: 1]"),
        ("!!map", "{a: 1}"),
        ("!!seq", "[1]"),
        ("!!merge", "x"),
        ("!!value", "x"),
        ("!!yaml", "x"),
        ("!local", "x"),
        ("!include", "/etc/passwd"),
        ("!ENV", "${HOME}"),
        ("!vault", "|\n  6162"),
        ("!<tag:yaml.org,2002:str>", "x"),
        ("!!python/none", ""),
        ("!!python/str", "x"),
        ("!!python/tuple", "[1]"),
        ("!!python/name:os.system", ""),
        ("!!python/module:os", ""),
        ("!!python/object:os.PathLike", "{}"),
        ("!!python/object/new:os.system", "[id]"),
        ("!!python/object/apply:subprocess.check_output", "[[id]]"),
        ("!!js/function", "'function () {}'"),
        ("!ruby/object:Gem::Installer", "{i: x}"),
        ("!!javax.script.ScriptEngineManager", "[]"),
        ("!!com.sun.rowset.JdbcRowSetImpl", "{autoCommit: true}"),
    )
]

TAGS_ELSEWHERE: list[Row] = [
    ("tag of a key", "!!str a: 1\n", ("tag", 1, 1)),
    ("tag at the top", "!!map\na: 1\n", ("tag", 1, 1)),
    ("tag in a list", "a: [1, !!str 2]\n", ("tag", 1, 8)),
    ("tag of nothing", "a: !!str\n", ("tag", 1, 4)),
    ("tag and anchor", "a: !!str &x 1\n", ("anchor", 1, 4)),
    ("tag handle of nobody", "a: !e!x 1\n", ("yaml", 1, 4)),
    ("tag handle of nobody, a long one", f"a: !{'e' * 5_000}!x 1\n", ("yaml", 1, 4)),
]

ANCHORS: list[Row] = [
    ("anchor of a list", "a: &x [1]\n", ("anchor", 1, 4)),
    ("anchor that nobody uses", "a: &unused x\n", ("anchor", 1, 4)),
    ("anchor at the top", "&x\na: 1\n", ("anchor", 1, 1)),
    ("anchor of nothing", "a: &x\nb: 1\n", ("anchor", 1, 4)),
    ("anchor of a key", "&x a: 1\n", ("anchor", 1, 1)),
    ("alias of nobody", "a: *x\n", ("alias", 1, 4)),
    ("alias as a key", "*x : 1\n", ("alias", 1, 1)),
    ("alias in a list", "a: [*x]\n", ("alias", 1, 5)),
    ("alias of itself", "a: &x [*x]\n", ("anchor", 1, 4)),
    ("billion laughs", laughs(10), ("anchor", 1, 5)),
    ("billion laughs, aliases first", "".join(reversed(laughs(10).splitlines(True))), ("anchor", 1, 5)),
    ("quadratic blow-up", lambda: f"a: &a {'x' * 50_000}\nb: [{'*a, ' * 50_000}*a]\n", ("anchor", 1, 4)),
    ("merge bomb", merges(25), ("anchor", 1, 5)),
    ("merge key", "a: {x: 1}\n<<: {b: 1}\n", ("merge-key", 2, 1)),
    ("merge key within", "a: {<<: {b: 1}}\n", ("merge-key", 1, 5)),
    ("merge key with a list", "<<: [{a: 1}, {b: 1}]\n", ("merge-key", 1, 1)),
    ("two merge keys", "<<: {a: 1}\n<<: {b: 1}\n", ("merge-key", 1, 1)),
    ("merge key in quotes is a word", '"<<": x\n', {"<<": "x"}),
    ("alias sign inside a word", "a: b*c&d\n", {"a": "b*c&d"}),
]

KEYS: list[Row] = [
    ("key twice", "id: a\nid: b\n", ("duplicate-key", 2, 1)),
    ("key twice with the same value", "id: a\nid: a\n", ("duplicate-key", 2, 1)),
    ("key twice far apart", lambda: f"id: a\n{numbered(5_000)}id: b\n", ("duplicate-key", 5_002, 1)),
    ("key twice within", "a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11)),
    ("key twice in quotes", "id: a\n'id': b\n", ("duplicate-key", 2, 1)),
    ("key twice by an escape", 'id: a\n"\\x69d": b\n', ("duplicate-key", 2, 1)),
    ("key twice as a question", "id: a\n? id\n: b\n", ("duplicate-key", 2, 3)),
    ("key twice in capitals", "id: a\nID: b\n", ("duplicate-key", 2, 1)),
    ("key twice in some capitals", "killed: 1\nKilled: 2\n", ("duplicate-key", 2, 1)),
    ("key twice with a sharp s", "straße: 1\nSTRASSE: 2\n", ("duplicate-key", 2, 1)),
    ("key twice with a Kelvin sign", "killed: 1\n\u212ailled: 2\n", ("duplicate-key", 2, 1)),
    ("key twice with a long s", "said: 1\n\u017faid: 2\n", ("duplicate-key", 2, 1)),
    ("key twice, composed and not", "caf\u00e9: 1\ncafe\u0301: 2\n", ("duplicate-key", 2, 1)),
    ("key twice, marks in another order", "a\u0301\u0323: 1\na\u0323\u0301: 2\n", ("duplicate-key", 2, 1)),
    ("key twice in full width", "id: 1\n\uff49\uff44: 2\n", ("duplicate-key", 2, 1)),
    ("key twice with a ligature", "file: 1\n\ufb01le: 2\n", ("duplicate-key", 2, 1)),
    ("key twice in bold letters", "id: 1\n\U0001d422\U0001d41d: 2\n", ("duplicate-key", 2, 1)),
    ("key twice with a no-break space", 'a b: 1\n"a\u00a0b": 2\n', ("duplicate-key", 2, 1)),
    ("number as a key", "1: x\n", ("key-not-text", 1, 1)),
    ("decimal as a key", "1.5: x\n", ("key-not-text", 1, 1)),
    ("true as a key", "true: x\n", ("key-not-text", 1, 1)),
    ("null as a key", "null: x\n", ("key-not-text", 1, 1)),
    ("nothing as a key", ": x\n", ("yaml", 1, 1)),
    ("list as a key", "[a]: x\n", ("key-not-text", 1, 1)),
    ("mapping as a key", "{a: 1}: x\n", ("key-not-text", 1, 1)),
    ("block as a key", "? - a\n: x\n", ("key-not-text", 1, 3)),
    ("key of a thousand signs", lambda: f"{'k' * 1000}: x\n", {"k" * 1000: "x"}),
    ("key too long for a line", lambda: f"{'k' * 2000}: x\n", ("not-a-mapping", 1, 1)),
    ("key as large as a file", filled("k", before="? ", after="\n: x"), {"k" * (MAX_BYTES - 6): "x"}),
    ("key as large as a file, folded", filled("\ufb03", before="? ", after="\n: x"), {"\ufb03" * 333_331: "x"}),
    ("more keys than a person reads", lambda: numbered(MAX_NODES), ("too-large", MAX_NODES // 2 - 1, 8)),
    ("many keys", lambda: numbered(5_000), {f"k{number}": 1 for number in range(5_000)}),
    ("on, off, yes and no as keys", "on: 1\noff: 2\nyes: 3\nno: 4\n", {"on": 1, "off": 2, "yes": 3, "no": 4}),
    ("a value's key is a word", "=: x\n", {"=": "x"}),
]

ENCODINGS: list[Row] = [
    ("half a letter", b"a: caf\xc3\n", ("not-utf8", 1, 7)),
    ("Latin-1", "a: 1\nb: café\n".encode("latin-1"), ("not-utf8", 2, 7)),
    ("over-long NUL", b"a: \xc0\x80\n", ("not-utf8", 1, 4)),
    ("over-long slash", b"a: \xe0\x80\xaf\n", ("not-utf8", 1, 4)),
    ("half of a pair as bytes", b"a: \xed\xa0\x80\n", ("not-utf8", 1, 4)),
    ("beyond Unicode", b"a: \xf5\x80\x80\x80\n", ("not-utf8", 1, 4)),
    ("a byte that is none", b"a: \xff\n", ("not-utf8", 1, 4)),
    ("bad byte behind a mark", b"\xef\xbb\xbfa: \xff\n", ("not-utf8", 1, 4)),
    ("bad byte at the very end", b"a: 1\n\xe2\x82", ("not-utf8", 2, 1)),
    ("UTF-16 with a mark", "a: 1\n".encode("utf-16"), ("not-utf8", 1, 1)),
    ("UTF-16 without", "a: 1\n".encode("utf-16-le"), ("control-character", 1, 2)),
    ("UTF-16, great end first", "a: 1\n".encode("utf-16-be"), ("control-character", 1, 1)),
    ("UTF-32 with a mark", "a: 1\n".encode("utf-32"), ("not-utf8", 1, 1)),
    ("UTF-7 is plain text", b"a: +ADw-\n", {"a": "+ADw-"}),
    ("a byte order mark", b"\xef\xbb\xbfa: 1\n", {"a": 1}),
    ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", ("control-character", 1, 1)),
    ("byte order mark inside", "a: 1\n\ufeffb: 2\n", ("control-character", 2, 1)),
    ("Windows line ends", b"a: 1\r\nb: x\r\n", {"a": 1, "b": "x"}),
    ("old Mac line ends", b"a: 1\rb: 2\r", ("control-character", 1, 5)),
    ("a lone carriage return", b"a: 1\r\nb: x\ry\r\n", ("control-character", 2, 5)),
    ("nothing at all", b"", ("not-a-mapping", 1, 1)),
    ("only a mark", b"\xef\xbb\xbf", ("not-a-mapping", 1, 1)),
    ("only blanks", b"  \n \n", ("not-a-mapping", 3, 1)),
    ("an image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ("not-utf8", 1, 1)),
    ("an archive", b"PK\x03\x04\x14\x00\x08", ("control-character", 1, 3)),
]

SIGNS: list[Row] = [
    (f"raw U+{ord(sign):04X}", f"a: 1\nb: x{sign}y\n", ("tab" if sign == "\t" else "control-character", 2, 5))
    for sign in (
        *("\x00", "\x01", "\x07", "\x08", "\t", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9b", "\x9f"),
        *("\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
        *("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"),
    )
]

ESCAPES: list[Row] = [
    ("high half as an escape", 'a: "\\ud83d"\n', ("yaml", 1, 7)),
    ("low half as an escape", 'a: "x\\udc00"\n', ("yaml", 1, 8)),
    ("half in a key", '"\\ud800": 1\n', ("yaml", 1, 4)),
    ("half with eight digits", 'a: "\\U0000dfff"\n', ("yaml", 1, 7)),
    ("escape beyond Unicode", 'a: "\\U00110000"\n', ("yaml", 1, 7)),
    ("largest escape", 'a: "\\Uffffffff"\n', ("yaml", 1, 7)),
    ("escape of nobody", 'a: "\\q"\n', ("yaml", 1, 5)),
    ("escape cut short", 'a: "\\x1"\n', ("yaml", 1, 7)),
    ("escape at the end", 'a: "\\', ("yaml", 1, 5)),
    ("line end behind an escape", 'a: "x\\\n  y"\n', {"a": "xy"}),
    ("letter as an escape", 'a: "\\x41\\u00e9\\U0001f600"\n', {"a": "Aé😀"}),
    ("path of Windows in single quotes", "a: 'C:\\new'\n", {"a": "C:\\new"}),
]

SCALARS: list[Row] = [
    (f"{text[:30]} is text", f"a: {text}\nb: [{text}]\n", {"a": text, "b": [text]})
    for text in (
        *("NO", "No", "no", "y", "Y", "n", "yes", "YES", "on", "On", "OFF", "True", "TRUE", "False", "Null", "NULL"),
        *("~", "=", "12:30", "12:30:45", "190:20:30.15", "-1:30", "01234", "0777", "0o17", "0x1F", "0b11", "00", "-0"),
        *("+1", "1_000", "1e3", "1E+3", "1.5e-3", "6.02e23", ".5", "5.", "-.5", "0.", "01.5", "1.2.3", "+.inf"),
        *(".inf", "-.Inf", ".INF", ".nan", ".NaN", "inf", "nan", "NaN", "Infinity", "2026-01-31", "2026-02-30"),
        *("2026-13-01", "0000-00-00", "2026-01-31T10:00:00Z", "2026-01-31 10:00:00", "31.01.2026", "1.2e", "0x"),
        *("9" * 19, "9" * 5_000, "-" + "9" * 5_000, "1." + "0" * 5_000, "0." + "1" * 400, "0.1" + "0" * 400 + "1"),
        *("12345678901234567.8", "0.1000000000000000055511151231257827", "1234567890123456789", "½", "١٢", "１２"),
    )
]

VALUES: list[Row] = [
    ("whole numbers", "a: [0, 7, -7, 999999999999999999]\n", {"a": [0, 7, -7, 999_999_999_999_999_999]}),
    ("decimals", "a: [0.5, -30.25, 1.10, -0.0]\n", {"a": [0.5, -30.25, 1.1, -0.0]}),
    ("the constants", "a: [true, false, null, '']\nb:\n", {"a": [True, False, None, ""], "b": None}),
    ("numbers in quotes", "a: ['145', \"0\", 'true', 'null']\n", {"a": ["145", "0", "true", "null"]}),
    ("number as a block", "a: |-\n  145\n", {"a": "145"}),
    ("number over two lines", "a: 14\n  5\n", {"a": "14 5"}),
]

NESTING: list[Row] = [
    ("lists in lists", times("[", 12, before="a: ", after="]" * 12), ("too-deep", 1, 15)),
    ("bottomless lists", times("[", 200_000, before="a: "), ("too-deep", 1, 15)),
    ("bottomless mappings", times("{a: ", 200_000), ("too-deep", 1, 49)),
    ("bottomless pairs", times("[{a: ", 100_000, before="a: "), ("too-deep", 1, 30)),
    ("bottomless dashes", times("- ", 200_000, before="a:\n"), ("too-deep", 2, 23)),
    ("bottomless indents", lambda: "".join(f"{' ' * n}a:\n" for n in range(1_000)), ("too-deep", 13, 13)),
    ("bottomless questions", times("? ", 200_000), ("key-not-text", 1, 3)),
    (
        "as deep as it may be",
        times("[", 11, before="a: ", after="1" + "]" * 11),
        {"a": [[[[[[[[[[[1]]]]]]]]]]]},
    ),
    ("brackets that close nothing", times("]", 100_000, before="a: ["), ("yaml", 1, 6)),
]

LAYOUT: list[Row] = [
    ("list at the top", "- a\n- b\n", ("not-a-mapping", 1, 1)),
    ("word at the top", "hello\n", ("not-a-mapping", 1, 1)),
    ("open list", "a: [1, 2\nb: 3\n", ("yaml", 2, 2)),
    ("open mapping", "a: {b: 1\n", ("yaml", 2, 1)),
    ("open double quote", 'a: "x\nb: 1\n', ("yaml", 3, 1)),
    ("open single quote", "a: 'x\nb: 1\n", ("yaml", 3, 1)),
    ("text behind a quote", 'a: "x" y\n', ("yaml", 1, 8)),
    ("two colons", "a: b: c\n", ("yaml", 1, 5)),
    ("wrong bracket", "a: [1}\n", ("yaml", 1, 6)),
    ("comma without a value", "a: [1,,2]\n", ("yaml", 1, 7)),
    ("indent that fits nothing", "a:\n    b: 1\n  c: 2\n", ("yaml", 3, 3)),
    ("key without a colon", "a: 1\nb\nc: 2\n", ("yaml", 3, 1)),
    ("dash without a blank", "a:\n- 1\n-2\n", ("yaml", 4, 1)),
    ("mark that begins no word", "a: @x\n", ("yaml", 1, 4)),
    ("backquote", "a: `x`\n", ("yaml", 1, 4)),
    ("percent", "a: %x\n", ("yaml", 1, 4)),
    ("block head with a wrong number", "a: |0\n  x\n", ("yaml", 1, 5)),
    ("block head with a word", "a: |x\n  y\n", ("yaml", 1, 5)),
    ("block with an indent of its own", "a: |2-\n   x\n", {"a": " x"}),
    ("block that keeps its ends", "a: |+\n  x\n\nb: 1\n", {"a": "x\n\n", "b": 1}),
    ("folded block", "a: >\n  x\n  y\n\n  z\n", {"a": "x y\nz\n"}),
    ("plain text over lines", "a: x\n  y\n\n  z\n", {"a": "x y\nz"}),
    ("list that is not indented", "a:\n- 1\n- 2\nb: 1\n", {"a": [1, 2], "b": 1}),
    ("trailing comma", "a: [1, 2,]\n", {"a": [1, 2]}),
    ("pair in a list", "a: [b: 1]\n", {"a": [{"b": 1}]}),
    ("keys without values", "a: {b, c}\n", {"a": {"b": None, "c": None}}),
    ("colon without a blank", "a: {b:1}\n", {"a": {"b:1": None}}),
    ("JSON", '{"a":1,"b":[true,null,"x"]}', {"a": 1, "b": [True, None, "x"]}),
    ("flow over lines", "a: [\n1,\n2\n]\n", {"a": [1, 2]}),
    ("quotes in single quotes", "a: 'it''s'\n", {"a": "it's"}),
    ("template braces", "a: {{ 7*7 }}\n", ("key-not-text", 1, 5)),
    ("markup is text", "a: <script>alert(1)</script>\n", {"a": "<script>alert(1)</script>"}),
    ("colon inside a word", "a: b:c\n", {"a": "b:c"}),
]

STREAMS: list[Row] = [
    ("two documents", "a: 1\n---\nb: 2\n", ("documents", 2, 1)),
    ("document marker at the top", "---\na: 1\n", ("documents", 1, 1)),
    ("document marker behind the header", "# x\n---\na: 1\n", ("documents", 2, 1)),
    ("document end", "a: 1\n...\n", ("documents", 2, 1)),
    ("second document behind an end", "a: 1\n...\nb: 2\n", ("documents", 2, 1)),
    ("empty second document", "a: 1\n---\n", ("documents", 2, 1)),
    ("a thousand documents", times("---\na: 1\n", 1_000), ("documents", 1, 1)),
    ("version directive", "%YAML 1.1\n---\na: 1\n", ("documents", 1, 1)),
    ("directive of another version", "%YAML 2.0\n---\na: 1\n", ("yaml", 1, 1)),
    ("two version directives", "%YAML 1.1\n%YAML 1.1\n---\na: 1\n", ("yaml", 2, 1)),
    ("tag directive", "%TAG !e! tag:example.org,2026:\n---\na: !e!x 1\n", ("documents", 1, 1)),
    ("directive of nobody", "%FOO bar\n---\na: 1\n", ("yaml", 1, 5)),
    ("directive without a document", "%YAML 1.1\na: 1\n", ("yaml", 2, 1)),
]

CONFLICTS: list[Row] = [
    ("conflict", "id: a\n<<<<<<< HEAD\nn: 1\n=======\nn: 2\n>>>>>>> main\n", ("conflict", 2, 1)),
    ("conflict with the base", "<<<<<<< a\nn: 1\n||||||| b\nn: 0\n=======\nn: 2\n>>>>>>> c\n", ("conflict", 1, 1)),
    ("conflict, upper half removed", "n: 1\n=======\nn: 2\n>>>>>>> main\n", ("conflict", 2, 1)),
    ("conflict, last mark forgotten", "n: 1\n>>>>>>> main", ("conflict", 2, 1)),
    ("conflict with Windows line ends", "a: 1\r\n<<<<<<< HEAD\r\n", ("conflict", 2, 1)),
    ("conflict within a block", "a: |\n  x\n<<<<<<< HEAD\n  y\n", ("conflict", 3, 1)),
    ("indented marks are text", "a: |\n  =======\n  >>>>>>> x\n", {"a": "=======\n>>>>>>> x\n"}),
]

COMMENTS: list[Row] = [
    ("header", "# one\n\n  # two\na: 1\n", {"a": 1}),
    ("comment below", "a: 1\n# why\nb: 2\n", ("comment", 2, 1)),
    ("comment behind a value", "a: 1 # why\n", ("comment", 1, 6)),
    ("comment behind a bracket", "a: [1] # why\n", ("comment", 1, 8)),
    ("comment inside brackets", "a: [1, # why\n2]\n", ("comment", 1, 8)),
    ("comment behind a key", "a: # why\n  b: 1\n", ("comment", 1, 4)),
    ("comment behind a block mark", "a: | # why\n  x\n", ("comment", 1, 6)),
    ("comment behind a block", "a: |\n  x\n# why\n", ("comment", 3, 1)),
    ("comment at the end", "a: 1\n#", ("comment", 2, 1)),
    ("comment behind wide signs", 'a: "é😀" # why\n', ("comment", 1, 9)),
    ("comments without end", times("\n#", 400_000, before="a: 1"), ("comment", 2, 1)),
    ("number signs are text", "a: x#y\nb: '# z'\n", {"a": "x#y", "b": "# z"}),
    ("header as large as a file", filled("# x\n", after="a: 1"), {"a": 1}),
    ("header on one long line", filled("x", before="#", after="\na: 1"), {"a": 1}),
]

TABS: list[Row] = [
    ("tab as an indent", "a:\n\tb: 1\n", ("tab", 2, 1)),
    ("tab behind a colon", "a:\t1\n", ("tab", 1, 3)),
    ("tab behind a dash", "a:\n-\t1\n", ("tab", 2, 2)),
    ("tab at a line's end", "a: 1\t\n", ("tab", 1, 5)),
    ("tab in quotes", 'a: "x\ty"\n', ("tab", 1, 6)),
    ("tab as an escape", 'a: "x\\ty"\n', {"a": "x\ty"}),
]

SIZES: list[Row] = [
    ("ten megabytes", times("a" * 99 + "\n", 100_000), ("too-large", 10_001, 1)),
    ("ten megabytes on one line", times("a", 10_000_000, before="a: "), ("too-large", 1, MAX_BYTES + 1)),
    ("ten megabytes of rubbish", lambda: b"\xff\x00" * 5_000_000, ("too-large", 1, MAX_BYTES + 1)),
    ("ten megabytes of lists", times("- a\n", 2_500_000, before="a:\n"), ("too-large", 250_001, 2)),
    ("as many bytes as there may be", filled("x", before="a: ", after="é"), {"a": "x" * (MAX_BYTES - 5) + "é"}),
    ("one long line", filled("x", before="a: "), {"a": "x" * (MAX_BYTES - 3)}),
    ("one long quote", filled("x y", before='a: "', after='"'), {"a": "x y" * ((MAX_BYTES - 5) // 3)}),
    ("one long quote of lines", filled("x\n ", before='a: "', after='"'), {"a": ("x " * 333_331)}),
    ("one long quote of escapes", filled("\\u0041", before='a: "', after='"'), {"a": "A" * 166_665}),
    ("one long quote of number signs", filled("# ", before='a: "', after='"'), {"a": "# " * 499_997}),
    ("one long block", filled("  x\n", before="a: |\n"), {"a": "x\n" * 249_998}),
    ("one long address", filled("/x", before="a: https://example.org"), {"a": "https://example.org" + "/x" * 499_989}),
    ("blank lines", filled("\n", after="a: 1"), {"a": 1}),
    ("blank lines behind", filled("\n", before="a: 1"), {"a": 1}),
    ("blanks", filled(" ", before="a:", after="1"), {"a": 1}),
    ("a list of ones", times("1,", 15_000, before="a: [", after="1]"), {"a": [1] * 15_001}),
    ("a list without end", filled("1,", before="a: [", after="1]"), ("too-large", 1, 2 * MAX_NODES - 5)),
    ("empty mappings without end", filled("{},", before="a: [", after="1]"), ("too-large", 1, MAX_NODES * 3 // 2 - 3)),
    ("quotes without end", filled('", "', before='a: ["', after='"]'), ("too-large", 1, 4 * MAX_NODES - 15)),
    ("lines without end", filled("- - 1\n", before="a:\n"), ("too-large", MAX_NODES // 3 + 1, 1)),
    ("colons", filled(":", before="a: "), ("yaml", 1, MAX_BYTES)),
    ("dashes", filled("-", before="a: "), {"a": "-" * (MAX_BYTES - 3)}),
    ("exclamation marks", filled("!", before="a: "), ("tag", 1, 4)),
    ("ampersands", filled("&", before="a: "), ("yaml", 1, 5)),
    ("a tag as long as a file", filled("x", before="a: !"), ("tag", 1, 4)),
    ("an anchor as long as a file", filled("x", before="a: &"), ("anchor", 1, 4)),
    ("an alias as long as a file", filled("x", before="a: *"), ("alias", 1, 4)),
    ("percent escapes in a tag", filled("%41", before="a: !"), ("tag", 1, 4)),
    ("hidden digits", filled("9", before="a: "), {"a": "9" * (MAX_BYTES - 3)}),
    ("a byte more", lambda: "a: é" + "x" * (MAX_BYTES - 4), ("too-large", 1, MAX_BYTES)),
    (
        "decimals that no machine holds",
        times("0.12345678901234567891,", 15_000, before="a: [", after="1]"),
        {"a": ["0.12345678901234567891"] * 15_000 + [1]},
    ),
    ("words of two", filled("a b ", before="a: "), {"a": ("a b " * 249_999).strip()}),
    ("wide signs", filled("😀", before='a: "', after='"'), {"a": "😀" * 249_998}),
]

DOCUMENTS: list[Row] = [
    *TAGS,
    *TAGS_ELSEWHERE,
    *ANCHORS,
    *KEYS,
    *ENCODINGS,
    *SIGNS,
    *ESCAPES,
    *SCALARS,
    *VALUES,
    *NESTING,
    *LAYOUT,
    *STREAMS,
    *CONFLICTS,
    *COMMENTS,
    *TABS,
    *SIZES,
]


def bytes_of(file: File) -> bytes:
    made = file() if callable(file) else file
    return made.encode() if isinstance(made, str) else made


def same(one: object, other: object) -> bool:
    """Equal, with the same types all the way down."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def settled(raw: bytes) -> Refused | dict[str, object]:
    """What a file comes to."""
    try:
        return load(read_text(raw, "f.yml"), "f.yml")[0]
    except InvalidRecord as error:
        told = str(error)
        place = error.code, error.line or 0, error.column or 0
    check_message(told, *place)
    return place


def check_message(told: str, code: str, line: int, column: int) -> None:
    """A refusal is one short line that begins with file, line and column."""
    assert told.startswith(f"f.yml:{line}:{column}: {code}: expected ")
    assert told.isprintable()
    assert len(told) < 400


@pytest.mark.timeout(30)
@pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="the YAML library came without its fast engine")
@pytest.mark.parametrize(("file", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in DOCUMENTS])
def test_a_hostile_file_is_refused_at_its_place_or_read_for_what_it_says(file: File, outcome: object) -> None:
    assert same(settled(bytes_of(file)), outcome)


@pytest.mark.parametrize(
    ("file", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in DOCUMENTS if not callable(row[1])]
)
def test_the_engine_without_a_compiler_settles_it_alike(
    file: File, outcome: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both see the same faults; where one of syntax lies, they tell a few signs apart and in other words."""
    monkeypatch.setattr(yamlfile, "_ENGINE", yaml.BaseLoader)
    found = settled(bytes_of(file))
    if isinstance(outcome, tuple) and outcome[0] == "yaml":
        assert found[0] in ("yaml", "control-character", "documents", "key-not-text")  # type: ignore[index]
    else:
        assert same(found, outcome)


RECORDS = [
    ("a record of another schema", "incident/1", "incident/2", "incident/1"),
    ("a schema that is a number", "schema: incident/1", "schema: 1", "incident/1"),
    (
        "an id that leads out of the folder",
        "id: balochistan-attacks-b1512c5f",
        "id: ../../etc/passwd",
        "an id of small",
    ),
    ("an id with a control sign", "id: bugti,", 'id: "bug\\u0000ti",', "an id of small"),
    ("an id that looks like another", "id: bugti,", "id: bug\u0442i,", "an id of small"),
    ("an id twice", "id: pk-military,", "id: bugti,", "each id once"),
    ("the document's own voice as an actor", "id: bugti,", "id: document,", "an actor's id"),
    ("a day that is none", "basis: weekdays", "start: 2026-02-30, basis: weekdays", "a date such as"),
    ("a month that is none", "basis: weekdays", "start: 2026-13, basis: weekdays", "a date such as"),
    ("a day as a time", "basis: weekdays", "start: 2026-01-31T00:00:00Z, basis: weekdays", "a date such as"),
    ("a leap day of a common year", "basis: weekdays", 'start: "2025-02-29", basis: weekdays', "a date such as"),
    ("a day in other digits", "basis: weekdays", 'start: "２０２６-01-31", basis: weekdays', "a date such as"),
    ("a text field that is a year", "role: chief minister of Balochistan", "role: 2026", "text"),
    ("a name with an override", "name: Sarfaraz Bugti", 'name: "Sarfaraz \\u202eitguB"', "without the sign U+202E"),
    ("a name with an isolate", "name: Sarfaraz Bugti", 'name: "x\\u2067y"', "without the sign U+2067"),
    ("a name with a NUL", "name: Sarfaraz Bugti", 'name: "x\\0y"', "without the sign U+0000"),
    ("a name with a terminal escape", "name: Sarfaraz Bugti", 'name: "x\\e[31my"', "without the sign U+001B"),
    ("a name with a noncharacter", "name: Sarfaraz Bugti", 'name: "x\\uFFFEy"', "without the sign U+FFFE"),
    ("a name with a next line", "name: Sarfaraz Bugti", 'name: "x\\Ny"', "without the sign U+0085"),
    ("a name of two lines", "name: Sarfaraz Bugti", 'name: "x\\ny"', "one line of text"),
    ("a name with a line separator", "name: Sarfaraz Bugti", 'name: "x\\Ly"', "one line of text"),
    ("a name of blanks", "name: Sarfaraz Bugti", 'name: "  "', "some text"),
    ("a name of nothing", "name: Sarfaraz Bugti", "name: ", "text"),
    ("a name that is a list", "name: Sarfaraz Bugti", "name: [Sarfaraz]", "text"),
    ("a name that is no", "name: Sarfaraz Bugti", "name: false", "text"),
    ("a figure in words", "killed: 145,", "killed: many,", "a whole number"),
    ("a figure in quotes", "killed: 145,", 'killed: "145",', "a whole number"),
    ("a figure with an underscore", "killed: 145,", "killed: 1_45,", "a whole number"),
    ("a figure of base eight", "killed: 145,", "killed: 0145,", "a whole number"),
    ("a figure with a point", "killed: 145,", "killed: 145.0,", "a whole number"),
    ("a figure below nothing", "killed: 145,", "killed: -1,", "at least 0"),
    ("a figure beyond mankind", "killed: 145,", "killed: 999999999999999999,", "less than 1000000000000"),
    ("a figure of 5,000 digits", "killed: 145,", f"killed: {'9' * 5_000},", "a whole number"),
    ("a figure that is no number", "killed: 145,", "killed: .nan,", "a whole number"),
    ("a figure that is true", "killed: 145,", "killed: true,", "a whole number"),
    ("two figures in one", "killed: 145,", "killed: 145, injured: 2,", "exactly one outcome"),
    ("a field of nobody", "killed: 145,", "killed: 145, __class__: x,", "a field of the schema"),
    ("a field with an unseen sign", "killed: 145,", 'killed: 145, "who\\u200b": x,', "a field of the schema"),
    ("a latitude beyond the pole", "country: PK,", "lat: 91.0, lon: 1.0, gazetteer: x:1,", "at most 90"),
    ("a latitude without end", "country: PK,", "lat: .inf, lon: 1.0, gazetteer: x:1,", "a number"),
    (
        "a latitude of too many digits",
        "country: PK,",
        "lat: 30.123456789012345678, lon: 1.0, gazetteer: x:1,",
        "a number",
    ),
    ("a country that YAML 1.1 denies", "country: PK,", "country: false,", "text"),
    ("a digest in capitals", "sha256: b1512c5f912f", "sha256: B1512C5F912F", "64 hexadecimal digits"),
    (
        "a digest that is a number",
        "sha256: b1512c5f912f903c0de4fbac97ad337524700af7d3a1b0319b50fa3fdadc45cb",
        "sha256: 1",
        "text",
    ),
    ("a file outside", "file: 000_a32e27e422697ddd.txt", "file: ../secret.txt", "a file name below seeds/"),
    ("a file from the root", "file: 000_a32e27e422697ddd.txt", "file: /etc/passwd", "a file name below seeds/"),
    ("an address that runs", "  absent: [", "  url: javascript:alert(1)\n  absent: [", "an http or https address"),
    (
        "an address with a password",
        "  absent: [",
        "  url: https://a:b@example.org/\n  absent: [",
        "an http or https address",
    ),
    (
        "an address with a control",
        "  absent: [",
        '  url: "https://example.org/\\x0d\\x0ax"\n  absent: [',
        "an http or https",
    ),
    ("a range backwards", 'story: "0-2406"', 'story: "2406-0"', "a range such as"),
    ("a range of base sixty", 'story: "0-2406"', "story: 0:40:06", "a range such as"),
    ("a place of no document", "at: d1:612-661}", "at: x1:612-661}", "a place such as"),
    ("a place without end", "at: d1:612-661}", f"at: d1:612-{'9' * 50}}}", "a place such as"),
    ("a place in other digits", "at: d1:612-661}", "at: d1:٦١٢-661}", "a place such as"),
    (
        "a list that is a mapping",
        "absent: [title, byline, published, publisher, dateline, url]",
        "absent: {a: 1}",
        "a list",
    ),
    (
        "fields without end",
        "killed: 145,",
        f"killed: 145, {', '.join(f'u{n}: 1' for n in range(7_000))},",
        "a field of",
    ),
    ("ids without end", "perpetrators: [bla]", f"perpetrators: [{'X, ' * 15_000}X]", "an id of small"),
    ("claims without fields", "- id: attack-bla", "- {}\n" * 4_500 + "- id: attack-bla", "the field `id`"),
    ("words of a list, misspelt", "type: official", f"type: {'officail' * 10_000}", "one of person"),
    ("an address as long as a file", "  absent: [", f"  url: https://{'a' * 900_000}\n  absent: [", "an http or https"),
    ("types without end", "types: [armed-attack, security-operation]", f"types: [{'fire, ' * 900}fire]", "at most 3"),
]


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*row[1:], id=row[0]) for row in RECORDS])
def test_a_hostile_value_of_a_record_is_refused_on_its_line(
    example_text: str, old: str, new: str, expected: str
) -> None:
    assert old in example_text
    hostile = example_text.replace(old, new, 1)
    line = example_text[: example_text.index(old)].count("\n") + 1
    with pytest.raises(InvalidRecord) as caught:
        parse_record(hostile, "f.yml")
    error = caught.value
    assert expected in error.expected
    assert error.line == line
    check_message(str(error), "schema", line, error.column or 0)


BOUND = 0.1
"""Seconds of the processor that a hostile file may take."""


def quickest(settle: Callable[[], object]) -> float:
    """Seconds of the processor of the first of five tries that stays within the bound, else of the quickest."""
    taken = []
    for _ in range(5):
        began = time.process_time()
        with suppress(InvalidRecord):
            settle()
        taken.append(time.process_time() - began)
        if taken[-1] <= BOUND:
            break
    return min(taken)


@pytest.mark.slow
def test_no_hostile_file_takes_more_than_a_tenth_of_a_second(example_text: str) -> None:
    files = {name: partial(settled, bytes_of(file)) for name, file, _ in DOCUMENTS}
    files |= {name: partial(parse_record, example_text.replace(old, new, 1), "f.yml") for name, old, new, _ in RECORDS}
    assert len(files) > 150
    assert {name: seconds for name, settle in files.items() if (seconds := quickest(settle)) > BOUND} == {}
