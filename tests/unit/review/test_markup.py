"""Text from anywhere stays text on a forge."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.review.markup import as_data, as_name, readable

HOSTILE = {
    "mention": "@octocat",
    "team": "ping @org/team now",
    "mail": "ada@example.org",
    "issue": "#1 and org/repo#12 and GH-7",
    "link": "[here](https://example.org)",
    "picture": "![x](https://example.org/x.png)",
    "bare address": "see https://example.org and www.example.org",
    "auto link": "<https://example.org>",
    "script": "</details><script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "comment": "--> <!-- x",
    "code": "```\n`x`\n```",
    "table": "a | b\n--|--",
    "heading": "# big\n\n## bigger",
    "list": "- [ ] task",
    "emoji": ":tada: :+1:",
    "formula": "$x^2$ and $`y`$",
    "commit": "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "reference": "&lt;b&gt; &amp; &#64;octocat",
    "lines": "one\r\n\r\ntwo\u2028three",
    "controls": "a\x00b\x1b[31mc\x7f\u202ed",
    "emphasis": "*a* __b__ ~~c~~ \\* ^d^",
    "footnote": "[^1]: x",
}

CALLS = re.compile(r"[@#]\w|https?://|www\.|\bgh-\d|:[\w+-]+:|\b(?=\w*\d)[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII)
"""What a forge looks for in the text of a finished page, outside of code."""

ELEMENT = re.compile(r"<[^>]*>")


def seen(markup):
    """The text of a finished page."""
    return html.unescape(ELEMENT.sub("", markup))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_value_becomes_markup_a_call_or_a_link(text):
    for page in (f"<p>{as_data(text)}</p>", f"#### {as_data(text)}"):
        (made,) = {MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"]).render(page)}
        elements = set(re.findall(r"</?([a-z0-9]+)", made))
        assert elements <= {"p", "h4", "bdi"}
        assert not CALLS.search(seen(made))
        assert seen(made).replace("\u2060", "").strip() == readable(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_name_is_code_and_can_be_copied_as_it_is(text):
    made = MarkdownIt().render(f"<p>{as_name(text)}</p>")
    assert set(re.findall(r"</?([a-z]+)", made)) == {"p", "code"}
    assert seen(made).strip() == readable(text)


@given(st.text(max_size=200))
def test_whatever_the_text_it_is_one_line_of_plain_signs_and_reads_the_same(text):
    made = as_data(text)
    assert set(ELEMENT.findall(made)) <= {"<bdi>", "</bdi>"}
    assert not re.search(r"[\x00-\x1f\x7f`*_\[\]|\\!~@]", made)
    assert " ".join(seen(made).replace("\u2060", "").split()) == readable(text)
    assert not CALLS.search(seen(made))


def test_signs_that_join_letters_in_persian_and_indic_names_stay():
    assert as_data("می\u200cخواهم") == "می\u200cخواهم"
