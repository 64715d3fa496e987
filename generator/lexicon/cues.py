"""Words that report speech, and what stands about them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lexicon.rules import Example, alternation
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class Cue:
    """One family of reporting words.

    Attributes:
        kind: what the words do beyond saying.
        inverted: whether they may stand before their speaker.
        told: whether they take a hearer before the content.
        needs_source: whether they report only behind a source that the lexicon knows to speak.
        matches: sentences in which they report.
        rejects: sentences in which they do not.
    """

    kind: ClaimKind
    inverted: bool = False
    told: bool = False
    needs_source: bool = False
    matches: tuple[Example, ...] = ()
    rejects: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Everything that ``cues.yml`` knows.

    Attributes:
        verbs: reporting word (or its first word), lower case -> family.
        pattern: finds every reporting word.
        via: matches an occasion of speaking.
        hearer: matches who is spoken to.
        according: matches ``according to``.
        breaks: matches the start of a clause that is not reported any more.
        triggers: words of which a sentence needs one to report speech.
    """

    verbs: Mapping[str, Cue]
    pattern: re.Pattern[str]
    via: re.Pattern[str]
    hearer: re.Pattern[str]
    according: re.Pattern[str]
    breaks: re.Pattern[str]
    triggers: frozenset[str]


def read_cues() -> CueLexicon:
    """Compile ``cues.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("cues.yml")
    verbs: dict[str, Cue] = {}
    for row in data["verbs"]:
        cue = Cue(
            kind=ClaimKind(row["kind"]),
            inverted=bool(row.get("inverted")),
            told=bool(row.get("told")),
            needs_source=bool(row.get("needs_source")),
            matches=tuple(Example(text) for text in row.get("matches", ())),
            rejects=tuple(Example(text) for text in row.get("rejects", ())),
        )
        for form in row["forms"]:
            verbs[form.lower()] = cue
    return CueLexicon(
        verbs=verbs,
        pattern=re.compile(
            rf"(?<![\w'-]){alternation({*verbs, 'SAID', 'SAYS', 'TOLD', 'ADDED', 'REPORTED'})}(?![\w-])"
        ),
        via=re.compile(data["via"]),
        hearer=re.compile(data["hearer"]),
        according=re.compile(data["according"]),
        breaks=re.compile(rf"{alternation(data['breaks'])}\b"),
        triggers=frozenset(form.split()[0] for form in verbs) | {"according"},
    )
