"""A page as a PDF, printed by the Chromium on the path: tagged for screen readers, links between its parts kept."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.errors import BriefingError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""Names of programs that print; the first one on the path does."""

PATIENCE = 60.0
"""Seconds for one page; half a second is usual."""

_HEADLESS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--generate-pdf-document-outline",
    "--no-pdf-header-footer",
)
_DAY = re.compile(rb"/(?P<what>CreationDate|ModDate) \(D:[0-9]{14}(?P<zone>[^)]{0,7})\)")


def find_browser(names: Iterable[str] = BROWSERS) -> Path:
    """The program that prints.

    Raises:
        BriefingError: none of the names is on the path.
    """
    tried = tuple(names)
    for name in tried:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise BriefingError(
        f"PDF: expected one of {', '.join(tried)} on the path, found none; install Chromium, or print the HTML file"
    )


def print_pdf(page: str, *, browser: Path, epoch: int, patience: float = PATIENCE) -> bytes:
    """The page as a PDF; the days in its head are those of ``epoch``, so that the same page gives the same bytes.

    Args:
        page: HTML that needs nothing beside itself.
        browser: a Chromium.
        epoch: seconds since 1970.
        patience: seconds after which the browser is ended.

    Raises:
        BriefingError: the browser left no PDF, or not in time.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, "utf-8", newline="\n")
        said = _run(_command(browser, Path(folder), source, target), patience)
        data = target.read_bytes() if target.is_file() else b""
    if not data.startswith(b"%PDF-"):
        raise BriefingError(f"{browser.name}: expected a PDF, found none; it said: {said or 'nothing'}")
    return _dated(data, epoch)


def _command(browser: Path, folder: Path, source: Path, target: Path) -> list[str]:
    # A browser that a person has open would take the page over, so this one has a profile of its own.
    command = [str(browser), *_HEADLESS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}"]
    if getattr(os, "geteuid", lambda: 1)() == 0:
        command.append("--no-sandbox")  # as root, in a container, it does not start otherwise
    return [*command, source.as_uri()]


def _run(command: list[str], patience: float) -> str:
    """Run the browser to its end; returns the last line that it said."""
    try:
        running = subprocess.Popen(  # noqa: S603 - a browser from the path, our arguments, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )
    except OSError as error:
        raise BriefingError(f"{command[0]}: expected a browser that starts, found: {error.strerror}") from error
    with running:
        try:
            _, said = running.communicate(timeout=patience)
        except subprocess.TimeoutExpired as error:
            raise BriefingError(
                f"{Path(command[0]).name}: expected a PDF within {patience:g} seconds, found none; try again, or print "
                "the HTML file"
            ) from error
        finally:
            _end(running)
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the browser and what it started."""
    if not hasattr(os, "killpg"):
        running.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)


def _dated(data: bytes, epoch: int) -> bytes:
    """The PDF with other days in its head; each takes as many bytes as before, so every offset in the file holds."""
    day = time.strftime("%Y%m%d%H%M%S", time.gmtime(epoch)).encode("ascii")

    def written(found: re.Match[bytes]) -> bytes:
        zone = b"Z00'00'"[: len(found["zone"])].ljust(len(found["zone"]))
        return b"/%s (D:%s%s)" % (found["what"], day, zone)

    return _DAY.sub(written, data)
