"""Records in canonical form, as the program writes them."""

from collections.abc import Sequence

from generator.model.finding import Finding
from generator.model.values import value
from generator.pipeline.editing import find_record
from generator.settings import Workspace
from generator.store.desk import with_comments
from generator.store.files import bytes_in
from generator.store.journal import Write, held
from generator.store.repository import apply, read_records


@value
class Formatted:
    """What became of some records.

    Attributes:
        changed: files that were, or would be, written anew, relative to the workspace.
        findings: about records that cannot be read.
    """

    changed: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def format_records(workspace: Workspace, names: Sequence[str], *, check: bool) -> Formatted:
    """Write records in canonical form, all or none; the comments above them stay.

    Args:
        workspace: where they lie.
        names: the records, as an editor names them; none means all.
        check: write nothing.

    Raises:
        EditRefused: no such record.
        BriefingError: another run holds the workspace, or the disk refused.
    """
    with held(workspace.content):
        records, faults = read_records(workspace)
        chosen = [find_record(records, faults, name) for name in names] or records
        writes = []
        for each in chosen:
            text = with_comments(each.text, each.incident)
            old = bytes_in(workspace.root / each.file, each.file)
            writes.append(Write(each.file.removeprefix("content/"), text.encode(), old))
        pending = {write.path: write for write in writes if write.new != write.old}.values()
        changed = tuple(f"content/{write.path}" for write in pending) if check else apply(workspace, pending)
    return Formatted(changed, () if names else faults)
