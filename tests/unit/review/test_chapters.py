"""What a reviewer reads of each change, as plain lines."""

import pytest

from generator.review.edition import Surroundings
from generator.review.plain import render_text

SEALED = "  review: {{state: {}, by: ada, seal: {}}}\n"


def lines(sheet):
    return [line.strip() for line in render_text(sheet).splitlines()]


def entry(text, name):
    """A claim of the record's file."""
    begin = text.index(f"- id: {name}\n")
    return text[begin : text.index("- id:", begin + 5)]


def test_a_changed_figure_stands_old_and_new_with_speaker_day_and_the_figure_marked(changed):
    sheet = changed("killed: 145", "killed: 152", "forces killed 145 militants", "forces killed 152 militants")
    assert lines(sheet)[4:8] == [
        "changed claims (1)",
        "- ~145~ → 152 militants killed · Sarfaraz Bugti, chief minister of Balochistan · Sunday · unreviewed "
        "killed-militants-bugti",
        "was: “Pakistan's security forces killed ~145~ militants over 40 hours”",
        "now: “Pakistan's security forces killed [152] militants over 40 hours”",
    ]


def test_a_figure_that_its_words_do_not_hold_is_pointed_out(changed):
    sheet = changed("killed: 17,", "killed: 71,")
    assert lines(sheet)[6].endswith("were killed in the attacks.” (the figure does not stand in these words)")


@pytest.mark.parametrize(
    ("state", "seal", "words"),
    [
        ("accepted", "right", "accepted by ada"),
        ("disputed", "right", "disputed by ada"),
        ("accepted", '"00000000"', "changed since accepted by ada: the seal is broken"),
    ],
)
def test_a_review_is_told_with_whether_it_still_holds(state, seal, words, text, edition, changed):
    claim = entry(text, "killed-civilians-bugti")
    right = f'"{edition(text).seals["killed-civilians-bugti"]}"'
    sheet = changed(claim, claim + SEALED.format(state, right if seal == "right" else seal))
    assert f"· {words} killed-civilians-bugti" in lines(sheet)[5]


def test_a_review_that_was_taken_back_is_told(text, edition, sheet_of):
    claim = entry(text, "killed-civilians-bugti")
    sealed = text.replace(claim, claim + SEALED.format("accepted", '"00000000"'))
    assert "no longer accepted (was by ada)" in render_text(sheet_of([edition(sealed)], [edition(text)]))


def test_claims_that_came_went_and_were_rejected_stand_apart(text, changed):
    gone, rejected = entry(text, "killed-civilians-bugti"), entry(text, "killed-law-enforcement-bugti")
    new = gone.replace("killed-civilians-bugti", "killed-guards-bugti").replace("{killed: 31", "{injured: 17")
    grave = "rejected:\n- {id: killed-law-enforcement-bugti, list: claims, why: counted twice, by: ada}\n"
    summary = text[text.index("summary:\n") : text.index("documents:\n")]
    shown = lines(changed(gone, new, rejected, "", summary, "", text[-60:], text[-60:] + grave))
    assert shown[shown.index("dropped claims (1)") + 1].startswith("- ~31~ civilians killed")
    assert "rejected by ada: counted twice" in shown[shown.index("rejected claims (1)") + 1]
    assert shown[shown.index("new claims (1)") + 1].startswith("- 17 civilians injured")


def test_a_proposal_stands_with_both_readings_the_speaker_and_the_words(text, changed):
    proposal = (
        "proposals:\n- at: claims.killed-civilians-bugti.what\n  ours: {killed: 31, who: civilians}\n"
        "  theirs: {killed: 33, who: civilians}\n  why: the wire was re-issued\n"
    )
    shown = lines(changed(text[-60:], text[-60:] + proposal))
    at = shown.index("proposals to settle (1)")
    assert shown[at + 1].startswith("- claims.killed-civilians-bugti.what · civilians killed · Sarfaraz Bugti")
    assert "[31] civilians" in shown[at + 2]
    # Of two readings only what differs is shown, and no places in the document.
    assert shown[at + 3] == "killed: the record keeps 31, the machine reads 33"


def test_a_headline_that_was_linked_stands_with_its_target(changed):
    sheet = changed(
        "at: d1:2408-2458, link: null, relation: unresolved",
        "at: d1:2408-2458, link: rafah-opening-12345678, relation: other-event",
    )
    assert "→ rafah-opening-12345678 · other event" in "\n".join(lines(sheet))


