"""A hostile document costs seconds, never minutes: time grows with its length and no faster.

Each document is one sentence without an end, repeated from something that the finders look for.
"""

import subprocess
import sys

import pytest

SIZE = 100_000
SECONDS = 10

UNITS = {
    "open quotations": 'He said "',
    "whole quotations": '"We said 12 people were killed," he said. ',
    "verbs with figures": "killed 12 ",
    "figures in a row": "12 people and ",
    "cues": "said ",
    "names": "Alpha Beta ",
    "offices": "minister of ",
    "possessives": "x's ",
    "places": "in Xa ",
    "days": "on Monday ",
    "commas": "A, ",
    "claims": "claimed responsibility for the attacks ",
    "denials": "denied it, accusing B of ",
    "brackets": "(" * 10,
    "letters": "a" * 10,
}

PROGRAM = """
import sys
from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.extraction import extract_document
from generator.read.plaintext import read_document
unit, size = sys.argv[1], int(sys.argv[2])
document = read_document((unit * (size // len(unit))).encode(), "story.txt").document
extract_document(document, load_lexicon())
"""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_one_endless_sentence_of_100_kilobytes_is_read_in_seconds(unit):
    subprocess.run([sys.executable, "-c", PROGRAM, unit, str(SIZE)], check=True, timeout=SECONDS)
