"""Words that tell a person's gender, and titles by which one may be called again."""

from generator.assemble.names import fold
from generator.model.mention import ActorMention


def gender_of(mention: ActorMention) -> str:
    """The pronoun that a mention's own words ask for (``spokeswoman``), or empty."""
    words = [mention.head, fold(mention.name).split(" ", 1)[0]]
    if mention.role:
        words += fold(mention.role).split()
    she, he = not _SHE.isdisjoint(words), not _HE.isdisjoint(words)
    return "" if she is he else "she" if she else "he"


_SHE = frozenset(
    [
        "woman",
        "wife",
        "mother",
        "sister",
        "daughter",
        "spokeswoman",
        "policewoman",
        "mrs",
        "ms",
        "aunt",
        "grandmother",
        "queen",
        "girl",
        "widow",
        "chairwoman",
        "congresswoman",
        "businesswoman",
        "nun",
        "actress",
        "waitress",
        "niece",
        "lady",
        "sra",
        "dona",
        "madame",
    ]
)
_HE = frozenset(
    [
        "man",
        "husband",
        "father",
        "brother",
        "son",
        "spokesman",
        "policeman",
        "mr",
        "uncle",
        "grandfather",
        "king",
        "boy",
        "widower",
        "chairman",
        "imam",
        "priest",
        "congressman",
        "businessman",
        "monk",
        "fisherman",
        "nephew",
        "sir",
        "don",
        "sheikh",
        "mullah",
        "pastor",
        "bishop",
    ]
)


TITLES = {
    noun: frozenset(titles.split())
    for noun, titles in (
        ("colonel", "col"),
        ("general", "gen"),
        ("lieutenant", "lt"),
        ("captain", "capt cpt"),
        ("major", "maj"),
        ("sergeant", "sgt"),
        ("corporal", "cpl"),
        ("brigadier", "brig"),
        ("admiral", "adm"),
        ("commander", "cmdr"),
        ("commissioner", "comm"),
        ("superintendent", "supt sp ssp dsp"),
        ("inspector", "insp"),
        ("detective", "det"),
        ("governor", "gov"),
        ("senator", "sen"),
        ("representative", "rep"),
        ("professor", "prof"),
        ("doctor", "dr surgeon physician paediatrician pediatrician anaesthetist"),
        ("physician", "dr doctor surgeon"),
        ("surgeon", "dr"),
        ("reverend", "rev"),
        ("priest", "rev fr father reverend monsignor vicar"),
        ("father", "fr"),
        ("pastor", "rev reverend"),
        ("cleric", "rev fr father reverend imam sheikh maulana mullah mufti bishop archbishop priest pastor ayatollah"),
        ("clergyman", "rev fr father reverend bishop archbishop priest pastor"),
        ("prelate", "bishop archbishop cardinal"),
        ("lawmaker", "senator sen rep congressman congresswoman mp legislator deputy representative"),
        ("legislator", "senator sen rep congressman congresswoman mp lawmaker deputy representative"),
        ("envoy", "ambassador emissary representative"),
        ("diplomat", "ambassador consul envoy"),
        ("premier", "minister pm"),
        ("lawyer", "attorney barrister advocate counsel solicitor"),
        ("attorney", "lawyer"),
        ("spokesperson", "spokesman spokeswoman"),
        ("spokesman", "spokesperson"),
        ("spokeswoman", "spokesperson"),
        ("chief", "head director"),
        ("activist", "campaigner"),
        ("academic", "professor prof lecturer researcher"),
    )
}
"""What somebody may be called again (``the colonel``) -> the titles that stand beside the name."""