def test_other_speakers_titles_and_days_are_told_field_by_field(changed):
    shown = lines(
        changed("{by: military, day: Saturday", "{by: bla, day: Friday", "differ on militants", "differ over")
    )
    assert "speaker: ~Pakistan's military~ → Baloch Liberation Army" in shown
    assert "day of speaking: ~Saturday~ → Friday" in shown
    assert any(line.startswith("- title: ~") for line in shown)


def test_a_moved_quote_and_a_file_written_otherwise_change_nothing(changed):
    assert lines(changed("at: d1:698-757", "at: d1:699-758")) == ["before → after: no record differs."]


def test_records_that_come_and_go_are_told_with_all_their_claims(text, edition, sheet_of):
    added, removed = sheet_of([], [edition(text)]), sheet_of([edition(text)], [])
    assert [chapter.lead for chapter in (*added.chapters, *removed.chapters)] == ["new record", "record removed"]
    number = len(edition(text).record.incident.claims)
    assert f"new claims ({number})" in lines(added)
    assert f"dropped claims ({number})" in lines(removed)


def test_a_record_with_a_new_id_is_known_by_its_former_one(text, edition, sheet_of):
    name = "balochistan-attacks-b1512c5f"
    renamed = text.replace(f"id: {name}", f"id: quetta-attacks-b1512c5f\naliases: [{name}]", 1)
    assert lines(sheet_of([edition(text)], [edition(renamed, "renamed")])) == ["before → after: no record differs."]


def test_gains_and_losses_are_counted_by_field(text, changed):
    gone = entry(text, "killed-civilians-bugti")
    summary = text[text.index("summary:\n") : text.index("documents:\n")]
    sheet = changed(gone, "", summary, "", "killed: 145", "killed: 152", ", day: Saturday}", "}")
    counts = {each.name: (each.gained, each.lost, each.changed) for each in sheet.counts}
    assert counts["claims: toll"] == (0, 1, 0)
    assert counts["figure"] == (0, 1, 1)
    assert counts["summary"] == (0, 1, 0)
    assert counts["day of speaking"][1] == 2


def test_the_whole_sentence_stands_there_with_the_quote_enclosed_and_the_figure_marked(text, edition, sheet_of):
    name = "killed-militants-bugti"
    before = edition(text, surroundings={name: Surroundings("He said ", " on Sunday.")})
    new = text.replace("killed: 145", "killed: 152").replace("forces killed 145", "forces killed 152")
    after = edition(new, surroundings={name: Surroundings("Later he said\n", ".")})
    shown = lines(sheet_of([before], [after]))
    assert shown[6:8] == [
        "was: “He said ‹Pakistan's security forces killed ~145~ militants over 40 hours› on Sunday.”",
        "now: “Later he said ‹Pakistan's security forces killed [152] militants over 40 hours›.”",
    ]


def test_a_quote_that_is_its_whole_sentence_is_enclosed_in_nothing_more(text, edition, sheet_of):
    after = edition(text, surroundings={"killed-militants-bugti": Surroundings("", ".")})
    assert "‹" not in render_text(sheet_of([], [after]))


def test_a_claim_whose_id_alone_changed_is_no_new_one(text, changed):
    sheet = changed(
        "- id: killed-civilians-bugti",
        "- id: killed-residents-bugti",
        "killed-civilians-bugti]",
        "killed-residents-bugti]",
    )
    shown = lines(sheet)
    assert "changed claims (1)" in shown
    assert not [line for line in shown if line.startswith(("new claims", "dropped claims"))]
    assert "id: ~killed-civilians-bugti~ → killed-residents-bugti" in shown
    assert sheet.counts == ()


def test_of_two_claims_of_one_sentence_each_is_known_again(text, changed):
    shown = lines(
        changed(
            *("- id: killed-civilians-bugti", "- id: toll-b", "- id: killed-law-enforcement-bugti", "- id: toll-a"),
            *(text[text.index("summary:\n") : text.index("documents:\n")], ""),
        )
    )
    assert "id: ~killed-civilians-bugti~ → toll-b" in shown
    assert "id: ~killed-law-enforcement-bugti~ → toll-a" in shown


def test_another_claim_of_the_same_words_is_a_new_one(text, changed):
    claim = entry(text, "killed-civilians-bugti")
    other = claim.replace("killed-civilians-bugti", "injured-children-bugti")
    other = other.replace(
        "{killed: 31, who: civilians, category: civilians}", "{injured: 3, who: children, category: children}"
    )
    assert other.count("children") >= 2
    summary = text[text.index("summary:\n") : text.index("documents:\n")]
    shown = lines(changed(claim, other, summary, ""))
    assert "new claims (1)" in shown
    assert "dropped claims (1)" in shown
