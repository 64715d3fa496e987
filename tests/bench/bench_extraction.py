"""Documents per second of extraction, by stage: ``python tests/bench/bench_extraction.py [BATCH.jsonl] [ROUNDS]``.

Without a batch file the seed and the golden documents are read. Printed is processor time, the least of the rounds:
what a busy machine adds is not the program's. Asserts nothing.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.assemble.incident import Manuscript, assemble_incidents
from generator.extract.stories import read_dateline, read_story
from generator.lexicon.lexicon import load_lexicon
from generator.model.document import Document
from generator.read.batch import read_line
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out
from generator.store.wire import as_data

ROOT = Path(__file__).parents[2]
STAGES = ("segment", "extract", "assemble", "dump")


def documents(batch: str | None) -> Iterator[Document]:
    if batch is not None:
        with Path(batch).open("rb") as lines:
            yield from (read_line(line, number).document for number, line in enumerate(lines, start=1))
        return
    for path in (*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/golden").glob("*/document.txt"))):
        yield read_document(path.read_bytes(), path.name).document


def one_round(stories: list[Document]) -> dict[str, float]:
    lexicon = load_lexicon()
    taken = dict.fromkeys(STAGES, 0.0)
    for document in stories:
        began = time.process_time()
        layout = lay_out(document)
        laid = time.process_time()
        readings, dateline = read_story(document, layout, lexicon), read_dateline(document, layout, lexicon)
        read = time.process_time()
        assemblies = assemble_incidents(Manuscript(document, layout, readings, dateline), lexicon)
        assembled = time.process_time()
        for assembly in assemblies:
            as_data(assembly.incident)
        done = time.process_time()
        for stage, seconds in zip(STAGES, (laid - began, read - laid, assembled - read, done - assembled), strict=True):
            taken[stage] += seconds
    return taken


def main() -> None:
    batch = sys.argv[1] if len(sys.argv) > 1 else None
    stories = list(documents(batch))
    began = time.process_time()
    load_lexicon()
    print(f"lexicon      {1000 * (time.process_time() - began):8.1f} ms")
    rounds = [one_round(stories) for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5)]
    for stage in STAGES:
        least = min(taken[stage] for taken in rounds)
        print(f"{stage:12s} {1000 * least / len(stories):8.3f} ms a document")
    whole = min(sum(taken.values()) for taken in rounds)
    print(f"all          {len(stories) / whole:8.0f} documents a second ({len(stories)} documents)")


if __name__ == "__main__":
    main()
