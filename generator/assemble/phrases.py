"""How figures and speakers are put into plain news English."""

from collections.abc import Mapping, Sequence

from generator.model.claim import Claim, Toll
from generator.model.incident import Actor
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, Bound, Category, Outcome

_BOUNDS = {
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.AT_MOST: "up to {}",
    Bound.LESS_THAN: "fewer than {}",
    Bound.ABOUT: "about {}",
}
_NOUNS = {
    Category.CIVILIANS: "civilians",
    Category.SECURITY_FORCES: "members of the security forces",
    Category.MILITANTS: "militants",
    Category.CHILDREN: "children",
    Category.WOMEN: "women",
    Category.PASSENGERS: "passengers",
    Category.PROTESTERS: "protesters",
    Category.OFFICIALS: "officials",
}
_DONE = {
    Outcome.CASUALTIES: "killed or injured",
    Outcome.HOSPITALISED: "taken to hospital",
}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EMPTY = frozenset(
    (
        "bodies",
        "body",
        "deaths",
        "death",
        "lives",
        "cases",
        "case",
        "arrests",
        "others",
        "other",
        "more",
        "victims",
        "injuries",
        "infections",
        "fatalities",
        "corpses",
    )
)
_PLAIN = frozenset(("person", "people", "persons"))
"""Words that say nothing of whom a figure counts."""
_MANY = frozenset(("people", "men", "women", "children", "police", "troops", "clergy", "youth", "staff", "personnel"))
_LINKS = frozenset(("of", "in", "with", "who", "from", "at", "for", "on", "near", "by", "to", "and"))
_COMMON_BODIES = frozenset(
    ("government", "army", "military", "navy", "ministry", "parliament", "presidency", "opposition", "coalition")
)
_PERSONS = (ActorType.PERSON, ActorType.OFFICIAL)


def outcome_word(outcome: Outcome) -> str:
    """The participle that tells an outcome."""
    return _DONE.get(outcome, outcome.value)


def number_phrase(number: int) -> str:
    """A number as newsrooms write it: words up to nine, digits above."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def figure_phrase(toll: Toll) -> str:
    """The figure with its bound: ``at least 12``, ``26 to 30``, ``dozens``."""
    if toll.count is None:
        return toll.vague or "an unknown number"
    if toll.bound is Bound.RANGE and toll.upper is not None:
        return f"{number_phrase(toll.count)} to {number_phrase(toll.upper)}"
    number = number_phrase(toll.count)
    return _BOUNDS[toll.bound].format(number) if toll.bound in _BOUNDS else number


def counted_phrase(toll: Toll) -> str:
    """Whom a toll counts: the text's words, else the category, else people."""
    if toll.who and toll.who.split()[-1].lower() not in _EMPTY:
        return toll.who
    if toll.category in _NOUNS:
        return _NOUNS[toll.category]
    return "person" if toll.count == 1 and toll.bound is None else "people"


def count_phrase(toll: Toll, *, in_headline: bool = False) -> str:
    """Figure and persons: ``at least 12 civilians``, ``dozens of people``, ``more than 30 of the enemy``, ``a nurse``.

    One person who is named goes by the name, one who is told by words for many is one of them, and any other has an
    article in a sentence and a number in a headline.
    """
    who = counted_phrase(toll)
    if is_single(toll):
        return _one(who, in_headline=in_headline)
    of = (
        "of "
        if who.startswith(("the ", "our ", "their ", "his ", "its "))
        or (toll.count is None and toll.vague != "several")
        else ""
    )
    return f"{figure_phrase(toll)} {of}{who}"


def is_single(toll: Toll) -> bool:
    """Whether a toll counts exactly one person."""
    return toll.count == 1 and toll.bound is None


def _one(who: str, *, in_headline: bool) -> str:
    name, comma, _ = who.partition(",")
    words = (name if comma and _is_name(name) else who).split()
    if len(words) > 1 and _is_name(" ".join(words)):
        return " ".join(words)
    if words[0].lower() in ("his", "her", "their", "its", "our"):
        return who
    bare = who.removeprefix("the ")
    if is_plural(bare):
        return f"one of the {bare}"
    return f"one {bare}" if in_headline or bare in _PLAIN else _indefinite(bare)


def _is_name(words: str) -> bool:
    """Whether every word is written as a name is, little ones between them apart: ``Ana de la Torre``."""
    pieces = words.split()
    return bool(pieces) and all(
        piece[0].isupper() or piece[0] in _QUOTES or (0 < number < len(pieces) - 1 and len(piece) <= _PARTICLE)
        for number, piece in enumerate(pieces)
    )


def reported_tolls(claims: Sequence[Claim]) -> str:
    """Several tolls as one clause: ``17 soldiers and 31 civilians were killed and nine injured``."""
    clauses: list[tuple[str, Outcome, bool]] = []
    for toll in (claim.what for claim in told_apart(claims) if isinstance(claim.what, Toll)):
        single = is_single(toll)
        if clauses and clauses[-1][1] is toll.outcome:
            clauses[-1] = (f"{clauses[-1][0]} and {count_phrase(toll)}", toll.outcome, False)
        else:
            bare = bool(clauses) and toll.who is None and toll.count is not None
            clauses.append((figure_phrase(toll) if bare else count_phrase(toll), toll.outcome, single))
    texts = [
        f"{text} {_verb(outcome, single, first=number == 0)}{outcome_word(outcome)}".replace("  ", " ")
        for number, (text, outcome, single) in enumerate(clauses)
    ]
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1]


