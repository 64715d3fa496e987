"""Each way in which the machine's news and a person's work can meet."""

import ast
import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.errors import InvalidRecord
from generator.model.claim import Claim
from generator.model.incident import Incident, Tombstone
from generator.model.vocabulary import ReviewState
from generator.store.merge import Merged, merge_records
from generator.store.schema import read_incident
from generator.store.seals import is_sealed, sealed
from generator.store.wire import as_data

TOLL = "killed-militants-bugti"
QUOTE_145 = "killed 145 militants"
QUOTE_152 = "killed 152 militants"

Edit = Callable[[dict[str, Any]], object]


@pytest.fixture
def base(example: Incident) -> Incident:
    """The machine's last word."""
    return replace(example, claims=tuple(replace(claim, note=None) for claim in example.claims))


def changed(incident: Incident, edit: Edit) -> Incident:
    data = copy.deepcopy(as_data(incident))
    edit(data)
    return read_incident(data, {}, "record")


def claim_of(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in data["claims"] if each["id"] == name)  # type: ignore[no-any-return]


def says_152(data: dict[str, Any], name: str = TOLL) -> None:
    """The machine reads another figure, in words that differ with it."""
    claim = claim_of(data, name)
    claim["what"]["killed"] = 152
    claim["quote"] = claim["quote"].replace(QUOTE_145, QUOTE_152)
    for sentence in data["summary"]:
        sentence["text"] = sentence["text"].replace("145", "152")
    data["title"]["text"] = "Attacks across Balochistan: 152 militants killed"


def accepted(incident: Incident, name: str = TOLL) -> Incident:
    return with_claim(incident, name, lambda claim: sealed(claim, state=ReviewState.ACCEPTED, by="desk"))


def with_claim(incident: Incident, name: str, change: Callable[[Claim], Claim]) -> Incident:
    return replace(incident, claims=tuple(change(each) if each.id == name else each for each in incident.claims))


def without_claim(incident: Incident, name: str) -> Incident:
    """The record after an editor deleted a claim, with all that led to it."""

    def delete(data: dict[str, Any]) -> None:
        data["claims"] = [each for each in data["claims"] if each["id"] != name]
        data["summary"] = [each for each in data["summary"] if name not in each["claims"]]
        for each in data["claims"]:
            if each.get("supersedes", {}).get("claim") == name:
                del each["supersedes"]

    return changed(incident, delete)


def merged(ours: Incident, base: Incident | None, theirs: Incident) -> Merged:
    """The merge, provided that a second one changes nothing."""
    done = merge_records(ours, base, theirs)
    again = merge_records(done.incident, done.base, theirs)
    assert (again.incident, again.base) == (done.incident, done.base)
    return done


def find(incident: Incident, name: str) -> Claim:
    return next(each for each in incident.claims if each.id == name)


def proposed(done: Merged) -> list[str]:
    return [each.at for each in done.incident.proposals]


def test_without_news_nothing_changes(base: Incident) -> None:
    assert merged(base, base, base) == Merged(base, base)


def test_an_untouched_record_follows_the_machine(base: Incident) -> None:
    theirs = changed(base, says_152)
    assert merged(base, base, theirs) == Merged(theirs, theirs)


def test_an_accepted_value_stays_when_the_extractor_regresses(base: Incident) -> None:
    done = merged(accepted(base), base, changed(base, says_152))
    assert is_sealed(find(done.incident, TOLL))
    assert find(done.incident, TOLL).what == find(base, TOLL).what
    assert proposed(done) == [f"claims.{TOLL}"]
    (asked,) = done.incident.proposals
    assert isinstance(asked.theirs, dict)
    assert asked.theirs["what"]["killed"] == 152  # type: ignore[index,call-overload]
    assert QUOTE_152 in str(asked.theirs["quote"])


def test_title_and_summary_stay_with_a_figure_that_was_held_back_and_catch_up_when_it_is_settled(
    base: Incident,
) -> None:
    theirs = changed(base, says_152)
    done = merged(accepted(base), base, theirs)
    assert (done.incident.title, done.incident.summary) == (base.title, base.summary)
    settled = with_claim(replace(done.incident, proposals=()), TOLL, lambda claim: find(theirs, TOLL))
    after = merged(settled, done.base, theirs)
    assert (after.incident.title, after.incident.summary) == (theirs.title, theirs.summary)


