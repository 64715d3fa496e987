"""Headings of related headlines: by their words, or by how they stand over a block."""

import re
from collections.abc import Collection, Sequence

from generator.segment.endings import ends_like_story
from generator.segment.lines import Line

_SHORT_LINE = 80
_LABELLED = 3
_LABEL_WORDS = 5
_SHORT_LABEL = 40
_LEADING = frozenset(
    (
        *("more", "read", "also", "related", "updates", "latest", "news", "stories", "headlines", "elsewhere"),
        *("round-up", "roundup", "brief", "reading", "briefs", "wires", "today", "week", "issue", "site", "notebook"),
        *("lire", "aussi", "suivre", "leia", "mais", "lea", "también", "más", "noticias", "mehr", "weitere", "też"),
    )
)
"""Words of headings in some languages."""

_HEADINGS = (
    r"related(?: (?:stor(?:y|ies)|headlines?|articles?|news|coverage|links?|reading|content|reports?|topics?))?",
    r"related releases",
    r"(?:previous|earlier|recent|popular) (?:news|stories|headlines|articles?|reports?|releases?|coverage)",
    r"read (?:more|also|next|on)(?: (?:about|on) [^:]{1,60})?",
    r"more (?:on|about) th(?:is(?: (?:story|topic|news))?|e (?:story|topic|news))",
    r"(?:more|also|news|stories) (?:from|in) (?:the |our )?[\w'&-]{1,20}(?: [\w'&-]{1,20}){0,3}",
    r"(?:from|in) (?:the|our) (?:archives?|newsroom|same section)",
    r"you might have missed",
    r"more (?:stories|news|headlines|coverage|reading|to read)",
    r"more (?:on|about|from) [^:.]{1,60}(?=:)",
    r"(?:see|read|watch|listen) also",
    r"also (?:read|see|in the news|on [a-z ]{1,30})",
    r"in other news",
    r"(?:other|top|latest|more top|today's) (?:stories|news|headlines)",
    r"you (?:may|might) (?:also )?like",
    r"(?:recommended|suggested|further reading|elsewhere|don't miss|must read|most read|trending|editor'?s'? picks?)",
    r"what (?:else )?to read(?: next)?",
)
_HEADING = re.compile(
    rf"[#*_>\[( ]{{0,6}}(?:[^/:.]{{2,30}}/ ?)?(?:{'|'.join(_HEADINGS)})"
    r"(?P<mark>[*_ ]{0,4}[:|>-]{1,2}[*_ ]{0,4}|[*_ ]{0,4}$)",
    re.IGNORECASE,
)
_STARTS = "relat|read|more|see|watch|listen|also|in o|oth|top|lat|tod|you|rec|sug|fur|els|don|mus|mos|tre|edi|wha"
_STARTS += "|pre|ear|pop|new|sto|fro|in t"
_HEADING_WORDS = re.compile(rf"[#*_>\[( ]{{0,6}}(?:{_STARTS})", re.IGNORECASE)
"""A cheap look at a line's first letters before the headings are tried."""
_DRESS = "#*_>[( "
_FIRST_LETTERS = frozenset(start[:2] for start in _STARTS.split("|"))
"""A still cheaper one."""


def heading_end(lines: Sequence[Line], words: Sequence[str], number: int) -> int | None:
    """Where, in the words of a line, a heading of related headlines ends; None where there is none."""
    line = words[number]
    doubled = "/" in line and len(line) <= _SHORT_LINE
    if doubled or (line.lstrip(_DRESS)[:2].lower() in _FIRST_LETTERS and _HEADING_WORDS.match(line) is not None):
        heading = _HEADING.match(line)
        # Behind a mere dash may stand the rest of a sentence.
        if heading and (heading.end() == len(line) or ":" in heading["mark"] or not ends_like_story(line)):
            return heading.end()
    return len(line) if _leads_on(lines, words, number) else None


def _leads_on(lines: Sequence[Line], words: Sequence[str], number: int) -> bool:
    """Whether a short line stands by its words (``Trans-Lake also reports``) over two lines or more below it."""
    line = words[number]
    if len(line) > _SHORT_LABEL or number + 2 >= len(lines) or not lines[number].apart:
        return False
    label = line.casefold().replace("/", " ").split()
    if len(label) > _LABEL_WORDS or _LEADING.isdisjoint(label) or line.endswith((".", "?", "!", ",", ";")):
        return False
    return not (lines[number + 1].apart or lines[number + 2].apart)


def is_label(lines: Sequence[Line], words: Sequence[str], block: Collection[int], first: int) -> bool:
    """Whether the first line of a block stands over the others as their heading: ``World``, ``MORE LOCAL``."""
    below = first + 1
    if len(block) < _LABELLED or lines[below].apart:
        return False
    label = [word for word in words[first].replace("/", " ").split() if word[0].isalnum()]
    loud = words[first].isupper() and not words[below].isupper()
    telling = sum(words[number].count(" ") >= len(label) for number in block if number != first)
    short = len(label) <= 2 or (loud and len(label) <= _LABEL_WORDS)
    leading = len(label) <= _LABEL_WORDS and any(word.lower() in _LEADING for word in label)
    return telling + 1 == len(block) and (short or leading)
