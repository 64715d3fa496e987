"""Things that stand below one another: places in places, answers to claims."""

from collections.abc import Mapping

from generator.model.values import value

LEVELS = 8
"""Levels that a page can show; what lies deeper stands on the last one."""


@value
class Forest:
    """Every key once, below at most one other.

    Attributes:
        roots: keys that stand below none, in order.
        below: keys right below each key, in order.
    """

    roots: tuple[str, ...]
    below: Mapping[str, tuple[str, ...]]


def grow_forest(parents: Mapping[str, str | None]) -> Forest:
    """The forest of these keys, each with the key above it; an unknown one counts as none, a circle is cut once.

    A key keeps the order of ``parents`` among those that stand beside it.
    """
    near: dict[str, list[str]] = {key: [] for key in parents}
    for key, parent in parents.items():
        if parent in near and parent is not None:
            near[parent].append(key)
    roots, level = [], dict[str, int]()
    hosts: dict[str, str] = {}
    free = [key for key, parent in parents.items() if parent not in near]
    for root in (*free, *parents):
        if root in level:
            continue
        roots.append(root)
        level[root] = 1
        waiting = [root]
        while waiting:
            key = waiting.pop()
            for inner in near[key]:
                if inner not in level:
                    deep = level[key] == LEVELS
                    hosts[inner] = hosts[key] if deep else key
                    level[inner] = LEVELS if deep else level[key] + 1
                    waiting.append(inner)
    below: dict[str, list[str]] = {key: [] for key in parents}
    for key in parents:
        if key in hosts:
            below[hosts[key]].append(key)
    return Forest(tuple(roots), {key: tuple(keys) for key, keys in below.items()})
