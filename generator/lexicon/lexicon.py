"""All knowledge in one frozen value, read once."""

from dataclasses import dataclass
from functools import cache

from generator.lexicon.actors import ActorLexicon, read_actors
from generator.lexicon.claims import ClaimLexicon, read_claims
from generator.lexicon.cues import CueLexicon, read_cues
from generator.lexicon.dates import DateLexicon, read_dates
from generator.lexicon.events import EventLexicon, read_events
from generator.lexicon.grammar import Grammar, read_grammar
from generator.lexicon.numerals import NumeralLexicon, read_numerals
from generator.lexicon.persons import PersonLexicon, read_persons
from generator.lexicon.places import PlaceLexicon, read_places
from generator.lexicon.tolls import TollLexicon, read_tolls


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finders know."""

    actors: ActorLexicon
    claims: ClaimLexicon
    cues: CueLexicon
    dates: DateLexicon
    events: EventLexicon
    grammar: Grammar
    numerals: NumeralLexicon
    persons: PersonLexicon
    places: PlaceLexicon
    tolls: TollLexicon


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon that comes with the program.

    Raises:
        InvalidLexicon: a file is missing or broken.
    """
    tolls = read_tolls()
    outcome_words = {
        word
        for frame in tolls.frames
        for word in frame.outcomes
        if " " not in word and frame.rule.name in ("passive", "state", "intransitive", "gravely")
    }
    return Lexicon(
        actors=read_actors(),
        claims=read_claims(),
        cues=read_cues(),
        dates=read_dates(),
        events=read_events(),
        grammar=read_grammar(outcome_words),
        numerals=read_numerals(),
        persons=read_persons(),
        places=read_places(),
        tolls=tolls,
    )
