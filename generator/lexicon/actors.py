"""Named parties, and the words that stand for unnamed ones."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.lexicon.persons import plural_of
from generator.lexicon.places import fold_name
from generator.lexicon.sources import read_knowledge
from generator.model.values import value
from generator.model.vocabulary import ActorType


@value
class KnownActor:
    """A named party of the lexicon.

    Attributes:
        id: short slug.
        name: the full name.
        type: what kind of party.
        acronyms: short forms.
        country: ISO 3166-1 alpha-2 of its home, or None where it works in many.
    """

    id: str
    name: str
    type: ActorType
    acronyms: tuple[str, ...] = ()
    country: str | None = None


@value
class ActorLexicon:
    """Everything that ``actors.yml`` knows.

    Attributes:
        known: folded name -> party; names that also mean something else are left out.
        longest: first folded word -> most words of such a name.
        offices: title of a person, lower case, full stops left out -> type.
        opening_offices: first words of those titles, as a prefilter.
        heads: noun that stands for a party, lower case -> type.
    """

    known: Mapping[str, KnownActor]
    longest: Mapping[str, int]
    offices: Mapping[str, ActorType]
    heads: Mapping[str, ActorType]
    opening_offices: frozenset[str]


def read_actors() -> ActorLexicon:
    """Compile ``actors.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("actors.yml")
    known: dict[str, KnownActor] = {}
    for section in ("groups", "organisations", "media", "institutions"):
        for row in data[section]:
            actor = KnownActor(
                row["id"], row["name"], ActorType(row["type"]), tuple(row.get("acronyms", ())), row.get("country")
            )
            doubtful = frozenset(row.get("ambiguous", ()))
            for name in (row["name"], *row.get("acronyms", ()), *row.get("aka", ())):
                if name not in doubtful:
                    known.setdefault(fold_name(name), actor)
    longest: dict[str, int] = {}
    for key in known:
        first = key.split(" ", 1)[0].rstrip(",")
        longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
    offices = {form: ActorType(row["type"]) for row in data["offices"] for form in _forms(row, plural=False)}
    heads: dict[str, ActorType] = {}
    for section in ("forces", "bodies", "anonymous", "crowds"):
        for row in data[section]:
            for form in _forms(row, single=section != "crowds"):
                kind = ActorType(row["type"])
                many = kind is ActorType.PERSON and form.endswith("s") and form != row["one"].lower()
                heads.setdefault(form, ActorType.CROWD if many else kind)
    return ActorLexicon(known, longest, offices, heads, frozenset(title.split(" ")[0] for title in offices))


def _forms(row: Mapping[str, Any], *, single: bool = True, plural: bool = True) -> Iterator[str]:
    """Every written form of a noun, lower case, full stops left out; crowds have no singular, titles no plural."""
    for name in (row["one"], *row.get("aka", ())):
        if single:
            yield name.lower().replace(".", "")
            if name.endswith(" general"):
                yield name.lower().replace(" ", "-")
        if plural:
            yield plural_of(name.lower())
    if "many" in row and plural:
        yield row["many"].lower()
    for short in row.get("abbreviations", ()):
        yield short.lower().rstrip(".").replace(".", "")
