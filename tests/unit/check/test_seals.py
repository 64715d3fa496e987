from generator.check.seals import check_seals
from generator.model.finding import Severity
from generator.store.record import parse_record
from generator.store.seals import seals_of

QUOTE = "  quote: The ferry had been repaired on March 3, 2025.\n"


def findings(texts: dict[str, str], review: str) -> list[tuple[str, Severity, int | None]]:
    (text,) = (text for file, text in texts.items() if "ferry" in file)
    at = text.index("  at:", text.index(QUOTE))
    end = text.index("\n", at) + 1
    reviewed = parse_record(text[:end] + f"  review: {review}\n" + text[end:], "r.yml")
    found = check_seals(reviewed, seals_of(reviewed.incident))
    return [(each.code, each.severity, each.line) for each in found]


def test_a_review_is_sound_while_the_claim_is_as_it_was_sealed(texts: dict[str, str]) -> None:
    record = next(parse_record(text, file) for file, text in texts.items() if "ferry" in file)
    claim = next(claim for claim in record.incident.claims if "repaired" in claim.quote)
    seal = seals_of(record.incident)[claim.id]
    assert findings(texts, f"{{state: accepted, by: desk, seal: {seal!s}}}".replace(seal, f'"{seal}"')) == []
    ((code, severity, _),) = findings(texts, f'{{state: disputed, by: desk, seal: "{seal}"}}')
    assert (code, severity) == ("disputed-claim", Severity.NOTE)


def test_a_claim_that_was_changed_since_its_review_is_told_at_the_seal(texts: dict[str, str]) -> None:
    ((code, severity, line),) = findings(texts, '{state: accepted, by: desk, seal: "00000000"}')
    assert (code, severity) == ("broken-seal", Severity.WARNING)
    assert line is not None


def test_a_review_without_a_seal_is_told(texts: dict[str, str]) -> None:
    assert [code for code, _, _ in findings(texts, "{state: accepted, by: desk}")] == ["seal-missing"]