def test_a_disputed_value_is_not_exchanged_under_the_dispute(base: Incident) -> None:
    ours = with_claim(base, TOLL, lambda claim: sealed(claim, state=ReviewState.DISPUTED, by="desk"))
    assert proposed(merged(ours, base, changed(base, says_152))) == [f"claims.{TOLL}"]


def test_what_nobody_touched_of_a_claim_with_a_broken_seal_follows_the_machine(base: Incident) -> None:
    ours = changed(accepted(base), lambda data: claim_of(data, TOLL)["said"].update(day=None))
    done = merged(ours, base, changed(base, says_152))
    assert find(done.incident, TOLL).said.day is None
    assert QUOTE_152 in find(done.incident, TOLL).quote


def test_where_both_changed_the_persons_value_stays_with_its_own_words(base: Incident) -> None:
    def edit(data: dict[str, Any]) -> None:
        claim_of(data, TOLL)["what"]["killed"] = 146

    ours = changed(base, edit)
    done = merged(ours, base, changed(base, says_152))
    claim = find(done.incident, TOLL)
    assert (claim.what, claim.quote, claim.at) == (find(ours, TOLL).what, find(base, TOLL).quote, find(base, TOLL).at)
    assert proposed(done) == [f"claims.{TOLL}"]


def test_a_persons_words_stay_with_a_value_that_the_machine_changed(base: Incident) -> None:
    def shorten(data: dict[str, Any]) -> None:
        claim = claim_of(data, TOLL)
        claim |= {"quote": claim["quote"][:-10], "at": "d1:0-160"}

    ours = changed(base, shorten)
    done = merged(ours, base, changed(base, lambda data: claim_of(data, TOLL)["what"].update(killed=40)))
    assert find(done.incident, TOLL) == find(ours, TOLL)
    assert proposed(done) == [f"claims.{TOLL}"]


def test_where_both_agree_nothing_is_asked(base: Incident) -> None:
    def agree(data: dict[str, Any]) -> None:
        claim_of(data, TOLL)["said"]["day"] = "Monday"

    done = merged(changed(base, agree), base, changed(base, agree))
    assert (done.incident.proposals, find(done.incident, TOLL).said.day) == ((), "Monday")


def test_an_edit_and_news_in_another_part_of_a_claim_both_stand(base: Incident) -> None:
    ours = changed(base, lambda data: claim_of(data, TOLL)["said"].update(by="pk-military"))
    done = merged(ours, base, changed(base, says_152))
    assert find(done.incident, TOLL).said.by == "pk-military"
    assert QUOTE_152 in find(done.incident, TOLL).quote
    assert done.incident.proposals == ()


def test_a_deleted_claim_stays_out_under_another_id_and_with_another_value(base: Incident) -> None:
    ours = without_claim(base, TOLL)

    def drift(data: dict[str, Any]) -> None:
        says_152(data)
        claim_of(data, TOLL)["id"] = "killed-fighters-minister"
        data["summary"][0]["claims"][0] = "killed-fighters-minister"

    theirs = changed(base, drift)
    done = merged(ours, base, theirs)
    assert done.incident.claims == ours.claims
    assert done.incident.rejected == (Tombstone(TOLL, "claims"),)
    assert [note.code for note in done.notes] == ["rejected-changed"]
    gap = merged(done.incident, done.base, without_claim(theirs, "killed-fighters-minister"))
    assert merged(gap.incident, gap.base, theirs).incident.claims == ours.claims, "it was away for a run"


def test_the_reason_that_an_editor_gave_stays(base: Incident) -> None:
    ours = replace(without_claim(base, TOLL), rejected=(Tombstone(TOLL, "claims", "counted twice", "desk"),))
    assert merged(ours, base, changed(base, says_152)).incident.rejected == ours.rejected


