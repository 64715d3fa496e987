"""Where a stated figure stands in its quote, so that a reader sees it at once."""

import re
from collections.abc import Iterator

from generator.model.claim import Damage, Toll
from generator.model.span import Span

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    0: ("no one", "nobody", "none", "no"),
    1: ("a", "an", "one", "another"),
    2: ("both", "a couple of"),
    6: ("half a dozen",),
    12: ("a dozen", "dozen"),
}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_PERIOD = 100


def find_figure(quote: str, figure: Toll | Damage) -> tuple[Span, ...]:
    """The words of ``quote`` that state the figure, in order: count, upper end, vague word; those not there left out.

    Spans count code points of the quote. Where a number stands twice, the first place is given.
    """
    stated = [_forms(count) for count in (figure.count, figure.upper) if count is not None]
    if figure.vague:
        stated.append((re.escape(figure.vague),))
    found = {span for forms in stated if (span := _first(quote, forms)) is not None}
    spans = sorted(found)
    return tuple(span for number, span in enumerate(spans) if not any(span.overlaps(each) for each in spans[:number]))


def _first(quote: str, forms: tuple[str, ...]) -> Span | None:
    """The first place of the first form that stands in the quote as words of its own."""
    for form in forms:
        found = re.search(rf"(?<![\w.,]){form}(?!\w|[.,][0-9])", quote, re.IGNORECASE)
        found = found or re.search(rf"(?<!\w){form}(?!\w)", quote, re.IGNORECASE)
        if found is not None:
            return Span(*found.span())
    return None


def _forms(count: int) -> tuple[str, ...]:
    """Patterns for a count, the likeliest first: digits, digits in groups, words."""
    grouped = re.escape(f"{count:,}").replace(",", "[,\\s]")
    words = [re.escape(word).replace(r"\ ", "[ -]") for word in _in_words(count)]
    return tuple(dict.fromkeys((str(count), grouped, *words)))


def _in_words(count: int) -> Iterator[str]:
    """``twenty three``, ``two hundred``, ``1.2 million``: words for the count that news use."""
    if count < _PERIOD:
        yield _small(count)
    yield from _WORDS.get(count, ())
    for scale, name in _SCALES:
        if count >= scale and (count * 10) % scale == 0:
            times, tenths = divmod(count * 10 // scale, 10)
            yield f"{times}.{tenths} {name}" if tenths else f"{times} {name}"
            if not tenths and times < _PERIOD:
                yield f"{_small(times)} {name}"
            if (times, tenths) == (1, 0):
                yield f"a {name}"


def _small(count: int) -> str:
    if count < len(_ONES):
        return _ONES[count]
    tens, ones = divmod(count, 10)
    return _TENS[tens - 2] + (f" {_ONES[ones]}" if ones else "")
