"""Quotation marks: British ones made double, so that finders look for one sign only."""

import re

_OPENS = re.compile(r"(?<![^\s(\[-])'(?=[^\W_])")
_CLOSES = re.compile(r"(?<=[\w.,!?;])'(?![\w])")
_CLIPPED = re.compile(r"'(?:[0-9]|em\b|tis\b|til\b|n\b)")
"""Words that begin with an apostrophe."""


def with_double_quotes(text: str) -> str:
    """The text with single quotation marks made double, as long as before; apostrophes stay.

    A mark that opens is closed by the next one that stands behind a sign of punctuation or in front of one; a
    quotation that goes on over sentences is open at the end of the one and at the beginning of the other.
    """
    if "'" not in text:
        return text
    marks: list[int] = []
    at = 0
    for found in _OPENS.finditer(text):
        start = found.start()
        if start < at or _CLIPPED.match(text, start):
            continue
        end = _closing(text, start + 1)
        if end is None and start > 0 and text[start - 1] not in " (":
            continue
        if end is None and start > 0 and not text[:start].rstrip().endswith((":", ",", ".")):
            continue
        marks += [start] if end is None else [start, end]
        at = len(text) if end is None else end + 1
    if not marks and text.rstrip().endswith((".'", "!'", "?'")) and '"' not in text:
        marks.append(len(text.rstrip()) - 1)
    for mark in marks:
        text = f'{text[:mark]}"{text[mark + 1 :]}'
    return text


def _closing(text: str, start: int) -> int | None:
    """Offset of the mark that closes a quotation: behind or in front of punctuation, else the first that can."""
    plain = None
    for found in _CLOSES.finditer(text, start):
        at = found.start()
        following = text[at + 1 : at + 2]
        if text[at - 1] in ".,!?;" or following in ".,;:!?)" or not following:
            return at
        if plain is None and text[at - 1] != "s":
            plain = at
    return plain
