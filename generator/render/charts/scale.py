"""An axis of counts: round marks from zero to above the largest value, and where a value lies between them."""

from generator.model.values import value

_STEPS = (1, 2, 5)


@value
class Scale:
    """An axis of whole numbers that begins at zero.

    Attributes:
        ticks: values that are marked, ascending, the first 0; the last is not below any value of the chart.
        low: where 0 lies, in units of the drawing.
        high: where the last tick lies.
    """

    ticks: tuple[int, ...]
    low: float
    high: float

    def place(self, count: int) -> int:
        """Where a count lies, rounded to a unit of the drawing."""
        return round(self.low + (self.high - self.low) * count / self.ticks[-1])


def round_ticks(largest: int, *, at_most: int) -> tuple[int, ...]:
    """Marks at 0 and at multiples of 1, 2 or 5 times a power of ten, the last not below ``largest``.

    Args:
        largest: of the values, not negative.
        at_most: marks above 0; at least 1.
    """
    power = 1
    while True:
        for digit in _STEPS:
            step = digit * power
            needed = max(1, -(-largest // step))
            if needed <= at_most:
                return tuple(step * number for number in range(needed + 1))
        power *= 10


def spread_evenly(number: int, start: float, end: float) -> tuple[int, ...]:
    """Middles of ``number`` equal columns between two edges."""
    width = (end - start) / max(1, number)
    return tuple(round(start + width * (column + 0.5)) for column in range(number))
