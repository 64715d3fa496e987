"""Related headlines: titles of other stories that stand below or inside a story and are no part of it."""

import re
from collections.abc import Sequence

from generator.lexicon.abbreviations import load_abbreviations
from generator.model.span import Span
from generator.model.values import value
from generator.segment.datelines import find_dateline
from generator.segment.endings import asks_or_exclaims, ends_like_story
from generator.segment.headings import heading_end, is_label
from generator.segment.lines import Line
from generator.segment.masthead import is_byline, is_credit, is_desk

MAX_HEADLINES = 40
"""A block with more lines is a list of another kind."""

_MAX_SIGNS = 200
_SHORT_LINE = 80
_BETWEEN = 8
"""Short lines that may stand between a story and its headlines: initials, a day, a list of figures, contacts."""

_SIGNED = 3
_SIGNED_WORDS = 7
_FEWEST_WORDS = 3
_FEWEST_WORDS_ALONE = 4

_BULLET = re.compile(r"(?:[-*+•·▪▸‣●◦■>\"'→⇒▶]|[0-9]{1,2}[.)]) +(?=[^ ])")
_MARKED_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,300})\]\([^() ]{0,2000}\)$")
"""A Markdown link: only its words are the headline."""

_OPENING = re.compile(r"[\"'(\[¿¡$€£#@]{0,3}(?:[^\W_a-z]|[a-z][A-Z]|[a-z]+-[A-Z])")
_INNER_STOP = re.compile(r"\b([^\W\d_]{3,})[.][\"')\]]* +[\"'(\[]*[A-Z]")
_DATED = re.compile(r"[0-9]{1,2}(?:,? [A-Za-z]{3,9}|,) [12][0-9]{3}$")
"""A place and a day close a declaration, not a headline."""

_STORY_OPENING = re.compile(r"(?:He|She|It|They|We|I|The|This|That|These|There|His|Her|Its)\b")
_LINK = re.compile(r"https?://|www\.|@[\w-]+\.\w")


@value
class Related:
    """Related headlines of a document.

    Attributes:
        headlines: spans of their words, without bullets.
        block: smallest span over all of them and their headings, or None.
        taken: numbers of the lines that are headlines or headings, and so no story.
    """

    headlines: tuple[Span, ...] = ()
    block: Span | None = None
    taken: frozenset[int] = frozenset()


def find_headlines(folded: str, lines: Sequence[Line]) -> Related:
    """Related headlines among the lines of a body.

    Those under or behind a heading (``Related:``) count wherever they stand; without a heading only a last block
    below a blank line does, each line of it made like a headline.

    Args:
        folded: the document's folded text.
        lines: the lines of its body below title and byline, credits at the end left out.
    """
    words = [line.of(folded) for line in lines]
    found: dict[int, Span] = {}
    headings: set[int] = set()
    story_end: int | None = None
    number = 0
    while number < len(lines):
        heading = heading_end(lines, words, number)
        if heading is None:
            number += 1
            continue
        if story_end is None:
            story_end = _story_end(words)
        below = _read_heading(lines, words, number, heading=heading, story_end=story_end)
        if below:
            headings.add(number)
            found.update(below)
        number = max(below, default=number) + 1
    if len(lines) - 1 not in found:
        found.update(_last_block(lines, words, headings | set(found)))
    if not found:
        return Related()
    taken = frozenset(found) | headings
    block = Span(lines[min(taken)].start, lines[max(taken)].end)
    return Related(tuple(found[number] for number in sorted(found)), block, taken)


def is_headline(words: str, *, stop: bool = False) -> bool:
    """Whether a line is made like a headline: short, opening with a capital, a digit or a quote, without a full stop.

    Args:
        words: the line, folded, without a bullet.
        stop: whether a full stop at the end is let pass.
    """
    if not words or len(words) > _MAX_SIGNS or words.endswith((":", ",", ";", "-")) or _OPENING.match(words) is None:
        return False
    if ends_like_story(words) and not stop and not asks_or_exclaims(words):
        return False
    if words.startswith("[") or _DATED.search(words) or (not stop and _holds_sentence(words)):
        return False
    return not (_LINK.search(words) or is_credit(words) or is_byline(words) or _opens_story(words))


def _opens_story(words: str) -> bool:
    """Whether a dateline opens the line; a name and a colon (``UN: aid cut``) open headlines as well."""
    dateline = find_dateline(words, 0)
    if dateline is None:
        return False
    return bool(dateline.day or dateline.agency) or not dateline.span.of(words).endswith(":")


def _holds_sentence(words: str) -> bool:
    """Whether a sentence ends inside the line; the full stop of a short form (``Capt.``) ends none."""
    return any(found[1] not in load_abbreviations().all for found in _INNER_STOP.finditer(words))


