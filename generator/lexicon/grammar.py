"""Function words of English: where noun phrases begin and end."""

from collections.abc import Iterable

from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value


@value
class Grammar:
    """Closed classes of words, lower case.

    Attributes:
        determiners: words that open a noun phrase.
        prepositions: words that join one to what stands before.
        conjunctions: words that open a clause.
        pronouns: words that stand for a noun phrase.
        auxiliaries: forms of be, have, do and the modals.
        adverbs: words that stand beside a verb.
        verbs: frequent verbs of news, in all their forms.
        function_words: all of them: none stands inside a counted noun phrase.
        outcome_words: words that tell the outcome of a toll (``dead``): they end a counted noun phrase too.
    """

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    function_words: frozenset[str]
    outcome_words: frozenset[str]


def read_grammar(outcome_words: Iterable[str]) -> Grammar:
    """Compile ``grammar.yml``; ``outcome_words`` come from the toll frames.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("grammar.yml")
    keys = ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries", "adverbs", "verbs")
    classes = {key: frozenset(words(data, key)) for key in keys}
    return Grammar(
        **classes, function_words=frozenset().union(*classes.values()), outcome_words=frozenset(outcome_words)
    )
