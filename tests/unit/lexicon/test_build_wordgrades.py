"""How telling words are, derived from a list of how often they are used."""

import gzip

import pytest

from generator.lexicon.build_wordgrades import grade, main, read_words
from generator.lexicon.threads import _grades

HEADER = b"\x82\xa6format\xa2cB\xa7version\x01"
LIST = b"\x94" + HEADER + b"\x91\xa3the" + b"\x90" + b"\xdc\x00\x02\xd9\x04wool\xa5wools"
"""A header, one word that is every word, none a bit rarer, and two rarer still."""


def test_words_are_read_with_how_often_they_are_used():
    assert [(word, round(often, 3)) for word, often in read_words(LIST)] == [
        *(("the", 1.0), ("wool", 0.955), ("wools", 0.955)),
    ]


@pytest.mark.parametrize("data", [b"\x01", LIST + b"\x01", b"\xc0"], ids=["a number", "more behind it", "nothing"])
def test_what_is_no_such_list_is_refused(data):
    with pytest.raises(ValueError, match="expected"):
        list(read_words(data))


def test_a_word_of_every_story_tells_nothing_and_one_of_a_few_tells_most():
    assert [grade(often) for often in (0.05, 0.001, 0.0001, 0.00001)] == [0, 4, 9, 10]


def test_the_file_that_is_written_is_the_one_that_is_read(tmp_path, capsys):
    path = tmp_path / "words.gz"
    path.write_bytes(gzip.compress(LIST))
    main(str(path))
    assert _grades(capsys.readouterr().out) == {"the": 0.0, "wool": 0.0}
