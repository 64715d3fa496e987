"""The one way a value reaches a page."""

import html
import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.vocabulary import EventType
from generator.render.encoding import address, data, front_matter

TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))
READABLE = st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r<>&\"'`*_[]{}\\"))


@given(TEXT)
def test_encoded_data_holds_no_sign_that_markdown_html_or_yaml_knows(text):
    left = re.sub(r"&#[0-9]+;", "", data(text))
    assert not re.search(r"[\x00-\x1f!-/:-@\[-`{-\x7f]", left)


@given(READABLE)
def test_a_browser_reads_encoded_data_back_as_the_same_text(text):
    assert html.unescape(data(text)) == text


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"], ids=["NUL", "a lone surrogate"])
def test_what_no_page_can_hold_becomes_the_replacement_character(text):
    assert data(text) == "a\ufffdb"


@pytest.mark.parametrize("value", [None, True, 1.5, ["a"]], ids=repr)
def test_data_refuses_what_a_view_should_have_put_into_words(value):
    with pytest.raises(TypeError, match="takes text or a whole number"):
        data(value)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//example.org/x",
        "/etc/passwd",
        "https://user@example.org/",
        "https:///no-host",
        "http://example.org\\@example.net/",
        "",
        None,
    ],
    ids=repr,
)
def test_an_address_that_a_browser_might_run_or_send_elsewhere_is_refused(target):
    with pytest.raises(ValueError, match=r"expected a relative \.html link"):
        address(target)


@pytest.mark.parametrize(
    "target",
    ["../sources/a-1.html#s-0", "#claim-x", "index.html", "https://example.org/a?b=c%20d&e=f#g"],
)
def test_a_page_of_the_site_or_a_web_address_can_be_linked(target):
    assert html.unescape(address(target)) == target


@given(TEXT, TEXT)
def test_front_matter_gives_back_title_and_description_escaped_once_on_one_line(title, description):
    head = front_matter(title, description)
    fence, body, rest = head.split("---\n")
    assert fence == ""
    assert rest == "\n"
    read = yaml.safe_load(body)
    assert set(read) == {"title", "description"}
    for text, value in ((title, read["title"]), (description, read["description"])):
        assert not re.search(r"[<>\"'\x00-\x1f\x7f-\x9f\u2028\u2029]", value)
        spaced = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", " ", text)
        assert html.unescape(value).split() == html.unescape(html.escape(spaced)).split()


def test_a_title_is_a_json_string_that_cannot_end_its_line_or_the_front_matter():
    head = front_matter('---\n"tags: [x]\n---', "d")
    assert head.split("\n")[1] == "title: " + json.dumps("--- &quot;tags: [x] ---")


def test_tags_come_from_the_list_of_event_types_alone():
    assert "- armed-attack\n" in front_matter("t", "d", tags=[EventType.ARMED_ATTACK])
    with pytest.raises(ValueError, match="is not a valid EventType"):
        front_matter("t", "d", tags=["<script>"])
