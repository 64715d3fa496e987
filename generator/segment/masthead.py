"""What stands around a story on its page: its own title, the writer's line above it, the credits below."""

import re

from generator.segment.endings import ends_like_story, ends_sentence
from generator.segment.lines import Line

_MAX_TITLE = 200
_MAX_BYLINE = 120
_BYLINE = re.compile(r"(?:By|BY|Written by|WRITTEN BY) (?=[A-Z])")
_BYLINE_PARTS = re.compile(r"[ ,|/&()-]+")
_BYLINE_WORDS = 16
_SMALL_WORDS = frozenset(("and", "in", "with", "for", "the", "of", "de", "da", "van", "von", "der", "bin", "del", "la"))
_NOTICE = re.compile(
    r"(?:(?:First |Last )?(?:Published|Updated|Posted|Modified)(?: on| at)?(?::| [0-9]| [A-Z])"
    r"|(?:Photo(?:graph)?s?|Image|Picture|Credit|File photo) ?:"
    r"|(?i:(?:joint )?(?:press|media|news|situation) (?:release|note|statement|communique|bulletin|report)"
    r"(?:,? (?:no\.?|number|#) ?[0-9/-]+| [0-9/-]+)?$)"
    r"|[0-9]{1,2} min(?:ute)?s? read|Listen to this|Share (?:this|on)|Advertisement$)"
)
_STAMP_WORD = (
    r"(?i:published|updated|posted|modified|issued|released|date|last|first|on|at|to|the|of|and|week|ending"
    r"|reporting period|local time|time|hours|hrs?"
    r"|a\.?m\.?|p\.?m\.?|noon|midnight|gmt|utc|bst|cet|cest|eet|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|wat|cat|eat"
    r"|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_STAMP = re.compile(
    rf"(?:(?:{_STAMP_WORD}|[0-9]{{1,4}}(?:st|nd|rd|th|am|pm|Z|h)?|T(?=[0-9]))(?:(?=T[0-9])|(?![^\W\d_]))"
    r"[ ,.:;|/()+*~-]*)+"
)
_DESK_WORDS = 10
_HEADLINE_WORDS = 4
_QUOTES = str.maketrans("“”‘’–—", "\"\"''--")
_MARKING = re.compile(r"#{1,6} +")

_CREDIT = re.compile(
    r"[\[(*_~-]{0,3} ?(?:"
    r"(?:Additional |Further |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch) (?:by|from|in) "
    r"|(?:Compiled|Edited|Written|Translated|Produced|Photograph(?:s|ed)?|Photos?|Graphics?|Video|Illustrations?) by "
    r"|(?:Photo(?:graph)?s?|Images?|Pictures?|Sources?|Credits?|Copyright|Agency|Agencies)(?: ?:| ©|/)"
    r"|(?:Tags?|Topics|Filed under|Categories) ?:"
    r"|With (?:inputs?|files|agency|agencies|additional)\b"
    r"|©|\([cC]\) ?[12]|Copyright (?:\([cC]\)|[12])|All rights reserved"
    r"|Our [Ss]tandards:|Follow (?:us|the author|@)|Sign up |Subscribe |Click here|Join our |Download (?:our|the) app"
    r"|(?:This|The) (?:story|article|report) (?:was|has been|is) (?:originally|first|last|corrected|updated|developing)"
    r"|(?:First )?[Pp]ublished(?: on| in|:)|(?:Last )?[Uu]pdated(?: on| at|:)|Read the (?:full|original)"
    r"|https?://|www\.)"
    r"|[A-Za-z]{1,5}(?:/[A-Za-z]{1,5})+$|(?:\((?:photos?|videos?|audio|graphics?|pix)\) ?){1,4}$"
    r"|[-*#_=~ ]{3,}$|-{0,2} ?\(?(?:ENDS|END|MORE|30)\)? ?-{0,2}$"
    r"|-{1,3} ?[A-Z][\w./]*(?: [A-Z][\w./]*){0,2}$|\([A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,3}\)$"
)


def is_title(line: str, *, below: Line, stated: str | None) -> bool:
    """Whether the first line is the document's own headline.

    It is if it repeats the title that the metadata state, or if it is short, has no full stop, and a blank line
    stands between it and the text below.

    Args:
        line: the first line's words, folded.
        below: the next line.
        stated: the title of the metadata, if there is one.
    """
    if stated is not None and _bare(line) == _bare(stated):
        return True
    return (
        below.apart
        and len(line) <= _MAX_TITLE
        and any(map(str.isalpha, line))
        and not ends_like_story(line)
        and not line.startswith("(")
        and not line.endswith((":", ","))
    )


def title_offset(line: str) -> int:
    """Code points of Markdown marking before a title's first word."""
    marking = _MARKING.match(line)
    return marking.end() if marking else 0


def is_byline(line: str) -> bool:
    """Whether the line names the writer and nothing else (``By Jane Doe``)."""
    opening = _BYLINE.match(line)
    if opening is None or len(line) > _MAX_BYLINE or ends_sentence(line):
        return False
    parts = [part for part in _BYLINE_PARTS.split(line[opening.end() :]) if part]
    named = all(part[0].isupper() or part in _SMALL_WORDS for part in parts)
    return named and len(parts) <= _BYLINE_WORDS and parts[-1] not in _SMALL_WORDS


def is_notice(line: str) -> bool:
    """Whether a line above the story says when the page was made or what its picture shows (``Updated: 9 May``)."""
    return len(line) <= _MAX_BYLINE and not ends_sentence(line) and _NOTICE.match(line) is not None


def is_stamp(line: str) -> bool:
    """Whether a line says when the story was issued and nothing else (``4:11 pm on 3 June 2024``)."""
    return (
        len(line) <= _MAX_BYLINE
        and any(map(str.isdigit, line))
        and _STAMP.fullmatch(line.lstrip("[(*~|- ")) is not None
    )


def is_desk(line: str) -> bool:
    """Whether a line above the story can be the name of who issues it: a few words, all of them in capitals or names.

    So does a short headline in capitals look; where only one such line stands above the story, it is that.
    """
    parts = [part for part in _BYLINE_PARTS.split(line) if part]
    named = all(part[0].isupper() or part in _SMALL_WORDS for part in parts)
    return bool(parts) and named and len(parts) <= _DESK_WORDS and not ends_sentence(line)


def tells_news(line: str) -> bool:
    """Whether a line reads like a headline wherever it stands: four words or more, and not all of them names."""
    parts = [part for part in _BYLINE_PARTS.split(line) if part]
    plain = line.isupper() or any(part[0].islower() and part not in _SMALL_WORDS for part in parts)
    return len(parts) >= _HEADLINE_WORDS and plain


def is_credit(line: str) -> bool:
    """Whether a line below the story says who made or owns it, or leads elsewhere."""
    return _CREDIT.match(line) is not None


def _bare(title: str) -> str:
    """A title for comparison: case, spacing, marking and outer quotes do not count."""
    return " ".join(title.casefold().translate(_QUOTES).strip("# \"'").split())
