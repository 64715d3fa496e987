"""Related headlines and titles, read as small records: kind of incident, places, figures of persons, actors."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.assemble.types import judge
from generator.extract.actors.names import known_names
from generator.extract.places.peoples import find_demonyms
from generator.extract.places.places import find_places
from generator.extract.prose.matching import Prose, read_prose
from generator.extract.speech.attribution import find_attributions
from generator.extract.stories import read_sentence
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.lexicon.threads import ThreadLexicon
from generator.model.claim import Toll
from generator.model.document import Document, Sentence
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident
from generator.model.mention import PlaceMention, TollMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.story import Story
from generator.model.vocabulary import ClaimKind, EventType, Origin, PlaceLevel
from generator.read.normalise import fold

_NAME = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
_KNOWN = "known"


class HeadlineReader:
    """Reads each text once.

    Args:
        lexicon: what places and actors are called.
        stories: sha256 of a document -> its words, by which headlines are told too.
    """

    def __init__(self, lexicon: Lexicon, stories: Mapping[str, Story] | None = None) -> None:
        self._lexicon = lexicon
        self.stories: Mapping[str, Story] = stories or {}
        self._read: dict[str, HeadlineMentions] = {}

    @property
    def threads(self) -> ThreadLexicon:
        """What headlines are resolved with."""
        return self._lexicon.threads

    def read(self, incidents: Iterable[Incident]) -> Mapping[str, HeadlineMentions]:
        """What each related headline, title and document title of the incidents names."""
        texts = {text for incident in incidents for text in _texts(incident)}
        for text in texts - self._read.keys():
            self._read[text] = find_mentions(text, self._lexicon)
        return {text: self._read[text] for text in sorted(texts)}


def without_shadows(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """The incidents without merged ones whose documents current ones hold now; a title that a person gave still leads.

    What such a record said before would else draw headlines, and so the links would depend on what came first.
    """
    whole = tuple(incidents)
    held = {source.sha256 for each in whole if each.status is None for source in each.documents}

    def is_shadow(incident: Incident) -> bool:
        merged = incident.status is not None and incident.status.merged_into is not None
        told = all(each.sha256 in held for each in incident.documents)
        return merged and told and incident.title.origin is not Origin.EDITOR

    return tuple(each for each in whole if not is_shadow(each))


def find_mentions(text: str, lexicon: Lexicon) -> HeadlineMentions:
    """What one headline tells, read like a story of one sentence; a country goes by its code, whatever word names it.

    Figures are those that stand in the headline's own voice or that somebody vouches for.
    """
    prose = read_prose(fold(text))
    places = dict(_places(prose, lexicon))
    told = dict.fromkeys(code for _, code in find_demonyms(prose, lexicon) if code not in places)
    nations = tuple((code, lexicon.places.country_names[code]) for code in told)
    actors = {actor.id: actor.name for *_, actor in known_names(prose, prose.words, lexicon)}
    for attribution in find_attributions(prose, (), lexicon):
        source = attribution.source
        if source is not None and source.named and source.known is None and fold_name(source.name) not in places:
            actors.setdefault(fold_name(source.name), source.name)
    reading = _read(text, lexicon)
    tolls = tuple(
        _toll(claim.toll)
        for claim in reading.claims
        if claim.kind is ClaimKind.TOLL and claim.toll is not None and not claim.toll.former
    )
    return HeadlineMentions(tuple(places.items()), tuple(actors.items()), nations, _type(reading, lexicon), tolls)


def _read(text: str, lexicon: Lexicon) -> SentenceReading:
    """The headline as the one sentence of a document."""
    span = Span(0, len(text))
    document = Document("headline", text, fold(text), hashlib.sha256(text.encode()).hexdigest(), span)
    return read_sentence(document, Sentence(span, 0), 0, lexicon)


def _type(reading: SentenceReading, lexicon: Lexicon) -> EventType | None:
    """The kind of incident that a headline tells; None where it tells none."""
    verdict = judge([reading], lexicon)
    kind = verdict.types[0]
    return kind if verdict.relevant and kind in lexicon.events.incidents else None


def _toll(mention: TollMention) -> Toll:
    figure, numeral = mention.figure, mention.figure.numeral
    return Toll(
        mention.outcome,
        numeral.count,
        upper=numeral.upper,
        bound=numeral.bound,
        vague=numeral.vague,
        who=figure.who,
        category=figure.category,
    )


def _texts(incident: Incident) -> Iterator[str]:
    yield incident.title.text
    yield from (document.title for document in incident.documents if document.title)
    yield from (headline.text for headline in incident.related)


def _places(prose: Prose, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Key and name of each place: of the whole headline, then of each capitalised name by itself.

    The last finds the place in a possessive (``Gaza's Rafah crossing``).
    """
    for mention in find_places(prose, lexicon):
        yield mention.key, _shown(mention, lexicon)
    for found in _NAME.finditer(prose.text):
        for mention in find_places(read_prose(found[0]), lexicon):
            if mention.rule == _KNOWN:
                yield mention.key, _shown(mention, lexicon)


def _shown(mention: PlaceMention, lexicon: Lexicon) -> str:
    is_country = mention.level is PlaceLevel.COUNTRY and mention.country is not None
    return lexicon.places.country_names.get(mention.key, mention.name) if is_country else mention.name
