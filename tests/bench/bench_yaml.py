"""What each hostile record file costs: ``python tests/bench/bench_yaml.py``.

Each file of the table in ``tests/unit/store/test_hostile_yaml.py`` is settled in a process of its own. Printed are the
slowest and the hungriest, with the milliseconds of the processor and the megabytes above what the program takes
anyway. Asserts nothing.
"""

import os
import resource
import runpy
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.errors import InvalidRecord
from generator.store.record import parse_or_faults
from generator.store.yamlfile import load, read_text

TESTS = Path(__file__).parents[1] / "unit" / "store"
SHOWN = 15


def measured(settle: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds (the better of two) and megabytes that a call takes in a process of its own."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        taken = []
        for _ in range(2):
            began = time.process_time()
            with suppress(InvalidRecord):
                settle()
            taken.append(time.process_time() - began)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(writing, f"{min(taken) * 1000} {grown / 1024}".encode())
        os._exit(0)
    os.wait()
    milliseconds, megabytes = os.read(reading, 200).split()
    os.close(reading)
    os.close(writing)
    return float(milliseconds), float(megabytes)


def main() -> None:
    table = runpy.run_path(str(TESTS / "test_hostile_yaml.py"))
    example = (TESTS / "balochistan-attacks.yml").read_text("utf-8")
    parse_or_faults(example, "f")
    costs = []
    for name, file, _ in table["DOCUMENTS"]:
        raw = table["bytes_of"](file)
        costs.append((*measured(lambda raw=raw: load(read_text(raw, "f"), "f")), len(raw), name))
    for name, old, new, _ in table["RECORDS"]:
        text = example.replace(old, new, 1)
        costs.append((*measured(lambda text=text: parse_or_faults(text, "f")), len(text), name))
    print(f"{len(costs)} files; at most {max(costs)[0]:.0f} ms, {max(cost[1] for cost in costs):.1f} MB")
    for title, place in (("slowest", 0), ("hungriest", 1)):
        print(f"\n{title:>10s}        ms       MB        bytes")
        for cost in sorted(costs, key=lambda each, place=place: -each[place])[:SHOWN]:
            print(f"{cost[0]:20.1f} {cost[1]:8.1f} {cost[2]:12,d}  {cost[3]}")


if __name__ == "__main__":
    main()
