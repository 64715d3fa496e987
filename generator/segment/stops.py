"""Stops and what can be seen about them: each question is asked by one rule of the sentence boundaries."""

import re
from typing import NamedTuple

from generator.lexicon.abbreviations import Abbreviations

WORD_OPENERS = "\"'([{*¿¡-"
_FEW = 8
"""So many quotes, brackets and blanks may stand before the first word of a sentence."""
_REST = 80
"""So many signs behind a stop are looked at."""


class Stop(NamedTuple):
    """A full stop, question or exclamation mark with something behind it in its paragraph.

    Attributes:
        word: the word before the mark, without quotes or brackets before it; empty for a mark that stands alone.
        mark: the mark or marks (``.``, ``?!``, ``...``).
        closers: closing quotes and brackets behind the mark.
        openers: quotes, brackets and dashes before the next word.
        follower: the next word with whatever sticks to its end.
        paragraph: the whole paragraph.
        opening: where its sentence begins in the paragraph.
        at: where the mark stands.
        end: where the next word begins.
        capitals: whether the whole paragraph is in capitals, as old wires are.
    """

    word: str
    mark: str
    closers: str
    openers: str
    follower: str
    paragraph: str
    opening: int
    at: int
    end: int
    capitals: bool

    @property
    def rest(self) -> str:
        """Some of the text from the next word on."""
        return self.paragraph[self.end : self.end + _REST]

    @property
    def first(self) -> bool:
        """Whether the word opens its sentence."""
        before = self.paragraph[self.opening : self.at - len(self.word)]
        return len(before) <= _FEW and not before.strip(WORD_OPENERS + " ")


_SPEAKS = (
    "said|says|say|asked|asks|added|adds|told|shouted|cried|wrote|writes|replied|tweeted|warned|exclaimed|demanded"
    "|declared|insisted|explained|continued|recalled|noted"
)
_SPEAKS_NEXT = re.compile(rf"(?i:{_SPEAKS})\b")
_SPEAKER_NEXT = re.compile(
    rf"(?:[A-Z][\w'-]*\.? ){{1,4}}(?i:{_SPEAKS})\b|(?:HE|SHE|THEY|IT|He|She|They|It|I|We) (?i:{_SPEAKS})\b"
)
_LIST_NUMBER = re.compile(r"[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,4}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_CLOCK_NEXT = re.compile(
    r"(?i:mon|tues|wednes|thurs|fri|satur|sun)day|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]"
    r"|[A-Z]{2,4}T\b|GMT|UTC|Eastern|Central|Pacific|Mountain|Local|[0-9]|(?:[A-Z]\w+ ){1,3}[Tt]ime\b"
)


def plain(stop: Stop, lexicon: Abbreviations) -> bool:
    """An ordinary small word before the stop, a capital behind it."""
    return (
        stop.mark == "."
        and not stop.capitals
        and len(stop.word) > 1
        and stop.word.isalpha()
        and stop.word.islower()
        and stop.follower[:1].isupper()
        and stop.word not in lexicon.all
        and not (stop.closers and _SPEAKS_NEXT.match(stop.follower))
    )


def nothing_follows(stop: Stop, _: Abbreviations) -> bool:
    """No word is left in the paragraph."""
    return not any(sign.isalnum() for sign in stop.rest)


def marks_go_on(stop: Stop, _: Abbreviations) -> bool:
    """A comma, bracket or other mark stands behind the stop."""
    return stop.follower[:1] in tuple(".,;:!?…)]}%&/")


def small_letter(stop: Stop, _: Abbreviations) -> bool:
    """The next word has a small letter."""
    return stop.follower[:1].islower()


def attributed(stop: Stop, _: Abbreviations) -> bool:
    """Closing quotes, then a verb of saying."""
    return bool(stop.closers) and not stop.openers and _SPEAKS_NEXT.match(stop.follower) is not None


def speaker_named(stop: Stop, _: Abbreviations) -> bool:
    """A question or cry in quotes, then a name and a verb of saying."""
    quoted = stop.mark != "." and stop.closers[:1] in ('"', "'") and not stop.openers
    return quoted and _SPEAKER_NEXT.match(stop.rest) is not None


def exclaiming_name(stop: Stop, lexicon: Abbreviations) -> bool:
    """A name that ends with an exclamation mark."""
    return stop.mark == "!" and stop.word in lexicon.exclaiming and not _starts(stop, lexicon)


def list_number(stop: Stop, _: Abbreviations) -> bool:
    """A number or letter that opens its sentence."""
    return stop.first and stop.mark == "." and not stop.closers and _LIST_NUMBER.fullmatch(stop.word) is not None


def standing_alone(stop: Stop, _: Abbreviations) -> bool:
    """Dots between blanks."""
    return not stop.word and not stop.closers and set(stop.mark) <= set(".…")


def never_last(stop: Stop, lexicon: Abbreviations) -> bool:
    """A short form that always leans on the next word."""
    return stop.mark == "." and not stop.closers and stop.word in lexicon.leading


def counting(stop: Stop, lexicon: Abbreviations) -> bool:
    """A short form that counts, then a digit."""
    return stop.mark == "." and stop.word in lexicon.counting and stop.follower[:1].isdigit()


def clock_goes_on(stop: Stop, lexicon: Abbreviations) -> bool:
    """An hour, then its day or time zone."""
    return clock_over(stop, lexicon) and not stop.openers and _CLOCK_NEXT.match(stop.rest) is not None


def clock_over(stop: Stop, lexicon: Abbreviations) -> bool:
    """An hour."""
    return stop.mark == "." and stop.word in lexicon.clock


def short_form(stop: Stop, lexicon: Abbreviations) -> bool:
    """A short form that may stand last, then no word that opens sentences."""
    return stop.mark == "." and not stop.closers and stop.word in lexicon.either and not _starts(stop, lexicon)


def dotted(stop: Stop, lexicon: Abbreviations) -> bool:
    """Letters with stops between them, then no word that opens sentences."""
    dotted = stop.mark == "." and not stop.closers and _DOTTED.fullmatch(stop.word) is not None
    return dotted and not _starts(stop, lexicon)


def initial(stop: Stop, lexicon: Abbreviations) -> bool:
    """One capital letter, then no word that opens sentences."""
    single = stop.mark == "." and len(stop.word) == 1 and stop.word.isupper() and not stop.closers
    return single and not _starts(stop, lexicon)


def _starts(stop: Stop, lexicon: Abbreviations) -> bool:
    """Whether the next word is one that opens sentences rather than goes on with a name."""
    starters = lexicon.loud_starters if stop.capitals else lexicon.starters
    return '"' in stop.openers or stop.follower.rstrip(",") in starters
