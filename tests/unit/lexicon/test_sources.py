"""Files of knowledge are read fast, and to the same data that PyYAML gives."""

from importlib import resources

import pytest
import yaml

from generator.errors import InvalidLexicon
from generator.lexicon.sources import parse_knowledge, read_knowledge

FILES = sorted(path.name for path in resources.files("generator.lexicon").iterdir() if path.name.endswith(".yml"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_a_yaml_parser_reads_in_it(name: str) -> None:
    text = resources.files("generator.lexicon").joinpath(name).read_text(encoding="utf-8")
    assert repr(read_knowledge(name)) == repr(yaml.safe_load(text))


@pytest.mark.parametrize(
    "text",
    ["a: [1, 2.5, -3, true, no, ~, null]", "{1: 'yes', b: \"12\", c: 2026-01-31}", "- >-\n  x\n  y\n- ''\n-", "", "12"],
    ids=["numbers-and-truths", "quoted", "blocks-and-nothing", "empty", "scalar"],
)
def test_scalars_mean_what_they_mean_in_yaml(text: str) -> None:
    assert repr(parse_knowledge(text, "birds.yml")) == repr(yaml.safe_load(text))


@pytest.mark.parametrize("text", ["a: &x [1]\nb: *x", "a: !!str 1", "a: *x"], ids=["anchor", "tag", "alias"])
def test_anchors_aliases_and_tags_are_refused(text: str) -> None:
    with pytest.raises(InvalidLexicon, match=r"^birds\.yml: expected a YAML file, found .+ at line 1$"):
        parse_knowledge(text, "birds.yml")


def test_a_missing_file_is_told_in_one_line() -> None:
    with pytest.raises(InvalidLexicon, match=r"^lexicon/nowhere\.yml: expected a YAML file, found .+$"):
        read_knowledge("nowhere.yml")