def test_a_tombstone_holds_without_a_base(base: Incident) -> None:
    ours = replace(without_claim(base, TOLL), rejected=(Tombstone(TOLL, "claims", "counted twice"),))
    done = merged(ours, None, base)
    assert (done.incident.claims, proposed(done)) == (ours.claims, ["summary"])


def test_an_unreviewed_claim_goes_with_the_machine(base: Incident) -> None:
    done = merged(base, base, without_claim(base, "hospitals-emergency"))
    assert "hospitals-emergency" not in {claim.id for claim in done.incident.claims}
    assert [(note.code, note.at) for note in done.notes] == [("entry-removed", "claims.hospitals-emergency")]
    assert done.incident.rejected == ()


def test_an_accepted_claim_that_the_machine_drops_stays_and_is_asked_about_once(base: Incident) -> None:
    theirs = without_claim(base, "hospitals-emergency")
    done = merged(accepted(base, "hospitals-emergency"), base, theirs)
    assert is_sealed(find(done.incident, "hospitals-emergency"))
    (asked,) = done.incident.proposals
    assert (asked.at, asked.theirs) == ("claims.hospitals-emergency", None)
    kept = merged(replace(done.incident, proposals=()), done.base, theirs)
    assert (kept.incident.proposals, kept.incident.claims) == ((), done.incident.claims)
    deleted = merged(without_claim(kept.incident, "hospitals-emergency"), kept.base, theirs)
    assert (
        merged(deleted.incident, deleted.base, base).incident.claims
        == without_claim(base, "hospitals-emergency").claims
    )


def test_a_claim_that_something_of_a_person_rests_on_stays(base: Incident) -> None:
    def cite(data: dict[str, Any]) -> None:
        data["summary"].append({"text": "Hospitals made ready.", "claims": ["hospitals-emergency"]})

    done = merged(changed(base, cite), base, without_claim(base, "hospitals-emergency"))
    assert find(done.incident, "hospitals-emergency")
    assert proposed(done) == ["claims.hospitals-emergency"]


def test_figures_that_a_persons_summary_or_title_gives_are_held_back(base: Incident) -> None:
    def reword(data: dict[str, Any]) -> None:
        data["summary"][0]["text"] = "The minister spoke of 145 dead, the army of 92."

    assert f"claims.{TOLL}" in proposed(merged(changed(base, reword), base, changed(base, says_152)))
    titled = changed(base, lambda data: data.update(title={"text": "145 dead", "origin": "editor"}))
    assert f"claims.{TOLL}" in proposed(merged(titled, base, changed(base, says_152)))


def test_new_claims_come_in_beside_their_neighbour(base: Incident) -> None:
    before = without_claim(base, "districts-hit")
    ours = changed(before, lambda data: data["claims"][0].update(note="mine"))
    assert [claim.id for claim in merged(ours, before, base).incident.claims] == [claim.id for claim in base.claims]


def test_a_new_claim_of_a_speaker_that_an_editor_deleted_is_proposed(base: Incident) -> None:
    before = without_claim(base, "india-denies-quote")
    ours = changed(
        before, lambda data: data.update(actors=[each for each in data["actors"] if each["id"] != "jaiswal"])
    )
    done = merged(ours, before, base)
    assert (proposed(done), done.incident.proposals[0].ours) == (["claims.india-denies-quote"], None)
    assert "jaiswal" not in {actor.id for actor in done.incident.actors}


def test_the_machines_order_is_followed_until_a_person_chooses_another(base: Incident) -> None:
    theirs = replace(base, claims=base.claims[::-1])
    assert merged(base, base, theirs).incident.claims == theirs.claims
    ours = replace(base, claims=(*base.claims[3:], *base.claims[:3]))
    assert merged(ours, base, theirs).incident.claims == ours.claims


def test_ids_stick_wherever_they_are_named(base: Incident) -> None:
    def drift(data: dict[str, Any]) -> None:
        text = repr(data).replace("'pk-military'", "'army'").replace(f"'{TOLL}'", "'toll-9'")
        text = text.replace("'quetta'", "'quetta-city'").replace("d1:", "d4:").replace("'d1'", "'d4'")
        data.update(ast.literal_eval(text))

    assert merged(base, base, changed(base, drift)) == Merged(base, base)


