from collections.abc import Callable

from generator.link.identities import resolve_ids
from generator.model.incident import Incident, Status


def test_ids_aliases_and_merges_lead_to_the_current_record(incident: Callable[..., Incident]) -> None:
    records = [
        incident("a", aliases=("a-old",), status=Status(merged_into="b-old")),
        incident("b", aliases=("b-old",)),
    ]
    assert resolve_ids(records) == {"a": "b", "a-old": "b", "b": "b", "b-old": "b"}


def test_a_chain_that_ends_nowhere_or_in_a_circle_leads_to_no_record(incident: Callable[..., Incident]) -> None:
    records = [
        incident("a", status=Status(merged_into="gone")),
        incident("b", status=Status(merged_into="c")),
        incident("c", status=Status(merged_into="b")),
    ]
    assert resolve_ids(records) == {}


def test_an_alias_never_hides_a_record_with_that_id(incident: Callable[..., Incident]) -> None:
    assert resolve_ids([incident("a", aliases=("b",)), incident("b")]) == {"a": "a", "b": "b"}
