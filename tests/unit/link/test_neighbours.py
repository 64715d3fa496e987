from generator.link.neighbours import MAX_NEIGHBOURS, find_neighbours


def test_what_shares_more_comes_first_and_the_rarer_before_the_common() -> None:
    named = [
        {"us": "US", "ice": "ICE", "minn": "Minnesota"},
        {"us": "US"},
        {"minn": "Minnesota"},
        {"us": "US", "ice": "ICE"},
        {"us": "US"},
        {"pk": "Pakistan"},
    ]
    beside = find_neighbours(named)
    assert beside[0] == ((3, ("US", "ICE")), (2, ("Minnesota",)), (1, ("US",)), (4, ("US",)))
    assert beside[5] == ()


def test_sharing_goes_both_ways_while_all_fit_on_the_list() -> None:
    named = [{str(number % 3): "x", f"{number % 5}-": "y"} for number in range(15)]
    beside = find_neighbours(named)
    for number, others in enumerate(beside):
        assert all(number in dict(beside[other]) for other, _ in others)


def test_a_place_that_thousands_name_gives_no_endless_list() -> None:
    beside = find_neighbours([{"us": "US"}] * 2000)
    assert {len(others) for others in beside} == {MAX_NEIGHBOURS}
    assert all(number not in dict(others) for number, others in enumerate(beside))
