"""Numbers in prose, with their bounds; figures that cannot count anything are passed over."""

import re

from generator.extract.matching import Prose
from generator.lexicon.numerals import NumeralLexicon
from generator.model.mention import Numeral
from generator.model.vocabulary import Bound

_LABEL = re.compile(r"([a-z][a-z.]*) \Z")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \Z")
_MONTH_NEXT = re.compile(r" (?:January|February|March|April|June|July|August|September|October|November|December)\b")
_NEXT = re.compile(r"(?:-| )?([a-z%'.]+)")
_AGED = re.compile(r"(?:boy|girl|man|woman|child|baby|son|daughter|youth) of (?:about |around |just )?\Z")
_AGE = re.compile(r", \Z")
_SPELLED_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\Z")
_DIGITS = re.compile(r"[0-9][0-9,.]*")


def find_numerals(prose: Prose, lexicon: NumeralLexicon) -> tuple[Numeral, ...]:
    """All numbers that may count something, in order; spans are of the document.

    Years, ages, measures, money, clock times, ordinals and labels (``Highway 47``) are left out.
    """
    found: list[Numeral] = []
    at = 0
    while (match := lexicon.pattern.search(prose.text, at)) is not None:
        numeral, at = _read(match, prose, lexicon)
        if numeral is not None:
            found.append(numeral)
    return tuple(found)


def _read(match: re.Match[str], prose: Prose, lexicon: NumeralLexicon) -> tuple[Numeral | None, int]:
    text, low, high = prose.text, match["low"], match["high"]
    end = match.end("low") if high is None else match.end("high")
    joined = text[match.end("low") : match.start("high")] if high else ""
    before = text[max(0, match.start() - 24) : match.start()]
    between = (match["bound"] or "").lower() == "between"
    if high and (before.lower().endswith("from ") or (joined == " and " and not between)):
        high, end = None, match.end("low")
    if _is_label(before, low, text[end : end + 24], text[match.start("low") : end], lexicon):
        return None, max(end, match.start() + 1)
    value, upper = number_value(low, lexicon), number_value(high, lexicon) if high else None
    if upper is not None and _is_short_for_more(low, high or "", lexicon):
        return None, max(end, match.start() + 1)
    vague = low.lower() if low.lower() in lexicon.vague else None
    if (
        (value is None and vague is None)
        or (between and upper is None)
        or (upper is not None and value is not None and upper <= value)
    ):
        return None, max(end, match.start() + 1)
    after = (
        match["after"].lower() if match["after"] and end == (match.end("high") if high else match.end("low")) else None
    )
    bound = _bound(None if between else match["bound"], after, lexicon) if upper is None else Bound.RANGE
    if vague:
        bound = bound if bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_MOST) else Bound.VAGUE
    last = match.end("after") if after else end
    return Numeral(prose.span(match.start(), last), value, upper, bound, vague), last


def _bound(before: str | None, after: str | None, lexicon: NumeralLexicon) -> Bound | None:
    if before:
        return lexicon.before[before.lower()]
    return lexicon.after[after] if after else None


_LARGEST = 10**11
"""More persons than that have never lived."""


def _is_short_for_more(low: str, high: str, lexicon: NumeralLexicon) -> bool:
    """Whether the scale behind a range counts for its lower end too (``one to two dozen``): then neither is sure."""
    scales = set(lexicon.scales)
    return bool(set(high.lower().split()) & scales) and not set(low.lower().split()) & scales and "," not in low


def number_value(text: str, lexicon: NumeralLexicon) -> int | None:
    """The integer that a written number means, or None for vague words and fractions."""
    words = text.lower()
    if words in lexicon.exact:
        return lexicon.exact[words]
    if words in lexicon.zero:
        return 0
    total = current = 0.0
    for word in re.split(r"[ -]", words):
        if word == "and":
            continue
        if _DIGITS.fullmatch(word):
            current = float(word.replace(",", ""))
        elif word in lexicon.values:
            current += lexicon.values[word]
        elif word in lexicon.scales:
            scale = lexicon.scales[word]
            current = (current or 1) * scale
            if scale > 100:
                total, current = total + current, 0.0
        else:
            return None
        if total + current > _LARGEST:
            return None
    value = total + current
    return int(value) if value == int(value) else None


def _is_label(before: str, low: str, after: str, number: str, lexicon: NumeralLexicon) -> bool:
    label = _LABEL.search(before.lower())
    if before.lower().endswith(("neither of ", "neither of the ")) or after.startswith(
        (" fewer than", " more than", " less than")
    ):
        return True
    if (label and label[1] in lexicon.labels) or _MONTH.search(before) or _AGED.search(before):
        return True
    if low.lower() == "no" and after.startswith("."):
        return True
    if after.lower().lstrip().startswith(lexicon.long_measures):
        return True
    following = _NEXT.match(after.lower())
    if following and following[1].rstrip(".'") in lexicon.measures | {"year-old", "year-olds"}:
        return True
    if after.startswith(("-year", "-month", "-day", "-hour", "-metre", "-storey", "-bed", "th ", "st ", "nd ", "rd ")):
        return True
    if after.startswith("-") and len(after) > 1 and after[1].isalpha():
        return True
    digits = low[0].isdigit()
    if digits and (_MONTH_NEXT.match(after) or after.startswith((" per cent", " sq "))):
        return True
    if (
        digits
        and _SPELLED_YEAR.match(number)
        and not after.lower().startswith((" people", " soldiers", " civilians", " others"))
    ):
        return True
    return digits and bool(_AGE.search(before)) and (not after or after[0] in ",.;:)\"'")
