"""Words by which a story tells its event as an answer to an earlier one."""

from generator.lexicon.rules import Rule, read_rule
from generator.lexicon.sources import read_knowledge
from generator.model.values import value

_FILE = "chains.yml"


@value
class ChainLexicon:
    """Everything that ``chains.yml`` knows.

    Attributes:
        rules: in order; the first that fits counts.
        triggers: words of which a sentence needs one for any rule to fit.
    """

    rules: tuple[Rule, ...]
    triggers: frozenset[str]


def read_chains() -> ChainLexicon:
    """Compile ``chains.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge(_FILE)
    rules = tuple(read_rule(row, data["classes"], file=_FILE) for row in data["rules"])
    return ChainLexicon(rules, frozenset().union(*(rule.needs for rule in rules)))
