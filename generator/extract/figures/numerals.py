"""Numbers in prose, with their bounds; figures that cannot count anything are passed over."""

import re
from collections.abc import Mapping

from generator.extract.prose.matching import Prose, Word
from generator.lexicon.numerals import NumeralLexicon
from generator.model.mention import Numeral
from generator.model.vocabulary import Bound

_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \Z")
_MONTH_NEXT = re.compile(r" (?:January|February|March|April|June|July|August|September|October|November|December)\b")
_NEXT = re.compile(r"(?:-| )?([a-z%'.]+)")
_AGED = re.compile(
    r"(?:(?:boy|girl|man|woman|child|baby|son|daughter|youth) of (?:about |around |just )?"
    r"|(?:mother|father|mum|mom|dad|grandmother|grandfather|parent|widow|widower) of )\Z"
)
"""What stands in front of an age, or of the number of somebody's children."""
_AGED_GROUP = re.compile(
    r"(?:child(?:ren)?|boys?|girls?|minors|those|people|adults|women|men|patients|pupils|anyone|everyone) (?:aged )?\Z",
    re.IGNORECASE,
)
_YOUNGEST = re.compile(r"(?:youngest|oldest|eldest)(?: of (?:them|whom|the \w+))?(?: was| is| being| aged|,)? \Z")
_AGES_APART = re.compile(
    r".*(?:, \|[0-9]{1,2}\| and [0-9]{1,2}[,.;)]|, [0-9]{1,2} and \|[0-9]{1,2}\|[,.;)]|who was \|[0-9]{1,2}\|,)"
)
"""Two ages between commas (``two women, 23 and 27,``), or one behind ``who was``, around a number between bars."""
_LIMIT_OF_AGE = frozenset(("under", "over", "above", "below"))
_SPELLED_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\Z")
_WRITTEN = re.compile(r"[0-9][0-9,.]*")


def find_numerals(prose: Prose, lexicon: NumeralLexicon) -> tuple[Numeral, ...]:
    """All numbers that may count something, in order; spans are of the document.

    Years, ages, measures, money, clock times, ordinals and labels (``Highway 47``) are left out.
    """
    openers = lexicon.openers
    text = prose.text
    if "-" in text:
        candidates = [word for word in prose.words if word[0][0] in _DIGITS or word[3].partition("-")[0] in openers]
    else:
        candidates = [word for word in prose.words if word[3] in openers or word[0][0] in _DIGITS]
    reached = 0
    found: list[Numeral] = []
    for word in candidates:
        at = word.start
        if at < reached or (at and text[at - 1] in _GLUE):
            continue
        digits = word.text[0] in _DIGITS
        if not digits and not _is_followed(text, word, openers):
            continue
        match = (lexicon.digits if digits else lexicon.number).match(text, at)
        if match is None:
            continue
        before = text[max(0, at - _FAR) : at]
        if "age" in before and _AGES.search(before):
            reached = match.end("low")
            continue
        numeral, reached = _read(match, prose, lexicon)
        if numeral is not None:
            found.append(numeral)
    return tuple(found)


_AGES = re.compile(r"\baged? (?:from |between )?[0-9]{1,3}(?:, [0-9]{1,3})*,? (?:and|to) \Z")
_DIGITS = frozenset("0123456789")
_GLUE = frozenset(".,:$€£¥/-_")
"""Signs in front of digits that make them a part of something else."""
_FAR = 32
"""Code points that a bound and an article take at most."""


def _is_followed(text: str, word: Word, openers: Mapping[str, frozenset[str] | None]) -> bool:
    """Whether a word that opens a number only before certain words stands before one of them."""
    expected = openers[word.lower] if word.lower in openers else openers[word.lower.partition("-")[0]]
    if expected is None:
        return True
    following = text[word.end + 1 : word.end + 16].lower().split(" ", 1)[0].rstrip(".,;:")
    return following in expected


def _read(match: re.Match[str], prose: Prose, lexicon: NumeralLexicon) -> tuple[Numeral | None, int]:
    text, low, high = prose.text, match["low"], match["high"]
    end = match.end("low") if high is None else match.end("high")
    joined = text[match.end("low") : match.start("high")] if high else ""
    start, said = _lead(text, match.start(), lexicon)
    before = text[max(0, start - 24) : start]
    between = said == "between"
    if high and (before.lower().endswith(("from ", " by ")) or (joined == " and " and not between)):
        high, end = None, match.end("low")
    if (
        low[0].isdigit()
        and (len(low) < 3 or _SPELLED_YEAR.match(low))
        and _MONTH.search(text[max(0, match.start() - 12) : match.start()])
    ):
        return None, max(end, match.start() + 1)
    if said in _LIMIT_OF_AGE and _AGED_GROUP.search(before):
        return None, max(end, match.start() + 1)
    if _is_label(before, low, text[end : end + 24], text[match.start("low") : end], lexicon):
        return None, max(end, match.start() + 1)
    value, upper = number_value(low, lexicon), number_value(high, lexicon) if high else None
    vague = low.lower() if low.lower() in lexicon.vague else None
    if _is_no_count(value, upper, vague, between=between) or (
        upper is not None and _is_short_for_more(low, high or "", lexicon)
    ):
        return None, max(end, match.start() + 1)
    after = match["after"].lower() if match["after"] and (high or not match["high"]) else None
    bound = _bound(None if between else said, after, lexicon) if upper is None else Bound.RANGE
    if match["plus"] and bound is None:
        bound = Bound.AT_LEAST
    if vague:
        bound = bound if bound in _LIMITS else Bound.VAGUE
    last = match.end("after") if after else match.end("plus") if match["plus"] else end
    return Numeral(prose.span(start, last), value, upper, bound, vague), last


