"""Gold sets: both forms, and what is said about broken ones."""

import gzip
import json

import pytest

from generator.errors import InvalidGold, UnreadableDocument
from generator.model.gold import GoldToll, Role
from generator.model.vocabulary import Outcome
from generator.read.gold import read_gold

READING = """\
relevant: true
types: [[bombing, armed-attack]]
countries: [ML]
places: [[Gao, Gawo]]
dates: [[2026-03-04, 2026-03-05]]
killed: 4
injured: null
tolls:
  - {outcome: killed, value: 4, by: Awa Diallo, quote: Four people died.}
  - {outcome: killed, value: 9, background: true, quote: Nine died in 2019.}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("---\npublished: 2026-03-05\n---\nFour people died.\n", "utf-8")
    (tmp_path / "b.yml").write_text(READING, "utf-8")
    (tmp_path / "a.txt").write_text("Nothing happened.\n", "utf-8")
    (tmp_path / "a.yml").write_text("relevant: false\n", "utf-8")
    return tmp_path


def test_a_folder_of_pairs_is_read_by_name(folder):
    first, second = read_gold(folder)
    assert (first.document.file, first.gold.relevant, first.gold.tolls) == ("a.txt", False, None)
    assert str(second.document.metadata.published) == "2026-03-05"
    assert second.gold.types == (("bombing", "armed-attack"),)
    assert second.gold.countries == (("ML",),)
    assert second.gold.dates == (("2026-03-04", "2026-03-05"),)
    assert (second.gold.killed, second.gold.injured) == (4, None)
    assert second.gold.tolls == (GoldToll(Outcome.KILLED, 4, "Awa Diallo"),)
    assert second.gold.background == (GoldToll(Outcome.KILLED, 9),)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_batch_file_is_read_line_by_line(tmp_path, pack):
    gold = {
        "type_scheme": "muc",
        "types": ["attack"],
        "templates": [{"incident_type": "bombing / attack", "PerpInd": [], "Victim": [["JUDGE", "MAGISTRATE"]]}],
    }
    file = tmp_path / "gold.jsonl"
    file.write_bytes(pack(json.dumps({"id": 7, "text": "A JUDGE DIED.", "gold": gold}).encode() + b"\n\n"))
    (document,) = read_gold(file)
    assert (document.document.file, document.gold.coarse) == ("7", True)
    (template,) = document.gold.templates
    assert template.types == ("bombing", "attack")
    assert template.fillers == {Role.VICTIM: (("JUDGE", "MAGISTRATE"),)}


def test_fields_that_are_not_to_be_scored_are_passed_over(tmp_path):
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "x", "text": "y", "gold": {"skip_fields": True, "relevant": True, "killed": 1}}))
    assert (read_gold(file)[0].gold.relevant, read_gold(file)[0].gold.killed) == (True, None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("relevant: true", "relevant: maybe", "b.yml: relevant: expected true or false, found str 'maybe'"),
        ("killed: 4", "killed: -4", "b.yml: killed: expected a number of persons, found int '-4'"),
        ("[ML]", "[Mali]", "b.yml: countries: expected codes of two capitals, found 'Mali'"),
        ("[[bombing, armed-attack]]", "[bomb]", "b.yml: types: expected an event type of the codebook, found 'bomb'"),
        ("2026-03-05]]", "2026-03-03]]", "b.yml: dates: expected pairs of first and last day"),
        ("outcome: killed", "outcome: dead", "b.yml: tolls: expected one of killed, injured"),
        ("places: [[Gao, Gawo]]", "places: Gao", "b.yml: places: expected a list, found str 'Gao'"),
        ("places: [[Gao, Gawo]]", "places: [", "b.yml:6: expected YAML, found: did not find expected"),
        (READING, "- a\n", "b.yml: expected a reading (field: value), found list"),
    ],
)
def test_a_broken_reading_is_told_in_one_line_with_its_field(folder, old, new, said):
    (folder / "b.yml").write_text(READING.replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidGold) as caught:
        read_gold(folder)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_document_without_reading_is_told(folder):
    (folder / "c.txt").write_text("Two died.\n", "utf-8")
    with pytest.raises(InvalidGold, match=r"c\.txt: expected c\.yml beside it, found none"):
        read_gold(folder)


def test_a_folder_without_pairs_is_told(tmp_path):
    with pytest.raises(InvalidGold, match="expected documents with readings, found none"):
        read_gold(tmp_path)


def test_a_line_without_reading_or_text_is_told_with_its_number(tmp_path):
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "x", "text": "y"}\n')
    with pytest.raises(InvalidGold, match=r"gold\.jsonl:1: expected a reading"):
        read_gold(file)
    file.write_text('{"id": "x"}\n')
    with pytest.raises(UnreadableDocument, match=r"gold\.jsonl:1"):
        read_gold(file)


def test_a_damaged_gzip_file_is_told(tmp_path):
    file = tmp_path / "gold.jsonl.gz"
    file.write_bytes(gzip.compress(b"{}" * 100)[:-9])
    with pytest.raises(InvalidGold, match="expected a whole gzip file"):
        read_gold(file)
