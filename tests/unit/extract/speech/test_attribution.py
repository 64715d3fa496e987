"""Who says it: every form of attribution that a newsroom uses, and the words that report nothing."""

from collections.abc import Callable

import pytest

from generator.extract.places.dates import find_days
from generator.extract.prose.matching import Prose
from generator.extract.speech.attribution import find_attributions, quoted_ranges
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Attribution
from generator.read.normalise import fold

Find = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture
def speeches(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[Attribution, ...]:
        sentence = prose(text)
        return find_attributions(sentence, find_days(sentence, lexicon), lexicon)

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Governor Ilan Petrak said roads were cut.", "Ilan Petrak", id="before"),
        pytest.param("Roads were cut, Governor Ilan Petrak said.", "Ilan Petrak", id="after"),
        pytest.param("Roads, Governor Ilan Petrak said, were cut.", "Ilan Petrak", id="inside"),
        pytest.param("“Roads are cut,” said Ilan Petrak, the governor.", "Ilan Petrak", id="inverted"),
        pytest.param(
            "The governor of the coastal province, Ilan Petrak, said roads were cut.", "Ilan Petrak", id="long-title"
        ),
        pytest.param("According to the coastguard, roads were cut.", "coastguard", id="according-to-first"),
        pytest.param("Roads were cut, according to the coastguard.", "coastguard", id="according-to-last"),
        pytest.param(
            "A senior police official, speaking on condition of anonymity, said roads were cut.",
            "senior police official",
            id="anonymous",
        ),
        pytest.param("The army said in a statement that roads were cut.", "army", id="statement"),
        pytest.param(
            "In a post on Telegram, Governor Ilan Petrak wrote that roads were cut.", "Ilan Petrak", id="social-post"
        ),
        pytest.param(
            "The Haldun Herald newspaper reported that roads were cut.", "Haldun Herald newspaper", id="media"
        ),
        pytest.param("Witnesses told AFP that roads were cut.", "witnesses", id="witnesses"),
        pytest.param("He said roads were cut.", "he", id="pronoun"),
        pytest.param("The ministry, which runs the camp, said roads were cut.", "ministry", id="relative-clause"),
        pytest.param("Amina Sorel, who lost her brother, said roads were cut.", "Amina Sorel", id="who-clause"),
        pytest.param("The health ministry's midday bulletin showed nine deaths.", "health ministry", id="bulletin"),
    ],
)
def test_the_speaker_is_named(speeches: Find, text: str, name: str) -> None:
    assert [speech.source.name for speech in speeches(text) if speech.source is not None] == [name]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The governor said it rained.", "statement", id="said"),
        pytest.param("The governor confirmed the raid.", "confirmation", id="confirmed"),
        pytest.param("The governor warned of floods.", "warning", id="warned"),
        pytest.param("The governor denied the report.", "denial", id="denied"),
        pytest.param("The governor accused the Red Hand of arson.", "accusation", id="accused"),
        pytest.param("The governor condemned the raid.", "condemnation", id="condemned"),
        pytest.param("The governor called for an inquiry.", "demand", id="called-for"),
    ],
)
def test_the_reporting_word_tells_what_the_speaker_does(speeches: Find, text: str, kind: str) -> None:
    assert [speech.kind for speech in speeches(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fire claimed 12 lives.", id="claimed-lives"),
        pytest.param("The Red Hand claimed responsibility.", id="claimed-responsibility"),
        pytest.param("It goes without saying.", id="without-saying"),
        pytest.param("“They told me to leave, I said no.”", id="inside-a-quotation"),
        pytest.param("The bridge was said to be safe.", id="passive-without-a-source"),
        pytest.param("The road runs north.", id="no-reporting-word"),
    ],
)
def test_words_that_report_nothing_make_no_speech(speeches: Find, text: str) -> None:
    assert speeches(text) == ()


def test_two_speakers_of_a_sentence_each_keep_their_own_words(speeches: Find) -> None:
    text = "The Red Crescent said 12 bodies had been found, while the army said 15 rebels were killed."
    assert [(s.source and s.source.name, s.contents[0].of(text)) for s in speeches(text)] == [
        ("Red Crescent", "12 bodies had been found"),
        ("army", "15 rebels were killed."),
    ]


def test_speech_divided_by_a_semicolon_is_divided(speeches: Find) -> None:
    text = "Police say 12 people died; relatives say 20 people did."
    assert [(s.source and s.source.name, s.contents[0].of(text)) for s in speeches(text)] == [
        ("police", "12 people died"),
        ("relatives", "20 people did."),
    ]


def test_speech_that_goes_on_keeps_its_speaker(speeches: Find) -> None:
    found = speeches("The minister said nine men were dead, adding that three were missing.")
    assert {speech.source.name for speech in found if speech.source is not None} == {"minister"}