def told_apart(claims: Sequence[Claim], before: Sequence[Claim] = ()) -> list[Claim]:
    """The tolls without those of an outcome that was told already, unless both say whom they count or it is larger.

    Args:
        claims: tolls of one speaker.
        before: tolls of the same speaker that were told before.
    """
    kept: list[Claim] = []
    for claim in claims:
        same = [other for other in (*before, *kept) if _outcome(other) is _outcome(claim)]
        names = {counted_phrase(other.what).lower() for other in (claim, *same) if isinstance(other.what, Toll)}
        apart = len(names) > len(same) and not names & _PLAIN
        if apart or all(_count(claim) > _count(other) for other in same):
            kept.append(claim)
    return kept


def _count(claim: Claim) -> int:
    return claim.what.count or 0 if isinstance(claim.what, Toll) else 0


def _outcome(claim: Claim) -> Outcome | None:
    return claim.what.outcome if isinstance(claim.what, Toll) else None


def _verb(outcome: Outcome, single: bool, *, first: bool) -> str:
    if outcome is Outcome.SURRENDERED:
        return ""
    return ("was " if single else "were ") if first else ""


def speaker_phrase(actor: Actor) -> str:
    """The speaker as a subject: ``Major General N. N., deputy head of the border service,``."""
    if actor.type not in _PERSONS or not actor.role or actor.role in actor.name:
        return body_phrase(actor)
    ranks = [part for part in actor.role.split(", ") if part[:1].isupper() and len(part.split()) <= 4]
    offices = [part for part in actor.role.split(", ") if part not in ranks]
    name = f"{ranks[0]} {actor.name}" if ranks else actor.name
    if not offices:
        return name
    article = (
        ""
        if offices[0].split()[0].lower()
        in ("deputy", "head", "leader", "chief", "spokesman", "spokeswoman", "spokesperson")
        or offices[0][0].isupper()
        else "the "
    )
    return f"{name}, {article}{offices[0]},"


def body_phrase(actor: Actor) -> str:
    """A party as a subject, with the article that its name takes."""
    first = actor.name.split()[0]
    possessed = "'s " in actor.name or "’s " in actor.name
    if actor.type in _PERSONS:
        if first[0].isupper():
            return actor.name
        return f"the {actor.name}" if _ONLY_ONE.intersection(actor.name.lower().split()) else _indefinite(actor.name)
    if possessed and first[0].isupper():
        return actor.name
    if actor.type is ActorType.MEDIA and first[0].islower():
        return _indefinite(actor.name)
    if actor.type in (ActorType.CROWD, ActorType.MEDIA) or first.lower() in (
        "both",
        "health",
        "local",
        "officials",
        "police",
    ):
        return actor.name
    if actor.name.lower() in _COMMON_BODIES:
        return f"the {actor.name.lower()}"
    if actor.type is ActorType.GOVERNMENT:
        return actor.name if first[0].isupper() else f"the {actor.name}"
    return f"the {actor.name}"


_QUOTES = "'’‘“\""
_PARTICLE = 3
"""Letters of the longest little word within a name: ``de``, ``bin``, ``van``."""
_ONLY_ONE = frozenset(
    (
        *("president", "minister", "king", "queen", "governor", "mayor", "pope", "chancellor", "premier", "chief"),
        *("commander", "director", "ambassador", "envoy", "commissioner", "spokesman", "spokeswoman", "spokesperson"),
    )
)
"""Offices that one person holds at a time."""


def is_plural(phrase: str) -> bool:
    """Whether the noun that a phrase leans on stands for many: ``people with money``, ``cyclists``."""
    words = phrase.lower().split()
    ends = next((number for number, word in enumerate(words) if number and word in _LINKS), len(words))
    head = words[ends - 1]
    return head in _MANY or (head.endswith("s") and not head.endswith(("ss", "us")))


def _indefinite(name: str) -> str:
    if is_plural(name):
        return name
    vowel = name[0].lower() in "aeiou" or name.startswith(("8", "11-", "18-"))
    return f"{'an' if vowel else 'a'} {name}"


def again_phrase(actor: Actor) -> str:
    """How a second sentence takes up a speaker: the last name of a person, the name of a body."""
    return actor.name.split()[-1] if actor.type in _PERSONS and actor.name[0].isupper() else body_phrase(actor)


def headline_speaker(claim: Claim, actors: Mapping[str, Actor]) -> str:
    """Who says it, as a headline would: ``chief minister says``; nothing for the document itself."""
    if claim.said.by == DOCUMENT_VOICE:
        return ""
    actor = actors[claim.said.by]
    name = actor.name
    if actor.type in _PERSONS and actor.role:
        name = actor.role.split(", ")[-1].split(" of ")[0].split(" for ")[0].strip()
    return f"{name} {'say' if _is_many(actor, name) else 'says'}"


def to_be(actor: Actor) -> str:
    """``are`` for several persons told by a noun, ``is`` for a person or a body, whatever its name ends in."""
    return "are" if actor.name[0].islower() and is_plural(actor.name) else "is"


def _is_many(actor: Actor, name: str) -> bool:
    crowd = actor.type is ActorType.CROWD or name.split(maxsplit=1)[0].lower() == "police"
    return crowd or (name[0].islower() and is_plural(name))


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    text = text.strip()
    return text[0].upper() + text[1:] + "."
