"""The index in pieces: what a browser would load, read back."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.index.shards import FOLDER, MANIFEST, build_index
from generator.index.words import folded, words_of
from generator.model.hit import Hit
from generator.model.page import Page


def parts(files):
    """Every part of the index by name, as the search script gets them."""
    found = {}
    for file in files:
        call = re.fullmatch(r"briefingSearch\((.*)\)\n", file.text, re.DOTALL)
        name, value = json.loads(f"[{call[1]}]")
        found[name] = value
    return found


def find(files, word):
    """Addresses of the pages with a word, and what it weighs there."""
    index = parts(files)
    start = next((start for start in index["open"]["shards"] if word.startswith(start)), None)
    keys = index[f"words/{start}"].get(word, "") if start else ""
    cards = {key: card for name, block in index.items() if name.startswith("cards/") for key, card in block.items()}
    return {cards[keys[at : at + 6]][0]: keys[at + 6] for at in range(0, len(keys), 7)}


def page(name, *hits):
    return Page(f"incidents/{name}.md", "", hits=hits)


ATTACK = page(
    "a",
    Hit("", "Attack in Zhobari", "Gunmen struck", "Zhobari · Red Front"),
    Hit("claim-b", "Figure: police", "The dead were a hundred and forty-five, police said", "145"),
)
FLOOD = page("f", Hit("", "Flood", "A river rose in Zhobari", ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rubina ÇELİK’s", ("rubina", "celik")),
        ("1,200 dead; 1.000.000 displaced", ("1200", "dead", "1000000", "displaced")),
        ("12:30, 3.5 and a 7", ("12", "30", "3", "5", "and", "7")),
        ("Ｑｕｅｔｔａ Straße 東京", ("quetta", "straße", "東京")),
        ("a_b - ,", ()),
        ("x" * 50, ("x" * 24,)),
    ],
    ids=["accents", "grouped numbers", "other numbers", "scripts", "nothing", "a long word"],
)
def test_text_is_compared_without_accents_case_and_grouping(text, words):
    assert words_of(text) == words


@given(st.text())
def test_folding_twice_is_folding_once_for_words(text):
    assert words_of(folded(text)) == words_of(text)


def test_a_word_leads_to_its_pages_and_weighs_most_in_a_title():
    files = build_index((ATTACK, FLOOD))
    assert find(files, "zhobari") == {"incidents/a.html": "9", "incidents/f.html": "1"}
    assert find(files, "145") == {"incidents/a.html": "6"}
    assert find(files, "police") == {"incidents/a.html": "3"}
    assert find(files, "hundred") == {"incidents/a.html": "1"}
    assert find(files, "nowhere") == {}


def test_a_card_holds_what_a_result_shows():
    files = parts(build_index((ATTACK,)))
    (card,) = files["cards/0"].values()
    assert card[:3] == ["incidents/a.html", "Attack in Zhobari", "Gunmen struck"]
    assert card[3] == [["claim-b", "Figure: police", "The dead were a hundred and forty-five, police said"]]


def test_pages_without_hits_are_not_in_the_index():
    assert parts(build_index((Page("x.md", "text"),)))["open"]["pages"] == 0


def many(count, *, but=()):
    return [
        page(f"i{n}", Hit("", f"Event {n} at Place{n % 7}", f"told{n} by somebody"))
        for n in range(count)
        if n not in but
    ]


def test_the_order_of_the_pages_does_not_matter():
    assert build_index(many(40)) == build_index(reversed(many(40)))


def test_a_new_page_changes_the_files_of_its_own_words_and_card_alone():
    before = {file.path: file.text for file in build_index(many(60, but=(33,)))}
    after = {file.path: file.text for file in build_index(many(60))}
    changed = {path for path in after if after[path] != before.get(path)}
    known = {f"{FOLDER}w-{start}.js" for start in ("33", "to", "ev", "at", "pl", "by", "so")} | {MANIFEST}
    assert {path for path in changed if "/c-" not in path} <= known
    assert len(changed - known) == 1


def test_a_word_on_most_pages_is_left_out_and_named():
    files = build_index(many(400))
    assert parts(files)["open"]["common"] == ["at", "by", "event", "somebody"]
    assert len(find(files, "place3")) == 57


def test_a_large_file_of_words_is_split_by_the_next_letters():
    hits = [
        Hit("", " ".join(f"re{sign}x{number}y{each}" for each in range(40)), "")
        for sign in "abc"
        for number in range(90)
    ]
    files = build_index(page(f"p{number}", hit) for number, hit in enumerate(hits))
    starts = parts(files)["open"]["shards"]
    assert "re" not in starts
    assert all(len(file.text) < 60_000 for file in files)
    assert len(find(files, "reax7y3")) == 1


def test_nothing_in_a_file_ends_a_script_and_every_name_is_a_plain_one():
    hostile = page("h", Hit("", "</script><script>alert(1)</script>\u2028 東京 ünal", "<!--", "con aux"))
    for file in build_index((hostile,)):
        assert "<" not in file.text
        assert "\u2028" not in file.text
        assert re.fullmatch(r"assets/search/[A-Za-z0-9_-]+\.js", file.path)
