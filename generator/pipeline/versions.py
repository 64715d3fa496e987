"""Earlier versions of a workspace, read from git through its command line; the one place that asks git.

Only commands that read objects are run. No setting of a user alters what those print, and none of them runs a hook or a
program of the repository.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.errors import BriefingError
from generator.model.values import value

_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH")
"""Variables of git that say where its settings and programs are, and not which repository is meant."""

_FIXED = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_PLAIN_FILES = (b"100644", b"100755")
_SHOWN = 80
SECONDS = 120
"""Longest time for one command; a repository on a dead disk must not hang a check."""


class NoSuchVersion(BriefingError):
    """A version that git does not have, or that cannot be read."""


@value
class Repository:
    """A git repository with a workspace in it.

    Attributes:
        root: the workspace's folder.
        prefix: way from the top of the repository to the workspace, ending in ``/``; empty for the top itself.
    """

    root: Path
    prefix: str


def find_repository(root: Path) -> Repository:
    """The repository that a workspace lies in.

    Raises:
        NoSuchVersion: it lies in none, or git is not installed.
    """
    done = _git(root, "rev-parse", "--show-prefix")
    if done.returncode:
        found = _complaint(done) or "none"
        raise NoSuchVersion(
            f"{root}: expected a folder in a git repository, found {found}; run `git init` there, or name another"
        )
    return Repository(root, os.fsdecode(done.stdout).removesuffix("\n"))


def find_commit(repository: Repository, name: str) -> str:
    """The full name of the commit that ``name`` stands for.

    Raises:
        NoSuchVersion: there is none by that name.
    """
    if not name or name.startswith("-") or not name.isprintable():
        raise NoSuchVersion(
            f"expected a commit, a branch or a tag, found {_shown(name)}; name one that `git log` shows"
        )
    done = _git(repository.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = done.stdout.decode("ascii", "replace").strip()
    if done.returncode or not commit:
        shallow = _git(repository.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = "this clone is shallow: fetch more of it" if shallow else "name one that `git log` shows"
        raise NoSuchVersion(f"{_shown(name)}: expected a commit of this repository, found none by that name; {hint}")
    return commit


def list_files(repository: Repository, commit: str, folder: str) -> dict[str, str]:
    """The plain files right below a folder of the workspace, by name, each with the id of its content.

    Args:
        repository: the repository.
        commit: full name of a commit.
        folder: relative to the workspace, without a closing slash.

    Raises:
        NoSuchVersion: the commit's tree cannot be read, as in a clone that holds a part of it.
    """
    place = f"{repository.prefix}{folder}/"
    done = _git(
        repository.root, "--literal-pathspecs", "ls-tree", "-z", "--full-name", "--full-tree", commit, "--", place
    )
    if done.returncode:
        raise NoSuchVersion(f"{commit}: expected a readable tree, found {_complaint(done)}; run `git fsck`")
    found = {}
    for line in done.stdout.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if tab and mode in _PLAIN_FILES:
            found[os.fsdecode(path).removeprefix(place)] = rest.rpartition(b" ")[2].decode("ascii")
    return dict(sorted(found.items()))


def read_blobs(repository: Repository, ids: Sequence[str]) -> Mapping[str, bytes]:
    """Contents of files, by id.

    Raises:
        NoSuchVersion: one is missing, as in a clone that holds a part of the repository.
    """
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    done = _git(repository.root, "cat-file", "--batch", stdin="".join(f"{each}\n" for each in wanted).encode())
    blobs, place = {}, 0
    for each in wanted:
        end = done.stdout.find(b"\n", place)
        words = done.stdout[place:end].split()
        if end < 0 or len(words) != 3 or words[1] != b"blob":
            raise NoSuchVersion(f"{each}: expected a file of the repository, found none; fetch the whole of it")
        size = int(words[2])
        blobs[each] = done.stdout[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
    return blobs


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_KEPT)}
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, and arguments that no shell sees
            ["git", "--no-pager", "-C", str(root), *arguments],  # noqa: S607 - wherever the user has it
            input=stdin,
            capture_output=True,
            env=kept | _FIXED,
            check=False,
            timeout=SECONDS,
        )
    except FileNotFoundError as error:
        raise NoSuchVersion("git: expected the program, found none; install it, or see that PATH names it") from error
    except subprocess.TimeoutExpired as error:
        raise NoSuchVersion(f"git: expected an answer within {SECONDS} seconds, found none; try again") from error


def _complaint(done: "subprocess.CompletedProcess[bytes]") -> str:
    """The first line of what git said, without its own label."""
    first = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return first.removeprefix("fatal: ").removeprefix("error: ")


def _shown(name: str) -> str:
    return repr(name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…")
