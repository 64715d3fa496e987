"""Who stands behind a figure, and which document is a reprint."""

import dataclasses

from generator.model.backing import Backing, Reprint, Source
from generator.render.site import Site


def test_a_figure_names_its_independent_sources_and_a_reprint_its_original(seed_incident, pages_of, reading):
    (first,) = seed_incident.documents
    second = dataclasses.replace(first, id="d2", file="two.txt", sha256="2" * 64, publisher="The Ledger")
    third = dataclasses.replace(first, id="d3", file="three.txt", sha256="3" * 64, publisher="The Copy")
    record = dataclasses.replace(seed_incident, documents=(first, second, third))
    toll = "killed-militants-bugti"
    sources = (Source("bugti", None, ("d1",)), Source(None, "The Ledger", ("d2",)))
    reprint = Reprint("d3", "d2", ("Seventeen <b>men</b> died in the raid on the camp.",))
    site = Site((record,), backing={record.id: {toll: Backing((toll,), sources)}}, reprints={record.id: (reprint,)})
    page = reading(pages_of(site)[f"incidents/{record.id}.md"])
    text = " ".join(page.text.split())
    assert f"Said independently by 2 sources: Sarfaraz Bugti ({first.file}) and The Ledger (The Ledger)." in text
    assert "Prints The Ledger again: 1 sentence is the same, the first “Seventeen <b>men</b> died" in text


def test_one_source_is_no_corroboration(seed_incident, pages_of, reading):
    toll = "killed-militants-bugti"
    backing = Backing((toll,), (Source("bugti", None, ("d1",)),))
    site = Site((seed_incident,), backing={seed_incident.id: {toll: backing}})
    assert "independently" not in reading(pages_of(site)[f"incidents/{seed_incident.id}.md"]).text
