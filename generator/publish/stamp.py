"""Whether anything that goes into the site has changed since it was built."""

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from generator.model.finding import Finding, Severity
from generator.model.values import value
from generator.publish.atomic import replace_file
from generator.publish.mkdocs import CONFIGURATION
from generator.settings import Engine

_ENGINE = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "pygments")


@value
class Stamp:
    """What a finished build leaves for the next one.

    Attributes:
        inputs: digest of everything that went in.
        outputs: digest of what came out.
        findings: what the gate noted.
    """

    inputs: str
    outputs: str
    findings: tuple[Finding, ...] = ()


def digest_inputs(site: Path, *, epoch: int, engine: Engine = Engine.STAMPED) -> str:
    """Digest of pages, assets, settings, overrides, build time, this program and the engine's versions."""
    digest = hashlib.sha256(f"{epoch} {engine} {platform.python_version()}".encode())
    for package in _ENGINE:
        digest.update(f"{package} {version(package)}\n".encode())
    sources = (site / "docs", site / "overrides", site / CONFIGURATION, Path(__file__).parent)
    for number, source in enumerate(sources):
        for name, path in _walk(source):
            if path.suffix != ".pyc":
                digest.update(f"{number} {name} {path.stat().st_size}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def digest_outputs(places: Iterable[Path]) -> str:
    """Digest of the names and sizes of all files at these places: enough to see that something is missing."""
    digest = hashlib.sha256()
    for number, place in enumerate(places):
        for name, path in _walk(place):
            digest.update(f"{number} {name} {path.stat().st_size}\n".encode())
    return digest.hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """The stamp of the last finished build, or None where there is none that can be read."""
    try:
        fields = json.loads(path.read_bytes())
        findings = (Finding(**(found | {"severity": Severity(found["severity"])})) for found in fields["findings"])
        return Stamp(fields["inputs"], fields["outputs"], tuple(findings))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Leave a stamp."""
    replace_file(path, json.dumps(asdict(stamp), indent=1).encode("ascii"))


def _walk(place: Path) -> Iterator[tuple[str, Path]]:
    if place.is_file():
        yield place.name, place
    for folder, folders, names in os.walk(place):
        folders.sort()
        for name in sorted(names):
            if not name.startswith("."):
                path = Path(folder, name)
                yield path.relative_to(place).as_posix(), path
