"""Paragraphs of long lines and of hard-wrapped text."""

from collections.abc import Callable

from generator.model.document import Layout

Laying = Callable[[str], Layout]


def paragraphs(text: str, layout: Layout) -> list[str]:
    return [" ".join(paragraph.of(text).split()) for paragraph in layout.paragraphs]


def test_a_line_end_ends_a_paragraph_of_long_lines(laid_out: Laying) -> None:
    text = "Nine people died. " * 9 + "\nTwo lived.\nThe army left.\n"

    assert paragraphs(text, laid_out(text))[1:] == ["Two lived.", "The army left."]


def test_hard_wrapped_paragraphs_are_joined_up_to_the_blank_line(laid_out: Laying) -> None:
    text = (
        "Nine people died in a raid on a village in the\n"
        "north of the country on Friday, police said. The\n"
        "army denied it.\n\n"
        "Two people lived and were taken to a hospital\n"
        "in Gao.\n"
    )

    layout = laid_out(text)

    assert paragraphs(text, layout) == [
        "Nine people died in a raid on a village in the north of the country on Friday, police said. "
        "The army denied it.",
        "Two people lived and were taken to a hospital in Gao.",
    ]
    assert len(layout.sentences) == 3


def test_a_short_line_with_a_stop_or_an_indent_parts_wrapped_paragraphs(laid_out: Laying) -> None:
    text = (
        "   Nine people died in a raid on a village in the\n"
        "north of the country on Friday, police said in a\n"
        "statement.\n"
        "Two people lived and were taken to a hospital in\n"
        "Gao, where they were questioned by the army and\n"
        "   The army denied it and said that it had been in\n"
        "its barracks.\n"
    )

    assert [words.split()[0] for words in paragraphs(text, laid_out(text))] == ["Nine", "Two", "The"]


def test_a_line_broken_within_a_sentence_is_mended(laid_out: Laying) -> None:
    text = "Nine people died. " * 9 + "Two\nlived.\nThe army left.\n"

    assert len(paragraphs(text, laid_out(text))) == 2


def test_windows_line_ends_make_the_same_paragraphs(laid_out: Laying) -> None:
    text = "Nine people died.\nTwo lived.\n\nThe army left.\n"

    assert len(laid_out(text.replace("\n", "\r\n")).paragraphs) == len(laid_out(text).paragraphs) == 3


def test_a_heading_within_wrapped_text_is_a_paragraph_of_its_own(laid_out: Laying) -> None:
    text = (
        "Nine people died in a raid on a village in the\n"
        "north of the country on Friday, police said in a\n"
        "statement.\n"
        "What is known\n"
        "Two people lived and were taken to a hospital in\n"
        "Gao, where they were questioned by the army.\n"
    )

    assert "What is known" in paragraphs(text, laid_out(text))


def test_short_lines_without_stops_are_not_taken_for_wrapped_text(laid_out: Laying) -> None:
    text = "Nine people died.\nTwo lived\nThe army left\nNobody was held.\n"

    assert len(laid_out(text).paragraphs) == 4
