"""A claim as plain data: field names and key order of the contract, empty values left out."""

from generator.model.claim import Claim, Damage, Event, Party, Said, Scope, Supersession, Toll, What, When, Whereabouts
from generator.model.span import Citation
from generator.model.vocabulary import DOCUMENT_VOICE, Category

Data = dict[str, object]
"""A mapping of a record file: strings, whole and decimal numbers, booleans, None, lists and mappings of them."""


def claim_data(claim: Claim) -> Data:
    """One claim of a record as plain data."""
    data: Data = {"id": claim.id, "kind": claim.kind.value}
    if claim.what:
        what = _what(claim.what)
        if what:
            data["what"] = what
    if claim.scope:
        data["scope"] = _scope(claim.scope)
    if claim.when:
        data["when"] = _when(claim.when)
    if claim.where:
        data["where"] = list(claim.where)
    data["said"] = _said(claim.said)
    data["quote"] = claim.quote
    data["at"] = citation_text(claim.at)
    if claim.supersedes:
        data["supersedes"] = _supersession(claim.supersedes)
    if claim.part_of:
        data["part_of"] = claim.part_of
    if claim.responds_to:
        data["responds_to"] = claim.responds_to
    if claim.review:
        review = claim.review
        data["review"] = filled(state=review.state.value, by=review.by, seal=review.seal)
    if claim.grade:
        data["grade"] = claim.grade
    if claim.note:
        data["note"] = claim.note
    return data


def filled(**fields: object) -> Data:
    """The fields that hold something, in the order given."""
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def citation_text(citation: Citation) -> str:
    """A place in a document as a record writes it: ``d1:698-757``."""
    span = citation.span
    return f"{citation.document}:{span.start}-{span.end}"


def _what(what: What) -> Data:
    if isinstance(what, Toll):
        return _toll(what)
    if isinstance(what, Event):
        return _event(what)
    if isinstance(what, Party):
        who: object = what.who[0] if len(what.who) == 1 else list(what.who)
        of = what.of.value if what.of is not None else None
        return filled(who=who or None, operation=what.operation, gloss=what.gloss, of=of)
    if isinstance(what, Whereabouts):
        return filled(places=list(what.places), complete=what.complete)
    return _damage(what)


def _event(event: Event) -> Data:
    data: Data = {"type": event.type.value}
    if event.stage:
        data["stage"] = event.stage.value
    for name, values in (
        ("perpetrators", event.perpetrators),
        ("targets", event.targets),
        ("victims", event.victims),
        ("weapons", event.weapons),
    ):
        if values:
            data[name] = list(values)
    return data


def _toll(toll: Toll) -> Data:
    data: Data = {toll.outcome.value: toll.count}
    if toll.upper is not None:
        data["upper"] = toll.upper
    if toll.bound:
        data["bound"] = toll.bound.value
    if toll.vague:
        data["vague"] = toll.vague
    if toll.who:
        data["who"] = toll.who
    if toll.category is not Category.UNSPECIFIED:
        data["category"] = toll.category.value
    if toll.by:
        data["by"] = toll.by
    return data


def _damage(damage: Damage) -> Data:
    return filled(
        of=damage.of,
        count=damage.count,
        upper=damage.upper,
        bound=damage.bound.value if damage.bound else None,
        vague=damage.vague,
    )


def _scope(scope: Scope) -> Data:
    return {"text": scope.text, "at": citation_text(scope.at)}


def _when(when: When) -> Data:
    data: Data = {"text": when.text}
    if when.start:
        data["start"] = str(when.start)
    if when.end:
        data["end"] = str(when.end)
    return data


def _said(said: Said) -> Data:
    data: Data = {"by": said.by}
    if said.day is not None or said.by != DOCUMENT_VOICE:
        data["day"] = said.day
    if said.when:
        data["when"] = str(said.when)
    if said.via:
        data["via"] = said.via
    if said.cue:
        data["cue"] = said.cue
    if said.form:
        data["form"] = said.form.value
    if said.inferred:
        data["inferred"] = list(said.inferred)
    if said.ambiguous:
        data["ambiguous"] = list(said.ambiguous)
    if said.at:
        data["at"] = citation_text(said.at)
    return data


def _supersession(supersession: Supersession) -> Data:
    return {"claim": supersession.claim, "basis": supersession.basis, "at": citation_text(supersession.at)}
