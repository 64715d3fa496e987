"""What the program noticed and a person should know: a value, never an exception."""

from enum import StrEnum

from generator.model.values import value


class Severity(StrEnum):
    """Whether a finding fails `briefing check`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@value
class Finding:
    """One thing to look at.

    Attributes:
        file: name of the file, relative to the workspace.
        code: short name of the kind of finding (``quote-moved``).
        expected: what should stand there, as a phrase.
        found: what stands there, as a phrase.
        hint: what to do, as a phrase; may be empty.
        line: 1-based line, or None where the file as a whole is meant.
        column: 1-based column in code points, or None.
        severity: errors and warnings make `briefing check` exit with 1; notes do not.
    """

    file: str
    code: str
    expected: str
    found: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}: {self.severity}: {self.code}: expected {self.expected}, found {self.found}{hint}"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, line, column, code, what was found."""
        return self.file, self.line or 0, self.column or 0, self.code, self.found
