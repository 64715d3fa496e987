"""Calendar days as far as they are known."""

import datetime
import re
from dataclasses import dataclass
from typing import Self

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, ISO 8601: ``2026``, ``2026-01``, ``2026-01-31``; local to the event.

    Attributes:
        year: four digits, 1 to 9999.
        month: 1 to 12, or 0 where it is not known.
        day: 1 to 31, or 0 where it is not known; only with a month.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def exact(self) -> datetime.date | None:
        """The day, where it is known."""
        return datetime.date(self.year, self.month, self.day) if self.day else None

    @property
    def weekday(self) -> str | None:
        """English name of the day of the week, where the day is known."""
        day = self.exact
        return WEEKDAYS[day.weekday()] if day else None

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """The partial date of a full calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a partial ISO date.

        Raises:
            ValueError: no such day, or not ISO 8601.
        """
        found = _PARTIAL.fullmatch(text)
        if found is None:
            raise ValueError(f"expected a date such as 2026-01-31, 2026-01 or 2026, found {text[:40]!r}")
        return cls(*(int(part) for part in found.groups(default="0")))
