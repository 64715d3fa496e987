"""The review sheet as plain text for a terminal."""

from collections.abc import Iterator

from generator.review.markup import readable
from generator.review.sheet import Chapter, Item, Line, Sheet, Tone
from generator.review.tally import outline

_MARKS = {Tone.MARKED: ("[", "]"), Tone.STRUCK: ("~", "~")}


def render_text(sheet: Sheet) -> str:
    """The sheet as lines: ``[152]`` is a figure that stands in the words, ``~145~`` what was said before."""
    title = readable(f"{sheet.base} → {sheet.head}: {outline(sheet)}")
    lines = [title, *(f"cannot be read: {readable(str(each))}" for each in sheet.unread)]
    for chapter in sheet.chapters:
        lines += ["", *_chapter(chapter)]
    if sheet.counts:
        lines += ["", f"{'field':<24}{'gained':>8}{'lost':>8}{'changed':>8}"]
        lines += [f"{each.name:<24}{each.gained:>8,}{each.lost:>8,}{each.changed:>8,}" for each in sheet.counts]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield readable(chapter.title) + (f"  ({chapter.lead})" if chapter.lead else "")
    yield readable(chapter.file)
    for section in chapter.sections:
        yield f"  {section.name} ({len(section.items):,})"
        for item in section.items:
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"  - {_line(item.head)}"
    yield from (f"      {_line(each)}" for each in (*item.quotes, *item.details))


def _line(line: Line) -> str:
    return readable("".join("".join((*_around(piece.tone, 0), piece.text, *_around(piece.tone, 1))) for piece in line))


def _around(tone: Tone, side: int) -> tuple[str, ...]:
    return (_MARKS[tone][side],) if tone in _MARKS else ()
