"""Everything that stops the program, under one root.

An exception here is always one line for the user: which file, what was expected, what was found, what to do.
What does not stop the program is a finding (`generator.model.finding`), never an exception.
"""


class BriefingError(Exception):
    """The root of all errors that the command line prints as one line."""


class UnreadableDocument(BriefingError):
    """A document that cannot become text: empty, binary, over-large, or not to be opened."""


class InvalidRecord(BriefingError):
    """A record file that is not canonical YAML of schema ``incident/1``.

    Attributes:
        file: name of the file as the user knows it.
        line: 1-based line, or None where the file as a whole is meant.
        column: 1-based column in code points, or None.
        code: short name of the fault, as findings carry it (``duplicate-key``, ``schema``).
        expected: what should stand there.
        found: what stands there.
        hint: what to do about it.
    """

    def __init__(
        self,
        file: str,
        *,
        expected: str,
        found: str,
        hint: str = "",
        code: str = "schema",
        at: tuple[int, int] | None = None,
    ) -> None:
        self.file = file
        self.line = at[0] if at else None
        self.column = at[1] if at else None
        self.code = code
        self.expected = expected
        self.found = found
        self.hint = hint
        place = ":".join(str(part) for part in (file, self.line, self.column) if part is not None)
        super().__init__(f"{place}: {code}: expected {expected}, found {found}" + (f"; {hint}" if hint else ""))


class InvalidGold(BriefingError):
    """A reading to measure against that does not have the shape of one."""


class InvalidLexicon(BriefingError):
    """A lexicon entry that cannot be compiled."""


class InvalidTemplate(BriefingError):
    """A page template that cannot be rendered."""


class BuildFailed(BriefingError):
    """The site engine refused the pages, or the built site did not pass the gate."""


class WorkspaceMissing(BriefingError):
    """A folder that is no workspace: it lacks ``seeds/`` and ``content/``."""


class WorkspaceBusy(BriefingError):
    """Another build holds the workspace's lock."""
