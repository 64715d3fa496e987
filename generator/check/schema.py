"""Files that are no record: what the strict loader said, as findings."""

from collections.abc import Iterable

from generator.errors import InvalidRecord
from generator.model.finding import Finding


def check_schema(errors: Iterable[InvalidRecord]) -> tuple[Finding, ...]:
    """One finding for each file that could not be read, with the loader's own code, line and column."""
    return tuple(
        Finding(
            file=error.file,
            code=error.code,
            expected=error.expected,
            found=error.found,
            hint=error.hint,
            line=error.line,
            column=error.column,
        )
        for error in errors
    )
