"""The order of a list after a merge: a person's where a person chose one, else the machine's."""

from collections.abc import Collection, Sequence


def ordered(
    ours: Sequence[str], base: Sequence[str], theirs: Sequence[str], standing: Collection[str], *, follow: bool = True
) -> tuple[str, ...]:
    """The standing entries in order; each that the leading side lacks comes behind its neighbour of the other side.

    Args:
        ours: ids as the record has them.
        base: ids as the machine had them last.
        theirs: ids as the machine has them now.
        standing: ids that are left.
        follow: whether the machine's order leads where no person chose another, as it does where the machine speaks
            for the whole list; else what is new comes last.
    """
    shared = set(ours) & set(base)
    untouched = [name for name in ours if name in shared] == [name for name in base if name in shared]
    first, second = (theirs, ours) if follow and untouched and base else (ours, theirs)
    done = [name for name in first if name in standing]
    have = set(done)
    for side in (second, base):
        before: str | None = None
        for name in side:
            if name in standing and name not in have:
                start = 0 if follow else len(done)
                done.insert(done.index(before) + 1 if before is not None else start, name)
                have.add(name)
            if name in have:
                before = name
    return tuple(done)
