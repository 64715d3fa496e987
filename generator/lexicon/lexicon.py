"""All knowledge in one frozen value, read once."""

from functools import cache

from generator.lexicon.actors import ActorLexicon, read_actors
from generator.lexicon.apart import ApartLexicon, read_apart
from generator.lexicon.claims import ClaimLexicon, read_claims
from generator.lexicon.cues import CueLexicon, read_cues
from generator.lexicon.dates import DateLexicon, read_dates
from generator.lexicon.events import EventLexicon, read_events
from generator.lexicon.grammar import Grammar, read_grammar
from generator.lexicon.numerals import NumeralLexicon, read_numerals
from generator.lexicon.persons import PersonLexicon, read_persons
from generator.lexicon.places import PlaceLexicon, read_places
from generator.lexicon.roles import RoleLexicon, read_roles
from generator.lexicon.threads import ThreadLexicon, read_threads
from generator.lexicon.tolls import TollLexicon, read_tolls
from generator.lexicon.weights import WeightLexicon, read_weights
from generator.model.values import value
from generator.model.vocabulary import Category


@value
class Lexicon:
    """What the finders know.

    Attributes:
        common: single words that some list of the lexicon knows, lower case: they are no unknown names.
        nameless: words that stand in no personal name, lower case: of the lists, function words and titles.
        plain: words that text without case has as common words, lower case.
        head_tails: last words of the nouns that stand for a party, lower case, as a prefilter.
    """

    actors: ActorLexicon
    apart: ApartLexicon
    claims: ClaimLexicon
    common: frozenset[str]
    nameless: frozenset[str]
    plain: frozenset[str]
    head_tails: frozenset[str]
    cues: CueLexicon
    dates: DateLexicon
    events: EventLexicon
    grammar: Grammar
    numerals: NumeralLexicon
    persons: PersonLexicon
    places: PlaceLexicon
    roles: RoleLexicon
    threads: ThreadLexicon
    tolls: TollLexicon
    weights: WeightLexicon


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon that comes with the program.

    Raises:
        InvalidLexicon: a file is missing or broken.
    """
    tolls = read_tolls()
    persons = read_persons()
    militants = (
        noun
        for nouns in (persons.plural, persons.singular)
        for noun, category in nouns.items()
        if category is Category.MILITANTS
    )
    roles = read_roles(militants, persons.damage)
    outcome_words = {
        word
        for frame in tolls.frames
        for word in frame.outcomes
        if " " not in word and frame.rule.name in ("passive", "state", "intransitive", "gravely")
    }
    places = read_places()
    actors, cues, events, grammar = read_actors(), read_cues(), read_events(), read_grammar(outcome_words)
    nouns = (persons.plural, persons.singular, persons.things, actors.heads, actors.offices)
    phrases = (*(noun for group in nouns for noun in group), *roles.words(), *cues.verbs, *grammar.function_words)
    told = (grammar.function_words, persons.plural, persons.singular, persons.things, actors.heads, actors.offices)
    return Lexicon(
        actors=actors,
        apart=read_apart(),
        claims=read_claims(),
        common=frozenset((*" ".join(phrases).split(), *events.words)),
        nameless=frozenset().union(*told, persons.outcomes, tolls.triggers, events.phrases, persons.days),
        plain=frozenset().union(*told, grammar.outcome_words, cues.verbs, events.phrases),
        head_tails=frozenset(noun.rsplit(" ", 1)[-1] for noun in actors.heads),
        cues=cues,
        dates=read_dates(),
        events=events,
        grammar=grammar,
        numerals=read_numerals(),
        persons=persons,
        places=places,
        roles=roles,
        threads=read_threads(places),
        tolls=tolls,
        weights=read_weights(),
    )