def test_an_open_quotation_runs_to_the_end_of_the_sentence() -> None:
    text = fold("He said: “It was dark.")
    assert [text[start:] for start, _ in quoted_ranges(text)] == ['"It was dark.']


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The number was confirmed by the health ministry.", "health ministry", id="passive-by"),
        pytest.param("Governor Ilan Petrak was quoted as saying roads were cut.", "Ilan Petrak", id="quoted-as-saying"),
        pytest.param("State radio quoted the army as saying that roads were cut.", "army", id="quoted-somebody"),
        pytest.param("Governor Ilan Petrak: “Roads are cut.”", "Ilan Petrak", id="colon"),
        pytest.param("Roads cut in the north - witnesses", "witnesses", id="credited-behind-a-dash"),
        pytest.param("A statement from the coastguard said roads were cut.", "coastguard", id="statement-from"),
        pytest.param("A guard who saw the flood said roads were cut.", "guard", id="relative-without-commas"),
        pytest.param("Residents reached by telephone said roads were cut.", "residents", id="reached-by-telephone"),
        pytest.param("A guard who goes by the name of Petrak said roads were cut.", "Petrak", id="names-himself"),
        pytest.param("The Red Hand Front (RHF) said roads were cut.", "Red Hand Front", id="short-name-in-brackets"),
        pytest.param(
            "The ministry's spokesman, Brig. Gen. Ilan al-Petrak, said roads were cut.", "Ilan al-Petrak", id="rank"
        ),
        pytest.param("The bridge, says the engineer, Ilan Petrak, was safe.", "Ilan Petrak", id="inside-inverted"),
        pytest.param("The local council, the House of Petrak, put the toll at 12.", "House of Petrak", id="named-body"),
    ],
)
def test_the_speaker_is_named_in_rarer_wordings(speeches: Find, text: str, name: str) -> None:
    assert [speech.source.name for speech in speeches(text) if speech.source is not None] == [name]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "The ferry sailed at noon, he added, but “half the seats were empty”.",
            ["The ferry sailed at noon", '"half the seats were empty".'],
            id="before-and-quoted-behind",
        ),
        pytest.param("When the water rose, residents said they fled.", ["they fled."], id="opening-clause"),
        pytest.param("At least two fell ill, the mayor said on Monday.", ["At least two fell ill"], id="figure-first"),
    ],
)
def test_what_is_said_is_told_from_what_stands_around_it(speeches: Find, text: str, contents: list[str]) -> None:
    assert [content.of(fold(text)) for speech in speeches(text) for content in speech.contents] == contents


def test_a_sentence_inside_an_open_quotation_reports_nothing(prose: Callable[[str], Prose], lexicon: Lexicon) -> None:
    assert find_attributions(prose("They said the bridge had gone."), (), lexicon, opened=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A disputed canal was closed.", id="adjective"),
        pytest.param("The ships listed in the appendix were sold.", id="reduced-clause"),
        pytest.param("She asked not to be filmed.", id="asked-not-to"),
    ],
)
def test_participles_that_report_nothing_are_left_alone(speeches: Find, text: str) -> None:
    assert speeches(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Six people, police said, were hurt when the wall fell.", "police", id="between-short-halves"),
        pytest.param("A spokeswoman for the mill, Rosa Amaru, said the men wore masks.", "Rosa Amaru", id="apposed"),
        pytest.param("The mayor, in a note on Friday, said roads were cut.", "mayor", id="occasion-between"),
        pytest.param(
            "People living in the port, Tarvi, reported shots near the jail.",
            "people living in the port",
            id="place-beside",
        ),
        pytest.param("Herders who fled to the town of Tarvi said nine men were shot.", "herders", id="place-at-end"),
        pytest.param(
            "Joren Vask, a farmer from the valley said the dam had cracked.", "Joren Vask", id="comma-left-out"
        ),
        pytest.param(
            "The state broadcaster, citing the coastguard, said it sank.",
            "coastguard",
            id="cited-before-the-verb",
        ),
        pytest.param("The envoy posted on Facebook that talks had ended.", "envoy", id="posted-on"),
        pytest.param('"Flights are suspended," the harbour announced on its website.', "harbour", id="own-website"),
        pytest.param(
            "Roads were cut, Governor Ilan Petrak wrote on his Telegram channel.", "Ilan Petrak", id="channel-behind"
        ),
        pytest.param("According to her, roads were cut.", "she", id="according-to-pronoun"),
        pytest.param("The opposition claims 30 of its members were beaten.", "opposition", id="claims-a-figure"),
        pytest.param("Engineers believe the wall gave way at noon.", "engineers", id="clause-without-that"),
        pytest.param("Police: two men held over stabbing in Tarvi market", "police", id="label-in-front"),
        pytest.param("Bus crash on the coast road kills nine: officials", "officials", id="source-behind-a-colon"),
    ],
)
def test_the_speaker_is_found_however_the_sentence_is_built(speeches: Find, text: str, name: str) -> None:
    assert [a.source.name for a in speeches(text) if a.source is not None] == [name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Neither the army nor the rebels have commented on the raid.", id="nor"),
        pytest.param("The army never admits that it has lost men.", id="never"),
        pytest.param("Two men said to have planned the raid were caught.", id="said-to-have"),
        pytest.param("His injuries aren't thought to be grave.", id="contracted-passive"),
        pytest.param("A unit accused of abuses opened fire.", id="participle-behind-its-noun"),
        pytest.param("The women gathered, singing, at the gate.", id="no-clause"),
        pytest.param("Kenya has maintained close ties with its neighbour.", id="no-words"),
        pytest.param("The tests confirmed the presence of the virus.", id="things-do-not-speak"),
    ],
)
def test_nobody_speaks_where_nothing_is_reported(speeches: Find, text: str) -> None:
    assert [a.source.name for a in speeches(text) if a.source is not None] == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "The mayor confirmed the find, but said it was too early to judge.",
            ["the find", "it was too early to judge."],
            id="but-said",
        ),
        pytest.param("The mayor said the owner would ask for help.", ["the owner would ask for help."], id="modal"),
    ],
)
def test_each_verb_of_one_speaker_has_words_of_its_own(speeches: Find, text: str, contents: list[str]) -> None:
    assert [content.of(text) for a in speeches(text) for content in a.contents] == contents