def _lead(text: str, at: int, lexicon: NumeralLexicon) -> tuple[int, str | None]:
    """Where the bound and the article of a number begin, and the bound in lower case."""
    near = text[max(0, at - _FAR) : at].lower()
    if near[-1:] != " ":
        return at, None
    start, said = len(near) - 1, None
    for phrases in (lexicon.articles, lexicon.bounds):
        last = near[:start].rpartition(" ")[2].strip("\"'(")
        for phrase in phrases.get(last, ()):
            opens = start - len(phrase)
            if near.endswith(phrase, 0, start) and (opens == 0 or near[opens - 1] in _OPENING):
                said = phrase if phrases is lexicon.bounds else None
                start = opens - 1
                break
    return at - len(near) + start + 1, said


_OPENING = frozenset(" \t\n\"'(")
"""Signs behind which a bound may begin."""
_LIMITS = frozenset((Bound.AT_LEAST, Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_MOST))


def _is_no_count(value: int | None, upper: int | None, vague: str | None, *, between: bool) -> bool:
    """Whether what was read counts nothing: no value, half a range, or a range upside down."""
    if value is None and vague is None:
        return True
    return (between and upper is None) or (upper is not None and value is not None and upper <= value)


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
    if text.isdigit() and text.isascii():
        return int(text)
    words = text.lower()
    if words in lexicon.values:
        return lexicon.values[words]
    if words in lexicon.exact:
        return lexicon.exact[words]
    if words in lexicon.zero:
        return 0
    total = current = 0.0
    for word in re.split(r"[ -]", words):
        if word == "and":
            continue
        if _WRITTEN.fullmatch(word):
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
    """Whether what stands around a number makes it a name, an age, a measure or a year instead of a count."""
    return (
        _is_named(before.lower(), after, lexicon)
        or _is_aged(before, low, after, number)
        or _is_measure(low, after, number, lexicon)
    )


def _is_named(before: str, after: str, lexicon: NumeralLexicon) -> bool:
    if before.endswith(("neither of ", "neither of the ")) or after.startswith(_THAN):
        return True
    if before.endswith(", ") and _CALLED.match(after):
        return True
    said = before[:-1] if before.endswith(" ") else ""
    return said[len(said.rstrip(_LETTERS)) :].lstrip(".") in lexicon.labels


_CALLED = re.compile(r" [A-Z][a-z]+ [A-Z][a-z'-]+")
"""What stands behind ``one`` where it brings in a name (``the captain, one N. N.,``)."""
_THAN = (" fewer than", " more than", " less than", " than ")
_LETTERS = "abcdefghijklmnopqrstuvwxyz."


def _is_aged(before: str, low: str, after: str, number: str) -> bool:
    if ("of " in before and _AGED.search(before)) or ("est" in before and _YOUNGEST.search(before)):
        return True
    if low[0] not in _DIGITS:
        return False
    if len(number) < 3 and "," in after[:1] + before and _AGES_APART.match(f"{before[-14:]}|{number}|{after[:8]}"):
        return True
    return before.endswith(", ") and (not after or after[0] in ",.;:)\"'")


def _is_measure(low: str, after: str, number: str, lexicon: NumeralLexicon) -> bool:
    following = after.lower()
    if (low.lower() == "no" and after.startswith(".")) or following.lstrip().startswith(lexicon.long_measures):
        return True
    unit = _NEXT.match(following)
    if unit is not None and unit[1].rstrip(".'") in lexicon.measures:
        return True
    if following.startswith(_COMPOUND) or (after[:1] == "-" and after[1:2].isalpha()):
        return True
    if low[0] not in _DIGITS:
        return False
    if _MONTH_NEXT.match(after) or after.startswith((" per cent", " sq ")):
        return True
    return bool(_SPELLED_YEAR.match(number)) and not following.startswith(_PERSONS)


_COMPOUND = ("-year", "-month", "-day", "-hour", "-metre", "-storey", "-bed", "th ", "st ", "nd ", "rd ")
_PERSONS = (" people", " soldiers", " civilians", " others")
