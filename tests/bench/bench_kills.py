"""A thousand kills of a real build: ``python tests/bench/bench_kills.py [KILLS]``.

Runs the slow kill test of ``tests/e2e/test_durability.py`` with that many rounds and prints after how many of them the
records were those from before the build and after how many the new ones. It takes about two seconds a kill.
"""

import os
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1] / "e2e" / "test_durability.py"
KILLS = sys.argv[1] if len(sys.argv) > 1 else "1000"


def main() -> int:
    os.environ["BRIEFING_KILLS"] = KILLS
    return pytest.main([str(TESTS), "-q", "-s", "-m", "slow", "-k", "random_moments"])


if __name__ == "__main__":
    sys.exit(main())
