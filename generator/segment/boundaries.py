"""Sentence boundaries: an ordered list of small rules, each with the texts that prove it beside it.

The first rule that has a view on a stop decides. In the examples ``|`` marks the boundaries between sentences.
"""

from collections.abc import Callable

from generator.lexicon.abbreviations import Abbreviations
from generator.model.values import value
from generator.segment import stops
from generator.segment.stops import Stop


@value
class Rule:
    """One reason why a stop does or does not end its sentence.

    Attributes:
        name: short name.
        why: the reason.
        ends: what the rule says where it applies: True for a boundary.
        applies: whether it has a view on a stop.
        examples: texts that the rule decides, with ``|`` between sentences.
    """

    name: str
    why: str
    ends: bool
    applies: Callable[[Stop, Abbreviations], bool]
    examples: tuple[str, ...]


RULES = (
    Rule(
        "plain-word",
        "An ordinary word before the stop and a capital behind it; most stops are decided here.",
        True,
        stops.plain,
        ("Troops entered the town. | Nobody resisted.", 'He called it "a disgrace". | Police declined to comment.'),
    ),
    Rule(
        "nothing-follows",
        "What is left holds no word: stray quotes, dots or dashes belong to the sentence before.",
        False,
        stops.nothing_follows,
        ("The convoy left at dawn. --", 'They had gone. "'),
    ),
    Rule(
        "marks-go-on",
        "A comma, a bracket or another stop follows: the sentence has not ended.",
        False,
        stops.marks_go_on,
        ("The talks . . . went on.", "Acme Inc., the maker, said so."),
    ),
    Rule(
        "small-letter",
        "No sentence of a newspaper begins with a small letter.",
        False,
        stops.small_letter,
        ('"Who did this?" the mayor asked.', "Some 3 sq. km burned.", "They waited ... and left."),
    ),
    Rule(
        "attributed",
        "A verb of saying behind closing quotes ties the quotation to its speaker.",
        False,
        stops.attributed,
        ('"Leave now!" SAID THE MAYOR.', '"WE ARE LEAVING." SAID THE MAYOR.'),
    ),
    Rule(
        "speaker-named",
        "A question or cry in quotes, then a name and a verb of saying: one sentence with its speaker.",
        False,
        stops.speaker_named,
        ('"Who did this?" Mayor Ada Obi asked.', '"Who did this?" | Mayor Ada Obi had no answer.'),
    ),
    Rule(
        "exclaiming-name",
        "Some names end with an exclamation mark.",
        False,
        stops.exclaiming_name,
        ("Shares of Yahoo! Japan fell.", "He had never heard of Yahoo! | The shares fell."),
    ),
    Rule(
        "list-number",
        "A number or letter that opens a sentence counts it off.",
        False,
        stops.list_number,
        ("1. The bridge was closed. | 2. The road was not.", "He was born in 1962. | She was not."),
    ),
    Rule(
        "standing-alone",
        "Dots between blanks mark words left out.",
        False,
        stops.standing_alone,
        ("The accord ... Mali rejected was signed.",),
    ),
    Rule(
        "never-last",
        "A title or another short form that always leans on the word behind it.",
        False,
        stops.never_last,
        ("Lt. Gen. Ada Obi left Ft. Hall.", "Dr. The Anh spoke, vs. Mr. Li."),
    ),
    Rule(
        "counting",
        "A short form that counts, before its number.",
        False,
        stops.counting,
        ("It was No. 5 on Jan. 3.", "It cost Rs. 500.", "The answer was No. | Nobody moved in Jan. | Snow fell."),
    ),
    Rule(
        "clock-goes-on",
        "Behind the hour stands its day or time zone.",
        False,
        stops.clock_goes_on,
        ("It struck at 7 a.m. Monday.", "It struck at 9 p.m. GMT on Friday."),
    ),
    Rule(
        "clock-over",
        "Behind the hour stands a capital that is neither day nor time zone: a new sentence.",
        True,
        stops.clock_over,
        ('He spoke at 7 a.m. | "We are safe," he said.', "It struck at 7 p.m. | Police came later."),
    ),
    Rule(
        "short-form",
        "A short form that may end a sentence ends it only before a word that opens sentences.",
        False,
        stops.short_form,
        ("He left Acme Inc. Chairman Ada Obi stayed.", "He left Acme Inc. | The chairman stayed."),
    ),
    Rule(
        "dotted-letters",
        "Letters with stops between them are a name in short.",
        False,
        stops.dotted,
        ("The U.S. Senate met.", "He flew to the U.S. | The visit was brief.", "THE U.S. IN MAY SENT AID."),
    ),
    Rule(
        "initial",
        "One capital letter stands for a name.",
        False,
        stops.initial,
        ("J. K. Obi and George W. Li met.", "They tried plan B. | The plan failed."),
    ),
)
"""All rules in the order in which they are asked; a stop on which none has a view ends its sentence."""


def deciding_rule(stop: Stop, lexicon: Abbreviations) -> Rule | None:
    """The first rule with a view on the stop, or None."""
    for rule in RULES:
        if rule.applies(stop, lexicon):
            return rule
    return None


def ends_here(stop: Stop, lexicon: Abbreviations) -> bool:
    """Whether the stop ends its sentence."""
    rule = deciding_rule(stop, lexicon)
    return rule is None or rule.ends
