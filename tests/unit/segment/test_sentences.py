"""Sentences of news prose; ``|`` marks the boundaries."""

from collections.abc import Callable

import pytest

CASES = {
    "quotation of two sentences with its speaker": "“We came. We saw,” he said. | They left.",
    "quotation behind a colon": 'He said: "It is over." | The army left.',
    "quotation behind the hour": "He spoke at 7 a.m. | “It is over. We won.” | Nobody cheered.",
    "speaker between two halves": "“My list says 151,” she said by phone, “and nobody asked. Nobody.” | He left.",
    "stop behind the closing quotes": 'He called it "a disgrace". | India denied it.',
    "cry inside quotes, speaker behind": '"Get out!" Mayor Ada Obi shouted. | They did.',
    "question, then a new sentence": '"Who did it?" | The mayor had no answer.',
    "single quotes": "‘We came. We saw,’ he said. | It’s over.",
    "single quotes of a headline word": "The ‘Tigers’ group left. | They’d said ‘stop.’ | Then quiet.",
    "quotation inside a quotation": "\"He said 'go. Now.' and left,\" she said. | He had.",
    "brackets": "Nine died (six in Mali. Three in Niger.) on Friday. | Two lived.",
    "sentence in brackets": "Nine died. | (The army gave no toll.) | Two lived.",
    "square brackets": "“They [the rebels. Ed.] left,” he said. | So it was.",
    "ranks and names": "Lt. Gen. J. K. Obi met Dr. A. Li of St. Ives. | He left.",
    "U.S. before a name and at the end": "U.S. President Li left the U.S. | He flew home.",
    "figures": "It rose 3.5 percent to $1.2 billion. | About 7,640.50 is left.",
    "money": "The fine was Rs. 500 or Tk. 700. | Nobody paid.",
    "months": "It began on Jan. 3 and ended in Feb. 2024. | Snow fell.",
    "addresses on the net": "See www.fema.example/alerts.html or mail a.b@c.example. | Call us.",
    "dots in the middle": "They waited ... and waited... then left. | Rain fell.",
    "dots at the end": "“We waited …” he said. | They left... | Rain fell.",
    "versions and times": "It struck at 3.40 p.m. on Friday. | It was 7.1 strong.",
    "companies": "Acme Inc. and Obi & Co. Ltd. closed. | Shares fell.",
    "names that exclaim": "Yahoo! said so. | Yahoo! Japan agreed.",
    "number that opens a sentence": "The raid failed. | 17 others fled. | Nobody saw them.",
    "question and exclamation": "Who did it?! | Nobody knows! | We ask.",
    "footnote marks": "Nine died.[1] | Two lived.[2][3] | One fled.",
    "blank forgotten": "Nine people died.The army left. | It came back.".replace("died.The", "died.| The"),
    "degree and initials": "Ada Obi, Ph.D., and George W. Li Jr. met. | They agreed.",
    "capitals only": "THREE MEN WERE KILLED. THE ARMY LEFT. | U.S. AID IN MAY STOPPED. | 12 DIED.".replace(
        "KILLED. THE", "KILLED. | THE"
    ),
    "dash between sentences": "They left. - | Nobody came.".replace("- | ", "| - "),
    "accents": "Él murió en Bogotá. | Ángela vive.",
    "semicolons are no boundary": "Nine died; two lived: one fled. | It rained.",
    "region in short": "A man from Fresno, Calif. Police arrested him.".replace("Calif. ", "Calif. | "),
    "streets and saints": "It was on Main St. The mayor of St. Ives left.".replace("St. The", "St. | The"),
    "capital of the union": "He flew to Washington, D.C. | The visit was brief.",
    "hours in a row": "It began at 5 p.m. | Police came at 6 p.m. | The fire was out at 7 p.m. local time.",
    "speakers in turn": "“Stop!” he said. | “Why?” she asked. | “Go.” | They went.",
    "e.g.": "Some towns, e.g. Gao, fell, i.e. Mali lost them. | It rained.",
    "no. as a word": "Asked whether he knew, he said no. | Nobody asked again.",
    "inches do not open a quotation": 'A 12" pipe broke. | The 10" one held.',
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_news_prose_is_cut_into_its_sentences(marked: str, sentences: Callable[[str], list[str]]) -> None:
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("died.| The", "died.The").replace("| ", "")

    assert sentences(text) == parts


def test_quotes_that_are_never_closed_swallow_nothing(sentences: Callable[[str], list[str]]) -> None:
    text = '"We came, he said. They left. "Nobody came. It rained.\nThe army left. It came back.'

    assert sentences(text) == [
        '"We came, he said.',
        "They left.",
        '"Nobody came.',
        "It rained.",
        "The army left.",
        "It came back.",
    ]


def test_a_quotation_longer_than_the_longest_is_cut_like_other_text(sentences: Callable[[str], list[str]]) -> None:
    text = '"' + "They came and took it. " * 60 + 'They left," he said.'

    assert len(sentences(text)) == 61


def test_each_paragraph_of_a_long_quotation_opens_with_quotes_and_only_the_last_closes(
    sentences: Callable[[str], list[str]],
) -> None:
    text = '"We came. We saw.\n"We left. We lost," he said. Rain fell.'

    assert sentences(text) == ['"We came.', "We saw.", '"We left. We lost," he said.', "Rain fell."]


def test_text_without_any_stop_is_one_sentence(sentences: Callable[[str], list[str]]) -> None:
    assert sentences("no stop here") == ["no stop here"]
