"""The site engine, run as a program of its own: pages in, HTML out."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.errors import BuildFailed

CONFIGURATION = "mkdocs.yml"
"""The engine's settings, below the site folder."""

_MESSAGE = re.compile(r"(?:(?:WARNING|ERROR|CRITICAL)\s+-|(?P<fatal>Error:))\s+(?P<text>.*)")
_OTHER = re.compile(r"INFO\s+-|Traceback |Aborted |$")
_PAGE = re.compile(r"(?:Doc file|page) '(?P<page>[^']+)'")


def run_engine(site: Path, into: Path, *, epoch: int, report: Callable[[str], None]) -> None:
    """Build the pages of ``site/docs`` into the folder ``into``.

    The engine sees nothing of the user's environment, and treats each warning as a fault.

    Args:
        site: folder of the engine's settings.
        into: folder that is emptied and filled.
        epoch: build time in seconds since 1970.
        report: takes each complaint of the engine as one line.

    Raises:
        BuildFailed: the engine complained, or stopped.
    """
    if not (site / CONFIGURATION).is_file():
        raise BuildFailed(
            f"{site.name}/{CONFIGURATION}: expected the site engine's settings, found no such file; "
            "copy it from the site folder of the program's checkout"
        )
    # -P and -s: nothing of the working folder or the user's own packages; no --quiet, which hides faults from --strict
    command = [sys.executable, "-P", "-s", "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(site / CONFIGURATION), "--site-dir", str(into)]
    done = subprocess.run(  # noqa: S603 - this interpreter, our arguments, no shell
        command,
        cwd=site,
        env=engine_environment(epoch),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode == 0:
        return
    output = done.stdout.decode("utf-8", "replace")
    complaints = find_complaints(output, site=site.name) or (_last_line(output, done.returncode, site=site.name),)
    for complaint in complaints:
        report(complaint)
    more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
    raise BuildFailed(complaints[0] + more)


def engine_environment(epoch: int) -> dict[str, str]:
    """Every variable that the engine sees: the same for everyone, but for what Windows cannot start without."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return system | {
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
        "TZ": "UTC",
    }


def find_complaints(output: str, *, site: str) -> tuple[str, ...]:
    """What the engine warned of, one line each, with the file where the engine names it.

    Args:
        output: everything the engine printed.
        site: name of the site folder, as messages call it.
    """
    complaints: list[str] = []
    open_ended = False
    for line in output.splitlines():
        found = _MESSAGE.match(line)
        text = found["text"] if found else line
        unfinished = bool(complaints) and complaints[-1].endswith(":")
        if _OTHER.match(line):
            open_ended = False
        elif open_ended and (unfinished or not found):
            complaints[-1] += " " + text.strip()
        elif found:
            complaints.append(text.strip())
            open_ended = True
    return tuple(_placed(complaint, site) for complaint in complaints)


def _placed(complaint: str, site: str) -> str:
    page = _PAGE.search(complaint)
    file = f"{site}/docs/{page['page']}" if page else f"{site}/{CONFIGURATION}"
    return f"{file}: expected pages that the site engine accepts, found: {complaint.rstrip(':')}"


def _last_line(output: str, code: int, *, site: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return _placed(lines[-1] if lines else f"exit code {code} and no word", site)
