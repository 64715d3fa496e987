"""Noun phrases that name a party, with name, kind and office."""

from collections.abc import Callable

import pytest

from generator.extract.actors.actors import read_actor
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention

Read = Callable[[str], ActorMention | None]


@pytest.fixture
def actor(prose: Callable[[str], Prose], lexicon: Lexicon) -> Read:
    def read(text: str) -> ActorMention | None:
        sentence = prose(text)
        return read_actor(sentence, 0, len(sentence.words), lexicon)

    return read


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param("Governor Ilan Petrak", "Ilan Petrak", "Governor", id="title-first"),
        pytest.param("Ilan Petrak, the governor of Dahr", "Ilan Petrak", "governor of Dahr", id="title-behind"),
        pytest.param("the governor of Dahr, Ilan Petrak", "Ilan Petrak", "governor of Dahr", id="name-behind"),
        pytest.param("Haldun police chief Joren Vask", "Joren Vask", "Haldun police chief", id="place-and-title"),
        pytest.param("an army spokesman, Lt. Col. Joren Vask", "Joren Vask", "army spokesman", id="rank-and-name"),
        pytest.param("Ilan Petrak, 54, the governor of Dahr", "Ilan Petrak", "governor of Dahr", id="age-between"),
        pytest.param(
            "Rosa Amaru, a spokeswoman for the coastguard",
            "Rosa Amaru",
            "spokeswoman for the coastguard",
            id="spokeswoman",
        ),
        pytest.param("Ilan Petrak, however", "Ilan Petrak", None, id="filler"),
        pytest.param("the clinic's director, Dr. Rosa Amaru", "Rosa Amaru", "clinic's director", id="doctor"),
    ],
)
def test_a_person_has_name_and_office_apart(actor: Read, text: str, name: str, role: str | None) -> None:
    mention = actor(text)
    assert mention is not None
    assert (mention.name, mention.role, mention.named) == (name, role, True)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("the army", "army", "state-force", id="army"),
        pytest.param("the coastguard", "coastguard", "state-force", id="coastguard"),
        pytest.param("the interior ministry", "interior ministry", "government", id="ministry"),
        pytest.param("Hezbollah", "Hezbollah", "armed-group", id="known-group"),
        pytest.param("the United Nations", "United Nations", "organisation", id="known-organisation"),
        pytest.param("the Free Valley Front", "Free Valley Front", "organisation", id="unknown-organisation"),
        pytest.param("Kenya", "Kenya", "government", id="country-for-its-government"),
        pytest.param("residents", "residents", "crowd", id="crowd"),
        pytest.param("a senior police official", "senior police official", "official", id="anonymous-official"),
        pytest.param("Amina Sorel", "Amina Sorel", "person", id="lone-name"),
        pytest.param("Amina Sorel, a nurse", "Amina Sorel", "person", id="person-with-a-trade"),
    ],
)
def test_a_party_has_its_kind(actor: Read, text: str, name: str, kind: str) -> None:
    mention = actor(text)
    assert mention is not None
    assert (mention.name, mention.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Kenya's defence ministry", "KE", id="possessive"),
        pytest.param("the Kenyan army", "KE", id="demonym"),
        pytest.param("the army", None, id="none"),
    ],
)
def test_a_body_belongs_to_the_country_that_its_words_tell(actor: Read, text: str, country: str | None) -> None:
    mention = actor(text)
    assert mention is not None
    assert mention.country == country


@pytest.mark.parametrize("word", ["He", "she", "They", "It"])
def test_a_pronoun_is_no_name(actor: Read, word: str) -> None:
    mention = actor(word)
    assert mention is not None
    assert (mention.pronoun, mention.named) == (word.lower(), False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a statement", id="statement"),
        pytest.param("slowly", id="adverb"),
        pytest.param(",", id="comma"),
    ],
)
def test_a_paper_or_a_mere_word_is_no_party(actor: Read, text: str) -> None:
    assert actor(text) is None


def test_a_paper_that_points_back_speaks_for_whoever_was_told_before(actor: Read) -> None:
    mention = actor("the report")
    assert mention is not None
    assert mention.pronoun == "it"


def test_a_paper_speaks_for_the_body_that_issued_it(actor: Read) -> None:
    mention = actor("the health ministry's midday bulletin")
    assert mention is not None
    assert (mention.name, mention.type) == ("health ministry", "government")


def test_a_news_agency_goes_by_its_name(actor: Read) -> None:
    mention = actor("the state news agency TARA")
    assert mention is not None
    assert mention.name == "TARA"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("mining company Auralta", "Auralta", "company", id="company"),
        pytest.param("broadcaster Tarvi TV", "Tarvi TV", "media", id="name-with-a-noun"),
        pytest.param("the prison service SNOD", "SNOD", "state-force", id="letters"),
        pytest.param("Nurses Beyond Rivers", "Nurses Beyond Rivers", "organisation", id="persons-in-a-name"),
        pytest.param("Joren Vask of the United Nations", "Joren Vask", "person", id="of-a-known-body"),
        pytest.param("Joren Vask of the Lantern Trust", "Joren Vask", "person", id="of-an-unknown-body"),
        pytest.param("Chief District Medical Officer Dr Rosa Amaru", "Rosa Amaru", "official", id="titles-in-a-row"),
        pytest.param("sources privy to the talks", "sources privy to the talks", "crowd", id="adjective-behind"),
    ],
)
def test_the_name_is_told_from_what_stands_around_it(actor: Read, text: str, name: str, kind: str) -> None:
    mention = actor(text)
    assert mention is not None
    assert (mention.name, str(mention.type)) == (name, kind)


@pytest.mark.parametrize("text", [pytest.param("Having", id="participle"), pytest.param("When", id="conjunction")])
def test_a_word_with_the_capital_of_its_sentence_is_no_name(actor: Read, text: str) -> None:
    assert actor(text) is None


def test_a_time_of_day_is_no_part_of_a_name(actor: Read) -> None:
    mention = actor("10.20 Vask")
    assert mention is not None
    assert mention.name == "Vask"
