"""Invented news stories for measurements: the same number gives the same stories on every machine.

Each story is put together from the turns that agency copy has: an attack, a crash, a flood or a raid, told by an
official and a hospital or a witness, with an earlier and a later toll, a claim, an accusation and its denial, and
headlines printed beside it. No two share an event: place, day and persons are drawn anew.
"""

import datetime
import random
from pathlib import Path

CITIES = (
    ("Kano", "Nigeria", "Nigerian"),
    ("Peshawar", "Pakistan", "Pakistani"),
    ("Mosul", "Iraq", "Iraqi"),
    ("Homs", "Syria", "Syrian"),
    ("Cali", "Colombia", "Colombian"),
    ("Goma", "Congo", "Congolese"),
    ("Mogadishu", "Somalia", "Somali"),
    ("Kandahar", "Afghanistan", "Afghan"),
    ("Kharkiv", "Ukraine", "Ukrainian"),
    ("Tripoli", "Libya", "Libyan"),
    ("Davao", "Philippines", "Philippine"),
    ("Patna", "India", "Indian"),
    ("Medan", "Indonesia", "Indonesian"),
    ("Lima", "Peru", "Peruvian"),
    ("Naples", "Italy", "Italian"),
    ("Bamako", "Mali", "Malian"),
    ("Aden", "Yemen", "Yemeni"),
    ("Puebla", "Mexico", "Mexican"),
    ("Nairobi", "Kenya", "Kenyan"),
    ("Dhaka", "Bangladesh", "Bangladeshi"),
)
FIRST = ("Amadou", "Leila", "Karim", "Rosa", "Daniel", "Noor", "Viktor", "Grace", "Tomas", "Aisha", "Jonas", "Mirela")
HEADS = tuple("Bar Ked Mor Sul Tan Vel Zor Lam Dor Gal Nim Rak Hol Pes Fer Quil".split())  # noqa: SIM905
TAILS = ("ado", "eri", "ina", "oku", "ura", "aza", "emi", "ondo", "asti", "oven", "ilka", "antu")
SITES = ("market", "bus station", "police station", "mosque", "school", "checkpoint", "hotel", "factory", "village")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COLOURS = ("Red", "Green", "Northern", "Free", "United", "Popular")
BODIES = ("Front", "Brigade", "Movement", "Army")

STORIES = (
    (
        "Gunmen attacked a {site} in {village} near {city}, {country}, on {day}, killing {high} people and wounding "
        "{hurt}, the governor said.\n"
        "Governor {first} {last} told reporters that the dead included {part} children. Police had earlier said {low} "
        "people were killed.\n"
        "The {group} claimed responsibility for the attack in a statement. The {people} army blamed the {rival}, which "
        "denied any part in it.\n"
        '"We buried our neighbours before dawn," said {other} {name}, a shopkeeper in {village}.\n'
        "Hospitals in {city} asked for blood and sent ambulances, a doctor said."
    ),
    (
        "A car bomb exploded outside a {site} in {city} on {day}, killing at least {low} people, {people} police "
        "said.\n"
        "Health officials said {high} people were killed and {hurt} were injured in the blast in {country}.\n"
        "No group claimed responsibility. The interior ministry accused the {group} of planting the bomb.\n"
        "{first} {last}, a spokesman for the interior ministry, said two suspects were arrested on {next}."
    ),
    (
        "Floods swept through {village} in {country} on {day}, leaving {high} people dead and {hurt} missing, the "
        "disaster agency said.\n"
        "{first} {last}, who heads the agency, said more than {many} people were displaced from {village} and "
        "{other_village}.\n"
        "The Red Cross put the death toll at {low}. Schools in {city} were closed.\n"
        '"The river rose in an hour and took the bridge," said {other} {name}, a farmer.'
    ),
    (
        "A bus carrying pilgrims plunged into a ravine near {village}, {country}, on {day}, killing {high} people, "
        "police said.\n"
        "Another {hurt} were taken to a hospital in {city}, said {first} {last}, a senior police officer.\n"
        "Witnesses said the driver had lost control on a wet road."
    ),
    (
        "{people} troops killed {high} militants of the {group} in a raid near {village} on {day}, the military said "
        "in a statement.\n"
        "{part} soldiers were killed and {hurt} were wounded in the operation, army spokesman {first} {last} told "
        "reporters in {city}.\n"
        "The {group} denied losing fighters and said it had killed {low} soldiers.\n"
        "Residents of {other_village} said {part} civilians died when a shell hit a {site}.\n"
        "The {rival} condemned the raid. The government of {country} rejected the claim."
    ),
    (
        "An earthquake struck {country} on {day}, killing at least {high} people in {village}, rescuers said.\n"
        "Mayor {first} {last} said {hurt} people were injured and dozens of houses were destroyed in {city}."
    ),
)
"""Sentences of agency copy, from the longest to the shortest kind of story."""

HEADLINES = (
    "Rescue teams search {village} after {country} disaster",
    "{people} parliament debates security bill",
    "Death toll from {city} fire rises to {low}",
    "Thousands march in {city} over fuel prices",
    "What is known about the {group}",
)


def write_corpus(folder: Path, count: int) -> None:
    """Write so many stories below ``folder``, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"story_{number:06}.txt").write_text(tell_story(number), "utf-8")


def tell_story(number: int, *, edition: int = 0) -> str:
    """The story of this number; another edition tells the same event with other tolls."""
    chance = random.Random(number)
    slots = _draw(chance)
    story = chance.choice(STORIES)
    beside = chance.sample(HEADLINES, chance.randrange(len(HEADLINES)))
    low = int(slots["low"]) + edition
    slots |= {"low": str(low), "high": str(int(slots["high"]) + edition)}
    day = datetime.date(2023, 1, 1) + datetime.timedelta(chance.randrange(1000))
    dateline = f"{slots['city'].upper()}, {slots['country']}, {day:%B} {day.day}, {day.year} - "
    lines = (dateline + story, *(("", *beside) if beside else ()))
    return "\n".join(lines).format_map(slots) + "\n"


def _draw(chance: random.Random) -> dict[str, str]:
    city, country, people = chance.choice(CITIES)
    low = chance.randrange(3, 60)
    day = chance.randrange(7)
    return {
        "city": city,
        "country": country,
        "people": people,
        "village": _name(chance),
        "other_village": _name(chance),
        "site": chance.choice(SITES),
        "first": chance.choice(FIRST),
        "last": _name(chance),
        "other": chance.choice(FIRST),
        "name": _name(chance),
        "group": f"{chance.choice(COLOURS)} {_name(chance)} {chance.choice(BODIES)}",
        "rival": f"{_name(chance)} {chance.choice(BODIES)}",
        "low": str(low),
        "high": str(low + chance.randrange(1, 20)),
        "hurt": str(chance.randrange(2, 90)),
        "part": str(chance.randrange(2, 9)),
        "many": f"{chance.randrange(2, 30)},000",
        "day": DAYS[day],
        "next": DAYS[(day + 1) % 7],
    }


def _name(chance: random.Random) -> str:
    return chance.choice(HEADS) + chance.choice(("", *TAILS[:4])) + chance.choice(TAILS)
