"""Hostile text is laid out without hanging: what grew with the square of the length would outlast the time limit.

``tests/bench/bench_growth.py`` prints how the time grows.
"""

import pytest

from generator.model.document import Document
from generator.model.span import Span
from generator.read.frontmatter import read_front_matter
from generator.read.normalise import fold
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out

HOSTILE = {
    "stops": ".",
    "stops apart": ". ",
    "dots of omission": "... ",
    "quotes": '"',
    "quotes apart": '" ',
    "opening quotes": ' "a',
    "curly quotes": "“a. ”b ",
    "single quotes": " 'A",
    "apostrophes": "A'b ",
    "brackets": "(",
    "closing brackets": ")",
    "brackets in turn": "(a. [b) ",
    "brackets never closed": "(A. ",
    "stops and closers": '.")]',
    "footnote marks": ".[1]",
    "capitals": "A",
    "capitals apart": "A ",
    "initials": "A. ",
    "letters with stops": "A.B.",
    "short forms": "U.S. ",
    "titles": "Gen. ",
    "dashes": "-",
    "dashes apart": "- ",
    "quotation and speaker": '"A!" A A A A ',
    "blanks": "a" + " " * 99,
    "blank lines": "\n",
    "windows blank lines": "\r\n",
    "one letter a line": "A\n",
    "headlines": "Winter storm toll reaches 90\n",
    "headlines apart": "Winter storm toll reaches 90\n\n",
    "headings": "Related:\n",
    "headings with headlines": "Related:\n\nFloods kill 61\n\n",
    "headings on their line": "Read more: Floods kill 61\n",
    "bullets": "- Floods kill 61\n",
    "bylines": "By Ada Obi\n",
    "a byline of commas": "By A" + "," * 100 + "\n",
    "credits": "(Reporting by Ada Obi)\n",
    "datelines": "GAO, March 4 (Wire) - ",
    "places": "GAO A.B-C'D/",
    "editor's notes": "(a)\n\n",
    "wrapped lines": "the army denied that it had been there at all and\n",
    "story without stops": "word ",
    "odd signs": "\u200b\ue001\u00a0—",
    "digits": "1. ",
    "addresses": "https://a.b/c.d?e=f. ",
}
FRONT_MATTER = {
    "brackets": "a: [" + "[" * 7_000,
    "braces": "a: " + "{a: " * 2_000,
    "question marks": "a: b\n" + "? " * 7_000,
    "anchors": "a: &b c\n" + "d: *b\n" * 1_000,
    "quotes": 'a: "' + '\\"' * 7_000,
    "fields": "".join(f"a{number}: b\n" for number in range(1_000)),
    "never closed": "a: b\n" * 30_000,
}
pytestmark = pytest.mark.timeout(60)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_holds_the_layout_up(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    body = Span(0, len(text))

    layout = lay_out(Document("x", text, fold(text), "", body))

    spans = [sentence.span for sentence in layout.sentences]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(body.covers(span) for span in spans)


@pytest.mark.parametrize("block", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_no_front_matter_holds_the_reader_up(block: str) -> None:
    text = f"---\n{block}\n---\nTwo died.\n"

    front = read_front_matter(text, "x.txt")

    assert front.body.of(text) == (text if block is FRONT_MATTER["never closed"] else "Two died.\n")


@pytest.mark.parametrize("sign", ["a", ".", "“", "\ue000", "\n"])
def test_the_largest_document_is_laid_out(sign: str) -> None:
    size = len(sign.encode())
    data = ("x" + sign * (4_999_999 // size)).encode()

    layout = lay_out(read_document(data, "x.txt").document)

    assert layout.story.start == 0


def test_private_signs_of_every_kind_are_folded_in_one_pass() -> None:
    signs = "".join(chr(code) for code in range(0xE000, 0xF900))

    folded = fold(signs * 100)

    assert folded == fold(signs) * 100
