"""Laws of checking: numbers read back, circles are all found, moved quotes never pass, order does not matter."""

import random
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.check.circles import find_circles
from generator.check.numbers import number_values
from generator.check.report import check_record, check_workspace
from generator.model.claim import Claim, Said
from generator.model.document import Document
from generator.model.incident import Dates, Incident, Record, RelatedHeadline, SourceDocument, SummarySentence, Title
from generator.model.span import Citation, Span
from generator.model.vocabulary import ClaimKind, EventType, Origin

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
UNITS = SMALL.split()
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEXT = "The army said 92 people died. The army later said 145 people died; nobody agreed."


def spelled(number: int) -> str:
    """``number`` from 1 to 999,999,999 in words."""
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if rest and rest < 100 else " "
            return f"{spelled(number // scale)} {name}" + (joint + spelled(rest) if rest else "")
    if number < len(UNITS):
        return UNITS[number]
    return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


def document(text: str) -> Document:
    return Document("d.txt", text, text, "0" * 64, Span(0, len(text)))


def record(name: str = "x", *, text: str = TEXT, **more: object) -> Record:
    source = SourceDocument("d1", "d.txt", "0" * 64, len(text), Span(0, len(text)))
    fields = {"title": Title("An incident", Origin.EDITOR), **more}
    incident = Incident(id=name, types=(EventType.OTHER,), dates=Dates(), documents=(source,), **fields)  # type: ignore[arg-type]
    return Record(incident, f"content/incidents/{name}.yml")


@given(st.integers(1, 999_999_999))
def test_a_number_reads_back_in_digits_and_in_words(number: int) -> None:
    assert number_values(f"killed {number:,} people") == {Decimal(number)}
    assert number_values(f"killed {number} people") == {Decimal(number)}
    assert number_values(f"killed {spelled(number)} people") == {Decimal(number)}
    assert number_values(f"{spelled(number).capitalize()}.") == {Decimal(number)}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.sampled_from("abcdefghz")))
def test_every_name_on_a_circle_stands_in_exactly_one(step: dict[str, str | None]) -> None:
    def comes_back(name: str) -> bool:
        at: str | None = name
        for _ in step:
            at = step.get(at) if at is not None else None
            if at == name:
                return True
        return False

    circles = find_circles(step)
    assert sorted(name for circle in circles for name in circle) == sorted(filter(comes_back, step))
    for circle in circles:
        assert all(step[one] == following for one, following in zip(circle, (*circle[1:], circle[0]), strict=True))


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], len(TEXT)))
)


@given(spans, spans)
def test_a_quote_passes_only_where_it_stands(quoted: Span, cited: Span) -> None:
    claim = Claim("one", ClaimKind.STATEMENT, Said("document"), quoted.of(TEXT), Citation("d1", cited))
    codes = [finding.code for finding in check_record(record(claims=(claim,)), {"d.txt": document(TEXT)})]
    assert codes == ([] if cited.of(TEXT) == quoted.of(TEXT) else ["quote-moved"])


@given(st.permutations(["a", "b", "c", "d"]), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(names: list[str], shuffler: random.Random) -> None:
    claim = Claim("one", ClaimKind.STATEMENT, Said("nobody"), "army", Citation("d1", Span(0, 4)))
    headline = RelatedHeadline("x", Citation("d1", Span(0, 1)), link="a")
    records = [record(name, claims=(claim,), related=(headline,), aliases=("old",)) for name in names]
    findings = check_workspace(records, {"d.txt": document(TEXT)})
    shuffler.shuffle(records)
    assert check_workspace(records, {"d.txt": document(TEXT)}) == findings


@given(st.text(max_size=200), st.text(min_size=1, max_size=80))
def test_a_finding_is_one_line_that_prints_whatever_the_record_holds(text: str, words: str) -> None:
    claim = Claim("one", ClaimKind.STATEMENT, Said("document"), words, Citation("d1", Span(0, len(words))))
    planted = record(
        text=text,
        title=Title(words, Origin.EDITOR),
        summary=(SummarySentence(words, ()),),
        claims=(claim,),
        related=(RelatedHeadline(words, Citation("d1", Span(0, 1)), link=words),),
    )
    for finding in check_workspace([planted], {"d.txt": document(text)}, canonical={planted.file: words}):
        assert str(finding).isprintable()
