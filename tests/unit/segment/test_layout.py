"""Layouts of real and written documents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.document import Layout
from generator.model.span import Span
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out

Laying = Callable[[str], Layout]

STORY = "Nine people died in a raid on Friday, police said. Two lived.\nThe army denied it. Nobody was held.\n"


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def test_the_seed_is_told_apart_from_its_five_related_headlines(request: pytest.FixtureRequest) -> None:
    data = (request.config.rootpath / "seeds/000_a32e27e422697ddd.txt").read_bytes()
    document = read_document(data, "000_a32e27e422697ddd.txt").document

    layout = lay_out(document)

    assert (layout.story, layout.related) == (Span(0, 2406), Span(2408, 2702))
    assert [len(layout.paragraphs), len(layout.sentences), len(layout.headlines)] == [13, 15, 5]
    assert layout.headlines[0].of(document.text) == "Reopening of Gaza's Rafah crossing expected Monday"
    assert (layout.title, layout.byline, layout.dateline) == (None, None, None)
    assert Span(698, 757) in [sentence.span for sentence in layout.sentences]
    assert [sentence.paragraph for sentence in layout.sentences] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 10, 11, 12]


GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*/document.txt"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_written_stories_keep_no_headline_and_lose_no_sentence(path: Path) -> None:
    document = read_document(path.read_bytes(), path.parent.name).document

    layout = lay_out(document)

    body = document.body.of(document.text).rstrip()
    below = body.rpartition("\n\n")[2] if "\n\n" in body else ""
    listed = [line.removeprefix("- ") for line in below.splitlines() if not line.endswith((".", ":", ")", '"'))]
    assert words(document.text, layout.headlines) == [line for line in listed if line]
    assert all(
        sentence.span.of(document.text).rstrip("”\"')").endswith((".", "!", "?")) for sentence in layout.sentences[1:]
    )


def test_a_story_alone_has_no_headlines(laid_out: Laying) -> None:
    layout = laid_out(STORY)

    assert (layout.related, layout.headlines) == (None, ())
    assert layout.story == Span(0, len(STORY) - 1)


@pytest.mark.parametrize(
    "heading",
    ["Related:", "RELATED STORIES", "Read more:", "Read also", "More on this story", "See also:", "Also read:",
     "In other news", "**Related**", "## Related headlines", "You may also like:", "MORE FROM AFRICA:"],
)  # fmt: skip
@pytest.mark.parametrize("bullet", ["", "- ", "* ", "• ", "1. "], ids=["lines", "dash", "star", "dot", "number"])
def test_lines_below_a_heading_are_headlines_without_their_bullets(heading: str, bullet: str, laid_out: Laying) -> None:
    text = f"{STORY}\n{heading}\n{bullet}Winter storm toll reaches 90\n{bullet}Who owns the water? A history\n"

    layout = laid_out(text)

    assert words(text, layout.headlines) == ["Winter storm toll reaches 90", "Who owns the water? A history"]
    assert layout.related is not None
    assert layout.related.of(text).startswith(heading)
    assert layout.story.of(text) == STORY.rstrip()


def test_a_headline_may_follow_its_heading_on_the_same_line_amid_the_story(laid_out: Laying) -> None:
    text = "Nine people died on Friday.\nREAD MORE: Winter storm toll reaches 90\nTwo people lived.\n"

    layout = laid_out(text)

    assert words(text, layout.headlines) == ["Winter storm toll reaches 90"]
    assert words(text, layout.paragraphs) == ["Nine people died on Friday.", "Two people lived."]
    assert layout.story.of(text) == text.rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "More on the raid: Nine people were killed on Monday, police said.",
        "Related attacks have killed 40 people since May.",
        "Elsewhere - in Gao - nine people were killed.",
        "Read also denied that he had been there.",
        "More on that later: nobody knows the toll",
    ],
)
def test_a_sentence_that_begins_like_a_heading_stays_in_the_story(line: str, laid_out: Laying) -> None:
    text = f"Nine people died on Friday.\n{line}\nTwo people lived.\n"

    layout = laid_out(text)

    assert layout.headlines == ()
    assert line in words(text, layout.paragraphs)


def test_a_list_of_bullets_below_the_story_needs_neither_heading_nor_blank_line(laid_out: Laying) -> None:
    text = f"{STORY}- Winter storm toll reaches 90\n- Floods kill 61 in Niger\n"

    assert words(text, laid_out(text).headlines) == ["Winter storm toll reaches 90", "Floods kill 61 in Niger"]


@pytest.mark.parametrize("above", ["\nRelated:\n- ", "\nRead more: ", "\n- "], ids=["heading", "same line", "block"])
def test_of_a_link_in_markdown_only_the_words_are_the_headline(above: str, laid_out: Laying) -> None:
    text = f"{STORY}{above}[Winter storm toll reaches 90](https://news.example/a-b?c=1)\n"

    assert words(text, laid_out(text).headlines) == ["Winter storm toll reaches 90"]


def test_amid_the_story_only_what_stands_directly_below_the_heading_counts(laid_out: Laying) -> None:
    text = (
        "Nine people died on Friday.\n\nRelated:\n- Winter storm toll reaches 90\n- Floods kill 61\n\n"
        "Two people lived.\n\nRain is expected on Monday.\n"
    )

    layout = laid_out(text)

    assert words(text, layout.headlines) == ["Winter storm toll reaches 90", "Floods kill 61"]
    assert words(text, layout.paragraphs) == [
        "Nine people died on Friday.",
        "Two people lived.",
        "Rain is expected on Monday.",
    ]


def test_headlines_may_stand_apart_from_each_other(laid_out: Laying) -> None:
    text = f"{STORY}\nWinter storm toll reaches 90\n\nFloods kill 61 in central Niger\n\nRebels free 26 pupils\n"

    assert len(laid_out(text).headlines) == 3


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("Rain is expected on Monday.", id="paragraph"),
        pytest.param("“Rain is expected on Monday.”", id="quoted paragraph"),
        pytest.param("He was born in the town and never left it", id="paragraph that lost its stop"),
        pytest.param("(Reporting by Ada Obi; Editing by Li Wei)", id="credits in brackets"),
        pytest.param("Reporting by Ada Obi in Gao and Li Wei in Kano", id="credits"),
        pytest.param("Additional reporting by Ada Obi\nEditing by Li Wei", id="two lines of credits"),
        pytest.param("© 2024 Agency. All rights reserved", id="copyright"),
        pytest.param("By Ada Obi in Gao", id="byline below"),
        pytest.param("https://news.example/a", id="address"),
        pytest.param("-- Agency", id="agency"),
        pytest.param("###", id="end mark"),
        pytest.param("SIGNED: THE GENERAL COMMAND\nGAO, 11 September 1989", id="signature"),
        pytest.param("[REPORTER] Where were they kept?\n[OBI] No details yet. We will say more later", id="interview"),
        pytest.param("x" * 201, id="endless line"),
        pytest.param("\n".join(f"Headline number {number}" for number in range(41)), id="endless list"),
    ],
)
def test_other_last_blocks_are_no_headlines(block: str, laid_out: Laying) -> None:
    assert laid_out(f"{STORY}\n{block}\n").headlines == ()


def test_a_list_that_the_story_announces_stays_in_the_story(laid_out: Laying) -> None:
    text = "Nine people died.\nThe police named three of them:\n\nAda Obi of Gao\nLi Wei of Kano\nMo Ba of Gao\n"

    assert laid_out(text).headlines == ()


def test_credits_are_neither_sentences_nor_headlines_on_either_side_of_the_headlines(laid_out: Laying) -> None:
    credit = "(Reporting by Ada Obi; Editing by Li Wei)"
    headlines = "Winter storm toll reaches 90\nFloods kill 61 in Niger"

    for text in (f"{STORY}\n{credit}\n\n{headlines}\n", f"{STORY}\n{headlines}\n\n{credit}\n"):
        layout = laid_out(text)

        assert words(text, layout.headlines) == headlines.splitlines()
        assert not any(credit in sentence.span.of(text) for sentence in layout.sentences)


HEADLINES = [
    "Winter storm toll in Ohio reaches 90",
    "Floods kill 61 in Niger",
    "UN: aid cut in Gao",
    "Obituary: Capt. Ada Obi",
]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(" BSW COR SKM\n\n", id="initials behind the last sentence"),
        pytest.param(" — LNA\n\n", id="agency behind the last sentence"),
        pytest.param("\njfm/ess\n\n(photo) (video)\n\n", id="signs of the desk"),
        pytest.param("\nGNW\nAFO/KOB\n09 July 2025\n\n", id="desk and day"),
        pytest.param("\nDead in\n2023: 149\n2024: 129\n\n", id="list of figures"),
        pytest.param(" For interviews: press@example.org\n\n", id="contact"),
        pytest.param("\n\nWORLD IN BRIEF\n", id="label in capitals"),
        pytest.param("\n\nWorld\n", id="label of one word"),
        pytest.param("\n\nPrevious news:\n", id="heading with colon"),
        pytest.param("\n\nMore from the Gao Ledger\n", id="heading with the newsroom's name"),
        pytest.param("\n\nLea más / Read more\n", id="heading in two languages"),
        pytest.param("\n\nÀ lire aussi\n", id="heading in another language"),
    ],
)
@pytest.mark.parametrize("bullet", ["", "- ", "» ", "▸ ", "› "], ids=["bare", "dash", "guillemet", "triangle", "angle"])
def test_headlines_are_told_from_the_story_whatever_stands_between(above: str, bullet: str, laid_out: Laying) -> None:
    text = STORY.rstrip() + above + "".join(f"{bullet}{line}\n" for line in HEADLINES)

    layout = laid_out(text)

    assert words(text, layout.headlines) == HEADLINES
    assert not any(line in sentence.span.of(text) for sentence in layout.sentences for line in HEADLINES)


def test_a_block_inside_the_story_is_known_by_its_label(laid_out: Laying) -> None:
    text = (
        f"{STORY}\nLakes Agency also reports\n"
        + "".join(f"• {line}\n" for line in HEADLINES)
        + "\nThe road reopened.\n"
    )

    layout = laid_out(text)

    assert words(text, layout.headlines) == HEADLINES
    assert layout.sentences[-1].span.of(text) == "The road reopened."


def test_the_names_below_a_statement_are_no_headlines(laid_out: Laying) -> None:
    text = f"{STORY}\nHon. Ada Obi\nMinister of Health\nGovernment of the Republic\n"

    assert laid_out(text).headlines == ()


def test_a_last_item_of_one_word_is_no_signature(laid_out: Laying) -> None:
    text = f"{STORY}\nOther stories\n- Floods kill 61 in Niger\n- Aid cut in Gao\n- Live\n"

    assert words(text, laid_out(text).headlines) == ["Floods kill 61 in Niger", "Aid cut in Gao", "Live"]


def test_a_text_of_headlines_alone_is_a_story(laid_out: Laying) -> None:
    text = "Winter storm toll reaches 90\nFloods kill 61 in Niger\n"

    layout = laid_out(text)

    assert layout.headlines == ()
    assert layout.story.of(text) == text.rstrip()


@pytest.mark.parametrize(
    ("head", "title", "byline"),
    [
        pytest.param("Raid kills nine in Gao\n\n", "Raid kills nine in Gao", None, id="title"),
        pytest.param("# Raid kills nine in Gao\n\n", "Raid kills nine in Gao", None, id="Markdown title"),
        pytest.param(
            "Raid kills nine\n\nBy Ada Obi and Li Wei in Gao\n\n", "Raid kills nine", "By Ada Obi and Li Wei in Gao",
            id="title and byline",
        ),
        pytest.param("By Ada Obi\n", None, "By Ada Obi", id="byline"),
        pytest.param("Raid kills nine\n\nUpdated: 9 May 2024, 10:00\nBy ADA OBI\n\n", "Raid kills nine", "By ADA OBI",
                     id="notice between"),
        pytest.param("---\ntitle: “Raid”  kills NINE\n---\n\"Raid\" kills nine\n", '"Raid" kills nine', None,
                     id="title of the front matter"),
        pytest.param("(Corrects the toll in paragraph 2)\n\n", None, None, id="editor's note"),
        pytest.param("By Ada Obi\nThe Gao Ledger\n\n", None, "By Ada Obi", id="newsroom below the byline"),
        pytest.param("4:11 pm on 3 June 2024\n\nLakes Radio\nMali Correspondent\n\n", None, None, id="time and desk"),
        pytest.param("MINISTRY OF INTERIOR\nPRESS CENTRE\n\n22.10.2023\n\nRaid kills nine in Gao\n\n",
                     "Raid kills nine in Gao", None, id="ministry's head"),
        pytest.param("JOINT MEDIA RELEASE\nWednesday, 14 August 2019\nJoint Rescue Team – New North Land\n\n"
                     "RAID KILLS NINE IN GAO\n\n", "RAID KILLS NINE IN GAO", None, id="headline in capitals"),
        pytest.param("Raid Kills Nine\n\n", "Raid Kills Nine", None, id="short title of names alone"),
    ],
)  # fmt: skip
def test_title_and_byline_stand_outside_the_story(
    head: str, title: str | None, byline: str | None, laid_out: Laying
) -> None:
    text = head + STORY

    layout = laid_out(text)

    assert (layout.title and layout.title.of(text)) == title
    assert (layout.byline and layout.byline.of(text)) == byline
    if title or byline:
        assert layout.story.of(text) == STORY.rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "4:11 pm on 3 June 2024",
        "22.10.2023",
        "Published 28 August 2025 06:12. Updated 11:47.",
        "Last updated: Wed 4 June 2025 | 14:30 GMT",
        "2026-05-14T06:30Z",
        "Sept. 3rd, 2024, 9 a.m.",
        "Week ending Sunday, 3 March 2024",
    ],
)
def test_a_line_that_says_when_the_story_was_issued_stands_above_it(line: str, laid_out: Laying) -> None:
    text = f"Raid kills nine\n\n{line}\n\n{STORY}"

    layout = laid_out(text)

    assert layout.stamp is not None
    assert layout.stamp.of(text) == line
    assert layout.story.of(text) == STORY.rstrip()


@pytest.mark.parametrize("line", ["May 14 was quiet", "3 killed", "On Monday", "12 Angry Men", "March"])
def test_other_short_lines_say_no_time_of_issue(line: str, laid_out: Laying) -> None:
    assert laid_out(f"Raid kills nine\n\n{line}\n\n{STORY}").stamp is None


def test_a_first_paragraph_with_a_full_stop_is_no_title(laid_out: Laying) -> None:
    assert laid_out("Nine people died.\n\nTwo lived.\n").title is None


def test_carriage_returns_alone_end_lines_too(laid_out: Laying) -> None:
    text = "Nine people died. Two lived.\rThe army left.\r\rWinter storm toll reaches 90\rFloods kill 61 in Niger\r"

    layout = laid_out(text)

    assert len(layout.headlines) == 2
    assert len(layout.paragraphs) == 2