def test_words_told_in_other_sentences_are_no_content(speeches: Find) -> None:
    (speech,) = speeches("The officer, Joren Vask, disclosed this in a statement on Friday.")
    assert speech.contents == ()


def test_a_subordinate_clause_vouches_for_no_other_speaker(speeches: Find) -> None:
    text = "While the palace says 40 people died, aid groups put the number at 100."
    assert [(a.source and a.source.name, [c.of(text) for c in a.contents]) for a in speeches(text)] == [
        ("palace", ["40 people died"]),
        ("aid groups", ["the number at 100."]),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The ministry announced on Tuesday that the dam was safe.", "ministry", id="day-then-clause"),
        pytest.param("The dam was safe, the operator announced in Ruvo on Tuesday.", "operator", id="day-at-the-end"),
        pytest.param("Villagers, however, claimed that the road was cut.", "villagers", id="a-word-that-leads-on"),
        pytest.param("A watchdog that tracks abuses said the road was cut.", "watchdog", id="that-as-who"),
        pytest.param("A number of villagers said they had seen lights.", "villagers", id="some-of-many"),
        pytest.param("The mill's management disputes that its plant leaked.", "mill's management", id="a-body's-side"),
        pytest.param("That evening Tebu said the road was cut.", "Tebu", id="time-in-front-of-a-name"),
        pytest.param(
            "The road was cut, Inspector of Mines (North) Anil Rao said.", "Anil Rao", id="brackets-in-a-rank"
        ),
        pytest.param("The road was cut, chamber of trade head Ruta Venn said.", "Ruta Venn", id="name-behind-a-trade"),
        pytest.param("Ann Till, who spoke to the station, said the road was cut.", "Ann Till", id="told-in-passing"),
        pytest.param("One in three wells is dry, says a report by the charity WaterNow.", "WaterNow", id="author"),
        pytest.param(
            "Bule and Fata are empty, according to the relief office, which warned of further raids.",
            "relief office",
            id="behind-according-to",
        ),
    ],
)
def test_a_speaker_is_found_behind_what_stands_between(speeches: Find, text: str, name: str) -> None:
    found = speeches(text)
    assert {attribution.source.name for attribution in found if attribution.source is not None} == {name}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two deaths reported on Tuesday shook the town.", id="reported-on-a-day"),
        pytest.param("Measles, first confirmed in Pell in March, has spread.", id="first-confirmed"),
        pytest.param("The ward has admitted 264 patients since May.", id="admitted-patients"),
        pytest.param("The men, ordered to leave, refused.", id="ordered-to"),
        pytest.param("Enquiries disclosed that the prisoners had a key.", id="enquiries"),
    ],
)
def test_participles_and_papers_report_nothing(speeches: Find, text: str) -> None:
    assert speeches(text) == ()


def test_speech_stands_in_a_row_of_deeds(speeches: Find) -> None:
    found = speeches("The Mining Board has sent a team, called for calm and closed the pit.")
    assert [(a.verb, a.source.name if a.source else None) for a in found] == [("called for", "Mining Board")]


def test_what_a_speaker_does_meanwhile_is_not_said(speeches: Find) -> None:
    (found,) = speeches('"It came at night," Pavel Dunn said, standing where his barn had been.')
    assert len(found.contents) == 1
