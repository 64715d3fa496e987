"""Chains that come back to where they began."""

from collections.abc import Mapping


def find_circles(step: Mapping[str, str | None]) -> tuple[tuple[str, ...], ...]:
    """The circles that following ``step`` runs into, each once, from its first member in the order of ``step``.

    A name that steps to itself is a circle of one.
    """
    order = {name: number for number, name in enumerate(step)}
    done: set[str] = set()
    circles = []
    for first in step:
        walked: dict[str, int] = {}
        name: str | None = first
        while name is not None and name in order and name not in done and name not in walked:
            walked[name] = len(walked)
            name = step[name]
        if name is not None and name in walked:
            members = list(walked)[walked[name] :]
            begin = members.index(min(members, key=order.__getitem__))
            circles.append((*members[begin:], *members[:begin]))
        done.update(walked)
    return tuple(circles)
