"""Signs that no text of a record may hold."""

import re

NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
"""Code points that Unicode reserves for ever, as the inside of a character class."""

OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""Signs that turn the direction of the text around them, as the inside of a character class."""

UNSTORABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{OVERRIDES}{NONCHARACTERS}]")
"""Controls but tab and line ends, halves of surrogate pairs, noncharacters and direction overrides."""


def is_storable(text: str) -> bool:
    """Whether a record may hold the text: none of its signs is unstorable. Whatever can be printed can be stored."""
    return text.replace("\n", " ").isprintable() or UNSTORABLE.search(text) is None