def test_an_id_that_an_editor_gave_stays(base: Incident) -> None:
    def rename(data: dict[str, Any]) -> None:
        data.update(
            ast.literal_eval(repr(data).replace(f"'{TOLL}'", "'minister-toll'").replace("'bugti'", "'minister'"))
        )

    ours = changed(base, rename)
    done = merged(ours, base, changed(base, says_152))
    assert QUOTE_152 in find(done.incident, "minister-toll").quote
    assert (done.incident.rejected, len(done.incident.claims)) == ((), len(base.claims))


def test_an_id_that_now_stands_for_another_entry_gets_a_suffix(base: Incident) -> None:
    def other(data: dict[str, Any]) -> None:
        data["actors"][0] |= {"id": "bugti", "name": "Akbar Khan Lahri"}

    done = merged(base, base, changed(base, other))
    names = {actor.id: actor.name for actor in done.incident.actors}
    assert names == {
        **{actor.id: actor.name for actor in base.actors if actor.id != "bugti"},
        "bugti-2": "Akbar Khan Lahri",
    }
    assert find(done.incident, TOLL).said.by == "bugti-2"


def test_passages_that_moved_are_no_news(base: Incident) -> None:
    def shift(data: dict[str, Any]) -> None:
        moved = changed_places(data, 7)
        data.update(moved)

    ours = changed(base, lambda data: data["claims"].append(by_hand()))
    done = merged(ours, base, changed(base, shift))
    assert find(done.incident, TOLL).at.span.start == 7
    assert find(done.incident, "by-hand").at.span.start == 2025, "what only people have moves along"
    assert done.incident.proposals == ()


def by_hand() -> dict[str, Any]:
    quote = "The violence erupted"
    return {"id": "by-hand", "kind": "background", "said": {"by": "document"}, "quote": quote, "at": "d1:2018-2038"}


def changed_places(value: Any, step: int) -> Any:
    if isinstance(value, list):
        return [changed_places(each, step) for each in value]
    if not isinstance(value, dict):
        return value
    moved = {key: changed_places(each, step) for key, each in value.items()}
    if "at" in moved:
        document, _, span = value["at"].partition(":")
        start, _, end = span.partition("-")
        moved["at"] = f"{document}:{int(start) + step}-{int(end) + step}"
    return moved


def reissue(data: dict[str, Any]) -> None:
    says_152(data)
    data["documents"][0] |= {"file": "later.txt", "sha256": "c" * 64}


def test_a_document_that_is_issued_again_becomes_a_second_one(base: Incident) -> None:
    ours = changed(base, lambda data: data["documents"][0].update(url="https://example.org/story"))

    def later(data: dict[str, Any]) -> None:
        reissue(data)
        data["claims"] = [each for each in data["claims"] if each["id"] != "hospitals-emergency"]

    done = merged(ours, ours, changed(ours, later))
    assert [(each.id, each.replaces) for each in done.incident.documents] == [("d1", None), ("d2", "d1")]
    assert str(find(done.incident, TOLL).at) == "d2:0-170"
    assert str(find(done.incident, "hospitals-emergency").at).startswith("d1:"), "not repeated, and kept"
    assert len(done.incident.related) == len(base.related)
    old = merged(done.incident, done.base, ours)
    assert old.incident == done.incident, "the earlier version is old news"


def test_an_accepted_claim_of_an_earlier_issue_stays_there(base: Incident) -> None:
    ours = changed(base, lambda data: data["documents"][0].update(url="https://example.org/story"))
    done = merged(accepted(ours), ours, changed(ours, reissue))
    assert (str(find(done.incident, TOLL).at), is_sealed(find(done.incident, TOLL))) == ("d1:0-170", True)
    assert proposed(done) == [f"claims.{TOLL}"]


def test_a_document_that_was_overwritten_takes_its_unreviewed_claims_along(base: Incident) -> None:
    def overwrite(data: dict[str, Any]) -> None:
        data["documents"][0]["sha256"] = "c" * 64
        data["claims"] = [each for each in data["claims"] if each["id"] != "hospitals-emergency"]

    done = merged(base, base, changed(base, overwrite))
    assert "hospitals-emergency" not in {claim.id for claim in done.incident.claims}
    assert {claim.at.document for claim in done.incident.claims} == {"d2"}


