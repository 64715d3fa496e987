"""The review sheet as Markdown for a comment on a forge, within the size that a comment may have."""

from collections.abc import Iterator, Sequence

from generator.model.values import value
from generator.review.markup import as_data, as_name
from generator.review.sheet import Chapter, Item, Line, Piece, Section, Sheet, Tone
from generator.review.tally import counted, outline, tally, tally_words

COMMENT_SIGNS = 65_000
"""Longest sheet for a comment, in code points; the forge's own limit is 65,536."""

_LONGEST_QUOTE = 700
_LONGEST_PIECE = 400
_MANY = 8
"""A section of more items than this is folded in."""

_FOLDED = frozenset(("new claims", "headlines newly linked", "other changes"))
_TAGS = {Tone.STRONG: "<b>{}</b>", Tone.MARKED: "<mark><b>{}</b></mark>", Tone.STRUCK: "<del>{}</del>"}
_SHARE = 4
"""The table of records that found no room, and the list of files that are no records, take at most this part each."""


@value
class _Part:
    """A piece of the page that is printed as a whole or not at all.

    Attributes:
        text: begins and ends without blank lines.
        chapter: number of the record it belongs to.
        opens: whether it opens a fold, which then has to be closed.
        closes: whether it closes one.
        bare: whether it says nothing by itself, as a heading does.
    """

    text: str
    chapter: int
    opens: bool = False
    closes: bool = False
    bare: bool = False


_CLOSING = "</details>"


def render_markdown(sheet: Sheet, *, limit: int | None = COMMENT_SIGNS, rest: str = "") -> str:
    """The sheet as Markdown.

    Args:
        sheet: the sheet.
        limit: most code points; None prints everything.
        rest: where the whole sheet is to be had, in words, for one that is too long.
    """
    versions = f"{as_name(_short(sheet.base, 100))} → {as_name(_short(sheet.head, 100))}"
    start = ["### Review of the records", f"<p>{versions}: {as_data(outline(sheet))}</p>", *_unread(sheet)]
    end = [_counts(sheet)] if sheet.counts else []
    parts = [part for number, chapter in enumerate(sheet.chapters) for part in _parts(number, chapter)]
    whole = _joined([*start, *(part.text for part in parts), *end])
    if limit is None or len(whole) <= limit:
        return whole
    return _cut(sheet, parts, start, limit, rest)


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _cut(sheet: Sheet, parts: list[_Part], start: list[str], limit: int, rest: str) -> str:
    """As many parts as there is room for, then a table of the records that were left out in whole or in part."""
    note = _short(rest or "run `briefing diff` with --full FILE for the rest", _LONGEST_PIECE)
    share = limit // _SHARE
    start = _fitting(start, share)
    room = limit - len(_joined([*start, _left_out(sheet, range(len(sheet.chapters)), note, share)]))
    taken: list[_Part] = []
    for part in parts:
        room -= len(part.text) + 2
        if room < len(_CLOSING) + 2:
            break
        taken.append(part)
    missing = sorted({part.chapter for part in parts[len(taken) :]})
    while taken and taken[-1].bare:
        taken.pop()
    is_open = sum(part.opens - part.closes for part in taken) > 0
    closing = [_CLOSING] if is_open else []
    return _joined([*start, *(part.text for part in taken), *closing, _left_out(sheet, missing, note, share)])


def _fitting(blocks: list[str], room: int) -> list[str]:
    """The first blocks that fit; the very first two, which are short, always."""
    kept = blocks[:2]
    for block in blocks[2:]:
        room -= len(block) + 2
        if room < 0:
            return [*kept, f"<p>{as_data('… and more files that are no records')}</p>"]
        kept.append(block)
    return kept


