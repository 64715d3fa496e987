"""The commands that editors correct records with; each loads what it needs when it runs."""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import in_workspace

if TYPE_CHECKING:
    from datetime import date

    from generator.pipeline.editing import Edited
    from generator.settings import Workspace

_RECORD = click.argument("record", metavar="ID")
_BY = click.option("--by", metavar="NAME", help="The editor.")


@click.command()
@_RECORD
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@click.option("--by", required=True, metavar="NAME", help="The editor who answers for it.")
@in_workspace
def accept(record: str, claims: tuple[str, ...], by: str, folder: Path | None) -> None:
    """Accept claims, so that no later run changes them.

    Each is sealed as it is now. Without CLAIM, all that nobody reviewed yet are accepted. ID may be the beginning of an
    id, or an earlier one.
    """
    from generator.pipeline.reviewing import accept_claims

    _edit(folder, lambda workspace, on: accept_claims(workspace, record, claims, by=by, on=on))


@click.command()
@_RECORD
@click.argument("claim")
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
@_BY
@in_workspace
def reject(record: str, claim: str, why: str, by: str | None, folder: Path | None) -> None:
    """Take a claim out for good.

    The record keeps its id and the reason, and no later run brings it back. Refused where an editor's work rests on it.
    """
    from generator.pipeline.reviewing import reject_claim

    _edit(folder, lambda workspace, on: reject_claim(workspace, record, claim, why=why, by=by, on=on))


@click.command("set", context_settings={"ignore_unknown_options": True})
@_RECORD
@click.argument("path")
@click.argument("value")
@_BY
@in_workspace
def set_(record: str, path: str, value: str, by: str | None, folder: Path | None) -> None:
    """Put another value into a record.

    PATH is such as title.text, dates.start or claims.CLAIM.what.killed. VALUE is a word, a number, a line of text, null
    (which leaves the field out), or YAML in brackets or double quotes. With --by, a claim that was accepted is sealed
    anew.
    """
    from generator.pipeline.setting import set_field

    _edit(folder, lambda workspace, on: set_field(workspace, record, path, value, by=by, on=on))


@click.command()
@_RECORD
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--take", type=click.Choice(["ours", "theirs"]), help="Decide without asking; on all, or those at PATH.")
@_BY
@in_workspace
def settle(record: str, paths: tuple[str, ...], take: str | None, by: str | None, folder: Path | None) -> int:
    """Decide on what the program reads otherwise.

    A proposal is what it found where an editor had set or accepted something else. On a terminal each is shown in turn
    and asked for. PATH is that of a proposal, or of a claim with all that is proposed of it. Exits with 1 if proposals
    are left open.
    """
    from generator.cli.building import read_run
    from generator.cli.settling import settle_record
    from generator.settings import open_workspace

    return settle_record(open_workspace(folder or Path.cwd()), record, (paths, take), by=by, on=read_run(None).on)


@click.command()
@click.argument("records", nargs=-1, metavar="[ID]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@in_workspace
def fmt(records: tuple[str, ...], folder: Path | None, *, check: bool) -> int:
    """Write records as the program would.

    Order of fields, quotes and line ends follow it; what the records say stays the same. Without ID, all of them.
    Exits with 1 if a record cannot be read.
    """
    from generator.cli.editing import formatted_lines
    from generator.pipeline.formatting import format_records
    from generator.settings import open_workspace

    formatted = format_records(open_workspace(folder or Path.cwd()), records, check=check)
    for line in formatted_lines(formatted, check=check):
        click.echo(line)
    return int(bool(formatted.findings) or (check and bool(formatted.changed)))


@click.command()
@_RECORD
@click.option("--reason", required=True, metavar="TEXT", help="The reason, as readers see it.")
@_BY
@in_workspace
def withdraw(record: str, reason: str, by: str | None, folder: Path | None) -> None:
    """Take back a whole record.

    Its page stays, with the reason and the day. `briefing set ID status null` undoes it.
    """
    from generator.pipeline.reviewing import withdraw_record

    _edit(folder, lambda workspace, on: withdraw_record(workspace, record, reason=reason, by=by, on=on))


@click.command("merge-incidents")
@_RECORD
@click.argument("other", metavar="OTHER")
@in_workspace
def merge(record: str, other: str, folder: Path | None) -> None:
    """Join two records of one incident.

    All that OTHER holds is added to ID, under other ids where they are taken. OTHER stays, and its page leads to ID.
    """
    from generator.pipeline.joining import merge_incidents

    _edit(folder, lambda workspace, on: merge_incidents(workspace, record, other, on=on))


@click.command("split-incident")
@_RECORD
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@in_workspace
def split(record: str, documents: tuple[str, ...], folder: Path | None) -> None:
    """Have documents of a record make a record of their own.

    DOCUMENT is the id of one, such as d2; all issues of its story go along, and so does what editors made of its
    claims. No later build joins the two again.
    """
    from generator.pipeline.splitting import split_incident

    _edit(folder, lambda workspace, on: split_incident(workspace, record, documents, on=on))


def _edit(folder: Path | None, change: "Callable[[Workspace, date], Edited]") -> None:
    """Make a change, and print what it did."""
    from generator.cli.building import read_run
    from generator.cli.editing import edited_lines
    from generator.settings import open_workspace

    edited = change(open_workspace(folder or Path.cwd()), read_run(None).on)
    for line in edited_lines(edited):
        click.echo(line)


EDITING = (accept, reject, set_, settle, fmt, withdraw, merge, split)
"""The commands, in the order in which an editor comes to need them."""
