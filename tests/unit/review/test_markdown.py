"""The review sheet as a comment on a forge."""

import html
import re

import pytest
from markdown_it import MarkdownIt

from generator.model.finding import Finding
from generator.review.markdown import COMMENT_SIGNS, render_markdown

ALLOWED = {
    "b", "bdi", "blockquote", "br", "code", "del", "details", "em", "i", "ins", "li", "mark", "ol", "p", "q", "s",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
HOSTILE = [
    "@org/team fixes #1 and GH-2",
    "</details><script>alert(1)</script>",
    "`a` | ``b`` | *c*",
    "![x](https://example.org/x.png) [y](https://example.org) https://example.org",
    "<img src=x onerror=alert(1)>",
    "--> <!-- hidden",
    ":tada: $x$ a5c3785ed8d6a35868bc169f07e40e889087fd2e",
]
CALLS = re.compile(r"[@#]\w|https?://|www\.|\bgh-\d|:[\w+-]+:|\b[0-9a-f]{40}\b", re.IGNORECASE | re.ASCII)


def elements(page):
    return re.findall(r"<(/?)([a-z0-9]+)((?: [^<>]*)?)>", page)


def is_balanced(page):
    stack = []
    for closing, name, _ in elements(page):
        if name == "br":
            continue
        if not closing:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack


def outside_of_code(page):
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<code>.*?</code>", "", page)))


@pytest.fixture(params=HOSTILE)
def hostile(request, text, changed):
    """The sheet of a record in which everything that takes free text holds a hostile value, and the value."""
    value = request.param
    quoted = '"' + value.replace('"', '\\"') + '"'
    before = "Balochistan attacks: minister and military differ on militants killed"
    proposal = f"proposals:\n- {{at: title.text, ours: {quoted}, theirs: {quoted}, why: {quoted}}}\n"
    grave = f"rejected:\n- {{id: gone, list: claims, why: {quoted}, by: {quoted}}}\n"
    sheet = changed(
        f'"{before}"', quoted,
        "quote: The military had said 92 militants were killed on Saturday.", f"quote: {quoted}",
        "who: law enforcement personnel", f"who: {quoted}",
        "role: chief minister of Balochistan", f"role: {quoted}",
        text[-60:], text[-60:] + grave + proposal,
    )  # fmt: skip
    return sheet, value


def test_no_value_of_a_record_becomes_markup_a_call_or_a_link(hostile):
    sheet, value = hostile
    page = render_markdown(sheet)
    made = MarkdownIt("gfm-like", {"linkify": False}).render(page)
    for text in (page, made):
        assert {name for _, name, _ in elements(text)} <= ALLOWED | {"h3", "h4"}
        assert {rest for _, _, rest in elements(text)} <= {"", " open"}
        assert is_balanced(text)
        assert not CALLS.search(outside_of_code(text))
    assert "<!--" not in made
    assert outside_of_code(made).replace("\u2060", "").count(value) >= 6


def test_a_figure_is_marked_in_its_sentence_and_the_old_one_struck(changed):
    page = render_markdown(changed("killed: 145", "killed: 152", "forces killed 145", "forces killed 152"))
    assert "<del>145</del> → <b>152</b> militants killed" in page
    assert "forces killed <mark><b>152</b></mark> militants" in page


def test_no_change_is_said_in_words(sheet_of):
    page = render_markdown(sheet_of([], []))
    assert "<code>before</code> → <code>after</code>: no record differs." in page


def test_a_file_that_is_no_record_is_told_with_its_place(sheet_of):
    fault = Finding("content/incidents/x.yml", "yaml", "YAML", "a fault", line=3, column=7)
    page = render_markdown(sheet_of([], [], [fault]))
    assert "Cannot be read:</b> <code>content/incidents/x.yml:3:7</code> error: yaml: expected YAML" in page


@pytest.fixture(scope="module")
def many(text, edition, sheet_of):
    """The sheet of more new records than a comment can hold."""
    name = "balochistan-attacks-b1512c5f"
    ids = [f"attacks-{number:04d}-b1512c5f" for number in range(150)]
    return sheet_of([], [edition(text.replace(f"id: {name}", f"id: {each}", 1), each) for each in ids])


def test_a_sheet_for_a_comment_is_cut_at_its_limit_and_counts_what_is_missing(many):
    whole, page = render_markdown(many, limit=None), render_markdown(many, rest="the whole is in whole.md")
    assert len(whole) > 3 * COMMENT_SIGNS
    assert COMMENT_SIGNS * 0.8 < len(page) <= COMMENT_SIGNS
    assert is_balanced(page)
    assert "150 records changed" in page
    assert "new record: " in page
    assert page.rstrip().endswith("This sheet was cut to fit into a comment: the whole is in whole.md.</b></p>")


@pytest.mark.parametrize("limit", [2_000, 3_000, 5_001, 10_000, 23_456, COMMENT_SIGNS])
def test_whatever_the_limit_the_sheet_keeps_it_and_every_fold_is_closed(limit, many):
    page = render_markdown(many, limit=limit)
    assert len(page) <= limit
    assert is_balanced(page)
    shown = set(re.findall(r"<p><code>content/incidents/([a-z0-9-]+)\.yml</code> new record</p>", page))
    counted = set(re.findall(r"<td><code>content/incidents/([a-z0-9-]+)\.yml</code></td>", page))
    more = re.search(r"… and (\d+) more record", page)
    assert len(shown | counted) + int(more[1] if more else 0) == 150


def test_one_record_that_is_too_large_is_shown_as_far_as_there_is_room(text, edition, sheet_of):
    sheet = sheet_of([], [edition(text)])
    page = render_markdown(sheet, limit=2_500)
    assert len(page) <= 2_500
    assert is_balanced(page)
    assert "militants killed" in page
    assert "content/incidents/record.yml</code></td><td>new record: " in page


def test_many_files_that_are_no_records_leave_room_for_the_rest(many):
    faults = [Finding(f"content/incidents/{n}.yml", "yaml", "x" * 300, "y") for n in range(1000)]
    sheet = type(many)(many.base, many.head, many.chapters, tuple(faults), many.counts)
    page = render_markdown(sheet)
    assert len(page) <= COMMENT_SIGNS
    assert "and more files that are no records" in page
    assert "new record" in page


def test_a_long_quote_is_shown_around_its_figure(changed):
    long = "word " * 400
    page = render_markdown(
        changed("killed: 145", "killed: 152", "Pakistan's security forces killed 145 militants over 40 hours\n",
                f"{long}killed 152 militants {long}\n")
    )  # fmt: skip
    assert "killed <mark><b>152</b></mark> militants" in page
    assert len(page) < 5_000
