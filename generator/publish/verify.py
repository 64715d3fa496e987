"""Whether a bundle is as it was packed: no file damaged, missing, added or replaced by something else."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import BriefingError
from generator.model.finding import Finding, Severity
from generator.model.values import value
from generator.publish.parcel import ArchiveParcel, Entry, Parcel, open_folder
from generator.publish.sums import SUMS, read_sums

_ANEW = "get the bundle anew"
_LEFT_BY_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
_LEFT_BESIDE = "._"
"""How the names of files begin that a Mac leaves beside others on a stick."""


@value
class Verified:
    """What a look at a bundle came to.

    Attributes:
        files: how many its list of checksums names.
        findings: by file and line; notes tell of what does no harm.
    """

    files: int
    findings: tuple[Finding, ...]


def verify_bundle(bundle: Path, *, digest: str | None = None) -> Verified:
    """Compare every file of a bundle with its list of checksums.

    The list shows damage and what was changed afterwards. Who made the bundle it cannot show: that takes the digest of
    the archive, from whoever published it.

    Args:
        bundle: the archive, or the folder that it was unpacked to.
        digest: SHA-256 of the archive as its publisher gave it, in hex, or None.

    Raises:
        BriefingError: it is neither, or an archive that unpacks to far more than a bundle does, or a folder where the
            digest of an archive is given.
    """
    if bundle.is_dir():
        if digest is not None:
            raise BriefingError(
                f"{bundle}: expected the archive that the digest is of, found a folder; give the archive"
            )
        return _compare(open_folder(bundle))
    if not bundle.is_file():
        raise BriefingError(f"{bundle}: expected a bundle as an archive or a folder, found neither")
    given = _check_archive(bundle, digest) if digest is not None else ()
    with ArchiveParcel(bundle) as parcel:
        verified = _compare(parcel)
    return Verified(verified.files, (*given, *verified.findings))


def _check_archive(bundle: Path, digest: str) -> tuple[Finding, ...]:
    with bundle.open("rb") as source:
        found = hashlib.file_digest(source, "sha256").hexdigest()
    if found == digest.strip().lower():
        return ()
    return (Finding(bundle.name, "changed", f"the digest {digest.strip()[:64]!r}", found, _ANEW),)


def _compare(parcel: Parcel) -> Verified:
    entries = parcel.entries()
    try:
        sums, faults = read_sums(parcel.sums())
    except OSError as error:
        missing = Finding(SUMS, "sums", "the list of checksums", str(error.strerror or error), _ANEW)
        return Verified(0, (missing,))
    findings = [*faults, *_check_entries(entries, sums), *_check_files(parcel, entries, sums)]
    return Verified(len(sums), tuple(sorted(findings, key=lambda finding: finding.order)))


def _check_entries(entries: Sequence[Entry], sums: Mapping[str, str]) -> Iterator[Finding]:
    """What is there and should not be, and the other way round."""
    times = Counter(entry.name for entry in entries)
    for name in times.keys() - sums.keys() - {SUMS}:
        yield _extra(name)
    for name in sums.keys() - times.keys():
        yield Finding(name, "missing", f"the file that {SUMS} lists", "none", _ANEW)
    for name, number in times.items():
        if number > 1:
            yield Finding(name, "duplicate", "one file of this name", f"{number}", _ANEW)


def _extra(name: str) -> Finding:
    last = name.rpartition("/")[2]
    harmless = last in _LEFT_BY_SYSTEMS or last.startswith(_LEFT_BESIDE)
    severity = Severity.NOTE if harmless else Severity.ERROR
    hint = "a file manager left it" if harmless else "do not open it"
    return Finding(name, "extra", f"only files that {SUMS} lists", "another one", hint, severity=severity)


def _check_files(parcel: Parcel, entries: Sequence[Entry], sums: Mapping[str, str]) -> Iterator[Finding]:
    """What the listed files are."""
    for entry in entries:
        if entry.trouble:
            yield Finding(entry.name, "not-a-file", "a plain file inside the bundle", entry.trouble, _ANEW)
        elif entry.name in sums:
            yield from _check_digest(parcel, entry.name, sums[entry.name])


def _check_digest(parcel: Parcel, name: str, expected: str) -> Iterator[Finding]:
    try:
        found = parcel.digest(name)
    except OSError as error:
        yield Finding(name, "unreadable", "a file that can be read", str(error.strerror or error), _ANEW)
        return
    if found != expected:
        yield Finding(name, "changed", f"the sum {expected[:12]}...", f"{found[:12]}...", _ANEW)
