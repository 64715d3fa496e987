"""Rules for sentences that claim, accuse, deny or respond."""

import re
from dataclasses import dataclass

from generator.lexicon.rules import Rule, alternation, read_rule
from generator.lexicon.sources import read_knowledge


@dataclass(frozen=True, slots=True)
class ClaimLexicon:
    """Everything that ``claims.yml`` knows.

    Attributes:
        rules: in order of precedence; the label is the claim kind.
        answers: matches what a denial denies.
        operation: matches the name given to a deed, with its gloss.
        targets: matches what was aimed at.
    """

    rules: tuple[Rule, ...]
    answers: re.Pattern[str]
    operation: re.Pattern[str]
    targets: re.Pattern[str]


def read_claims() -> ClaimLexicon:
    """Compile ``claims.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("claims.yml")
    return ClaimLexicon(
        rules=tuple(read_rule(entry, {}, file="claims.yml") for entry in data["rules"]),
        answers=re.compile(data["answers"]),
        operation=re.compile(data["operation"]),
        targets=re.compile(data["targets"].replace("{target}", alternation(data["target_nouns"]))),
    )
