"""`briefing settle`: shows the proposals of a record and asks for a decision on each."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date

import click

from generator.cli.editing import edited_lines
from generator.cli.printing import counted, visible
from generator.model.incident import Proposal
from generator.pipeline.editing import EditRefused
from generator.pipeline.setting import Decision, open_proposals, settle_proposals
from generator.settings import Workspace
from generator.store.units import Item

_ASKED = "[o]urs, [t]heirs, [s]kip or [q]uit"


def settle_record(
    workspace: Workspace, name: str, told: tuple[Sequence[str], str | None], *, by: str | None, on: date
) -> int:
    """Settle the proposals of a record; 1 if some are left open.

    Args:
        workspace: where the record lies.
        name: the record, as an editor names it.
        told: the paths to decide on, with all that lies behind them, none for all; and whose values to take, None to
            ask.
        by: the editor.
        on: day of the run.

    Raises:
        EditRefused: no such record or proposal.
        BriefingError: the record could not be written.
    """
    paths, take = told
    record, asked = open_proposals(workspace, name)
    known = [proposal.at for proposal, _ in asked]
    missing = next((path for path in paths if not any(_is_at(each, path) for each in known)), None)
    if missing is not None:
        raise EditRefused(f"{record}: {missing}: expected an open proposal, found {', '.join(known) or 'none'}")
    chosen = [each for each in asked if not paths or any(_is_at(each[0].at, path) for path in paths)]
    if take is not None:
        decisions = [(proposal, take == "theirs") for proposal, _ in chosen]
    else:
        decisions = list(_decided(chosen, ask=sys.stdin.isatty()))
    if decisions:
        for line in edited_lines(settle_proposals(workspace, record, decisions, by=by, on=on)):
            click.echo(line)
    left = len(asked) - len(decisions)
    click.echo(f"{record}: {counted(left, 'proposal')} left" if left else f"{record}: no proposal is open")
    return int(left > 0)


def _is_at(place: str, path: str) -> bool:
    """Whether a proposal is about a path or a part of what stands there."""
    return f"{place}.".startswith(f"{path}.")


def _decided(asked: Sequence[tuple[Proposal, Item]], *, ask: bool) -> Iterator[Decision]:
    """The decisions of the editor at the terminal; where there is none, what is open is shown."""
    for proposal, fields in asked:
        click.echo(visible(proposal.at))
        click.echo(f"  ours:   {_value(fields['ours'])}")
        click.echo(f"  theirs: {_value(fields['theirs'])}")
        click.echo(f"  why:    {visible(proposal.why or 'not said')}")
        answer = click.prompt(_ASKED, type=click.Choice(["o", "t", "s", "q"]), show_choices=False) if ask else "s"
        if answer == "q":
            return
        if answer != "s":
            yield proposal, answer == "t"


def _value(value: object) -> str:
    return "none" if value is None else visible(json.dumps(value, ensure_ascii=False))
