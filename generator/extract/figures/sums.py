"""Tolls of a sentence set in order: which sum up years, and which replace an older one."""

from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import TollMention
from generator.model.values import replace


def note_sums(prose: Prose, found: dict[int, TollMention], lexicon: Lexicon) -> None:
    """Figures that sum up years or months are marked by the rule that tells so."""
    rule = lexicon.tolls.cumulative
    if rule.needs.isdisjoint(prose.vocabulary) and not (" 19" in prose.text or " 20" in prose.text):
        return
    said = rule.pattern.search(prose.text[:1].lower() + prose.text[1:])
    if said is None or lexicon.tolls.superlative.search(prose.text[: said.start()]):
        return
    start = prose.text.rfind("; ", 0, said.start()) + 1
    end = prose.text.find("; ", said.end()) if said.start() else -1
    clause = prose.span(start, end if end >= 0 else len(prose.text))
    for number, toll in found.items():
        if clause.covers(toll.figure.span):
            found[number] = replace(toll, rule=rule.name)


def settle(found: dict[int, TollMention]) -> tuple[TollMention, ...]:
    """The tolls in the order of their figures, each whole named by its position among them."""
    numbers = {number: position for position, number in enumerate(sorted(found))}
    return _paired([_settled(found[number], numbers) for number in numbers])


def _settled(toll: TollMention, numbers: dict[int, int]) -> TollMention:
    """The same toll with its whole named by position among the sentence's tolls."""
    if toll.partial_of is None or toll.partial_of < 0:
        return toll
    return replace(toll, partial_of=numbers[toll.partial_of])


def _paired(tolls: list[TollMention]) -> tuple[TollMention, ...]:
    """``Killed 41, raising an earlier toll of 36``: the sentence's other figure of that outcome has the same basis."""
    olds = [toll for toll in tolls if toll.former and toll.rule == "toll-of"]
    if len(olds) != 1:
        return tuple(tolls)
    old = olds[0]
    news = [t for t in tolls if t is not old and t.outcome is old.outcome and t.partial_of is None and t.basis is None]
    if len(news) != 1:
        return tuple(tolls)
    return tuple(replace(toll, basis=old.basis) if toll is news[0] else toll for toll in tolls)
