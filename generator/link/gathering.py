"""Stories of one event brought together: reprints first, then what agrees most, then those that are left alone."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from generator.link.candidates import Pair
from generator.link.grouping import APART, Clusters, Meetings
from generator.link.rarity import Commonness
from generator.link.signatures import Signature
from generator.model.values import value

REPRINT = 2
"""Sentences word for word that make two stories one before any weighing."""

LATE = 0.5
"""So much less need a story that stands alone agree with a group, where no other group comes near."""


@value
class ThreadWeights:
    """How much each kind of evidence counts.

    Attributes:
        weights: evidence -> weight, with the constant under ``always``.
        same: score from which two stories are one incident.
        unsure: score from which an editor is asked.
    """

    weights: Mapping[str, float]
    same: float
    unsure: float


@value
class Doubt:
    """Two groups that may be one incident; an editor decides.

    Attributes:
        ids: a story of each, sorted.
        reasons: what they share.
    """

    ids: Pair
    reasons: tuple[str, ...]


@value
class Threads:
    """The incidents that a set of stories tells.

    Attributes:
        groups: ids of the stories of each incident, every story in one group; groups and ids sorted.
        reasons: two stories of one group, sorted -> what brought them together.
        doubts: pairs that stay apart.
        beside: story about two events or more -> the groups that it tells of besides its own, the nearest first.
    """

    groups: tuple[tuple[str, ...], ...]
    reasons: Mapping[Pair, tuple[str, ...]]
    doubts: tuple[Doubt, ...]
    beside: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


def gather_stories(
    known: Mapping[str, Signature],
    pairs: Iterable[Pair],
    common: Commonness,
    weights: ThreadWeights,
    held: Mapping[str, str] | None = None,
) -> Threads:
    """Group stories by incident; the order given does not matter.

    The two groups whose stories agree most on average become one, until none agree well enough: a story that lies
    between two incidents does not make them one.

    Args:
        known: the stories.
        pairs: of those that share enough to be compared.
        common: how common names and words are.
        weights: of the evidence.
        held: story -> id of the record that holds it already. What stands in one record stays together, what stands
            in two stays apart.
    """
    ordered = sorted(pairs)
    meetings = Meetings(known, common, weights.weights)
    clusters = Clusters(ordered, meetings, held or {}, sorted(known))
    for pair in ordered:
        if meetings.evidence[pair].values.get("sentences", 0.0) >= REPRINT and clusters.agreement_of(pair) > APART:
            clusters.unite(*pair)
    roundups = {
        name for name, each in known.items() if each.roundup and clusters.members[clusters.home(name)] == (name,)
    }
    clusters.gather(weights.same, without=roundups)
    clusters.gather_lone(weights.same - LATE, without=roundups)
    told = {name: clusters.near(name, weights.same, roundups) for name in sorted(roundups)}
    for name, homes in told.items():
        if homes:
            clusters.unite(name, homes[0])
    beside = {name: tuple(clusters.members[clusters.home(each)] for each in homes[1:]) for name, homes in told.items()}
    return _found(clusters, meetings, weights, {name: groups for name, groups in beside.items() if groups})


def _found(
    clusters: Clusters,
    meetings: Meetings,
    weights: ThreadWeights,
    beside: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Threads:
    """The groups, what brought their stories together, and the best pair of every two groups that may be one."""
    reasons: dict[Pair, tuple[str, ...]] = {}
    open_pairs: dict[Pair, tuple[float, Pair]] = {}
    evidence, scores = meetings.evidence, meetings.scores
    for pair in sorted(evidence):
        first, second = sorted(map(clusters.home, pair))
        if first == second:
            reasons[pair] = evidence[pair].reasons
        elif scores[pair] >= weights.unsure:
            best = open_pairs.get((first, second))
            if best is None or scores[pair] > best[0]:
                open_pairs[first, second] = (scores[pair], pair)
    doubts = tuple(
        Doubt(pair, evidence[pair].reasons) for _, pair in sorted(open_pairs.values(), key=lambda row: row[1])
    )
    return Threads(tuple(sorted(clusters.members.values())), reasons, doubts, beside)
