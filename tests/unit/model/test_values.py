import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from generator.model.mention import Figure, Numeral
from generator.model.span import Span
from generator.model.values import replace, value


@value
class Bridge:
    name: str
    spans: int = 1
    piers: tuple[int, ...] = ()


@value
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(f"odd: {self.number}")


def test_a_value_takes_its_fields_by_place_by_name_and_by_default():
    assert Bridge("Old", piers=(2, 3)) == Bridge(name="Old", spans=1, piers=(2, 3))
    assert repr(Bridge("Old")) == "Bridge(name='Old', spans=1, piers=())"


def test_a_value_is_frozen():
    bridge = Bridge("Old")
    with pytest.raises(FrozenInstanceError):
        bridge.spans = 3


def test_a_value_can_be_compared_hashed_and_changed_into_another():
    assert {Bridge("Old"), Bridge("Old")} == {Bridge("Old")}
    assert replace(Bridge("Old"), spans=4) == Bridge("Old", 4)
    assert Bridge("Old") != Bridge("New")
    assert isinstance(replace(Bridge("Old"), spans=4), Bridge)


@pytest.mark.parametrize("made", [Bridge("Old", 3), Even(4), Figure(Span(3, 9), Numeral(Span(3, 4), 2))], ids=repr)
def test_a_value_travels_between_processes(made):
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made


def test_a_missing_or_unknown_field_is_refused():
    with pytest.raises(TypeError, match="name"):
        Bridge()
    with pytest.raises(TypeError, match="width"):
        Bridge("Old", width=3)


@dataclass(frozen=True)
class Plain:
    name: str
    width: int = 2


@pytest.mark.parametrize("change", [replace, dataclasses.replace], ids=["ours", "standard"])
def test_a_changed_value_is_a_new_one_and_the_old_one_stays(change):
    old = Bridge("Old", 3)
    assert change(old, name="New", piers=(1,)) == Bridge("New", 3, (1,))
    assert old == Bridge("Old", 3)
    with pytest.raises(TypeError, match="width"):
        change(old, width=3)
    with pytest.raises(FrozenInstanceError):
        change(old, spans=4).spans = 5


def test_a_plain_dataclass_is_changed_likewise():
    assert replace(Plain("Old"), width=3) == Plain("Old", 3)


def test_a_value_is_checked_when_it_is_built():
    with pytest.raises(ValueError, match="odd: 3"):
        Even(3)
    with pytest.raises(ValueError, match="odd: 5"):
        replace(Even(4), number=5)
    with pytest.raises(ValueError, match="no span: 4-3"):
        Span(4, 3)


@value
class Yard:
    crane: str
    berths: list[int] = field(default_factory=list)
    open: bool = True

    def __repr__(self) -> str:
        return f"the yard of {self.crane}"


def test_a_default_can_be_made_anew_for_each_value():
    first, second = Yard("Tall"), Yard("Short", [3])
    first.berths.append(1)
    assert (first.berths, second.berths, Yard("Tall").berths) == ([1], [3], [])


def test_a_method_of_the_class_itself_stays():
    assert repr(Yard("Tall")) == "the yard of Tall"


def test_a_value_is_a_dataclass_to_those_that_ask():
    assert dataclasses.is_dataclass(Bridge)
    assert [each.name for each in dataclasses.fields(Bridge("Old"))] == ["name", "spans", "piers"]
    assert dataclasses.asdict(Bridge("Old", piers=(1, 2))) == {"name": "Old", "spans": 1, "piers": (1, 2)}


def test_a_value_has_no_other_attributes_and_loses_none():
    with pytest.raises(FrozenInstanceError):
        Bridge("Old").width = 3
    with pytest.raises(FrozenInstanceError):
        del Bridge("Old").name


def test_a_value_can_be_taken_apart_by_place():
    match Bridge("Old", 3):
        case Bridge(name, spans):
            assert (name, spans) == ("Old", 3)


def test_a_class_that_cannot_be_built_so_is_refused():
    with pytest.raises(TypeError, match="without bases"):

        @value
        class Wide(Plain):
            lanes: int


@value
class Nothing:
    def __call__(self) -> str:
        return "called"


def test_a_value_may_have_one_field_or_none():
    assert (Nothing(), hash(Nothing()), repr(Nothing()), Nothing()()) == (Nothing(), hash(()), "Nothing()", "called")
    assert (Even(2) == Even(2), Even(2) == Even(4), repr(Even(2))) == (True, False, "Even(number=2)")
