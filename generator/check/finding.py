"""Findings at a value of a record."""

from dataclasses import replace

from generator.model.finding import Finding, Severity
from generator.model.incident import Path, Record
from generator.model.values import value

SHOWN_LETTERS = 60
"""Longest piece of a text that a finding shows, code points."""


@value
class Spot:
    """A value of a record that a check looks at.

    Attributes:
        record: the record with its file.
        path: way to the value; a finding stands at the value, or at the nearest one above it that the file has.
    """

    record: Record
    path: Path = ()

    def at(self, *keys: str | int) -> "Spot":
        """A value inside this one."""
        return Spot(self.record, (*self.path, *keys))

    def error(self, code: str, *, expected: str, found: str, hint: str = "") -> Finding:
        """A fault of this value."""
        position = self.record.position(self.path)
        return Finding(
            file=self.record.file,
            code=code,
            expected=expected,
            found=found,
            hint=hint,
            line=position.line if position else None,
            column=position.column if position else None,
        )

    def warning(self, code: str, *, expected: str, found: str, hint: str = "") -> Finding:
        """Something about this value that is probably a fault."""
        return replace(self.error(code, expected=expected, found=found, hint=hint), severity=Severity.WARNING)


def quoted(text: str) -> str:
    """The beginning of ``text`` in one line and quotation marks, for a finding; what does not print is shown as �."""
    line = " ".join(text.split())
    shown = line if len(line) <= SHOWN_LETTERS else line[: SHOWN_LETTERS - 1].rstrip() + "…"
    return "“" + "".join(sign if sign.isprintable() else "�" for sign in shown) + "”"
