"""Laws of reading: nothing is lost, nothing but a refusal comes out of bad input."""

import contextlib
import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableDocument
from generator.read.batch import read_line
from generator.read.frontmatter import read_front_matter
from generator.read.normalise import fold
from generator.read.plaintext import read_document

unhurried = settings(deadline=None)
"""A busy machine is no counterexample."""

anything = st.text() | st.text(st.sampled_from("“”‘’—–\u00a0\u200b\u2028\x85\x1c\t\r\n é٣𝟛１\ue000\U000f0000Aa.'\""))


@unhurried
@given(anything)
@example("\ud800")
def test_folding_keeps_every_offset_and_is_done_once(text: str) -> None:
    folded = fold(text)

    assert len(folded) == len(text)
    assert fold(folded) == folded


@unhurried
@given(anything)
def test_folded_text_knows_no_white_space_but_blanks_and_line_ends(text: str) -> None:
    assert {sign for sign in fold(text) if sign.isspace()} <= set(" \r\n")


@unhurried
@given(anything, anything)
def test_each_sign_is_folded_alone(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@unhurried
@given(anything.filter(lambda text: text.isprintable() and text.strip() and not text.startswith("\ufeff")))
def test_decoded_text_is_the_bytes_in_utf8_again(text: str) -> None:
    with contextlib.suppress(UnreadableDocument):
        document = read_document(text.encode(), "x.txt").document

        assert document.text.encode() == text.encode()
        assert len(document.folded) == len(document.text)
        assert document.body.end == len(document.text)


@unhurried
@given(st.binary())
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableDocument):
        document = read_document(data, "x.txt").document

        assert document.text.encode(document.encoding) in (data, data.removeprefix(b"\xef\xbb\xbf"))


@unhurried
@given(st.text(st.sampled_from("abc:-'\"[]{}&*!|>%@`,#?~ \t\r\n\x07é\u202e\\"), max_size=60))
def test_any_block_is_read_over_without_touching_the_story(block: str) -> None:
    text = f"---\n{block}\n---\nTwo died.\n"

    front = read_front_matter(text, "x.txt")

    assert front.body.of(text).endswith("Two died.\n")
    assert all("\n" not in str(finding) for finding in front.findings)


json_values = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=4)


@unhurried
@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url", "language", "x"]), json_values))
def test_any_json_object_is_a_document_or_refused(fields: dict[str, object]) -> None:
    with contextlib.suppress(UnreadableDocument):
        document = read_line(json.dumps(fields), 1).document

        assert (document.file, document.text) == (fields["id"], fields["text"])
