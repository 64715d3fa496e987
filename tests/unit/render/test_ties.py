"""Other incidents on an incident's page."""

import dataclasses

from generator.model.incident import Title
from generator.model.tie import Tie, TieKind
from generator.model.vocabulary import Origin
from generator.render.site import Site


def test_a_page_tells_what_ties_it_to_another_and_in_whose_words(seed_incident, pages_of, reading):
    other = dataclasses.replace(seed_incident, id="other-00000000", title=Title("<b>Raid</b>", Origin.EDITOR))
    ties = {
        seed_incident.id: (
            Tie(other.id, TieKind.BACKGROUND, ("Quetta", "2026-01-30"), "days after a raid in Quetta"),
            Tie("gone-00000000", TieKind.PLACE, ("Quetta",)),
        )
    }
    page = reading(pages_of(Site((seed_incident, other), ties=ties))[f"incidents/{seed_incident.id}.md"])
    (told,) = [text for text in page.all("li") if text.startswith("Recalls")]
    assert told == "Recalls <b>Raid</b> both name Quetta and Friday, 30 January 2026 days after a raid in Quetta"
    assert "other-00000000.html" in page.hrefs


def test_a_page_without_ties_has_no_such_section(seed_incident, pages_of, reading):
    page = reading(pages_of(Site((seed_incident,)))[f"incidents/{seed_incident.id}.md"])
    assert "Connected incidents" not in page.text
