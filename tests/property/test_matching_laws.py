"""Laws of cutting text into words, for any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.prose.matching import Prose, read_prose
from generator.read.normalise import fold

texts = st.lists(
    st.sampled_from(["the", "rebels'", "U.S.", "Peru's", "'", "s'", "a_b", "_", "12,5", "É'S", "(x)", "", "north-east"])
    | st.text(max_size=6),
    max_size=12,
).map(lambda pieces: fold(" ".join(pieces)))


def shape(prose: Prose, offset: int = 0) -> list[tuple[str, int, int]]:
    return [(word.text, word.start + offset, word.end + offset) for word in prose.words]


@given(texts)
def test_words_stand_in_order_where_they_say(text: str) -> None:
    prose = read_prose(text)
    edges = [edge for word in prose.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(text[word.start : word.end] == word.text for word in prose.words)
    assert prose.vocabulary == {word.lower for word in prose.words}


@given(texts)
def test_no_visible_sign_is_lost(text: str) -> None:
    left = set(range(len(text))) - {at for word in read_prose(text).words for at in range(word.start, word.end)}
    assert all(text[at].isspace() or text[at] == "_" for at in left)


@given(texts, texts)
def test_a_comma_and_a_blank_part_two_texts(first: str, second: str) -> None:
    both = read_prose(f"{first}, {second}")
    assert shape(both) == shape(read_prose(f"{first},")) + shape(read_prose(second), len(first) + 2)


@given(texts)
def test_a_text_is_cut_alike_each_time(text: str) -> None:
    assert shape(read_prose(text)) == shape(read_prose(f"{text} ")) == shape(read_prose(text))