def _left_out(sheet: Sheet, missing: Sequence[int], note: str, room: int) -> str:
    """Counts of each record that is not shown in full, as far as there is room, and where the rest is."""
    rows: list[str] = []
    for number in missing:
        chapter = sheet.chapters[number]
        row = f"<tr><td>{as_name(_short(chapter.file, 120))}</td><td>{as_data(_outline(chapter))}</td></tr>"
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    head = "<table>\n<thead><tr><th>not shown in full here</th><th>what differs</th></tr></thead>\n<tbody>"
    more = f"… and {counted(len(missing) - len(rows), 'more record')}. " if len(rows) < len(missing) else ""
    cut = as_data(f"{more}This sheet was cut to fit into a comment: {note}.")
    return "\n".join([head, *rows, "</tbody>", "</table>", f"<p><b>{cut}</b></p>"])


def _outline(chapter: Chapter) -> str:
    return ": ".join(part for part in (chapter.lead, tally_words(tally(chapter))) if part)


def _unread(sheet: Sheet) -> list[str]:
    """Files of the version after that are no records."""
    told = (str(finding).split(": ", 1) for finding in sheet.unread)
    return [
        f"<p><b>Cannot be read:</b> {as_name(place)} {as_data(_short(why, _LONGEST_PIECE))}</p>" for place, why in told
    ]


def _parts(number: int, chapter: Chapter) -> Iterator[_Part]:
    title = f"#### {as_data(_short(chapter.title, 200))}"
    lead = f" {as_data(chapter.lead)}" if chapter.lead else ""
    yield _Part(f"{title}\n\n<p>{as_name(chapter.file)}{lead}</p>", number, bare=not chapter.lead)
    for section in chapter.sections:
        folds = section.name in _FOLDED
        yield _Part(_heading(section), number, opens=folds, bare=True)
        yield from (_Part(_item(item), number) for item in section.items)
        if folds:
            yield _Part(_CLOSING, number, closes=True)


def _heading(section: Section) -> str:
    words = as_data(f"{section.name[0].upper()}{section.name[1:]} ({len(section.items):,})")
    if section.name not in _FOLDED:
        return f"<p><b>{words}</b></p>"
    return f"<details{' open' if len(section.items) <= _MANY else ''}>\n<summary>{words}</summary>"


def _item(item: Item) -> str:
    lines = [f"<p>{_line(item.head)}</p>"]
    if item.quotes:
        lines.append(f"<blockquote>{'<br>'.join(map(_quote, item.quotes))}</blockquote>")
    if item.details:
        lines.append("<ul>" + "".join(f"<li>{_line(each)}</li>" for each in item.details) + "</ul>")
    return "\n".join(lines)


def _line(line: Line) -> str:
    return "".join(_piece(Piece(_short(piece.text, _LONGEST_PIECE), piece.tone)) for piece in line)


def _quote(line: Line) -> str:
    """A quote; of one that is too long, what stands around the marked words."""
    long = sum(len(piece.text) for piece in line) > _LONGEST_QUOTE
    return "".join(map(_piece, _windowed(line) if long else line))


def _windowed(line: Line) -> Iterator[Piece]:
    keep = _LONGEST_QUOTE // 2
    marks = [number for number, piece in enumerate(line) if piece.tone is not Tone.PLAIN]
    for number, piece in enumerate(line):
        if piece.tone is not Tone.PLAIN or len(piece.text) <= keep:
            yield piece
        elif marks and number < marks[0]:
            yield Piece("…" + piece.text[-keep:])
        else:
            yield Piece(piece.text[:keep] + "…")


def _piece(piece: Piece) -> str:
    if piece.tone is Tone.NAME:
        return as_name(piece.text)
    words = as_data(piece.text)
    return _TAGS[piece.tone].format(words) if piece.tone in _TAGS else words


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _counts(sheet: Sheet) -> str:
    rows = "\n".join(
        f"<tr><td>{as_data(each.name)}</td><td>{each.gained:,}</td><td>{each.lost:,}</td><td>{each.changed:,}</td></tr>"
        for each in sheet.counts
    )
    return (
        "<details>\n<summary>Gains and losses by field</summary>\n<table>\n"
        "<thead><tr><th>field</th><th>gained</th><th>lost</th><th>changed</th></tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n{_CLOSING}"
    )
