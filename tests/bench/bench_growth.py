"""How time grows with the length of hostile text: ``python tests/bench/bench_growth.py [SIGNS]``.

Each pattern is read whole by extraction at a quarter of SIGNS (100,000) and at SIGNS; printed are both times and their
ratio, 4 being linear. Asserts nothing.
"""

import gc
import sys
import time

from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.pipeline.extraction import extract_document
from generator.read.plaintext import read_document

PATTERNS = (
    *("1", "1 ", "12 killed ", "one hundred and ", "between 1 and ", "12 dead, 13 dead and "),
    *('"', '" ', "“a” ", "(", ")", "[A] ", "A", "A ", "AB CD ", "Al Bd, ", "the A of the ", " ", "a\n", "a, "),
    *("he said, ", "said A, ", "according to the ", "on Friday ", "in A of B ", "minister A ", "not ", "police "),
)


def seconds(text: str, lexicon: Lexicon) -> float:
    """The better of two runs."""
    document = read_document(text.encode(), "x.txt").document
    taken = []
    for _ in range(2):
        gc.collect()
        began = time.process_time()
        extract_document(document, lexicon)
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    lexicon = load_lexicon()
    print(f"{'pattern':24s} {size // 4:>9,d} {size:>9,d}  ratio")
    for piece in PATTERNS:
        short, long = (seconds((piece * size)[:length] + " x.", lexicon) for length in (size // 4, size))
        print(f"{piece!r:24s} {short:8.2f}s {long:8.2f}s {long / short:6.1f}", flush=True)


if __name__ == "__main__":
    main()
