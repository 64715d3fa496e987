"""Verbs and nouns that tell a deed, form by form."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from generator.errors import InvalidLexicon
from generator.model.values import value
from generator.model.vocabulary import EventType, Stage

Form = Literal["base", "past", "ing"]
Phrase = tuple[str, ...]


@value
class DeedVerb:
    """One form of a verb that tells a deed.

    Attributes:
        rule: the verb's base, for `explain`.
        form: ``base`` (with the third person), ``past`` (with the participle) or ``ing``.
        then: further words that follow, or empty.
        type: the event type that it tells by itself, or None.
        object: what stands behind it: ``harmed``, ``weapon`` or nothing.
        at: prepositions that open what it is aimed at.
        weapon: whether a weapon may be its subject (``a bomb exploded``).
        armed: whether it tells a deed only where armed persons do it.
        doubtful: whether it tells its type only beside a doer or a weapon.
        person: whether a named person in front of it is its doer.
        bodily: whether it befalls persons, so that a bare name is a victim and no town.
        mutual: whether those behind it do it too (``clashed with``).
        state: whether a country in front of it is its doer.
        apart: whether its further words may stand behind its object (``set a bus ablaze``).
        deadly: whether what stands in front of its bare past form is its victim (``a guard shot dead in Kolvari``).
        raiding: whether it tells a security operation where forces do it.
        catching: whether whom it befalls is suspected of the deed of the story.
    """

    rule: str
    form: Form
    then: Phrase
    type: EventType | None
    object: str
    at: frozenset[Phrase]
    weapon: bool
    armed: bool
    doubtful: bool
    person: bool
    bodily: bool
    mutual: bool
    state: bool
    apart: bool
    deadly: bool
    raiding: bool
    catching: bool


@value
class DeedNoun:
    """A noun that tells a deed.

    Attributes:
        rule: its first form.
        words: all of its words.
        type: the event type that it tells by itself, or None.
        of: what ``of`` opens, ``harmed`` or nothing.
        on: prepositions that open what it is aimed at.
        own: whether a party in front of it is its doer.
        plain: whether it tells a deed only beside another one.
        stage: how far it came, or None.
        doubtful: whether it tells its type only beside a doer or a weapon.
        bodily: whether it befalls persons, so that a bare name is a victim and no town.
        mutual: whether ``between`` opens those who do it.
        state: whether a demonym in front of it tells the country that did it.
    """

    rule: str
    words: Phrase
    type: EventType | None
    of: str
    on: frozenset[Phrase]
    own: bool
    plain: bool
    stage: Stage | None
    doubtful: bool
    bodily: bool
    mutual: bool
    state: bool


def as_phrases(texts: Iterable[str]) -> frozenset[Phrase]:
    """Texts cut into their words."""
    return frozenset(tuple(text.split()) for text in texts)


def read_verbs(row: Mapping[str, Any]) -> Iterator[tuple[str, DeedVerb]]:
    """Every form of a row of the file.

    Raises:
        InvalidLexicon: neither one form nor at least four.
    """
    forms = _forms(row["forms"])
    for then in row.get("then", ("",)):
        for word, form in forms.items():
            yield (
                word,
                DeedVerb(
                    rule=" ".join((row["forms"][0], then)).strip(),
                    form=form,
                    then=tuple(then.split()),
                    type=EventType(row["type"]) if "type" in row else None,
                    object=row.get("object", ""),
                    at=as_phrases(row.get("at", ())),
                    weapon=row.get("weapon", False),
                    armed=row.get("armed", False),
                    doubtful=row.get("doubtful", False),
                    person=row.get("person", False),
                    bodily=row.get("bodily", False),
                    mutual=row.get("mutual", False),
                    state=row.get("state", False),
                    apart=row.get("apart", False),
                    deadly=row.get("deadly", False),
                    raiding=row.get("raiding", False),
                    catching=row.get("catching", False),
                ),
            )


def _forms(forms: list[str]) -> dict[str, Form]:
    """Every form of a verb with what it is; a single base stands for a regular verb.

    Raises:
        InvalidLexicon: neither one form nor at least four.
    """
    if len(forms) == 1:
        base = forms[0]
        forms = [base, f"{base}s", f"{base}ed", f"{base}ing"]
        if base.endswith(("p", "b")) and base[-2] in "aeiou" and base not in ("bomb", "firebomb", "carbomb"):
            forms += [f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"]
            return dict(zip(forms, ("base", "base", "past", "ing", "past", "ing"), strict=True))
    if len(forms) < 4:
        raise InvalidLexicon(f"lexicon/roles.yml: expected one form or at least four, found {forms}")
    found: dict[str, Form] = dict.fromkeys(forms[2:-1], "past")
    found.update({forms[-1]: "ing"})
    for word in forms[:2]:
        found.setdefault(word, "base")
    return found


def read_nouns(row: Mapping[str, Any]) -> Iterator[DeedNoun]:
    """Every form of a row of the file."""
    for form in row["forms"]:
        yield DeedNoun(
            rule=row["forms"][0],
            words=tuple(form.split()),
            type=EventType(row["type"]) if "type" in row else None,
            of=row.get("of", ""),
            on=as_phrases(row.get("on", ())),
            own=row.get("own", False),
            plain=row.get("plain", False),
            stage=Stage(row["stage"]) if "stage" in row else None,
            doubtful=row.get("doubtful", False),
            bodily=row.get("bodily", False),
            mutual=row.get("mutual", False),
            state=row.get("state", False),
        )
