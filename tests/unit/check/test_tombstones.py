from collections.abc import Callable

Found = Callable[..., list[str]]

LAST = "  quote: The ferry had been repaired on March 3, 2025.\n  at: d1:593-638\n"


def test_a_tombstone_of_no_list_and_one_of_what_stands_there_are_told(found: Found, texts: dict[str, str]) -> None:
    text = next(text for file, text in texts.items() if "ferry" in file)
    standing = text.partition("claims:\n- id: ")[2].partition("\n")[0]
    rejected = (
        "rejected:\n"
        "- {id: x, list: ①people, why: a mistake}\n"
        f"- {{id: ②{standing}, list: claims, why: a mistake}}\n"
        "- {id: gone, list: claims, why: a mistake}\n"
        '- {id: "d1: A headline", list: related, why: a mistake}\n'
    )
    assert found("ferry", LAST, LAST + rejected) == ["① error unknown-list", "② warning rejected-present"]
