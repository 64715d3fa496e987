"""Templates of the MUC-4 evaluation: pairing and exact fillers."""

from generator.model.gold import GoldTemplate, Role
from generator.score.scores import f1_of
from generator.score.templates import TYPE, count_slots


def test_a_filler_is_right_if_it_equals_an_accepted_form(make):
    record = make.record(
        make.event(targets=("bank",), weapons=("car bomb",), perpetrators=("men", "front")),
        actors=[("men", "gunmen", "crowd"), ("front", "Red Front", "armed-group")],
    )
    fillers = {
        Role.TARGET: (("THE BANK", "BRANCH"),),
        Role.WEAPON: (("bomb",),),
        Role.PERPETRATOR: (("gunmen",),),
        Role.ORGANISATION: (("Red Front", "RF"),),
    }
    slots = count_slots([record], [GoldTemplate(("bombing",), fillers)])
    right = {name: (counts.found_right, counts.found, counts.wanted) for name, counts in slots.items()}
    assert right == {
        TYPE: (1, 1, 1),
        Role.TARGET: (1, 1, 1),
        Role.WEAPON: (0, 1, 1),
        Role.PERPETRATOR: (1, 1, 1),
        Role.ORGANISATION: (1, 1, 1),
        Role.VICTIM: (0, 0, 0),
    }


def test_templates_are_paired_so_that_most_fillers_are_right(make):
    one = make.record(make.event(targets=("bank",)))
    two = make.record(make.event(targets=("bridge",)))
    wanted = [GoldTemplate(("bombing",), {Role.TARGET: ((name,),)}) for name in ("bridge", "bank")]
    slots = count_slots([one, two], wanted)
    assert (slots[Role.TARGET].found_right, slots[Role.TARGET].wanted_right) == (2, 2)


def test_another_type_makes_no_pair(make):
    record = make.record(make.event(targets=("bank",)))
    slots = count_slots([record], [GoldTemplate(("attack",), {Role.TARGET: (("bank",),)})])
    assert (slots[TYPE].found_right, slots[TYPE].found, slots[TYPE].wanted) == (0, 1, 1)
    assert (slots[Role.TARGET].found_right, slots[Role.TARGET].found, slots[Role.TARGET].wanted) == (0, 1, 1)


def test_named_victims_count_and_crowds_do_not(make):
    record = make.record(
        make.event("assassination", victims=("judge", "farmers")),
        types=("assassination",),
        actors=[("judge", "Ana Gil", "official"), ("farmers", "farmers", "crowd")],
    )
    slots = count_slots([record], [GoldTemplate(("attack",), {Role.VICTIM: (("Ana Gil",),)})])
    assert (slots[Role.VICTIM].found_right, slots[Role.VICTIM].found) == (1, 1)


def test_a_type_without_class_makes_no_template(make):
    slots = count_slots([make.record(types=("epidemic",))], [])
    assert f1_of(slots, (TYPE,)) == (0, 0, 0, 0)
