import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.link.headlines import link_headlines
from generator.link.index import backlinks, index_headlines
from generator.model.headline import HeadlineEntry, HeadlineMentions
from generator.model.incident import Incident, Status
from generator.model.vocabulary import Relation

RAFAH = "Reopening of Gaza's Rafah crossing expected Monday"
STORM = "Winter storm death toll in United States reaches 90"
STRIKES = "Israeli strikes kill 26 in Gaza, health officials say"
SHUTDOWN = "US government starts likely brief shutdown as House fails to approve deal"
MINNESOTA = "Thousands demonstrate in Minnesota and across US to protest ICE"

Make = Callable[..., Incident]
Mentions = Mapping[str, HeadlineMentions]


def beside(entries: tuple[HeadlineEntry, ...], text: str) -> dict[str, tuple[str, ...]]:
    texts = {entry.id: entry.text for entry in entries}
    (entry,) = (entry for entry in entries if entry.text == text)
    return {texts[neighbour.entry]: neighbour.shared for neighbour in entry.neighbours}


def test_the_two_gaza_headlines_of_the_seed_find_each_other(
    incident: Make, mentions: Mentions, seed_headlines: tuple[str, ...]
) -> None:
    entries = index_headlines([incident("a", related=seed_headlines)], mentions)
    assert beside(entries, RAFAH) == {STRIKES: ("Gaza",)}
    assert beside(entries, STRIKES) == {RAFAH: ("Gaza",)}


def test_the_three_headlines_about_the_united_states_find_each_other(
    incident: Make, mentions: Mentions, seed_headlines: tuple[str, ...]
) -> None:
    entries = index_headlines([incident("a", related=seed_headlines)], mentions)
    american = {STORM, SHUTDOWN, MINNESOTA}
    for text in american:
        assert beside(entries, text) == dict.fromkeys(american - {text}, ("United States",))


def test_a_headline_that_several_incidents_carry_is_one_entry(incident: Make, mentions: Mentions) -> None:
    records = [
        incident("c", related=(STORM, RAFAH)),
        incident("a", related=(RAFAH,)),
        incident("b", related=(RAFAH.replace("'", "’"),)),
    ]
    first, second = index_headlines(records, mentions)
    assert (first.text, first.carriers) == (RAFAH, ("a", "b", "c"))
    assert (second.text, second.carriers) == (STORM, ("c",))


def test_an_entry_says_where_it_leads_and_why(incident: Make, mentions: Mentions) -> None:
    records = link_headlines([incident("a", related=(RAFAH,)), incident("b", RAFAH)], mentions)
    (entry,) = index_headlines(records, mentions)
    assert (entry.link, entry.why) == ("b", f"same words as the title of “{RAFAH}”")


def test_an_entry_does_not_lead_to_a_record_that_is_gone(incident: Make, mentions: Mentions) -> None:
    record = incident("a", related=(RAFAH,))
    gone = replace(record.related[0], link="gone-1234", relation=Relation.OTHER_EVENT, why="by an editor")
    (entry,) = index_headlines([replace(record, related=(gone,))], mentions)
    assert (entry.link, entry.why) == (None, None)


def test_an_entry_follows_a_former_id_and_a_merge(incident: Make, mentions: Mentions) -> None:
    record = incident("a", related=(RAFAH,))
    linked = replace(record.related[0], link="old-b", relation=Relation.OTHER_EVENT)
    records = [
        replace(record, related=(linked,)),
        incident("b", aliases=("old-b",), status=Status(merged_into="c")),
        incident("c", "Border opens"),
    ]
    (entry,) = index_headlines(records, mentions)
    assert entry.link == "c"
    assert backlinks(records) == {"c": (("a", RAFAH),)}


def test_the_carriers_of_a_merged_record_are_those_of_its_target(incident: Make, mentions: Mentions) -> None:
    records = [incident("a", related=(RAFAH,), status=Status(merged_into="b")), incident("b", related=(RAFAH,))]
    (entry,) = index_headlines(records, mentions)
    assert entry.carriers == ("b",)


def test_an_id_is_readable_and_stays_when_the_spelling_changes(incident: Make, mentions: Mentions) -> None:
    (one,) = index_headlines([incident("a", related=(RAFAH,))], mentions)
    (other,) = index_headlines([incident("z", related=(RAFAH.upper(),))], mentions)
    assert one.id == other.id
    assert re.fullmatch(r"h-reopening-of-gazas-rafah-crossing-expected-monda?y?-[0-9a-f]{8}", one.id)


def test_a_headline_without_latin_letters_still_has_an_id(incident: Make, mentions: Mentions) -> None:
    entries = index_headlines([incident("a", related=("?!", "…"))], mentions)
    assert [re.fullmatch(r"h-[0-9a-f]{8}", entry.id) is not None for entry in entries] == [True, True]


def test_the_target_knows_who_leads_there(incident: Make, mentions: Mentions) -> None:
    records = link_headlines(
        [incident("c", related=(RAFAH,)), incident("a", related=(RAFAH, STORM)), incident("b", RAFAH)], mentions
    )
    assert backlinks(records) == {"b": (("a", RAFAH), ("c", RAFAH))}


def test_two_headlines_of_a_place_with_thousands_still_meet_what_they_share_more_with(
    incident: Make, mentions: Mentions
) -> None:
    crowd = tuple(f"US story number {number}" for number in range(300))
    entries = index_headlines([incident("a", related=(*crowd, MINNESOTA, "ICE agents leave Minnesota"))], mentions)
    shared = beside(entries, MINNESOTA)
    assert next(iter(shared)) == "ICE agents leave Minnesota"
    assert 10 <= len(shared) <= 20