def _is_bulleted(words: str) -> bool:
    return _BULLET.match(words) is not None


def _opens_block(lines: Sequence[Line], words: Sequence[str], number: int) -> bool:
    """Whether a block of its own begins with the line: blank lines above it, or the first bullet of a list."""
    return lines[number].apart or (_is_bulleted(words[number]) and not _is_bulleted(words[number - 1]))


def _undressed(line: Line, words: str) -> Span:
    """Where the line's words stand without bullet and link marking."""
    bullet = _BULLET.match(words)
    start = bullet.end() if bullet else 0
    link = _MARKED_LINK.match(words, start)
    first, last = link.span("words") if link else (start, len(words))
    return Span(line.start + first, line.start + last)


def _words(line: Line, words: str, span: Span) -> str:
    return words[span.start - line.start : span.end - line.start]


def _story_end(words: Sequence[str]) -> int:
    """Number of the last line that ends like a sentence of a story, or -1."""
    ending = (number for number in range(len(words) - 1, -1, -1) if ends_like_story(words[number]))
    return next((number for number in ending if not asks_or_exclaims(words[number])), -1)


def _read_heading(
    lines: Sequence[Line], words: Sequence[str], number: int, *, heading: int, story_end: int
) -> dict[int, Span]:
    """Headlines that belong to the heading on line ``number``: behind it on its own line, or directly below."""
    rest = words[number][heading:].rstrip(" ]*_")
    if rest:
        behind = Line(lines[number].start + heading, lines[number].end, apart=False, indented=False)
        span = _undressed(behind, rest)
        return {number: span} if is_headline(_words(behind, rest, span)) else {}
    found: dict[int, Span] = {}
    bulleted = number + 1 < len(lines) and _is_bulleted(words[number + 1])
    for below in range(number + 1, min(number + 1 + MAX_HEADLINES, len(lines))):
        parted = lines[below].apart and below > number + 1
        if (bulleted and not _is_bulleted(words[below])) or (parted and not bulleted and below <= story_end):
            break
        span = _undressed(lines[below], words[below])
        if not is_headline(_words(lines[below], words[below], span), stop=bulleted):
            break
        found[below] = span
    return found


def _last_block(lines: Sequence[Line], words: Sequence[str], taken: set[int]) -> dict[int, Span]:
    """The headlines of a last block without a heading, by line number."""
    found: dict[int, Span] = {}
    number = len(lines) - 1
    while number >= 0 and number not in taken and len(found) <= MAX_HEADLINES:
        span = _undressed(lines[number], words[number])
        if not is_headline(_words(lines[number], words[number], span)):
            break
        found[number] = span
        number -= 1
    openings = (number for number in sorted(found) if number and _opens_block(lines, words, number))
    first = next(openings, len(lines))
    block = {number: span for number, span in sorted(found.items()) if number >= first}
    if is_label(lines, words, block, first):
        del block[first]
    fits = 0 < len(block) <= MAX_HEADLINES and _follows_story(words, first, taken, lone=len(block) == 1)
    return block if fits and _reads_like_headlines([words[number] for number in block]) else {}


def _follows_story(words: Sequence[str], first: int, taken: set[int], *, lone: bool) -> bool:
    """Whether prose stands above a block, with no more between them than credits, initials and other short lines.

    A lone line is a headline only right below the end of a sentence.
    """
    for number in range(first - 1, max(-1, first - 2 - (0 if lone else _BETWEEN)), -1):
        line = words[number]
        if number in taken or line.endswith(":"):
            return False
        if ends_like_story(line) or (not lone and len(line) > _SHORT_LINE and _holds_sentence(line)):
            return True
        if not is_credit(line) and (lone or len(line) > _SHORT_LINE):
            return False
    return False


def _reads_like_headlines(block: Sequence[str]) -> bool:
    """Whether most lines have the words of a headline, and not more than two thirds of them ask or exclaim.

    A few short lines of names alone sign a statement.
    """
    if len(block) == 1:
        line = block[0]
        lone = _STORY_OPENING.match(line) is None and not asks_or_exclaims(line)
        return lone and line.count(" ") + 1 >= _FEWEST_WORDS_ALONE
    if len(block) <= _SIGNED and all(is_desk(line) and line.count(" ") < _SIGNED_WORDS for line in block):
        return False
    worded = sum(line.count(" ") + 1 >= _FEWEST_WORDS for line in block)
    loud = sum(asks_or_exclaims(line) for line in block)
    return worded * 3 >= len(block) * 2 and loud * 3 <= len(block) * 2
