"""What the editing commands print."""

from collections.abc import Iterator

from generator.cli.printing import finding_lines, visible
from generator.pipeline.editing import Edited
from generator.pipeline.formatting import Formatted


def edited_lines(edited: Edited) -> Iterator[str]:
    """What a change did: what the editor should know, then the files."""
    yield from map(visible, edited.told)
    if edited.changed:
        yield from (f"changed: {file}" for file in edited.changed)
    else:
        yield f"{edited.id}: nothing changed"


def formatted_lines(formatted: Formatted, *, check: bool) -> Iterator[str]:
    """Which files are not as the program writes them, and which cannot be read."""
    yield from finding_lines(formatted.findings)
    word = "would change" if check else "changed"
    yield from (f"{word}: {file}" for file in formatted.changed)
    if not formatted.changed:
        yield "nothing to change"
