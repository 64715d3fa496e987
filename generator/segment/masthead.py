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
    r"(?i:published|updated|posted|modified|issued|released|date|dated|last|first|on|at|as|to|the|of|and|week|ending"
    r"|reporting period|period covered|situation|local time|time|hours|hrs?|uhr|h|min|read|eastern|central|pacific"
    r"|a\.?m\.?|p\.?m\.?|noon|midnight|gmt|utc|bst|cet|cest|eet|eest|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|ist|wat"
    r"|cat|eat|sast|msk|wib|pht|jst|hkt|sgt|pkt|aest|aedt|nzst|nzdt|akst|hst"
    r"|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_STAMP = re.compile(
    rf"(?:(?:{_STAMP_WORD}|[0-9]{{1,4}}(?:st|nd|rd|th|am|pm|Z|h)?|T(?=[0-9]))(?:(?=T[0-9])|(?![^\W\d_]))"
    r"[ ,.:;|/()+*~-]*)+"
)
_FULL_DAY = re.compile(
    r"\b[0-9]{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? [12][0-9]{3}\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [12][0-9]{3}\b"
    r"|\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b|\b[0-3]?[0-9]([./])[0-3]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2})\b"
)
_PARTED = re.compile(r"\A[\[(]?\Z|(?:[|,/([:-]|\bon|\bUpdated|\bPublished) ?(?:[A-Z][a-z]{2,8},? )?\Z")
_PARTING = re.compile(r"[\])]?\Z|[\])]? ?(?:[|,/)-]|at |[0-9]{1,2}[:.])")
_SIDE_WORDS = 6
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
    if len(line) > _MAX_BYLINE or not any(map(str.isdigit, line)):
        return False
    return _STAMP.fullmatch(line.lstrip("[(*~|- ")) is not None or _dates_issue(line)


def _dates_issue(line: str) -> bool:
    """Whether a line holds a full date and, parted from it, little more than names (``Field desk | 11 March 2026``)."""
    day = _FULL_DAY.search(line)
    if day is None or ends_sentence(line):
        return False
    before, behind = line[: day.start()], line[day.end() :]
    if _PARTED.search(before) is None or _PARTING.match(behind) is None:
        return False
    words = [
        part for part in _BYLINE_PARTS.split(f"{before} {behind}") if part[:1].isalpha() and not _STAMP.fullmatch(part)
    ]
    small = [word for word in words if word.islower() and word not in _SMALL_WORDS and word not in _OFFICE_WORDS]
    return len(words) <= _SIDE_WORDS and not small


_OFFICE_WORDS = frozenset(
    (
        "desk",
        "staff",
        "reporter",
        "correspondent",
        "release",
        "press",
        "immediate",
        "newsroom",
        "report",
        "bureau",
        "by",
    )
)


_ITEM_HEAD = re.compile(r"[^\W\d_a-zß-öø-ÿ][^a-zß-öø-ÿ,.:]{2,60}, [^a-zß-öø-ÿ,:]{3,40}")


def is_desk(line: str) -> bool:
    """Whether a line above the story can be the name of who issues it: a few words, all of them in capitals or names.

    So does a short headline in capitals look; where only one such line stands above the story, it is that.
    """
    parts = [part for part in _BYLINE_PARTS.split(line) if part]
    named = all(part[0].isupper() or part in _SMALL_WORDS for part in parts)
    return bool(parts) and named and len(parts) <= _DESK_WORDS and not ends_sentence(line)


def is_item_head(line: str) -> bool:
    """Whether a line has the form of a head in a log of incidents, both halves in capitals: ``CRASH, RIVER ROAD``."""
    return _ITEM_HEAD.fullmatch(line) is not None


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
