"""The source of reported speech: the noun phrase in front of or behind its cue, with appositions."""

from generator.extract.actors import read_actor
from generator.extract.matching import Prose
from generator.extract.nounphrases import phrase_after, phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention


def source_before(prose: Prose, left: int, lexicon: Lexicon) -> tuple[int, int]:
    """Indexes of the first word of the source that ends in front of word ``left``, and behind its last word."""
    end = left
    while end and prose.words[end - 1].text == ",":
        end -= 1
    first = phrase_before(prose.words, end, lexicon)
    return _whole_source(prose, first, end, left, lexicon), end


def source_behind(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index behind a source that begins at word ``start``, appositions included.

    Only a phrase between commas (or a comma and the end) is one: in ``According to police, Amina Sorel was killed``
    the name is no apposition, and a number is an age only where it stands alone.
    """
    end = phrase_after(prose.words, start, lexicon)
    for _ in range(4):
        if end + 1 >= len(prose.words) or prose.words[end].text != ",":
            return end
        following = prose.words[end + 1].text
        if following.isdigit() and _is_closed(prose, end + 2):
            end += 2
            continue
        further = phrase_after(prose.words, end + 1, lexicon)
        plain = following.lower() in _APPOSED or following[0].isupper() or further - end > 1
        if further <= end + 1 or not plain or following.lower() in ("who", "which", "adding", "as"):
            return end
        if not _is_closed(prose, further):
            return end
        end = further
    return end


_APPOSED = ("a", "an", "the", "regional", "deputy", "head", "its", "one")


def _is_closed(prose: Prose, index: int) -> bool:
    """Whether a phrase ends here: at a comma, another sign, the end, or a relative clause."""
    if index >= len(prose.words):
        return True
    word = prose.words[index]
    return not word.wordlike or word.text.lower() in (
        "who",
        "which",
        "whose",
        "aged",
        "said",
        "while",
        "as",
        "in",
        "on",
    )


def _whole_source(prose: Prose, first: int, end: int, left: int, lexicon: Lexicon) -> int:
    """Index where the source begins when appositions or a relative clause stand inside it."""
    words = prose.words
    if end < left and words[end].text == ",":
        comma = max((n for n in range(end - 1) if words[n].text == ","), default=None)
        if comma is None:
            return first
        inner = words[comma + 1].text.lower()
        told_apart = (
            first == comma + 1
            or inner in ("who", "which", "a", "an", "the", "whose", "for", "speaking", "one", "when", "asked")
            or inner.isdigit()
        )
        if not told_apart:
            return first
        start = phrase_before(words, comma, lexicon)
        start = start if start < comma else first
        if start >= 2 and words[start - 1].text == "," and words[start].text.isdigit():
            start = min(start, phrase_before(words, start - 1, lexicon))
        opening = phrase_before(words, start - 1, lexicon) if start >= 2 and words[start - 1].text == "," else start
        if opening == 0 and words[0].text.lower() in lexicon.grammar.determiners and words[start].capital:
            return 0
        return start
    return first


def closing_name(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """``an assertion Tashkent rejected``: the known name that closes a phrase which names no party as a whole."""
    if end - start < 2 or not prose.words[end - 1].capital:
        return None
    source = read_actor(prose, end - 1, end, lexicon)
    return source if source is not None and source.rule in ("country", "known-actor") else None


def subject_of(prose: Prose, before: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that opens the sentence, for a participle that has no other source (``..., accusing rivals``)."""
    end = phrase_after(prose.words, 0, lexicon)
    whole = source_behind(prose, 0, lexicon) if end < len(prose.words) and prose.words[end].text == "," else end
    return read_actor(prose, 0, min(whole, before), lexicon) if end else None
