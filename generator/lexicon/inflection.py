"""Forms of regular English verbs, so that knowledge lists a verb once."""

from collections.abc import Collection

from generator.model.values import value

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@value
class VerbForms:
    """The written forms of a verb, words behind it included (``point out``).

    Attributes:
        base: what a plural subject takes (``officials point out``).
        third: what a singular subject takes.
        past: past tense and participle.
        ing: present participle.
    """

    base: str
    third: str
    past: str
    ing: str


def inflect(lemma: str, doubling: Collection[str] = ()) -> VerbForms:
    """The forms of a regular verb; its first word changes. ``doubling`` are verbs that double their last letter."""
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    closes_in_y = verb.endswith("y") and verb[-2:-1] not in _VOWELS
    stem = verb + verb[-1] if verb in doubling else verb
    third = f"{verb[:-1]}ies" if closes_in_y else f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
    past = f"{verb[:-1]}ied" if closes_in_y else f"{stem}d" if stem.endswith("e") else f"{stem}ed"
    mute = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    ing = f"{stem[:-1]}ing" if mute else f"{stem}ing"
    return VerbForms(verb + tail, third + tail, past + tail, ing + tail)
