from generator.check.circles import find_circles


def test_each_circle_is_told_once_from_its_first_member() -> None:
    step = {"tail": "b", "a": "b", "b": "c", "c": "a", "self": "self", "end": None, "loose": "unknown"}
    assert find_circles(step) == (("a", "b", "c"), ("self",))


def test_a_long_chain_that_ends_is_no_circle() -> None:
    step: dict[str, str | None] = {str(number): str(number + 1) for number in range(50_000)}
    assert find_circles(step) == ()