def test_without_a_base_nothing_of_ours_is_overwritten_and_the_rest_is_asked(base: Incident) -> None:
    ours = without_claim(base, "hospitals-emergency")
    done = merged(ours, None, changed(base, says_152))
    assert (done.incident.claims, done.incident.title, done.incident.summary) == (ours.claims, ours.title, ours.summary)
    asked = {each.at: each.ours for each in done.incident.proposals}
    assert set(asked) == {f"claims.{TOLL}", "claims.hospitals-emergency", "title", "summary"}
    assert asked["claims.hospitals-emergency"] is None
    assert done.base == changed(base, says_152)
    refused = merged(replace(done.incident, proposals=()), done.base, changed(base, says_152))
    assert refused.incident.rejected == (Tombstone("hospitals-emergency", "claims"),)


def test_what_claims_cannot_hold_together_is_not_merged(base: Incident) -> None:
    """The machine turns a correction round that an editor had turned the other way: together they would be a circle."""

    bare = changed(base, lambda data: claim_of(data, TOLL).pop("supersedes"))
    done = merged(base, bare, changed(bare, lambda data: turned_round(data, base)))
    assert find(done.incident, TOLL).supersedes == find(base, TOLL).supersedes
    assert find(done.incident, "killed-militants-pk-military").supersedes is None
    assert proposed(done) == ["claims.killed-militants-pk-military.supersedes"]


def turned_round(data: dict[str, Any], base: Incident) -> None:
    later = as_data(base)["claims"][1]["supersedes"]  # type: ignore[index]
    claim_of(data, "killed-militants-pk-military")["supersedes"] = {**later, "claim": TOLL}


def test_first_and_last_day_stay_together_where_the_machines_would_run_backwards(base: Incident) -> None:
    before = changed(base, lambda data: data["dates"].update(start="2026-01-05", end="2026-01-06"))
    ours = changed(before, lambda data: data["dates"].update(start="2026-01-06"))
    done = merged(ours, before, changed(before, lambda data: data["dates"].update(end="2026-01-05")))
    assert (done.incident.dates, proposed(done)) == (ours.dates, ["dates.end"])


def test_a_persons_fields_are_never_the_machines(base: Incident) -> None:
    ours = with_claim(base, TOLL, lambda claim: replace(claim, note="mine", grade="B2"))
    done = merged(ours, base, changed(base, says_152))
    assert (find(done.incident, TOLL).note, find(done.incident, TOLL).grade) == ("mine", "B2")
    noted = with_claim(base, TOLL, lambda claim: replace(claim, note="not the machine's to write"))
    assert merged(base, base, noted) == Merged(base, base)


def test_headlines_are_known_by_text_and_document(base: Incident) -> None:
    ours = replace(base, related=(*base.related[1:3], replace(base.related[3], link="other-12345678"), base.related[4]))
    theirs = replace(base, related=(*base.related[:3], *base.related[4:]))
    done = merged(ours, base, theirs)
    assert done.incident.related == ours.related
    assert done.incident.rejected == (Tombstone(f"d1: {base.related[0].text}", "related"),)
    assert proposed(done) == [f"related.{base.related[3].at}"]


def test_a_proposal_goes_when_the_machine_comes_to_agree_and_follows_it_when_it_changes_again(base: Incident) -> None:
    first = merged(accepted(base), base, changed(base, says_152))

    def says_160(data: dict[str, Any]) -> None:
        says_152(data)
        claim_of(data, TOLL)["what"]["killed"] = 160

    second = merged(first.incident, first.base, changed(base, says_160))
    assert proposed(second) == [f"claims.{TOLL}"]
    assert second.incident.proposals[0].theirs["what"]["killed"] == 160  # type: ignore[index,call-overload]
    assert merged(second.incident, second.base, base).incident == accepted(base)


def test_news_that_no_file_could_hold_are_refused(base: Incident) -> None:
    with pytest.raises(InvalidRecord):
        merge_records(base, base, replace(base, note="a\x00b"))
