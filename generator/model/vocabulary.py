"""The closed word lists of the record (schema ``incident/1``): what may stand in each field."""

from enum import StrEnum


class EventType(StrEnum):
    """What happened, by the codebook of event types (after ACLED and the UCDP codebook)."""

    ARMED_ATTACK = "armed-attack"
    ASSASSINATION = "assassination"
    BOMBING = "bombing"
    AIR_STRIKE = "air-strike"
    ARMED_CLASH = "armed-clash"
    SECURITY_OPERATION = "security-operation"
    ABDUCTION = "abduction"
    HIJACKING = "hijacking"
    ARSON = "arson"
    PROTEST = "protest"
    RIOT = "riot"
    NATURAL_DISASTER = "natural-disaster"
    SEVERE_WEATHER = "severe-weather"
    FIRE = "fire"
    TRANSPORT_ACCIDENT = "transport-accident"
    INDUSTRIAL_ACCIDENT = "industrial-accident"
    EPIDEMIC = "epidemic"
    CRIME = "crime"
    WEAPONS_TEST = "weapons-test"
    POLITICS = "politics"
    DIPLOMACY = "diplomacy"
    JUSTICE = "justice"
    ECONOMY = "economy"
    OTHER = "other"


VIOLENT = frozenset(
    (
        EventType.ARMED_ATTACK,
        EventType.ASSASSINATION,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.ARMED_CLASH,
        EventType.SECURITY_OPERATION,
        EventType.ABDUCTION,
        EventType.HIJACKING,
        EventType.ARSON,
        EventType.RIOT,
        EventType.CRIME,
        EventType.WEAPONS_TEST,
    )
)
"""Types of events that somebody does to somebody."""


class ClaimKind(StrEnum):
    """What a claim does."""

    EVENT = "event"
    TOLL = "toll"
    RESPONSIBILITY = "responsibility"
    NO_CLAIM = "no-claim"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    CONDEMNATION = "condemnation"
    CONFIRMATION = "confirmation"
    WARNING = "warning"
    DEMAND = "demand"
    STATEMENT = "statement"
    LOCATION = "location"
    RESPONSE = "response"
    DAMAGE = "damage"
    BACKGROUND = "background"


class Charge(StrEnum):
    """What a party is accused of, where it is not the deed that the record tells."""

    FAULT = "fault"
    OTHER = "other"


class Outcome(StrEnum):
    """What happened to the persons that a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    HOSPITALISED = "hospitalised"
    RESCUED = "rescued"
    FREED = "freed"
    SURRENDERED = "surrendered"
    INFECTED = "infected"
    AFFECTED = "affected"


class Bound(StrEnum):
    """How a figure limits the true count; an exact figure carries none."""

    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


BOUND_WORDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "fewer than ",
    Bound.ABOUT: "about ",
}
"""How a bound is written in front of its figure."""


class Category(StrEnum):
    """Whom a toll counts."""

    CIVILIANS = "civilians"
    SECURITY_FORCES = "security-forces"
    MILITANTS = "militants"
    OFFICIALS = "officials"
    JOURNALISTS = "journalists"
    AID_WORKERS = "aid-workers"
    CHILDREN = "children"
    WOMEN = "women"
    PROTESTERS = "protesters"
    PRISONERS = "prisoners"
    CREW = "crew"
    PASSENGERS = "passengers"
    PERPETRATORS = "perpetrators"
    UNSPECIFIED = "unspecified"


class ActorType(StrEnum):
    """What kind of party an actor is."""

    PERSON = "person"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    STATE_FORCE = "state-force"
    ARMED_GROUP = "armed-group"
    ORGANISATION = "organisation"
    CROWD = "crowd"
    COMPANY = "company"
    MEDIA = "media"


class PlaceLevel(StrEnum):
    """How large a place is, as the text names it; ``region``, ``province`` and ``state`` are one rung."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    STATE = "state"
    DISTRICT = "district"
    CITY = "city"
    SITE = "site"
    AREA = "area"


class Stage(StrEnum):
    """How far an event came; an accomplished one carries none."""

    ATTEMPTED = "attempted"
    FOILED = "foiled"
    THREATENED = "threatened"


class Form(StrEnum):
    """How speech is reported (PARC attribution: the form of the content)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Relation(StrEnum):
    """How a related headline stands to the incident that carries it."""

    UNRESOLVED = "unresolved"
    SAME_EVENT = "same-event"
    BACKGROUND = "background"
    OTHER_EVENT = "other-event"


class Origin(StrEnum):
    """Who wrote a title."""

    GENERATED = "generated"
    DOCUMENT = "document"
    EDITOR = "editor"


class ReviewState(StrEnum):
    """What an editor said of a claim; an unreviewed one carries none."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"


DOCUMENT_VOICE = "document"
"""The speaker of what a document says in its own voice."""

ABSENT_FIELDS = ("title", "byline", "published", "publisher", "dateline", "url")
"""What a document may lack, in the order in which ``absent`` lists it."""
