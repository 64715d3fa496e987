"""Counts: each is read off its quote, and no part is above its whole."""

import re
from collections.abc import Iterator

from generator.check.finding import Spot, quoted
from generator.check.numbers import number_values
from generator.model.claim import Damage, Toll
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.model.vocabulary import Bound

_ZERO = re.compile(r"\b(?:no|none|nobody|nothing|zero|nil|neither|never|without|not|cannot)\b|n't\b|n’t\b|\b0\b")
_ONE = re.compile(r"\b(?:an?|another|the|his|her|its|their|single|lone|sole|only|he|she|him|[0-9]+-year-old)\b")
_WORDS_FOR = {
    2: re.compile(r"\b(?:both|couple|pair|twins?|duo)\b"),
    3: re.compile(r"\b(?:trio|triplets?)\b"),
}


def check_counts(record: Record) -> tuple[Finding, ...]:
    """Counts that their quote does not hold (``count-not-in-quote``), parts above their whole."""
    return (*_counts(record), *_parts(record))


def _counts(record: Record) -> Iterator[Finding]:
    for number, claim in enumerate(record.incident.claims):
        if not isinstance(claim.what, Toll | Damage):
            continue
        what = Spot(record, ("claims", number, "what"))
        count = what.at(claim.what.outcome.value if isinstance(claim.what, Toll) else "count")
        if claim.what.count is not None:
            yield from _readable(count, claim.what.count, claim.quote)
        if claim.what.upper is not None:
            yield from _readable(what.at("upper"), claim.what.upper, claim.quote)
        if claim.what.vague is not None and claim.what.vague.casefold() not in claim.quote.casefold():
            yield what.at("vague").error(
                "count-not-in-quote",
                expected=f"a word of the quote, {quoted(claim.quote)}",
                found=quoted(claim.what.vague),
            )


def _readable(spot: Spot, count: int, quote: str) -> Iterator[Finding]:
    """A finding unless ``quote`` states ``count``; a warning where none or one may be meant without a number."""
    folded = quote.casefold()
    if count in number_values(quote) or (count in _WORDS_FOR and _WORDS_FOR[count].search(folded)):
        return
    expected = f"a figure that can be read in {quoted(quote)}"
    if count == 0:
        if not _ZERO.search(folded):
            hint = "see whether the text says so: silence is no zero"
            yield spot.warning("count-not-in-quote", expected=expected, found="0", hint=hint)
    elif count == 1:
        if not _ONE.search(folded):
            hint = "see whether the text speaks of one person"
            yield spot.warning("count-not-in-quote", expected=expected, found="1", hint=hint)
    else:
        hint = "give the figure as the text has it; sums and estimates of our own do not belong here"
        yield spot.error("count-not-in-quote", expected=expected, found=str(count), hint=hint)


def _parts(record: Record) -> Iterator[Finding]:
    claims = {claim.id: claim for claim in record.incident.claims}
    for number, claim in enumerate(record.incident.claims):
        whole = claims.get(claim.part_of or "")
        if whole is None or not isinstance(claim.what, Toll) or not isinstance(whole.what, Toll):
            continue
        least, most = _least(claim.what), _most(whole.what)
        if least is not None and most is not None and least > most:
            yield Spot(record, ("claims", number, "part_of")).error(
                "part-exceeds-whole", expected=f"a figure of at least {least}", found=f"{whole.id} with {most}"
            )


def _least(toll: Toll) -> int | None:
    """Low end of a figure, persons; None where it is open."""
    return None if toll.bound in (Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT, Bound.VAGUE) else toll.count


def _most(toll: Toll) -> int | None:
    """High end of a figure, persons; None where it is open."""
    if toll.bound is Bound.RANGE:
        return toll.upper
    return toll.count if toll.bound in (None, Bound.AT_MOST, Bound.LESS_THAN) else None
