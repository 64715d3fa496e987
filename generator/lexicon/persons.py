"""Nouns that count persons, and nouns that never do."""

from collections.abc import Mapping

from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
from generator.model.vocabulary import Category, Outcome


@value
class PersonLexicon:
    """Head nouns of counted noun phrases, folded to lower case.

    Attributes:
        plural: plural or collective noun -> category.
        singular: singular noun -> category.
        outcomes: counted noun that tells what happened (``deaths``) -> outcome.
        things: nouns that count no persons.
        damage: those of them that can be destroyed.
        counted: all of those nouns -> category, whether they count persons, and the outcome that they tell or None.
        ones: last words of the singular nouns.
        tails: last words of those nouns that have several words.
        parts: all words of those nouns.
        generic: singular nouns by which ``the`` and ``a`` do not tell one person of the story.
        days: names of days and months, which no person bears.
    """

    plural: Mapping[str, Category]
    singular: Mapping[str, Category]
    outcomes: Mapping[str, Outcome]
    things: frozenset[str]
    damage: frozenset[str]
    counted: Mapping[str, tuple[Category, bool, Outcome | None]]
    ones: frozenset[str]
    tails: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()


def plural_of(noun: str) -> str:
    """The regular English plural of a noun phrase."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def read_persons() -> PersonLexicon:
    """Compile ``persons.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("persons.yml")
    singular: dict[str, Category] = {}
    plural: dict[str, Category] = {}
    outcomes: dict[str, Outcome] = {}
    for group in data["persons"]:
        category = Category(group["category"])
        for noun in group["nouns"]:
            one, many = _forms(noun)
            if "outcome" in noun:
                # "12 dead" is read as a state, so that "the dead" and "dead fish" are left alone.
                if one != many:
                    outcomes.update({one: Outcome(noun["outcome"]), many: Outcome(noun["outcome"])})
                continue
            singular.setdefault(one, category)
            plural.setdefault(many, category)
    damage = frozenset(form for group in data["damage"] for noun in group["nouns"] for form in _forms(noun))
    things = frozenset(form for group in data["not_persons"] for noun in group["nouns"] for form in _forms(noun))
    things |= damage
    long = [noun.split(" ") for nouns in (singular, plural, outcomes, things) for noun in nouns if " " in noun]
    return PersonLexicon(
        plural,
        singular,
        outcomes,
        things,
        damage,
        _counted(plural, singular, outcomes, things),
        frozenset(noun.rpartition(" ")[2] for noun in singular),
        tails=frozenset(noun[-1] for noun in long),
        parts=frozenset(word for noun in long for word in noun),
        generic=frozenset(words(data, "generic")),
        days=frozenset(words(data, "days")),
    )


def _counted(
    plural: Mapping[str, Category],
    singular: Mapping[str, Category],
    outcomes: Mapping[str, Outcome],
    things: frozenset[str],
) -> dict[str, tuple[Category, bool, Outcome | None]]:
    """One entry for each noun: what it tells comes before whom it counts, and many before one."""
    return {
        **{noun: (category, True, None) for noun, category in singular.items()},
        **dict.fromkeys(things, (Category.UNSPECIFIED, False, None)),
        **{noun: (category, True, None) for noun, category in plural.items()},
        **{noun: (Category.UNSPECIFIED, True, outcome) for noun, outcome in outcomes.items()},
    }


def _forms(noun: Mapping[str, str]) -> tuple[str, str]:
    one = noun["one"].lower().replace(".", "")
    return one, (noun.get("many") or plural_of(one)).lower().replace(".", "")
